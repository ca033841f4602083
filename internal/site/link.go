package site

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// A linker resolves what the things of an index refer to, and notes who is
// mentioned where. It fills in what things know of each other (who is paid, what
// is asked), and changes nothing else of the index.
type linker struct {
	*index
	each     func(n int, f func(i int))
	mentions mentions
	diags    diag.List
}

// link links everything in x.
func link(x *index, each func(n int, f func(i int))) *linker {
	l := &linker{index: x, each: each}
	l.linkArticles()
	l.linkSaying()
	l.linkFacts()
	l.compareReports()
	l.linkQuestions()
	l.linkTexts() // which may link to what the comparison found
	return l
}

// The larger steps go over thousands of articles or facts that know nothing of
// each other. Such a step is spread over the processors: what each piece finds is
// noted apart and joined in the order of the pieces, so that it makes no
// difference how many there are.

// perPiece is how many calls there are between two joins: so many that joining
// costs nothing, and so few that two processors come out even.
const perPiece = 256

// spread calls f for 0 to n-1, several at once. What f notes, mistakes and
// mentions, goes to the linker that it is given; else f may only change what
// belongs to i alone.
func (l *linker) spread(n int, f func(w *linker, i int)) {
	pieces := make([]linker, (n+perPiece-1)/perPiece)
	l.each(len(pieces), func(p int) {
		w := &pieces[p]
		w.index = l.index
		for i := p * perPiece; i < min(n, (p+1)*perPiece); i++ {
			f(w, i)
		}
	})
	for _, w := range pieces {
		l.diags = append(l.diags, w.diags...)
		for rel, found := range w.mentions {
			l.mentions[rel] = append(l.mentions[rel], found...)
		}
	}
}

// inTurn is what takes the place of Input.Each where there is none.
func inTurn(n int, f func(i int)) {
	for i := range n {
		f(i)
	}
}

// linkArticles resolves what articles refer to besides facts.
func (l *linker) linkArticles() {
	for _, a := range l.Articles {
		src := &a.Front.Source
		if a.Outlet = l.entity(src.Outlet.Text, src.Outlet.Place); a.Outlet != nil {
			a.Outlet.Articles = append(a.Outlet.Articles, a)
			l.mention(&a.Outlet.Node, Publishes, &a.Node, "", &noWords)
		}
		if a.Author = l.entity(src.By.ID, src.By.Place); a.Author != nil {
			a.Author.Articles = append(a.Author.Articles, a)
			l.mention(&a.Author.Node, Writes, &a.Node, "", &noWords)
		}
		for _, c := range a.Front.Corrections {
			l.linkCorrection(a, c)
		}
	}
}

// linkSaying gives questions and states what articles say of them. Articles
// come newest first; a question and a state show their oldest first.
func (l *linker) linkSaying() {
	oldest := len(l.Articles) - 1
	l.spread(len(l.Articles), func(w *linker, i int) {
		a := l.Articles[oldest-i]
		w.linkAsked(a)
		w.linkSaid(a)
	})
	for _, a := range slices.Backward(l.Articles) {
		for _, asked := range a.Legal {
			asked.Of.Asked = append(asked.Of.Asked, asked)
		}
		for _, said := range a.Said {
			said.Of.Said = append(said.Of.Said, said)
		}
	}
}

// saidTwice reports that an article has spoken of n before: it has one word on
// each question and each state, for which a page has one place.
func (l *linker) saidTwice(n *Node, at, before diag.Place) {
	l.diags = append(l.diags, diag.Diagnostic{
		Code: diag.SaidTwice, Place: at, Message: `this article speaks of "` + n.Title + `" twice`,
		Hint:    `keep one item, and give it the other quotes under "also"`,
		Related: []diag.Related{{Place: before, Note: "it is first here"}},
	})
}

func (l *linker) linkAsked(a *Article) {
	if len(a.Front.Legal) == 0 {
		return
	}
	anchor := "as-" + a.ID
	room := make([]Asked, len(a.Front.Legal)) // of one piece
	a.Legal = make([]*Asked, 0, len(room))
	for i := range a.Front.Legal {
		report := &a.Front.Legal[i]
		q := l.question(report.Question.Text, report.Question.Place)
		if q == nil {
			continue
		}
		if i := slices.IndexFunc(a.Legal, func(x *Asked) bool { return x.Of == q }); i >= 0 {
			l.saidTwice(&q.Node, report.Question.Place, a.Legal[i].Question.Place)
			continue
		}
		room[i] = Asked{Article: a, Of: q, Anchor: anchor, Speakers: l.parties(report.By), LegalReport: report}
		a.Legal = append(a.Legal, &room[i])
		l.mention(&q.Node, RaisedIn, &a.Node, "", report.Says.Whole())
	}
}

func (l *linker) linkSaid(a *Article) {
	if len(a.Front.States) == 0 {
		return
	}
	room := make([]Said, len(a.Front.States)) // of one piece
	a.Said = make([]*Said, 0, len(room))
	for i := range a.Front.States {
		s := &a.Front.States[i]
		st := l.byCode[s.State.Code]
		if st == nil {
			continue // an unknown code is reported where it is read
		}
		if i := slices.IndexFunc(a.Said, func(x *Said) bool { return x.Of == st }); i >= 0 {
			l.saidTwice(&st.Node, s.State.Place, a.Said[i].State.Place)
			continue
		}
		room[i] = Said{Article: a, Of: st, Speakers: l.parties(s.By), StateReport: s}
		a.Said = append(a.Said, &room[i])
		l.mention(&st.Node, SaidOf, &a.Node, "", s.Says.Whole())
	}
	slices.SortFunc(a.Said, func(x, y *Said) int { return cmp.Compare(x.Of.Name, y.Of.Name) })
}

func (l *linker) parties(ps []content.Party) []Party {
	if len(ps) == 0 {
		return nil
	}
	out := make([]Party, 0, len(ps))
	for i := range ps {
		p := &ps[i]
		if p.ID == "" {
			out = append(out, Party{Words: p.Words})
		} else if e := l.entity(p.ID, p.Place); e != nil {
			out = append(out, Party{Entity: e})
		}
	}
	return out
}

// unknown reports an id that leads nowhere; otherwise is the hint if no
// candidate is near.
func (l *linker) unknown(id string, at diag.Place, candidates []string, otherwise string) {
	if draft, ok := l.drafts[id]; ok {
		message := `"` + id + `" is a draft`
		if draft != id {
			message = `"` + id + `" is only reported by a draft, ` + draft
		}
		l.diags.AddHint(diag.UnknownID, at, message, "build with -drafts, or take the draft mark away")
		return
	}
	l.diags.AddHint(diag.UnknownID, at, `nothing has the id "`+id+`"`, cmp.Or(diag.DidYouMean(id, candidates), otherwise))
}

// wrongKind reports an id of something else than is wanted.
func (l *linker) wrongKind(n *Node, at diag.Place, want, hint string) {
	d := diag.Diagnostic{
		Code: diag.WrongKindOfID, Place: at,
		Message: `"` + n.ID + `" is ` + n.Kind.withArticle() + ", not " + want, Hint: hint,
	}
	if n.Page != nil {
		d.Related = []diag.Related{{Place: n.Page.Place, Note: "it is this file"}}
	}
	l.diags = append(l.diags, d)
}

// find returns x, which is what has the id among all of one kind. It reports
// what is not there or is of another kind; no id at all is reported where it is
// read. What to suggest is asked for only then.
func find[T any](l *linker, x *T, id string, at diag.Place, want string, suggest func() (candidates []string, otherwise string)) *T {
	if x != nil || id == "" {
		return x
	}
	if n := l.nodes[id]; n != nil {
		l.wrongKind(n, at, want, "")
	} else {
		candidates, otherwise := suggest()
		l.unknown(id, at, candidates, otherwise)
	}
	return nil
}

func (l *linker) entity(id string, at diag.Place) *Entity {
	return find(l, l.entities[id], id, at, "a person or an organization", func() ([]string, string) {
		return keys(l.entities), "add content/people/" + id + ".md or content/organizations/" + id + `.md, or write words with a space, such as "a voter"`
	})
}

func (l *linker) question(id string, at diag.Place) *Question {
	return find(l, l.questions[id], id, at, "a legal question", func() ([]string, string) {
		return keys(l.questions), "add content/legal/" + id + ".md"
	})
}

func (l *linker) article(id string, at diag.Place) *Article {
	return find(l, l.articles[id], id, at, "an article", func() ([]string, string) {
		return keys(l.articles), "articles have their ids from the files in content/articles/"
	})
}

func (l *linker) authority(id string, at diag.Place) *Authority {
	if l.nodes[id] == nil && l.mayExist(id) {
		return nil
	}
	return find(l, l.authorities[id], id, at, "an authority", func() ([]string, string) {
		return keys(l.authorities), "add content/law/" + id + `.md, or write the citation itself, such as "52 U.S.C. § 10307(c)"`
	})
}

func (l *linker) fact(id string, at diag.Place) *Fact {
	if l.nodes[id] == nil && l.mayExist(id) {
		return nil
	}
	return find(l, l.factOf(id), id, at, "a fact", func() ([]string, string) {
		ids := make([]string, 0, len(l.Facts))
		for _, f := range l.Facts {
			ids = append(ids, f.ID)
		}
		slices.Sort(ids)
		return ids, factHint
	})
}

// mayExist reports whether an unknown id may come from what could not be read:
// a fact from an article, an authority, whose id has a number, from a citation
// in any file.
func (l *linker) mayExist(id string) bool {
	return l.Partial || l.unread && strings.ContainsAny(id, "0123456789")
}

const factHint = `facts have their ids from "fact:" in articles`

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
