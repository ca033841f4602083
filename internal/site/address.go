package site

import (
	"path"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// lists are the addresses of pages and files that are not about one thing with an id.
var lists = []string{
	"/", "/articles/", "/amounts/", "/timeline/", "/timeline/newest/", "/states/", "/legal/", "/law/", "/people/", "/organizations/",
	"/later/", "/money/", "/topics/", "/disagreements/", "/coverage/", "/glossary/", "/search/", "/data/", "/corrections/", "/guide/", "/guide/errors/", "/facts/",
	"/feed.xml", "/opensearch.xml", "/sitemap.xml", "/404.html",
}

// shared are the lists to which a page of content/pages may add prose.
var shared = map[string]bool{"/corrections/": true, "/data/": true, "/timeline/": true, "/legal/": true, "/later/": true, "/money/": true, "/topics/": true}

// reserved are first parts of addresses that the site needs, now or later.
var reserved = map[string]bool{"static": true, "-": true, "fr": true, "de": true, "es": true, "404": true}

// isNumber reports an id that is a number: /facts/2/ is where a long list goes on.
func (x *indexer) isNumber(id string, at diag.Place) bool {
	if strings.Trim(id, "0123456789") != "" {
		return false
	}
	x.diags.AddHint(diag.ReservedAddress, at, `the id "`+id+`" is a number, and numbers are the further pages of a long list`, "take an id with a letter")
	return true
}

// pageAt returns the node whose page is at an address, which ends in its id;
// nil for an address that is a list of things. It is false if there is no page.
func (s *Site) pageAt(address string) (*Node, bool) {
	if n := s.nodes[path.Base(address)]; n != nil && n.Path == address {
		return n, true
	}
	return nil, slices.Contains(lists, address) && !s.LeavesOut(address)
}

// takeID returns whether p may have its id and its address. If another page has
// them, it reports that.
func (x *indexer) takeID(p *content.Page) bool {
	if x.isNumber(p.ID, p.Place) {
		return false
	}
	if p.Kind == content.TextKind {
		address := "/" + p.ID + "/"
		_, taken := x.pageAt(address)
		if taken && !shared[address] || reserved[p.ID] {
			x.diags.AddHint(diag.ReservedAddress, p.Place, `the address "`+address+`" belongs to the site itself`, "give the file another name")
			return false
		}
	}
	other, taken := x.nodes[p.ID]
	if !taken {
		return true
	}
	if other.Page == nil {
		x.diags.AddHint(diag.IDTaken, p.Place, `id "`+p.ID+`" is already taken by the state `+other.Title, "give the file another name")
		return false
	}
	x.diags = append(x.diags, diag.Diagnostic{
		Code: diag.IDTaken, Place: p.Place,
		Message: `id "` + p.ID + `" is already taken by ` + other.Page.Path,
		Hint:    "ids are unique over all kinds: give one of the files another name",
		Related: []diag.Related{{Place: other.Page.Place, Note: "the other file is here"}},
	})
	return false
}

// Href returns the address of a path on this site, below the path that the
// site is published under.
func (s *Site) Href(path string) string {
	if !strings.HasPrefix(path, "/") {
		return path
	}
	return s.Base + s.Path(path)
}

// URL returns the whole web address of a path.
func (s *Site) URL(path string) string { return s.BaseURL + s.Path(path) }

// Path is where the edition has what the first one has at a path: below the code of
// its language, but for what all editions share.
func (s *Site) Path(path string) string { return pathIn(s.prefix, path) }

// PathIn is where the edition in a language has what the first one has at a path.
func (s *Site) PathIn(lang, path string) string { return pathIn(prefixOf(s.Config, lang), path) }

// IsFirst reports whether s is the edition in the first language of the site.
func (s *Site) IsFirst() bool { return s.prefix == "" }

// prefixOf is the first part of the addresses of an edition, but of the first one.
func prefixOf(c *content.Config, lang string) string {
	if lang == c.Lang() {
		return ""
	}
	return "/" + lang
}

func pathIn(prefix, path string) string {
	if prefix == "" || IsShared(path) {
		return path
	}
	return prefix + path
}

// IsShared reports whether all editions have the same file at a path: static files and
// data, which say nothing in the words of a language, and files about the whole site.
func IsShared(address string) bool {
	switch {
	case strings.HasPrefix(address, "/static/"), strings.HasPrefix(address, "/data/schema/"), strings.HasPrefix(address, "/sitemap"), strings.HasPrefix(address, "/_"), path.Ext(address) == ".csv":
		return true
	}
	return false
}
