package view

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// HomePage is the start of the site.
type HomePage struct {
	Base
	Headline       Link
	Summary        template.HTML // where there is no short version
	Short          []template.HTML
	HasScraps      bool          // whether a figure of the short version opens its receipt
	Since          template.HTML // what became of it, from outside the articles
	Ways           *Ways
	Tills          []TillView
	Ledger         string // with all amounts
	Totals         string // where the reasons of totals stand
	Sure           []SureLine
	Articles       []ArticleItem
	More           *Link // to all articles, if some are not shown
	Contradictions []DisagreementView
	Shown          string // how many of the contradictions these are: "2 of 4"; empty if all
	Points         Link   // to all points of disagreement
	StatesTitle    string
	States         Link
	Tiles          *TilesView // nil if no article says anything of a state
	Named          []StateItem
	Sample         *Receipt // to show how a receipt is read
}

// TillView is a group of amounts on the long receipt.
type TillView struct {
	Title, TitleLang string // the language only if it is not the page's

	Tally string // "6 figures, 9 mentions without a figure"
	Lines []TillLine
	More  string     // "and 3 more"; empty if all are there
	Total *TotalView // of what one payer pays, or of all money; nil of what is left
}

// TillLine is one amount of the long receipt.
type TillLine struct {
	Heading string // as of [LedgerRow]
	Link
	Amount locale.Quantity
	Note   string
	Differ string // that accounts of it contradict each other; empty if they do not
}

// StateItem is a state of which an article says something.
type StateItem struct {
	Link
	Facts string // "5 facts"
}

// How much of each list the home page shows; the lists' own pages have all.
const (
	homeAmounts  = 12 // of all groups together
	homeArticles = 6
	homePoints   = 2
	homeStates   = 12
)

func homePage(on *page) Data {
	cfg, s := on.site.Config, on.site
	money, states := on.moneyFacts(), countNamed(s.States)
	v := &HomePage{
		Base:     on.base("home", cfg.Title.Text, describe(cmp.Or(on.Plain(cfg.Summary), cfg.Tagline.Text))),
		Headline: on.firstOf(cfg.Headline, cfg.Tagline, cfg.Title),
		Short:    each(cfg.Short, on.withScraps), Since: on.html(cfg.Since), Ways: on.ways(),
		Tills: on.tills(money), Ledger: s.Href("/amounts/"), Totals: s.Href("/amounts/") + "#totals",
		Sure:           on.sure(),
		Articles:       each(cut(s.Articles, 0, homeArticles), on.articleItem),
		Contradictions: each(cut(oneOfEach(contradictions(s)), 0, homePoints), on.disagreement),
		Points:         on.link("/disagreements/", on.Count("home.points", len(s.Disagreements))),
		States:         on.link(s.Config.Regions.List(), on.t("nav.states")), StatesTitle: on.Count("count.states", states),
		Sample: sampleOf(on, money),
	}
	if len(v.Short) == 0 {
		v.Summary = on.html(cfg.Summary)
	}
	v.HasScraps = slices.ContainsFunc(v.Short, func(html template.HTML) bool { return strings.Contains(string(html), `<a class="scrap"`) })
	if len(s.Articles) > homeArticles {
		v.More = new(on.link("/articles/", on.Count("home.all-articles", len(s.Articles))))
	}
	if all := len(contradictions(s)); len(v.Contradictions) < all {
		v.Shown = on.t("home.contradict.some", len(v.Contradictions), all)
	}
	if states > 0 {
		v.Tiles = on.grid.tiles(nil)
		v.Named = each(cut(mostNamed(s.States), 0, homeStates), func(st *site.State) StateItem {
			return StateItem{on.toState(st), on.Count("count.facts", len(st.Facts))}
		})
	}
	v.tell = func(page *Thing) { page.IsPartOf = on.siteThing() }
	v.Front = &FrontMast{
		Subject: on.firstOf(cfg.Subject), Promise: on.firstOf(cfg.Promise),
		Counts: on.counts(),
	}
	return v
}

// counts says how much the site has read and found: "2 articles read · 6 figures · 7 states".
func (v items) counts() string {
	counts := v.Count("count.articles-read", len(v.site.Articles)) + " · " + v.tally(v.site.Facts)
	if n := countNamed(v.site.States); n > 0 {
		counts += " · " + v.Count("count.states", n)
	}
	return counts
}

// mostNamed lists the states that facts concern, that of most facts first.
func mostNamed(states []*site.State) []*site.State {
	named := slices.DeleteFunc(slices.Clone(states), func(st *site.State) bool { return len(st.Facts) == 0 })
	slices.SortStableFunc(named, func(x, y *site.State) int { return len(y.Facts) - len(x.Facts) })
	return named
}

// contradictions lists the points on which what one article writes does not fit what
// another one writes.
func contradictions(s *site.Site) []*site.Disagreement {
	return slices.DeleteFunc(byKind(s.Disagreements), func(d *site.Disagreement) bool { return d.Kind != "contradiction" })
}

// oneOfEach lists the first point of each fact, that of the fact with most points first.
func oneOfEach(points []*site.Disagreement) []*site.Disagreement {
	of := map[*site.Fact]int{}
	var out []*site.Disagreement
	for _, d := range points {
		if of[d.Fact]++; of[d.Fact] == 1 {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(x, y *site.Disagreement) int { return of[y.Fact] - of[x.Fact] })
	return out
}

// tills are the groups of amounts. An empty group is left out.
func (v items) tills(money []*site.Fact) []TillView {
	groups := v.site.Tills(money)
	var out []TillView
	for _, g := range groups {
		if len(g.Facts) == 0 {
			continue
		}
		most := homeAmounts / len(groups)
		t := TillView{Title: cmp.Or(g.Title.Text, v.t("home.amounts")), TitleLang: v.otherLang(g.Title.Place.File), Tally: v.tally(g.Facts), Lines: v.till(cut(g.Facts, 0, most))}
		if more := len(g.Facts) - most; more > 0 {
			t.More = v.Count("home.more-amounts", more)
		}
		switch {
		case g.IsAll:
			t.Total = new(v.total(v.t("total.all"), *g.Total))
		case g.Total != nil:
			t.Total = new(v.total(t.Title, *g.Total))
		}
		out = append(out, t)
	}
	return out
}

// moneyFacts lists the facts of money as of [likeBesideLike]. What is said of money in
// general, without a figure, comes last.
func (v items) moneyFacts() []*site.Fact {
	facts := slices.DeleteFunc(slices.Clone(v.site.Facts), func(f *site.Fact) bool { return f.Type != site.Money })
	likeBesideLike(facts, func(f *site.Fact) amount.Quantity { return quantityOf(f.First()) })
	isGeneral := func(f *site.Fact) bool { return !f.HasFigure() && !v.site.IsPayment(f.First()) }
	general := slices.DeleteFunc(slices.Clone(facts), func(f *site.Fact) bool { return !isGeneral(f) })
	return append(slices.DeleteFunc(facts, isGeneral), general...)
}

// sampleOf is the receipt that shows how one is read: the first with a qualifier,
// a quote and a payer.
func sampleOf(on *page, money []*site.Fact) *Receipt {
	for _, f := range money {
		rep := f.First()
		if rep.Amount.Quantity.IsUnquantified() || rep.Evidence.IsZero() || len(rep.From) == 0 {
			continue
		}
		return new(on.of(rep.Article).receipt(rep))
	}
	return nil
}

// till are the lines of the long receipt, with the headings of their units.
func (v items) till(facts []*site.Fact) []TillLine {
	lines := each(facts, v.tillLine)
	for i, heading := range v.unitHeadings(each(facts, func(f *site.Fact) amount.Quantity { return quantityOf(f.First()) })) {
		lines[i].Heading = heading
	}
	return lines
}

func (v items) tillLine(f *site.Fact) TillLine {
	first := f.First()
	kind := v.paymentInFull(first)
	note := kind + " · " + outlet(first.Article)
	if first.At.Kind == "P" {
		note = kind + " · " + v.t("home.paragraph", outlet(first.Article), first.At.N)
	}
	if n := len(f.Reports); n > 1 {
		note = kind + " · " + v.reports(f)
		if others := v.otherFigures(f); others != "" {
			note = kind + " · " + v.join("semicolon", outlet(first.Article), others)
		}
	}
	if first.ReplacedBy != nil {
		note += " · " + v.t("ledger.replaced", v.reported(first.ReplacedBy))
	}
	line := TillLine{Link: v.toFact(f), Amount: v.amount(first), Note: note}
	if f.Contradictions() > 0 {
		line.Differ = v.differ(f)
	}
	return line
}
