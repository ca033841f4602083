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
	Since   string // heading of Changes; empty if no earlier edition was given
	Changes []ChangeView
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
	if on.earlier.Site != nil {
		v.Since, v.Changes = on.t("corrections.since-earlier"), on.changesSince(on.earlier.Site)
		if on.earlier.Name != "" {
			v.Since = on.t("corrections.since", on.earlier.Name)
		}
	}
	return v
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
	case "kind":
		return v.t("disagreement." + value)
	case "flag":
		return v.t("differs." + value)
	case "flow":
		label, _ := v.site.Config.Flows.Label(value)
		return cmp.Or(label, value)
	case "from", "to", "for", "against", "by", "part-of":
		return v.changedNames(strings.Split(value, ", "))
	case "outlet":
		return v.changedNames([]string{value})
	case "about", "legal", "sides", "facts":
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
