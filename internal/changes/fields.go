package changes

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// A Field is one thing that a statement tells readers.
//
// A published figure is what readers may have cited, and what totals, maps, the
// timeline and the data files are made of: how much, when, where, who pays whom,
// who says so, in what sense, of which fact it is a part, and the status of a
// legal question; and which outlet published it, on which day. A change of one of
// them needs a correction. What shows where a figure comes from (the quote, its
// translation, its place, what the quote lacks) and what we add (the questions a
// fact is linked to, why sources differ) may be mended without one. So may a total
// that the site file asks for: it follows from the figures, and no article that
// could correct it states it.
type Field struct {
	Name   string
	Figure bool // a published figure

	value bool // the first such field that is given sums the statement up
	words bool // our own words
}

// A table says what is compared of one kind of statement.
type table struct {
	fields           []Field
	added, withdrawn Kind
	part             Part
	published        bool // whether a statement that is withdrawn was a published figure
	// inOrder pairs statements that share nothing in their order. Without it, one
	// counts as withdrawn and the other as added.
	inOrder bool
}

// A column is a field with the function that returns its value.
type column[T any] struct {
	Field
	of func(renames, T) string
}

var ofReports = []column[*site.Report]{
	{Field{Name: "amount", Figure: true, value: true}, ofAmount(func(_ renames, a *content.Amount) string { return a.Quantity.String() })},
	{Field{Name: "of", Figure: true}, ofAmount(func(_ renames, a *content.Amount) string { return a.Of.Text })},
	{Field{Name: "date", Figure: true, value: true}, ofEvent(func(e *content.Event) string { return written(e.Date) })},
	{Field{Name: "as-written", value: true}, func(_ renames, r *site.Report) string {
		switch {
		case r.Event != nil:
			return r.Event.AsWritten.Text
		case r.Amount != nil:
			return r.Amount.PeriodAs.Text
		}
		return ""
	}},
	{Field{Name: "nature", Figure: true, value: true}, ofClaim(func(_ renames, c *content.Claim) string { return c.Nature })},
	{Field{Name: "flag", Figure: true}, ofEvent(func(e *content.Event) string {
		if e.ProbableSlip {
			return "probable-slip"
		}
		return ""
	})},
	{Field{Name: "flow", Figure: true}, ofAmount(func(_ renames, a *content.Amount) string { return a.Flow.Text })},
	{Field{Name: "period", Figure: true}, ofAmount(func(_ renames, a *content.Amount) string { return written(a.Period) })},
	{Field{Name: "from", Figure: true}, ofAmount(func(r renames, a *content.Amount) string { return r.parties(a.From) })},
	{Field{Name: "to", Figure: true}, ofAmount(func(r renames, a *content.Amount) string { return r.parties(a.To) })},
	{Field{Name: "in-kind", Figure: true}, ofAmount(func(_ renames, a *content.Amount) string {
		if a.InKind {
			return "true"
		}
		return ""
	})},
	{Field{Name: "via", Figure: true}, ofAmount(func(r renames, a *content.Amount) string { return r.parties(a.Via) })},
	{Field{Name: "for", Figure: true}, ofAmount(func(r renames, a *content.Amount) string { return r.parties(a.For) })},
	{Field{Name: "against", Figure: true}, ofAmount(func(r renames, a *content.Amount) string { return r.parties(a.Against) })},
	{Field{Name: "refunds", Figure: true}, ofAmount(func(r renames, a *content.Amount) string { return r.now(a.Refunds.Text) })},
	{Field{Name: "supersedes"}, ofAmount(func(r renames, a *content.Amount) string { return r.refs(a.Supersedes) })},
	{Field{Name: "states", Figure: true}, func(_ renames, r *site.Report) string { return states(r.Links.States) }},
	{Field{Name: "by", Figure: true}, func(ids renames, r *site.Report) string { return ids.parties(r.By) }},
	{Field{Name: "voice"}, func(_ renames, r *site.Report) string { return string(r.Voice) }},
	{Field{Name: "currency"}, func(_ renames, r *site.Report) string {
		if r.Amount != nil && r.Amount.Quantity.IsMoney() && r.Article.Front.Source.InferredMoney {
			return "inferred"
		}
		return ""
	}},
	{Field{Name: "about"}, ofClaim(func(r renames, c *content.Claim) string { return r.refs(c.About) })},
	{Field{Name: "legal"}, func(ids renames, r *site.Report) string { return ids.refs(r.Links.Legal) }},
	{Field{Name: "quote"}, func(_ renames, r *site.Report) string { return r.Quote.Text }},
	{Field{Name: "translation"}, func(_ renames, r *site.Report) string { return r.Translation.Text }},
	{Field{Name: "at"}, func(_ renames, r *site.Report) string { return r.At.String() }},
	{Field{Name: "also"}, func(_ renames, r *site.Report) string { return quotes(r.Also) }},
	{Field{Name: "lacks"}, func(_ renames, r *site.Report) string { return r.Lacks.Text }},
	{Field{Name: "because"}, func(_ renames, r *site.Report) string { return r.Because.Text }},
	{Field{Name: "same-because"}, func(_ renames, r *site.Report) string { return r.Links.SameBecause.Text }},
	{Field{Name: "date-known"}, ofEvent(func(e *content.Event) string { return e.Known.Text })},
	{Field{Name: "flag-reason"}, ofEvent(func(e *content.Event) string { return e.FlagReason.Text })},
	{Field{Name: "from-as"}, ofAmount(func(_ renames, a *content.Amount) string { return a.FromAs.Text })},
	{Field{Name: "to-as"}, ofAmount(func(_ renames, a *content.Amount) string { return a.ToAs.Text })},
	{Field{Name: "says", words: true}, func(ids renames, r *site.Report) string { return ids.plainWords(r.Says) }},
}

// saying is what is compared of an article's words on a question or a state.
var saying = []column[said]{
	{Field{Name: "status", Figure: true, value: true}, func(_ renames, s said) string { return s.status }},
	{Field{Name: "by", Figure: true}, func(r renames, s said) string { return r.parties(s.By) }},
	{Field{Name: "voice"}, func(_ renames, s said) string { return string(s.Voice) }},
	{Field{Name: "quote"}, func(_ renames, s said) string { return s.Quote.Text }},
	{Field{Name: "translation"}, func(_ renames, s said) string { return s.Translation.Text }},
	{Field{Name: "at"}, func(_ renames, s said) string { return s.At.String() }},
	{Field{Name: "also"}, func(_ renames, s said) string { return quotes(s.Also) }},
	{Field{Name: "because"}, func(_ renames, s said) string { return s.Because.Text }},
	{Field{Name: "says", words: true}, func(ids renames, s said) string { return ids.plainWords(s.Says) }},
}

// said is what one article says of a question, with its status, or of a state.
type said struct {
	*content.Report
	status string
}

var ofPoints = []column[*site.Disagreement]{
	{Field{Name: "point", value: true}, func(_ renames, d *site.Disagreement) string { return d.Front.About.Text }},
	{Field{Name: "kind"}, func(_ renames, d *site.Disagreement) string { return d.Kind }},
	{Field{Name: "on"}, func(_ renames, d *site.Disagreement) string {
		var on []string
		for _, aspect := range d.Front.On {
			on = append(on, aspect.Text)
		}
		return strings.Join(sorted(on), " ")
	}},
	{Field{Name: "sides"}, func(r renames, d *site.Disagreement) string {
		var ids []string
		for _, s := range d.Front.Sides {
			ids = append(ids, r.now(s.Article.Text))
		}
		return strings.Join(ids, " ")
	}},
}

// ofFound are the disagreements that the build finds.
var ofFound = []column[*site.Disagreement]{
	{Field{Name: "differs", value: true}, func(_ renames, d *site.Disagreement) string { return d.Aspect }},
	{Field{Name: "kind"}, func(_ renames, d *site.Disagreement) string { return d.Kind }},
	{Field{Name: "sides"}, func(r renames, d *site.Disagreement) string {
		var ids []string
		for _, s := range d.Sides {
			for _, rep := range s.Reports {
				ids = append(ids, r.now(rep.Article.ID))
			}
		}
		return strings.Join(slices.Compact(sorted(ids)), " ")
	}},
}

// ofLater are later developments. They are not what an article reports, and need no
// correction.
var ofLater = []column[*site.Later]{
	{Field{Name: "title", value: true}, func(_ renames, l *site.Later) string { return l.Title }},
	{Field{Name: "says", words: true}, func(ids renames, l *site.Later) string { return ids.plainWords(l.Front.Says) }},
	{Field{Name: "date"}, func(_ renames, l *site.Later) string { return written(l.Front.Date) }},
	{Field{Name: "publisher"}, func(_ renames, l *site.Later) string { return l.Front.Publisher.Text }},
	{Field{Name: "published"}, func(_ renames, l *site.Later) string { return written(l.Front.Published) }},
	{Field{Name: "url"}, func(_ renames, l *site.Later) string { return l.Front.URL.Text }},
	{Field{Name: "archived"}, func(_ renames, l *site.Later) string { return l.Front.Archived.Text }},
	{Field{Name: "read"}, func(_ renames, l *site.Later) string { return written(l.Front.Read) }},
	{Field{Name: "mark"}, func(_ renames, l *site.Later) string { return string(l.Front.Mark) }},
	{Field{Name: "thread"}, func(_ renames, l *site.Later) string { return l.Front.Thread.Text }},
	{Field{Name: "about"}, func(r renames, l *site.Later) string { return r.refs(l.Front.About) }},
	{Field{Name: "from"}, func(r renames, l *site.Later) string { return r.parties(l.Front.From) }},
	{Field{Name: "to"}, func(r renames, l *site.Later) string { return r.parties(l.Front.To) }},
	{Field{Name: "supersedes"}, func(r renames, l *site.Later) string { return r.refs(l.Front.Supersedes) }},
}

var ofWholes = []column[*site.Fact]{
	{Field{Name: "part-of", Figure: true}, func(r renames, f *site.Fact) string {
		if f.Front == nil {
			return ""
		}
		return r.now(f.Front.PartOf.Text)
	}},
}

var ofSources = []column[*site.Article]{
	{Field{Name: "outlet", Figure: true}, func(r renames, a *site.Article) string { return r.now(a.Front.Source.Outlet.Text) }},
	{Field{Name: "published", Figure: true}, func(_ renames, a *site.Article) string { return written(a.Front.Source.Published) }},
	{Field{Name: "headline"}, func(_ renames, a *site.Article) string { return a.Front.Source.Headline.Text }},
	{Field{Name: "because"}, func(_ renames, a *site.Article) string { return a.Front.Source.Because.Text }},
	{Field{Name: "author"}, func(r renames, a *site.Article) string { return r.parties([]content.Party{a.Front.Source.By}) }},
}

var ofTotals = []column[*site.ShownTotal]{
	{Field{Name: "total", value: true}, func(_ renames, t *site.ShownTotal) string {
		if !t.OK {
			return "none (" + t.Reason.String() + ")"
		}
		return t.Sum.String()
	}},
	{Field{Name: "net"}, func(_ renames, t *site.ShownTotal) string {
		if t.Back.Net.IsZero() {
			return ""
		}
		return t.Back.Net.String()
	}},
	{Field{Name: "facts"}, func(r renames, t *site.ShownTotal) string {
		var ids []string
		for _, i := range t.Added {
			ids = append(ids, r.now(i.ID))
		}
		if t.Of == "asked" {
			for _, l := range t.Left {
				ids = append(ids, r.now(l.ID))
			}
		}
		return strings.Join(slices.Compact(sorted(ids)), " ")
	}},
}

var (
	reports      = &table{plain(ofReports), ReportAdded, ReportWithdrawn, Facts, true, true}
	statuses     = &table{plain(saying), StatusAdded, StatusWithdrawn, Questions, true, true}
	remarks      = &table{plain(saying), ReportAdded, ReportWithdrawn, Facts, true, true}
	points       = &table{plain(ofPoints), PointAdded, PointWithdrawn, Disagreements, false, false}
	found        = &table{plain(ofFound), PointAdded, PointWithdrawn, Disagreements, false, false}
	ownWords     = &table{fields: plain(ofWholes), part: Facts, inOrder: true}  // a fact has one, so none is added or withdrawn
	sources      = &table{fields: plain(ofSources), part: Facts, inOrder: true} // an article has one, added and withdrawn with its reports
	developments = &table{plain(ofLater), LaterAdded, LaterWithdrawn, LaterOnes, false, true}
	totals       = &table{plain(ofTotals), TotalAdded, TotalWithdrawn, Totals, false, true}
	allTables    = []*table{reports, statuses, points, found, ownWords, sources, developments, totals}
)

// textField is the words of a page: see text.go.
var textField = Field{Name: "text", words: true}

// Fields lists everything that is compared, each name once.
func Fields() []Field {
	out := []Field{textField}
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

func ofAmount(of func(renames, *content.Amount) string) func(renames, *site.Report) string {
	return func(ids renames, r *site.Report) string {
		if r.Amount == nil || r.Amount.Quantity.IsZero() {
			return ""
		}
		return of(ids, r.Amount)
	}
}

func ofEvent(of func(*content.Event) string) func(renames, *site.Report) string {
	return func(_ renames, r *site.Report) string {
		if r.Event == nil {
			return ""
		}
		return of(r.Event)
	}
}

func ofClaim(of func(renames, *content.Claim) string) func(renames, *site.Report) string {
	return func(ids renames, r *site.Report) string {
		if r.Claim == nil {
			return ""
		}
		return of(ids, r.Claim)
	}
}

func written(d content.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.String()
}

// states sorts codes: their order in an article states nothing.
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

// renames has the ids of an edition by what they are called in the newer one; one
// that is missing is called the same.
type renames map[string]string

func (r renames) now(id string) string { return cmp.Or(r[id], id) }

func (r renames) parties(list []content.Party) string {
	var out []string
	for _, p := range list {
		out = append(out, cmp.Or(r.now(p.ID), p.Words.Text))
	}
	return strings.Join(out, ", ")
}

// refs sorts ids, as [states] does codes.
func (r renames) refs(list []content.Ref) string {
	var ids []string
	for _, id := range list {
		ids = append(ids, r.now(id.Text))
	}
	return strings.Join(sorted(ids), " ")
}

// plainWords are the words of an inline text. What a reference leads to is called by its
// id if the author gave it no words.
func (r renames) plainWords(i content.Inline) string {
	if i.Doc == nil {
		return ""
	}
	return i.PlainText(idsAsLabels{ids: r})
}

// idsAsLabels are ids as words of references, as labels are titles and figures.
type idsAsLabels struct {
	markdown.Resolver
	ids renames
}

func (l idsAsLabels) Ref(ref *markdown.Ref) markdown.Target {
	return markdown.Target{Label: l.ids.now(ref.ID)}
}

// A statement is what an article, or our own file, says once of a thing.
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

// tell makes a statement of x, whose columns are those of t.
func tell[T any](r renames, t *table, columns []column[T], x T) statement {
	s := statement{table: t}
	for _, c := range columns {
		s.values = append(s.values, c.of(r, x))
	}
	return s
}

// replaces are the ids of what s supersedes.
func (s *statement) replaces() string {
	i := slices.IndexFunc(s.table.fields, func(f Field) bool { return f.Name == "supersedes" })
	if i < 0 {
		return ""
	}
	return s.values[i]
}

// from sets the places of the statement of p, in its source and in its file.
func (s statement) from(p *content.Report, at diag.Place) statement {
	s.at, s.quote, s.place, s.item = p.At.String(), p.Quote.Text, at, p.Place
	return s
}
