package changes

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// The editions of a site in further languages have the facts of the first in other
// words. What changed of the facts is what changed in the first; a translation changes
// words alone, and no correction is asked for these.

// A changeKey is what a change is of, the same in all languages.
type changeKey struct {
	kind                       Kind
	of, id, article, at, field string
}

// changeWords are a change in the words of one language.
type changeWords struct {
	changeKey
	old, new string
}

func (c *Change) key() changeKey { return changeKey{c.Kind, c.Of, c.ID, c.Article, c.At, c.Field} }

func (c *Change) words() changeWords { return changeWords{c.key(), c.Old, c.New} }

// In lists the differences of new from old, two editions in a further language, as
// readers of that language see them. List is what [Between] says of the first language.
func In(list []Change, old, new *site.Site) []Change {
	done, told := map[changeKey]Change{}, map[changeWords]bool{}
	for _, c := range list {
		done[c.key()], told[c.words()] = c, true
	}
	out := Between(old, new)
	for i := range out {
		c := &out[i]
		if first, ok := done[c.key()]; ok {
			c.Figure, c.Noted = first.Figure, first.Noted
		} else {
			c.Figure, c.Noted, c.Words = false, false, true
		}
		if told[c.words()] {
			continue
		}
		c.Lang = new.Lang
		if original, _ := content.TranslationOf(c.place.File); original == "" && c.place.File != "" {
			c.place = diag.Place{File: content.TranslationPath(c.place.File, new.Lang)}
		}
	}
	return out
}

// All lists the differences of new from old, in all languages that both have: those of
// the first, and the words of translations that are otherwise.
func All(old, new []*site.Site) []Change {
	list := Between(old[0], new[0])
	all := slices.Clone(list)
	for _, s := range new[1:] {
		was := Edition(old, s.Lang)
		if was == nil {
			continue
		}
		for _, c := range In(list, was, s) {
			if c.Lang != "" && c.Kind == Changed {
				c.Figure, c.Noted = false, false // told of in the first language
				all = append(all, c)
			}
		}
	}
	inOrder(all)
	return all
}

// Edition is the one of sites in a further language; nil if there is none.
func Edition(sites []*site.Site, lang string) *site.Site {
	if i := slices.IndexFunc(sites, func(s *site.Site) bool { return s.Lang == lang && !s.IsFirst() }); i >= 0 {
		return sites[i]
	}
	return nil
}
