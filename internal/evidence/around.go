package evidence

import (
	"slices"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// A Context is a piece of a source with a quote in it: Text[Start:End].
type Context struct {
	Text       string
	Start, End int
}

// Around returns the problems that the figure of a quote has only together with
// the words around it. "75 millions de dollars" does not carry its figure if the
// source goes on "par jour", or has "plus de" before it.
//
// If there are several contexts, one without problems is enough.
func Around(q amount.Quantity, e Quote, contexts ...Context) []Problem {
	if q.IsZero() || !Reads(e.Lang) {
		return nil
	}
	if q.Kind() == amount.Unquantified {
		return changed(inQuote(e).moneyIn(), e, contexts, passage.moneyIn)
	}
	in := func(s passage) []Problem {
		r := readIn(q, s, e.Currency)
		defer r.done()
		return r.compare(q, e)
	}
	if s := inQuote(e); !s.hasFigure() {
		return nil // the words around a list of names do not change it
	}
	return changed(in(inQuote(e)), e, contexts, in)
}

// hasFigure reports whether there is anything in s that other words may change.
func (s passage) hasFigure() bool {
	r := newReader(languageOf(s.lang), s.text)
	defer r.done()
	return len(r.quantities(true)) > 0
}

// AroundDate is [Around] for dates. That what a noun lasts ends with the date
// ("jusqu'au scrutin" du 5 novembre) changes nothing about the date of that noun.
func AroundDate(d edtf.Date, e Quote, published edtf.Date, contexts ...Context) []Problem {
	if d.IsZero() || !Reads(e.Lang) {
		return nil
	}
	in := func(s passage) []Problem { return compareDate(d, s, FindDates(s.lang, s.text, published)) }
	return changed(in(inQuote(e)), e, contexts, in)
}

// changed returns the problems that the passage has with the words around the
// quote, and not alone.
func changed(alone []Problem, e Quote, contexts []Context, problems func(passage) []Problem) []Problem {
	var worst []Problem
	for _, c := range contexts {
		more := slices.DeleteFunc(problems(passage{e.Lang, c.Text, InSource, c.Start, c.End}), func(p Problem) bool {
			return slices.ContainsFunc(alone, func(q Problem) bool { return q.Kind == p.Kind && q.Doubt == p.Doubt })
		})
		if len(more) == 0 {
			return nil
		}
		if worst == nil {
			worst = more
		}
	}
	return worst
}
