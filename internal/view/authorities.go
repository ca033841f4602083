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
	if f := a.Front; f != nil {
		item.Kind, item.Mark, item.Summary = on.t("authority."+f.Kind), on.mark(f.Mark), on.html(f.Summary)
	}
	return item
}

func authoritiesPage(on *page, sh sheet) Data {
	return &AuthoritiesPage{
		on.base("authorities", on.t("nav.law"), on.t("law.description")),
		each(cut(on.site.Authorities, sh, 2*perSheetTexts), on.authorityItem),
	}
}
