package amount

// What is left of a quantity when another one is taken off. Like a sum, it has to be
// made of numbers that sources state: its lower end is the lower end of the one less
// the upper end of the other, its upper end the other way round.
//
//	both ends are there and alike         the number
//	both are there                        the range; "up to" or "less than" if nothing may be left
//	the lower end only, and it is not 0   "at least", or "more than" if an end of the two is open
//	the upper end only                    "up to", or "less than" if an end of the two is open
//	everything else                       [NoCommonWord]
//
// "About 2 million" states no end, so nothing can be taken off it: how near "about"
// is to its number, no source has said.

// Difference takes off from whole. It is [Negative] if off is surely the greater; a
// quantity is never below zero. An error is always a [Refusal].
func Difference(whole, off Quantity) (Quantity, error) {
	if r := refusal([]Quantity{whole, off}); r != 0 {
		return Quantity{}, r
	}
	var w, o summands
	w.add(whole)
	o.add(off)
	left := summands{lo: w.lo.without(o.hi), hi: w.hi.without(o.lo), bounded: true}
	switch {
	case !left.hi.missing && (left.hi.minor < 0 || left.hi.minor == 0 && left.hi.isOpen):
		return Quantity{}, Negative
	case left.lo.minor < 0:
		left.lo.minor, left.lo.isOpen = 0, false
	}
	if left.hi.missing && left.lo.minor == 0 {
		return Quantity{}, NoCommonWord
	}
	kind, qualifier, lo, hi, ok := left.spell()
	if !ok {
		return Quantity{}, NoCommonWord
	}
	return Quantity{kind: kind, qualifier: qualifier, lo: lo, hi: hi, digits: whole.digits, unit: whole.unit, money: whole.money}, nil
}

// without is the end of a difference of which e is an end of the whole.
func (e end) without(off end) end {
	return end{e.minor - off.minor, e.isOpen || off.isOpen, e.missing || off.missing}
}
