package evidence

import (
	"slices"
	"strings"
	"unicode/utf8"

	"receipts/internal/amount"
)

// What stands right before and right behind a figure. Before it only words that
// are known to change nothing may stand: articles, prepositions, verbs by which
// money changes hands, names. Signs, abbreviations, adverbs and adjectives leave
// it in doubt: whatever is not understood there may be the word that matters
// ("an estimated", "est.", "~"). Behind it stand nouns and verbs of all kinds,
// and what is compared with it are signs, adverbs, alternatives and the words of
// the table.
//
// This is for quotes; in prose a figure is only compared with those of facts.

// beside returns the doubt that stands next to f, with the bytes it reaches to.
func (p *parser) beside(f *foundAt) {
	denied := f.lead < f.Start // and read with it: "does not exceed"
	if from, ok := p.plainBefore(f, f.first); !ok && !denied {
		f.Doubt, f.lead = Unread, min(f.lead, p.at(from).start)
		return
	}
	if end, ok := p.plainBehind(f, f.next); !ok {
		f.Doubt, f.tail = Unread, max(f.tail, p.at(end-1).end)
	}
}

// plainBefore reports whether what ends before token i changes nothing, and the
// token with which it begins.
func (p *parser) plainBefore(f *foundAt, i int) (from int, ok bool) {
	l, t := p.l, p.at(i-1)
	if doubt, n := l.before.endingAt(p.ts, i); n > 0 {
		return i - n, doubt == NoDoubt
	}
	from = i - 1
	switch {
	case i <= 0 || t.text == "\n" || t.dated:
		return from, true
	case t.kind == mark:
		return from, p.plainMark(f, i-1)
	case t.kind != word:
		return from, false
	}
	article := slices.Contains(l.articles, p.at(i-2).text)
	switch {
	case l.harmless[t.text] && !(article && l.moved[t.text]):
		return from, true
	case l.bounding[p.at(f.first).text] && !hasAnySuffix(t.text, l.adverb):
		return from, true
	case slices.Contains(l.ranks, t.text):
		return from, true
	case f.Qualifier != amount.Plain && slices.Contains(l.stronger, t.text):
		return from, true
	case t.upper && i > 1 && !endsSentence(p.at(i-2)) && !hasAnySuffix(t.text, l.adverb): // a name
		return from, true
	case !article && slices.ContainsFunc(l.forms, func(s string) bool { return strings.HasSuffix(t.text, s) }):
		return from, true
	}
	return from, false
}

func endsSentence(t *token) bool { return t.kind == mark && t.text != "," && t.text != "-" }

// plainMark reports whether the mark at k, right before a figure, changes nothing.
func (p *parser) plainMark(f *foundAt, k int) bool {
	t, before := p.at(k), p.at(k-1)
	spaced := k+1 >= len(p.ts) || p.at(k+1).spaced
	switch t.text {
	case ";", ":", "!", "?", ")", "]", "»", "”", "[", "…", "—":
		return true
	case ",", "(":
		_, n := p.l.before.endingAt(p.ts, k) // "peut-être, 75"
		return n == 0 && !slices.Contains(p.l.or, before.text)
	case "–", "-":
		return spaced && (t.spaced || k == 0)
	case ".": // of a sentence, or of an abbreviation
		return before.kind != word || utf8.RuneCountInString(before.text) > 5 || before.upper
	case "«", "“", "‘", "\"", "'", "’": // "about “75 million”"
		if k == 0 || !p.at(k-1).spaced && p.at(k-1).kind == mark {
			return true
		}
		_, n := p.l.qualifiers.endingAt(p.ts, k)
		_, ok := p.plainBefore(f, k)
		return n == 0 && ok
	}
	return false
}

// plainBehind reports whether what begins at token i changes nothing, and the
// token behind it.
func (p *parser) plainBehind(f *foundAt, i int) (end int, ok bool) {
	l, t := p.l, p.at(i)
	if i >= len(p.ts) {
		return i, true
	}
	if t.kind == mark {
		switch t.text {
		case ",", "(", "«", "»", "“", "”", "\"", "—", "–", ";":
		case "-":
			return i + 1, t.spaced && p.at(i+1).spaced
		case "+", "×", "÷", "*", "/", "±", "~", "≈", "^", "=", "<", ">", "≥", "≤", "%", "?":
			return i + 1, false
		default:
			return i, true
		}
		if i++; i >= len(p.ts) {
			return i, true
		}
		t = p.at(i)
		if t.kind == mark && strings.Contains("~±≈<>≥≤?", t.text) {
			return i + 1, false
		}
	}
	if doubt, n := l.after.at(p.ts, i); n > 0 && doubt != NoDoubt {
		return i + n, false
	}
	switch {
	case slices.Contains(l.or, t.text):
		g, next, ok := p.quantity(i+1, false)
		if ok && g.IsMoney() && f.IsMoney() && g.Currency != f.Currency { // "or 69 million euros"
			return next, true
		}
		return i + 1, false
	case t.kind == word && hasAnySuffix(t.text, l.adverb) && utf8.RuneCountInString(t.text) > 5 && !t.upper:
		return i + 1, l.harmless[t.text]
	}
	if _, n := l.qualifiers.at(p.ts, i); n > 0 { // "$75 million, roughly"
		after := p.at(i + n)
		return i + n, i+n < len(p.ts) && after.kind != mark
	}
	return i, true
}
