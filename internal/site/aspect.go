package site

import (
	"slices"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
)

// Reports of one fact are compared in each aspect that two of them speak of. What
// is silent, and what is said in words only, contradicts nothing.
//
//	amount      contradict each other if no number makes both true (amount.Agree);
//	            what counts another unit, per another basis, or is a percentage of
//	            something else, says something else, unless one quote has both, as
//	            "£500,000 ($630,000)" has
//	date        of an event contradict each other if they have no day in common; a
//	            date that is approximate or uncertain contradicts none, since it is
//	            not known by how much it is off; amounts of two times are two
//	            readings (reading.go)
//	from, to,   sets of people and organizations; a report that names a party in
//	via         words is not compared, since that may be any of them
//	stance      whom or what it is spent for and against, together a set: "for" one
//	            and "against" the same contradict each other; words, as above
//	refunds     the fact that it gives back
//	states      sets of states
//
// Of two sets that differ, one inside the other says more; otherwise each has a
// member that the other leaves out, and they contradict each other.
//
// A date that the source itself speaks against (a probable slip) is compared with
// none.

// An Aspect is one respect in which reports are compared.
type Aspect struct {
	Name string // one of [content.Aspects]

	// Reports returns what r says of the aspect, in a form that is equal for
	// equal statements; "" if it is silent.
	Reports func(r *Report) string
	Place   func(r *Report) diag.Place
	IsSet   bool // whether each statement is a set of ids or codes

	// Statements of different classes say something else, or more; of one class
	// they contradict each other if what they leave possible has nothing in
	// common. Possible is that as an interval; a set is its own class.
	class    func(r *Report) string
	possible func(r *Report) (least, most int64, ok bool)
}

// Says is what r says that can be compared: a date that its source speaks
// against cannot.
func (a Aspect) Says(r *Report) string {
	if a.Name == "date" && r.IsSlip() {
		return ""
	}
	says := a.Reports(r)
	if a.Name == "amount" && says != "" && r.Amount.Of.Text != "" {
		says += " of " + r.Amount.Of.Text
	}
	return says
}

// IsSlip reports whether r gives a date that its source speaks against.
func (r *Report) IsSlip() bool { return r.Event != nil && r.Event.ProbableSlip }

// A statement is what a report says of an aspect, made once for all comparisons.
type statement struct {
	report *Report
	says   string
}

// statements are what reports say of the aspect, but for those that are silent.
func (a Aspect) statements(reports []*Report) []statement {
	out := make([]statement, 0, len(reports))
	for _, r := range reports {
		if says := a.Says(r); says != "" {
			out = append(out, statement{r, says})
		}
	}
	return out
}

type difference int

const (
	noDifference difference = iota
	saysMore                // or something else: both may be true
	contradiction
)

// Aspects are those of [content.Aspects], in their order.
var Aspects = []Aspect{
	{
		Name: "amount",
		Reports: func(r *Report) string {
			if r.Amount == nil || r.Amount.Quantity.IsZero() || r.Amount.Quantity.IsUnquantified() {
				return ""
			}
			return r.Amount.Quantity.String()
		},
		Place: func(r *Report) diag.Place { return r.Amount.Quantity.Place },
		class: func(r *Report) string {
			q := r.Amount.Quantity
			if q.Prices() == amount.Adjusted {
				return q.String() // two of them may be adjusted to two years
			}
			return q.Measure() + " of " + r.Amount.Of.Text + " per " + q.Basis()
		},
		possible: func(r *Report) (least, most int64, ok bool) {
			least, most = r.Amount.Quantity.Possible()
			return least, most, true
		},
	},
	{
		Name: "date",
		Reports: func(r *Report) string {
			if d := r.Date(); d.IsSet() {
				return d.String()
			}
			return ""
		},
		Place: func(r *Report) diag.Place { return r.Date().Place },
		class: func(*Report) string { return "" },
		possible: func(r *Report) (least, most int64, ok bool) {
			d := r.Date()
			return number(d.Earliest()), number(d.Latest()), r.Amount == nil && !d.Approximate() && !d.Uncertain()
		},
	},
	ofSets("from", func(r *Report) []string { return identified(r.From) }, func(r *Report) diag.Place { return r.Amount.From[0].Place }),
	ofSets("to", func(r *Report) []string { return identified(r.To) }, func(r *Report) diag.Place { return r.Amount.To[0].Place }),
	ofSets("via", func(r *Report) []string { return identified(r.Via) }, func(r *Report) diag.Place { return r.Amount.Via[0].Place }),
	ofSets("stance", stances, func(r *Report) diag.Place {
		return slices.Concat(r.Amount.For, r.Amount.Against)[0].Place
	}),
	ofSets("refunds", func(r *Report) []string {
		if r.Refunds == nil {
			return nil
		}
		return []string{r.Refunds.ID}
	}, func(r *Report) diag.Place { return r.Amount.Refunds.Place }),
	ofSets("states", func(r *Report) []string {
		var codes []string
		for _, s := range r.Links.States {
			codes = append(codes, s.Code)
		}
		return codes
	}, func(r *Report) diag.Place { return r.Links.States[0].Place }),
}

// AspectNamed returns the aspect of a name of [content.Aspects].
func AspectNamed(name string) Aspect {
	return Aspects[slices.IndexFunc(Aspects, func(a Aspect) bool { return a.Name == name })]
}

// ofSets is an aspect in which each report names members of a set.
func ofSets(name string, set func(*Report) []string, place func(*Report) diag.Place) Aspect {
	says := func(r *Report) string { return content.StatementOf(set(r)) }
	return Aspect{Name: name, Place: place, Reports: says, IsSet: true}
}

// number is a day as a number that orders days.
func number(d edtf.Day) int64 { return int64(d.Year)*10_000 + int64(d.Month)*100 + int64(d.Day) }

// identified are the ids of parties; none if one of them is named in words.
func identified(parties []Party) []string {
	var ids []string
	for _, p := range parties {
		if p.Entity == nil {
			return nil
		}
		ids = append(ids, p.Entity.ID)
	}
	return ids
}

// stances are whom or what r's money is spent for and against.
func stances(r *Report) []string {
	backed, opposed := identified(r.For), identified(r.Against)
	if len(backed) < len(r.For) || len(opposed) < len(r.Against) {
		return nil
	}
	var out []string
	for _, id := range backed {
		out = append(out, "for "+id)
	}
	for _, id := range opposed {
		out = append(out, "against "+id)
	}
	return out
}

// Date is when an event happens, or the time an amount is for.
func (r *Report) Date() content.Date {
	switch {
	case r.Event != nil:
		return r.Event.Date
	case r.Amount != nil:
		return r.Amount.Period
	}
	return content.Date{}
}

// Differ reports whether any of reports contradict each other, or at least say
// something else.
func (a Aspect) Differ(reports []*Report) bool {
	reports = slices.DeleteFunc(slices.Clone(reports), func(r *Report) bool { return r.ReplacedBy != nil })
	d := a.differIn(readingsOf(reports))
	return d.worst != noDifference
}

// differing is how reports differ in an aspect.
type differing struct {
	worst difference
	speak []statement // of the readings in which there is a difference as bad as that
	part  []*Report   // that take part in it
}

// differIn compares the reports of each reading.
func (a Aspect) differIn(readings []Reading) (d differing) {
	for _, r := range readings {
		speak := a.statements(r.Reports)
		if len(speak) == 0 {
			continue
		}
		worst, part := a.differ(speak)
		if worst > d.worst {
			d = differing{worst: worst}
		}
		if worst == d.worst {
			d.speak, d.part = append(d.speak, speak...), append(d.part, part...)
		}
	}
	return d
}

// differ returns the worst difference between any two of reports, and the reports
// that take part in it, in their order. What many reports say alike is compared
// once.
func (a Aspect) differ(reports []statement) (worst difference, differ []*Report) {
	if !slices.ContainsFunc(reports, func(r statement) bool { return r.says != reports[0].says }) {
		return noDifference, nil
	}
	var distinct []statement
	takesPart := map[string]bool{} // by what is said
	classes := map[string]bool{}
	for _, r := range reports {
		if _, seen := takesPart[r.says]; !seen {
			takesPart[r.says] = false
			classes[a.classOf(r)] = true
			distinct = append(distinct, r)
		}
	}
	a.joinByQuote(reports, classes)
	inContradiction := a.contradictors(distinct)
	switch {
	case slices.Contains(inContradiction, true):
		worst = contradiction
		for i, r := range distinct {
			takesPart[r.says] = inContradiction[i]
		}
	case len(classes) > 1: // each of them differs from some other
		worst = saysMore
		for _, r := range distinct {
			takesPart[r.says] = true
		}
	}
	for _, r := range reports {
		if takesPart[r.says] {
			differ = append(differ, r.report)
		}
	}
	return worst, differ
}

// joinByQuote takes a class out of classes if a quote that has it has another one, too.
func (a Aspect) joinByQuote(reports []statement, classes map[string]bool) {
	if a.IsSet || len(classes) < 2 { // each set is a class
		return
	}
	type quote struct {
		in    *Article
		words string
	}
	first := map[quote]string{}
	for _, r := range reports {
		q, class := quote{r.report.Article, r.report.Quote.Text}, a.classOf(r)
		if other, seen := first[q]; !seen {
			first[q] = class
		} else if other != class && classes[other] && q.words != "" {
			delete(classes, class)
		}
	}
}

// classOf is the class of a statement; each set is one of its own.
func (a Aspect) classOf(s statement) string {
	if a.IsSet {
		return s.says
	}
	return a.class(s.report)
}

// contradictors returns for each of some statements, no two of them alike, whether
// it contradicts another one.
func (a Aspect) contradictors(distinct []statement) []bool {
	out := make([]bool, len(distinct))
	if a.IsSet {
		sets := make([][]string, len(distinct))
		for i, r := range distinct {
			sets[i] = content.MembersOf(r.says)
		}
		// Sets that contain each other are few, so the first few are enough.
		for i, x := range sets {
			out[i] = slices.ContainsFunc(sets, func(y []string) bool { return !among(x, y) && !among(y, x) })
		}
		return out
	}
	// An interval misses another one if it misses the one that ends first or
	// the one that begins last.
	type ends struct{ firstEnd, lastBegin int64 }
	byClass := map[string]ends{}
	for _, r := range distinct {
		least, most, ok := a.possible(r.report)
		if !ok {
			continue
		}
		e, seen := byClass[a.classOf(r)]
		if !seen {
			e = ends{most, least}
		}
		byClass[a.classOf(r)] = ends{min(e.firstEnd, most), max(e.lastBegin, least)}
	}
	for i, r := range distinct {
		least, most, ok := a.possible(r.report)
		e := byClass[a.classOf(r)]
		out[i] = ok && (least > e.firstEnd || most < e.lastBegin)
	}
	return out
}

// among reports whether every member of a is one of b; both are sorted.
func among(a, b []string) bool {
	for _, x := range a {
		i, found := slices.BinarySearch(b, x)
		if !found {
			return false
		}
		b = b[i+1:]
	}
	return true
}
