package render

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/site"
)

// The tables that readers can download: the numbers behind each picture. They
// are CSV as of RFC 4180, in UTF-8, with a header.

func (r *renderer) tables(add func(path string, write func(io.Writer) error)) {
	for _, t := range []struct {
		path string
		rows func(*table)
	}{
		{"/amounts/amounts.csv", r.amountsTable},
		{"/articles/quotes.csv", r.quotesTable},
		{"/states/states.csv", r.statesTable},
		{"/timeline/timeline.csv", r.timelineTable},
	} {
		add(t.path, func(w io.Writer) error {
			out := &table{csv.NewWriter(w)}
			out.w.UseCRLF = true
			t.rows(out)
			out.w.Flush()
			return out.w.Error()
		})
	}
}

// table is the address of a table, or nothing if the site leaves them out.
func (r *renderer) table(path string) string {
	if !r.site.Has("data") {
		return ""
	}
	return r.site.Href(path)
}

type table struct{ w *csv.Writer }

// lineBreak keeps every cell on one line, so that a line is a row for whoever
// reads without a parser, static/ledger.js among them.
var lineBreak = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// row writes one line. Its error stays with the writer.
func (t *table) row(cells ...string) {
	for i := range cells {
		cells[i] = inert(lineBreak.Replace(cells[i]))
	}
	_ = t.w.Write(cells)
}

var (
	startsFormula = regexp.MustCompile(`^[\s\x{a0}\x{202f}]*[=+\-@\t\r\n]`)
	plainNumber   = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

// inert keeps a spreadsheet from running a cell as a formula: what would start
// one is led by an apostrophe, which spreadsheets read as "text follows". See
// OWASP, CSV Injection.
func inert(cell string) string {
	if startsFormula.MatchString(cell) && !plainNumber.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

func (r *renderer) amountsTable(t *table) {
	t.row("fact", "title", "article", "outlet", "published", "flow", "amount", "qualifier", "our_lower_bound", "our_upper_bound", "unit", "basis",
		"from", "to", "period", "period_as_written", "states", "voice", "place", "quote", "translation", "differs", "not_added_because", "address")
	why := r.makeLedger().why
	for _, f := range r.site.Facts {
		if f.Type != site.Money && f.Type != site.Count {
			continue
		}
		for _, rep := range f.Reports {
			m := rep.Amount
			q := m.Quantity.Quantity
			lo, hi := q.Bounds()
			var states []string
			for _, s := range rep.Links.States {
				states = append(states, s.Code)
			}
			t.row(f.ID, f.Title, rep.Article.ID, r.outlet(rep.Article), rep.Article.Front.Source.Published.String(),
				m.Flow.Text, r.words.Quantity(q).Plain, r.words.Quantity(q).Before, bound(q, lo), bound(q, hi), q.Unit(), q.Basis(),
				r.partyWords(rep.From, m.FromAs), r.partyWords(rep.To, m.ToAs), dateCell(m.Period), m.PeriodAs.Text, strings.Join(states, " "),
				string(rep.Voice), rep.At.String(), rep.Quote.Text, rep.Translation.Text, r.differ(f), why[rep], r.site.URL(rep.Address()))
		}
	}
}

// bound is one end of what this site reads into a quantity, in whole units: see
// package amount. It is empty where the quantity is open, or has no number.
func bound(q amount.Quantity, b amount.Bound) string {
	if q.Kind() == amount.Unquantified || b.Limit == amount.Unbounded {
		return ""
	}
	return q.Decimal(b.Minor)
}

func (r *renderer) partyWords(ps []site.Party, as content.Inline) string {
	var out []string
	for _, p := range ps {
		if p.Entity != nil {
			out = append(out, p.Entity.Title)
		} else {
			out = append(out, r.plain(p.Words))
		}
	}
	if len(out) == 0 && !as.IsEmpty() {
		out = append(out, r.plain(as))
	}
	return strings.Join(out, "; ")
}

func dateCell(d content.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.String()
}

func (r *renderer) quotesTable(t *table) {
	t.row("article", "outlet", "published", "paragraph", "characters", "quotes")
	for _, a := range r.site.Articles {
		for i, n := range quotesByParagraph(a) {
			length := ""
			if l := a.Front.Source.Paragraphs[i]; l > 0 {
				length = strconv.Itoa(l)
			}
			t.row(a.ID, r.outlet(a), a.Front.Source.Published.String(), strconv.Itoa(i+1), length, strconv.Itoa(n))
		}
	}
}

func (r *renderer) statesTable(t *table) {
	t.row("state", "name", "facts", "fact_ids", "address")
	for _, st := range r.site.States {
		var ids []string
		for _, f := range st.Facts {
			ids = append(ids, f.ID)
		}
		t.row(st.Code, st.Name, strconv.Itoa(len(ids)), strings.Join(ids, " "), r.site.URL(st.Path))
	}
}

func (r *renderer) timelineTable(t *table) {
	t.row("fact", "title", "article", "outlet", "published", "date", "as_written", "probable_slip", "place", "quote", "translation", "address")
	for _, f := range r.site.Facts {
		if f.Type != site.Event {
			continue
		}
		for _, rep := range f.Reports {
			slip := ""
			if rep.Event.ProbableSlip {
				slip = "yes"
			}
			t.row(f.ID, f.Title, rep.Article.ID, r.outlet(rep.Article), rep.Article.Front.Source.Published.String(),
				dateCell(rep.Event.Date), rep.Event.AsWritten.Text, slip, rep.At.String(), rep.Quote.Text, rep.Translation.Text,
				r.site.URL(rep.Address()))
		}
	}
}
