package view

import (
	"html/template"

	"receipts/internal/site"
)

// GuidePage lists the chapters of the guide.
type GuidePage struct {
	Base
	Chapters []Chapter
	Errors   Link
}

// Chapter is a chapter in the list.
type Chapter struct {
	Link
	Summary template.HTML
}

func guidePage(on *page) Data {
	return &GuidePage{
		Base:     on.base("guide", on.t("nav.guide"), on.t("guide.description")),
		Chapters: each(on.site.Guide, func(p *site.TextPage) Chapter { return Chapter{on.to(&p.Node), on.html(p.Front.Summary)} }),
		Errors:   on.link("/guide/errors/", on.t("errors.title")),
	}
}
