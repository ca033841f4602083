package proof

import (
	"fmt"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// A declared disagreement is compared with the reports it speaks of, so that it
// cannot go on explaining what they no longer say.
//
// What a side gives of an aspect is what its article reports of the fact there,
// as it reports it, or “none” if the article is silent. A disagreement that is
// “on” an aspect has it on every side, and what an article reports of the aspect
// is on one of its sides. “No figure.” and the like say “none” without the key.
//
// What is given must differ. A contradiction must be one that the reports have,
// and so must a probable slip: a date that a report is marked with. What differs
// within one article has sides of that article alone, and what time explains has
// statements of different days. No two sides say the same.
//
// What a side says in words is compared with its own article (side_words.go): it
// may not give a figure of the fact that only another article reports, and its
// quote no other figure than that article's, where the figure is what differs. A
// side that gives it “half of that” gives another one.

// silence is what a side says in words of an aspect on which it is silent, as
// its first sentence.
var silence = map[string]string{
	"no figure": "amount", "no amount": "amount", "no number": "amount", "no sum": "amount",
	"no date": "date", "no payer": "from", "no recipient": "to", "no state": "states", "no states": "states",
}

// A sidesCheck compares the disagreements that an author declared of one fact with
// its reports.
type sidesCheck struct {
	*site.Fact
	reports map[*site.Article][]*site.Report // of the fact, by article
	diags   diag.List
}

// checkSides checks the disagreements that an author declared of f. Where a report
// could not be read, or is refuted, nothing is said: a side that repeats it is not
// to blame.
func (p *Proof) checkSides(f *site.Fact) diag.List {
	if len(f.Disagreements) == 0 {
		return nil
	}
	c := sidesCheck{Fact: f, reports: map[*site.Article][]*site.Report{}}
	for _, r := range f.Reports {
		c.reports[r.Article] = append(c.reports[r.Article], r)
	}
	isWhole := !p.Site.Partial && !slices.ContainsFunc(f.Reports, p.isLost)
	for _, d := range f.Disagreements {
		if d.IsFound() {
			continue
		}
		for _, s := range d.Sides {
			if s.Article != nil {
				c.checkEvidence(s)
			}
		}
		if isWhole {
			c.checkDeclared(d)
			c.checkWords(d)
		}
	}
	return c.diags
}

// checkEvidence checks a quote in a fact's file by the source it is from.
func (c *sidesCheck) checkEvidence(s site.Side) {
	c.diags = append(c.diags, checkSource(&s.Article.Front.Source, *s.Evidence)...)
	if s.Quote.Text != "" && !s.At.IsGiven() {
		c.diags.AddHint(diag.MissingKey, s.Quote.Place, `a quote needs the key "at"`, "at: P7  (the paragraph of the quote)")
	}
}

// checkDeclared compares what d and its sides give with the reports.
func (c *sidesCheck) checkDeclared(d *site.Disagreement) {
	if len(d.Sides) == 0 || slices.ContainsFunc(d.Sides, func(s site.Side) bool { return s.Article == nil || isLostSide(s) }) {
		return
	}
	whole := c.checkKind(d)
	for _, s := range d.Sides {
		whole = c.checkGiven(d, s) && whole
	}
	for _, on := range d.Front.On {
		if whole && c.checkEachReported(d, on.Text) {
			c.checkDiffers(d, on)
		}
	}
}

// checkKind checks whether d may be called what it is, and that no two sides are
// the same. It is false if something is wrong.
func (c *sidesCheck) checkKind(d *site.Disagreement) bool {
	refuse := func(at diag.Place, message, hint string) bool {
		c.diags.AddHint(diag.NoSuchDifference, at, message, hint)
		return false
	}
	seen := map[[4]string]bool{}
	for _, s := range d.Sides {
		var gives strings.Builder
		for _, g := range s.Gives {
			gives.WriteString(g.Aspect + ":" + strings.Join(g.Values, "\x00") + "\x00\x00")
		}
		says := [4]string{s.Article.ID, s.Says.Text, s.Quote.Text, gives.String()}
		if seen[says] {
			return refuse(s.Place, "this side says what another one says", "say what differs, or take the side out")
		}
		seen[says] = true
	}
	article := d.Sides[0].Article
	elsewhere := slices.IndexFunc(d.Sides, func(s site.Side) bool { return s.Article != article })
	isSlip, days := false, map[string]bool{}
	for _, s := range d.Sides {
		days[s.Article.Front.Source.Published.String()] = true
		for _, r := range c.reports[s.Article] {
			isSlip = isSlip || r.IsSlip()
			if r.Date().IsSet() {
				days[r.Date().String()] = true
			}
		}
	}
	switch {
	case d.Kind == "within-article" && elsewhere > 0:
		return refuse(d.Sides[elsewhere].Place, `"within-article" is what one article says in two ways, and this side is of another`, "call it by another kind")
	case d.Kind == "time" && len(days) < 2:
		return refuse(d.Place, "the sides speak of one day, so no time lies between them", "call it by another kind")
	case d.Kind == "probable-slip" && (!isSlip || slices.ContainsFunc(d.Front.On, func(w content.Words) bool { return w.Text != "date" })):
		return refuse(d.Place, "no report of these articles is marked as a probable slip", `add "flag: probable-slip" to the report of the date, or call it by another kind`)
	}
	return true
}

func isLostSide(s site.Side) bool {
	return slices.ContainsFunc(s.Gives, func(g content.Given) bool { return g.Lost })
}

// isLost reports whether something that r says could not be read, names a party
// that does not exist, or is refuted by its own quote: then a side that
// repeats it is not to blame.
func (p *Proof) isLost(r *site.Report) bool {
	lostDate := func(d content.Date) bool { return d.IsGiven() && !d.IsSet() }
	m := r.Amount
	return p.isRefuted(r) || r.Article.Front.LostState || r.Event != nil && lostDate(r.Event.Date) ||
		m != nil && (m.Quantity.IsZero() || lostDate(m.Period) || len(m.From) != len(r.From) || len(m.To) != len(r.To) ||
			len(m.Via) != len(r.Via) || len(m.For) != len(r.For) || len(m.Against) != len(r.Against) || m.Refunds.IsGiven() && r.Refunds == nil)
}

// given returns what s gives of an aspect, and where.
func given(s site.Side, aspect string) (values []string, at diag.Place) {
	for _, g := range s.Gives {
		if g.Aspect == aspect {
			return g.Values, g.Place
		}
	}
	if s.Says.Doc == nil {
		return nil, diag.Place{}
	}
	passages := s.Says.Doc.Passages()
	if len(passages) == 0 {
		return nil, diag.Place{}
	}
	first, _, _ := strings.Cut(passages[0].Text, ".")
	if silence[strings.ToLower(strings.TrimSpace(first))] == aspect {
		return []string{content.Silent}, s.Says.Place
	}
	return nil, diag.Place{}
}

// checkGiven compares what s gives with the reports of its article. It is false if
// something is wrong or missing.
func (c *sidesCheck) checkGiven(d *site.Disagreement, s site.Side) bool {
	reports := c.reports[s.Article]
	whole := true
	for _, a := range site.Aspects {
		values, at := given(s, a.Name)
		have := reportedOf(a, reports)
		if values == nil && d.IsOn(a.Name) {
			c.diags.AddHint(diag.MissingKey, s.Place, `a side of a disagreement that is on the `+plainName(a)+` needs the key "`+a.Name+`"`,
				`write "`+a.Name+": "+yamlList(a, have)+`", as the article reports it`)
			whole = false
		}
		for _, v := range values {
			if slices.Contains(have, v) {
				continue
			}
			whole = false
			e := diag.Diagnostic{
				Code: diag.SideDiffers, Place: at,
				Message: fmt.Sprintf(`"%s" does not report %s of "%s"`, s.Article.ID, quoted(v), d.Fact.ID),
				Hint:    "it reports " + yamlList(a, have) + ": read the source again, and mend what the side gives and says",
			}
			if v == content.Silent {
				e.Message = fmt.Sprintf(`"%s" is not silent on the %s of "%s"`, s.Article.ID, plainName(a), d.Fact.ID)
			}
			for _, r := range reports {
				if a.Reports(r) != "" {
					e.Related = append(e.Related, diag.Related{Place: a.Place(r), Note: "it reports this"})
				}
			}
			c.diags = append(c.diags, e)
		}
	}
	return whole
}

// reportedOf lists what reports say of an aspect, each statement once; one that
// is silent, or no report at all, says “none”.
func reportedOf(a site.Aspect, reports []*site.Report) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range reports {
		says := a.Reports(r)
		if says == "" {
			says = content.Silent
		}
		if !seen[says] {
			seen[says] = true
			out = append(out, says)
		}
	}
	if len(out) == 0 {
		return []string{content.Silent}
	}
	return out
}

// checkEachReported checks that what an article with a side reports of an aspect
// is on one of its sides. It is false if something is missing.
func (c *sidesCheck) checkEachReported(d *site.Disagreement, aspect string) bool {
	a := site.AspectNamed(aspect)
	gives := map[*site.Article]map[string]bool{}
	for _, s := range d.Sides {
		if gives[s.Article] == nil {
			gives[s.Article] = map[string]bool{}
		}
		values, _ := given(s, aspect)
		for _, v := range values {
			gives[s.Article][v] = true
		}
	}
	whole := true
	for _, s := range d.Sides {
		for _, r := range c.reports[s.Article] {
			says := a.Reports(r)
			if says == "" || gives[s.Article][says] {
				continue
			}
			gives[s.Article][says] = true // said once
			whole = false
			c.diags = append(c.diags, diag.Diagnostic{
				Code: diag.SideDiffers, Place: s.Place,
				Message: fmt.Sprintf(`"%s" also reports %s of "%s", which none of its sides gives`, s.Article.ID, quoted(says), d.Fact.ID),
				Hint:    "add it to this side, or give it a side of its own",
				Related: []diag.Related{{Place: a.Place(r), Note: "it reports this"}},
			})
		}
	}
	return whole
}

// checkDiffers checks that the sides of d differ in an aspect, in the way that d
// says they do.
func (c *sidesCheck) checkDiffers(d *site.Disagreement, on content.Words) {
	a := site.AspectNamed(on.Text)
	statements := map[string]bool{}
	var speak []*site.Report
	taken := map[*site.Article]bool{}
	for _, s := range d.Sides {
		values, _ := given(s, a.Name)
		for _, v := range values {
			statements[v] = true
		}
		if taken[s.Article] {
			continue
		}
		taken[s.Article] = true
		for _, r := range c.reports[s.Article] {
			if a.Says(r) != "" {
				speak = append(speak, r)
			}
		}
	}
	standing := map[string]bool{}
	isReplaced := func(r *site.Report) bool { return r.ReplacedBy != nil }
	for _, r := range speak {
		if !isReplaced(r) {
			standing[a.Says(r)] = true
		}
	}
	switch {
	case len(standing) < 2 && slices.ContainsFunc(speak, isReplaced):
		c.diags.AddHint(diag.NoSuchDifference, on.Place, `one report replaces another, which is no disagreement in the `+plainName(a), `take "`+a.Name+`" out of "on", or the disagreement out of the file`)
	case len(statements) < 2:
		c.diags.AddHint(diag.NoSuchDifference, on.Place, `the sides do not differ in the `+plainName(a), `take "`+a.Name+`" out of "on", or the disagreement out of the file`)
	case d.Kind == "contradiction" && !a.Differ(speak):
		c.diags.AddHint(diag.NoSuchDifference, on.Place, `the sides do not contradict each other in the `+plainName(a)+`: both can be true`,
			`call it "scope", "time" or "wording", or take it out of the file`)
	}
}

// plainName names an aspect within a sentence.
func plainName(a site.Aspect) string {
	switch a.Name {
	case "from":
		return "payer"
	case "to":
		return "recipient"
	case "via":
		return "conduit"
	case "refunds":
		return "refunded gift"
	}
	return a.Name
}

func quoted(statement string) string { return `"` + statement + `"` }

// yamlList writes statements as the value of a key.
func yamlList(a site.Aspect, statements []string) string {
	if a.IsSet && statements[0] != content.Silent {
		// Several sets are several sides.
		return "[" + statements[0] + "]"
	}
	if len(statements) == 1 {
		return statements[0]
	}
	list := slices.Clone(statements)
	for i, s := range list {
		if strings.Contains(s, ",") {
			list[i] = `"` + s + `"`
		}
	}
	return "[" + strings.Join(list, ", ") + "]"
}
