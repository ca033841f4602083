package evidence

import (
	"fmt"
	"slices"
	"strings"

	"receipts/internal/amount"
)

// What is counted, and for what. What is stated is in English, so it is looked
// for in the translation, or in the quote if that is English: the noun at the
// figure itself, the words of a basis in its sentence. A figure that has no noun
// may have that of its whole ("two of the seven states"), of its list ("states:
// Michigan, Nevada"), or of a figure in a further quote.

// Names reports whether words name what is stated, a counted noun or a basis
// of package amount: "voters for whom" names "sponsored voters". The nouns must
// agree in singular or plural; what stands before them is a choice of words.
func Names(stated, words string) bool {
	stems := englishStems(words)
	for _, w := range headWords(stated) {
		if !hasStem(stems, w) {
			return false
		}
	}
	return true
}

// NamesIn is [Names] for words of a text in another language than what is stated, where
// it has some names; without any, the words may be any but those for a percentage or a
// unit of time, which are read in all languages. The noun itself is compared, with its
// number: "États" names "États clés".
func NamesIn(lang, stated string, names []string, words string) bool {
	switch {
	case words == stated:
		return true
	case words == "percent" || isTime(words):
		return false
	case len(names) == 0:
		return true
	}
	l := languageOf(lang)
	if l == english() {
		return slices.ContainsFunc(names, func(name string) bool { return Names(name, words) })
	}
	own := l.nounWords(words)
	return slices.ContainsFunc(names, func(name string) bool {
		noun := l.nounWords(name)
		return len(noun) > 0 && slices.Contains(own, noun[0])
	})
}

// nounWords are the words of a noun before the "of" that joins another, in lower case.
func (l *language) nounWords(noun string) (words []string) {
	r := newReader(l, noun)
	defer r.done()
	for i := range r.ts {
		t := &r.ts[i]
		if slices.Contains(l.of, t.text) {
			break
		}
		if t.kind == word {
			words = append(words, t.text)
		}
	}
	return words
}

// unnamed says which noun or basis the evidence does not have.
func (s *readPassage) unnamed(q amount.Quantity, e Quote) []Problem {
	var problems []Problem
	for _, f := range s.found {
		if len(s.differences(q, f, e)) > 0 {
			continue
		}
		if problems = s.unnamedAt(q, f, e); len(problems) == 0 {
			return nil
		}
	}
	if problems != nil {
		return problems
	}
	list, _ := s.enumeration()
	before := nounBefore(s.text[:list.start])
	if q.IsMoney() || before != "" && namesPhrase(q.Unit(), before) || before == "" && furtherNoun(q, e) {
		return nil
	}
	return []Problem{{
		Kind: Unit, In: s.in, End: len(s.text), Found: s.text,
		Message: fmt.Sprintf("the %s does not say that it lists %s", s.in, q.Unit()), Absent: before == "",
	}}
}

// nounBefore returns the words right before a list.
func nounBefore(text string) string {
	text = strings.TrimRight(text, " (:")
	if i := strings.LastIndexAny(text, ".;:,()"); i >= 0 {
		text = text[i+1:]
	}
	return strings.TrimSpace(text)
}

// unnamedAt is unnamed for one figure.
func (s *readPassage) unnamedAt(q amount.Quantity, f *foundAt, e Quote) []Problem {
	problem := func(k ProblemKind, absent bool, format string, args ...any) []Problem {
		return []Problem{{k, s.in, f.Start, f.End, s.text[f.Start:f.End], fmt.Sprintf(format, args...), absent, NoDoubt}}
	}
	if !q.IsMoney() {
		switch noun := s.nounPhrase(f); {
		case noun == "" && !furtherNoun(q, e):
			return problem(Unit, true, "%q is stated, but the figure in the %s names nothing, nor does that of a further quote", q.Unit(), s.in)
		case noun != "" && !namesPhrase(q.Unit(), noun):
			return problem(Unit, false, "%q is stated, but the %s counts “%s”", q.Unit(), s.in, noun)
		}
	}
	if q.Basis() == "" || isTime(q.Basis()) {
		return nil
	}
	stems := s.paidFor(f)
	for _, more := range e.More {
		text, _ := more.translated()
		for _, g := range FindQuantities("en", text) {
			stems = append(stems, englishStems(text[g.Start:g.End])...)
		}
	}
	for _, w := range wordsOf(q.Basis()) {
		if !hasStem(stems, w) {
			return problem(Basis, f.Basis == "", "%q is stated, but the %s does not have the word %q, nor does a figure of a further quote", q.Basis(), s.in, w)
		}
	}
	return nil
}

// paidFor are the stems of the words that tell what f is paid for.
func (s *readPassage) paidFor(f *foundAt) []string {
	if f.perEnd <= f.perFrom {
		return nil
	}
	stems := englishStems(s.words(f.perFrom, f.perEnd))
	if f.eachAt > f.first && f.perFrom < f.first { // "the brothers gave $70,000 each"
		stems = stems[:0]
		for k := f.perFrom; k < f.perEnd; k++ {
			if w := s.at(k).text; isPlural(w) {
				stems = append(stems, stem(w))
			}
		}
	}
	return append(stems, f.Basis)
}

// furtherNoun reports whether a figure of a further quote counts what q does.
func furtherNoun(q amount.Quantity, e Quote) bool {
	return slices.ContainsFunc(e.More, func(more Quote) bool {
		text, _ := more.translated()
		r := newReader(english(), text)
		defer r.done()
		r.markDates()
		return slices.ContainsFunc(r.quantities(isOne(q)), func(g foundAt) bool { return namesPhrase(q.Unit(), r.nounPhrase(&g)) })
	})
}

// maxPhrase is the number of words that a noun with its adjectives may have.
const maxPhrase = 7

// nounPhrase returns what f counts with its "of", or what its whole counts.
func (r *reader) nounPhrase(f *foundAt) string {
	if f.nounFrom == 0 {
		if n := r.partOf(f, f.next); n > 0 && f.Noun == "" {
			if g, _, ok := r.quantity(f.next+n, false); ok && g.nounFrom > 0 {
				return r.nounPhrase(&g)
			}
		}
		return f.Noun
	}
	end := f.nounEnd
	for end < f.nounFrom+maxPhrase && r.isNounWord(end) {
		end = r.compoundEnd(end)
	}
	for k := f.nounFrom; k < end-1; k++ { // "volunteers now hold posters", but "sales taxes"
		if t := r.at(k); isPlural(t.text) && t.is&isMass == 0 && !isPlural(r.at(k+1).text) {
			end = k + 1
		}
	}
	if slices.Contains(r.l.of, r.at(end).text) {
		if more := r.nounEnd(end + 1); more > end+1 {
			end = more
		}
	}
	from := f.nounFrom
	if r.at(from-1).text == "-" { // "165-page": the noun is in singular
		from--
	}
	return r.words(from, end)
}

// namesPhrase reports whether a noun of a text is the one that is stated: each
// part joined by "of" has the head word of that part, in the same number.
func namesPhrase(stated, noun string) bool {
	parts := strings.Split(strings.ToLower(noun), " of ")
	for i, head := range headWords(stated) {
		if i >= len(parts) {
			return false
		}
		joined := strings.HasPrefix(parts[i], "-")
		head = head[strings.LastIndex(head, "-")+1:]
		same := func(w string) bool {
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
			return stem(w) == stem(head) && (joined || isPlural(w) == isPlural(head))
		}
		if !slices.ContainsFunc(strings.FieldsFunc(parts[i], func(r rune) bool { return r == ' ' || r == '-' || r == '\u00a0' }), same) {
			return false
		}
	}
	return true
}

func isPlural(w string) bool {
	return slices.Contains([]string{"people", "men", "women", "children"}, w) || strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is")
}
