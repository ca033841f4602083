package content

import (
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Later is something that happened outside the articles and has its own source:
// after them or, as background, before.
type Later struct {
	Title Words
	Outside
	Thread Ref   // of [Config.Threads]; empty if it belongs to none
	About  []Ref // what it concerns, and on whose pages it stands

	// From and To are who pays whom, where a picture of the money shows it.
	From, To []Party

	Supersedes []Ref // earlier ones of which the figure is a part of this one's

	Aliased
}

var laterDevelopment = yamldoc.Object("a later development", laterKeys()).Then(func(r *yamldoc.Reader, l *Later, n yamldoc.Node) { finishOutside(r, &l.Outside, n) })

func laterKeys() []yamldoc.Field[Later] {
	keys := []yamldoc.Field[Later]{
		yamldoc.Key("title", yamldoc.Required, text, func(l *Later) *Words { return &l.Title }, "what happened, in a few words"),
		yamldoc.Key("about", yamldoc.Required, yamldoc.List(ref), func(l *Later) *[]Ref { return &l.About }, "the ids of what it concerns: facts, questions, people, organizations, authorities"),
		yamldoc.Key("thread", yamldoc.Optional, threadID, func(l *Later) *Ref { return &l.Thread }, "the id of the thread that it belongs to, from site.yaml"),
		yamldoc.Key("from", yamldoc.Optional, yamldoc.List(party), func(l *Later) *[]Party { return &l.From }, "who pays, for the picture of the money: an id or words"),
		yamldoc.Key("to", yamldoc.Optional, yamldoc.List(party), func(l *Later) *[]Party { return &l.To }, "who is paid"),
		yamldoc.Key("supersedes", yamldoc.Optional, yamldoc.List(ref), func(l *Later) *[]Ref { return &l.Supersedes }, "the ids of earlier ones whose figure this one contains, as a later total does"),
	}
	keys = append(keys, yamldoc.Part(func(l *Later) *Outside { return &l.Outside }, outsideKeys(yamldoc.Required))...)
	return append(keys, aliasesOf(func(l *Later) *Aliased { return &l.Aliased })...)
}

// besides are the keys of other mappings that stand for later developments: these have
// files of their own.
var besides = &yamldoc.Form{Keys: []yamldoc.KeyForm{{Name: "later"}}}

const fileOfLater = "a file of its own, content/later/ID.md, that names this under \"about\""

// A Thread is what several later developments belong to, such as a suit.
type Thread struct {
	ID      Ref
	Title   Words
	Summary Inline // where it stands
}

// threadID is an id of a thread, which names nothing else.
var threadID = yamldoc.Custom(&yamldoc.Form{What: ref.What, Pattern: ref.Pattern}, func(r *yamldoc.Reader, id *Ref, n yamldoc.Node) bool { return ref.Read(r, id, n) })

var thread = yamldoc.Object("a thread", []yamldoc.Field[Thread]{
	yamldoc.Naming(yamldoc.Key("id", yamldoc.Required, threadID, func(t *Thread) *Ref { return &t.ID }, "its id, which later developments name"), func(t *Thread) string { return t.ID.Text }),
	yamldoc.Key("title", yamldoc.Required, text, func(t *Thread) *Words { return &t.Title }, "what it is called"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(t *Thread) *Inline { return &t.Summary }, "where it stands, in one or two sentences"),
})

// threads are named by later developments, so that each has an id of its own.
var threads = yamldoc.List(thread).Then(func(r *yamldoc.Reader, list *[]Thread, _ yamldoc.Node) {
	first := map[string]Ref{}
	for _, t := range *list {
		if before, twice := first[t.ID.Text]; twice && t.ID.Text != "" {
			*r.List = append(*r.List, diag.Diagnostic{
				Code: diag.DuplicateKey, Place: t.ID.Place, Message: `there are two threads "` + t.ID.Text + `"`,
				Hint: "give each an id of its own", Related: []diag.Related{{Place: before.Place, Note: "it is first here"}},
			})
			continue
		}
		first[t.ID.Text] = t.ID
	}
})
