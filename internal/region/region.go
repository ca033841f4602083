// Package region knows the regions that a site speaks of: their codes, names,
// addresses and places on a map of tiles. The states of the United States are built
// in; any other list is made by [Of].
//
// In goes a code, a slug or a name as an author wrote it; out comes a [Region]. A
// [Set] never changes once made. The package knows nothing that happens in a region,
// and never corrects a spelling.
package region

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The size of the map of tiles: [Region.Col] is below Cols, [Region.Row] below Rows.
const (
	Cols = 11
	Rows = 10
)

// A Region is a state, a département, a province. The zero Region is none.
type Region struct {
	Code string // as front matter has it: "NC", "75"
	Slug string // in addresses: "north-carolina"
	Name string // in the language that messages to authors have it in

	// In are the names in further languages, by their codes in small letters.
	In map[string]string

	// Ambiguous says that the name is more often that of something else, as of a city
	// in "Washington": texts are not searched for it.
	Ambiguous bool

	// Col and Row place the region on a map of equal tiles, counted from the upper
	// left, so that every one can be tapped, if HasTile says so.
	Col, Row int
	HasTile  bool

	// Shape is the outline on the map; empty of a region of a site's own list.
	Shape Shape
}

// NameIn returns the region's name in a language given by its BCP 47 tag: [Region.Name]
// if there is none of its own.
func (r Region) NameIn(lang string) string { return cmp.Or(nearest(r.In, lang), r.Name) }

// nearest is what there is for a language: for "fr-CA", else for "fr", else for "".
func nearest[V any](by map[string]V, lang string) V {
	lang = strings.ToLower(lang)
	for {
		if v, ok := by[lang]; ok || lang == "" {
			return v
		}
		lang = lang[:max(0, strings.LastIndexByte(lang, '-'))]
	}
}

// A Set is all regions of a site. The zero Set has none.
type Set struct {
	all                    []Region // by name
	byCode, bySlug, byName map[string]int
	folded                 map[rune][]Name            // by the first letter, in all languages
	names                  map[string]map[byte][]Name // by language and first byte; "" is any other language
}

// A Name is a name of a region in a text.
type Name struct {
	Text string // in one spelling; see [Name.LengthIn]
	Of   *Region

	isFolded bool // accents may be missing
}

// None has no region, and Unread those of a site that said them in a way that could not
// be read.
var None, Unread = &Set{}, &Set{}

// Of returns the set of some regions, each with a code, a slug and a name of its own.
func Of(regions []Region) *Set {
	s := &Set{
		all:    slices.Clone(regions),
		byCode: map[string]int{}, bySlug: map[string]int{}, byName: map[string]int{},
		folded: map[rune][]Name{}, names: map[string]map[byte][]Name{"": {}},
	}
	slices.SortStableFunc(s.all, func(a, b Region) int { return strings.Compare(Folded(a.Name), Folded(b.Name)) })
	for _, r := range s.all {
		for lang := range r.In {
			s.names[lang] = map[byte][]Name{}
		}
	}
	for i := range s.all {
		r := &s.all[i]
		s.byCode[r.Code], s.bySlug[r.Slug] = i, i
		for _, name := range append(slices.Sorted(maps.Values(r.In)), r.Name) {
			s.byName[strings.ToLower(name)] = i
			n := Name{Folded(name), r, true}
			if first, _ := utf8.DecodeRuneInString(n.Text); !slices.Contains(s.folded[first], n) {
				s.folded[first] = append(s.folded[first], n)
			}
		}
		for lang, by := range s.names {
			name := spelled(r.NameIn(lang))
			by[name[0]] = append(by[name[0]], Name{name, r, false})
		}
	}
	longestFirst := func(a, b Name) int {
		return cmp.Or(len(b.Text)-len(a.Text), strings.Compare(a.Text, b.Text))
	}
	for _, names := range s.folded {
		slices.SortStableFunc(names, longestFirst)
	}
	for _, by := range s.names {
		for _, names := range by {
			slices.SortStableFunc(names, longestFirst)
		}
	}
	return s
}

// Equal reports whether two sets have the same regions.
func (s *Set) Equal(t *Set) bool {
	return s == t || s != Unread && t != Unread && reflect.DeepEqual(s.all, t.all)
}

// All returns the regions sorted by their names.
func (s *Set) All() []Region { return slices.Clone(s.all) }

// Len is how many regions there are.
func (s *Set) Len() int { return len(s.all) }

// Codes returns the codes in alphabetical order.
func (s *Set) Codes() []string { return slices.Sorted(maps.Keys(s.byCode)) }

// ByCode finds a region by its code.
func (s *Set) ByCode(code string) (Region, bool) { return s.find(s.byCode, code) }

// BySlug finds a region by its slug.
func (s *Set) BySlug(slug string) (Region, bool) { return s.find(s.bySlug, slug) }

// ByName finds a region by its name in any language, without regard to case.
func (s *Set) ByName(name string) (Region, bool) { return s.find(s.byName, strings.ToLower(name)) }

func (s *Set) find(index map[string]int, key string) (Region, bool) {
	i, ok := index[key]
	if !ok {
		return Region{}, false
	}
	return s.all[i], true
}

// Folded lists the names in all languages, without accents, that begin as a text does,
// the longest first.
func (s *Set) Folded(text string) []Name { return s.folded[First(text)] }

// In lists the names in one language that begin as a text does, the longest first.
func (s *Set) In(lang, text string) []Name {
	first := text[0]
	if first >= utf8.RuneSelf {
		first = string(First(text))[0]
	}
	return nearest(s.names, lang)[first]
}

// Blanks, hyphens and apostrophes that only look other, as people write them, and letters
// of which no accent can be taken off.
var alike = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2010", "-", "\u2011", "-", "’", "'", "ʼ", "'")

// spelled is a name or a rune of a text in the one spelling in which they are compared.
func spelled(s string) string { return norm.NFD.String(alike.Replace(s)) }

// Folded is s without accents, and with plain blanks, hyphens and apostrophes.
func Folded(s string) string { return strings.Map(unmarked, spelled(s)) }

func unmarked(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// letter is how many bytes the first letter of a text takes with all its marks, of which
// several may stand in any order.
func letter(text string) int { return norm.NFD.NextBoundaryInString(text, true) }

// First is the first letter of a text as the names of [Set.Folded] have it.
func First(text string) rune {
	r, size := utf8.DecodeRuneInString(text)
	if size > 1 {
		r, _ = utf8.DecodeRuneInString(spelled(text[:letter(text)]))
	}
	return r
}

// LengthIn is how many bytes of text n takes at its beginning, however its accents,
// blanks, hyphens and apostrophes are written; 0 if it does not stand there.
func (n Name) LengthIn(text string) int {
	same := func(s string) string { return s }
	if n.isFolded {
		same = func(s string) string { return strings.Map(unmarked, s) }
	}
	rest, at := n.Text, 0
	for at < len(text) && rest != "" {
		size := letter(text[at:])
		next := text[at : at+size]
		if size > 1 {
			next = same(spelled(next))
		}
		var ok bool
		if rest, ok = strings.CutPrefix(rest, next); !ok {
			return 0
		}
		at += size
	}
	if rest != "" {
		return 0
	}
	return at
}
