package view

import (
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/site"
)

// A Table is one that readers can download: the numbers behind a picture. Rows
// calls row for the header and for every row.
type Table struct {
	Path string
	Rows func(row func(cells ...string))
}

// tables make the rows of the tables.
type tables struct{ *Views }

// Tables lists the tables.
func (v *Views) Tables() []Table {
	t := tables{v}
	return []Table{
		{"/amounts/amounts.csv", t.amounts},
		{"/articles/quotes.csv", t.quotes},
		{"/states/states.csv", t.states},
		{"/timeline/timeline.csv", t.timeline},
	}
}

func (t tables) amounts(row func(cells ...string)) {
	row("fact", "title", "article", "outlet", "outlet_id", "published", "flow", "kind", "in_kind", "amount", "qualifier", "lower_bound", "upper_bound", "no_bound_because", "unit", "prices", "of", "basis",
		"from", "to", "via", "for", "against", "period", "period_as_written", "states", "from_id", "to_id", "via_id", "for_id", "against_id", "voice", "place", "quote", "translation", "quote_lacks", "stands_because", "same_because", "refunds", "differs", "replaced_by", "not_added_because", "address")
	why := t.ledger().why
	for _, f := range t.site.Facts {
		if f.Type != site.Money && f.Type != site.Count {
			continue
		}
		for _, rep := range f.Reports {
			m := rep.Amount
			q := m.Quantity.Quantity
			lo, hi := q.Stated()
			var states []string
			for _, s := range rep.Links.States {
				states = append(states, s.Code)
			}
			replaced, refunds := "", ""
			if rep.Refunds != nil {
				refunds = rep.Refunds.ID
			}
			if rep.ReplacedBy != nil {
				replaced = t.site.URL(rep.ReplacedBy.Address())
			}
			row(f.ID, f.Title, rep.Article.ID, outlet(rep.Article), outletID(rep.Article), rep.Article.Front.Source.Published.String(),
				m.Flow.Text, string(t.site.KindOf(rep)), yes(m.InKind), t.amount(rep).Plain, t.amount(rep).Before, bound(q, lo), bound(q, hi), t.noBound(q), q.Unit(), t.Prices(q.Prices()), m.Of.Text, q.Basis(),
				t.partyWords(rep.From, m.FromAs), t.partyWords(rep.To, m.ToAs), t.partyWords(rep.Via, content.Inline{}), t.partyWords(rep.For, content.Inline{}), t.partyWords(rep.Against, content.Inline{}), dateCell(m.Period), m.PeriodAs.Text, strings.Join(states, " "),
				ids(rep.From), ids(rep.To), ids(rep.Via), ids(rep.For), ids(rep.Against),
				string(rep.Voice), rep.At.String(), rep.Quote.Text, rep.Translation.Text, t.Plain(rep.Lacks), t.Plain(rep.Because), t.Plain(rep.Links.SameBecause), refunds, t.differ(f), replaced, why[rep], t.site.URL(rep.Address()))
		}
	}
}

// yes is the cell of what is so or is not.
func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// bound is one end that the source states, in whole units: see [amount.Quantity.Stated].
func bound(q amount.Quantity, b amount.Bound) string {
	if b.Limit == amount.Unbounded {
		return ""
	}
	return q.Decimal(b.Minor)
}

// noBound says why an end of q is left empty; empty if both are stated.
func (t tables) noBound(q amount.Quantity) string {
	lo, hi := q.Stated()
	switch {
	case q.Kind() == amount.Unquantified:
		return t.t("bound.no-figure")
	case q.Kind() == amount.Vague:
		return t.t("bound.word")
	case q.Some():
		return t.t("bound.magnitude")
	case lo.Limit != amount.Unbounded && hi.Limit != amount.Unbounded:
		return ""
	case hi.Limit != amount.Unbounded:
		return t.t("bound.no-lower")
	case lo.Limit != amount.Unbounded:
		return t.t("bound.no-upper")
	}
	return t.t("bound.approximate")
}

// outletID is the id of an article's outlet.
func outletID(a *site.Article) string {
	if a.Outlet == nil {
		return ""
	}
	return a.Outlet.ID
}

func dateCell(d content.Date) string {
	if !d.IsSet() {
		return ""
	}
	return d.String()
}

func (t tables) quotes(row func(cells ...string)) {
	row("article", "outlet", "outlet_id", "published", "paragraph", "characters", "quotes")
	for _, a := range t.site.Articles {
		for i, n := range quotesByParagraph(a) {
			length := ""
			if l := a.Front.Source.Paragraphs[i]; l > 0 {
				length = strconv.Itoa(l)
			}
			row(a.ID, outlet(a), outletID(a), a.Front.Source.Published.String(), strconv.Itoa(i+1), length, strconv.Itoa(n))
		}
	}
}

func (t tables) states(row func(cells ...string)) {
	row("state", "state_id", "name", "facts", "fact_ids", "address")
	for _, st := range t.site.States {
		var ids []string
		for _, f := range st.Facts {
			ids = append(ids, f.ID)
		}
		row(st.Code, st.ID, st.Name, strconv.Itoa(len(ids)), strings.Join(ids, " "), t.site.URL(st.Path))
	}
}

// timeline has a row for each report of an event, each publication and each thing from
// outside, as the layers of the timeline.
func (t tables) timeline(row func(cells ...string)) {
	head := []string{"fact", "title", "article", "outlet", "outlet_id", "published", "date", "as_written", "probable_slip", "place", "quote", "translation", "quote_lacks", "stands_because", "same_because", "address", "layer"}
	row(head...)
	for _, f := range t.site.Facts {
		if f.Type != site.Event {
			continue
		}
		for _, rep := range f.Reports {
			row(f.ID, f.Title, rep.Article.ID, outlet(rep.Article), outletID(rep.Article), rep.Article.Front.Source.Published.String(),
				dateCell(rep.Event.Date), rep.Event.AsWritten.Text, yes(rep.Event.ProbableSlip), rep.At.String(), rep.Quote.Text, rep.Translation.Text, t.Plain(rep.Lacks), t.Plain(rep.Because), t.Plain(rep.Links.SameBecause),
				t.site.URL(rep.Address()), "articles")
		}
	}
	other := func(layer, title, article, outlet, outletID, published, date, address string) {
		cells := make([]string, len(head))
		copy(cells[1:], []string{title, article, outlet, outletID, published, date})
		copy(cells[len(cells)-2:], []string{address, layer})
		row(cells...)
	}
	for _, a := range t.site.ArticlesByID() {
		published := a.Front.Source.Published.String()
		other("publication", a.Title, a.ID, outlet(a), outletID(a), published, published, t.site.URL(a.Path))
	}
	for _, l := range t.site.Later {
		other("outside", l.Title, "", l.Front.Publisher.Text, "", dateCell(l.Front.Published), l.Front.Date.String(), t.site.URL(l.Path))
	}
}
