package draft

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/evidence"
)

// A sentence may say of one thing how much it is, when and where: one report then has all
// of it. What stands right behind an amount is of it, behind whom it is given to ("gave
// $5 million to the Mill Fund in May"); and so is the day with which a sentence begins
// that goes on with one who gives and the amount ("In May, Roe gave $5 million"). Any
// other word between the two may make it the day of something else.

// relate finds for the amounts and counts of b the day and the regions that they are of.
func (b *block) relate() {
	type place struct {
		kind  Kind
		start int
	}
	at := map[place]int{} // what begins there
	for i := range b.found {
		f := &b.found[i]
		for _, start := range []int{f.Quote.Start, f.Start} {
			if f.Value != "" || start == f.Start {
				at[place{f.Kind, start}] = i
			}
		}
	}
	find := func(kind Kind, start int) *Finding {
		if i, ok := at[place{kind, start}]; ok {
			return &b.found[i]
		}
		return nil
	}
	for i := range b.found {
		f := &b.found[i]
		if f.Value == "" || f.Kind != Amount && (f.Kind != Count || b.hasAmount(f.Sentence)) || f.Sentence.End-f.Sentence.Start > longSentence {
			continue
		}
		clause := b.clause(f)
		r := relation{block: b, find: find, of: f, from: clause.Start, ws: wordsIn(b.text[clause.Start:clause.End])}
		r.behind()
		if r.day == nil {
			r.before()
		}
		r.state()
	}
}

// clause is the sentence of f, or of a list with semicolons the part in which it stands.
func (b *block) clause(f *Finding) Span {
	c := f.Sentence
	if i := strings.LastIndex(b.text[c.Start:f.Start], "; "); i >= 0 {
		c.Start += i + len("; ")
	}
	if i := strings.Index(b.text[f.End:c.End], ";"); i >= 0 {
		c.End = f.End + i
	}
	return c
}

// hasAmount reports whether a sentence is of money: what is counted in it is who or what
// the money goes to, and the day is that of the money.
func (b *block) hasAmount(sentence Span) bool {
	return slices.ContainsFunc(b.found, func(f Finding) bool { return f.Kind == Amount && f.Sentence == sentence })
}

// A relation is what a sentence says of one finding.
type relation struct {
	*block
	find    func(kind Kind, start int) *Finding // what begins at a byte, or has a quote that does
	of      *Finding
	from    int    // where its clause begins
	ws      []word // of that
	day     *Finding
	start   int // of the words for the day, if they stand before
	regions []*Finding
}

// at is the finding of a kind that begins at a word, or whose quote does.
func (r *relation) at(kind Kind, k int) *Finding { return r.find(kind, r.ws[k].Start+r.from) }

// next is the word behind a finding.
func (r *relation) next(f *Finding) int {
	return first(r.ws, max(f.End, f.Quote.End)-r.from)
}

// behind reads what stands behind the amount.
func (r *relation) behind() {
	direct := true // whether nothing stands between but days and regions
	for k := first(r.ws, r.of.End-r.from); k < len(r.ws); {
		here := k
		for k < len(r.ws) && (ofDay[r.ws[k].text] || ofRecipient[r.ws[k].text] || r.ws[k].text == "'") && r.at(Date, k) == nil && r.at(State, k) == nil && r.at(Count, k) == nil {
			k++
		}
		if k == len(r.ws) {
			return
		}
		day, region, count := r.at(Date, k), r.at(State, k), r.at(Count, k)
		switch {
		case day != nil && day.Value != "" && r.day == nil && k > here || day != nil && day.Quote.Start < day.Start:
			r.day = day
			k = r.next(day)
		case day != nil:
			return
		case region != nil && region.Value != "" && direct && (k > here || len(r.regions) > 0):
			r.regions = append(r.regions, region)
			k = r.next(region)
			for k+1 < len(r.ws) && (r.ws[k].text == "," || r.ws[k].text == "and" || r.ws[k].text == "et") && (r.at(State, k+1) != nil || k+2 < len(r.ws) && r.at(State, k+2) != nil) {
				k++
			}
		case region != nil:
			return
		case count != nil && k > here:
			k, direct = r.next(count), false
		default:
			direct = false
			if k = skipRecipient(r.ws, here); k == here {
				return
			}
		}
	}
}

// before reads whether the sentence begins with a day, and goes on with nothing but one who
// gives, the verb and the amount.
func (r *relation) before() {
	k := 0
	for k < len(r.ws) && ofDay[r.ws[k].text] && r.at(Date, k) == nil {
		k++
	}
	if k == len(r.ws) || r.ws[k].Start+r.from >= r.of.Start {
		return
	}
	day := r.at(Date, k)
	if day == nil || day.Value == "" || r.of.Kind != Amount {
		return
	}
	verbs := 0
	to := first(r.ws, r.of.Start-r.from)
	for k = r.next(day); k < to; k++ {
		w := r.ws[k]
		if c := r.at(Count, k); c != nil && verbs == 0 {
			for k = r.next(c) - 1; isGiving(r.source.Lang, r.ws[k].text); k-- { // the verb is read with its noun
			}
			continue
		}
		switch {
		case isGiving(r.source.Lang, w.text):
			verbs++
		case w.text == "," && verbs == 0, w.text == "'", isName(r.ws, k), determiners[w.text], pronouns[w.text], givers[w.text], recipients[w.text],
			w.text == "super", auxiliary[w.text] && !w.isMark, besideAmount[w.text], strings.HasSuffix(w.text, "ly"):
		default:
			return
		}
	}
	if verbs == 1 {
		r.day, r.start = day, r.from
	}
}

// state makes a report of the finding that has its day and its regions too, if a quote
// carries them: the one around all of it, or of a day one of its own.
func (r *relation) state() {
	f := r.of
	whole := f.Quote
	if r.day != nil && r.day.Start < f.Start {
		whole.Start = r.start
	}
	for _, g := range append(slices.Clone(r.regions), r.day) {
		if g != nil {
			whole = Span{Start: min(whole.Start, g.Quote.Start), End: max(whole.End, g.Quote.End)}
		}
	}
	switch {
	case whole == f.Quote && r.day == nil && len(r.regions) == 0:
		return
	case r.day != nil && r.isSaid():
		return
	case r.carry(whole):
		f.Quote = whole
		for _, g := range r.regions {
			f.States = append(f.States, g.Value)
			g.Related = true
		}
	case r.day == nil:
		return
	default:
		f.WhenQuote = r.day.Quote
	}
	if r.day != nil {
		f.When = r.day.Day
		r.day.Related = true
	}
}

// isSaid reports whether the day may be that on which something is said.
func (r *relation) isSaid() bool {
	return isDay(r.day.Day) &&
		slices.ContainsFunc(r.ws, func(w word) bool { return evidence.IsVerbOfSaying(r.source.Lang, w.text) })
}

// carry reports whether a quote carries the finding and its day.
func (r *relation) carry(q Span) bool {
	text := r.text[q.Start:q.End]
	if content.CountWords(text) > content.MaxQuote || len(r.text) > longParagraph {
		return false
	}
	holds := func(text string, around evidence.Context) string {
		if r.day != nil {
			if why := r.dates(r.day.Day, text, around); why != "" {
				return why
			}
		}
		for _, g := range (evidence.Quote{Lang: r.source.Lang, Text: text, Currency: r.source.Currency}).Figures() {
			if g.Start+q.Start == r.of.Start || strings.Contains(text[g.Start:g.End], r.text[r.of.Start:r.of.End]) {
				return r.carries(r.of.Quantity, g, text, around)
			}
		}
		return "it is not there"
	}
	return r.inParagraph(q, holds) == ""
}

var ofDay = set("in on during since from between at the last en le la au du depuis entre pendant durant dès jusqu à cours de")
