package evidence

import (
	"slices"
	"unicode/utf8"

	"receipts/internal/amount"
)

// What is left over in the clause of a figure. Reading a figure uses its number,
// its unit, its bounds and what it is paid for. Every other word of weight in its
// clause makes it not understood: it may make a difference of a sum ("outspent
// Doe by"), one of several ("each"), a mean, or money of another year.
//
// How far a word reaches depends on what it does. What changes or compares reaches
// the figure that it governs: as its verb, as the noun before "of" or behind the
// figure. What distributes, averages or adjusts reaches all figures of its clause.
// Other words say nothing about a figure, but for the one right before it: there
// stands a verb, who is given the money, or a word that is known to change nothing;
// an adverb or an adjective may be the word that matters ("an estimated", "~"). So it
// is with the one right behind a sum ("$5 zillion") and the noun before "of the $5".
//
// This is for quotes; in prose a figure is only compared with those of facts.

// weigh leaves f in doubt if its clause has a word of weight that is not used.
func (r *reader) weigh(f *foundAt) {
	switch {
	case f.open:
		f.notUnderstood(r, f.first, f.next, span{f.first, f.next})
	case f.otherPrices:
		f.Doubt, f.weight = Unread, f.pricedBy
		f.lead, f.tail = min(f.lead, f.weight.start), max(f.tail, f.weight.end)
	case f.forMany:
		f.notUnderstood(r, r.figureBefore(f.first-1).first, f.next, span{f.first - 1, f.first})
	case r.isTheBound(f):
		f.notUnderstood(r, f.first-1, f.next, span{f.first - 1, f.next})
	}
	for _, look := range [...]func(weigher, *foundAt){weigher.weighBefore, weigher.weighBehind, weigher.weighClause} {
		if f.Doubt == NoDoubt {
			look(weigher{r}, f)
		}
	}
}

// isTheBound reports whether what looks like a bound is what was paid: "the maximum
// $3,300", "the $3,300 maximum".
func (r *reader) isTheBound(f *foundAt) bool {
	if f.Qualifier == amount.Plain || r.at(f.first-1).is&isArticle == 0 || r.at(f.first-1).is&isOf != 0 {
		return false
	}
	return r.at(f.first).is&wDoubt != 0 || r.at(f.next-1).is&wDoubt != 0
}

// weigher looks at the clauses of the figures that a reader has read.
type weigher struct{ *reader }

// weighBefore looks at the words that govern f from before it.
func (r weigher) weighBefore(f *foundAt) {
	if f.first == 0 {
		return
	}
	if f.lead < f.Start { // a denial is read with it: "does not exceed"
		r.weighDenial(f)
		return
	}
	i := f.first
	k := i - 1
	for k > i-maxNoun && r.at(k).is&(isOf|isArticle|isFrom) != 0 {
		k--
	}
	if r.isScaleWord(k) { // "zillion de 5 euros"
		f.unread(r.reader, k, k)
		return
	}
	switch t := r.at(i - 1); {
	case r.isWithCents(f):
		f.unread(r.reader, i-1, i-1)
		return
	case r.isCompared(f):
		f.unread(r.reader, i-1, i-1)
		return
	case t.dated:
		return
	case r.isShare(f):
		f.unread(r.reader, i-2, i-1)
	case r.figureBefore(i) != nil && !r.isVerbForm(i-1), t.kind == number, t.kind == ordinal, t.kind == code:
		if !r.isCounted(f) {
			f.unread(r.reader, i-1, i-1)
		}
		return
	case t.text == ":":
		if k, ok := r.weightIn(max(0, i-maxHead), i, wGap|wMean|wEach); ok {
			f.unread(r.reader, k, k)
		}
		return
	}
	// "by a further $5": articles and plain words do not hide what governs it.
	governed := i
	for governed > i-maxNoun && (r.at(governed-1).is&isArticle != 0 && r.at(governed-1).is&(isOf|wEach) == 0 || r.at(governed-1).is&isPlain != 0 && !r.isVerbForm(governed-1)) {
		governed--
	}
	if f.Doubt == NoDoubt {
		r.weighGovernor(f, governed)
	}
	_, phrase := r.l.before.endingAt(r.ts, i) // "a raise of"
	if from, ok := r.plainBefore(f, i); !ok && f.Doubt == NoDoubt && (phrase > 0 || r.head(f, governed).end == 0) {
		f.notUnderstood(r.reader, from, f.next, span{from, i})
	}
}

// isWithCents reports whether f is the rest of the sum before it: "52 euros et 53 centimes".
func (r weigher) isWithCents(f *foundAt) bool {
	k := f.first
	if r.at(k-1).is&isJoining != 0 {
		k--
	}
	g := r.figureBefore(k)
	return g != nil && isWithCents(g, f)
}

// isCompared reports whether something is more or less than f, and f is no bound of its
// own noun: "more people than 66 voters".
func (r weigher) isCompared(f *foundAt) bool {
	if k := f.first - 1; slices.Contains(r.l.than, r.at(k).text) && r.at(k).is&isOf == 0 {
		for k--; k >= max(0, f.first-maxHead) && !r.beginsClause(k); k-- {
			if r.isNumber(k) || slices.Contains(r.l.openers, r.at(k).text) {
				return false
			}
			if slices.Contains(r.l.more, r.at(k).text) {
				return true
			}
		}
	}
	return false
}

// unread leaves f in doubt because of one word before it.
func (f *foundAt) unread(r *reader, from, word int) {
	f.notUnderstood(r, from, f.next, span{word, word + 1})
}

// weighDenial looks at the words between a denial and the bound that it turns: there is
// nothing but its verb.
func (r weigher) weighDenial(f *foundAt) {
	denied := 0
	for _, k := range r.clauseBefore(f.first) {
		t := r.at(k)
		if _, n := r.l.denials.at(r.ts, k); n > 0 {
			denied++
		} else if t.start <= f.lead {
			continue
		}
		_, doubt := r.l.before.endingAt(r.ts, k+1)
		strange := t.kind == word && t.is == 0 && !r.l.light[t.text] && !r.isVerbForm(k) && !hasAnySuffix(t.text, r.l.adverb...)
		if denied > 1 || strange || t.kind != word || t.is&(weights&^wChange|isBy) != 0 || r.figureAt(k) != nil || r.l.per.first[t.text] != nil || doubt > 0 && r.at(k).is&beginsDenial == 0 {
			f.notUnderstood(r.reader, k, f.next, span{k, k + 1})
		}
	}
}

// head is the noun before "of" and f, and before a range: "une amende de 5 000 à 8 000".
func (r weigher) head(f *foundAt, i int) head {
	if f.Kind == amount.Range && r.at(i).is&isOf != 0 {
		i++
	}
	return r.headBefore(i)
}

// weighGovernor looks at the verb, the noun or the preposition that ends before
// token i and governs f.
func (r weigher) weighGovernor(f *foundAt, i int) {
	t, before, h := r.at(i-1), r.at(i-2), r.head(f, i)
	switch {
	case r.isWeighty(f, i-1):
		f.unread(r.reader, i-1, i-1)
	case t.is&isBy != 0 && !r.isAgent(f, i-1), h.verb && r.at(h.end-1).is&isPlain == 0 && !(f.Kind == amount.Range && r.at(h.end-1).is&isMoved != 0):
		f.unread(r.reader, max(0, i-2), i-1)
	case slices.Contains(r.l.to, t.text) && before.is&(wDoubt|wMean) != 0 && f.Qualifier == amount.Plain: // "rounded to"
		f.unread(r.reader, i-2, i-2)
	case h.end > h.from:
		from := h.from
		if !f.moved { // "alourdit la note de"
			for from--; r.at(from).is&isArticle != 0; from-- {
			}
			if r.at(from).is&(wChange|wRise) == 0 {
				from = h.from
			}
		}
		if k, ok := r.weightIn(max(0, from), h.end, weights&^wEach); ok {
			f.unread(r.reader, k, k)
		} else if r.isPart(f, h) {
			f.unread(r.reader, h.end-1, h.end-1)
		}
	case t.is&isOf != 0 && before.kind == number && !before.dated && r.figureBefore(i-1) == nil: // "2/3 of a million"
		f.unread(r.reader, i-2, i-2)
	}
}

// isPart reports whether the noun h may be that of a part of f: "a chunk of the $5
// million". Any noun may, but for one of f itself: "payment of the $5 million".
func (r weigher) isPart(f *foundAt, h head) bool {
	behind := r.at(h.end + 1)
	the := r.at(h.end).is&isOf != 0 && h.end+1 < f.first && behind.is&isArticle != 0 && !slices.Contains(r.l.one, behind.text)
	if r.l.linkNouns { // "une tranche des 5 millions"
		the = the || r.at(h.end).is&isPluralArticle != 0 || r.at(h.end).text == "des" || r.at(h.end).text == "du"
	}
	_, number := r.l.cardinal(r.ts, h.end-1)
	return the && r.at(h.noun).is&(isWhole|wEach) == 0 && !(r.at(h.noun).upper && h.noun > 0 && !endsSentence(r.at(h.noun-1))) && number == 0 && r.at(h.noun).kind == word
}

// isCounted reports whether the figure that ends where f begins is the number of
// such sums, and is understood itself.
func (r weigher) isCounted(f *foundAt) bool {
	if g := r.figureBefore(f.first); g != nil && g.counts {
		count := *g
		r.weigh(&count)
		return count.Doubt == NoDoubt
	}
	return false
}

// isNoRange reports whether the figure before "to" and f are of one kind and were
// not read as a range.
func (r weigher) isNoRange(f *foundAt) bool {
	g := r.figureBefore(f.first - 1)
	return g != nil && (g.IsMoney() == f.IsMoney() || !g.IsMoney() && g.Noun == "")
}

// isMoneyWord reports whether a currency's name or sign is at token i.
func (p *tokens) isMoneyWord(i int) bool {
	t := p.at(i)
	return t.kind == word && t.is&isVerb == 0 && p.l.moneyNames[t.text] != "" || t.kind == mark && signs[t.text].code != ""
}

// isWeighty reports whether the word at token k, right before f, makes something
// else of it. What is cut or dropped may be counted: "dropped two charges".
func (r weigher) isWeighty(f *foundAt, k int) bool {
	which := weights
	switch {
	case f.moved:
		which &^= wChange | wRise
	case !f.IsMoney() && f.Noun != "percent":
		which &^= wChange
	}
	if f.IsMoney() {
		which |= isFrom
	}
	if f.IsMoney() || k+1 < f.first { // "tout juste 900"
		which &^= wEach
	}
	switch t := r.at(k); {
	case t.is&which != 0, r.isMoneyWord(k):
		return true
	case slices.Contains(r.l.ahead, t.text): // "down $70,000", not "put down" or "down from 8 to"
		return !f.moved && (!r.isVerbForm(k-1) || r.at(k-1).is&(isAuxiliary|isMove) != 0) // "is up", "went up"
	case slices.Contains(r.l.to, t.text):
		return r.isNoRange(f)
	case slices.Contains(r.l.in, t.text): // "dans les 5 000 euros": about that
		return r.l.linkNouns && f.IsMoney() && k+1 < f.first
	}
	return false
}

// isAgent reports whether "by" at token i, before a count, tells who did something,
// "founded by two brothers", and not by how much.
func (r weigher) isAgent(f *foundAt, i int) bool {
	if f.moved || f.IsMoney() || f.Noun == "percent" || i == 0 {
		return false
	}
	if t := r.at(i - 1); !t.dated && (r.isNumber(i-1) || !r.isVerbForm(i-1) && !hasAnySuffix(t.text, r.l.participles...) && !t.upper) {
		return false
	}
	for k := i - 1; k >= max(0, i-farDenial) && !r.beginsClause(k); k-- {
		if r.at(k).is&(wChange|wRise|isContest) != 0 {
			return false
		}
	}
	return !r.isActive(i)
}

// isActive reports whether the verb before token i is no passive: "a perdu par".
func (p *tokens) isActive(i int) bool {
	return p.l.linkNouns && (p.at(i-2).is&isAuxiliary != 0 && !slices.Contains(p.l.be, p.at(i-2).text) || !p.at(i-1).dated && (hasAnySuffix(p.at(i-1).text, p.l.imperfects...) || !hasAnySuffix(p.at(i-1).text, p.l.participles...)))
}

// isShare reports whether f is the whole of "one in six donors".
func (r weigher) isShare(f *foundAt) bool {
	if f.first < 2 || !slices.Contains(r.l.in, r.at(f.first-1).text) {
		return false
	}
	t := r.at(f.first - 2)
	_, used := r.l.cardinal(r.ts, f.first-2)
	return !f.IsMoney() && !t.dated && (t.kind == number || t.kind == word && used == 1)
}

// weightIn returns the first token of some that has one of the weights.
func (p *tokens) weightIn(from, end int, which role) (int, bool) {
	for k := from; k < end; k++ {
		if p.at(k).is&which != 0 {
			return k, true
		}
	}
	return 0, false
}

// plainBefore reports whether what ends before token i changes nothing, and the
// token with which it begins.
func (r weigher) plainBefore(f *foundAt, i int) (from int, ok bool) {
	l, t := r.l, r.at(i-1)
	if doubt, n := l.before.endingAt(r.ts, i); n > 0 {
		return i - n, doubt == NoDoubt || r.at(i-1).is&isOr != 0 && r.converts(f, i-1)
	}
	from = i - 1
	switch {
	case i <= 0 || t.text == "\n" || t.dated:
		return from, true
	case t.kind == mark:
		return from, r.plainMark(f, i-1)
	case t.kind != word:
		return from, false
	case f.moved: // "grew from 2 to"
		return from, true
	case t.is&isPlain != 0, f.Qualifier != amount.Plain && t.is&isStronger != 0:
		return from, true
	case hasAnySuffix(t.text, l.adverb...) && utf8.RuneCountInString(t.text) > 5:
		return from, false
	case r.at(i-2).text == "-" && !r.at(i-2).spaced && !t.spaced && !t.upper && r.at(i-3).kind == word: // "a so-called $5"
		return i - 3, false
	case t.is&(isArticle|isFunction|isAuxiliary|isVerb|isDative) != 0 && !(t.is&isMoved != 0 && r.isAdjective(i-1)):
		return from, true
	case r.at(f.first).is&(isBounding|isAuxiliary|isVerb) != 0 || slices.Contains(l.openers, r.at(f.first).text): // "donations exceed"
		return from, true
	case t.upper && i > 1 && !endsSentence(r.at(i-2)): // a name
		return from, true
	case hasAnySuffix(t.text, l.forms...) && !r.isAdjective(i-1):
		return from, true
	case !l.linkNouns && (isPlural(t.text) || slices.Contains(l.infinitive, r.at(i-2).text)): // "demands", "to itemize": no adverb, no adjective
		return from, true
	case r.isItem(f, i):
		return from, true
	}
	return from, r.isReceiver(i)
}

// isItem reports whether f is the next of a list that goes on without its verb, and the
// one before is understood: "cost the city $4, the region $5".
func (r weigher) isItem(f *foundAt, i int) bool {
	g := r.itemBefore(i)
	if g == nil || !f.IsMoney() || g.Currency != f.Currency {
		return false
	}
	before := *g
	r.weigh(&before)
	return before.Doubt == NoDoubt
}

// isAdjective reports whether a participle stands where an adjective does: "an
// inflated", "de prétendus", but not "de payer".
func (p *tokens) isAdjective(i int) bool {
	before := p.at(i - 1).is
	return before&isArticle != 0 && !(before&isOf != 0 && hasAnySuffix(p.at(i).text, p.l.infinitives...))
}

// converts reports whether f is what the sum before token i is in other money:
// "45 million pesos, or roughly $2.6 million".
func (r weigher) converts(f *foundAt, i int) bool {
	if r.at(i-1).text == "," {
		i--
	}
	g := r.figureBefore(i)
	return g != nil && g.IsMoney() && f.IsMoney() && g.Currency != f.Currency
}

// isReceiver reports whether the words before token i are whom money is given to:
// "lent the campaign $5". Only some verbs have such an object, and one that ends in
// an adjective is that of the figure: "paid a bogus $5".
func (r weigher) isReceiver(i int) bool {
	for k := i - 1; k >= max(0, i-maxHead); k-- {
		t := r.at(k)
		switch {
		case t.is&isDative != 0:
			return k < i-1 && r.isParty(i-1)
		case slices.Contains(r.l.datives, t.text): // "a coûté au parti"
			return k < i-1 && r.isVerbForm(k-1) && r.at(k-1).is&weights == 0
		case t.kind != word || t.is&(weights|isFunction|isAuxiliary) != 0 || t.is&isPlain == 0 && hasAnySuffix(t.text, r.l.adverb...):
			return false
		}
	}
	return false
}

// isParty reports whether a noun for people or a body ends at token i, by its word or
// by its ending.
func (p *tokens) isParty(i int) bool {
	t := p.at(i)
	return t.is&isBody != 0 || isPlural(t.text) || hasAnySuffix(t.text, p.l.persons...) && !p.l.noPersons[t.text]
}

func endsSentence(t *token) bool { return t.kind == mark && t.text != "," && t.text != "-" }

// plainMark reports whether the mark at k, right before a figure, changes nothing.
func (r weigher) plainMark(f *foundAt, k int) bool {
	t, before := r.at(k), r.at(k-1)
	spaced := k+1 >= len(r.ts) || r.at(k+1).spaced
	switch t.text {
	case ";", ":", "!", "?", ")", "]", "»", "”", "[", "…", "—":
		return true
	case ",", "(":
		doubt, n := r.l.before.endingAt(r.ts, k) // "peut-être, 75", not "asked twice, 75"
		return (n == 0 || doubt == Computed) && before.is&isOr == 0
	case "–", "-":
		return spaced && (t.spaced || k == 0)
	case ".": // of a sentence, or of an abbreviation
		return before.kind != word || utf8.RuneCountInString(before.text) > 5 || before.upper
	case "«", "“", "‘", "\"", "'", "’": // "about “75 million”"
		if k == 0 || !r.at(k-1).spaced && r.at(k-1).kind == mark {
			return true
		}
		_, n := r.l.qualifiers.endingAt(r.ts, k)
		_, ok := r.plainBefore(f, k)
		return n == 0 && ok
	}
	return false
}
