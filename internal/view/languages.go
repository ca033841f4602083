package view

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// A LanguageLink leads to the same page in one of the editions of the site.
type LanguageLink struct {
	Lang    string // BCP 47
	Label   string // in its own words: "Français"
	Href    string
	URL     string
	Current bool
	Default bool // for readers of any other language
	Own     bool // the page is in that language there
}

// languages are links to p in all editions; none of a site in one. Where a page has
// fewer sheets, since other texts mention it, they lead to its first.
func (p *Page) languages() []LanguageLink {
	v, sh := p.views, p.sheet
	if len(v.sites) == 1 {
		return nil
	}
	return each(v.sites, func(s *site.Site) LanguageLink {
		path := s.Path(sheetPath(p.first, sh))
		if sh > 0 && !v.has(path) {
			path = s.Path(p.first)
		}
		return LanguageLink{
			Lang: s.Lang, Label: titled(locale.OwnName(shortTag(v.sites, s.Lang))), Href: s.Base + path, URL: s.BaseURL + path,
			Current: s == v.site, Default: s.IsFirst(), Own: content.SameLanguage(p.shownIn(s), s.Lang),
		}
	})
}

// shortTag is the tag of an edition without its country, if no other edition is in the
// same language: "Français" beside "English" for "fr-CA" beside "en-CA".
func shortTag(sites []*site.Site, tag string) string {
	short, country, _ := strings.Cut(tag, "-")
	if len(country) != 2 {
		return tag // "zh-Hant" is how it is written
	}
	if slices.ContainsFunc(sites, func(s *site.Site) bool { return s.Lang != tag && content.SameLanguage(s.Lang, tag) }) {
		return tag
	}
	return short
}

// IsOriginal reports whether p is in the language of its edition, and not there for want
// of a translation.
func (p *Page) IsOriginal() bool {
	return content.SameLanguage(p.shownIn(p.views.site), p.views.site.Lang)
}

// shownIn is the language that p is shown in, in an edition: its own, or that of the
// original while there is no translation.
func (p *Page) shownIn(s *site.Site) string {
	if strings.HasPrefix(p.first, errorsPath) {
		return diag.Lang
	}
	if p.About != nil {
		if n := s.Named(p.About.ID); n != nil && n.Page != nil && n.Page.Translation == "" {
			return n.Page.Lang
		}
	}
	return s.Lang
}

// titled is a name with a first letter as in a title.
func titled(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToTitle(first)) + name[size:]
}
