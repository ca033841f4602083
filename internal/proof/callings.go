package proof

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// What the people and organizations of a site are called in sentences and quotes:
// by the title of their file and by its "also"; a person by the surname too, unless
// two have the same. In a longer name a person's may be the surname alone: "Musk's
// fund" for "Elon Musk's fund". Letters count as they stand, but an article that
// begins a name may be small, and so may a common noun: « la campagne de Roe ».

// callings are all names of entities, as [indexNames] takes them.
func callings(s *site.Site) nameIndex {
	var out []name
	add := func(words string, n *site.Node) {
		words = plainly(words)
		out = append(out, name{words, n})
		for _, article := range []string{"The ", "A ", "An ", "Le ", "La ", "Les ", "L'"} {
			if rest, ok := strings.CutPrefix(words, article); ok {
				out = append(out, name{strings.ToLower(article) + rest, n})
			}
		}
	}
	surnames := map[string]*site.Node{}
	for _, e := range s.People {
		sur := surname(e.Title)
		if _, shared := surnames[sur]; shared {
			surnames[sur] = nil
		} else {
			surnames[sur] = &e.Node
		}
	}
	full := map[string][]string{} // by a person's first word, the names that surnames stand for
	for _, e := range s.People {
		add(e.Title, &e.Node)
		for _, w := range e.Front.Also {
			add(w.Text, &e.Node)
		}
		sur := surname(e.Title)
		if sur == "" {
			continue
		}
		if n := surnames[sur]; n != nil {
			add(sur, n)
		}
		full[firstWord(e.Title)] = append(full[firstWord(e.Title)], e.Title)
	}
	for _, e := range s.Organizations {
		names := []string{e.Title, smallFirst(e.Title)}
		for _, w := range e.Front.Also {
			names = append(names, w.Text, smallFirst(w.Text))
		}
		for _, words := range slices.Compact(names) {
			add(words, &e.Node)
			for i, w := range wordsAt(words) {
				for _, person := range full[w] {
					if rest, ok := strings.CutPrefix(words[i:], person); ok && words != person {
						add(words[:i]+surname(person)+rest, &e.Node)
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y name) int {
		return cmp.Or(len(y.words)-len(x.words), cmp.Compare(x.words, y.words), cmp.Compare(x.node.ID, y.node.ID))
	})
	return indexNames(slices.Compact(out))
}

// smallFirst is a name of several words as a sentence may have it, if the second is small
// too: « la campagne de Jean Roe » of « Campagne de Jean Roe ». Any other is as it is.
func smallFirst(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	_, rest, _ := strings.Cut(name, " ")
	if second, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(first) || !unicode.IsLower(second) || firstWord(name) == strings.ToUpper(firstWord(name)) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// calledOn is all that names follow from, in one text: whether it has changed is
// cheaper to ask than what the names are. It is false if the id of an entity is taken
// or its file could not be read, so that its names are not known.
func calledOn(s *site.Site, read map[*content.Page]*Page) (called string, ok bool) {
	for page := range read {
		if isEntity := page.Kind == content.PersonKind || page.Kind == content.OrganizationKind; isEntity && (page.Front == nil || page.Halved) {
			return "", false
		}
		if _, isEntity := page.Front.(*content.Entity); isEntity {
			if n := s.Named(page.ID); n != nil && n.Page != page {
				return "", false
			}
		}
	}
	return calledIn(s), true
}

func calledIn(s *site.Site) string {
	var all strings.Builder
	for _, e := range slices.Concat(s.People, s.Organizations) {
		all.WriteString(string(e.Kind) + " " + e.ID + "\n" + e.Title + "\n")
		for _, w := range e.Front.Also {
			all.WriteString(w.Text + "\n")
		}
	}
	for _, flow := range slices.Sorted(maps.Keys(s.Config.FlowWords)) {
		all.WriteString(flow + "\n" + strings.Join(s.Config.FlowWords[flow], "\n") + "\n")
	}
	return all.String()
}

// wordsAt yields the words of s with where they begin.
func wordsAt(s string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := 0; i < len(s); {
			w := firstWord(s[i:])
			if !yield(i, w) {
				return
			}
			i += max(1, len(w))
		}
	}
}

// surname is the last word of a person's name, without what may follow it; empty if
// there is only one.
func surname(name string) string {
	words := strings.Fields(name)
	for len(words) > 2 && slices.Contains([]string{"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return ""
	}
	last := strings.TrimSuffix(words[len(words)-1], ",")
	if first, _ := utf8.DecodeRuneInString(last); !unicode.IsUpper(first) {
		return ""
	}
	return last
}

var plainer = strings.NewReplacer("’", "'", "\u00a0", " ", "\u202f", " ", "\u2011", "-")

// plainly is s with plain apostrophes, blanks and hyphens, in which names are
// looked for.
func plainly(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	return plainer.Replace(s)
}

// has reports whether somebody is called by these words.
func (x nameIndex) has(words string) bool {
	return slices.ContainsFunc(x[firstWord(words)], func(n name) bool { return n.words == words })
}

// A calling is where a text names an entity, or one of several that are called the
// same: the text does not say which.
type calling struct {
	nodes []*site.Node
	evidence.Span
}

// is reports whether n may be meant.
func (c calling) is(n *site.Node) bool { return slices.Contains(c.nodes, n) }

// isAny reports whether what is may be meant.
func (c calling) isAny(is func(*site.Node) bool) bool { return slices.ContainsFunc(c.nodes, is) }

// in finds who is named in a text, which is plain.
func (x nameIndex) in(text string) []calling {
	var out []calling
	x.each(text, func(found name, start, end int) {
		c := calling{nil, evidence.Span{Start: start, End: end}}
		for _, n := range x[firstWord(found.words)] {
			if n.words == found.words {
				c.nodes = append(c.nodes, n.node)
			}
		}
		out = append(out, c)
	})
	return out
}
