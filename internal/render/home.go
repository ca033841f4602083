package render

import (
	"html/template"
	"slices"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// HomePage says what this is, what is known, and what is disputed.
type HomePage struct {
	Base
	Summary       template.HTML
	Till          []TillLine
	Total         TotalView // of all money
	Totals        string    // where its reasons stand
	Articles      []ArticleItem
	Disagreements []DisagreementView
	Points        Link // to all points of disagreement
	Questions     []QuestionItem
	States        []Link
}

// TillLine is one amount of the long receipt.
type TillLine struct {
	Link
	Amount locale.Quantity
	Note   string
}

// homePoints is how many disagreements the home page shows.
const homePoints = 2

func (r *renderer) home() (view, error) {
	on := &page{renderer: r, path: "/"}
	cfg := r.site.Config
	description := r.plain(cfg.Summary)
	if description == "" {
		description = cfg.Tagline.Text
	}
	v := &HomePage{
		Base:   r.base("/", "home", cfg.Title.Text, describe(description)),
		Points: r.link("/disagreements/", r.words.Count("home.points", len(r.site.Disagreements))),
	}
	var err error
	if v.Summary, err = r.html(cfg.Summary, on); err != nil {
		return v, err
	}
	v.Total, v.Totals = r.total(r.t("total.all"), r.site.Total()), r.site.Href("/amounts/")+"#totals"
	facts := slices.DeleteFunc(slices.Clone(r.site.Facts), func(f *site.Fact) bool {
		return f.Type != site.Money || f.Reports[0].Amount.Quantity.IsUnquantified()
	})
	slices.SortStableFunc(facts, func(x, y *site.Fact) int {
		return byLowerBound(x.Reports[0].Amount.Quantity.Quantity, y.Reports[0].Amount.Quantity.Quantity)
	})
	for _, f := range facts {
		v.Till = append(v.Till, r.tillLine(f))
	}
	if v.Articles, err = r.articleItems(r.site.Articles, on); err != nil {
		return v, err
	}
	points := r.byKind()
	if v.Disagreements, err = r.disagreements(points[:min(homePoints, len(points))], on); err != nil {
		return v, err
	}
	for _, q := range r.site.Questions {
		v.Questions = append(v.Questions, r.questionItem(q))
	}
	for _, st := range r.site.States {
		if len(st.Facts) > 0 || len(st.Said) > 0 {
			v.States = append(v.States, r.link(st.Path, st.Name))
		}
	}
	return v, nil
}

func (r *renderer) tillLine(f *site.Fact) TillLine {
	first := f.Reports[0]
	flow, _ := r.site.Config.Flows.Label(first.Amount.Flow.Text)
	note := flow + " · " + r.byline(first.Article)
	if n := len(f.Reports); n > 1 {
		note = flow + " · " + r.words.Count("count.reports", n)
	}
	return TillLine{r.link(f.Path, f.Title), r.words.Quantity(first.Amount.Quantity.Quantity), note}
}
