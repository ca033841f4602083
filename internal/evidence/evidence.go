// Package evidence reads quantities and dates out of running text in French and
// English, and says whether a quote carries the figure or the date that an
// author states.
//
// In go a text with its language, and for the second question a value of package
// amount or edtf with its [Quote]; out come what was found, with byte ranges of
// the text, or the [Problem]s of the quote. [FindQuantities] and [FindDates] are
// for prose, [Supports] and [SupportsDate] for quotes, [Around] and [AroundDate]
// for quotes with what stands around them in their source.
//
// The package never decides what is true, never looks a quote up in its source,
// knows no article and no fact, converts no currency, and asks no clock: what is
// relative is read against the date of publication it is given. All of it works
// in linear time and looks at nothing but its arguments.
package evidence

import "strings"

// Quote is the evidence for one report, in the words of its source.
type Quote struct {
	Lang            string // language of Text, BCP 47: "fr", "en-US"
	Text            string
	Translation     string // "" where none is needed
	TranslationLang string // language of Translation; "" is English
	Currency        string // ISO 4217, of a bare "$" in the source; "" is the usual one

	// More is further evidence of the same report. A figure in it may carry the
	// currency, the noun or the basis that the first quote's has not, never the
	// number: a figure and its qualifier stand together or mean something else.
	More []Quote
}

// translated returns the text in which English words are to be looked for.
func (e Quote) translated() (text string, in Part) {
	if e.Translation == "" {
		return e.Text, InQuote
	}
	return e.Translation, InTranslation
}

// readsWords reports whether the words of that text are understood.
func (e Quote) readsWords() bool {
	if e.Translation == "" {
		return Reads(e.Lang)
	}
	return Reads(e.translationLang())
}

func (e Quote) translationLang() string {
	if e.TranslationLang == "" {
		return "en"
	}
	return e.TranslationLang
}

// Problem is one way in which a quote does not carry what is stated.
type Problem struct {
	Kind       ProblemKind
	In         Part
	Start, End int    // bytes of the quote or of its translation
	Found      string // the words of that range
	Message    string // what is wrong, in words for an author

	// Absent: the quote says nothing else, it only says less. What contradicts
	// the statement is never absent.
	Absent bool

	// Doubt is why the words are not what the quote says, of [Doubtful] and
	// [DoubtfulDate], be they the translation's.
	Doubt Doubt
}

// MayBeRead reports whether an author may overrule the problem: a denial may be of
// something else, and an unknown word may change nothing.
func (p Problem) MayBeRead() bool { return p.IsUnread() || p.Doubt == Denied }

// IsUnread reports whether the words are not understood.
func (p Problem) IsUnread() bool { return p.Doubt == Unread || p.Doubt == UnclearDay }

// Part is a part of a [Quote].
type Part int

const (
	InQuote Part = iota
	InTranslation
	InSource // in what stands around the quote
)

func (p Part) String() string { return [...]string{"quote", "translation", "source"}[p] }

// A ProblemKind says what about the statement the quote does not carry.
type ProblemKind int

const (
	// NoFigure: the quote has no figure at all.
	NoFigure ProblemKind = iota + 1
	// Number: the quote has another number, or one where none is stated.
	Number
	// Qualifier: the same number, meant in another way.
	Qualifier
	// Unit: another currency, or another thing counted, or none named.
	Unit
	// Prices: money as it was paid where prices of a year are stated, or the other way
	// round, or those of another year.
	Prices
	// Basis: a rate where a sum is stated, or the other way round, or another rate.
	Basis
	// Doubtful: the words are there, and the quote does not say it; see [Doubt].
	Doubtful
	// TranslationDiffers: the quote agrees, its translation does not.
	TranslationDiffers
	// NoDate: the quote has no date, or one that needs another to be understood.
	NoDate
	// Day, Month, Year: the quote has another one.
	Day
	Month
	Year
	// Precision: the quote is more or less precise than what is stated.
	Precision
	// Approximate: one is approximate, the other is not.
	Approximate
	// Ends: the quote does not say that a period is open at this end.
	Ends
	// DoubtfulDate is Doubtful for dates.
	DoubtfulDate
)

var kindNames = [...]string{
	NoFigure: "no figure", Number: "number", Qualifier: "qualifier", Unit: "unit", Prices: "prices", Basis: "basis", Doubtful: "in doubt",
	TranslationDiffers: "translation differs", NoDate: "no date", Day: "day", Month: "month", Year: "year",
	Precision: "precision", Approximate: "approximate", Ends: "ends", DoubtfulDate: "date in doubt",
}

func (k ProblemKind) String() string { return kindNames[k] }

// Reads reports whether the package reads figures and dates in a language. In
// another one nothing is ever found, and only translations are compared.
func Reads(lang string) bool { return languageOf(lang) != nil }

// languageOf takes the primary subtag of a tag: "fr-CA" is read as French.
func languageOf(tag string) *language {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "fr":
		return french()
	case "en":
		return english()
	}
	return nil
}
