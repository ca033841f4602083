package view

import (
	"cmp"
	"html/template"
	"strings"

	"receipts/internal/changes"
	"receipts/internal/content"
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
	if on.earlier.Site != nil {
		v.Since, v.Changes = on.t("corrections.since-earlier"), on.changesSince(on.earlier.Site)
		if on.earlier.Name != "" {
			v.Since = on.t("corrections.since", on.earlier.Name)
		}
	}
	return v
}

// Amendments says which figures of a replace earlier ones.
func (v *Views) Amendments(a *site.Article) string {
	var out []string
	for _, rep := range a.Reports {
		for _, earlier := range rep.Replaces {
			out = append(out, rep.Fact.Title+": "+v.t("corrections.amendment", v.reported(rep), v.reported(earlier))+".")
		}
	}
	return strings.Join(out, " ")
}

// changesSince lists what facts say now and did not say in an earlier edition.
func (vs items) changesSince(old *site.Site) []ChangeView {
	var out []ChangeView
	for _, c := range changes.Between(old, vs.site) {
		v := ChangeView{Link: Link{Label: c.Title}}
		if t, ok := vs.site.Resolve(c.ID, ""); ok {
			v.Href = t.Href
		}
		if t, ok := vs.site.Resolve(c.Article, ""); ok {
			v.Article = &Link{t.Href, vs.label(t.Node)}
		}
		old, now := vs.changedValue(c.Field, c.Old), vs.changedValue(c.Field, c.New)
		switch c.Kind {
		case changes.Changed:
			v.What = vs.t("change.changed", vs.t("change.field."+c.Field), vs.orNone(old), vs.orNone(now))
		case changes.Renamed:
			v.What = vs.t("change.renamed", old)
		default:
			v.What = strings.TrimSpace(vs.t("change."+string(c.Kind)) + " " + cmp.Or(now, old))
			if c.Replaces != "" {
				v.What += "; " + vs.t("change.replaces", vs.changedNames(strings.Fields(c.Replaces)))
			}
		}
		out = append(out, v)
	}
	return out
}

// changedValue is a value of a field as readers see it.
func (v items) changedValue(field, value string) string {
	if value == "" {
		return ""
	}
	switch field {
	case "status":
		return v.t("status." + value)
	case "nature":
		return v.t("nature." + value)
	case "kind", "flag":
		return v.t("differs." + value)
	case "flow":
		label, _ := v.site.Config.Flows.Label(value)
		return cmp.Or(label, value)
	case "from", "to", "via", "for", "against", "by", "part-of", "refunds":
		return v.changedNames(strings.Split(value, ", "))
	case "outlet":
		return v.changedNames([]string{value})
	case "about", "legal", "sides", "facts", "supersedes":
		return v.changedNames(strings.Fields(value))
	}
	return value
}

// changedNames lists things by their names. What has no page, or none any longer, is
// in words already or keeps its id.
func (v items) changedNames(list []string) string {
	for i, id := range list {
		if t, ok := v.site.Resolve(id, ""); ok && content.IsID(id) {
			list[i] = v.label(t.Node)
		}
	}
	return strings.Join(list, ", ")
}

func (w words) orNone(s string) string { return cmp.Or(s, w.t("change.none")) }

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
