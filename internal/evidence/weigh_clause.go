package evidence

import (
	"slices"
	"strings"
)

// weighClause looks at the rest of the clause of f.
func (r weigher) weighClause(f *foundAt) {
	from, to := r.clause(f)
	for _, k := range [...]int{from - 1, to} {
		if r.at(k).is&wIf != 0 {
			f.notUnderstood(r.reader, min(k, f.first), max(k+1, f.next), span{k, k + 1})
		}
	}
	for k := from; k < to && f.Doubt == NoDoubt; k++ {
		end := k + 1
		if g := r.figureAt(k); g != nil {
			end = g.next
			if r.isOldMoney(g) || g.first != f.first && r.isOften(f, g) {
				f.notUnderstood(r.reader, min(g.first, f.first), max(end, f.next), span{k, end})
			}
		} else if _, n := r.l.idle.at(r.ts, k); n > 0 {
			end = k + n
		} else if n := r.leftOver(f, k); n > 0 {
			end = k + n
			f.notUnderstood(r.reader, min(k, f.first), max(end, f.next), span{k, end})
		}
		k = end - 1
	}
}

// weighHearsay leaves f in doubt if it is told in the conditional, as what others say or
// what did not happen: "aurait payé 8 millions".
func (r weigher) weighHearsay(f *foundAt) {
	from, to := r.clause(f)
	for k := from; k < to && f.Doubt == NoDoubt; k++ {
		if !slices.Contains(r.l.hearsay, r.at(k).text) {
			continue
		}
		verb := k + 1
		for verb < to && r.isLight(r.at(verb)) {
			verb++
		}
		if t := r.at(verb); t.is&isMoved != 0 || t.kind == word && hasAnySuffix(t.text, r.l.participles...) {
			f.notUnderstood(r.reader, min(k, f.first), max(verb+1, f.next), span{k, verb + 1})
		}
	}
}

// isOften reports whether g counts how often f was paid: "on four occasions".
func (r weigher) isOften(f, g *foundAt) bool {
	_, ok := r.weightIn(g.nounFrom, g.nounEnd, wTimes)
	return ok && f.IsMoney()
}

// leftOver returns the number of tokens at k that weigh on f and are not used, 0 if
// there are none.
func (r weigher) leftOver(f *foundAt, k int) int {
	t := r.at(k)
	if _, n := r.l.real.at(r.ts, k); n > 0 {
		return n
	}
	if _, n := r.l.untrue.at(r.ts, k); n > 0 && k >= f.next {
		return n
	}
	if n := r.aside(k); n > 0 {
		return n
	}
	nearer := r.isOtherSum(f, k)
	if n := r.leadingRate(k); n > 0 && !nearer && !(f.IsMoney() && r.distribute(f, k+n-1)) {
		return n
	}
	switch {
	case t.is&wMean != 0, slices.Contains(r.l.prices, t.text) && r.maybeYear(k-1):
	case t.is&wGap != 0 && k < f.first && !nearer && !f.moved:
	case t.is&wTimes != 0 && f.IsMoney() && !nearer && !r.l.linkNouns && !isPlural(t.text): // "twice"; see isOften
	case t.is&wVoid != 0 && f.IsMoney() && !nearer:
	case f.IsMoney() && r.isOtherMoney(f, k):
	case t.is&wEach != 0 && f.IsMoney() && !nearer && !r.distribute(f, k):
	default:
		return 0
	}
	return 1
}

// aside returns the number of words at token k that are a bound between commas, of
// no figure: "Roughly, the fund", "at most,".
func (r weigher) aside(k int) int {
	if r.at(k-1).kind == mark && r.figureAt(k) == nil {
		if _, n := r.l.qualifiers.at(r.ts, k); n > 0 && (r.at(k+n).text == "," || r.at(k+n-1).text == ",") {
			return n
		}
	}
	return 0
}

// leadingRate returns the number of words at token k that open a clause with what
// its sums are for: "Per household, the levy is". It is also "a pop" behind.
func (r weigher) leadingRate(k int) int {
	if _, n := r.l.apiece.at(r.ts, k); n > 0 {
		return n
	}
	if r.at(k-1).kind == mark && r.at(k).is&wEach == 0 && r.figureAt(k) == nil {
		if _, n := r.l.per.at(r.ts, k); n > 0 && !r.l.manner[r.at(k+n).text] && !r.at(k+n).upper && r.at(r.nounEnd(k+n)).text == "," {
			return n
		}
	}
	return 0
}

// figureAt returns the figure that begins at token k, nil if none does.
func (r *reader) figureAt(k int) *foundAt {
	i, ok := slices.BinarySearchFunc(r.all, k, func(f foundAt, k int) int { return f.first - k })
	if !ok {
		return nil
	}
	return &r.all[i]
}

// figureBefore returns the figure that ends before token k, nil if none does.
func (r *reader) figureBefore(k int) *foundAt {
	i, ok := slices.BinarySearchFunc(r.all, k, func(f foundAt, k int) int { return f.next - k })
	if !ok {
		return nil
	}
	return &r.all[i]
}

// isOldMoney reports whether g is no sum but money of a year: "in 2010 dollars".
func (r weigher) isOldMoney(g *foundAt) bool {
	t := r.at(g.first - 1)
	return g.IsMoney() && g.num.digits && g.num.zeros == 0 && r.maybeYear(g.first) && (t.is&isOf != 0 || slices.Contains(r.l.in, t.text))
}

// isOtherMoney reports whether a currency stands at token k that is not that of f.
func (r weigher) isOtherMoney(f *foundAt, k int) bool {
	c, n := r.currencyName(k)
	if n == 0 && isCode(r.at(k)) {
		c, n = currency{code: strings.ToUpper(r.at(k).text), stated: true}, 1
	}
	return n > 0 && r.at(k).is&isVerb == 0 && c.code != f.Currency && (c.stated || c.kind != f.kind && !sharedBy(c.kind, f.Currency))
}

// isOtherSum reports whether a word at token k is nearer to another sum than f, or
// tells when: "every day".
func (r weigher) isOtherSum(f *foundAt, k int) bool {
	if _, n := r.baseAt(k); n > 0 {
		return true
	}
	return slices.ContainsFunc(r.all, func(g foundAt) bool {
		return g.IsMoney() && (k < g.first && g.first < f.first || f.first < g.first && g.first < k)
	})
}

// distribute makes f the sum of each of what the clause names: "each donor gave
// $50", "the brothers gave $50 each". It reports false if that names nothing, or if
// f is paid for something else already.
func (r weigher) distribute(f *foundAt, k int) bool {
	switch {
	case f.perFrom == k+1: // "to any user"
		f.each, f.eachAt = true, k
		return true
	case f.each && f.eachAt == 0, f.Basis != "" && f.perEnd > f.perFrom && f.perFrom < f.first: // "four invoices of $5 each"
		return true
	case f.each, f.Basis != "":
		return false
	}
	f.each, f.eachAt = true, k
	if k > f.first { // the nouns of the clause that are of several things
		f.perFrom, f.perEnd = r.clause(f)
		for k := f.perFrom; k < f.perEnd; k++ {
			if (k < f.first || k >= f.next) && r.isNounWord(k) && isPlural(r.at(k).text) {
				return true
			}
		}
		return false
	}
	if f.perFrom, f.perEnd = r.eachOf(k + 1); f.perEnd > f.perFrom {
		return true
	}
	for _, g := range r.all { // "two envelopes, each with"
		if g.nounEnd > 0 && g.next <= k {
			f.perFrom, f.perEnd = g.nounFrom, g.nounEnd
		}
	}
	return f.perEnd > f.perFrom
}

// eachOf returns the noun behind "each": "each of the running mates".
func (p *tokens) eachOf(i int) (from, end int) {
	for p.at(i).is&(isOf|isArticle) != 0 || p.isNumber(i) {
		i++
	}
	end = p.nounEnd(i)
	for k := i + 1; k < end; k++ {
		if p.isVerbForm(k) {
			return i, k
		}
	}
	return i, end
}
