package site

import (
	"cmp"
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
)

// A Later is something that happened outside the articles: mostly after them.
type Later struct {
	Node
	Front    *content.Later
	About    []*Node // what it concerns
	From, To []Party
}

// OnLaterSheet is how many later developments a sheet of their page has.
const OnLaterSheet = 60

// LaterByThread lists the later developments as their page does: thread by thread,
// those of none last, each oldest first.
func (s *Site) LaterByThread() []*Later {
	place := map[string]int{}
	for i, t := range s.Config.Threads {
		place[t.ID.Text] = i - len(s.Config.Threads)
	}
	list := slices.Clone(s.Later)
	slices.SortStableFunc(list, func(a, b *Later) int { return place[a.Front.Thread.Text] - place[b.Front.Thread.Text] })
	return list
}

// Last is the last day on which it can have happened; of what has no end, the first.
func (l *Later) Last() edtf.Day {
	if l.Front.Date.OpenEnd() {
		return l.Front.Date.Earliest()
	}
	return l.Front.Date.Latest()
}

// Before reports whether it happened before an article that the site has was published:
// such a thing is background and not what became of it.
func (l *Later) Before(a *Article) bool {
	return l.Last().Compare(a.Front.Source.Published.Earliest()) < 0
}

// linkLater gives what later developments concern to them, and them to it.
func (l *linker) linkLater() {
	threads := map[string]bool{}
	var ids []string
	for _, t := range l.Config.Threads {
		threads[t.ID.Text] = true
		ids = append(ids, t.ID.Text)
	}
	for _, x := range l.Later {
		x.From, x.To = l.parties(x.Front.From), l.parties(x.Front.To)
		if t := x.Front.Thread; t.Text != "" && !threads[t.Text] {
			l.diags.AddHint(diag.UnknownWord, t.Place, `the site has no thread "`+t.Text+`"`, cmp.Or(diag.DidYouMean(t.Text, ids), `the threads stand under "threads" in content/site.yaml`))
		}
		for _, ref := range x.Front.About {
			n := l.Named(ref.Text)
			switch {
			case ref.Text == "":
			case n == nil:
				if !l.mayExist(ref.Text) {
					l.unknown(ref.Text, ref.Place, l.ids(), "write the ids of facts, questions, people or organizations; "+factHint)
				}
			default:
				x.About = append(x.About, n)
				n.later = append(n.later, x)
			}
		}
	}
}

// concerns reports whether by is a later development about the node of an id, whose
// page shows it and does not need to say that it is mentioned there.
func concerns(by *Node, id string) bool {
	if by.Kind != LaterNode {
		return false
	}
	return slices.ContainsFunc(by.Page.Front.(*content.Later).About, func(r content.Ref) bool { return r.Text == id })
}
