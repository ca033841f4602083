package view

import (
	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// An Ends says which ends of a figure its source states. Its mark has one length
// for all figures, so that no gap and no ratio can be read from it.
type Ends string

// EndsMarks are all marks, in the order of the key.
var EndsMarks = []Ends{
	"closed", // one number, or two that it lies between
	"floor",  // "more than", "at least", "a little over"
	"top",    // "up to", "less than", "nearly"
	"near",   // "about", "some", a word for a number: neither end
	"over",   // "a little over some": more than a floor that is not stated
	"each",   // a rate or a unit price
	"none",   // no figure
}

func endsOf(q amount.Quantity) Ends {
	lo, hi := q.Stated()
	switch {
	case q.Kind() == amount.Unquantified:
		return "none"
	case q.Basis() != "":
		return "each"
	case q.Some() && q.Qualifier() == amount.ALittleOver:
		return "over"
	case lo.Limit == amount.Unbounded && hi.Limit == amount.Unbounded:
		return "near"
	case hi.Limit == amount.Unbounded:
		return "floor"
	case lo.Limit == amount.Unbounded || lo.Minor == 0 && hi.Minor > 0: // "up to" begins at nothing
		return "top"
	}
	return "closed"
}

// slipEnds is the mark that a slip shows; empty for a number, a rate, or no figure,
// which say it themselves.
func slipEnds(q amount.Quantity) Ends {
	switch ends := endsOf(q); ends {
	case "closed", "each", "none":
		return ""
	default:
		return ends
	}
}

// EndsKey is one mark with what it means, and a figure that has it.
type EndsKey struct {
	Ends
	Name, Means string
	Example     Link
	Amount      locale.Quantity
	Article     string
}

// endsKeys are the marks that some reports have, in the order of the key.
func (v items) endsKeys(reports []*site.Report) []EndsKey {
	first := map[Ends]*site.Report{}
	for _, rep := range reports {
		if ends := endsOf(rep.Amount.Quantity.Quantity); first[ends] == nil {
			first[ends] = rep
		}
	}
	var out []EndsKey
	for _, ends := range EndsMarks {
		if rep := first[ends]; rep != nil {
			out = append(out, EndsKey{ends, v.t("ends." + string(ends)), v.t("ends." + string(ends) + ".means"), v.toReport(rep), v.amount(rep), v.byline(rep.Article)})
		}
	}
	return out
}
