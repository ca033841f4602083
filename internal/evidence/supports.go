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
// "quelque 10": some 10), see the languages' tables. Where a qualifier stands
// before an order of magnitude and front matter has no words for both ("plus
// d'une dizaine"), the qualifier alone is enough. Tens and dozens are one.
//
// The currency stands with the figure; if that has none, with the same figure of
// a further quote; "dollars" are US dollars. A unit of time that is a basis must
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
	if last == nil || last.r.l != english() {
		return missingWords(q, e)
	}
	return last.unnamed(q, e)
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
	r     *reader
	found []foundAt
}

// readIn reads s, in which the money of the source is told.
func readIn(q amount.Quantity, s passage, source string) *readPassage {
	r := newReader(languageOf(s.lang), s.text)
	r.source = source
	return &readPassage{s, r, r.candidates(q, s)}
}

// readQuote returns nil if the package does not read the language of the quote.
func readQuote(q amount.Quantity, e Quote) *readPassage {
	if !Reads(e.Lang) {
		return nil
	}
	return readIn(q, inQuote(e), e.Currency)
}

// done gives back the parser of s, which may be nil.
func (s *readPassage) done() {
	if s != nil {
		s.r.done()
	}
}

// compare looks for a figure that says q, and otherwise returns what is wrong
// with the one that comes nearest.
func (s *readPassage) compare(q amount.Quantity, e Quote) []Problem {
	r := s.r
	var best []ProblemKind
	var nearest *foundAt
	for _, f := range s.found {
		kinds := r.differences(q, f, e)
		if len(kinds) == 0 {
			return nil
		}
		if nearest == nil || cmp.Or(len(best)-len(kinds), slices.Compare(kinds, best)) > 0 {
			nearest, best = &f, kinds
		}
	}
	if nearest == nil {
		text := s.text[s.start:s.end]
		if list, n := r.enumeration(); s.in != InSource && n > 0 && !q.IsMoney() && q.Kind() == amount.Point {
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
	return r.describe(q, *nearest, best, s.passage)
}

// candidates are the figures of a passage that may be meant by q.
func (r *reader) candidates(q amount.Quantity, s passage) []foundAt {
	one, year := isOne(q), r.hasAsYear(q)
	if !year {
		r.markDates()
	}
	all := r.quantities(one || year)
	found := make([]foundAt, 0, len(all))
	for _, f := range all {
		// Around a quote, a whole is a figure of its own: the seven of "deux des sept".
		if f.num.article && !one || f.Whole && s.in != InSource || !s.has(f.Start, f.End) {
			continue
		}
		r.weigh(&f)
		if f.each && q.IsMoney() && q.Basis() == "" {
			k := cmp.Or(f.eachAt, f.perFrom)
			f.notUnderstood(r, min(k, f.first), max(k+1, f.next), span{k, k + 1})
		}
		found = append(found, f)
	}
	return found
}

// hasAsYear reports whether the digits of q stand in the text as a year would:
// "2000 électeurs". Then they are the number that is looked for.
func (r *reader) hasAsYear(q amount.Quantity) bool {
	return q.Kind() == amount.Point && !q.IsMoney() && slices.ContainsFunc(r.ts, func(t token) bool {
		return t.kind == number && t.bare && len(t.value) == 4 && t.value == q.Decimal(q.Lo())
	})
}

// isOne reports whether q may be an article in the text: "un électeur".
func isOne(q amount.Quantity) bool {
	return q.Kind() == amount.Point && !q.IsMoney() && q.Decimal(q.Lo()) == "1"
}

// differences lists what f says other than q, the worst first.
func (r *reader) differences(q amount.Quantity, f foundAt, e Quote) []ProblemKind {
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
	if f.Qualifier != q.Qualifier() || !some {
		kinds = append(kinds, Qualifier)
	}
	if !r.sameUnit(q, f, e) {
		kinds = append(kinds, Unit)
	}
	if !r.sameBasis(q, f, e) {
		kinds = append(kinds, Basis)
	}
	if f.Doubt != NoDoubt && f.Doubt != Unread {
		kinds = append(kinds, Doubtful)
	}
	return kinds
}

// mentions reports whether the number of q stands in the words of f, whatever they
// make of it.
func (f foundAt) mentions(q amount.Quantity) bool {
	return q.Kind() == amount.Point && (q.Decimal(q.Lo()) == f.Lo || q.Decimal(q.Lo()) == f.Hi) || SameNumber(q, f.Found)
}

// describe makes problems of differences.
func (r *reader) describe(q amount.Quantity, f foundAt, kinds []ProblemKind, s passage) []Problem {
	in := s.in
	found := brief(s.text[f.lead:f.End])
	var problems []Problem
	for _, k := range kinds {
		message := fmt.Sprintf("the %s says “%s”, not %s", in, found, q)
		switch {
		case k == Qualifier && len(kinds) == 1:
			message = fmt.Sprintf("the %s says “%s”, which is %s; stated is %s", in, found, qualifierWords(f.Qualifier, f.Some), qualifierWords(q.Qualifier(), q.Some()))
		case k == Doubtful && f.Doubt == Unread && f.weight != span{}:
			message = fmt.Sprintf("the %s says “%s”, where “%s” is not understood", in, brief(s.text[f.lead:f.tail]), s.text[f.weight.start:f.weight.end])
		case k == Doubtful:
			message = fmt.Sprintf("the %s says “%s”, %s", in, brief(s.text[f.lead:f.tail]), f.Doubt)
		case k == Unit && q.IsMoney() && f.Currency == unknownCurrency:
			message = fmt.Sprintf("the %s says “%s”, and does not tell which currency that is", in, found)
		case k == Unit && q.IsMoney() && f.Currency == "":
			message = fmt.Sprintf("the %s says “%s”, which names no currency", in, found)
		case k == Basis && q.Basis() == "" && f.Basis != "" && (len(kinds) > 1 || !isTime(f.Basis) && r.l != english()): // or its words are none of front matter
			message = fmt.Sprintf("the %s says “%s”, a figure per %s; state what it is for", in, found, f.Basis)
		case k == Basis && q.Basis() == "" && f.Basis != "":
			message = fmt.Sprintf("the %s says “%s”, a figure per %s; state what it is for, as in %q", in, found, f.Basis, q.String()+" per "+f.Basis)
		case k == Basis && q.Basis() == "":
			message = fmt.Sprintf("the %s speaks of a rate, but %s has no basis", in, q)
		case k == Basis && f.Basis == "":
			message = fmt.Sprintf("neither the %s nor a further quote says per %s", in, q.Basis())
		}
		start, end, doubt := f.lead, f.End, NoDoubt
		if k == Doubtful {
			end, doubt = f.tail, f.Doubt
		} else if f.Doubt == Unread {
			start = f.Start
		}
		problems = append(problems, Problem{k, in, start, end, s.text[start:end], message, r.lacks(k, q, f), doubt})
	}
	return problems
}

// lacks reports whether f only says less than q in one respect.
func (r *reader) lacks(k ProblemKind, q amount.Quantity, f foundAt) bool {
	switch k {
	case Qualifier:
		return f.Qualifier == amount.Plain && !f.Some
	case Unit:
		return f.Currency == "" && f.Noun == ""
	case Basis:
		return f.Basis == "" && q.Basis() != "" && len(r.basesOf(f)) == 0
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
