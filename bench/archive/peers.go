package archive

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"strconv"
	"strings"

	"receipts/bench/peers"
)

// Hugo are the files of a Hugo site. A link is a path, which the site's render
// hook looks up; every state, question and entity has a file, so that its page
// has a title; so has every year of the timeline.
func (a *Archive) Hugo() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		if !copyTo(yield, peers.Hugo()) {
			return
		}
		index := func(folder, title, more string) bool {
			return yield("content/"+folder+"/_index.md", "---\ntitle: "+strconv.Quote(title)+"\n"+more+"---\n")
		}
		for _, l := range []struct{ folder, title string }{
			{"articles", "Articles"},
			{"states", "States"},
			{"questions", "Questions"},
			{"entities", "People and organizations"},
			{"amounts", "Amounts"},
			{"timeline", "Timeline"},
		} {
			if !index(l.folder, l.title, "") {
				return
			}
		}
		for _, t := range a.terms() {
			if !index(t.Kind+"/"+strings.ToLower(t.ID), t.Name, "about: "+t.About+"\n") {
				return
			}
		}
		for y := firstDay.Year() - 2; y <= firstDay.AddDate(0, 0, days).Year(); y++ {
			if !yield(fmt.Sprintf("content/timeline/%d.md", y), fmt.Sprintf("---\ntitle: \"%d\"\n---\n", y)) {
				return
			}
		}
		for i := range a.Slugs {
			if !yield(a.File(i), a.Article(i).Hugo()) {
				return
			}
		}
	}
}

// Hugo is the file of x for Hugo.
func (x *Article) Hugo() string {
	folders := map[string]string{"article": "/articles/", "entity": "/entities/", "question": "/questions/"}
	return x.peerFront() + x.Body(func(l Link) string { return "[" + l.Label + "](" + folders[l.Kind] + l.ID + ")" })
}

// Eleventy are the files of an Eleventy site, with the names behind ids in
// data/names.json.
func (a *Archive) Eleventy() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		if !copyTo(yield, peers.Eleventy()) {
			return
		}
		names, err := json.MarshalIndent(a.terms(), "", " ")
		if err != nil {
			panic(err) // strings can be marshalled
		}
		if !yield("data/names.json", string(names)+"\n") {
			return
		}
		for i := range a.Slugs {
			if !yield(a.File(i), a.Article(i).Eleventy()) {
				return
			}
		}
	}
}

// Eleventy is the file of x for Eleventy.
func (x *Article) Eleventy() string {
	return x.peerFront() + x.Body(func(l Link) string { return "[" + l.Label + "](" + l.Kind + ":" + l.ID + ")" })
}

// peerFront is the front matter for the peers. They print what is stated and
// check none of it, so it has no quotes.
func (x *Article) peerFront() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\ndate: %s\nsummary: %s\nsource:\n  publisher: %s\n  url: %s\n  published: %s\namounts:\n",
		x.Title, iso(x.Read), strconv.Quote(x.Summary), x.Publisher, x.URL, iso(x.Published))
	for _, m := range x.Amounts {
		fmt.Fprintf(&b, "  - id: %s\n    value: %d\n    currency: USD\n    payer: %s\n    payee: %s\n    date: %s\n    qualifier: %q\n",
			m.ID, m.Value, m.From.ID, m.To.ID, iso(m.Date), strings.TrimSpace(m.Qualifier))
	}
	var codes []string
	for _, s := range x.States {
		codes = append(codes, s.Code)
	}
	fmt.Fprintf(&b, "states: [%s]\nevents:\n", strings.Join(codes, ", "))
	for _, e := range x.Events {
		fmt.Fprintf(&b, "  - id: %s\n    date: %s\n    title: %s\n", e.ID, iso(e.Date), e.Title)
	}
	b.WriteString("questions:\n")
	for _, q := range x.Questions {
		b.WriteString("  - " + q.ID + "\n")
	}
	b.WriteString("entities:\n")
	for _, e := range x.Entities {
		b.WriteString("  - " + e.ID + "\n")
	}
	return b.String() + "---\n\n"
}

// A term is a state, a question or an entity, as the peers know it.
type term struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Name  string `json:"name"`
	About string `json:"about"`
}

func (a *Archive) terms() []term {
	var out []term
	add := func(kind, id, name, about string) { out = append(out, term{kind, id, name, about}) }
	for _, s := range states {
		add("states", s.Code, s.Name, "state")
	}
	for _, q := range a.Questions {
		add("questions", q.ID, q.Title, q.Status)
	}
	for _, e := range a.Entities {
		kind := "group"
		if e.Person {
			kind = "person"
		}
		add("entities", e.ID, e.Name, kind)
	}
	return out
}

// copyTo yields the files of a folder that is built in.
func copyTo(yield func(path, text string) bool, folder fs.FS) bool {
	stopped := false
	err := fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(folder, p)
		if err == nil && !yield(path.Clean(p), string(b)) {
			stopped = true
			return fs.SkipAll
		}
		return err
	})
	if err != nil {
		panic(err) // what is built in can be read
	}
	return !stopped
}
