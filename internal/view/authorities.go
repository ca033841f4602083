package view

import (
	"html/template"

	"receipts/internal/site"
)

// AuthorityItem is an authority in a list.
type AuthorityItem struct {
	Link
	Cite    string
	Kind    string
	Summary template.HTML
	Mark    string
}

// AuthoritiesPage lists every authority that is cited.
type AuthoritiesPage struct {
	Base
	Authorities []AuthorityItem
}

func (on *page) authorityItem(a *site.Authority) AuthorityItem {
	item := AuthorityItem{Link: on.to(&a.Node), Cite: a.Cite}
	if a.Front == nil {
		return item
	}
	item.Kind = on.t("authority." + a.Front.Kind)
	item.Mark = on.mark(a.Front.Mark)
	item.Summary = on.html(a.Front.Summary)
	return item
}

func authoritiesPage(on *page, sh sheet) Data {
	v := &AuthoritiesPage{Base: on.base("authorities", on.t("nav.law"), on.t("law.description"))}
	v.Authorities = each(cut(on.site.Authorities, sh, 2*perSheetTexts), on.authorityItem)
	return v
}
