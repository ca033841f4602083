package total

import (
	"cmp"
	"errors"
	"slices"

	"receipts/internal/amount"
)

// A refund gives back money of another fact. It is no payment of its own: it is in no
// sum, brings nothing, and makes no circle. From the sum of what was given, the
// refunds of what is in it are taken off: gross, back and net. What is in the sum
// under another name, a part in its whole, a narrower payment in a wider one, or a gift
// in what its giver paid to the conduit, is given back all the same.
//
// There is no net if not every refund has a figure that can be added, if two of them
// may be the same money, if money is given back for goods, or if no word says truly
// what is left.

// A Back is what was given back of the money in a total.
type Back struct {
	Items  []Item          // the refunds, by ID; of each the report that speaks
	Sum    amount.Quantity // zero if they cannot be added
	Net    amount.Quantity // the sum of the total less Sum; zero if it cannot be said
	Reason Reason          // why there is no net; 0 if there is one, or nothing was given back
}

// refundsOf are the refunds of the money in facts, in copies.
func (b *Book) refundsOf(facts []*fact) []*fact {
	var out []*fact
	seen := map[*fact]bool{}
	for _, f := range facts {
		if len(b.refunds) == 0 || !b.isInSum(f) {
			continue
		}
		for _, r := range b.refunds[f.id] {
			if !seen[r] {
				seen[r] = true
				c := *r
				out = append(out, &c)
			}
		}
	}
	slices.SortFunc(out, func(x, y *fact) int { return compareItems(x.reports[0], y.reports[0]) })
	return out
}

// isInSum reports whether what f's payers gave is in the sum, if there is one, by
// itself or under another name. What is passed on was another's before.
func (b *Book) isInSum(f *fact) bool {
	switch f.reason {
	case 0, InTheWhole, InTheWider, EarlierState:
		return true
	case PassedOn:
		return f.isGift() && slices.ContainsFunc(f.because, func(id string) bool { return b.byID[id].from.shares(f.from) })
	}
	return false
}

// takeOff adds refunds and takes them off from a sum.
func (b *Book) takeOff(sum amount.Quantity, refunds []*fact) Back {
	var back Back
	if len(refunds) == 0 {
		return back
	}
	for _, r := range refunds {
		back.Items = append(back.Items, r.reports[r.speaks])
		switch gift := b.byID[r.refunds[0]]; {
		case r.reason != GivenBack || r.several:
			back.Reason = UnknownRefund
		case gift != nil && gift.inKind != r.inKind:
			back.Reason = cmp.Or(back.Reason, KindAndCash)
		}
		r.reason = 0
	}
	if back.Reason == 0 {
		back.Reason = b.leaveOutParts(refunds)
	}
	if back.Reason == 0 && leaveOutSame(refunds) != 0 {
		back.Reason = SameRefund
	}
	if back.Reason != 0 {
		return back
	}
	var err error
	if back.Sum, err = amount.Sum(quantities(refunds)...); err == nil {
		back.Net, err = amount.Difference(sum, back.Sum)
	}
	switch {
	case errors.Is(err, amount.Negative):
		back.Reason = RefundExceeds
	case errors.Is(err, amount.UnitsDiffer):
		back.Reason = UnitsDiffer
	case errors.Is(err, amount.TooLarge):
		back.Reason = TooLarge
	case err != nil:
		back.Reason = NoCommonWord
	}
	return back
}
