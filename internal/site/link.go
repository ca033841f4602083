package site

import (
	"cmp"
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// A linker resolves what the things of an index refer to, and notes what is
// mentioned where. It fills in what things know of each other (who is paid, what
// is asked), and changes nothing else of the index.
type linker struct {
	*index
	each  func(n int, f func(i int))
	found [][]mentionOf // not given to the nodes yet; in pieces that do not grow, since nodes point into them
	diags diag.List
}

// link links everything in x, which becomes a whole Site.
func link(x *index, each func(n int, f func(i int))) (*Site, diag.List) {
	l := &linker{index: x, each: each}
	l.linkArticles()
	l.linkSaying()
	l.linkFacts()
	l.linkSuperseded()
	l.linkRefunds()
	l.compareReports() // by the parties that facts were linked with
	l.linkQuestions()
	l.linkLater()
	l.findLists()
	l.linkTopics()
	l.linkHome()
	l.placeAliases()
	l.linkTexts() // which may link to what the comparison found
	l.giveMentions()
	l.checkLinks()
	l.openBook()
	l.askTotals()
	l.sortLinked()
	return l.Site, l.diags
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

// saidTwice reports that an article speaks of n, a question or a state, a second
// time: its page has one place for each.
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
	room := make([]Asked, len(a.Front.Legal)) // in one allocation
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
	room := make([]Said, len(a.Front.States)) // in one allocation
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
	slices.SortFunc(a.Said, func(x, y *Said) int { return cmp.Compare(x.Of.place, y.Of.place) })
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

// The larger steps go over thousands of articles or facts that do not depend on
// each other. They are spread over the processors: what each piece finds is noted
// apart and joined in the order of the pieces, so that the number of processors
// makes no difference.

// perPiece is how many calls there are between two joins: enough that joining costs
// nothing, few enough that two processors finish together.
const perPiece = 256

// spread calls f for 0 to n-1, several at once. f notes mistakes and mentions with
// the linker that it is given, and changes nothing else but what belongs to i alone.
func (l *linker) spread(n int, f func(w *linker, i int)) {
	pieces := make([]linker, (n+perPiece-1)/perPiece)
	l.each(len(pieces), func(p int) {
		w := &pieces[p]
		w.index = l.index
		for i := p * perPiece; i < min(n, (p+1)*perPiece); i++ {
			f(w, i)
		}
	})
	for p := range pieces {
		l.diags = append(l.diags, pieces[p].diags...)
		pieces[p].giveMentions()
	}
}

// inTurn is what takes the place of Input.Each where there is none.
func inTurn(n int, f func(i int)) {
	for i := range n {
		f(i)
	}
}
