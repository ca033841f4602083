package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// OtherFigures reports whether a translation has another number or another date than
// its quote, wherever in it, in digits or in words. As many have to be read in the one
// as in the other, or the one has digits and the other no figure at all; else nothing is
// said.
func OtherFigures(e Quote, published edtf.Date) (message string, differs bool) {
	if !Reads(e.Lang) || !Reads(e.translationLang()) || e.Translation == "" {
		return "", false
	}
	quote, translation := figuresIn(e.Lang, e.Text), figuresIn(e.translationLang(), e.Translation)
	inQuote, inTranslation := hasDigits(e.Text), hasDigits(e.Translation)
	switch {
	case len(translation) == 0 && inQuote && !inTranslation && len(quote) > 0:
		return "the quote says “" + quote[0].words + "”, the translation has no figure", true
	case len(quote) == 0 && inTranslation && !inQuote && len(translation) > 0:
		return "the translation says “" + translation[0].words + "”, the quote has no figure", true
	}
	if message, differs = compareFigures(quote, translation); differs {
		return message, true
	}
	return compareFigures(datesIn(e.Lang, e.Text, published), datesIn(e.translationLang(), e.Translation, published))
}

// comparedFigure is a number or a date as it can be compared, with its words.
type comparedFigure struct{ value, words string }

// compareFigures compares each figure with one of the other text, in any order, and
// names those that are left over.
func compareFigures(quote, translation []comparedFigure) (message string, differs bool) {
	if len(quote) != len(translation) {
		return "", false
	}
	rest := slices.Clone(translation)
	var other []comparedFigure
	for _, f := range quote {
		if i := slices.IndexFunc(rest, func(t comparedFigure) bool { return t.value == f.value }); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			other = append(other, f)
		}
	}
	if len(other) == 0 {
		return "", false
	}
	return "the quote says “" + other[0].words + "”, the translation “" + rest[0].words + "”", true
}

// figuresIn are the figures of a text, without those in words that need not be figures in
// another language: « un » may be "a", and « quinze jours » are two weeks.
func figuresIn(lang, text string) (all []comparedFigure) {
	times := languageOf(lang).times
	for _, f := range FindQuantities(lang, text) {
		words := text[f.Start:f.End]
		noun, _, _ := strings.Cut(f.Noun, " ")
		isFree := !hasDigits(words) && (f.Lo == "1" || times[noun])
		if f.Kind != amount.Vague && !isFree {
			all = append(all, comparedFigure{f.Lo + ".." + f.Hi, words})
		}
	}
	return all
}

func datesIn(lang, text string, published edtf.Date) (all []comparedFigure) {
	for _, d := range FindDates(lang, text, published) {
		if !d.Relative && !d.Date.IsZero() {
			all = append(all, comparedFigure{d.Date.String(), text[d.Start:d.End]})
		}
	}
	return all
}

func hasDigits(text string) bool {
	return slices.ContainsFunc([]byte(text), func(c byte) bool { return c >= '0' && c <= '9' })
}
