package view

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/search"
	"receipts/internal/site"
)

// SearchPage is an index of everything by letter, where static/search.js shows
// results that it reads from the files of the search index.
type SearchPage struct {
	Base
	Action  string  // its own address
	Index   string  // address of the map of the search index
	Stamps  []Stamp // of all statuses, in the order of [content.Statuses]
	Jump    []Link  // to each letter, on this sheet or another
	Letters []IndexLetter
}

// IndexLetter is the entries under one letter.
type IndexLetter struct {
	Letter  string
	ID      string // fragment of the page
	Entries []IndexEntry
}

// IndexEntry is one thing that has an id.
type IndexEntry struct {
	Link
	Kind string
	Note string // the figure of an amount

	filed string // the title as [site.Node.Filed] has it
}

// indexOfAll lists everything that has an id, by letter.
func (v *Views) indexOfAll() []IndexLetter {
	var all []IndexEntry
	eachShown(v.site, func(kind string, n *site.Node, is any) {
		note := ""
		switch x := is.(type) {
		case *site.Fact:
			note = v.figure(x.First())
		case *site.Article:
			note = v.byline(x)
		case *site.Authority:
			note = x.Cite
		}
		all = append(all, IndexEntry{v.to(n), v.t("kind." + kind), note, n.Filed(v.Leading())})
	})
	locale.Sort(v.Tag(), all, func(e IndexEntry) string { return e.filed }, func(x, y IndexEntry) int { return cmp.Compare(x.Href, y.Href) })
	var letters []IndexLetter
	known := map[string]bool{} // ids of letters
	for letter, entries := range runs(all, func(e IndexEntry) string { return v.Letter(e.filed) }) {
		id := "letter-" + strings.ToLower(letter)
		if letter == "" {
			letter, id = v.Digits("0")+"–"+v.Digits("9"), "letter-0"
		}
		if known[id] { // such as "Chrudim" in Czech, which stands behind "H"
			last := &letters[len(letters)-1]
			last.Entries = append(last.Entries, entries...)
			continue
		}
		known[id] = true
		letters = append(letters, IndexLetter{letter, id, slices.Clip(entries)})
	}
	return letters
}

// indexed is how many entries the index has.
func indexed(s *site.Site) int {
	n := 0
	eachShown(s, func(string, *site.Node, any) { n++ })
	return n
}

func searchPage(on *page, all []IndexLetter, sh sheet) Data {
	v := &SearchPage{Base: on.base("search", on.t("search.title"), on.t("search.description"))}
	v.Action, v.Index = on.site.Href("/search/"), on.site.Href(SearchFolder+search.MapFile)
	v.Stamps = each(content.Statuses, on.stamp)
	first, before := int(sh)*perSheetLines, 0 // entries on sheets before, of letters before
	for _, l := range all {
		at := sheet(before / perSheetLines)
		href := on.site.Href(sheetPath("/search/", at)) + "#" + l.ID
		if at == sh {
			href = "#" + l.ID
		}
		v.Jump = append(v.Jump, Link{Href: href, Label: l.Letter})
		from, to := max(first-before, 0), min(first+perSheetLines-before, len(l.Entries))
		if from < to {
			v.Letters = append(v.Letters, IndexLetter{l.Letter, l.ID, l.Entries[from:to]})
		}
		before += len(l.Entries)
	}
	return v
}

// SearchOf is what a browser calls the search of the site.
func (v *Views) SearchOf() string { return v.t("search.of", v.site.Config.Title.Text) }
