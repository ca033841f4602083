package site

import (
	"cmp"
	"slices"

	"receipts/internal/diag"
)

// A report may say with "supersedes" that its figure replaces an earlier one: of the
// same fact in another article, or of another fact. The earlier one stays on its
// pages, marked; it is compared with none and is in no total.

// linkSuperseded finds what reports replace.
func (l *linker) linkSuperseded() {
	for _, f := range l.Facts {
		for _, r := range f.Reports {
			if r.Amount == nil {
				continue
			}
			for _, id := range r.Amount.Supersedes {
				for _, earlier := range l.superseded(r, id.Text, id.Place) {
					if earlier.ReplacedBy == nil {
						earlier.ReplacedBy = r
					}
					r.Replaces = append(r.Replaces, earlier)
				}
			}
		}
	}
	l.checkSupersededCircles()
	for _, f := range l.Facts {
		f.stand()
		for _, r := range f.Reports {
			if len(r.Replaces) > 0 {
				l.Amended = append(l.Amended, r)
			}
		}
	}
	slices.SortStableFunc(l.Amended, func(x, y *Report) int {
		return -x.Article.Front.Source.Published.Compare(y.Article.Front.Source.Published.Date)
	})
}

// superseded are the reports that r replaces by naming an article or a fact.
func (l *linker) superseded(r *Report, id string, at diag.Place) []*Report {
	var of *Fact
	var in *Article
	if n := l.nodes[id]; n != nil && n.article != nil {
		of, in = r.Fact, n.article
	} else if of = l.fact(id, at); of == nil {
		return nil
	}
	var out []*Report
	for _, earlier := range of.Reports {
		switch later := earlier.Article.Front.Source.Published.Compare(r.Article.Front.Source.Published.Date) > 0; {
		case earlier == r || earlier.Amount == nil || in != nil && earlier.Article != in:
		case later && of == r.Fact && in == nil: // the fact itself stands for what is earlier of it
		case later:
			l.diags = append(l.diags, diag.Diagnostic{
				Code: diag.ReplacesLater, Place: at, Message: `"` + id + `" is of a later date: what comes first cannot replace it`,
				Hint:    "write supersedes into the later report",
				Related: []diag.Related{{Place: earlier.Article.Front.Source.Published.Place, Note: "it was published then"}},
			})
			return nil
		default:
			out = append(out, earlier)
		}
	}
	if len(out) == 0 && !l.Partial {
		message := `"` + id + `" has no other amount that this one could replace`
		if in != nil {
			message = `"` + id + `" does not report "` + r.Fact.ID + `", so there is nothing to replace`
		}
		l.diags.AddHint(diag.NothingReplaced, at, message, "name the article with the earlier report of this fact, or the fact with the earlier figure")
	}
	return out
}

// checkSupersededCircles refuses reports that replace each other, which those of one
// day may say. A circle is reported once, and none of it counts as replaced.
func (l *linker) checkSupersededCircles() {
	state := map[*Report]int{} // 1 on the way, 2 done
	var walk func(r *Report) *Report
	walk = func(r *Report) *Report {
		state[r] = 1
		for _, earlier := range r.Replaces {
			if state[earlier] == 1 {
				return earlier
			}
			if state[earlier] == 0 {
				if on := walk(earlier); on != nil {
					return on
				}
			}
		}
		state[r] = 2
		return nil
	}
	for _, f := range l.Facts {
		for _, r := range f.Reports {
			if len(r.Replaces) == 0 || state[r] != 0 {
				continue
			}
			if on := walk(r); on != nil {
				l.diags.AddHint(diag.ReplaceCircle, on.Amount.Supersedes[0].Place, `figures of "`+on.Fact.ID+`" replace each other in a circle`, "take supersedes out of the earlier report")
				for on := on; on != nil; {
					next := on.ReplacedBy
					on.ReplacedBy, on.Replaces = nil, nil
					on = next
				}
				for seen := range state {
					state[seen] = 2
				}
			}
		}
	}
}

// Standing are the reports of f that no later one replaces; all of them if each is
// replaced, by reports of other facts.
func (f *Fact) Standing() []*Report {
	if f.standing == nil {
		return f.Reports
	}
	return f.standing
}

// stand finds which reports of f stand, once all of the site are linked.
func (f *Fact) stand() {
	isReplaced := func(r *Report) bool { return r.ReplacedBy != nil }
	if slices.ContainsFunc(f.Reports, isReplaced) && f.Successor() == nil {
		f.standing = slices.DeleteFunc(slices.Clone(f.Reports), isReplaced)
	}
}

// First is the report that speaks for f where there is room for one: the oldest that
// stands.
func (f *Fact) First() *Report { return f.Standing()[0] }

// Successor is the fact that replaces all of f; nil if some report of f stands.
func (f *Fact) Successor() *Fact {
	var later *Fact
	for _, r := range f.Reports {
		if r.ReplacedBy == nil {
			return nil
		}
		if r.ReplacedBy.Fact != f {
			later = cmp.Or(later, r.ReplacedBy.Fact)
		}
	}
	return later
}
