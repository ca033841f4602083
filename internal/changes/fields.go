package changes

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// A Field is one thing that a reader is told in a statement.
//
// What is a published figure is what readers may have cited, and what totals,
// maps, the timeline and the data files are made of: how much, when, where, who
// pays whom, who says so, in what sense, of which fact it is a part, and the status
// of a legal question; and which outlet published it, on which day.
// Whoever changes one of them owes readers a correction. What shows where a
// figure comes from (the quote, its translation, its place, what the quote lacks)
// and what we add (the questions a fact is linked to, why sources differ) may be
// mended without one. So may a total that the site file asks for: it follows from
// the figures, and stands in no article that could correct it.
type Field struct {
	Name   string
	Figure bool // a published figure

	value bool // what the statement is known by: the first that is given sums it up
}

// A table is what is compared of one kind of statement.
type table struct {
	fields           []Field
	added, withdrawn Kind
	published        bool // whether a statement taken back is a published figure
	// inOrder says that statements which share nothing are taken for one and the
	// same, in their order, rather than for one taken back and another one added.
	inOrder bool
}

// A column is a field with how it is read.
type column[T any] struct {
	Field
	of func(reader, T) string
}

var ofReports = []column[*site.Report]{
	{Field{Name: "amount", Figure: true, value: true}, ofAmount(func(_ reader, a *content.Amount) string { return a.Quantity.String() })},
	{Field{Name: "date", Figure: true, value: true}, ofEvent(func(e *content.Event) string { return written(e.Date) })},
	{Field{Name: "as-written", value: true}, func(_ reader, r *site.Report) string {
		switch {
		case r.Event != nil:
			return r.Event.AsWritten.Text
		case r.Amount != nil:
			return r.Amount.PeriodAs.Text
		}
		return ""
	}},
	{Field{Name: "nature", Figure: true, value: true}, ofClaim(func(_ reader, c *content.Claim) string { return c.Nature })},
	{Field{Name: "flag", Figure: true}, ofEvent(func(e *content.Event) string {
		if e.ProbableSlip {
			return "probable-slip"
		}
		return ""
	})},
	{Field{Name: "flow", Figure: true}, ofAmount(func(_ reader, a *content.Amount) string { return a.Flow.Text })},
	{Field{Name: "period", Figure: true}, ofAmount(func(_ reader, a *content.Amount) string { return written(a.Period) })},
	{Field{Name: "from", Figure: true}, ofAmount(func(r reader, a *content.Amount) string { return r.parties(a.From) })},
	{Field{Name: "to", Figure: true}, ofAmount(func(r reader, a *content.Amount) string { return r.parties(a.To) })},
	{Field{Name: "states", Figure: true}, func(_ reader, r *site.Report) string { return states(r.Links.States) }},
	{Field{Name: "by", Figure: true}, func(read reader, r *site.Report) string { return read.parties(r.By) }},
	{Field{Name: "voice"}, func(_ reader, r *site.Report) string { return string(r.Voice) }},
	{Field{Name: "currency"}, func(_ reader, r *site.Report) string {
		if r.Amount != nil && r.Amount.Quantity.IsMoney() && r.Article.Front.Source.InferredMoney {
			return "inferred"
		}
		return ""
	}},
	{Field{Name: "about"}, ofClaim(func(r reader, c *content.Claim) string { return r.refs(c.About) })},
	{Field{Name: "legal"}, func(read reader, r *site.Report) string { return read.refs(r.Links.Legal) }},
	{Field{Name: "quote"}, func(_ reader, r *site.Report) string { return r.Quote.Text }},
	{Field{Name: "translation"}, func(_ reader, r *site.Report) string { return r.Translation.Text }},
	{Field{Name: "at"}, func(_ reader, r *site.Report) string { return r.At.String() }},
	{Field{Name: "also"}, func(_ reader, r *site.Report) string { return quotes(r.Also) }},
	{Field{Name: "lacks"}, func(_ reader, r *site.Report) string { return r.Lacks.Text }},
}

// saying is what articles tell of a question or a state beside its status.
var saying = []column[said]{
	{Field{Name: "status", Figure: true, value: true}, func(_ reader, s said) string { return s.status }},
	{Field{Name: "by", Figure: true}, func(r reader, s said) string { return r.parties(s.By) }},
	{Field{Name: "voice"}, func(_ reader, s said) string { return string(s.Voice) }},
	{Field{Name: "quote"}, func(_ reader, s said) string { return s.Quote.Text }},
	{Field{Name: "translation"}, func(_ reader, s said) string { return s.Translation.Text }},
	{Field{Name: "at"}, func(_ reader, s said) string { return s.At.String() }},
	{Field{Name: "also"}, func(_ reader, s said) string { return quotes(s.Also) }},
}

// said is what one article says of a question, with its status, or of a state.
type said struct {
	*content.Report
	status string
}

var ofPoints = []column[*site.Disagreement]{
	{Field{Name: "point", value: true}, func(_ reader, d *site.Disagreement) string { return d.Front.About.Text }},
	{Field{Name: "kind"}, func(_ reader, d *site.Disagreement) string { return d.Kind }},
	{Field{Name: "on"}, func(_ reader, d *site.Disagreement) string {
		var on []string
		for _, aspect := range d.Front.On {
			on = append(on, aspect.Text)
		}
		return strings.Join(sorted(on), " ")
	}},
	{Field{Name: "sides"}, func(r reader, d *site.Disagreement) string {
		var ids []string
		for _, s := range d.Front.Sides {
			ids = append(ids, r.now(s.Article.Text))
		}
		return strings.Join(ids, " ")
	}},
}

var ofWholes = []column[*site.Fact]{
	{Field{Name: "part-of", Figure: true}, func(r reader, f *site.Fact) string {
		if f.Front == nil {
			return ""
		}
		return r.now(f.Front.PartOf.Text)
	}},
}

var ofSources = []column[*site.Article]{
	{Field{Name: "outlet", Figure: true}, func(r reader, a *site.Article) string { return r.now(a.Front.Source.Outlet.Text) }},
	{Field{Name: "published", Figure: true}, func(_ reader, a *site.Article) string { return written(a.Front.Source.Published) }},
	{Field{Name: "headline"}, func(_ reader, a *site.Article) string { return a.Front.Source.Headline.Text }},
	{Field{Name: "author"}, func(r reader, a *site.Article) string { return r.parties([]content.Party{a.Front.Source.By}) }},
}

var ofTotals = []column[*site.AskedTotal]{
	{Field{Name: "total", value: true}, func(_ reader, t *site.AskedTotal) string { return t.Sum.String() }},
	{Field{Name: "facts"}, func(r reader, t *site.AskedTotal) string {
		var ids []string
		for _, i := range t.Added {
			ids = append(ids, r.now(i.ID))
		}
		for _, l := range t.Left {
			ids = append(ids, r.now(l.ID))
		}
		return strings.Join(slices.Compact(sorted(ids)), " ")
	}},
}

var (
	reports   = &table{plain(ofReports), ReportAdded, ReportWithdrawn, true, true}
	statuses  = &table{plain(saying), StatusAdded, StatusWithdrawn, true, true}
	remarks   = &table{plain(saying), ReportAdded, ReportWithdrawn, true, true}
	points    = &table{plain(ofPoints), PointAdded, PointWithdrawn, false, false}
	ownWords  = &table{fields: plain(ofWholes), inOrder: true}  // a fact has one, so none is added or withdrawn
	sources   = &table{fields: plain(ofSources), inOrder: true} // an article has one, and is added and withdrawn with what it reports
	totals    = &table{plain(ofTotals), TotalAdded, TotalWithdrawn, false, true}
	allTables = []*table{reports, statuses, points, ownWords, sources, totals}
)

// Fields lists everything that is compared, each name once.
func Fields() []Field {
	var out []Field
	for _, t := range allTables {
		for _, f := range t.fields {
			if !slices.ContainsFunc(out, func(g Field) bool { return g.Name == f.Name }) {
				out = append(out, f)
			}
		}
	}
	return out
}

func plain[T any](columns []column[T]) []Field {
	var out []Field
	for _, c := range columns {
		out = append(out, c.Field)
	}
	return out
}

func ofAmount(of func(reader, *content.Amount) string) func(reader, *site.Report) string {
	return func(read reader, r *site.Report) string {
		if r.Amount == nil || r.Amount.Quantity.IsZero() {
			return ""
		}
		return of(read, r.Amount)
	}
}

func ofEvent(of func(*content.Event) string) func(reader, *site.Report) string {
	return func(_ reader, r *site.Report) string {
		if r.Event == nil {
			return ""
		}
		return of(r.Event)
	}
}

func ofClaim(of func(reader, *content.Claim) string) func(reader, *site.Report) string {
	return func(read reader, r *site.Report) string {
		if r.Claim == nil {
			return ""
		}
		return of(read, r.Claim)
	}
}

func written(d content.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.String()
}

// states lists codes by the alphabet: their order is the article's, and no
// statement.
func states(list []content.StateCode) string {
	var codes []string
	for _, s := range list {
		codes = append(codes, s.Code)
	}
	return strings.Join(sorted(codes), " ")
}

func quotes(list []content.Evidence) string {
	var out []string
	for _, e := range list {
		out = append(out, e.Quote.Text+" ("+e.At.String()+")")
	}
	return strings.Join(out, "; ")
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// A reader reads an edition, with ids by what they are called in the newer one.
type reader map[string]string

func (r reader) now(id string) string { return cmp.Or(r[id], id) }

func (r reader) parties(list []content.Party) string {
	var out []string
	for _, p := range list {
		out = append(out, cmp.Or(r.now(p.ID), p.Words.Text))
	}
	return strings.Join(out, ", ")
}

// refs lists ids by the alphabet, as states.
func (r reader) refs(list []content.Ref) string {
	var ids []string
	for _, id := range list {
		ids = append(ids, r.now(id.Text))
	}
	return strings.Join(sorted(ids), " ")
}

// A statement is what is told once of a thing: by an article, or by us.
type statement struct {
	table     *table
	values    []string // by field of the table
	at, quote string
	place     diag.Place // of its value
	item      diag.Place // of the whole
}

// written is where the author wrote field i, or at least the whole.
func (s *statement) written(i int) diag.Place {
	if s.table.fields[i].value {
		return s.place
	}
	return s.item
}

// value sums s up: "amount", "75 million USD".
func (s *statement) value() (field, value string) {
	for i, f := range s.table.fields {
		if f.value && s.values[i] != "" {
			return f.Name, s.values[i]
		}
	}
	return "", ""
}

// tell reads x by the columns of t.
func tell[T any](r reader, t *table, columns []column[T], x T) statement {
	s := statement{table: t}
	for _, c := range columns {
		s.values = append(s.values, c.of(r, x))
	}
	return s
}

// from sets where the statement of p stands in its source, and in its file.
func (s statement) from(p *content.Report, at diag.Place) statement {
	s.at, s.quote, s.place, s.item = p.At.String(), p.Quote.Text, at, p.Place
	return s
}
