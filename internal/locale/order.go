package locale

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Sort sorts a list in the alphabetical order of the language of a BCP 47 code, as of
// CLDR, by the words of its items. Items with the same words are in the order of then.
func Sort[T any](code string, list []T, words func(T) string, then func(a, b T) int) {
	if len(list) < 2 {
		return
	}
	tag, err := language.Parse(code)
	if err != nil {
		tag = language.Und // of which CLDR has an order, too
	}
	type entry struct {
		key  []byte
		item T
	}
	order, entries := collate.New(tag), make([]entry, len(list))
	var keys collate.Buffer
	for i, item := range list {
		entries[i] = entry{order.KeyFromString(&keys, words(item)), item}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(bytes.Compare(a.key, b.key), then(a.item, b.item))
	})
	for i, e := range entries {
		list[i] = e.item
	}
}

// Leading are the articles of the language that lists pass over at the beginning of a title.
func (l *Locale) Leading() []string { return l.words.leading }

// Filed is a title as a list in alphabetical order has it: without marks before its first
// letter or digit, and without one of the articles with which it may begin, as libraries
// file titles and names of organizations. In the name of a person or of a place an
// article is a part of it, as in « La Rochelle »: without articles only marks are passed
// over.
func Filed(title string, leading []string) string {
	fromLetter := func(s string) string {
		return strings.TrimLeftFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	}
	title = fromLetter(norm.NFC.String(title))
	for _, article := range leading {
		if n := len(article); len(title) > n && strings.EqualFold(title[:n], article) {
			if rest := fromLetter(title[n:]); rest != "" {
				return rest
			}
		}
	}
	return title
}

// Letter is the one under which an index has a title that is filed so, "Å" or "E" for
// "Émile", as the language tells letters apart; "" of what begins with none.
func (l *Locale) Letter(filed string) string {
	first, _ := utf8.DecodeRuneInString(filed)
	if !unicode.IsLetter(first) {
		return ""
	}
	// A letter with an accent, or that stands for two, as "œ" does, is filed under the
	// one without, or the first of the two, unless the language has it as one of its own.
	order, keys := collate.New(l.tag, collate.Loose), new(collate.Buffer)
	key := order.KeyFromString(keys, string(first))
	bare, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(first)))
	for _, base := range string(bare) + "abcdefghijklmnopqrstuvwxyz" {
		if base != first && bytes.HasPrefix(key, order.KeyFromString(keys, string(base))) {
			first = base
			break
		}
	}
	return string(unicode.ToUpper(first))
}
