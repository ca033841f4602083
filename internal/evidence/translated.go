package evidence

import (
	"slices"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// OtherFigures reports whether a translation has another number or another date than
// its quote, wherever in it. As many have to be read in the one as in the other, or
// the one has digits and the other no figure at all; else nothing is said, and nothing
// of a quote and a translation without digits.
func OtherFigures(e Quote, published edtf.Date) (message string, differs bool) {
	inQuote, inTranslation := hasDigits(e.Text), hasDigits(e.Translation)
	if !inQuote && !inTranslation || !Reads(e.Lang) || !Reads(e.translationLang()) || e.Translation == "" {
		return "", false
	}
	if message, differs = compareFigures(figuresIn(e.Lang, e.Text), figuresIn(e.translationLang(), e.Translation), inQuote, inTranslation); differs {
		return message, true
	}
	return compareFigures(datesIn(e.Lang, e.Text, published), datesIn(e.translationLang(), e.Translation, published), false, false)
}

// comparedFigure is a number or a date as it can be compared, with its words.
type comparedFigure struct{ value, words string }

func compareFigures(quote, translation []comparedFigure, digitsInQuote, digitsInTranslation bool) (message string, differs bool) {
	switch {
	case len(quote) == len(translation):
		for _, f := range quote {
			if !slices.ContainsFunc(translation, func(t comparedFigure) bool { return t.value == f.value }) {
				return "the quote says “" + f.words + "”, the translation “" + translation[0].words + "”", true
			}
		}
	case len(translation) == 0 && digitsInQuote && !digitsInTranslation && len(quote) > 0:
		return "the quote says “" + quote[0].words + "”, the translation has no figure", true
	case len(quote) == 0 && digitsInTranslation && !digitsInQuote && len(translation) > 0:
		return "the translation says “" + translation[0].words + "”, the quote has no figure", true
	}
	return "", false
}

func figuresIn(lang, text string) (all []comparedFigure) {
	for _, f := range FindQuantities(lang, text) {
		if f.Kind != amount.Vague {
			all = append(all, comparedFigure{f.Lo + ".." + f.Hi, text[f.Start:f.End]})
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
