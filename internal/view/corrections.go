package view

import (
	"cmp"
	"html/template"
	"strings"

	"receipts/internal/changes"
	"receipts/internal/site"
)

// CorrectionsPage is our policy and every correction, newest first.
type CorrectionsPage struct {
	WithText
	Fixes   []CorrectionView
	Amended []AmendedView // figures that a source has amended, newest first
	Since   string        // heading of Changes; empty if no earlier edition was given
	Changes []ChangeView
}

// AmendedView is a figure that replaces an earlier one.
type AmendedView struct {
	Link        // to the later report
	What string // "$1.4 million, The Paper, 1 Dec 2024 replaces $1.2 million, The Paper, 1 Nov 2024"
}

// ChangeView is a fact or a status that is not what it was.
type ChangeView struct {
	Link
	Article *Link
	What    string // "amount 75 → 80 million USD"
}

func correctionsPage(on *page) Data {
	v := &CorrectionsPage{
		WithText: on.withText("corrections", on.t("nav.corrections"), on.t("corrections.description")),
		Fixes:    each(on.site.Corrections, on.correction),
	}
	v.Feed = new(on.link("/corrections/feed.xml", v.Title))
	for _, rep := range on.site.Amended {
		for _, earlier := range rep.Replaces {
			v.Amended = append(v.Amended, AmendedView{on.toReport(rep), on.t("corrections.amendment", on.reported(rep), on.reported(earlier))})
		}
	}
	if len(on.earlier.Sites) > 0 {
		v.Since, v.Changes = on.since(), on.changesSince()
	}
	return v
}

// Amendments says which figures of a replace earlier ones.
func (v *Views) Amendments(a *site.Article) string {
	var out []string
	for _, rep := range a.Reports {
		for _, earlier := range rep.Replaces {
			out = append(out, v.join("colon", rep.Fact.Title, v.t("corrections.amendment", v.reported(rep), v.reported(earlier)))+v.t("join.stop"))
		}
	}
	return strings.Join(out, " ")
}

// changesSince lists what facts say now and did not say in an earlier edition.
func (on *page) changesSince() []ChangeView {
	var out []ChangeView
	for _, c := range on.changes() {
		if c.Words || c.Part == changes.LaterOnes || c.Part == changes.Pages {
			continue
		}
		row := on.changedRow(c)
		v := ChangeView{Link: on.changedThing(c), Article: row.Article, What: row.What}
		switch {
		case c.Kind == changes.Changed:
			v.What = on.t("change.changed", row.What, on.orNone(row.Old.String()), on.orNone(row.New.String()))
		case c.Kind != changes.Renamed:
			v.What = strings.TrimSpace(row.What + " " + cmp.Or(row.New, row.Old).String())
			if row.Replaces != "" {
				v.What = on.join("semicolon", v.What, row.Replaces)
			}
		}
		out = append(out, v)
	}
	return out
}

// CorrectionView is a mistake of ours, mended.
type CorrectionView struct {
	ISO, Date string
	Article   Link
	Was, Now  template.HTML
}

func (on *page) correction(c *site.Correction) CorrectionView {
	on = on.at(c.Article.Path).of(c.Article)
	return CorrectionView{
		ISO: iso(c.Date), Date: on.Date(c.Date.Date), Article: on.to(&c.Article.Node), Was: on.html(c.Was), Now: on.html(c.Now),
	}
}
