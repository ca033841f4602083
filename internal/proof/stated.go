package proof

import (
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// How a figure or a date found in prose is compared with those that reports state;
// the rules stand at the head of agree.go.

// A statedFact is a fact with the figures and dates that some of its reports
// state: those of one article, or all.
type statedFact struct {
	*site.Fact
	reports    []*site.Report
	quantities []amount.Quantity
	dates      []edtf.Date

	index *statedIndex // of what many reports state; nil for few

	lostFigures, lostDates bool // as of [proseCheck]
}

func newStatedFact(f *site.Fact, reports []*site.Report) *statedFact {
	s := &statedFact{Fact: f, reports: reports}
	for _, r := range reports {
		switch {
		case r.Amount != nil:
			s.quantities = append(s.quantities, r.Amount.Quantity.Quantity)
			if r.Amount.Period.IsSet() {
				s.dates = append(s.dates, r.Amount.Period.Date)
			}
		case r.Event != nil && r.Event.Date.IsSet():
			s.dates = append(s.dates, r.Event.Date.Date)
		}
	}
	if len(reports) > fewReports {
		s.index = indexStated(s.quantities, s.dates)
	}
	return s
}

// A naming reports whether words of a text name what is stated, a counted noun or a
// basis. What is stated is in the first language of the site.
type naming func(stated, words string) bool

// namingIn is for texts in a language. What the catalogue of another language than the
// first has no words for has an unknown name there, which may be any or none.
func (c *proseCheck) namingIn(lang string, unknown bool) naming {
	if content.SameLanguage(lang, c.site.Config.Lang()) {
		return evidence.Names
	}
	return func(stated, words string) bool {
		var called []string
		if c.words != nil {
			called = c.words.Names(stated)
		}
		return (called != nil || unknown) && evidence.NamesIn(lang, stated, called, words)
	}
}

// saysFigure reports whether f repeats q.
func saysFigure(f evidence.Found, q amount.Quantity, names naming) bool {
	if q.Kind() == amount.Unquantified {
		// "millions of dollars", without how many
		return f.IsMoney() && f.Kind == amount.Vague && !strings.Contains(f.Vague, " ")
	}
	return evidence.SameNumber(q, f) && sameQualifier(f, q) && sameUnit(f, q, names) && f.Prices == q.Prices() && sameBasis(f, q, names)
}

func sameQualifier(f evidence.Found, q amount.Quantity) bool {
	plain := func(x amount.Qualifier) amount.Qualifier {
		if x == amount.Exactly {
			return amount.Plain
		}
		return x
	}
	return plain(f.Qualifier) == plain(q.Qualifier()) && f.Some == q.Some()
}

func sameUnit(f evidence.Found, q amount.Quantity, names naming) bool {
	switch {
	case f.IsMoney():
		return q.IsMoney() && f.Currency == q.Unit()
	case f.Noun == "":
		return true
	}
	return !q.IsMoney() && names(q.Unit(), f.Noun)
}

func sameBasis(f evidence.Found, q amount.Quantity, names naming) bool {
	return f.Basis == "" || q.Basis() != "" && names(q.Basis(), f.Basis)
}

// saysDate reports whether d repeats one of some dates: whether one lies in d.
// Both ends of an interval must be dates.
func saysDate(d edtf.Date, have dateSet) bool {
	if d.IsZero() {
		return false
	}
	if d.IsInterval() {
		return have.contains(d) || have.saysPart(d.Start()) && have.saysPart(d.End())
	}
	return have.saysPart(d.Start())
}

// says reports whether f repeats a figure of fact.
func (fact *statedFact) says(f evidence.Found, names naming) bool {
	return slices.ContainsFunc(fact.like(f), func(q amount.Quantity) bool { return saysFigure(f, q, names) })
}

// saysFoundDate reports whether f, read in a text, repeats one of some dates.
// "Before" and "since" right before a day repeat a period that ends or begins
// there; "until the poll of 5 November" only says when the poll is.
func saysFoundDate(text string, f evidence.FoundDate, have dateSet) bool {
	if !f.Until && !f.Since || f.Date.IsInterval() {
		return saysDate(f.Date, have)
	}
	before := strings.Fields(text[:f.Start])
	if len(before) > 0 && !slices.Contains(bounding, strings.ToLower(before[len(before)-1])) {
		return saysDate(f.Date, have)
	}
	return f.Until && have.ends(f.Date.Start()) || f.Since && have.begins(f.Date.Start())
}

// bounding are the last words of those that make a day the end of a time.
var bounding = strings.Fields("before until till by to after since from than")
