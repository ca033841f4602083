// Package locale turns values into words of one language: numbers, money,
// quantities, dates. In goes a value of package amount or edtf; out comes text
// without markup. The package knows no page and no link, and uses no clock and no
// environment.
package locale

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Locale is one language. It never changes once made and may be used by
// several goroutines at once.
type Locale struct {
	tag         language.Tag
	printer     *message.Printer
	decimalMark string
	groupMark   string // between each three digits; empty if numbers are written in another way
	words       *words
	messages    map[string]string
}

// English returns the English locale: American money, days before months.
func English() *Locale { return newLocale(language.English, &english, englishMessages) }

func newLocale(tag language.Tag, w *words, messages map[string]string) *Locale {
	p := message.NewPrinter(tag)
	// The decimal mark is what CLDR puts between the zero and the five.
	half := p.Sprint(number.Decimal(0.5))
	return &Locale{tag: tag, printer: p, decimalMark: strings.Trim(half, "05"), groupMark: groupMark(p), words: w, messages: messages}
}

// Tag returns the BCP 47 tag of the language: "en".
func (l *Locale) Tag() string { return l.tag.String() }
