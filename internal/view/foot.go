package view

import (
	"receipts/internal/content"
	"receipts/internal/site"
)

// Foot is the foot of every page.
type Foot struct {
	SiteView
	Promise                 Link
	Contact, License, About string
	Read                    string // when the sources were last read
	Stamp                   string // of which revision the site is built; empty if it does not say
	Staging                 *Link  // that the site is not published, and what changed; nil if it is
	Sections                []Link // all lists and pages
}

// A section is a list of the site, with its name in the catalogue.
type section struct{ path, key string }

// sections are all lists, for the foot of every page, those that explain first.
func sections(s *site.Site) []section {
	return []section{
		{"/timeline/", "nav.timeline"},
		{"/legal/", "nav.legal"},
		{"/money/", "nav.money"},
		{"/later/", "nav.later"},
		{"/articles/", "nav.articles"},
		{"/amounts/", "nav.amounts"},
		{"/facts/", "nav.facts"},
		{"/topics/", "nav.topics"},
		{s.Config.Regions.List(), "nav.states"},
		{"/law/", "nav.law"},
		{"/people/", "nav.people"},
		{"/organizations/", "nav.organizations"},
		{"/disagreements/", "nav.disagreements"},
		{"/coverage/", "nav.coverage"},
		{"/glossary/", "nav.glossary"},
		{"/search/", "nav.search"},
		{"/data/", "nav.data"},
		{"/corrections/", "nav.corrections"},
		{"/guide/", "nav.guide"},
	}
}

// sectionKey is the name of a list in the catalogue; empty if path is that of
// another page.
func (l links) sectionKey(path string) string {
	for _, s := range sections(l.site) {
		if s.path == path {
			return s.key
		}
	}
	return ""
}

// allSections are the lists and the pages of the site.
func (v items) allSections() []Link {
	var out []Link
	for _, s := range sections(v.site) {
		if v.site.Shows(s.path) {
			out = append(out, v.link(s.path, v.t(s.key)))
		}
	}
	for _, p := range v.site.Pages {
		if v.sectionKey(p.Path) == "" {
			out = append(out, v.to(&p.Node))
		}
	}
	return out
}

// Foot is the foot of every page: the same one on all of them.
func (v *Views) Foot() *Foot { return v.foot }

// makeFoot makes the foot, which is the same on all pages.
func (v *Views) makeFoot(read content.Date) *Foot {
	cfg := v.site.Config
	f := &Foot{SiteView: v.siteView(), Promise: v.firstOf(cfg.Promise, cfg.Tagline), Contact: cfg.Contact.Text, License: cfg.License.Text, Sections: v.allSections()}
	if read.IsSet() {
		f.Read = v.Date(read.Date)
	}
	if v.site.At(site.AboutPath) != nil {
		f.About = v.site.Href(site.AboutPath)
	}
	if v.staging {
		f.Staging = &Link{Label: v.t("foot.staging")}
		if v.isReviewed() {
			f.Staging = new(v.link("/changes/", v.t("foot.changes")))
		}
	}
	return f
}

// lastRead is the last day on which we read a source.
func lastRead(articles []*site.Article) content.Date {
	var last content.Date
	for _, a := range articles {
		if read := a.Front.Source.Read; read.IsSet() && (!last.IsSet() || read.Compare(last.Date) > 0) {
			last = read
		}
	}
	return last
}
