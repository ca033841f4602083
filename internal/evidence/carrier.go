package evidence

import (
	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// A Carrier is the range of a quote's text that says a figure with its
// qualifier, or a date, to be marked for readers. A basis that follows is left
// out, since its end is uncertain. The range is empty if no one place says it: the
// quote says something else, says it in words only, or by a list of names.
type Carrier struct{ Start, End int }

// Hold returns the problems of [Supports], and the range of the quote that carries
// q. It parses the quote once for both.
func Hold(q amount.Quantity, e Quote) (Carrier, []Problem) {
	if q.IsZero() {
		return Carrier{}, nil
	}
	s := readQuote(q, e)
	defer s.done()
	return s.carrier(q, e), s.supports(q, e)
}

func (s *readPassage) carrier(q amount.Quantity, e Quote) Carrier {
	if s != nil {
		for _, f := range s.found {
			if len(s.differences(q, f, e)) == 0 {
				return Carrier{f.Start, f.figure}
			}
		}
	}
	return Carrier{}
}

// HoldDate is [Hold] for a date, read against the day of publication.
func HoldDate(d edtf.Date, e Quote, published edtf.Date) (Carrier, []Problem) {
	if d.IsZero() {
		return Carrier{}, nil
	}
	dates := FindDates(e.Lang, e.Text, published)
	for _, f := range dates {
		if f.Doubt == NoDoubt && !f.Date.IsZero() && len(dateDifferences(d, f)) == 0 {
			return Carrier{f.Start, f.End}, supportsDate(d, e, dates, published)
		}
	}
	return Carrier{}, supportsDate(d, e, dates, published)
}
