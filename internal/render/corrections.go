package render

import (
	"cmp"
	"strings"

	"receipts/internal/changes"
	"receipts/internal/content"
	"receipts/internal/site"
)

// CorrectionsPage is our policy and every correction, newest first.
type CorrectionsPage struct {
	Base
	Body    []BodyPart
	Fixes   []CorrectionView
	Since   string // heading of Changes; empty if no earlier edition was given
	Changes []ChangeView

	Mentioned []MentionGroup
}

// ChangeView is a fact or a status that is not what it was.
type ChangeView struct {
	Link
	Article *Link
	What    string // "amount 75 → 80 million USD"
}

func (r *renderer) corrections() view {
	v := &CorrectionsPage{}
	p := r.prosePart("/corrections/", r.t("nav.corrections"), r.t("corrections.description"))
	v.Base, v.Body, v.Mentioned = r.base("/corrections/", "corrections", p.title, p.description), p.body, p.mentioned
	for _, c := range r.site.Corrections {
		fix := r.correction(c)
		v.Fixes = append(v.Fixes, fix)
	}
	if r.earlier.Site != nil {
		v.Since, v.Changes = r.t("corrections.since-earlier"), r.changesSince(r.earlier.Site)
		if r.earlier.Name != "" {
			v.Since = r.t("corrections.since", r.earlier.Name)
		}
	}
	return v
}

// changesSince lists what facts say now and did not say in an earlier edition.
func (r *renderer) changesSince(old *site.Site) []ChangeView {
	var out []ChangeView
	for _, c := range changes.Between(old, r.site) {
		v := ChangeView{Link: Link{Label: c.Title}}
		if t, ok := r.site.Resolve(c.ID, ""); ok {
			v.Href = t.Href
		}
		if t, ok := r.site.Resolve(c.Article, ""); ok {
			v.Article = &Link{t.Href, r.label(t.Node)}
		}
		old, now := r.changedValue(c.Field, c.Old), r.changedValue(c.Field, c.New)
		switch c.Kind {
		case changes.Changed:
			v.What = r.t("change.changed", r.t("change.field."+c.Field), orNone(r, old), orNone(r, now))
		case changes.Renamed:
			v.What = r.t("change.renamed", old)
		default:
			v.What = strings.TrimSpace(r.t("change."+string(c.Kind)) + " " + cmp.Or(now, old))
		}
		out = append(out, v)
	}
	return out
}

// changedValue is a value of a field as readers see it.
func (r *renderer) changedValue(field, value string) string {
	if value == "" {
		return ""
	}
	switch field {
	case "status":
		return r.t("status." + value)
	case "nature":
		return r.t("nature." + value)
	case "kind":
		return r.t("disagreement." + value)
	case "flag":
		return r.t("differs." + value)
	case "flow":
		label, _ := r.site.Config.Flows.Label(value)
		return cmp.Or(label, value)
	case "from", "to", "by", "part-of":
		return r.changedNames(strings.Split(value, ", "))
	case "outlet":
		return r.changedNames([]string{value})
	case "about", "legal", "sides", "facts":
		return r.changedNames(strings.Fields(value))
	}
	return value
}

// changedNames lists things by what they are called; what has no page, or none any
// longer, is in words already or keeps its id.
func (r *renderer) changedNames(list []string) string {
	for i, id := range list {
		if t, ok := r.site.Resolve(id, ""); ok && content.IsID(id) {
			list[i] = r.label(t.Node)
		}
	}
	return strings.Join(list, ", ")
}

func orNone(r *renderer, s string) string {
	if s == "" {
		return r.t("change.none")
	}
	return s
}
