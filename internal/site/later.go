package site

import (
	"cmp"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// A Later is something that happened outside the articles: mostly after them.
type Later struct {
	Node
	Front    *content.Later
	About    []*Node // what it concerns
	From, To []Party
}

// Before reports whether it happened before an article that the site has was published:
// such a thing is background and not what became of it.
func (l *Later) Before(a *Article) bool {
	return l.Front.Date.Compare(a.Front.Source.Published.Date) < 0
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
