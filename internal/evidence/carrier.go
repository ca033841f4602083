package evidence

import (
	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// Carrier returns the range of a quote's text that says q with its qualifier,
// for a reader to look at. A basis that follows is left out: where it ends is for
// the reader to see, and what it reads as one may be half of a sentence. It is
// false where no one place says q: the quote says something else, says it in
// words only, or by a list of names.
func Carrier(q amount.Quantity, e Quote) (start, end int, ok bool) {
	if q.IsZero() || !Reads(e.Lang) {
		return 0, 0, false
	}
	s := inQuote(e)
	p := newParser(languageOf(s.lang), s.text)
	for f := range p.candidates(q, s) {
		if len(p.differences(q, f, e)) == 0 {
			return f.Start, f.figure, true
		}
	}
	return 0, 0, false
}

// DateCarrier is [Carrier] for a date, read against the day of publication.
func DateCarrier(d edtf.Date, e Quote, published edtf.Date) (start, end int, ok bool) {
	if d.IsZero() || !Reads(e.Lang) {
		return 0, 0, false
	}
	for _, f := range FindDates(e.Lang, e.Text, published) {
		if f.Doubt == NoDoubt && !f.Date.IsZero() && len(dateDifferences(d, f)) == 0 {
			return f.Start, f.End, true
		}
	}
	return 0, 0, false
}
