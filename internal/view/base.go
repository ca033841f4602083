package view

import "strings"

// A NavItem is a link of the head of the page.
type NavItem struct {
	Link
	Current bool
}

// headSections are what the head of every page links to, with its words there.
var headSections = []struct{ path, key string }{
	{"/timeline/", "way.timeline"},
	{"/legal/", "way.legal"},
	{"/money/", "way.money"},
	{"/later/", "way.later"},
	{"/articles/", "nav.articles"},
	{"/amounts/", "nav.figures"},
	{"/search/", "nav.search"},
}

// explaining are the classes of the pages that show explainer.css as it is. Others have
// sheets of their own that begin with it.
var explaining = map[string]bool{"timeline": true, "later": true, "topics": true, "disagreements": true}

// retitle gives the page another title, in its breadcrumbs too, and another
// description.
func (b *Base) retitle(title, description string) {
	b.Title, b.Description = title, description
	if n := len(b.Crumbs); n > 0 {
		b.Crumbs[n-1].Label = title
	}
}

// base fills what every page has. crumbs stand between home and the page; the first
// is the list that it belongs to.
func (on *page) base(class, title, description string, crumbs ...Link) Base {
	cfg := on.site.Config
	b := Base{
		Lang: on.Tag(), Dir: on.Direction(), Title: title, Description: description, Class: class,
		Site: on.siteView(), Explains: explaining[class], NoIndex: on.staging,
	}
	if on.site.Has("previews") {
		b.Previews = Previews{on.site.Href("/previews/"), on.previewFiles}
	}
	section := on.path
	if len(crumbs) > 0 {
		section = crumbs[0].Href
	}
	for _, s := range headSections {
		if on.site.Shows(s.path) {
			label := on.t(s.key)
			if s.path == "/legal/" {
				label = on.legalTitle()
			}
			b.Nav = append(b.Nav, NavItem{on.link(s.path, label), section == s.path})
		}
	}
	if on.path != "/" {
		b.Crumbs = append(b.Crumbs, on.link("/", cfg.Title.Text))
		for _, c := range crumbs {
			b.Crumbs = append(b.Crumbs, Link{on.site.Href(c.Href), c.Label, c.Lang})
		}
		b.Crumbs = append(b.Crumbs, Link{Label: title})
	}
	return b
}

func (v items) siteView() SiteView {
	cfg := v.site.Config
	s := SiteView{Title: cfg.Title.Text, Tagline: cfg.Tagline.Text, Home: v.site.Href("/"), Feed: v.site.Href("/feed.xml"), Search: v.part("/search/")}
	s.ID, s.Origin = v.thingID("/"), strings.TrimSuffix(v.site.BaseURL, v.site.Base)
	if s.Search != "" {
		s.OpenSearch = v.site.Href("/opensearch.xml")
	}
	return s
}
