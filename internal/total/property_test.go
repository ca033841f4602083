package total

import (
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// TestMain tries every property on 10,000 random cases of each kind unless told
// otherwise.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given && !testing.Short() {
		if err := flag.Set("rapid.checks", "10000"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// bothKinds tries a property on two kinds of cases. Free ones are of any kind, and
// many have no sum; plain ones are drawn so that they have one. Free draws alone
// could all be refusals, on which a property of sums shows nothing.
func bothKinds(t *testing.T, property func(t *rapid.T, isPlain bool)) {
	t.Helper()
	for _, kind := range []string{"free", "plain"} {
		t.Run(kind, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { property(t, kind == "plain") })
		})
	}
}

// onItems tries a property on the items of both kinds of cases and their total.
func onItems(t *testing.T, property func(t *rapid.T, items []Item, got Total)) {
	t.Helper()
	bothKinds(t, func(t *rapid.T, isPlain bool) {
		draw := drawFree
		if isPlain {
			draw = drawPlain
		}
		items := draw(t)
		got := Of(items)
		if isPlain && !got.OK {
			t.Fatalf("plain facts have no sum: %v\n%+v", got.Reason, items)
		}
		property(t, items, got)
	})
}

var cmpTotals = cmp.Options{cmp.Comparer(func(a, b amount.Quantity) bool { return a == b }), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })}

// drawPlain draws two facts or more that can be added whatever the draws are:
// contributions between parties of their own, in dollars and with one qualifier,
// with reports that say the same. Beside them may be a rate, a percentage or money at
// other prices, which no sum minds.
func drawPlain(t *rapid.T) []Item {
	var items []Item
	qualifier := pick(t, "qualifier", "", "about ", "at least ", "up to ")
	for n := range rapid.IntRange(2, 5).Draw(t, "facts") {
		id := strconv.Itoa(n)
		i := Item{ID: "f" + id, Source: "s", Flow: "contribution", Kind: Payment, From: []string{"payer" + id}, To: []string{"payee" + id}}
		i.Quantity = parse(qualifier + strconv.Itoa(rapid.IntRange(1, 900_000).Draw(t, "number")) + " USD")
		items = append(items, i)
		if rapid.Bool().Draw(t, "second report") {
			i.Source = "r"
			items = append(items, i)
		}
	}
	if beside := pick(t, "beside", "", "5 USD per day", "5 million USD in 2024 prices", "5 USD adjusted for inflation", "5.5 percent"); beside != "" {
		items = append(items, Item{ID: "beside", Source: "s", Flow: "contribution", Kind: Payment, From: []string{"payer0"}, To: []string{"payee1"}, Quantity: parse(beside)})
	}
	return items
}

// drawFree draws facts of which most can be added, and some cannot in each of
// the ways there are: parts, second reports, shared and unnamed parties.
func drawFree(t *rapid.T) []Item {
	var items []Item
	wholes := map[string]string{}
	for n := range rapid.SampledFrom([]int{3, 4, 2, 5, 6, 7, 1, 0}).Draw(t, "facts") {
		id := "f" + strconv.Itoa(n)
		i := Item{ID: id, Source: "s", Reported: date("2024-10-0" + strconv.Itoa(rapid.IntRange(1, 9).Draw(t, "reported")))}
		i.Quantity = drawQuantity(t)
		i.Flow, i.Kind = pick(t, "flow", append(slices.Repeat([]string{"contribution"}, 30), "wages", "")...), drawKind(t)
		i.From = drawParties(t, "from", "payer"+strconv.Itoa(n), "anna", "bert", "fund")
		i.To = drawParties(t, "to", "payee"+strconv.Itoa(n), "fund", "group", "payer0")
		if rarely(t, "has a side") {
			i.For, i.Against = []string{pick(t, "for", "anna", "roe")}, []string{"poe"}
		}
		if when := pick(t, "period", "", "", "2024", "2024-07", "2024-08", "2024-07-03", "2024-07~"); when != "" {
			i.Period = date(when)
		}
		if rarely(t, "is part") {
			wholes[id] = "f" + strconv.Itoa(rapid.IntRange(0, n+1).Draw(t, "whole")) // itself, and one that may not be there, too
		}
		items = append(items, i)
		for range rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "more reports") {
			again := i
			again.Source = pick(t, "source", "r", "s", "t")
			if rarely(t, "other figure") {
				again.Quantity = drawQuantity(t)
			}
			if rapid.Bool().Draw(t, "silent") {
				again.From, again.Period, again.Reported = nil, edtf.Date{}, edtf.Date{}
			}
			items = append(items, again)
		}
	}
	for n := range items {
		for w := wholes[items[n].ID]; w != "" && !slices.Contains(items[n].PartOf, w); w = wholes[w] {
			items[n].PartOf = append(items[n].PartOf, w)
		}
	}
	return items
}

// rarely is true in few cases; rapid draws small numbers more often than great
// ones, and shrinks to them.
func rarely(t *rapid.T, label string) bool { return rapid.IntRange(0, 15).Draw(t, label) == 15 }

func pick(t *rapid.T, label string, from ...string) string {
	return rapid.SampledFrom(from).Draw(t, label)
}

// drawKind draws mostly what can be added.
func drawKind(t *rapid.T) Kind {
	return rapid.SampledFrom(append(slices.Repeat([]Kind{Payment}, 20), Spending, "", Promise, State, Price, Limit)).Draw(t, "kind")
}

func drawParties(t *rapid.T, label, own string, others ...string) []string {
	switch rapid.IntRange(0, 31).Draw(t, label) {
	case 31:
		return nil
	case 30:
		return []string{Unidentified}
	case 29:
		return []string{own, Unidentified}
	case 26, 27, 28:
		return []string{pick(t, label+" other", others...)}
	case 24, 25:
		return []string{own, pick(t, label+" and", others...)}
	}
	return []string{own}
}

func drawQuantity(t *rapid.T) amount.Quantity {
	number := strconv.Itoa(rapid.OneOf(rapid.IntRange(1, 12), rapid.IntRange(1, 900_000)).Draw(t, "number"))
	if rarely(t, "odd") {
		return parse(pick(t, "odd quantity", "unquantified", "hundreds of USD", "some "+number+" USD", number+" USD per day", number+" USD per voter", number+" EUR", number+" voters", number+".5 percent", number+" USD in 2024 prices", number+" USD in 1996 prices", number+" USD adjusted for inflation"))
	}
	qualifier := pick(t, "qualifier", "", "", "about ", "nearly ", "more than ", "a little over ", "at least ", "less than ", "up to ", "exactly ", "1..")
	if qualifier == "1.." && number == "1" {
		qualifier = ""
	}
	return parse(qualifier + number + " USD")
}

func parse(s string) amount.Quantity {
	q, err := amount.Parse(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return q
}

func TestTotalProperties(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, got Total) {
		checkTotal(t, items, got)
		checkOrder(t, items, got)
		if !got.OK {
			return
		}
		for _, l := range got.Left {
			rests := slices.ContainsFunc(got.Left, func(m Left) bool { return slices.Contains(m.Because, l.ID) || len(m.Because) == enoughReasons })
			reports := slices.ContainsFunc(got.Added, func(i Item) bool { return i.ID == l.ID })
			if rests || reports {
				continue
			}
			without := Of(slices.DeleteFunc(slices.Clone(items), func(i Item) bool { return i.ID == l.ID }))
			if without.Sum != got.Sum {
				t.Errorf("%v is left out, but without it %v is %v (%v)\n%+v", l.ID, got.Sum, without.Sum, without.Reason, items)
			}
		}
		added := Of(slices.DeleteFunc(slices.Clone(items), func(i Item) bool {
			return !slices.ContainsFunc(got.Added, func(a Item) bool { return a.ID == i.ID })
		}))
		if added.Sum != got.Sum {
			t.Errorf("what was added to %v comes to %v (%v)", got.Sum, added.Sum, added.Reason)
		}
	})
}

type errorer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkTotal checks what is true of every total.
func checkTotal(t errorer, items []Item, got Total) {
	t.Helper()
	isOne := len(got.Added) > 0 && !slices.ContainsFunc(got.Added, func(i Item) bool { return i.ID != got.Added[0].ID }) && !got.Back.Net.IsZero()
	if got.OK != (got.Reason == 0) || got.OK == got.Sum.IsZero() || got.OK != (len(got.Added) >= 2 || isOne) {
		t.Errorf("OK %v, sum %v, reason %v, %d added", got.OK, got.Sum, got.Reason, len(got.Added))
	}
	// Every item is told of once.
	told := slices.Clone(got.Added)
	for _, l := range got.Left {
		told = append(told, l.Item)
		if l.Reason == 0 || strings.HasPrefix(l.Reason.String(), "reason ") {
			t.Errorf("%s is left for %v", l.ID, l.Reason)
		}
		if !slices.IsSorted(l.Because) || slices.Contains(l.Because, l.ID) {
			t.Errorf("%s is left because of %q", l.ID, l.Because)
		}
	}
	given := slices.Clone(items)
	slices.SortFunc(told, compareItems)
	slices.SortFunc(given, compareItems)
	if !slices.EqualFunc(told, given, func(a, b Item) bool { return compareItems(a, b) == 0 }) {
		t.Errorf("given %v, told of %v", given, told)
	}
	if !slices.IsSortedFunc(got.Added, compareItems) || !slices.IsSortedFunc(got.Left, func(a, b Left) int { return compareItems(a.Item, b.Item) }) {
		t.Errorf("not sorted: %v, %v", got.Added, got.Left)
	}
	if !got.OK {
		return
	}
	// The sum lies within the sums of the bounds, and contains them.
	var lo, hi int64
	endless := false
	for _, i := range got.Added {
		l, h := i.Quantity.Bounds()
		lo, hi, endless = lo+l.Minor, hi+h.Minor, endless || h.Limit == amount.Unbounded
	}
	if endless {
		hi = math.MaxInt64
	}
	if got.Sum.Lo() < lo || got.Sum.Hi() > hi {
		t.Errorf("%v is outside of %d to %d", got.Sum, lo, hi)
	}
	sumLo, sumHi := got.Sum.Bounds()
	if sumLo.Minor > lo || sumHi.Limit != amount.Unbounded && (endless || sumHi.Minor < hi || sumHi.Minor < sumLo.Minor) {
		t.Errorf("the bounds %v, %v of %v do not hold %d to %d", sumLo, sumHi, got.Sum, lo, hi)
	}
	// Nothing is there twice under its own name, its whole's, or its payee's.
	for i, a := range got.Added {
		for j, b := range got.Added {
			if i != j && (a.ID == b.ID || slices.Contains(a.PartOf, b.ID) || newParties(a.From).shares(newParties(b.To)) && a.Quantity.IsMoney()) {
				t.Errorf("%v and %v are both added", a, b)
			}
			if !a.Quantity.SameUnit(b.Quantity) || a.Quantity.Basis() != "" {
				t.Errorf("%v and %v are added", a, b)
			}
		}
	}
}

// fitFacts are the items whose fact took part beyond the first step.
func fitFacts(got Total) []Item {
	fit := slices.Clone(got.Added)
	for _, l := range got.Left {
		if l.Reason > SecondReport {
			fit = append(fit, l.Item)
		}
	}
	return fit
}

func checkSame(t *rapid.T, before Total, items []Item, extra Item) {
	t.Helper()
	more := append(slices.Clone(items), extra)
	after := Of(more)
	checkOrder(t, more, after)
	if after.OK != before.OK || after.Sum != before.Sum {
		t.Errorf("%v (%v) became %v (%v) by\n%+v\nbeside\n%+v", before.Sum, before.Reason, after.Sum, after.Reason, extra, items)
	}
	if slices.ContainsFunc(after.Added, func(i Item) bool { return compareItems(i, extra) == 0 }) {
		t.Errorf("%v was added", extra)
	}
	// Nor does it, if it is not asked for, change a total of some of the others.
	chosen := drawSelection(t, items)
	before, after = NewBook(items).Of(chosen), NewBook(more).Of(chosen)
	if after.OK != before.OK || after.Sum != before.Sum {
		t.Errorf("%q: %v (%v) became %v (%v) in sight of\n%+v\nbeside\n%+v", chosen, before.Sum, before.Reason, after.Sum, after.Reason, extra, items)
	}
}

// checkOrder checks that the total of items is the same in another order.
func checkOrder(t *rapid.T, items []Item, got Total) {
	t.Helper()
	if other := Of(rapid.Permutation(items).Draw(t, "shuffled")); !reflect.DeepEqual(got, other) { // cmp.Diff is slow
		t.Errorf("another order: %s", cmp.Diff(got, other, cmpTotals))
	}
}

// drawSelection draws ids of some facts.
func drawSelection(t *rapid.T, items []Item) []string {
	all := ids(items)
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.DeleteFunc(all, func(string) bool { return rapid.IntRange(0, 3).Draw(t, "not chosen") == 3 })
}

// TestSightAddsNothing: a total of some facts is never more for what else is
// known, and never tells of what it was not asked for.
func TestSightAddsNothing(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, all Total) {
		for _, chosen := range [][]string{drawSelection(t, items), ids(all.Added)} {
			got := NewBook(items).Of(chosen)
			asked := slices.DeleteFunc(slices.Clone(items), func(i Item) bool { return !slices.Contains(chosen, i.ID) })
			checkTotal(t, asked, got)
			alone := Of(asked)
			if !got.OK || !alone.OK {
				continue
			}
			least, _ := got.Sum.Possible()
			if most, _ := alone.Sum.Possible(); least > most {
				t.Errorf("%v in sight of all is %v, alone %v\n%+v", chosen, got.Sum, alone.Sum, items)
			}
		}
	})
}

func TestPartChangesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		fit := fitFacts(before)
		if len(fit) == 0 {
			return
		}
		whole := rapid.SampledFrom(fit).Draw(t, "whole")
		part := whole
		part.ID, part.Source = "part", pick(t, "source", "a", "z")
		part.PartOf = append([]string{whole.ID}, whole.PartOf...)
		figures := []amount.Quantity{whole.Quantity}
		for _, i := range fit {
			if slices.Contains(whole.PartOf, i.ID) && i.Quantity.SameUnit(whole.Quantity) {
				figures = append(figures, i.Quantity)
			}
		}
		part.Quantity = drawUpTo(t, figures...)
		if rapid.Bool().Draw(t, "who paid is not said") {
			part.From = nil
		}
		if len(part.To) > 1 && rapid.Bool().Draw(t, "one payee") {
			part.To = part.To[:1]
		}
		if rapid.Bool().Draw(t, "undated") {
			part.Period = edtf.Date{}
		}
		checkSame(t, before, items, part)
	})
}

// drawUpTo draws a quantity that is not greater for sure than any of those
// given, which have one unit; mostly in that unit.
func drawUpTo(t *rapid.T, figures ...amount.Quantity) amount.Quantity {
	if rarely(t, "odd figure") {
		return parse(pick(t, "odd", "unquantified", "hundreds of USD", "some 5 USD", "5 USD per day", "5 CHF"))
	}
	cents := int64(1)
	for range figures[0].Digits() {
		cents *= 10
	}
	most := 999_999 * cents // of the smallest unit
	for _, q := range figures {
		_, hi := q.Bounds()
		switch hi.Limit {
		case amount.Closed:
			most = min(most, hi.Minor)
		case amount.Open:
			most = min(most, hi.Minor-1) // "less than 3" is never 3
		}
	}
	number := rapid.Int64Range(0, most/cents).Draw(t, "no more than")
	qualifier := pick(t, "qualifier", "", "about ", "at least ", "up to ", "less than ", "more than ")
	switch {
	case number == 0:
		qualifier = ""
	case qualifier == "more than " && number*cents == most:
		qualifier = "at least " // more than all there is would be too much
	}
	return parse(qualifier + strconv.FormatInt(number, 10) + " " + figures[0].Unit())
}

func TestSecondReportChangesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		if len(items) == 0 {
			return
		}
		again := rapid.SampledFrom(items).Draw(t, "again")
		fit := slices.ContainsFunc(fitFacts(before), func(i Item) bool { return i.ID == again.ID })
		if q := drawQuantity(t); fit && !slices.ContainsFunc(items, func(i Item) bool {
			return i.ID == again.ID && amount.Agree(i.Quantity, q) != amount.Agrees
		}) {
			again.Quantity = q
		}
		again.Source, again.Reported = "zz", edtf.Date{} // the youngest of all
		for _, silence := range []func(){
			func() { again.From = nil }, func() { again.To = nil }, func() { again.Period = edtf.Date{} },
			func() { again.Flow = "" }, func() { again.PartOf = nil },
		} {
			if rapid.IntRange(0, 3).Draw(t, "silence") == 0 {
				silence()
			}
		}
		checkSame(t, before, items, again)
	})
}

// TestReplacedChangesNoTotal: an earlier figure that was amended is as if it had not
// been given, of the same fact and as a fact of its own.
func TestReplacedChangesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		if len(items) == 0 {
			return
		}
		earlier := rapid.SampledFrom(items).Draw(t, "amended")
		earlier.ReplacedBy = earlier.ID
		earlier.ID, earlier.Source = pick(t, "id", earlier.ID, "earlier"), "first filing"
		earlier.Quantity, earlier.Reported = drawQuantity(t), date("2020")
		checkSame(t, before, items, earlier)
	})
}

// TestStateChangesNoTotal: what is there or owed on a day, what something costs and
// what is allowed are in no total, whoever has it.
func TestStateChangesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		held := Item{ID: "held", Source: "s", Quantity: drawQuantity(t), Flow: pick(t, "flow", "cash-on-hand", "contribution")}
		held.Kind = rapid.SampledFrom([]Kind{State, Price, Limit}).Draw(t, "kind")
		held.From, held.To = drawParties(t, "from", "payer0", "anna", "fund"), drawParties(t, "to", "payee0", "fund", "payer0")
		if rapid.Bool().Draw(t, "dated") {
			held.Period = date("2024-07-03")
		}
		if !held.Quantity.IsMoney() {
			return
		}
		checkSame(t, before, items, held)
	})
}

// TestOtherPricesRaiseNoTotal: neither a percentage nor money at other prices is in a sum,
// whoever gave it. A payment told at other prices may have been passed on, so it may
// lower one.
func TestOtherPricesRaiseNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		number := strconv.Itoa(rapid.IntRange(1, 900_000).Draw(t, "number"))
		told := Item{ID: "told", Source: "s", Flow: "contribution", Kind: Payment}
		told.Quantity = parse(number + pick(t, "unit", " USD in 2024 prices", " USD adjusted for inflation", ".25 percent", " percentage points"))
		told.From, told.To = drawParties(t, "from", "payer0", "anna", "fund"), drawParties(t, "to", "payee0", "fund", "payer0")
		if !told.Quantity.IsMoney() {
			told.Flow, told.Kind = "", ""
			checkSame(t, before, items, told)
			return
		}
		after := Of(append(slices.Clone(items), told))
		if slices.ContainsFunc(after.Added, func(i Item) bool { return i.ID == told.ID }) {
			t.Errorf("%v was added", told)
		}
		if before.OK && after.OK {
			least, _ := after.Sum.Possible()
			if _, most := before.Sum.Possible(); least > most {
				t.Errorf("%v became %v by %+v beside %+v", before.Sum, after.Sum, told, items)
			}
		}
	})
}

// TestReadingRaisesNoTotal: a report of another time, with whatever figure, adds
// nothing to a sum, and takes nothing away that held others back. Its fact is in none.
func TestReadingRaisesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		fit := fitFacts(before)
		if len(fit) == 0 {
			return
		}
		reading := rapid.SampledFrom(fit).Draw(t, "of")
		if reading.Quantity.Unit() != "USD" || reading.Quantity.Basis() != "" {
			return // its figures would differ in unit
		}
		more := slices.Clone(items)
		for i := range more {
			if more[i].ID == reading.ID && !spanOf(more[i].Period).known() { // or it may be of the same time, and contradicts
				more[i].Period = date("2024-07-03")
			}
		}
		before = Of(more)
		reading.Source, reading.Reported, reading.Period = "zz", edtf.Date{}, date("2019-03")
		reading.Quantity = parse(strconv.Itoa(rapid.IntRange(1, 900_000).Draw(t, "number")) + " USD")
		if rapid.Bool().Draw(t, "other payer") {
			reading.From = []string{"payer-then"}
		}
		more = append(more, reading)
		after := Of(more)
		checkTotal(t, more, after)
		checkOrder(t, more, after)
		if slices.ContainsFunc(after.Added, func(i Item) bool { return i.ID == reading.ID }) {
			t.Errorf("%s is added though it has readings of two times", reading.ID)
		}
		if after.OK && !before.OK && before.Reason != NoCommonWord && before.Reason != TooLarge {
			t.Errorf("%v became %v by a reading of another time: %+v", before.Reason, after.Sum, more)
		}
		if before.OK && after.OK {
			least, _ := after.Sum.Possible()
			if _, most := before.Sum.Possible(); least > most {
				t.Errorf("%v became %v by a reading of another time: %+v", before.Sum, after.Sum, more)
			}
		}
	})
}

// TestConduitRaisesNoTotal: that a gift went by way of another, and what tells of one
// of its ways, adds nothing.
func TestConduitRaisesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		var gifts []Item
		for _, i := range fitFacts(before) {
			if len(newParties(i.From).ids) > 0 && len(newParties(i.To).ids) > 0 && i.Quantity.IsMoney() && i.Flow != "" && !newParties(i.From).shares(newParties(i.To)) {
				gifts = append(gifts, i)
			}
		}
		if len(gifts) == 0 {
			return
		}
		gift := rapid.SampledFrom(gifts).Draw(t, "gift")
		more := slices.Clone(items)
		for i := range more {
			if more[i].ID == gift.ID {
				more[i].Via = []string{"conduit", "second"}
			}
		}
		way := Item{Source: "s", Flow: gift.Flow, Kind: gift.Kind, For: gift.For, Against: gift.Against, Period: gift.Period}
		if rapid.Bool().Draw(t, "onward") {
			way.ID, way.From, way.To, way.Quantity = "onward", []string{"conduit"}, gift.To, drawUpTo(t, gift.Quantity)
			more = append(more, way)
		}
		if rapid.Bool().Draw(t, "between the conduits") {
			way.ID, way.From, way.To, way.Quantity = "between", []string{"conduit"}, []string{"second"}, drawUpTo(t, gift.Quantity)
			more = append(more, way)
		}
		if rapid.Bool().Draw(t, "to the conduit") {
			way.ID, way.From, way.To, way.Quantity = "toward", gift.From, []string{"conduit"}, gift.Quantity
			more = append(more, way)
		}
		after := Of(more)
		checkTotal(t, more, after)
		checkOrder(t, more, after)
		if before.OK && after.OK {
			least, _ := after.Sum.Possible()
			if _, most := before.Sum.Possible(); least > most {
				t.Errorf("%v became %v by way of a conduit: %+v", before.Sum, after.Sum, more)
			}
		}
	})
}

// TestRefundRaisesNoNet: what is given back changes no sum, and is taken off it.
func TestRefundRaisesNoNet(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		if len(items) == 0 {
			return
		}
		gift := rapid.SampledFrom(items).Draw(t, "gift")
		more := slices.Clone(items)
		for n := range rapid.IntRange(1, 2).Draw(t, "refunds") {
			back := Item{ID: "back" + strconv.Itoa(n), Source: "s", Flow: "refund", Kind: Payment, From: gift.To, To: gift.From, Refunds: gift.ID}
			back.Quantity = parse(pick(t, "qualifier", "", "", "at least ", "up to ", "about ") + strconv.Itoa(rapid.IntRange(1, 900).Draw(t, "number")) + " USD")
			if rarely(t, "odd") {
				back.Quantity = drawQuantity(t)
			}
			if rapid.Bool().Draw(t, "dated") {
				back.Period = date(fmt.Sprintf("2024-0%d", n+1))
			}
			more = append(more, back)
		}
		after := Of(more)
		checkTotal(t, more, after)
		checkOrder(t, more, after)
		if before.OK && (!after.OK || after.Sum != before.Sum) {
			t.Errorf("%v became %v (%v)", before.Sum, after.Sum, after.Reason)
		}
		if !before.OK && after.OK && len(after.Added) != 1 && slices.ContainsFunc(after.Added, func(i Item) bool { return i.ID != after.Added[0].ID }) {
			t.Errorf("%v became %v by what is given back", before.Reason, after.Sum)
		}
		isAdded := slices.ContainsFunc(after.Added, func(i Item) bool { return i.ID == gift.ID })
		if isAdded && (len(after.Back.Items) == 0 || after.Back.Net.IsZero() != (after.Back.Reason != 0)) {
			t.Errorf("of %v %d refunds are taken off, net %v (%v)", gift, len(after.Back.Items), after.Back.Net, after.Back.Reason)
		}
		if net := after.Back.Net; !net.IsZero() {
			least, most := net.Possible()
			lo, hi := after.Sum.Possible()
			if least > lo || most > hi && most < math.MaxInt64 { // "a little over 3" less 1 is more than 2
				t.Errorf("of %v there remain %v", after.Sum, net)
			}
			if fewer := Of(more[:len(more)-1]).Back.Net; !fewer.IsZero() {
				if _, most := fewer.Possible(); least > most {
					t.Errorf("the net was %v, and is %v by one refund more: %+v", fewer, net, more)
				}
			}
		}
		if slices.ContainsFunc(after.Added, func(i Item) bool { return i.Refunds != "" }) {
			t.Errorf("a refund is added: %v", after.Added)
		}
	})
}

func TestTransferOnwardChangesNoTotal(t *testing.T) {
	onItems(t, func(t *rapid.T, items []Item, before Total) {
		var sources []Item
		for _, i := range fitFacts(before) {
			if len(newParties(i.To).ids) > 0 && i.Quantity.IsMoney() {
				sources = append(sources, i)
			}
		}
		if len(sources) == 0 {
			return
		}
		source := rapid.SampledFrom(sources).Draw(t, "source")
		// What is passed on was received: no more than the source can be, nor
		// than a whole that the source is a part of.
		received := []amount.Quantity{source.Quantity}
		for _, i := range items {
			if slices.Contains(source.PartOf, i.ID) && i.Quantity.SameUnit(source.Quantity) {
				received = append(received, i.Quantity)
			}
		}
		onward := Item{ID: "onward", Source: "s", Quantity: drawUpTo(t, received...)}
		onward.Flow, onward.Kind = pick(t, "flow", "contribution", "ad-spending", "wages"), drawKind(t)
		onward.From = []string{rapid.SampledFrom(newParties(source.To).ids).Draw(t, "from")}
		onward.To = rapid.SampledFrom([][]string{{"somebody-new"}, {"somebody-new", Unidentified}, {Unidentified}, nil}).Draw(t, "to")
		if rapid.Bool().Draw(t, "dated") {
			onward.Period = date("2024-07")
		}
		checkSame(t, before, items, onward)
	})
}

// TestNoPaymentTwice knows the payments themselves, and makes facts of them that
// say less than there is to know: the sum of some payments, with names left out
// and periods wider than they were. Whatever is added then, no payment is in it
// twice, and none that passes on another one.
func TestNoPaymentTwice(t *testing.T) {
	type payment struct {
		payer, payee string
		month        int
		dollars      int64
	}
	bothKinds(t, func(t *rapid.T, isPlain bool) {
		payers, payees := []string{"anna", "bert", "carl", "fund"}, []string{"fund", "group", "paper", "printer"}
		var world []payment
		pay := func(payer, payee string) {
			world = append(world, payment{payer, payee, rapid.IntRange(1, 9).Draw(t, "month"), rapid.Int64Range(1, 9).Draw(t, "dollars")})
		}
		if isPlain {
			for n := range 3 { // each between a payer and a payee of its own
				pay(payers[n], payees[n+1])
			}
		} else {
			for range rapid.IntRange(1, 8).Draw(t, "payments") {
				pay(pick(t, "payer", payers...), pick(t, "payee", payees...))
			}
		}
		var items []Item
		told := map[string][]payment{}
	facts:
		for n := range rapid.IntRange(2, 4).Draw(t, "facts") {
			if isPlain { // each payment once, as it was
				if n < len(world) {
					p := world[n]
					i := Item{ID: "f" + strconv.Itoa(n), Flow: "contribution", Kind: Payment, From: []string{p.payer}, To: []string{p.payee}}
					i.Quantity, i.Period = parse(strconv.FormatInt(p.dollars, 10)+" USD"), date(fmt.Sprintf("2024-%02d", p.month))
					items, told[i.ID] = append(items, i), []payment{p}
				}
				continue
			}
			about := rapid.SampledFrom(world).Draw(t, "about")
			from, to := []string{about.payer}, []string{about.payee}
			start, end := about.month, about.month
			if rapid.IntRange(0, 3).Draw(t, "wide period") == 3 {
				start, end = rapid.IntRange(1, start).Draw(t, "start"), rapid.IntRange(end, 9).Draw(t, "end")
			}
			if rapid.IntRange(0, 3).Draw(t, "two payers") == 3 {
				from = append(from, pick(t, "payer", payers...))
			}
			if rapid.IntRange(0, 3).Draw(t, "two payees") == 3 {
				to = append(to, pick(t, "payee", payees...))
			}
			i := Item{ID: "f" + strconv.Itoa(len(items)), Flow: "contribution", Kind: Payment, From: slices.Clone(from), To: slices.Clone(to)}
			i.Period = date(fmt.Sprintf("2024-%02d", start))
			if start != end {
				i.Period = date(fmt.Sprintf("2024-%02d/2024-%02d", start, end))
			}
			var dollars int64
			told[i.ID] = nil
			for _, p := range world {
				if !slices.Contains(from, p.payer) || !slices.Contains(to, p.payee) || p.month < start || p.month > end {
					continue
				}
				if slices.Contains(from, p.payee) || slices.Contains(to, p.payer) {
					continue facts // those on one side are not on the other
				}
				told[i.ID] = append(told[i.ID], p)
				dollars += p.dollars
			}
			i.Quantity = parse(pick(t, "qualifier", "", "", "at least ", "about ") + strconv.FormatInt(dollars, 10) + " USD")
			switch rapid.IntRange(0, 15).Draw(t, "payer said") {
			case 14:
				i.From = nil
			case 15:
				i.From[rapid.IntRange(0, len(from)-1).Draw(t, "in words")] = Unidentified
			}
			switch rapid.IntRange(0, 15).Draw(t, "payee said") {
			case 14:
				i.To = nil
			case 15:
				i.To[rapid.IntRange(0, len(to)-1).Draw(t, "in words")] = Unidentified
			}
			if rarely(t, "period said") {
				i.Period = edtf.Date{}
			}
			items = append(items, i)
		}
		got := Of(items)
		if isPlain && !got.OK {
			t.Fatalf("plain facts have no sum: %v\n%+v", got.Reason, items)
		}
		for x, a := range got.Added {
			for y, b := range got.Added {
				for _, p := range told[a.ID] {
					for _, q := range told[b.ID] {
						if x != y && (p == q || p.payee == q.payer) {
							t.Errorf("%+v and %+v are added; they tell of %v and %v", a, b, p, q)
						}
					}
				}
			}
		}
	})
}
