package render

import (
	"html/template"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/site"
)

// CoveragePage is what the site stands on one leg with.
type CoveragePage struct {
	Base
	Groups []CoverageGroup
}

// CoverageGroup is one way of being thin, with what is.
type CoverageGroup struct {
	ID, Title, Why string
	Count          string
	Items          []CoverageItem
	More           string // how many are not shown: "and 8 more"
	Names          []Link // in place of items, where a name says all
}

// CoverageItem is one fact, report or article.
type CoverageItem struct {
	Link
	Note   string        // who reports it, or how many quotes
	Says   template.HTML // what a quote lacks, or why a date is flagged
	Quotes []Quote
}

func (r *renderer) coverage() view {
	c := r.site.Coverage()
	v := &CoveragePage{Base: r.base("/coverage/", "coverage", r.t("coverage.title"), r.t("coverage.description"))}
	flagged := r.coverageItems(c.Flagged, func(rep *site.Report) content.Inline { return rep.Event.FlagReason })
	partly := r.coverageItems(c.Partly, func(rep *site.Report) content.Inline { return rep.Lacks })
	noNumber := r.coverageItems(c.NoNumber, nil)
	quotes, unverified := r.unverified(c.Unverified)
	var questions, states []Link
	for _, q := range c.Questions {
		questions = append(questions, r.link(q.Path, q.Title))
	}
	for _, st := range c.States {
		states = append(states, r.link(st.Path, st.Name))
	}
	for _, g := range []struct {
		id    string
		count int
		CoverageGroup
	}{
		{"unexplained", len(c.Unexplained), CoverageGroup{
			Title: r.t("coverage.unexplained"), Why: r.t("coverage.unexplained.why"), Items: r.unexplained(c.Unexplained),
		}},
		{"one-source", len(c.OneSource), CoverageGroup{
			Title: r.t("coverage.one-source"), Why: r.t("coverage.one-source.why"), Items: r.oneSource(c.OneSource),
		}},
		{"no-number", len(noNumber), CoverageGroup{
			Title: r.t("coverage.no-number"), Why: r.t("coverage.no-number.why"), Items: noNumber,
		}},
		{"flagged", len(flagged), CoverageGroup{
			Title: r.t("coverage.flagged"), Why: r.t("coverage.flagged.why"), Items: flagged,
		}},
		{"partly", len(partly), CoverageGroup{
			Title: r.t("coverage.partly"), Why: r.t("coverage.partly.why"), Items: partly,
		}},
		{"unverified", quotes, CoverageGroup{
			Title: r.t("coverage.unverified"), Why: r.t("coverage.unverified.why"), Items: unverified,
		}},
		{"questions", len(questions), CoverageGroup{
			Title: r.t("coverage.questions"), Why: r.t("coverage.questions.why"), Names: questions,
		}},
		{"states", len(states), CoverageGroup{
			Title: r.t("coverage.states"), Why: r.t("coverage.states.why"), Names: states,
		}},
	} {
		g.ID, g.Count = g.id, strconv.Itoa(g.count)
		most := perSheetLines
		if g.id == "unverified" { // whose items hold all quotes of an article
			most = perSheetTexts
		}
		if more := len(g.Items) - most; more > 0 {
			g.Items, g.More = g.Items[:most], r.words.Count("total.more", more)
		}
		v.Groups = append(v.Groups, g.CoverageGroup)
	}
	return v
}

func (r *renderer) unexplained(list []*site.Disagreement) []CoverageItem {
	var out []CoverageItem
	for _, d := range list {
		out = append(out, CoverageItem{Link: r.link(d.Fact.Path+"#"+d.Anchor, d.Fact.Title), Note: r.t("differ." + d.Aspect)})
	}
	return out
}

func (r *renderer) oneSource(list []*site.Fact) []CoverageItem {
	var out []CoverageItem
	for _, f := range list {
		out = append(out, CoverageItem{Link: r.link(f.Path, f.Title), Note: r.byline(f.Reports[0].Article)})
	}
	return out
}

// coverageItems lists reports, each with what says says of it.
func (r *renderer) coverageItems(list []*site.Report, says func(*site.Report) content.Inline) []CoverageItem {
	var out []CoverageItem
	for _, rep := range list {
		item := CoverageItem{Link: r.link(rep.Address(), rep.Fact.Title), Note: r.byline(rep.Article)}
		if says != nil {
			item.Says = r.html(says(rep), &page{renderer: r, path: "/coverage/", article: rep.Article})
		}
		out = append(out, item)
	}
	return out
}

// unverified lists the quotes of each article that nobody has looked up, and
// says how many there are in all.
func (r *renderer) unverified(list []site.Unverified) (int, []CoverageItem) {
	all := 0
	var out []CoverageItem
	for _, u := range list {
		item := CoverageItem{
			Link: r.link(u.Article.Path, r.byline(u.Article)),
			Note: r.t("coverage.unverified.of", r.words.Number(int64(len(u.Quotes))), r.words.Number(int64(u.Of))),
		}
		for _, e := range u.Quotes {
			item.Quotes = append(item.Quotes, *r.quote(u.Article, *e))
		}
		all += len(u.Quotes)
		out = append(out, item)
	}
	return all, out
}
