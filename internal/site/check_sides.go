package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
)

// A declared disagreement is held to the reports it speaks of, so that it cannot
// go on explaining what they no longer say.
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
// What a side says in words is held to its own article: it may not give a figure
// of the fact that only another article reports, and its quote no other figure
// than that article's, where the figure is what differs. A side that gives it “half
// of that” gives another one.

// silence is what a side says in words of an aspect on which it is silent, as
// its first sentence.
var silence = map[string]string{
	"no figure": "amount", "no amount": "amount", "no number": "amount", "no sum": "amount",
	"no date": "date", "no payer": "from", "no recipient": "to", "no state": "states", "no states": "states",
}

// checkDeclared holds the disagreements that an author declared of f to the
// reports of f.
func (b *builder) checkDeclared(f *Fact) {
	if b.partial || len(f.Disagreements) == 0 || slices.ContainsFunc(f.Reports, (*Report).isLost) {
		return
	}
	reports := map[*Article][]*Report{}
	for _, r := range f.Reports {
		reports[r.Article] = append(reports[r.Article], r)
	}
	for _, d := range f.Disagreements {
		if d.IsFound() || len(d.Sides) == 0 || slices.ContainsFunc(d.Sides, func(s Side) bool { return s.Article == nil || s.isLost() }) {
			continue
		}
		whole := b.checkKind(d, reports)
		for _, s := range d.Sides {
			whole = b.checkSides(d, s, reports[s.Article]) && whole
		}
		for _, on := range d.On {
			if whole && b.checkEachReported(d, on.Text, reports) {
				b.checkDiffers(d, on, reports)
			}
		}
	}
}

// checkKind holds what d is called, and that its sides are several. It is false
// if something is wrong.
func (b *builder) checkKind(d *Disagreement, reports map[*Article][]*Report) bool {
	refuse := func(at diag.Place, message, hint string) bool {
		b.diags.AddHint(diag.NoSuchDifference, at, message, hint)
		return false
	}
	for i, s := range d.Sides {
		for _, t := range d.Sides[:i] {
			if s.Article == t.Article && s.Says.Text == t.Says.Text && s.Quote.Text == t.Quote.Text && slices.EqualFunc(s.Gives, t.Gives, sameGiven) {
				return refuse(s.Place, "this side says what another one says", "say what differs, or take the side out")
			}
		}
	}
	article := d.Sides[0].Article
	elsewhere := slices.IndexFunc(d.Sides, func(s Side) bool { return s.Article != article })
	isSlip, days := false, map[string]bool{}
	for _, s := range d.Sides {
		days[s.Article.Front.Source.Published.String()] = true
		for _, r := range reports[s.Article] {
			isSlip = isSlip || r.isSlip()
			if r.date().IsSet() {
				days[r.date().String()] = true
			}
		}
	}
	switch {
	case d.Kind == "within-article" && elsewhere > 0:
		return refuse(d.Sides[elsewhere].Place, `"within-article" is what one article says in two ways, and this side is of another`, "call it by another kind")
	case d.Kind == "time" && len(days) < 2:
		return refuse(d.Place, "the sides speak of one day, so no time lies between them", "call it by another kind")
	case d.Kind == "probable-slip" && (!isSlip || slices.ContainsFunc(d.On, func(w content.Words) bool { return w.Text != "date" })):
		return refuse(d.Place, "no report of these articles is marked as a probable slip", `add "flag: probable-slip" to the report of the date, or call it by another kind`)
	}
	return true
}

func sameGiven(a, b content.Given) bool {
	return a.Aspect == b.Aspect && slices.Equal(a.Values, b.Values)
}

func (s Side) isLost() bool {
	return slices.ContainsFunc(s.Gives, func(g content.Given) bool { return g.Lost })
}

// isLost reports whether something that r says could not be read, names nobody,
// or is refuted by its own quote: then a side that repeats it is not to blame.
func (r *Report) isLost() bool {
	lostDate := func(d content.Date) bool { return d.IsGiven() && !d.IsSet() }
	m := r.Amount
	return r.Refuted || r.Article.Front.LostState || r.Event != nil && lostDate(r.Event.Date) ||
		m != nil && (m.Quantity.IsZero() || lostDate(m.Period) || len(m.From) != len(r.From) || len(m.To) != len(r.To))
}

// gives returns what s gives of an aspect, and where.
func (s Side) gives(aspect string) (values []string, at diag.Place) {
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

// checkSides holds what s gives to the reports of its article. It is false if
// something is wrong or missing.
func (b *builder) checkSides(d *Disagreement, s Side, reports []*Report) bool {
	whole := true
	for _, a := range aspects {
		values, at := s.gives(a.name)
		have := a.reported(reports)
		if values == nil && d.isOn(a.name) {
			b.diags.AddHint(diag.MissingKey, s.Place, `a side of a disagreement that is on the `+a.plain()+` needs the key "`+a.name+`"`,
				`write "`+a.name+": "+yamlList(a, have)+`", as the article reports it`)
			whole = false
		}
		for _, v := range values {
			if slices.Contains(have, v) {
				continue
			}
			whole = false
			e := diag.Diagnostic{
				Code: diag.SideDiffers, Place: at,
				Message: fmt.Sprintf(`"%s" does not report %s of "%s"`, s.Article.ID, a.quoted(v), d.Fact.ID),
				Hint:    "it reports " + yamlList(a, have) + ": read the source again, and mend what the side gives and says",
			}
			if v == content.Silent {
				e.Message = fmt.Sprintf(`"%s" is not silent on the %s of "%s"`, s.Article.ID, a.plain(), d.Fact.ID)
			}
			for _, r := range reports {
				if a.reports(r) != "" {
					e.Related = append(e.Related, diag.Related{Place: a.place(r), Note: "it reports this"})
				}
			}
			b.diags = append(b.diags, e)
		}
	}
	return whole
}

// reported lists what reports say of an aspect, each statement once; one that
// is silent, or no report at all, says “none”.
func (a aspect) reported(reports []*Report) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range reports {
		says := a.reports(r)
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

// checkEachReported holds that whatever an article with a side reports of an
// aspect is on one of its sides.
func (b *builder) checkEachReported(d *Disagreement, aspect string, reports map[*Article][]*Report) bool {
	a := aspectNamed(aspect)
	given := map[*Article]map[string]bool{}
	for _, s := range d.Sides {
		if given[s.Article] == nil {
			given[s.Article] = map[string]bool{}
		}
		values, _ := s.gives(aspect)
		for _, v := range values {
			given[s.Article][v] = true
		}
	}
	whole := true
	for _, s := range d.Sides {
		for _, r := range reports[s.Article] {
			says := a.reports(r)
			if says == "" || given[s.Article][says] {
				continue
			}
			given[s.Article][says] = true // said once
			whole = false
			b.diags = append(b.diags, diag.Diagnostic{
				Code: diag.SideDiffers, Place: s.Place,
				Message: fmt.Sprintf(`"%s" also reports %s of "%s", which none of its sides gives`, s.Article.ID, a.quoted(says), d.Fact.ID),
				Hint:    "add it to this side, or give it a side of its own",
				Related: []diag.Related{{Place: a.place(r), Note: "it reports this"}},
			})
		}
	}
	return whole
}

// checkDiffers holds that the sides of d differ in an aspect, in the way that d
// says they do.
func (b *builder) checkDiffers(d *Disagreement, on content.Words, reports map[*Article][]*Report) {
	a := aspectNamed(on.Text)
	statements := map[string]bool{}
	var speak []*Report
	taken := map[*Article]bool{}
	for _, s := range d.Sides {
		values, _ := s.gives(a.name)
		for _, v := range values {
			statements[v] = true
		}
		if taken[s.Article] {
			continue
		}
		taken[s.Article] = true
		for _, r := range reports[s.Article] {
			if a.says(r) != "" {
				speak = append(speak, r)
			}
		}
	}
	worst, _ := a.compare(speak)
	switch {
	case len(statements) < 2:
		b.diags.AddHint(diag.NoSuchDifference, on.Place, `the sides do not differ in the `+a.plain(), `take "`+a.name+`" out of "on", or the disagreement out of the file`)
	case d.Kind == "contradiction" && worst == noDifference:
		b.diags.AddHint(diag.NoSuchDifference, on.Place, `the sides do not contradict each other in the `+a.plain()+`: both can be true`,
			`call it "scope", "time" or "wording", or take it out of the file`)
	}
}

// plain names an aspect within a sentence.
func (a aspect) plain() string {
	switch a.name {
	case "from":
		return "payer"
	case "to":
		return "recipient"
	}
	return a.name
}

func (a aspect) quoted(statement string) string {
	if a.isSet {
		statement = strings.Join(strings.Fields(statement), ", ")
	}
	return `"` + statement + `"`
}

// yamlList writes statements as the value of a key.
func yamlList(a aspect, statements []string) string {
	if a.isSet && statements[0] != content.Silent {
		// Several sets are several sides.
		return "[" + strings.Join(strings.Fields(statements[0]), ", ") + "]"
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

// checkSideWords holds the figures and dates that a side types out to the
// reports of its own article. What is none of the page at all is found with the
// rest of the prose.
func (b *builder) checkSideWords(f *Fact) {
	if b.partial || len(f.Disagreements) == 0 || slices.ContainsFunc(f.Reports, (*Report).isLost) {
		return
	}
	all := newPageFact(f, f.Reports)
	byArticle := map[*Article][]*Report{}
	for _, r := range f.Reports {
		byArticle[r.Article] = append(byArticle[r.Article], r)
	}
	for _, d := range f.Disagreements {
		for _, s := range d.Sides {
			if d.IsFound() || s.Article == nil || s.Says.Doc == nil || len(byArticle[s.Article]) == len(f.Reports) {
				continue
			}
			b.checkOwnWords(s, newPageFact(f, byArticle[s.Article]), all)
		}
		for _, s := range d.Sides {
			if !d.IsFound() && s.Article != nil && d.isOn("amount") {
				b.checkFiguresOf(s, newPageFact(f, byArticle[s.Article]))
			}
		}
	}
}

// checkFiguresOf holds the figure in the quote of s, and what s says in its place,
// to what its article reports.
func (b *builder) checkFiguresOf(s Side, own *pageFact) {
	hint := "it reports no figure of it"
	if len(own.quantities) > 0 {
		hint = "it reports " + inWords(own.quantities[0])
	}
	var wrong []evidence.Found
	for _, f := range evidence.FindQuantities(s.Article.Front.Source.Language, s.Quote.Text) {
		if own.says(f) {
			return // what else the quote has is something else
		}
		if f.IsMoney() {
			wrong = append(wrong, f)
		}
	}
	for _, f := range wrong {
		b.diags.AddHint(diag.SideDiffers, s.Quote.Place, fmt.Sprintf(`"%s" is not what "%s" reports of "%s"`, s.Quote.Text[f.Start:f.End], s.Article.ID, own.ID), hint)
	}
	if s.Says.Doc == nil {
		return
	}
	for _, p := range s.Says.Doc.Passages() {
		if at := ofThat.FindStringIndex(p.Text); at != nil {
			b.diags.AddHint(diag.SideDiffers, diag.Place{File: s.Says.Place.File, Start: p.At(at[0]), End: p.At(at[1]-1) + 1},
				fmt.Sprintf(`"%s" is a figure that "%s" does not report`, p.Text[at[0]:at[1]], s.Article.ID), hint)
		}
	}
}

// ofThat is a figure that is made of another one.
var ofThat = regexp.MustCompile(`(?i)\b(half|a third|two thirds|a quarter|three quarters|a tenth|twice|double|triple|(three|four|five|ten) times)( of)? (that|it|this|as much|as many)\b`)

// checkOwnWords reports what s says that is of all reports, and not of its own.
func (b *builder) checkOwnWords(s Side, own, all *pageFact) {
	published := s.Article.Front.Source.Published.Date
	for _, p := range s.Says.Doc.Passages() {
		foreign := func(start, end int, hint string) {
			if slices.ContainsFunc(p.Labels, func(l markdown.Label) bool { return l.Start < end && start < l.End }) {
				return // held to the fact it links to
			}
			b.diags.AddHint(diag.SideDiffers, diag.Place{File: s.Says.Place.File, Start: p.At(start), End: p.At(end-1) + 1},
				fmt.Sprintf(`"%s" is what another article reports of "%s", not "%s"`, p.Text[start:end], own.ID, s.Article.ID), hint)
		}
		for _, part := range content.Stretches(p.Text) {
			for _, found := range evidence.FindQuantities(siteLanguage, part.Text) {
				if !found.IsMoney() && found.Noun == "" || own.says(found) || !all.says(found) {
					continue
				}
				hint := "it reports no figure of it"
				if len(own.quantities) > 0 {
					hint = "it reports " + inWords(own.nearest(found))
				}
				foreign(part.Start+found.Start, part.Start+found.End, hint)
			}
			for _, found := range evidence.FindDates(siteLanguage, part.Text, published) {
				own := append(slices.Clone(own.dates), published)
				if !found.Relative && !saysDate(found.Date, own) && saysDate(found.Date, all.dates) {
					foreign(part.Start+found.Start, part.Start+found.End, "give the date that it reports")
				}
			}
		}
	}
}

func (fact *pageFact) says(f evidence.Found) bool {
	return slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return saysFigure(f, q) })
}
