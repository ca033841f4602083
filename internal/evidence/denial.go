package evidence

import "slices"

// Denials. One counts if the verb that it denies is the figure's: if money is
// moved by it ("n'a jamais versé 75 millions"), or if it stands right before the
// figure. "Il ne cache pas avoir versé", "the fund that did not exist has
// received" and "is not the only gift" deny something else.

// denialKind is how a denial finds its verb.
type denialKind int

const (
	negates  denialKind = iota + 1 // the next verb: "not", or the one between "ne" and "pas"
	refuses                        // the next verb: "refused to"; denied itself, it says that it is so
	disowns                        // any verb of transfer behind it: "it is false that"
	excludes                       // every verb behind it: "neither brother"
	clears                         // is no denial: "not only"
)

// How far before a figure a denial is looked for, and how far a remark between
// commas may reach.
const (
	farDenial = 16
	maxRemark = 12
	farDenied = 5 // from a denial to its verb
)

// isHard reports whether nothing is read across a mark.
func isHard(t *token) bool {
	return t.kind == mark && t.text != "-" && t.text != "," && t.text != "$" && t.text != "€" && t.text != "£"
}

// clauseBefore returns the tokens before i that are of its clause, in order. A
// remark between two commas is left out.
func (p *parser) clauseBefore(i int) []int {
	var back [farDenial]int
	n := 0
	for k := i - 1; k >= 0 && n < farDenial; k-- {
		t := &p.ts[k]
		if t.text == "," {
			open := k - 1
			for open > k-maxRemark && open >= 0 && p.ts[open].text != "," && !isHard(&p.ts[open]) {
				open--
			}
			if open < 0 || p.ts[open].text != "," {
				break
			}
			k = open
			continue
		}
		if isHard(t) || t.kind == word && slices.Contains(p.l.clauses, t.text) {
			break
		}
		back[n] = k
		n++
	}
	clause := slices.Clone(back[:n])
	slices.Reverse(clause)
	return clause
}

// denial returns the token with which a denial begins that reaches token i.
func (p *parser) denial(i int) (from int, denied bool) {
	l := p.l
	if !p.deniesBefore(i) {
		return 0, false
	}
	clause := p.clauseBefore(i)
	var kind denialKind // of the denial that is open, 0 if none is
	verb := false       // its verb has been read
	holds := true       // the figure may be its verb's
	moved := false
	for n := 0; n < len(clause); n++ {
		k := clause[n]
		t := &p.ts[k]
		if is, used := l.denials.at(p.ts, k); used > 0 {
			open := kind != 0 && !verb
			switch {
			case is == clears:
				kind = 0
			case open && (is == refuses && kind == negates || (is == refuses || is == disowns) && kind == excludes): // "has not denied giving"
				kind = 0
			default:
				kind, from, verb, moved, holds = is, k, false, false, true
				if is == negates {
					if v := p.verbBetween(k); v != nil { // "ne verse pas"
						verb, moved = true, v.is&isMoved != 0
					}
				}
			}
			for n+1 < len(clause) && clause[n+1] < k+used {
				n++
			}
			continue
		}
		switch {
		case kind == 0 || t.kind != word:
		case kind == disowns || kind == excludes:
			moved = moved || t.is&isMoved != 0
			verb = verb || !l.light[t.text] && t.is&isAuxiliary == 0
		case !verb && p.isLight(t):
		case !verb:
			verb, moved = true, t.is&isMoved != 0
		case slices.Contains(l.anew, t.text):
			kind = 0 // another verb has begun
		case !l.light[t.text]:
			holds = false // something stands between the verb and the figure
		}
	}
	return from, kind != 0 && (moved || kind == excludes || !verb || kind != disowns && holds)
}

// deniesBefore reports whether any word of a denial stands before token i, so
// that most figures cost no more than this.
func (p *parser) deniesBefore(i int) bool {
	for k := i - 1; k >= max(0, i-farDenial-maxRemark); k-- {
		t := &p.ts[k]
		if t.kind == mark && isHard(t) {
			return false
		}
		if t.kind == word && t.is&beginsDenial != 0 {
			return true
		}
	}
	return false
}

// verbBetween returns the verb that stands between the two words of a denial,
// the second of which is token k: "cache" in "ne cache pas"; nil if none does. Behind
// an auxiliary there are only adverbs, and the verb comes later: "n'a toujours pas payé".
func (p *parser) verbBetween(k int) (verb *token) {
	auxiliary := false
	for i := k - 1; i >= k-farDenied; i-- {
		t := p.at(i)
		switch {
		case t.kind != word:
			return nil
		case slices.Contains(p.l.openers, t.text):
			if auxiliary && verb != nil && verb.is&isMoved == 0 {
				return nil
			}
			return verb
		case t.is&isAuxiliary != 0:
			auxiliary = true
		case !p.isLight(t):
			verb = t
		}
	}
	return nil
}

// isLight reports whether a word between a denial and its verb is neither: "encore",
// "finalement".
func (p *parser) isLight(t *token) bool {
	return p.l.light[t.text] || t.dated || hasAnySuffix(t.text, p.l.adverb...) && t.is&isMoved == 0
}

// deniedBehind reports whether what follows a figure denies it, and where that
// ends: "n'ont jamais été versés", "is false".
func (p *parser) deniedBehind(i int) (end int, denied bool) {
	l := p.l
	if _, n := l.untrue.at(p.ts, i); n > 0 {
		return i + n, true
	}
	k := p.negationEnd(i)
	if k == 0 {
		return 0, false
	}
	for end := k + farDenied; k < end; k++ {
		t := p.at(k)
		if t.is&isMoved != 0 {
			return k + 1, true
		}
		if !p.isLight(t) {
			break
		}
	}
	return 0, false
}

// negationEnd returns the end of the negation of an auxiliary at token i, 0 if there is
// none: "was not", "n'ont toujours pas".
func (p *parser) negationEnd(i int) int {
	if _, n := p.l.negation.at(p.ts, i); n > 0 {
		return i + n
	}
	k := i
	if slices.Contains(p.l.openers, p.at(k).text) {
		k++
	}
	if p.at(k).is&isAuxiliary == 0 {
		return 0
	}
	for end := k + farDenied; k < end && p.at(k).kind == word; k++ {
		if is, n := p.l.denials.at(p.ts, k); n > 0 {
			if is == negates {
				return k + n
			}
			return 0
		}
		if !p.isLight(p.at(k)) && p.at(k).is&isAuxiliary == 0 {
			return 0
		}
	}
	return 0
}
