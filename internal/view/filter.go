package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// LedgerFilters narrow and sort the ledger. Two groups of radio buttons work without
// a script: rules of the stylesheet hide all rows without a class, for the classes
// k1 to k12 and a1 to a12. The rest needs the script, and so does a group with more
// options than that.
type LedgerFilters struct {
	Groups  []FilterGroup
	Selects []FilterSelect
	Units   []FilterValue // what a least amount can be of: numbers of another unit or basis are not compared
	Sorts   []FilterValue // the first is the order in which the ledger is published
	All     int
	Words   string // "17 reports"
}

// FilterGroup is radio buttons of which the first shows all.
type FilterGroup struct {
	Name, Legend string
	Options      []FilterOption
}

// FilterOption is a radio button; Class is that of the rows it shows, and Value
// what stands in the address: an id, which means the same when rows change.
type FilterOption struct {
	Value, Class, Label string
	Count               int
}

// FilterSelect is a choice of values of a row's data attribute.
type FilterSelect struct {
	Name, Label string
	Values      []FilterValue
}

// FilterValue is one value with its words.
type FilterValue struct{ Value, Label string }

// filterOptions is how many classes the stylesheet knows.
const filterOptions = 12

// RowData is what a row is filtered and sorted by.
type RowData struct {
	Class     string // "k1 a2"
	Kind      string // id of the flow
	Article   string // id
	From, To  string // ids, between blanks
	Given     string // "kind" or "money", if some of the ledger is in kind
	Via       string // of those by whose way it goes
	For       string // of whom or what it is spent for
	Against   string // or against
	States    string // codes, between blanks
	Qualifier string
	Unit      string // "USD", "USD in 2024 prices/day"; empty without a number
	Number    string // as of [ledgerNumber], in whole units; empty without one
	Amount    int    // place of its number among those of the ledger, from 1 for the least; 0 without a number
	Period    int    // place of its date among those of the ledger, from 1; 0 if it has none
	Source    int    // place of its source among those of the ledger, from 1
	Differs   bool
}

// filters makes the filters of reports and fills in the data of their rows,
// which stand in the same order.
func (v items) filters(reports []*site.Report, rows []LedgerRow) *LedgerFilters {
	f := &LedgerFilters{All: len(rows), Words: v.Count("count.reports", len(rows)), Sorts: v.ledgerSorts(rows)}
	kinds := FilterGroup{Name: "k", Legend: v.t("filter.kind")}
	articles := FilterGroup{Name: "a", Legend: v.t("filter.article")}
	from, to, states, qualifiers := choice{}, choice{}, choice{}, choice{}
	via, supported, opposed, given := choice{}, choice{}, choice{}, choice{}
	isInKind := func(rep *site.Report) bool { return rep.Amount.InKind }
	someInKind := slices.ContainsFunc(reports, isInKind)
	amounts, periods, sources := amountPlaces(reports), periodPlaces(reports), sourcePlaces(v.Locale, reports)
	for i, rep := range reports {
		d := &RowData{
			Kind: rep.Amount.Flow.Text, Article: rep.Article.ID, Differs: rows[i].Differ != "", Qualifier: rows[i].Amount.Before,
			Amount: amounts[i], Period: periods[i], Source: sources[i],
		}
		var classes []string
		for _, c := range []string{kinds.add(d.Kind, rows[i].Flow), articles.add(d.Article, rows[i].Article.Label)} {
			if c != "" {
				classes = append(classes, c)
			}
		}
		d.Class = strings.Join(classes, " ")
		d.From, d.To = from.parties(v.links, rep.From), to.parties(v.links, rep.To)
		switch {
		case isInKind(rep):
			d.Given = given.add("kind", v.t("filter.in-kind"))
		case someInKind:
			d.Given = given.add("money", v.t("filter.in-money"))
		}
		d.Via = via.parties(v.links, rep.Via)
		d.For, d.Against = supported.parties(v.links, rep.For), opposed.parties(v.links, rep.Against)
		for _, s := range rep.Links.States {
			if t, ok := v.site.Resolve(s.Code, ""); ok {
				d.States += " " + states.add(s.Code, t.Node.Title)
			}
		}
		if d.Qualifier != "" {
			qualifiers.add(d.Qualifier, d.Qualifier)
		}
		q := rep.Amount.Quantity.Quantity
		if q.Kind() != amount.Unquantified {
			if n, ok := ledgerNumber(q); ok {
				d.Number = q.Decimal(n.Minor)
			}
			unit := FilterValue{q.Measure(), v.Measure(q)}
			if q.Basis() != "" {
				unit = FilterValue{q.Measure() + "/" + q.Basis(), v.t("filter.unit-per", v.Measure(q), v.Basis(q))}
			}
			d.Unit = unit.Value
			if !slices.Contains(f.Units, unit) {
				f.Units = append(f.Units, unit)
			}
		}
		rows[i].Data = d
	}
	for _, g := range []FilterGroup{kinds, articles} {
		switch n := len(g.Options); {
		case n > filterOptions:
			f.Selects = append(f.Selects, g.asSelect(v.Tag(), v.Leading()))
		case n > 1:
			f.Groups = append(f.Groups, g)
		}
	}
	for _, s := range []struct {
		name, key string
		of        choice
	}{{"from", "ledger.from", from}, {"to", "ledger.to", to}, {"given", "filter.given", given}, {"via", "receipt.via", via}, {"for", "receipt.for", supported}, {"against", "receipt.against", opposed}, {"states", "filter.state", states}, {"qualifier", "filter.qualifier", qualifiers}} {
		if len(s.of) == 0 {
			continue
		}
		leading := v.Leading()
		if s.name == "states" {
			leading = nil
		}
		f.Selects = append(f.Selects, FilterSelect{s.name, v.t(s.key), s.of.sorted(v.Tag(), leading)})
	}
	return f
}

// asSelect is a group that has more options than the stylesheet knows.
func (g FilterGroup) asSelect(lang string, leading []string) FilterSelect {
	of := choice{}
	for _, o := range g.Options {
		of.add(o.Value, o.Label)
	}
	return FilterSelect{g.Name, g.Legend, of.sorted(lang, leading)}
}

// add counts a row under its value and returns its class, if there is one left.
func (g *FilterGroup) add(value, label string) string {
	i := slices.IndexFunc(g.Options, func(o FilterOption) bool { return o.Value == value })
	if i < 0 {
		i = len(g.Options)
		g.Options = append(g.Options, FilterOption{Value: value, Label: label})
		if i < filterOptions {
			g.Options[i].Class = g.Name + strconv.Itoa(i+1)
		}
	}
	g.Options[i].Count++
	return g.Options[i].Class
}

// A choice is the values that rows have, with their words.
type choice map[string]string

func (c choice) add(value, label string) string {
	c[value] = label
	return value
}

// parties adds those that have a page; the others cannot be chosen.
func (c choice) parties(v links, ps []site.Party) string {
	var b strings.Builder
	for _, p := range ps {
		if p.Entity != nil {
			b.WriteString(" " + c.add(p.Entity.ID, v.name(&p.Entity.Node)))
		}
	}
	return strings.TrimSpace(b.String())
}

// sorted are the values in alphabetical order; see [locale.Filed].
func (c choice) sorted(lang string, leading []string) []FilterValue {
	var out []FilterValue
	for value, label := range c {
		out = append(out, FilterValue{value, label})
	}
	locale.Sort(lang, out, func(x FilterValue) string { return locale.Filed(x.Label, leading) }, func(x, y FilterValue) int { return cmp.Compare(x.Value, y.Value) })
	return out
}
