package view

import (
	"cmp"
	"html/template"
	"slices"

	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// HomePage is the start of the site.
type HomePage struct {
	Base
	Headline      string
	Summary       template.HTML
	Glance        []GlanceLine
	Till          []TillLine
	Lines         string    // "6 figures, 9 mentions without a figure"
	MoreLines     string    // "and 3 more"; empty if all are there
	Total         TotalView // of all money
	Ledger        string    // with all amounts
	Totals        string    // where its reasons stand
	Articles      []ArticleItem
	More          *Link // to all articles, if some are not shown
	Disagreements []DisagreementView
	Points        Link // to all points of disagreement
	Questions     []QuestionItem
	MoreQuestions *Link // to all questions, if some are not shown
	StatesTitle   string
	States        Link
	Tiles         *TilesView // nil if no article says anything of a state
	Sample        *Receipt   // to show how a receipt is read
}

// A GlanceLine says in a few words what is known, disputed or changed.
type GlanceLine struct{ Label, Text, Href string }

// TillLine is one amount of the long receipt.
type TillLine struct {
	Heading string // as of [LedgerRow]
	Link
	Amount locale.Quantity
	Note   string
	Differ string // how accounts of it differ, in a few words; empty if they do not
}

// How much of each list the home page shows; the lists' own pages have all.
const (
	homeAmounts   = 12
	homeArticles  = 6
	homePoints    = 2
	homeQuestions = 5
)

func homePage(on *page) Data {
	cfg, s := on.site.Config, on.site
	money, states := moneyFacts(s), countNamed(s.States)
	v := &HomePage{
		Base:     on.base("home", cfg.Title.Text, describe(cmp.Or(on.Plain(cfg.Summary), cfg.Tagline.Text))),
		Headline: cmp.Or(cfg.Headline.Text, cfg.Tagline.Text, cfg.Title.Text),
		Total:    on.total(on.t("total.all"), s.Total()), Ledger: s.Href("/amounts/"), Totals: s.Href("/amounts/") + "#totals",
		Points: on.link("/disagreements/", on.Count("home.points", len(s.Disagreements))),
		States: on.link("/states/", on.t("home.all-states")), StatesTitle: on.Count("count.states", states),
		Summary: on.html(cfg.Summary), Glance: on.glance(), Sample: sampleOf(on, money),
		Till: on.till(cut(money, 0, homeAmounts)), Lines: on.tally(s.Facts),
		Articles:      each(cut(s.Articles, 0, homeArticles), on.articleItem),
		Disagreements: each(cut(byKind(s.Disagreements), 0, homePoints), on.disagreement),
		Questions:     each(cut(s.Questions, 0, homeQuestions), on.questionItem),
	}
	if more := len(money) - homeAmounts; more > 0 {
		v.MoreLines = on.Count("home.more-amounts", more)
	}
	if len(s.Articles) > homeArticles {
		v.More = new(on.link("/articles/", on.Count("home.all-articles", len(s.Articles))))
	}
	if len(s.Questions) > homeQuestions {
		v.MoreQuestions = new(on.link("/legal/", on.Count("home.all-questions", len(s.Questions))))
	}
	if states > 0 {
		v.Tiles = on.grid.tiles(nil)
	}
	v.Front = &FrontMast{
		Subject: cfg.Subject.Text, Promise: cfg.Promise.Text,
		Counts: on.Count("count.articles-read", len(s.Articles)) + " · " + v.Lines + " · " + v.StatesTitle,
	}
	return v
}

// glance says in one line each what is known, disputed and changed.
func (v items) glance() []GlanceLine {
	s := v.site
	twice := 0 // how many facts a second article reports
	for _, f := range s.Facts {
		if f.Articles() > 1 {
			twice++
		}
	}
	out := []GlanceLine{{
		v.t("home.known"),
		v.t("home.more-than-one-article", twice, len(s.Facts)),
		v.part("/facts/"),
	}}
	if n := len(s.Disagreements); n > 0 {
		out = append(out, GlanceLine{v.t("home.disputed"), v.Count("home.differ", n), s.Href("/disagreements/")})
	}
	changed := GlanceLine{v.t("home.changed"), v.t("corrections.none"), v.part("/corrections/")}
	if n := len(s.Corrections); n > 0 {
		changed.Text = v.Count("home.corrections", n)
	}
	return append(out, changed)
}

// moneyFacts lists the facts of money as of [likeBesideLike].
func moneyFacts(s *site.Site) []*site.Fact {
	facts := slices.DeleteFunc(slices.Clone(s.Facts), func(f *site.Fact) bool { return f.Type != site.Money })
	likeBesideLike(facts, func(f *site.Fact) amount.Quantity { return quantityOf(f.First()) })
	return facts
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
	note := kind + " · " + v.byline(first.Article)
	if n := len(f.Reports); n > 1 {
		note = kind + " · " + v.reports(f)
		if others := v.otherFigures(f); others != "" {
			note = kind + " · " + outlet(first.Article) + "; " + others
		}
	}
	if first.ReplacedBy != nil {
		note += " · " + v.t("ledger.replaced", v.reported(first.ReplacedBy))
	}
	return TillLine{Link: v.toFact(f), Amount: v.amount(first), Note: note, Differ: v.differ(f)}
}
