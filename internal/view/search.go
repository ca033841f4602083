package view

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/content"
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

	sort string
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
		all = append(all, IndexEntry{v.to(n), v.t("kind." + kind), note, foldForSort(n.Title)})
	})
	slices.SortFunc(all, func(x, y IndexEntry) int { return cmp.Or(cmp.Compare(x.sort, y.sort), cmp.Compare(x.Href, y.Href)) })
	var letters []IndexLetter
	letterOf := func(e IndexEntry) string { letter, _ := indexLetter(e.sort); return letter }
	for letter, entries := range runs(all, letterOf) {
		_, id := indexLetter(entries[0].sort)
		letters = append(letters, IndexLetter{letter, id, entries})
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

// foldForSort is a title as an index sorts it: lower case, without accents,
// quotation marks or a leading article.
func foldForSort(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || c == ' ' && b.Len() > 0 {
			b.WriteRune(c)
		}
	}
	folded := b.String()
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(folded, article); ok {
			return rest
		}
	}
	return folded
}

// indexLetter is the letter that an entry stands under, and its fragment.
// Everything that begins with no letter stands under 0–9.
func indexLetter(sorted string) (letter, id string) {
	if c, _ := utf8.DecodeRuneInString(sorted); unicode.IsLetter(c) {
		return strings.ToUpper(string(c)), "letter-" + string(c)
	}
	return "0–9", "letter-0"
}

// SearchOf is what a browser calls the search of the site.
func (v *Views) SearchOf() string { return v.t("search.of", v.site.Config.Title.Text) }
