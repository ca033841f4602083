package proof

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
	"receipts/internal/verbatim"
)

// A quote that supports a figure or a date partly may lack the number. Then the
// number stands in the paragraph of the quote, or of a further one; or it is ours, and
// "quote_lacks" shows how we come by it:
//
//	quote_lacks: "the number; our count: their own number + that of the voter"
//	quote_lacks: "the number; our sum: [[gift-in-july]] + [[gift-in-august]]"
//
// A count is of what stands between the signs, a sum of facts with figures, which
// have receipts of their own. The paragraph is looked into with the sources at hand;
// the lock keeps what was found as another thing than a quote that carries all
// (quotes.go), so that a build without sources knows.

// A computation is how we come by a figure.
type computation struct {
	isSum bool
	terms []string
}

var ours = regexp.MustCompile(`(?i)\bour (count|sum)\b(?:: *([^;]*))?`)

// computationOf reads how the figure of r is come by; nil if it is not ours. Without
// its arithmetic it has no terms.
func computationOf(r *content.Report) *computation {
	if !r.Partly {
		return nil
	}
	m := ours.FindStringSubmatch(r.Lacks.Text)
	if m == nil {
		return nil
	}
	c := &computation{isSum: strings.EqualFold(m[1], "sum")}
	for term := range strings.SplitSeq(strings.TrimRight(m[2], ". "), "+") {
		if term = strings.TrimSpace(term); term != "" {
			c.terms = append(c.terms, term)
		}
	}
	return c
}

// checkComputed checks the counts and sums of ours that a states.
func (p *Proof) checkComputed(a *site.Article) (diags diag.List) {
	for _, r := range a.Reports {
		if r.Amount == nil || r.Amount.Quantity.IsZero() {
			continue
		}
		c := computationOf(r.Report)
		if c == nil {
			continue
		}
		q := r.Amount.Quantity
		wrong := func(message, hint string) {
			diags = append(diags, diag.Diagnostic{
				Code: diag.OtherResult, Place: r.Lacks.Place, Message: message, Hint: hint,
				Related: []diag.Related{{Place: q.Place, Note: "this is stated"}},
			})
		}
		if c.isSum {
			sum, facts, err := p.sum(r, c)
			if err != nil {
				wrong("our sum cannot be reckoned: "+err.Error(), "link to each fact that is added, with + between them: our sum: [[gift-in-july]] + [[gift-in-august]]")
			} else if why := p.Site.WhyNotAdded(facts); why != "" {
				wrong("our sum adds what no total of the site would: "+why, "take it out of the sum, or say in the reports who paid whom and when")
			} else if sum != q.Quantity {
				wrong("our sum is "+sum.String()+", and "+q.String()+" is stated", "mend the amount, or what is added")
			}
			continue
		}
		is := q.Kind() == amount.Point && q.Qualifier() == amount.Plain && !q.Some() && q.IsCount() && q.Decimal(q.Lo()) == strconv.Itoa(len(c.terms))
		if is && !c.repeats() {
			continue
		}
		message := "our count names " + diag.Plural(len(c.terms), "thing") + ", and " + q.String() + " is stated"
		if len(c.terms) == 0 {
			message = "it is not shown what our count is of"
		}
		wrong(message, "name each thing once, with + between them: our count: their own number + that of the voter")
	}
	return diags
}

// repeats reports whether a term stands twice, or says a result of its own.
func (c *computation) repeats() bool {
	for i, t := range c.terms {
		if strings.Contains(t, "=") || slices.ContainsFunc(c.terms[:i], func(before string) bool { return strings.EqualFold(before, t) }) {
			return true
		}
	}
	return false
}

var factLink = regexp.MustCompile(`^\[\[([a-z0-9-]+)(?:\|[^]|]*)?\]\]$`)

// sum adds the facts of c as the article of r reports them, or else as the others do.
func (p *Proof) sum(r *site.Report, c *computation) (sum amount.Quantity, facts []*site.Fact, err error) {
	var all []amount.Quantity
	for _, term := range c.terms {
		m := factLink.FindStringSubmatch(term)
		if m == nil {
			return sum, nil, errors.New(`"` + term + `" is no link to a fact`)
		}
		n := p.Site.Named(m[1])
		if n == nil || n.Fact() == nil || n.Fact() == r.Fact || slices.Contains(facts, n.Fact()) {
			return sum, nil, errors.New(`"` + m[1] + `" is no other fact`)
		}
		facts = append(facts, n.Fact())
		own := func(x *site.Report) bool { return x.Article == r.Article }
		reports := slices.Clone(n.Fact().Reports)
		if slices.ContainsFunc(reports, own) {
			reports = slices.DeleteFunc(reports, func(x *site.Report) bool { return !own(x) })
		}
		figures := newStatedFact(n.Fact(), reports).quantities
		if figures = slices.Compact(figures); len(figures) != 1 {
			return sum, nil, errors.New(`"` + m[1] + `" has ` + diag.Plural(len(figures), "figure"))
		}
		all = append(all, figures[0])
	}
	if len(all) < 2 {
		return sum, nil, errors.New("it has " + diag.Plural(len(all), "fact"))
	}
	sum, err = amount.Sum(all...)
	return sum, facts, err
}

// checkNumber looks for the figure and the date of s, as far as its quotes do not carry
// them and they are not ours, in the paragraphs of the quotes, which occurrences
// returns. It says nothing of quotes that are not in their source, or in a language that is
// not read.
func checkNumber(a *site.Article, s statement, occurrences func(content.Evidence) []verbatim.Occurrence) (diags diag.List) {
	quotes := append([]content.Evidence{s.Evidence}, s.Also...)
	var texts []string
	for _, e := range quotes {
		for _, o := range occurrences(e) {
			texts = append(texts, o.Text, e.Quote.Text)
		}
	}
	if len(texts) == 0 || !evidence.Reads(a.Front.Source.Language) {
		return nil
	}
	say := func(value string, at diag.Place, hint string) {
		d := diag.Diagnostic{
			Code: diag.NumberUnseen, Place: at, Message: `"` + value + `" stands neither in the quote nor elsewhere in its paragraph`,
			Hint: `mend it, or add a quote from where it stands under "also"` + hint,
		}
		for _, e := range quotes {
			d.Related = append(d.Related, diag.Related{Place: e.Quote.Place, Note: "this is the quote, at " + e.At.String()})
		}
		diags = append(diags, d)
	}
	day, _ := published(a.Front)
	var figures []evidence.Found
	var dates []edtf.Date
	for _, text := range texts {
		f, d := evidence.Find(a.Front.Source.Language, text, day)
		figures = append(figures, f...)
		for _, found := range d {
			dates = append(dates, found.Date)
		}
	}
	named := evidence.Names
	if a.Front.Source.NeedsTranslation() {
		named = func(_, _ string) bool { return true }
	}
	if q := s.amount; s.lacksFigure() && computationOf(s.Report) == nil && !slices.ContainsFunc(figures, func(f evidence.Found) bool { return isNumberOf(q.Quantity, f, named) }) {
		say(q.String(), q.Place, `; of a count or a sum of ours "quote_lacks" shows how: our count: their own number + that of the voter`)
	}
	if s.date.IsSet() && !saysEnds(s.date.Date, dates) && !s.carriesDate(day) {
		say(s.date.String(), s.date.Place, "")
	}
	return diags
}

// lacksFigure reports whether the quote of s has no figure.
func (s statement) lacksFigure() bool {
	_, problems := evidence.Hold(s.amount.Quantity, s.quote)
	return slices.ContainsFunc(problems, func(p evidence.Problem) bool { return p.Kind == evidence.NoFigure })
}

// carriesDate reports whether a quote of s carries its date.
func (s statement) carriesDate(published edtf.Date) bool {
	return slices.ContainsFunc(s.dateQuotes(), func(q evidence.Quote) bool {
		return len(evidence.SupportsDate(s.date.Date, q, published)) == 0
	})
}

// isNumberOf reports whether f, somewhere in a paragraph, is q but for its basis. What is
// counted is stated in our language, and compared where the source is in it.
func isNumberOf(q amount.Quantity, f evidence.Found, names naming) bool {
	if !evidence.SameNumber(q, f) || !sameQualifier(f, q) || f.Doubt == evidence.Denied || f.Doubt == evidence.Computed {
		return false
	}
	return sameUnit(f, q, names)
}

// saysEnds is [saysDate] for the ends that d has.
func saysEnds(d edtf.Date, have []edtf.Date) bool {
	set := dateSet{few: have}
	return (d.OpenStart() || set.saysPart(d.Start())) && (d.OpenEnd() || set.saysPart(d.End()))
}
