package locale

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Message returns the site's own words for key, with args in the places that they
// have in it. A key that is not in the catalogue comes back in brackets. Layouts are
// checked for such keys, so no reader sees one.
func (l *Locale) Message(key string, args ...any) string {
	m, ok := l.messages[key]
	switch {
	case !ok:
		return "[" + key + "]"
	case len(args) == 0:
		return m
	}
	return l.put(m, args)
}

// put fills {1}, {2} and so on of a message. A place without a value stays as it is.
func (l *Locale) put(message string, args []any) string {
	var b strings.Builder
	b.Grow(len(message) + 16*len(args))
	for {
		before, rest, found := strings.Cut(message, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if n, after, ok := placeIn(rest); ok && n <= len(args) {
			l.writeArg(&b, args[n-1])
			message = after
		} else {
			b.WriteByte('{')
			message = rest
		}
	}
}

// placeIn reads "1}" at the beginning of s.
func placeIn(s string) (n int, after string, ok bool) {
	if len(s) < 2 || s[0] < '1' || s[0] > '9' || s[1] != '}' {
		return 0, "", false
	}
	return int(s[0] - '0'), s[2:], true
}

func (l *Locale) writeArg(b *strings.Builder, arg any) {
	switch arg := arg.(type) {
	case string:
		b.WriteString(arg)
	case int:
		b.WriteString(l.Digits(strconv.Itoa(arg)))
	default:
		fmt.Fprint(b, arg)
	}
}

// place matches where a message has a value: {1}, or %n of those that scripts fill; and
// what would be one, but for a slip.
var place = regexp.MustCompile(`\{[^{}]*\}|[{}]|%[nm]`)

// regionPlaces are filled in any message, by [Locale.Naming].
var regionPlaces = []string{"{region}", "{regions}", "{Region}", "{Regions}"}

// places lists the places of a message, each once, in order, without those for regions.
func places(message string) []string {
	if !strings.ContainsAny(message, "{}%") {
		return nil
	}
	all := slices.DeleteFunc(place.FindAllString(message, -1), func(p string) bool { return slices.Contains(regionPlaces, p) })
	slices.Sort(all)
	return slices.Compact(all)
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

// Forms are the forms of a message that depends on a number, by plural category.
func (c *Catalogue) Forms(key string) map[string]string {
	forms := map[string]string{}
	for _, category := range categories {
		if m, ok := c.messages[key+"."+category]; ok {
			forms[category] = m
		}
	}
	return forms
}

// Has reports whether the catalogue has key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.messages[key]
	return ok
}

// Keys lists the keys of the catalogue, sorted.
func (c *Catalogue) Keys() []string { return slices.Sorted(maps.Keys(c.messages)) }

// OwnName returns the name of a BCP 47 code in its own words: "français".
func OwnName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	return display.Self.Name(tag)
}

// Language returns the name of a BCP 47 code in the words of l: "French".
func (l *Locale) Language(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	return display.Tags(l.tag).Name(tag)
}
