package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// Numbers with two ends: "8 to 12 million".

// rangeEnd reads the second number of a range into f. A scale word behind the
// second number counts for both, unless the first is too large for that.
func (r *reader) rangeEnd(f *foundAt, i int, joiner string, sign currency) (int, bool) {
	hi, ok := r.secondNumber(f.num, i, joiner, sign)
	if !ok || f.Some {
		return i, false
	}
	n, lo := &f.num, f.num.value
	if hi.scaled() && !n.scaled() && decimalLess(lo, "1000") {
		lo = shifted(lo, hi.zeros)
	}
	isRange := decimalLess(lo, hi.value)
	moved := (joiner == "" || slices.Contains(r.l.to, joiner)) && r.isMoving(f.first)
	switch {
	case moved && joiner != "": // "from 2.6 to 2.9": the new number
		lo, f.moved = hi.value, true
	case !isRange && joiner == "":
		return i, false
	default:
		f.Kind = amount.Range
		f.open = moved || hi.orMore || !isRange // "15-30+ million", "from $10 to $3 million"
		if r.sharesThousands(f.num, hi) {
			if lo = shifted(lo, 3); joiner != "" || r.at(i).kind == word || !decimalLess(lo, hi.value) { // "£90-110,000"; "90 to 110,000" may be 90
				f.open = true
			}
		}
	}
	f.Lo, f.Hi = lo, hi.value
	n.zeros, n.letter, n.year = max(n.zeros, hi.zeros), n.letter || hi.letter, n.year && hi.year
	n.needsNoun, n.broken = false, false
	return hi.next, true
}

// sharesThousands reports whether the first number of a range may be of thousands as
// the second is.
func (r *reader) sharesThousands(lo, hi numeral) bool {
	last := r.at(hi.next - 1)
	if lo.scaled() || hi.scaled() || !lo.digits || !strings.HasSuffix(hi.value, "000") || last.kind != number || last.bare {
		return false
	}
	thousands := strings.TrimSuffix(hi.value, "000")
	return decimalLess(lo.value, thousands) && whole(lo.value)+1 >= len(thousands)
}

// secondNumber reads what joins two numbers, and the second.
func (r *reader) secondNumber(n numeral, i int, joiner string, sign currency) (numeral, bool) {
	if n.vague != "" || n.article {
		return numeral{}, false
	}
	_, named := r.currencyName(i) // "47 dollars à 100 dollars"
	percent := r.percentAt(i)     // "51 % à 52 %"
	i += named + percent
	switch t := r.at(i); {
	case joiner != "" && t.text == joiner, slices.Contains(r.l.to, t.text), t.text == "–", t.text == "—" && !t.spaced,
		t.text == "-" && !t.spaced && n.digits:
	default:
		return numeral{}, false
	}
	second, i := r.sign(i + 1)
	if second.code != "" && sign.code != "" && second.code != sign.code {
		return numeral{}, false
	}
	hi, ok := r.numeral(i, sign.code != "" || second.code != "")
	if !ok || hi.article || hi.some || hi.vague != "" {
		return numeral{}, false
	}
	if percent > 0 && r.percentAt(hi.next) == 0 {
		return numeral{}, false
	}
	if named > 0 || sign.code != "" && second.code == "" { // "$5 to 80 volunteers"
		if _, used := r.currencyAt(hi.next); used == 0 && (named > 0 || r.nounEnd(hi.next) > hi.next) {
			return numeral{}, false
		}
	}
	return hi, true
}

// isMoving reports whether a verb or a noun of change stands before token i in its
// clause: what goes "from 2.6 to 2.9" is 2.9 in the end.
func (r *reader) isMoving(i int) bool {
	for k := i - 1; k >= max(0, i-farDenial) && !r.beginsClause(k); k-- {
		if n := len(r.all); n > 0 && r.all[n-1].first <= k && k < r.all[n-1].next { // "moins de 12 bénévoles ont touché de 41 à"
			k = r.all[n-1].first
			continue
		}
		if r.at(k).is&(wChange|wRise|isMove) != 0 {
			return true
		}
	}
	return false
}
