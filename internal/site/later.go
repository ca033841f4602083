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

// IsFlow reports whether l says who pays whom.
func (l *Later) IsFlow() bool { return len(l.From) > 0 && len(l.To) > 0 }

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

// showsLater are the kinds of nodes whose pages show what became of them.
var showsLater = map[Kind]bool{
	FactNode: true, QuestionNode: true, PersonNode: true, OrganizationNode: true, AuthorityNode: true, StateNode: true, TopicNode: true,
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
		if t := x.Front.Thread; t.Text != "" && !threads[t.Text] && !l.Config.Unread {
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
			case !showsLater[n.Kind]:
				l.wrongKind(n, ref.Place, "something whose page shows later developments", "name the facts, questions, people or organizations that it concerns")
			default:
				x.About = append(x.About, n)
				n.later = append(n.later, x)
			}
		}
	}
	l.checkContained()
}

// findLists notes of which lists there is anything.
func (l *linker) findLists() {
	l.hasEvents = len(l.Later) > 0 || slices.ContainsFunc(l.Facts, func(f *Fact) bool { return f.Type == Event })
	l.hasFlows = slices.ContainsFunc(l.Later, (*Later).IsFlow) ||
		slices.ContainsFunc(l.Facts, func(f *Fact) bool { return f.Type == Money && slices.ContainsFunc(f.Reports, l.IsFlow) })
}

// checkContained checks that what a later total contains was there before it.
func (l *linker) checkContained() {
	byID := make(map[string]*Later, len(l.Later))
	for _, x := range l.Later {
		byID[x.ID] = x
	}
	for _, x := range l.Later {
		for _, ref := range x.Front.Supersedes {
			earlier := find(l, byID[ref.Text], ref.Text, ref.Place, "a later development", func() ([]string, string) {
				return keys(byID), "later developments have their ids from the files in content/later/"
			})
			if earlier != nil && earlier.Front.Date.Compare(x.Front.Date.Date) >= 0 {
				l.diags = append(l.diags, diag.Diagnostic{
					Code: diag.ReplacesLater, Place: ref.Place, Message: `"` + ref.Text + `" is not of an earlier date: what comes first cannot contain it`,
					Hint:    "write supersedes into the later one",
					Related: []diag.Related{{Place: earlier.Front.Date.Place, Note: "this is its date"}},
				})
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
	front, ok := by.Page.Front.(*content.Later) // not if it could not be read
	return ok && slices.ContainsFunc(front.About, func(r content.Ref) bool { return r.Text == id })
}
