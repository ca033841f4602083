package site

import (
	"path"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/schema"
)

// fixedLists are the addresses of pages and files that are not about one thing with an
// id, but for the list of regions, which sites choose.
var fixedLists = func() []string {
	all := []string{
		"/", "/articles/", "/amounts/", "/timeline/", "/timeline/newest/", "/legal/", "/law/", "/people/", "/organizations/",
		"/later/", "/money/", "/topics/", "/disagreements/", "/coverage/", "/glossary/", "/search/", "/data/", "/corrections/", "/guide/", "/guide/errors/", "/facts/",
		"/feed.xml", "/corrections/feed.xml", "/opensearch.xml", "/sitemap.xml", "/404.html", "/data/datapackage.json",
	}
	for _, table := range []string{
		"facts", "reports", "quotes", "parties", "places", "entities", "regions", "questions", "statuses", "fact-questions", "authorities",
		"question-authorities", "sources", "paragraphs", "disagreements", "sides", "later", "later-about", "corrections",
		"topics", "topic-facts", "state-reports", "positions", "notes", "terms", "checked",
	} {
		all = append(all, "/data/"+table+".csv")
	}
	for _, name := range schema.Names() {
		all = append(all, "/data/schema/"+name+".json")
	}
	for _, g := range diag.Groups() {
		all = append(all, "/guide/errors/"+g.ID+"/")
	}
	return all
}()

func (s *Site) isList(address string) bool {
	return slices.Contains(fixedLists, address) || address == s.Config.Regions.List()
}

// lists are all of them.
func (s *Site) lists() []string { return append(slices.Clone(fixedLists), s.Config.Regions.List()) }

// shared are the lists to which a page of content/pages may add prose.
var shared = map[string]bool{"/corrections/": true, "/data/": true, "/timeline/": true, "/legal/": true, "/later/": true, "/money/": true, "/topics/": true}

// AboutPath is the page that every page links to at its foot, if there is one.
const AboutPath = "/about/"

// IsLookedFor reports whether n is a page that the site itself looks for at its address.
func (n *Node) IsLookedFor() bool {
	return n.Kind == PageNode && (n.Path == AboutPath || shared[n.Path])
}

// reserved are first parts of addresses that the site needs, now or later.
var reserved = map[string]bool{"static": true, "changes": true, "-": true, "fr": true, "de": true, "es": true, "404": true}

// isReserved reports whether the site itself needs addresses that begin so: also those
// of its other languages, whose letters a disk may not tell from small ones.
func (x *index) isReserved(first string) bool {
	return reserved[first] || slices.ContainsFunc(x.Config.Languages[1:], func(lang string) bool { return strings.EqualFold(lang, first) })
}

// hasFile reports whether a file is published at an address: one with a name of the
// author's own, or the feed or the record of a page. (Others are in [Site.lists].)
func (s *Site) hasFile(address string) bool {
	if s.static["root"+address] {
		return true
	}
	page, name := path.Split(address)
	n, _ := s.pageAt(page)
	switch {
	case address == "/data/record.schema.json":
		return s.HasRecords()
	case n == nil:
		return false
	case name == feedName:
		return n.HasFeed()
	}
	return name == RecordName && s.HasRecords() && n.Kind != PageNode && n.Kind != GuideNode
}

// RecordName is the name of the record of a page, below the address of the page.
const RecordName = "index.json"

// HasRecords reports whether pages have records: they are a part of the data.
func (s *Site) HasRecords() bool { return s.Has("data") && s.Has("records") }

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
	if n := s.nodes[path.Base(address)]; n != nil && n.Path == address && !n.IsSilent() {
		return n, true
	}
	return nil, s.isList(address) && !s.LeavesOut(address)
}

// Addresses lists the addresses of all pages, sorted, without further sheets.
func (s *Site) Addresses() []string {
	var out []string
	for _, address := range s.lists() {
		if strings.HasSuffix(address, "/") && !s.LeavesOut(address) {
			out = append(out, address)
		}
	}
	for _, n := range s.Nodes() {
		if strings.HasSuffix(n.Path, "/") {
			out = append(out, n.Path)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
		if taken && !shared[address] || x.isReserved(p.ID) {
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

// Lists are the addresses of the pages that list things.
func (s *Site) Lists() []string {
	return slices.DeleteFunc(s.lists(), func(address string) bool {
		return !strings.HasSuffix(address, "/") || s.LeavesOut(address)
	})
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

// IsShared reports whether all editions have the same file at an address: static files
// and data, which say nothing in the words of a language, and files about the whole
// site.
func IsShared(address string) bool {
	switch folder, _, _ := strings.Cut(strings.TrimPrefix(address, "/"), "/"); folder {
	case "static", "sitemap.xml", "_redirects", "_headers":
		return true
	case "data":
		return address != "/data/" && path.Base(address) != "datapackage.json"
	}
	return strings.HasPrefix(address, "/sitemap-") ||
		strings.HasSuffix(address, "/index.json") && strings.Count(address, "/") > 2 // the record of a page
}
