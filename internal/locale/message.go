package locale

import (
	"fmt"
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Message returns the site's own words for key, with args put into its verbs.
// A key that is not in the catalogue comes back in brackets. Layouts are checked
// for such keys, so no reader sees one.
func (l *Locale) Message(key string, args ...any) string {
	m, ok := l.messages[key]
	switch {
	case !ok:
		return "[" + key + "]"
	case len(args) == 0:
		return m
	}
	return fmt.Sprintf(m, args...)
}

// Count returns the message for n things, in the plural form that the language
// has for n: key.one, key.other.
func (l *Locale) Count(key string, n int) string {
	form := key + "." + l.Plural(int64(n))
	if !l.Has(form) {
		form = key + ".other"
	}
	return l.Message(form, l.Number(int64(n)))
}

// Has reports whether the catalogue has key.
func (l *Locale) Has(key string) bool {
	_, ok := l.messages[key]
	return ok
}

// Keys lists the keys of the catalogue, sorted.
func (l *Locale) Keys() []string { return slices.Sorted(maps.Keys(l.messages)) }

// Language returns the name of a BCP 47 code in the words of l: "French".
func (l *Locale) Language(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	return display.Tags(l.tag).Name(tag)
}
