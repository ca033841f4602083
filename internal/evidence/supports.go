package evidence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"receipts/internal/amount"
)

// Supports compares a stated quantity with its evidence and returns what the
// evidence does not carry; nothing if it carries all of it.
//
// The quote itself has the number, its scale and its qualifier. A qualifier
// supports itself only: "more than 75" is not supported by "at least 75", nor by
// a bare 75, and a bare number not by "more than 75". Words for the same
// qualifier are one (over, plus de: more than; around, environ: about; almost,
// presque, près de: nearly; as much as, jusqu'à, à peine: up to; "une dizaine",
// "quelque 10": some 10, which is about 10 too), see the languages' tables. Where a qualifier stands
// before an order of magnitude and front matter has no words for both ("plus
// d'une dizaine"), the qualifier alone is enough. Tens and dozens are one.
//
// The currency stands with the figure; if that has none, with the same figure of
// a further quote; "dollars" are US dollars. The prices of money stand in its clause, or
// in a further quote (prices.go). A unit of time that is a basis must
// be stated if the clause of the figure has it, and be in the evidence if it is
// stated. The noun and any other basis are looked for in English; see noun.go. A
// list of names supports their number. The translation must have the same figure.
//
// Of several figures in a quote any may be the stated one, except that of a
// whole: "two of the seven" does not support 7.
func Supports(q amount.Quantity, e Quote) []Problem {
	if q.IsZero() {
		return nil
	}
	s := readQuote(q, e)
	defer s.done()
	return s.supports(q, e)
}

// supports is [Supports] with the quote parsed; s is nil if the package does not
// read its language.
func (s *readPassage) supports(q amount.Quantity, e Quote) []Problem {
	if q.Kind() == amount.Unquantified {
		return unquantified(e)
	}
	var problems []Problem
	last := s
	if s != nil {
		problems = s.compare(q, e)
	}
	if contradicts(problems) {
		return problems
	}
	lacks := len(problems) > 0
	if e.Translation != "" && Reads(e.translationLang()) {
		// What differs here differs from the quote, whatever it is.
		last = readIn(q, inTranslation(e), e.Currency)
		defer last.done()
		for _, p := range last.compare(q, e) {
			if lacks && p.Absent {
				continue // as it lacks in the quote
			}
			p.Kind, p.Absent = TranslationDiffers, false
			problems = append(problems, p)
		}
	}
	if lacks || len(problems) > 0 {
		return problems
	}
	if q.IsMoney() && (q.Basis() == "" || isTime(q.Basis())) {
		return nil
	}
	if last == nil || last.l != english() {
		if !e.readsWords() || q.IsPercentage() && q.Basis() == "" && last.saysPercent(q, e) {
			return nil
		}
		return missingWords(q, e)
	}
	return last.unnamed(q, e)
}

// saysPercent reports whether a figure of s that says q is a percentage, which is read in
// all languages: "6 %". s may be nil.
func (s *readPassage) saysPercent(q amount.Quantity, e Quote) bool {
	return s != nil && slices.ContainsFunc(s.found, func(f *foundAt) bool { return f.Noun == "percent" && len(s.differences(q, f, e)) == 0 })
}

// contradicts reports whether one of the problems is more than an absence.
func contradicts(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return !p.Absent })
}

// A passage is a text in which a figure or a date is looked for: all of it, or
// what reaches into the bytes from start to end.
type passage struct {
	lang, text string
	in         Part
	start, end int
}

func inQuote(e Quote) passage { return passage{e.Lang, e.Text, InQuote, 0, len(e.Text)} }

func inTranslation(e Quote) passage {
	return passage{e.translationLang(), e.Translation, InTranslation, 0, len(e.Translation)}
}

// has reports whether a range reaches into the passage.
func (s passage) has(start, end int) bool { return start < s.end && s.start < end }

// unquantified says where the evidence has a sum of money after all.
func unquantified(e Quote) []Problem {
	for _, s := range []passage{inQuote(e), inTranslation(e)} {
		if problems := s.moneyIn(); len(problems) > 0 {
			return problems
		}
	}
	return nil
}

// moneyIn says where s has a sum of money.
func (s passage) moneyIn() []Problem {
	for _, f := range FindQuantities(s.lang, s.text) {
		if f.IsMoney() && f.Kind != amount.Vague && s.has(f.Start, f.End) {
			found := s.text[f.Start:f.End]
			return []Problem{{
				Number, s.in, f.Start, f.End, found,
				fmt.Sprintf("the %s says “%s”, so there is a figure to state", s.in, found), false, NoDoubt,
			}}
		}
	}
	return nil
}

// A readPassage is a passage with its figures that a quantity may mean.
type readPassage struct {
	passage
	*reader
	found []*foundAt
}

// readIn reads s, in which the money of the source is told.
func readIn(q amount.Quantity, s passage, source string) *readPassage {
	read := &readPassage{passage: s, reader: newReader(languageOf(s.lang), s.text)}
	read.source = source
	read.findCandidates(q)
	return read
}

// readQuote returns nil if the package does not read the language of the quote.
func readQuote(q amount.Quantity, e Quote) *readPassage {
	if !Reads(e.Lang) {
		return nil
	}
	s := readIn(q, inQuote(e), e.Currency)
	if e.Translation == "" { // a translation has to keep it: see [Reversed]
		for _, f := range s.found {
			weigher{s.reader}.weighHearsay(f)
		}
	}
	return s
}

// done gives back the parser of s, which may be nil.
func (s *readPassage) done() {
	if s != nil {
		s.reader.done()
	}
}

// compare looks for a figure that says q, and otherwise returns what is wrong
// with the one that comes nearest.
func (s *readPassage) compare(q amount.Quantity, e Quote) []Problem {
	var best []ProblemKind
	var nearest *foundAt
	for _, f := range s.found {
		kinds := s.differences(q, f, e)
		if len(kinds) == 0 {
			return nil
		}
		if nearest == nil || cmp.Or(len(best)-len(kinds), slices.Compare(kinds, best)) > 0 {
			nearest, best = f, kinds
		}
	}
	if nearest == nil {
		text := s.text[s.start:s.end]
		if list, n := s.enumeration(); s.in != InSource && n > 0 && !q.IsMoney() && q.Kind() == amount.Point {
			if q.Qualifier() == amount.Plain && !q.Some() && q.Decimal(q.Lo()) == fmt.Sprint(n) && q.Basis() == "" {
				return nil
			}
			return []Problem{{
				Number, s.in, list.start, list.end, text[list.start:list.end],
				fmt.Sprintf("the %s lists %d names, not %s", s.in, n, q), false, NoDoubt,
			}}
		}
		return []Problem{{NoFigure, s.in, s.start, s.end, text, fmt.Sprintf("the %s has no figure, but %s is stated", s.in, q), true, NoDoubt}}
	}
	return s.describe(q, nearest, best)
}

// findCandidates finds the figures of s that may be meant by q.
func (s *readPassage) findCandidates(q amount.Quantity) {
	one, year := isOne(q), s.hasAsYear(q)
	if !year {
		s.markDates()
	}
	all := s.quantities(one || year)
	s.found = make([]*foundAt, 0, len(all))
	for i := range all {
		f := &all[i]
		// Around a quote, a whole is a figure of its own: the seven of "deux des sept".
		if f.num.article && !one || f.Whole && s.in != InSource || !s.has(f.Start, f.End) {
			continue
		}
		s.weigh(f)
		if f.each && q.IsMoney() && q.Basis() == "" {
			k := cmp.Or(f.eachAt, f.perFrom)
			f.notUnderstood(s.reader, min(k, f.first), max(k+1, f.next), span{k, k + 1})
		}
		s.found = append(s.found, f)
	}
}

// hasAsYear reports whether the digits of q stand in the text as a year would:
// "2000 électeurs". Then they are the number that is looked for.
func (s *readPassage) hasAsYear(q amount.Quantity) bool {
	return q.Kind() == amount.Point && !q.IsMoney() && slices.ContainsFunc(s.ts, func(t token) bool {
		return t.kind == number && t.bare && len(t.value) == 4 && t.value == q.Decimal(q.Lo())
	})
}

// isOne reports whether q may be an article in the text: "un électeur".
func isOne(q amount.Quantity) bool {
	return q.Kind() == amount.Point && !q.IsMoney() && q.Decimal(q.Lo()) == "1"
}

// differences lists what f says other than q, the worst first.
func (s *readPassage) differences(q amount.Quantity, f *foundAt, e Quote) []ProblemKind {
	var kinds []ProblemKind
	if f.Doubt == Unread { // first, since nothing of it may be so
		kinds = append(kinds, Doubtful)
	}
	if f.open {
		if !f.mentions(q) {
			kinds = append(kinds, Number)
		}
		if f.Doubt != Unread {
			kinds = append(kinds, Doubtful)
		}
		return kinds
	}
	if !SameNumber(q, f.Found) {
		kinds = append(kinds, Number)
	}
	some := f.Some == q.Some() || f.Some && f.Qualifier != amount.Plain && f.Qualifier != amount.ALittleOver
	if (f.Qualifier != q.Qualifier() || !some) && !s.isRough(q, f) {
		kinds = append(kinds, Qualifier)
	}
	if !s.sameUnit(q, f, e) {
		kinds = append(kinds, Unit)
	}
	if !samePrices(q, f, e) {
		kinds = append(kinds, Prices)
	}
	if !s.sameBasis(q, f, e) {
		kinds = append(kinds, Basis)
	}
	if f.Doubt != NoDoubt && f.Doubt != Unread {
		kinds = append(kinds, Doubtful)
	}
	return kinds
}

// isRough reports whether q is about the order of magnitude that f is, « quelque 40 ».
// The translation may have it either way.
func (s *readPassage) isRough(q amount.Quantity, f *foundAt) bool {
	about := f.Some && f.Qualifier == amount.Plain && q.Qualifier() == amount.About && !q.Some()
	some := q.Some() && q.Qualifier() == amount.Plain && f.Qualifier == amount.About && !f.Some
	return about || some && s.in == InTranslation
}

// mentions reports whether the number of q stands in the words of f, whatever they
// make of it.
func (f *foundAt) mentions(q amount.Quantity) bool {
	return q.Kind() == amount.Point && (q.Decimal(q.Lo()) == f.Lo || q.Decimal(q.Lo()) == f.Hi) || SameNumber(q, f.Found)
}

// describe makes problems of differences.
func (s *readPassage) describe(q amount.Quantity, f *foundAt, kinds []ProblemKind) []Problem {
	var problems []Problem
	for _, k := range kinds {
		start, end, doubt := f.lead, f.End, NoDoubt
		if k == Doubtful {
			end, doubt = f.tail, f.Doubt
		} else if f.Doubt == Unread {
			start = f.Start
		}
		if k == Prices && f.pricedBy != (span{}) {
			start, end = min(start, f.pricedBy.start), max(end, f.pricedBy.end)
		}
		problems = append(problems, Problem{k, s.in, start, end, s.text[start:end], s.message(q, f, k, len(kinds) == 1), s.lacks(k, q, f), doubt})
	}
	return problems
}

// message says what is wrong in one respect, which may be the only one.
func (s *readPassage) message(q amount.Quantity, f *foundAt, k ProblemKind, only bool) string {
	says := fmt.Sprintf("the %s says “%s”, ", s.in, brief(s.text[f.lead:f.End]))
	switch {
	case k == Qualifier && only:
		return says + "which is " + qualifierWords(f.Qualifier, f.Some) + "; stated is " + qualifierWords(q.Qualifier(), q.Some())
	case k == Doubtful:
		says = fmt.Sprintf("the %s says “%s”, ", s.in, brief(s.text[f.lead:f.tail]))
		if f.weight != (span{}) {
			return says + "where “" + s.text[f.weight.start:f.weight.end] + "” is not understood"
		}
		return says + f.Doubt.String()
	case k == Unit && q.IsMoney() && f.Currency == unknownCurrency:
		return says + "and does not tell which currency that is"
	case k == Unit && q.IsMoney() && f.Currency == "":
		return says + "which names no currency"
	case k == Prices && f.Prices == amount.Nominal:
		return fmt.Sprintf("neither the %s nor a further quote says that the sum is %s", s.in, q.Prices())
	case k == Prices:
		start, end := min(f.lead, f.pricedBy.start), max(f.End, f.pricedBy.end)
		return fmt.Sprintf("the %s says “%s”, which is money %s; stated is %s", s.in, brief(s.text[start:end]), f.Prices, q)
	case k == Basis && q.Basis() == "":
		return s.rateMessage(says, q, f, only)
	case k == Basis && f.Basis == "":
		return fmt.Sprintf("neither the %s nor a further quote says per %s", s.in, q.Basis())
	}
	return says + "not " + q.String()
}

// rateMessage is for a sum that is a rate. The words of a French quote are none of
// front matter, and where something else is wrong too nothing is proposed.
func (s *readPassage) rateMessage(says string, q amount.Quantity, f *foundAt, only bool) string {
	switch {
	case f.Basis == "":
		return fmt.Sprintf("the %s speaks of a rate, but %s has no basis", s.in, q)
	case !only || !isTime(f.Basis) && s.l != english():
		return says + "a figure per " + f.Basis + "; state what it is for"
	}
	return fmt.Sprintf("%sa figure per %s; state what it is for, as in %q", says, f.Basis, q.String()+" per "+f.Basis)
}

// lacks reports whether f only says less than q in one respect.
func (s *readPassage) lacks(k ProblemKind, q amount.Quantity, f *foundAt) bool {
	switch k {
	case Qualifier:
		return f.Qualifier == amount.Plain && !f.Some
	case Unit:
		return f.Currency == "" && f.Noun == ""
	case Prices:
		return f.Prices == amount.Nominal || f.Prices == amount.Adjusted && q.Prices().Year() > 0
	case Basis:
		return f.Basis == "" && q.Basis() != "" && len(s.basesOf(f)) == 0
	}
	return false
}

// maxShown is how many words of a source a message shows.
const maxShown = 16

// brief is text without its middle if it is long.
func brief(text string) string {
	words := strings.Fields(text)
	if len(words) <= maxShown {
		return text
	}
	return strings.Join(words[:maxShown/2], " ") + " … " + strings.Join(words[len(words)-maxShown/2:], " ")
}

func qualifierWords(q amount.Qualifier, some bool) string {
	s := q.String()
	if some {
		s = strings.TrimSpace(s + " some")
	}
	if s == "" {
		return "a bare number"
	}
	return fmt.Sprintf("%q", s)
}
