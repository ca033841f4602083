// Package locale turns values into words of one language: numbers, money,
// quantities, dates. In goes a value of package amount or edtf; out comes text
// without markup. The package knows no page and no link, and uses no clock and no
// environment.
//
// What it knows of a language stands in a file of languages/. A site may have files
// of its own, which say what is other there: see [Read].
package locale

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Locale is one language. It never changes once made and may be used by
// several goroutines at once.
type Locale struct {
	tag         language.Tag
	printer     *message.Printer
	digits      *strings.Replacer // of Latin digits by those of the language; nil if it writes Latin ones
	contracted  *strings.Replacer // of words of patterns and of dates that meet; nil if none are
	decimalMark string
	groupMark   string // between each three digits; empty if numbers are written in another way
	file        *Catalogue
	*Catalogue  // the same with the words for regions in their places
}

// English returns the English locale: American money, days before months.
var English = sync.OnceValue(func() *Locale { return New(known("en", nil)) })

// New returns the locale of a catalogue.
func New(c *Catalogue) *Locale {
	system := c.numberingSystem()
	l := &Locale{tag: c.tag, printer: message.NewPrinter(writtenIn(c.tag, system)), file: c}
	if system != latin {
		var pairs []string
		for d := range 10 {
			pairs = append(pairs, strconv.Itoa(d), l.printer.Sprint(number.Decimal(d)))
		}
		l.digits = strings.NewReplacer(pairs...)
	}
	// The decimal mark is what CLDR puts between the zero and the five.
	half := l.printer.Sprint(number.Decimal(0.5))
	l.decimalMark = strings.TrimSuffix(strings.TrimPrefix(half, l.Digits("0")), l.Digits("5"))
	l.groupMark = cmp.Or(fillBoth(c.words.group, "", ""), l.cldrGroupMark())
	if len(c.words.contractions) > 0 {
		var pairs []string
		for _, apart := range slices.Sorted(maps.Keys(c.words.contractions)) {
			pairs = append(pairs, apart, c.words.contractions[apart])
		}
		l.contracted = strings.NewReplacer(pairs...)
	}
	return l.Naming("", "")
}

// Naming returns l with other words for one region and for many; empty words are those
// of the language.
func (l *Locale) Naming(one, many string) *Locale {
	c := *l.file
	c.messages = maps.Clone(c.messages)
	one, many = cmp.Or(one, c.messages["region.one"], c.messages["region.other"]), cmp.Or(many, c.messages["region.other"])
	var pairs []string
	for i, word := range []string{one, many, capital(one), capital(many)} {
		pairs = append(pairs, regionPlaces[i], word)
	}
	fill := strings.NewReplacer(pairs...)
	for key, m := range c.messages {
		if strings.Contains(m, "egion") {
			c.messages[key] = fill.Replace(m)
		}
	}
	out := *l
	out.Catalogue = &c
	return &out
}

// capital is s with a capital at its beginning.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// Tag returns the BCP 47 tag of the language: "en".
func (l *Locale) Tag() string { return l.tag.String() }

// Direction is that of the language's script: "ltr", or "rtl".
func (l *Locale) Direction() string { return DirectionOf(l.Tag()) }

// DirectionOf is the direction in which the language of a BCP 47 code is written.
func DirectionOf(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return "ltr"
	}
	switch script, _ := tag.Script(); script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi":
		return "rtl"
	}
	return "ltr"
}
