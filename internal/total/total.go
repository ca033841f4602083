// Package total adds the amounts of facts, and refuses to where a sum would
// count money twice.
//
// In go reports of facts, each with its quantity and with what is known of payers,
// payees, time, and the greater fact that it is a part of. They make a [Book],
// which has all facts there are. Out of it come [Total]s of some of them: a
// sum with what was added to it, and everything that was left out with the
// reason. Where nothing can be added honestly there is no sum but a [Reason].
//
// A total of some facts is made in view of the whole book. What may be counted
// twice does not depend on what is chosen to be added: money that came back by way
// of a payment which was not chosen is the same money, and two parts are no more
// than their whole, be it chosen or not.
//
// The package reads nothing, prints nothing and knows no words for readers. It
// never multiplies a rate by days, subtracts nothing but refunds, never chooses
// between sources that contradict each other, and where money may be counted twice
// it does not guess. The order of what goes in never matters.
package total

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"sync"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// An Item is one report of one fact.
type Item struct {
	// ID is the fact's, never empty. Items with the same ID are reports of one
	// fact, which counts once.
	ID string
	// Source tells reports of one fact apart, and Reported is when it was
	// published: see fact.go for what the age of a report decides.
	Source   string
	Reported edtf.Date

	Quantity amount.Quantity
	// Flow is what kind of payment it is; "" for what is counted. Kind says whether
	// money of that flow can be added.
	Flow string
	Kind Kind
	// From and To are the ids of payers and payees. [Unidentified] stands for all
	// that the report names in words only; of an empty list nothing is known.
	From, To []string
	// Via are the ids of those by whose way it goes from From to To.
	Via []string
	// InKind says that goods or services of that worth were given.
	InKind bool
	// For and Against are whom or what it is spent to support, and to oppose.
	For, Against []string
	// Period is when it was paid; zero if that is not known. A date that is
	// approximate or uncertain is not known well enough to keep payments apart.
	Period edtf.Date
	// Cumulative says that the figure is all that was paid until the end of
	// Period, or until it was reported: "so far", "to date". So is a figure
	// whose period has an open start.
	Cumulative bool
	// ReplacedBy is the id of the fact, which may be this one, whose later report
	// replaces this one, as an amended filing does; "" if none does. What is replaced
	// counts for nothing: totals are as if it had not been given.
	ReplacedBy string
	// Refunds is the id of the fact whose money it gives back; "" for what gives back
	// none.
	Refunds string
	// PartOf are the ids of the facts that this one is a part of: its whole
	// first, then what that one is a part of, and so on.
	PartOf []string
}

// Unidentified is a payer or payee of whom it is not known which entity it is,
// if any. It may be any party.
const Unidentified = ""

// A Total is a sum that opens to its arithmetic. Every report of a fact that was
// asked for is in Added or in Left, both sorted by ID and then from the oldest report on.
type Total struct {
	OK     bool
	Sum    amount.Quantity // zero unless OK
	Reason Reason          // why there is no sum; zero if OK
	Added  []Item          // two or more, or none: without a sum all items are Left
	Left   []Left
	Back   Back // what was given back; if there is a net, one fact in Added is enough
}

// Left is an item that is not in the sum. Taking a fact away that was left out
// changes no sum, unless it is among those Because of which another one was, or
// would be if more than the first few were named, or money came by way of it.
type Left struct {
	Item
	Reason  Reason
	Because []string // the other facts that the reason lies in, sorted, three at most; may be empty
}

// A Book is all facts there are. It never changes once made.
type Book struct {
	facts    []*fact // sorted by id
	byID     map[string]*fact
	money    links
	replaced map[string][]Item // by id
	ways     func() ways
	hasGifts bool               // whether any fact goes by way of a conduit
	gifts    map[string][]*fact // those by the ids of their wholes
	refunds  map[string][]*fact // by the id of what they give back
}

// NewBook makes a Book of all reports of all facts.
func NewBook(items []Item) *Book {
	b := &Book{byID: map[string]*fact{}, replaced: map[string][]Item{}, refunds: map[string][]*fact{}, gifts: map[string][]*fact{}}
	counted := items
	if slices.ContainsFunc(items, isReplaced) {
		counted = nil
		for _, i := range items {
			if isReplaced(i) {
				b.replaced[i.ID] = append(b.replaced[i.ID], i)
			} else {
				counted = append(counted, i)
			}
		}
	}
	b.facts = gather(counted)
	for _, f := range b.facts {
		b.byID[f.id] = f
		if f.kind != "" && notAdded[f.kind] != 0 { // what is promised is not given back yet
			continue
		}
		for _, gift := range f.refunds {
			b.refunds[gift] = append(b.refunds[gift], f)
		}
	}
	for _, f := range b.facts {
		if f.isGift() {
			b.hasGifts = true
			for _, w := range b.wholesOf(f) {
				b.gifts[w.id] = append(b.gifts[w.id], f)
			}
		}
	}
	b.money = linksOf(b.facts)
	b.ways = sync.OnceValue(func() ways { return waysOf(b.facts) })
	return b
}

func isReplaced(i Item) bool { return i.ReplacedBy != "" }

// Of adds the facts with these ids, in nine steps. Each has its rules at the
// head of its file.
//
//  1. Reports become facts; a fact whose reports disagree, whose figure is no
//     sum (a rate, a vague number), or whose kind is not added (a promise, a
//     state), is left out (fact.go, kind.go).
//  2. What is part of another fact that is asked for is left out (part.go).
//  3. Money passed on by a party that it reached from a fact that is asked for
//     is left out, whichever way it came (via.go, passed.go).
//  4. What remains must have one unit, one flow, and one side that it is spent for
//     or against.
//  5. Of payments that may be the same the narrower is left out if the wider
//     surely contains it, and otherwise there is no sum (overlap.go); nor is there
//     if one is probably another told again (via.go).
//  6. Parts that remain must not come to more than a whole that was not asked
//     for (part.go).
//  7. Facts with readings at several times are left out (fact.go).
//  8. At least two facts must remain; [amount.Sum] adds them.
//  9. What was given back of them is taken off (refund.go).
//
// A fact that was left out in the first step has no influence on the others,
// except that a part of its part is a part, and that money passed on is passed
// on, however much it was. A fact left out later has, for its money is in the
// sum under another name: what it paid counts as received, for example.
func (b *Book) Of(ids []string) Total {
	return b.Alone(ids, func(Item) bool { return false })
}

// Alone is [Book.Of] for what one payer pays, one payee receives or one state
// sees. A fact in which another one has a part, by what any of its reports says, is
// left out as [Shared] and has no influence: it is not known which part is whose.
func (b *Book) Alone(ids []string, isShared func(Item) bool) Total {
	facts := b.asked(ids)
	for _, f := range facts {
		if f.reason == 0 && slices.ContainsFunc(f.reports, isShared) {
			f.leaveOut(Shared)
		}
	}
	refusal := b.leaveOutParts(facts)
	if refusal == 0 {
		refusal = b.leaveOutWays(facts)
	}
	if refusal == 0 {
		refusal = b.money.leaveOutPassedOn(facts)
	}
	if refusal == 0 {
		refusal = oneKind(facts)
	}
	if refusal == 0 {
		refusal = leaveOutOverlaps(facts)
	}
	if refusal == 0 {
		refusal = b.leaveOutToldAgain(facts)
	}
	if refusal == 0 {
		refusal = b.boundByWholes(facts)
	}
	for _, f := range facts {
		if f.several && (f.reason == 0 || f.reason == GivenBack) {
			f.leaveOut(SeveralReadings)
		}
	}
	refunds := b.refundsOf(facts)
	if refusal == 0 {
		refusal = b.enough(facts, refunds)
	}
	var sum amount.Quantity
	if refusal == 0 {
		var err error
		sum, err = amount.Sum(quantities(facts)...)
		switch {
		case errors.Is(err, amount.TooLarge):
			refusal = TooLarge
		case errors.Is(err, amount.NoCommonWord):
			refusal = NoCommonWord
		case err != nil:
			panic("total: facts that were found fit have no sum: " + err.Error())
		}
	}
	if refusal != 0 {
		for _, f := range facts {
			if f.reason == 0 {
				f.leaveOut(NotSummed)
			}
		}
	}
	t := report(facts, sum, refusal)
	if t.OK {
		t.Back = b.takeOff(sum, refunds)
	}
	b.tellReplaced(&t, ids)
	return t
}

// tellReplaced adds to what was left out the reports of some facts that are replaced.
func (b *Book) tellReplaced(t *Total, ids []string) {
	before := len(t.Left)
	seen := map[string]bool{}
	for _, id := range ids {
		if len(b.replaced) == 0 || seen[id] {
			continue
		}
		seen[id] = true
		for _, i := range b.replaced[id] {
			l := Left{Item: i, Reason: Replaced}
			if i.ReplacedBy != i.ID {
				l.Because = []string{i.ReplacedBy}
			}
			t.Left = append(t.Left, l)
		}
	}
	if len(t.Left) > before {
		slices.SortFunc(t.Left, func(a, b Left) int { return compareItems(a.Item, b.Item) })
	}
}

// asked are the facts with these ids, to be found fit or not for one total.
func (b *Book) asked(ids []string) []*fact {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	room := make([]fact, 0, len(ids)) // in one allocation
	facts := make([]*fact, 0, len(ids))
	for _, id := range ids {
		if known := b.byID[id]; known != nil {
			room = append(room, *known)
			facts = append(facts, &room[len(room)-1])
		}
	}
	return facts
}

// oneKind refuses to add what remains if it is not of one unit, one flow and one
// side, and all of it money or all of it in kind.
func oneKind(facts []*fact) Reason {
	rest := remaining(facts)
	for _, f := range rest {
		if !f.quantity().SameUnit(rest[0].quantity()) {
			return UnitsDiffer
		}
	}
	for _, f := range rest {
		if f.flow != rest[0].flow || f.kind != rest[0].kind {
			return FlowsDiffer
		}
	}
	for _, f := range rest {
		if f.side != rest[0].side {
			return SidesDiffer
		}
	}
	for _, f := range rest {
		if f.inKind != rest[0].inKind {
			return KindAndCash
		}
	}
	return 0
}

// enough refuses a sum of fewer than two facts, unless something was given back, so
// that there is something to reckon. The reason is the one that
// tells the reader most: what all facts have in common; that those with a figure
// are different kinds of payment, so that nothing else would help; or that there
// is only one figure, however many kinds of payment have none.
func (b *Book) enough(facts, refunds []*fact) Reason {
	rest := remaining(facts)
	if len(rest) > 1 {
		return 0
	}
	if len(rest) == 1 {
		copies := make([]*fact, len(refunds)) // since what is tried leaves marks
		for i, r := range refunds {
			c := *r
			copies[i] = &c
		}
		if !b.takeOff(rest[0].quantity(), copies).Net.IsZero() {
			return 0
		}
	}
	if len(facts) == 0 {
		return NothingGiven
	}
	if len(rest) == 0 && !slices.ContainsFunc(facts, func(f *fact) bool { return f.reason != facts[0].reason }) {
		return facts[0].reason
	}
	flow := ""
	for _, f := range facts {
		if f.flow == "" || notAdded[f.kind] != 0 || f.isCountedElsewhere() || f.reason == GivenBack || figure(f.quantity()) != 0 {
			continue
		}
		if flow != "" && f.flow != flow {
			return FlowsDiffer
		}
		flow = f.flow
	}
	if len(rest) == 1 {
		return OneFigure
	}
	return NoFigureFits
}

func quantities(facts []*fact) []amount.Quantity {
	var out []amount.Quantity
	for _, f := range remaining(facts) {
		out = append(out, f.quantity())
	}
	return out
}

// report turns facts back into the items that were given. A total of an archive
// has thousands of them, and items are large, so that they are counted first.
func report(facts []*fact, sum amount.Quantity, refusal Reason) Total {
	t := Total{OK: refusal == 0, Sum: sum, Reason: refusal}
	left, added := 0, 0
	for _, f := range facts {
		for i := range f.reports {
			if reason, _ := f.left(i); reason != 0 {
				left++
			} else {
				added++
			}
		}
	}
	t.Left, t.Added = slices.Grow(t.Left, left), slices.Grow(t.Added, added)
	for _, f := range facts {
		for i, r := range f.reports {
			if reason, because := f.left(i); reason != 0 {
				t.Left = append(t.Left, Left{Item: r, Reason: reason, Because: because})
			} else {
				t.Added = append(t.Added, r)
			}
		}
	}
	return t
}

// left is why the i-th report of f is left out; 0 if it is added.
func (f *fact) left(i int) (reason Reason, because []string) {
	switch {
	case f.reason == ReportsDisagree, f.reason == ReportsDiffer, f.reason == SeveralReadings:
		return f.reason, nil
	case i != f.speaks && !f.several:
		return SecondReport, nil
	}
	if f.reason == 0 {
		return 0, nil
	}
	return f.reason, f.because
}

// compareItems sorts by fact, then from the oldest report on; a report without
// a date is younger than those with one. The rest makes the order a total one.
func compareItems(a, b Item) int {
	if a.ID != b.ID {
		return strings.Compare(a.ID, b.ID)
	}
	undated := func(i Item) int {
		if i.Reported.IsZero() {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(undated(a), undated(b)),
		a.Reported.Compare(b.Reported),
		strings.Compare(a.Source, b.Source),
		a.Quantity.Compare(b.Quantity),
		strings.Compare(a.Flow, b.Flow), cmp.Compare(a.Kind, b.Kind),
		slices.Compare(a.From, b.From),
		slices.Compare(a.To, b.To), slices.Compare(a.Via, b.Via), slices.Compare(a.For, b.For), slices.Compare(a.Against, b.Against),
		a.Period.Compare(b.Period),
		compareBools(a.Cumulative, b.Cumulative), compareBools(a.InKind, b.InKind), strings.Compare(a.ReplacedBy, b.ReplacedBy), strings.Compare(a.Refunds, b.Refunds),
		slices.Compare(a.PartOf, b.PartOf),
	)
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
