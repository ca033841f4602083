package evidence

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// What stands right behind a figure; see weigh.go.

// weighBehind looks at what follows f.
func (r weigher) weighBehind(f *foundAt) {
	noun := r.nounEnd(f.next)
	if f.nounEnd > 0 {
		noun = f.nounEnd
	}
	from := cmp.Or(f.nounFrom, f.next)
	if t := r.at(f.next); t.is&isOf != 0 || slices.Contains(r.l.in, t.text) { // "in cuts", "de hausse"
		noun = f.next + 2
	}
	if k, ok := r.weightIn(from, noun, wChange|wRise|wGap|wMean); ok && !hasAnySuffix(r.at(k).text, r.l.forms...) {
		f.notUnderstood(r.reader, f.first, k+1, span{k, k + 1})
		return
	}
	for k := f.nounFrom; k < f.nounEnd; k++ { // "5 zillion voters"
		if r.isScaleLike(k) || r.isAge(k) {
			f.notUnderstood(r.reader, f.first, k+1, span{k, k + 1})
			return
		}
	}
	if r.at(f.next).is&isOf != 0 && r.at(f.next+1).dated && f.IsMoney() && !r.at(f.next+1).upper && r.maybeYear(f.next+1) { // "900 000 euros de 2020"
		f.notUnderstood(r.reader, f.first, f.next+2, span{f.next, f.next + 2})
		return
	}
	if k := f.next; r.at(k).text == r.l.at && r.l.left[r.at(f.first-1).text] && hasAnySuffix(r.at(k+1).text, r.l.infinitives...) { // "il reste 5 euros à trouver"
		f.notUnderstood(r.reader, f.first, k+2, span{k, k + 2})
		return
	}
	k := f.next
	if r.at(k).is&isJoining != 0 {
		k++
	}
	if g := r.figureAt(k); g != nil && isWithCents(f, g) {
		f.notUnderstood(r.reader, f.first, g.next, span{k, g.next})
		return
	}
	if end := r.eitherEnd(f); end > f.next { // "20, 30 or 40 dollars"
		f.notUnderstood(r.reader, f.first, end, span{f.next, end})
		return
	}
	if g := r.figureAt(f.next); g != nil && (f.IsMoney() || !g.IsMoney()) && !f.counts { // "three two"
		f.notUnderstood(r.reader, f.first, g.next, span{g.first, g.next})
		return
	}
	if from, end, ok := r.plainBehind(f, f.next); !ok {
		f.notUnderstood(r.reader, f.first, end, span{from, end})
	}
}

// isWithCents reports whether two figures beside each other are one sum: "five dollars
// and 50 cents".
func isWithCents(f, g *foundAt) bool {
	return g.num.zeros < 0 && f.num.zeros >= 0 && f.IsMoney() && g.IsMoney()
}

// eitherEnd returns the end of a list behind f the last item of which stands behind
// "or", 0 if there is none.
func (r weigher) eitherEnd(f *foundAt) int {
	for k := f.next; r.at(k).text == ","; {
		k++
		or := r.at(k).is&isOr != 0
		if or {
			k++
		}
		g := r.figureAt(k)
		if g == nil || g.Currency != f.Currency || g.Kind != f.Kind {
			return 0
		}
		if or {
			return g.next
		}
		if k = g.next; r.at(k).is&isOr != 0 {
			if g := r.figureAt(k + 1); g != nil {
				return g.next
			}
		}
	}
	return 0
}

// plainBehind reports whether what begins at token i changes nothing, and the
// tokens of what does.
func (r weigher) plainBehind(f *foundAt, i int) (from, end int, ok bool) {
	l := r.l
	switch is, goesOn := r.markBehind(i); {
	case !goesOn:
		return i, i + 1, is
	case r.at(i).kind == mark:
		i++
	}
	t := r.at(i)
	if end := r.otherMoneyEnd(i); f.IsMoney() && end > i {
		return i, end, false
	}
	if g := r.figureAt(i); g != nil && r.at(i-1).kind == mark { // "$5 million, $2 million of it refunded"
		return i, g.next + 1, !(r.at(g.next).is&isOf != 0 && r.at(g.next+1).is&isFunction != 0)
	}
	if i >= len(r.ts) || t.kind == mark {
		return i, i + 1, !strings.Contains("~±≈<>≥≤?", t.text) || t.text == "" || r.figureAt(i) != nil
	}
	if slices.Contains(l.ahead, t.text) && i > f.next { // "$2.3 million, up from $1.8 million"
		return i, i, true
	}
	if t.is&wEach != 0 && !f.IsMoney() && i == f.next && !r.isVerbForm(i+1) && !r.isNounWord(i+1) { // "165 pages apiece", not "80 volunteers each got"
		return i, i + 1, false
	}
	if doubt, n := l.after.at(r.ts, i); n > 0 && !(n == 1 && t.is&isFunction != 0 && r.isNounWord(i+n)) && // not "plus travel"
		!(t.is&wChange != 0 && f.nounEnd == i && r.isVerbForm(i-1)) { // "6,400 people marched behind the band"
		return i, i + n, doubt == NoDoubt
	}
	switch {
	case t.is&isOr != 0:
		g := r.figureAt(i + 1)
		return i, i + 1, g != nil && g.IsMoney() && f.IsMoney() && g.Currency != f.Currency // "or 69 million euros"
	case t.kind == word && hasAnySuffix(t.text, l.adverb...) && utf8.RuneCountInString(t.text) > 5 && !t.upper:
		return i, i + 1, t.is&isPlain != 0
	}
	if _, n := l.qualifiers.at(r.ts, i); n > 0 && r.figureAt(i) == nil { // "$75 million, roughly"
		return i, i + n, i+n < len(r.ts) && r.at(i+n).kind != mark
	}
	return i, i + 1, i > f.next || r.isPlainBehind(f, i)
}

// otherMoneyEnd returns the end of words behind a sum, at token i, that tell of which
// money it is and were not read: ", Canadian", "(AU)", "in bitcoin", "in monopoly money".
func (p *tokens) otherMoneyEnd(i int) int {
	t := p.at(i)
	if t.capitals && signLetters[t.text+"$"] != "" && p.at(i+1).kind == mark && signs[p.at(i+1).text].code == "" {
		return i + 1
	}
	if _, n := p.l.nations.at(p.ts, i); n > 0 && p.at(i+n).kind == mark {
		return i + n
	}
	if !slices.Contains(p.l.in, t.text) {
		return i
	}
	_, nation := p.l.nations.at(p.ts, i+1)
	for k, end := i+1, p.nounEnd(i+1); k < end; k++ {
		switch is := p.at(k).is; {
		case is&isTender != 0, is&isCash != 0 && nation > 0:
			return k + 1
		case is&isCash != 0:
			return i
		case is&isBody == 0 && p.at(k+1).is&isCash != 0:
			return k + 2
		}
	}
	return i
}

// isPlainBehind reports whether the word at token i, right behind f, changes nothing:
// a word of grammar, a verb, a name, or the noun of a sum, "a $5 million ranch". Any
// other may be a scale, a money or a share that is not known: "$5 zillion".
func (r weigher) isPlainBehind(f *foundAt, i int) bool {
	t := r.at(i)
	switch {
	case t.dated, t.kind == code, r.figureAt(i) != nil:
		return true
	case t.kind != word || r.isScaleLike(i):
		return false
	case t.is&(isArticle|isFunction|isBehind|wEach) != 0, t.is&isPlain != 0 && r.l.linkNouns, slices.Contains(r.l.stop, t.text), r.isVerbForm(i):
		return true
	case t.is&weights != 0:
		return !f.IsMoney()
	case t.upper:
		return !t.capitals || signLetters[t.text+"$"] == ""
	case r.l.linkNouns: // an adjective agrees with its sum, a verb does not: "bruts"
		return !hasAnySuffix(t.text, "s", "x")
	}
	end, plural := r.nounEnd(i), false
	for k := i; k < end; k++ {
		if r.isScaleLike(k) {
			return false
		}
		plural = plural || isPlural(r.at(k).text)
	}
	return !f.IsMoney() || plural || r.isAttribute(f)
}

// isScaleLike reports whether a number that was not read as one is at token i: "zillion".
func (p *tokens) isScaleLike(i int) bool {
	t := p.at(i)
	_, used := p.l.cardinal(p.ts, i)
	return used > 0 && !slices.Contains(p.l.one, t.text) || p.isScaleWord(i)
}

func (p *tokens) isScaleWord(i int) bool {
	t := p.at(i)
	return t.kind == word && (p.l.scales[t.text] > 0 || p.l.plurals[t.text] > 0 || p.l.collectives[t.text] > 0 ||
		hasAnySuffix(t.text, "illion", "illions", "illiard", "illiards") && !t.upper)
}

// isAge reports whether a unit of time at token i is an age: "65-year-old voters".
func (p *tokens) isAge(i int) bool {
	return p.l.times[p.at(i).text] && p.at(i+1).text == "-" && p.at(i+2).text == "old"
}

// isAttribute reports whether f belongs to a noun behind it that has its article
// before f: "the $5 million ranch", "Doe's record $5 million gift".
func (r weigher) isAttribute(f *foundAt) bool {
	if f.moved {
		return false
	}
	for k := f.first - 1; k >= max(0, f.first-maxNoun); k-- {
		switch t := r.at(k); {
		case t.is&isArticle != 0 && t.is&isOf == 0, t.text == "s" && hasAnySuffix(r.at(k-1).text, "'"), strings.HasSuffix(t.text, "'s"), strings.HasSuffix(t.text, "s'"):
			return true
		case t.kind != word || t.is&(isFunction|isVerb|isAuxiliary|isBehind) != 0 && t.is&isPlain == 0, r.isParty(k):
			return false
		}
	}
	return false
}

// markBehind reports whether the mark at token i changes nothing, and whether what
// stands behind it is to be looked at. No mark changes nothing.
func (r weigher) markBehind(i int) (plain, goesOn bool) {
	t := r.at(i)
	if i >= len(r.ts) || t.kind != mark {
		return true, i < len(r.ts)
	}
	switch t.text {
	case ",", "(", "«", "»", "“", "”", "\"", "—", "–", ";":
		return true, true
	case "-":
		return t.spaced && r.at(i+1).spaced, false
	}
	return !strings.Contains("+×÷*/±~≈^=<>≥≤%?", t.text), false
}
