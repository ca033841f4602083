// Package changes says what is different between two editions of a site: facts
// and what articles report of them, not text. A summary may be rewritten
// without a change; a figure may not.
//
// What goes in is two assembled sites; what comes out is a sorted list. The
// package reads no file and knows no version control.
package changes

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Kind says what happened.
type Kind string

// The kinds of changes, in the order readers see them.
const (
	FactAdded       Kind = "fact-added"
	FactWithdrawn   Kind = "fact-withdrawn"
	ReportAdded     Kind = "report-added"
	ReportWithdrawn Kind = "report-withdrawn"
	Changed         Kind = "changed"
	StatusChanged   Kind = "status-changed"
)

// A Change is one difference.
type Change struct {
	Kind    Kind   `json:"kind"`
	ID      string `json:"id"` // of the fact, or of the question whose status changed
	Title   string `json:"title"`
	Article string `json:"article,omitempty"` // the id of the article concerned; empty for a whole fact
	Field   string `json:"field,omitempty"`   // of Changed: one of Fields
	Old     string `json:"old,omitempty"`     // as an author writes it
	New     string `json:"new,omitempty"`
	Noted   bool   `json:"noted"` // the article's corrections have a new entry, for this fact or for all
}

// String says what happened in one line, without the id: "amount 75 → 80
// million USD".
func (c Change) String() string {
	switch c.Kind {
	case FactAdded:
		return strings.TrimSpace("added " + c.New)
	case FactWithdrawn:
		return strings.TrimSpace("withdrawn " + c.Old)
	case ReportAdded:
		return strings.TrimSpace("report added " + c.New)
	case ReportWithdrawn:
		return strings.TrimSpace("report withdrawn " + c.Old)
	case StatusChanged:
		return "status " + c.Old + " → " + c.New
	}
	before, after := apart(c.Old, c.New)
	return c.Field + " " + cmp.Or(before, "none") + " → " + cmp.Or(after, "none")
}

// apart takes off old the words at the end that new has as well, so that
// "75 million USD" and "80 million USD" read "75 → 80 million USD".
func apart(old, new string) (string, string) {
	a, b := strings.Fields(old), strings.Fields(new)
	n := 0
	for n < len(a)-1 && n < len(b)-1 && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return strings.Join(a[:len(a)-n], " "), new
}

// IsFigure reports whether c takes back or alters something that readers may
// have relied on, and so needs a correction.
func (c Change) IsFigure() bool {
	switch c.Kind {
	case FactWithdrawn, ReportWithdrawn, StatusChanged:
		return true
	case Changed:
		return c.Field == "amount" || c.Field == "date"
	}
	return false
}

// Between lists what new has otherwise than old, by id, article and kind.
func Between(old, new *site.Site) []Change {
	var out []Change
	was, is := factsOf(old), factsOf(new)
	noted := notesBetween(old, new)
	for _, id := range union(was, is) {
		a, b := was[id], is[id]
		switch {
		case a == nil:
			out = append(out, Change{Kind: FactAdded, ID: id, Title: b.title, New: b.summary()})
		case b == nil:
			c := Change{Kind: FactWithdrawn, ID: id, Title: a.title, Old: a.summary()}
			for key := range a.reports {
				c.Noted = c.Noted || noted.has(articleOf(key), id)
			}
			out = append(out, c)
		default:
			out = append(out, reports(id, a, b, noted)...)
		}
	}
	out = append(out, statuses(old, new, noted)...)
	slices.SortStableFunc(out, func(x, y Change) int {
		return cmp.Or(cmp.Compare(x.ID, y.ID), cmp.Compare(x.Article, y.Article), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Field, y.Field))
	})
	return out
}

// fact is what is compared of a fact.
type fact struct {
	title   string
	reports map[string]report // by article and count
	order   []string
}

type report map[string]string // by field

func (f *fact) summary() string { return f.reports[f.order[0]].figure() }

func (r report) figure() string { return cmp.Or(r["amount"], r["date"]) }

func factsOf(s *site.Site) map[string]*fact {
	facts := map[string]*fact{}
	for _, f := range s.Facts {
		out := &fact{title: f.Title, reports: map[string]report{}}
		count := map[string]int{}
		for _, r := range f.Reports {
			count[r.Article.ID]++
			key := r.Article.ID + "#" + strconv.Itoa(count[r.Article.ID])
			out.reports[key] = fields(r)
			out.order = append(out.order, key)
		}
		if len(out.order) > 0 {
			facts[f.ID] = out
		}
	}
	return facts
}

func fields(r *site.Report) report {
	out := report{"quote": r.Quote.Text, "states": states(r.Links.States)}
	switch {
	case r.Amount != nil:
		out["amount"] = r.Amount.Quantity.String()
		out["from"], out["to"] = parties(r.Amount.From), parties(r.Amount.To)
		if r.Amount.Period.IsSet() {
			out["period"] = r.Amount.Period.String()
		}
	case r.Event != nil:
		out["date"] = r.Event.AsWritten.Text
		if r.Event.Date.IsSet() {
			out["date"] = r.Event.Date.String()
		}
	}
	return out
}

func states(list []content.StateCode) string {
	var codes []string
	for _, s := range list {
		codes = append(codes, s.Code)
	}
	slices.Sort(codes) // their order is the article's, and no statement
	return strings.Join(codes, " ")
}

func parties(list []content.Party) string {
	var out []string
	for _, p := range list {
		out = append(out, cmp.Or(p.ID, p.Words.Text))
	}
	return strings.Join(out, ", ")
}

// Fields are what is compared of a report, in the order in which differences
// are listed.
var Fields = []string{"amount", "date", "period", "from", "to", "states", "quote"}

func reports(id string, a, b *fact, noted notes) []Change {
	var out []Change
	for _, key := range union(a.reports, b.reports) {
		was, before := a.reports[key]
		is, now := b.reports[key]
		c := Change{ID: id, Title: b.title, Article: articleOf(key), Noted: noted.has(articleOf(key), id)}
		switch {
		case !before:
			c.Kind, c.New = ReportAdded, is.figure()
			out = append(out, c)
		case !now:
			c.Kind, c.Old = ReportWithdrawn, was.figure()
			out = append(out, c)
		default:
			for _, f := range Fields {
				if was[f] != is[f] {
					c.Kind, c.Field, c.Old, c.New = Changed, f, was[f], is[f]
					out = append(out, c)
				}
			}
		}
	}
	return out
}

func articleOf(key string) string {
	id, _, _ := strings.Cut(key, "#")
	return id
}

func statuses(old, new *site.Site, noted notes) []Change {
	type status struct{ question, article string }
	read := func(s *site.Site) (map[status]string, map[string]string) {
		out, titles := map[status]string{}, map[string]string{}
		for _, q := range s.Questions {
			titles[q.ID] = q.Title
			for _, a := range q.Asked {
				out[status{q.ID, a.Article.ID}] = a.Status
			}
		}
		return out, titles
	}
	was, _ := read(old)
	is, titles := read(new)
	var out []Change
	for k, before := range was {
		if now, ok := is[k]; ok && now != before {
			out = append(out, Change{
				Kind: StatusChanged, ID: k.question, Title: titles[k.question], Article: k.article,
				Old: before, New: now, Noted: noted.has(k.article, ""),
			})
		}
	}
	return out
}

// notes are the corrections that only the new edition has, by article and fact.
type notes map[[2]string]bool

// has reports whether there is a new correction of the article for the fact,
// or one that names no fact.
func (n notes) has(article, fact string) bool {
	return n[[2]string{article, fact}] || n[[2]string{article, ""}]
}

func notesBetween(old, new *site.Site) notes {
	type note struct{ article, date, was, now, fact string }
	read := func(s *site.Site) map[note]bool {
		out := map[note]bool{}
		for _, c := range s.Corrections {
			out[note{c.Article.ID, c.Date.String(), c.Was.Text, c.Now.Text, c.Fact.Text}] = true
		}
		return out
	}
	before := read(old)
	out := notes{}
	for n := range read(new) {
		if !before[n] {
			out[[2]string{n.article, n.fact}] = true
		}
	}
	return out
}

// union lists the keys of both maps, sorted.
func union[V any](a, b map[string]V) []string {
	var out []string
	for k := range a {
		out = append(out, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}
