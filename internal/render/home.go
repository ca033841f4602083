package render

import (
	"cmp"
	"html/template"
	"slices"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// HomePage says what this is, what is known, what is disputed and what changed.
type HomePage struct {
	Base
	Headline      string
	Summary       template.HTML
	Glance        []GlanceLine
	Till          []TillLine
	Lines         string    // "9 amounts"
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

// A GlanceLine answers one question of a reader who has just arrived.
type GlanceLine struct{ Label, Text, Href string }

// TillLine is one amount of the long receipt.
type TillLine struct {
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

func (r *renderer) home() view {
	on := &page{renderer: r, path: "/"}
	cfg, s := r.site.Config, r.site
	description := r.plain(cfg.Summary)
	if description == "" {
		description = cfg.Tagline.Text
	}
	v := &HomePage{
		Base:     r.base("/", "home", cfg.Title.Text, describe(description)),
		Headline: cmp.Or(cfg.Headline.Text, cfg.Tagline.Text, cfg.Title.Text),
		Total:    r.total(r.t("total.all"), s.Total()), Ledger: s.Href("/amounts/"), Totals: s.Href("/amounts/") + "#totals",
		Points: r.link("/disagreements/", r.words.Count("home.points", len(s.Disagreements))),
		States: r.link("/states/", r.t("home.all-states")),
	}
	v.Summary = r.html(cfg.Summary, on)
	money := moneyFacts(s)
	for _, f := range money[:min(homeAmounts, len(money))] {
		v.Till = append(v.Till, r.tillLine(f))
	}
	v.Lines = r.words.Count("count.amounts", len(money))
	if more := len(money) - homeAmounts; more > 0 {
		v.MoreLines = r.words.Count("home.more-amounts", more)
	}
	v.Articles = r.articleItems(s.Articles[:min(homeArticles, len(s.Articles))], on)
	if len(s.Articles) > homeArticles {
		all := r.link("/articles/", r.words.Count("home.all-articles", len(s.Articles)))
		v.More = &all
	}
	points := r.byKind()
	v.Disagreements = r.disagreements(points[:min(homePoints, len(points))], on)
	for _, q := range s.Questions[:min(homeQuestions, len(s.Questions))] {
		v.Questions = append(v.Questions, r.questionItem(q))
	}
	if len(s.Questions) > homeQuestions {
		all := r.link("/legal/", r.words.Count("home.all-questions", len(s.Questions)))
		v.MoreQuestions = &all
	}
	states := 0
	for _, st := range s.States {
		if len(st.Facts) > 0 || len(st.Said) > 0 {
			states++
		}
	}
	v.StatesTitle = r.words.Count("count.states", states)
	if states > 0 {
		v.Tiles = r.tilesView(nil)
	}
	v.Front = &FrontMast{
		Subject: cfg.Subject.Text, Promise: cfg.Promise.Text,
		Counts: r.words.Count("count.articles-read", len(s.Articles)) + " · " + v.Lines + " · " + v.StatesTitle,
	}
	v.Glance = r.glance()
	v.Sample = r.sample(money)
	return v
}

// glance says in one line each what is known, disputed and changed.
func (r *renderer) glance() []GlanceLine {
	s := r.site
	twice := 0 // how many facts have a second article to stand on
	for _, f := range s.Facts {
		if slices.ContainsFunc(f.Reports, func(rep *site.Report) bool { return rep.Article != f.Reports[0].Article }) {
			twice++
		}
	}
	out := []GlanceLine{{
		r.t("home.known"),
		r.t("home.more-than-one-article", twice, len(s.Facts)),
		r.part("/facts/"),
	}}
	if n := len(s.Disagreements); n > 0 {
		out = append(out, GlanceLine{r.t("home.disputed"), r.words.Count("home.differ", n), s.Href("/disagreements/")})
	}
	changed := GlanceLine{r.t("home.changed"), r.t("corrections.none"), r.part("/corrections/")}
	if n := len(s.Corrections); n > 0 {
		changed.Text = r.words.Count("home.corrections", n)
	}
	return append(out, changed)
}

// moneyFacts lists the sums of money, by what is surely there, the greatest
// first; then those without a number.
func moneyFacts(s *site.Site) []*site.Fact {
	facts := slices.DeleteFunc(slices.Clone(s.Facts), func(f *site.Fact) bool { return f.Type != site.Money })
	slices.SortStableFunc(facts, func(x, y *site.Fact) int {
		return byLowerBound(x.Reports[0].Amount.Quantity.Quantity, y.Reports[0].Amount.Quantity.Quantity)
	})
	return facts
}

// sample is the receipt that shows how one is read: the first with a qualifier,
// a quote and a payer.
func (r *renderer) sample(money []*site.Fact) *Receipt {
	for _, f := range money {
		rep := f.Reports[0]
		if rep.Amount.Quantity.IsUnquantified() || rep.Evidence.IsZero() || len(rep.From) == 0 {
			continue
		}
		rc := r.receipt(rep, &page{renderer: r, path: "/", article: rep.Article})
		return &rc
	}
	return nil
}

func (r *renderer) tillLine(f *site.Fact) TillLine {
	first := f.Reports[0]
	flow, _ := r.site.Config.Flows.Label(first.Amount.Flow.Text)
	note := flow + " · " + r.byline(first.Article)
	if n := len(f.Reports); n > 1 {
		note = flow + " · " + r.words.Count("count.reports", n)
		if others := r.otherFigures(f); others != "" {
			note = flow + " · " + r.outlet(first.Article) + "; " + others
		}
	}
	return TillLine{r.link(f.Path, f.Title), r.words.Quantity(first.Amount.Quantity.Quantity), note, r.differ(f)}
}
