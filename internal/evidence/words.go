package evidence

import (
	"fmt"
	"slices"
	"strings"

	"receipts/internal/amount"
)

// The nouns of a stated quantity are English. They are looked for in the
// translation of the quote and of further quotes, by their stems.

// missingWords says which noun or basis no translation has.
func missingWords(q amount.Quantity, e Quote) []Problem {
	text, in := e.translated()
	stems := englishStems(text)
	for _, more := range e.More {
		t, _ := more.translated()
		stems = append(stems, englishStems(t)...)
	}
	var problems []Problem
	missing := func(k ProblemKind, words []string, of string) {
		for _, w := range words {
			if !hasStem(stems, w) {
				problems = append(problems, Problem{
					k, in, 0, len(text), text,
					fmt.Sprintf("%q is stated, but the %s does not have the word %q, nor does that of a further quote", of, in, w), false, NoDoubt,
				})
				return
			}
		}
	}
	if !q.IsMoney() {
		missing(Unit, headWords(q.Unit()), q.Unit())
	}
	if q.Basis() != "" && !isTime(q.Basis()) {
		missing(Basis, wordsOf(q.Basis()), q.Basis())
	}
	return problems
}

// headWords returns the words of a noun that must be found: the last of each
// part joined by "of". What stands before them is the site's own choice of
// words ("swing states" for "États clés").
func headWords(noun string) []string {
	var heads []string
	for part := range strings.SplitSeq(noun, " of ") {
		words := wordsOf(part)
		heads = append(heads, words[len(words)-1])
	}
	return heads
}

// wordsOf returns the words of a noun or basis without those of grammar.
func wordsOf(s string) []string {
	words := strings.Fields(strings.ToLower(s))
	content := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(english().stop, w) })
	if len(content) == 0 {
		return words
	}
	return content
}

// englishStems returns the stems of the words of a text.
func englishStems(text string) []string {
	var stems []string
	r := newReader(english(), text)
	defer r.done()
	for i := range r.ts {
		t := &r.ts[i]
		switch t.kind {
		case word:
			stems = append(stems, stem(t.text))
		case number:
			stems = append(stems, t.value)
		}
	}
	return stems
}

// hasStem reports whether a word, in any of its forms, is among stems. A pair is
// found in two of something.
func hasStem(stems []string, w string) bool {
	for part := range strings.SplitSeq(w, "-") {
		s := stem(strings.TrimSuffix(strings.TrimSuffix(part, "'s"), "’s"))
		if slices.Contains(stems, s) {
			continue
		}
		if s != "pair" || !slices.ContainsFunc([]string{"two", "2", "both"}, func(two string) bool { return slices.Contains(stems, two) }) {
			return false
		}
	}
	return true
}

var irregular = map[string]string{
	"people": "person", "men": "man", "women": "woman", "children": "child", "buses": "bus", "news": "news", "cheques": "cheque",
	"check": "cheque", "checks": "cheque",
}

// stem folds an English word to what its plural and its verb forms share:
// "voters", "sponsored", "sponsoring". It need not be a word.
func stem(w string) string {
	w = strings.TrimSuffix(w, "'")
	if s, ok := irregular[w]; ok {
		return s
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && hasAnySuffix(w, "sses", "xes", "zes", "ches", "shes", "nuses", "ruses", "tuses"):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is"):
		return w[:len(w)-1]
	case len(w) > 6 && strings.HasSuffix(w, "ing"):
		return w[:len(w)-3]
	case len(w) > 5 && strings.HasSuffix(w, "ed"):
		return w[:len(w)-2]
	}
	return w
}

// singular is a noun, with what stands before it, of one thing.
func singular(noun string) string {
	switch {
	case len(noun) > 4 && strings.HasSuffix(noun, "ies"):
		return noun[:len(noun)-3] + "y"
	case hasAnySuffix(noun, "sses", "xes", "zes", "ches", "shes", "nuses"):
		return noun[:len(noun)-2]
	case isPlural(noun):
		return strings.TrimSuffix(noun, "s")
	}
	return noun
}

func hasAnySuffix(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(x string) bool { return strings.HasSuffix(s, x) })
}
