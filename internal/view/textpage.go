package view

import (
	"html/template"
	"slices"

	"receipts/internal/site"
)

// TextPage is a page that stands for itself, or a chapter of the guide.
type TextPage struct {
	Base
	Summary   template.HTML
	Body      []BodyPart
	Previous  *Link
	Next      *Link
	Mentioned Mentions
}

// WithText is a page that shows a list, and what a page of content/pages under
// its address says above it.
type WithText struct {
	Base
	Body      []BodyPart
	Mentioned Mentions
}

func textPage(on *page, p *site.TextPage, sh sheet) Data {
	var crumbs []Link
	if p.Kind == site.GuideNode {
		crumbs = append(crumbs, on.crumb("/guide/"))
	}
	v := &TextPage{
		Base:    on.base("prose", p.Title, on.about(p.Front.Summary), crumbs...),
		Summary: on.html(p.Front.Summary), Body: on.body(p.Page), Mentioned: on.mentions(&p.Node, nothing, sh),
	}
	v.HasCode = p.Page.Body.HasCode()
	if i := slices.Index(on.site.Guide, p); i >= 0 {
		if i > 0 {
			v.Previous = new(on.to(&on.site.Guide[i-1].Node))
		}
		if i+1 < len(on.site.Guide) {
			v.Next = new(on.to(&on.site.Guide[i+1].Node))
		}
	}
	return v
}

// withText fills in the page's own title and description if nothing in
// content/pages has others.
func (on *page) withText(class, title, description string) WithText {
	return on.withTextOf(on.path, class, title, description)
}

// withTextOf does so with the text of the page at path.
func (on *page) withTextOf(path, class, title, description string, crumbs ...Link) WithText {
	p := on.textAt(path)
	if p == nil {
		return WithText{Base: on.base(class, title, description, crumbs...)}
	}
	return WithText{on.base(class, p.Title, on.about(p.Front.Summary), crumbs...), on.body(p.Page), on.mentions(&p.Node, nothing, 0)}
}

// textAt is the page of content/pages for the list at a path; nil if there is none.
func (on *page) textAt(path string) *site.TextPage {
	if i := slices.IndexFunc(on.site.Pages, func(p *site.TextPage) bool { return p.Path == path }); i >= 0 {
		return on.site.Pages[i]
	}
	return nil
}
