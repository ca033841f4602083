package render

import (
	"html/template"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// ProsePage is a page that stands for itself, or a chapter of the guide.
type ProsePage struct {
	Base
	Summary   template.HTML
	Body      []BodyPart
	Previous  *Link
	Next      *Link
	Mentioned []MentionGroup
}

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

// ErrorsPage lists every diagnostic, in groups. Its fragments are the codes, so
// that one address for all of them lasts.
type ErrorsPage struct {
	Base
	Groups []ErrorGroup
}

// ErrorGroup is diagnostics that one page explains.
type ErrorGroup struct {
	Link
	Codes []diag.Explanation
}

// ErrorGroupPage explains the diagnostics of a group.
type ErrorGroupPage struct {
	Base
	Codes []diag.Explanation
}

// GlossaryPage explains the words of the site.
type GlossaryPage struct {
	Base
	Terms []TermView
}

// TermView is one word.
type TermView struct {
	ID, Title string
	Also      string
	Summary   template.HTML
	Body      []BodyPart
	Mentioned []MentionGroup
}

// DataPage says what can be downloaded.
type DataPage struct {
	Base
	Body    []BodyPart
	Feed    string
	Sitemap string

	Mentioned []MentionGroup
}

// NotFoundPage is shown where there is no page.
type NotFoundPage struct {
	Base
	Search   string
	Sections []Link
}

func (r *renderer) prose(p *site.Prose, sh sheet) view {
	on := &page{renderer: r, path: p.Path}
	var crumbs []Link
	if p.Kind == site.GuideNode {
		crumbs = append(crumbs, r.crumb("/guide/"))
	}
	v := &ProsePage{
		Base:      r.base(p.Path, "prose", p.Title, describe(r.plain(p.Front.Summary)), crumbs...),
		Mentioned: r.mentions(p.Mentions(), sh),
	}
	v.HasCode = p.Page.Body.HasCode()
	v.Summary = r.html(p.Front.Summary, on)
	v.Body = on.body(p.Page.Body.Pieces(on))
	for i, c := range r.site.Guide {
		if c != p {
			continue
		}
		if i > 0 {
			l := r.link(r.site.Guide[i-1].Path, r.site.Guide[i-1].Title)
			v.Previous = &l
		}
		if i+1 < len(r.site.Guide) {
			l := r.link(r.site.Guide[i+1].Path, r.site.Guide[i+1].Title)
			v.Next = &l
		}
	}
	return v
}

// ownProse is what a page of content/pages adds to a list of the site.
type ownProse struct {
	title, description string
	body               []BodyPart
	mentioned          []MentionGroup
}

func (r *renderer) prosePart(path, title, description string) ownProse {
	for _, p := range r.site.Pages {
		if p.Path == path {
			on := &page{renderer: r, path: path}
			return ownProse{p.Title, describe(r.plain(p.Front.Summary)), on.body(p.Page.Body.Pieces(on)), r.mentions(p.Mentions(), 0)}
		}
	}
	return ownProse{title: title, description: description}
}

func (r *renderer) guide() view {
	v := &GuidePage{
		Base:   r.base("/guide/", "guide", r.t("nav.guide"), r.t("guide.description")),
		Errors: r.link("/guide/errors/", r.t("errors.title")),
	}
	on := &page{renderer: r, path: "/guide/"}
	for _, c := range r.site.Guide {
		summary := r.html(c.Front.Summary, on)
		v.Chapters = append(v.Chapters, Chapter{r.link(c.Path, c.Title), summary})
	}
	return v
}

func (r *renderer) errors() view {
	return &ErrorsPage{
		Base:   r.base("/guide/errors/", "errors", r.t("errors.title"), r.t("errors.description"), r.crumb("/guide/")),
		Groups: r.errorGroups(),
	}
}

func (r *renderer) errorGroups() []ErrorGroup {
	var out []ErrorGroup
	for _, g := range diag.Groups() {
		out = append(out, ErrorGroup{r.link("/guide/errors/"+g.ID+"/", r.t("errors.group."+g.ID)), g.Explanations})
	}
	return out
}

func (r *renderer) errorGroup(g diag.Group) view {
	title := r.t("errors.group." + g.ID)
	return &ErrorGroupPage{
		Base:  r.base("/guide/errors/"+g.ID+"/", "error-group", title, r.t("errors.group.description", title), r.crumb("/guide/"), Link{"/guide/errors/", r.t("errors.title")}),
		Codes: g.Explanations,
	}
}

// termMentions is how many places the glossary names for each term; the search
// finds all.
const termMentions = 20

func (r *renderer) glossary() view {
	v := &GlossaryPage{Base: r.base("/glossary/", "glossary", r.t("nav.glossary"), r.t("glossary.description"))}
	on := &page{renderer: r, path: "/glossary/"}
	for _, t := range r.site.Terms {
		term := TermView{ID: t.ID, Title: t.Title, Mentioned: r.mentions(cut(t.Mentions(), 0, termMentions), 0), Also: joinWords(t.Front.Also)}
		term.Summary = r.html(t.Front.Summary, on)
		term.Body = on.body(t.Page.Body.Pieces(on))
		v.Terms = append(v.Terms, term)
	}
	return v
}

func joinWords(list []content.Words) string {
	var words []string
	for _, w := range list {
		words = append(words, w.Text)
	}
	return strings.Join(words, ", ")
}

func (r *renderer) data() view {
	p := r.prosePart("/data/", r.t("nav.data"), r.t("data.description"))
	return &DataPage{
		Base: r.base("/data/", "data", p.title, p.description), Body: p.body, Mentioned: p.mentioned,
		Feed: r.site.Href("/feed.xml"), Sitemap: r.site.Href("/sitemap.xml"),
	}
}

func (r *renderer) notFound() view {
	return &NotFoundPage{
		Base:   r.base("/404.html", "notfound", r.t("notfound.title"), r.t("notfound.description")),
		Search: r.part("/search/"), Sections: r.allSections(),
	}
}
