package view

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

func coveragePage(on *page) Data {
	c := on.site.Coverage()
	v := &CoveragePage{Base: on.base("coverage", on.t("coverage.title"), on.t("coverage.description"))}
	flagged := on.coverageItems(c.Flagged, func(rep *site.Report) content.Inline { return rep.Event.FlagReason })
	partly := on.coverageItems(c.Partly, func(rep *site.Report) content.Inline { return rep.Lacks })
	noNumber := on.coverageItems(c.NoNumber, nil)
	quotes, unverified := on.unverified(c.Unverified)
	questions := each(c.Questions, func(q *site.Question) Link { return on.to(&q.Node) })
	states := each(c.States, on.toState)
	for _, g := range []struct {
		id    string
		count int
		CoverageGroup
	}{
		{"unexplained", len(c.Unexplained), CoverageGroup{
			Title: on.t("coverage.unexplained"), Why: on.t("coverage.unexplained.why"), Items: on.unexplained(c.Unexplained),
		}},
		{"one-source", len(c.OneSource), CoverageGroup{
			Title: on.t("coverage.one-source"), Why: on.t("coverage.one-source.why"), Items: on.oneSource(c.OneSource),
		}},
		{"no-number", len(noNumber), CoverageGroup{
			Title: on.t("coverage.no-number"), Why: on.t("coverage.no-number.why"), Items: noNumber,
		}},
		{"flagged", len(flagged), CoverageGroup{
			Title: on.t("coverage.flagged"), Why: on.t("coverage.flagged.why"), Items: flagged,
		}},
		{"partly", len(partly), CoverageGroup{
			Title: on.t("coverage.partly"), Why: on.t("coverage.partly.why"), Items: partly,
		}},
		{"unverified", quotes, CoverageGroup{
			Title: on.t("coverage.unverified"), Why: on.t("coverage.unverified.why"), Items: unverified,
		}},
		{"questions", len(questions), CoverageGroup{
			Title: on.t("coverage.questions"), Why: on.t("coverage.questions.why"), Names: questions,
		}},
		{"states", len(states), CoverageGroup{
			Title: on.t("coverage.states"), Why: on.t("coverage.states.why"), Names: states,
		}},
	} {
		g.ID, g.Count = g.id, strconv.Itoa(g.count)
		most := perSheetLines
		if g.id == "unverified" { // whose items hold all quotes of an article
			most = perSheetTexts
		}
		if more := len(g.Items) - most; more > 0 {
			g.Items, g.More = g.Items[:most], on.Count("total.more", more)
		}
		v.Groups = append(v.Groups, g.CoverageGroup)
	}
	return v
}

func (v *Views) unexplained(list []*site.Disagreement) []CoverageItem {
	var out []CoverageItem
	for _, d := range list {
		out = append(out, CoverageItem{Link: v.toPoint(d), Note: v.t("differ." + d.Aspect)})
	}
	return out
}

func (v *Views) oneSource(list []*site.Fact) []CoverageItem {
	var out []CoverageItem
	for _, f := range list {
		out = append(out, CoverageItem{Link: v.toFact(f), Note: v.byline(f.Reports[0].Article)})
	}
	return out
}

// coverageItems lists reports, each with what says says of it.
func (on *page) coverageItems(list []*site.Report, says func(*site.Report) content.Inline) []CoverageItem {
	var out []CoverageItem
	for _, rep := range list {
		item := CoverageItem{Link: on.toReport(rep), Note: on.byline(rep.Article)}
		if says != nil {
			item.Says = on.of(rep.Article).html(says(rep))
		}
		out = append(out, item)
	}
	return out
}

// unverified lists the quotes of each article that nobody has looked up, and
// says how many there are in all.
func (v *Views) unverified(list []site.Unverified) (int, []CoverageItem) {
	all := 0
	var out []CoverageItem
	for _, u := range list {
		item := CoverageItem{
			Link: v.link(u.Article.Path, v.byline(u.Article)),
			Note: v.t("coverage.unverified.of", v.Number(int64(len(u.Quotes))), v.Number(int64(u.Of))),
		}
		for _, e := range u.Quotes {
			item.Quotes = append(item.Quotes, *v.quote(u.Article, *e))
		}
		all += len(u.Quotes)
		out = append(out, item)
	}
	return all, out
}
