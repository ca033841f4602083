package view

import "html/template"

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
	v := &GuidePage{
		Base:   on.base("guide", on.t("nav.guide"), on.t("guide.description")),
		Errors: on.link("/guide/errors/", on.t("errors.title")),
	}
	for _, c := range on.site.Guide {
		summary := on.html(c.Front.Summary)
		v.Chapters = append(v.Chapters, Chapter{on.to(&c.Node), summary})
	}
	return v
}
