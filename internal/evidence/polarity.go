package evidence

import (
	"maps"
	"slices"
	"strings"
)

// Polarity: what of a text denies or doubts what it says. A quote and its
// translation agree in it word by word, or nearly: both have a negation or neither
// has, and so with a refusal, and with a doubt. A sentence of ours says in other
// words what a quote says, and more besides, so that of it only the claim is read:
// the main clause without who says it (claim.go).
//
// Only that there is such a word is compared, not what it governs. What is no
// negation although it looks like one ("not only", « sans doute ») is passed over,
// and a word that may stand for a negation ("fails to", "unable") agrees with
// either side.

// A polarity has the words of a text that deny or doubt what it says.
type polarity struct {
	negations []Word // "not", "without", « jamais »
	refusals  []Word // "denies", "rejected", « dément »
	doubts    []Word // "could", "allegedly", « prétendument », « serait »
	soft      bool   // something that may stand for a negation
	undone    []Word // what says that it is not done, or hardly: "stopped paying", "rarely"
	strong    []Word // of the doubts, those that are never a condition or an ability
	doubled   bool   // a refusal that is negated itself
	denied    []Word // of the refusals, those of what somebody is said to have done or said
}

// A Word is a word of a text with its place in bytes.
type Word struct {
	Start, End int
	Text       string
}

type polarityWords struct {
	negations    map[string]bool
	withNe       map[string]bool // negations only with "ne" before them
	ne           map[string]bool
	noNegation   phraseTable // in which a word of negations is none
	refusals     map[string]bool
	governed     map[string]bool // what stands behind a refusal of what somebody did or said
	governedNext map[string]bool // what stands right behind it
	doubts       map[string]bool // single words
	weakDoubts   map[string]bool // of these, what may be a condition, an ability or a future of the past
	noDoubtAlone map[string]bool // of these, what a sentence may leave out: a duty, a future of the past
	doubtEnds    []string        // endings of the conditional
	doubtful     phraseTable     // doubts of several words
	noDoubts     phraseTable     // in which a word of doubts is none
	soft         map[string]bool
	softWords    []affixes // of words that have a negation in them: "unpaid", "nonprofit"
	noSoft       map[string]bool
	undone       phraseTable // "rarely", "failed to"
	undoneVerb   phraseTable // the same before a verb: "stopped paying"
	verbEnds     []string    // how this verb ends
	opposites    map[string]antonym
	monthOfMay   string // a doubt that is a month with a capital
	contraction  bool   // "n't" is "not"

	telling map[string]bool // words of all these tables, so that most words of a text are looked up once
}

// indexed returns l with its words that tell something.
func (l polarityWords) indexed() polarityWords {
	l.telling = map[string]bool{"t": l.contraction}
	for _, set := range []map[string]bool{l.negations, l.withNe, l.refusals, l.doubts, l.soft} {
		maps.Copy(l.telling, set)
	}
	for _, t := range []phraseTable{l.noNegation, l.doubtful, l.noDoubts, l.undone, l.undoneVerb} {
		for first := range t {
			l.telling[first] = true
		}
	}
	return l
}

// read reads the words from first to next; those that skip is true of are left
// out.
func (l *saying) read(ws []plainWord, first, next int, skip []bool) (p polarity) {
	add := func(list *[]Word, i, n int) {
		var words strings.Builder
		words.WriteString(ws[i].text)
		for _, w := range ws[i+1 : i+n] {
			words.WriteString(" " + w.text)
		}
		*list = append(*list, Word{ws[i].start, ws[i+n-1].end, elided.Replace(words.String())})
	}
	lastNegation := -farNegated - 1
	for i := first; i < next; i++ {
		w := ws[i].text
		if l.isSoftWord(w) && (skip == nil || !skip[i]) {
			p.soft = true
		}
		if !l.telling[w] && !hasAnySuffixLonger(w, l.doubtEnds) || skip != nil && skip[i] {
			continue // as most words
		}
		if n := max(l.noNegation.at(ws, i), l.noDoubts.at(ws, i)); n > 0 {
			i += n - 1
			continue
		}
		if n := l.undoneAt(ws, i); n > 0 {
			add(&p.undone, i, n)
			p.soft = true
			i += n - 1
			continue
		}
		if n := l.doubtful.at(ws, i); n > 0 {
			add(&p.doubts, i, n)
			add(&p.strong, i, n)
			i += n - 1
			continue
		}
		switch {
		case w == "non" && i+1 < next && ws[i+1].text == "-":
			p.soft = true // "non-profit"
		case l.contraction && isContraction(ws, i):
			p.negations = append(p.negations, Word{ws[i-2].start, ws[i].end, ws[i-2].text + "'t"})
			lastNegation = i
		case l.negations[w], l.withNe[w] && l.hasNe(ws, i):
			add(&p.negations, i, 1)
			lastNegation = i
		case l.refusals[w]:
			add(&p.refusals, i, 1)
			p.doubled = p.doubled || i-lastNegation <= farNegated
			if l.governs(ws, i) {
				add(&p.denied, i, 1)
			}
		case w == l.monthOfMay && ws[i].upper:
		case l.doubts[w], hasAnySuffixLonger(w, l.doubtEnds):
			add(&p.doubts, i, 1)
			if !l.weakDoubts[w] && l.doubts[w] {
				add(&p.strong, i, 1)
			}
		case l.soft[w]:
			p.soft = true
		}
	}
	return p
}

// undoneAt is how many words at word i say that what follows is not done; 0 if none do.
func (l *saying) undoneAt(ws []plainWord, i int) int {
	if n := l.undone.at(ws, i); n > 0 {
		return n
	}
	if n := l.undoneVerb.at(ws, i); n > 0 && i+n < len(ws) && hasAnySuffixLonger(ws[i+n].text, l.verbEnds) {
		return n
	}
	return 0
}

// affixes are how words begin and end; any way if there is no end.
type affixes struct {
	begin string
	ends  []string
}

// isSoftWord reports whether a word has a negation in it, which agrees with either side.
func (l *saying) isSoftWord(w string) bool {
	return !l.noSoft[w] && slices.ContainsFunc(l.softWords, func(a affixes) bool {
		return strings.HasPrefix(w, a.begin) && len(w) > len(a.begin)+2 && (a.ends == nil || hasAnySuffixLonger(w, a.ends))
	})
}

// elided writes words with an apostrophe as they are written.
var elided = strings.NewReplacer(" ' ", "’", " '", "’")

// farNegated is how many words a negation may stand before a refusal that it
// denies: "has never once rejected".
const farNegated = 3

// governs reports whether the refusal at word i is of what is claimed: "denies that",
// "refuses to pay", "rejects the accusation". "The request is denied" is itself what is
// claimed.
func (l *saying) governs(ws []plainWord, i int) bool {
	for k := i + 1; k < min(len(ws), i+4) && !ws[k].isMark; k++ {
		if l.governed[ws[k].text] || k == i+1 && l.governedNext[ws[k].text] || strings.HasSuffix(ws[k].text, "ing") && len(ws[k].text) > 4 {
			return true
		}
	}
	return false
}

// hasNe reports whether a "ne" stands a few words before word i.
func (l *saying) hasNe(ws []plainWord, i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		if l.ne[ws[k].text] {
			return true
		}
	}
	return false
}

// isContraction reports whether word i is the t of "didn't".
func isContraction(ws []plainWord, i int) bool {
	return ws[i].text == "t" && i > 1 && ws[i-1].text == "'" && ws[i-1].start == ws[i-2].end && strings.HasSuffix(ws[i-2].text, "n")
}

func hasAnySuffixLonger(w string, endings []string) bool {
	return slices.ContainsFunc(endings, func(end string) bool { return len(w) > len(end)+1 && strings.HasSuffix(w, end) })
}

// A Reversal is one way in which a translation says the opposite of its quote, or
// may.
type Reversal struct {
	Message string
	Word    Word // in the translation, or in the quote if InQuote
	InQuote bool
}

// Reversed compares the polarity of a translation with that of its quote, and their
// words that have an opposite: "friend" is not « ennemi ». It says nothing of a
// language that is not read.
func Reversed(e Quote) (r Reversal, found bool) {
	from, to := sayingOf(e.Lang), sayingOf(e.translationLang())
	if from == nil || to == nil || e.Translation == "" {
		return r, false
	}
	qs, ts := plainWords(e.Text), plainWords(e.Translation)
	q, t := from.read(qs, 0, len(qs), nil), to.read(ts, 0, len(ts), nil)
	for _, c := range []struct {
		quote, translation []Word
		soft               bool
		is                 string
	}{
		{q.negations, t.negations, q.soft || t.soft || len(q.refusals) != len(t.refusals), "a negation"},
		{q.refusals, t.refusals, q.soft || t.soft || len(q.negations) != len(t.negations), "a denial"},
		{q.doubts, t.doubts, false, "a doubt or a condition"},
	} {
		switch {
		case c.soft:
		case len(c.quote) > 0 && len(c.translation) == 0:
			return Reversal{"the quote has " + c.is + " (“" + c.quote[0].Text + "”), the translation has none", c.quote[0], true}, true
		case len(c.quote) == 0 && len(c.translation) > 0:
			return Reversal{"the translation has " + c.is + " (“" + c.translation[0].Text + "”), the quote has none", c.translation[0], false}, true
		}
	}
	switch {
	case len(q.undone) > 0 && t.against() == 0 && !t.soft:
		return Reversal{"the quote has “" + q.undone[0].Text + "”, the translation denies nothing", q.undone[0], true}, true
	case len(t.undone) > 0 && q.against() == 0 && !q.soft:
		return Reversal{"the translation has “" + t.undone[0].Text + "”, the quote denies nothing", t.undone[0], false}, true
	}
	if q.against()%2 != t.against()%2 && !q.soft && !t.soft && q.against()+t.against() <= 3 {
		return Reversal{"the quote denies " + times(q.against()) + ", the translation " + times(t.against()), firstOf(t.negations, t.refusals), false}, true
	}
	if w, other, ok := opposed(from, qs, to, ts, true); ok && len(q.negations) == len(t.negations) {
		return Reversal{"the quote has “" + other.Text + "”, the translation “" + w.Text + "”", w, false}, true
	}
	return r, false
}

func (p *polarity) against() int { return len(p.negations) + len(p.refusals) }

func times(n int) string { return [...]string{"nothing", "once", "twice", "three times"}[min(n, 3)] }

func firstOf(lists ...[]Word) Word {
	for _, l := range lists {
		if len(l) > 0 {
			return l[0]
		}
	}
	return Word{}
}

// An antonym is one side of a pair of words with opposite meanings.
type antonym struct {
	pair  int
	other bool // the second side
	exact bool // whether only translations are compared by it
}

// opposed finds a word of ts whose opposite stands in qs, where neither has the
// word itself; of a literal translation by more words.
func opposed(from *saying, qs []plainWord, to *saying, ts []plainWord, literal bool) (t, q Word, found bool) {
	sides := func(l *saying, ws []plainWord) (out map[antonym]int) {
		for i, w := range ws {
			if o, ok := l.opposites[w.text]; ok && (literal || !o.exact) {
				if out == nil {
					out = map[antonym]int{}
				}
				if _, had := out[o]; !had {
					out[o] = i
				}
			}
		}
		return out
	}
	if from == to && !literal {
		if t, q, found = to.prefixed(qs, ts); found {
			return t, q, true
		}
	}
	in := sides(from, qs)
	if len(in) == 0 {
		return t, q, false
	}
	out := sides(to, ts)
	for o, i := range out {
		turned := antonym{o.pair, !o.other, o.exact}
		k, isTurned := in[turned]
		_, same := in[o]
		_, both := out[turned]
		if isTurned && !same && !both && (!found || ts[i].start < t.Start) {
			t, q, found = Word{ts[i].start, ts[i].end, ts[i].text}, Word{qs[k].start, qs[k].end, qs[k].text}, true
		}
	}
	return t, q, found
}

// prefixed finds a word of ts that stands in qs with "un" before it, or the other way
// round, where neither text has both and "not" does not stand before it.
func (l *saying) prefixed(qs, ts []plainWord) (t, q Word, found bool) {
	words := func(ws []plainWord) map[string]int {
		out := make(map[string]int, len(ws))
		for i, w := range ws {
			out[w.text] = i
		}
		return out
	}
	in, out := words(qs), words(ts)
	for i, w := range ts {
		other := "un" + w.text
		if rest, ok := strings.CutPrefix(w.text, "un"); ok {
			other = rest
		}
		if min(len(other), len(w.text)) < 4 || w.text == "like" || w.text == "less" || other == "like" || other == "less" {
			continue
		}
		if slices.ContainsFunc(ts[max(0, i-farNegated):i], func(before plainWord) bool { return l.negations[before.text] || before.text == "t" }) {
			continue
		}
		k, turned := in[other]
		_, same := in[w.text]
		_, both := out[other]
		if turned && !same && !both {
			return Word{ts[i].start, ts[i].end, w.text}, Word{qs[k].start, qs[k].end, other}, true
		}
	}
	return t, q, false
}

// oppositesOf reads the words of one language out of [oppositePairs].
func oppositesOf(column int) map[string]antonym {
	out := map[string]antonym{}
	pair := 0
	for line := range strings.SplitSeq(oppositePairs, "\n") {
		line, exact := strings.CutPrefix(line, "= ")
		sides := strings.Split(line, " / ")
		if len(sides) != 2 {
			continue
		}
		pair++
		for n, side := range sides {
			for w := range strings.FieldsSeq(strings.Split(side, " | ")[column]) {
				out[w] = antonym{pair, n == 1, exact}
			}
		}
	}
	return out
}
