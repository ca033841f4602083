package view

import (
	"html/template"

	"receipts/internal/content"
	"receipts/internal/proof"
	"receipts/internal/site"
)

// CoveragePage lists what the site has weak evidence for.
type CoveragePage struct {
	Base
	Groups []CoverageGroup
}

// CoverageGroup is one kind of weak evidence, with all that has no better.
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
	Note   string        // the outlet and date, or how many quotes
	Says   template.HTML // what a quote lacks, or why a date is flagged
	Quotes []Quote
}

func coveragePage(on *page) Data {
	c := on.proof.Coverage()
	reports := func(list []*site.Report, says func(*site.Report) content.Inline) []CoverageItem {
		return each(list, func(rep *site.Report) CoverageItem {
			return CoverageItem{Link: on.toReport(rep), Note: on.byline(rep.Article), Says: on.of(rep.Article).html(says(rep))}
		})
	}
	unexplained := each(c.Unexplained, func(d *site.Disagreement) CoverageItem {
		return CoverageItem{Link: on.toPoint(d), Note: on.t("differ." + d.Unexplained())}
	})
	alone := "coverage.one-source.why"
	oneSource := each(c.OneSource, func(f *site.Fact) CoverageItem {
		item := CoverageItem{Link: on.toFact(f), Note: on.byline(f.Teller())}
		if more := on.besideReports(f); more != "" {
			alone = "coverage.one-source.more"
			item.Note += " · " + more
		}
		return item
	})
	noNumber := reports(c.NoNumber, func(*site.Report) content.Inline { return content.Inline{} })
	flagged := reports(c.Flagged, func(rep *site.Report) content.Inline { return rep.Event.FlagReason })
	partly := reports(c.Partly, func(rep *site.Report) content.Inline { return rep.Lacks })
	quotes := 0
	unverified := each(c.Unverified, func(u proof.Unverified) CoverageItem {
		quotes += len(u.Quotes)
		return CoverageItem{
			Link:   on.link(u.Article.Path, on.byline(u.Article)),
			Note:   on.t("coverage.unverified.of", on.Number(int64(len(u.Quotes))), on.Number(int64(u.Of))),
			Quotes: each(u.Quotes, func(e *content.Evidence) Quote { return *on.quote(u.Article, e) }),
		}
	})
	questions := each(c.Questions, func(q *site.Question) Link { return on.to(&q.Node) })
	states := each(c.States, on.toState)

	because := func(id, why string, count int, items []CoverageItem, most int, names []Link) CoverageGroup {
		g := CoverageGroup{
			ID: id, Title: on.t("coverage." + id), Why: on.t(why), Count: on.Number(int64(count)),
			Items: cut(items, 0, most), Names: names,
		}
		if more := len(items) - most; more > 0 {
			g.More = on.Count("total.more", more)
		}
		return g
	}
	group := func(id string, count int, items []CoverageItem, most int, names []Link) CoverageGroup {
		return because(id, "coverage."+id+".why", count, items, most, names)
	}
	v := &CoveragePage{
		on.base("coverage", on.t("coverage.title"), on.t("coverage.description")),
		[]CoverageGroup{
			group("unexplained", len(unexplained), unexplained, perSheetLines, nil),
			because("one-source", alone, len(oneSource), oneSource, perSheetLines, nil),
			group("no-number", len(noNumber), noNumber, perSheetLines, nil),
			group("flagged", len(flagged), flagged, perSheetLines, nil),
			group("partly", len(partly), partly, perSheetLines, nil),
			group("unverified", quotes, unverified, perSheetTexts, nil), // an item has all quotes of an article
			group("questions", len(questions), nil, 0, questions),
		},
	}
	if on.reviews != nil {
		unread, n := on.unread()
		v.Groups = append(v.Groups, group("unread", n, unread, perSheetLines, nil))
	}
	if len(on.site.States) > 0 {
		v.Groups = append(v.Groups, group("states", len(states), nil, 0, states))
	}
	return v
}

// besideReports says what else the page of f shows that bears on whether it is so.
func (w words) besideReports(f *site.Fact) string {
	switch {
	case len(f.Disagreements) > 0:
		return w.t("coverage.differs")
	case f.Front != nil && len(f.Front.Notes) > 0:
		return w.t("coverage.note")
	}
	return ""
}
