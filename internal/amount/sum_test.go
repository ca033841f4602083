package amount

import (
	"errors"
	"flag"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestMain tries every property on 10,000 random cases unless told otherwise.
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

func TestSum(t *testing.T) {
	tests := []struct {
		desc string
		give []string
		want string
	}{
		{"one", []string{"75 million USD"}, "75 million USD"},
		{"exact numbers", []string{"15 million USD", "30 million USD", "30 million USD"}, "75 million USD"},
		{"the word of a source does not outlive it", []string{"exactly 47 USD", "3 USD"}, "50 USD"},
		{"cents", []string{"0.99 USD", "0.01 USD"}, "1 USD"},
		{"counts", []string{"2 phone numbers", "3 phone numbers"}, "5 phone numbers"},
		{"at least and a number", []string{"at least 75 million USD", "20 million USD"}, "at least 95 million USD"},
		{"more than and at least", []string{"more than 75 million USD", "at least 20 million USD"}, "more than 95 million USD"},
		{"more than twice", []string{"more than 75 million USD", "more than 100 million USD"}, "more than 175 million USD"},
		{"at least and a little over", []string{"at least 75 million USD", "a little over 20 million USD"}, "more than 95 million USD"},
		{"at least and up to: the upper bound is lost", []string{"at least 75 million USD", "up to 20 million USD"}, "at least 75 million USD"},
		{"more than and a range", []string{"more than 75 million USD", "10..12 million USD"}, "more than 85 million USD"},
		{"about and a number", []string{"about 75 million USD", "20 million USD"}, "about 95 million USD"},
		{"about twice", []string{"about 75 million USD", "about 20 million USD"}, "about 95 million USD"},
		{"nearly and a number", []string{"nearly 75 million USD", "20 million USD"}, "nearly 95 million USD"},
		{"nearly and about", []string{"nearly 75 million USD", "about 20 million USD"}, "about 95 million USD"},
		{"a little over twice", []string{"a little over 75 million USD", "a little over 20 million USD"}, "a little over 95 million USD"},
		{"a little over and nearly", []string{"a little over 75 million USD", "nearly 20 million USD"}, "about 95 million USD"},
		{"less than and nearly", []string{"less than 75 million USD", "nearly 20 million USD"}, "less than 95 million USD"},
		{"a range and nearly: the lower bound is lost", []string{"8..12 million USD", "nearly 5 million USD"}, "less than 17 million USD"},
		{"a range and a little over: the upper bound is lost", []string{"8..12 million USD", "a little over 5 million USD"}, "more than 13 million USD"},
		{"up to twice", []string{"up to 75 million USD", "up to 20 million USD"}, "up to 95 million USD"},
		{"up to and less than", []string{"up to 75 million USD", "less than 20 million USD"}, "less than 95 million USD"},
		{"up to and a number that is surely there", []string{"up to 75 million USD", "20 million USD"}, "20..95 million USD"},
		{"up to and nothing", []string{"up to 75 million USD", "0 USD"}, "up to 75 million USD"},
		{"up to nothing", []string{"up to 0 USD", "20 million USD"}, "20 million USD"},
		{"ranges", []string{"10..12 million USD", "8..9 million USD"}, "18..21 million USD"},
		{"a range and a number", []string{"10..12 million USD", "8 million USD"}, "18..20 million USD"},
		{"a range from nothing and up to", []string{"0..12 million USD", "less than 8 million USD"}, "less than 20 million USD"},
		{"the greatest number", []string{"39,000,000 billion USD", "about 1,000,000 billion USD"}, "about 40,000,000 billion USD"},
		{"a lower bound beside an upper one that is too large", []string{"at least 1 USD", "up to 40,000,000 billion USD", "up to 40,000,000 billion USD", "up to 40,000,000 billion USD"}, "at least 1 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			var addends []Quantity
			for _, s := range tt.give {
				addends = append(addends, mustParse(t, s))
			}
			got, err := Sum(addends...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSumRefuses(t *testing.T) {
	tests := []struct {
		desc string
		give []string
		want Refusal
	}{
		{"nothing", nil, NothingGiven},
		{"no number", []string{"75 million USD", "unquantified"}, NoNumber},
		{"a word for a number", []string{"hundreds of employees", "12 employees"}, VagueNumber},
		{"an order of magnitude", []string{"more than 100 million USD", "some 10 million USD"}, OrderOfMagnitude},
		{"a little over one", []string{"more than 100 million USD", "a little over some 10 million USD"}, OrderOfMagnitude},
		{"a rate", []string{"1 million USD per day", "75 million USD"}, HasBasis},
		{"two rates of one basis", []string{"1 million USD per day", "2 million USD per day"}, HasBasis},
		{"a unit price alone", []string{"47 USD per sponsored voter"}, HasBasis},
		{"a percentage alone", []string{"12 percent"}, IsShare},
		{"two percentages", []string{"12 percent", "5.5 percent"}, IsShare},
		{"money at other prices", []string{"3 million USD", "5 million USD in 2024 prices"}, OtherPrices},
		{"two at the same prices, which are still not what was paid", []string{"3 USD in 2024 prices", "5 USD in 2024 prices"}, OtherPrices},
		{"two currencies", []string{"75 million USD", "75 million EUR"}, UnitsDiffer},
		{"voters and votes", []string{"12 voters", "12 votes"}, UnitsDiffer},
		{"two reasons: the first in order", []string{"1 million USD per day", "12 votes", "unquantified"}, NoNumber},
		{"more than and about", []string{"more than 75 million USD", "about 20 million USD"}, NoCommonWord},
		{"at least and nearly", []string{"at least 75 million USD", "nearly 20 million USD"}, NoCommonWord},
		{"up to and about", []string{"up to 75 million USD", "about 20 million USD"}, NoCommonWord},
		{"up to and a little over, and nearly", []string{"up to 75 million USD", "a little over 20 million USD", "nearly 5 million USD"}, NoCommonWord},
		{"a range and about", []string{"10..12 million USD", "about 10 million USD"}, NoCommonWord},
		{"about so few that rounding shows", []string{"about 3 voters", "about 4 voters"}, NoCommonWord},
		{"too large", []string{"40,000,000 billion USD", "1 USD"}, TooLarge},
		{"too large for an approximation", []string{"about 40,000,000 billion USD", "about 40,000,000 billion USD"}, TooLarge},
		{"too large for int64", slices.Repeat([]string{"up to 40,000,000 billion USD"}, 4), TooLarge},
		{"too large as a range", []string{"0..39,000,000 billion USD", "2,000,000 billion USD"}, TooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			var addends []Quantity
			for _, s := range tt.give {
				addends = append(addends, mustParse(t, s))
			}
			for range 2 {
				q, err := Sum(addends...)
				if !errors.Is(err, tt.want) || !q.IsZero() {
					t.Errorf("Sum%v = %v, %v; want the refusal %q", addends, q, err, tt.want)
				}
				slices.Reverse(addends)
			}
		})
	}
	if _, err := Sum(Quantity{}); !errors.Is(err, NothingGiven) {
		t.Errorf("the zero Quantity: %v", err)
	}
}

// drawQuantity draws any quantity of the grammar; small numbers are frequent,
// where rounding shows, and so are equal ones, where bounds meet.
func drawQuantity(t *rapid.T, label string) Quantity {
	unit := rapid.SampledFrom([]string{"USD", "USD", "voters", "JPY", "votes"}).Draw(t, label+" unit")
	basis := rapid.SampledFrom([]string{"", "", "", " per day", " per voter"}).Draw(t, label+" basis")
	var s string
	switch rapid.IntRange(0, 9).Draw(t, label+" kind") {
	case 0:
		return mustParseIn(t, "unquantified")
	case 1:
		form := rapid.SampledFrom(vagueForms).Draw(t, label+" form").words
		if s = form + " " + unit; takesOf(form) {
			s = form + " of " + unit
		}
	default:
		return drawNumber(t, label, unit, basis, true)
	}
	return mustParseIn(t, s+basis)
}

// drawAddend draws a quantity that has a sum with others of its unit.
func drawAddend(t *rapid.T, label, unit string) Quantity {
	return drawNumber(t, label, unit, "", false)
}

func drawNumber(t *rapid.T, label, unit, basis string, some bool) Quantity {
	q := Quantity{kind: Point, unit: unit, money: IsCurrency(unit), basis: strings.TrimPrefix(basis, " per ")}
	if q.money {
		q.digits = uint8(currencyDigits(unit))
	}
	number := rapid.OneOf(rapid.Int64Range(1, 12), rapid.Int64Range(1, 2000), rapid.Int64Range(1, 1e12))
	q.lo = number.Draw(t, label)
	q.hi = q.lo
	if rapid.IntRange(0, 6).Draw(t, label+" range") == 0 {
		q.kind, q.hi = Range, q.lo+number.Draw(t, label+" to")
	} else {
		q.qualifier = Qualifier(rapid.IntRange(0, int(Exactly)).Draw(t, label+" qualifier"))
		q.some = some && (q.qualifier == Plain || q.qualifier == ALittleOver) && rapid.Bool().Draw(t, label+" some")
	}
	if q.qualifier == Plain && q.kind == Point && !q.some && rapid.IntRange(0, 20).Draw(t, label+" zero") == 0 {
		q.lo, q.hi = 0, 0
	}
	return mustParseIn(t, q.String())
}

func mustParseIn(t *rapid.T, s string) Quantity {
	q, err := Parse(s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return q
}

// drawTruth draws a number that q leaves possible.
func drawTruth(t *rapid.T, label string, q Quantity) int64 {
	least, most := q.Possible()
	if most == math.MaxInt64 {
		most = least + 1000
	}
	return rapid.OneOf(rapid.Just(least), rapid.Just(most), rapid.Int64Range(least, most)).Draw(t, label)
}

// stated are the sums of one stated number of each addend, which may be 0 for an
// addend with an upper bound only.
func stated(addends []Quantity) map[int64]bool {
	sums := map[int64]bool{0: true}
	for _, q := range addends {
		next := map[int64]bool{}
		for n := range sums {
			next[n+q.lo], next[n+q.hi] = true, true
			if q.qualifier == UpTo || q.qualifier == LessThan {
				next[n] = true
			}
		}
		sums = next
	}
	return sums
}

func TestSumProperties(t *testing.T) {
	cases, sums := 0, 0
	defer func() {
		if t.Logf("%d of %d cases have a sum", sums, cases); sums < cases/4 {
			t.Errorf("only %d of %d cases have a sum", sums, cases)
		}
	}()
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"USD", "voters"}).Draw(t, "unit")
		var addends []Quantity
		var truth, loSum, hiSum int64
		for range rapid.IntRange(1, 5).Draw(t, "addends") {
			q := drawAddend(t, "addend", unit)
			addends = append(addends, q)
			truth += drawTruth(t, "truth", q)
			lo, hi := q.Bounds()
			loSum += lo.Minor
			if hi.Limit == Unbounded {
				hiSum = math.MaxInt64
			}
			hiSum = plus(hiSum, hi.Minor)
		}
		sum, err := Sum(addends...)
		cases++
		if errors.Is(err, NoCommonWord) {
			return
		}
		if err != nil {
			t.Fatalf("Sum%v: %v", addends, err)
		}
		sums++

		// Its numbers are sums of numbers that are stated.
		if made := stated(addends); !made[sum.lo] || !made[sum.hi] {
			t.Errorf("nothing stated in %v comes to %v", addends, sum)
		}
		// The sum leaves possible whatever its addends leave possible.
		if least, most := sum.Possible(); truth < least || truth > most {
			t.Errorf("Sum%v = %v leaves no room for %d", addends, sum, truth)
		}
		// The numbers that are read in it lie between the sums of the bounds.
		if sum.lo < loSum || sum.hi > hiSum {
			t.Errorf("Sum%v = %v is not between %d and %d", addends, sum, loSum, hiSum)
		}
		// The bounds do not cross, and the spelling is that of front matter.
		lo, hi := sum.Bounds()
		if hi.Limit != Unbounded && lo.Minor > hi.Minor {
			t.Errorf("Sum%v = %v has bounds %v, %v", addends, sum, lo, hi)
		}
		if again, err := Parse(sum.String()); err != nil || again != sum {
			t.Errorf("Sum%v = %q, read again %v, %v", addends, sum, again, err)
		}
		// Order does not matter.
		shuffled := rapid.Permutation(addends).Draw(t, "shuffled")
		if other, err := Sum(shuffled...); err != nil || other != sum {
			t.Errorf("Sum%v = %v, Sum%v = %v, %v", addends, sum, shuffled, other, err)
		}
		// More money never makes the sum smaller. (How wide a word is may change with
		// it, so approximate sums are compared by their number.)
		more, err := Sum(append(addends, drawAddend(t, "one more", unit))...)
		if errors.Is(err, NoCommonWord) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		approximate := func(q Quantity) bool {
			return q.kind == Point && slices.Contains([]Qualifier{About, Nearly, ALittleOver}, q.qualifier)
		}
		switch least, most := sum.Possible(); {
		case approximate(sum) && approximate(more):
			if more.lo < sum.lo {
				t.Errorf("Sum%v = %v, with one more %v", addends, sum, more)
			}
		case !approximate(sum) && !approximate(more):
			// What no addend but the last leaves open, the sum may leave open.
			if moreLeast, moreMost := more.Possible(); moreLeast < least && moreLeast > 0 || moreMost < most {
				t.Errorf("Sum%v = %v, with one more %v", addends, sum, more)
			}
		}
	})
}

// TestSumGrouping adds sums. Within exact numbers, lower and upper bounds and
// ranges, and within approximate numbers that a tenth of is whole, grouping
// does not matter. Across the two it may only widen what is possible, since
// "about 75 and exactly 20" has become "about 95" (TestSumProperties shows that
// no sum is ever too narrow).
func TestSumGrouping(t *testing.T) {
	linear := []Qualifier{Plain, MoreThan, AtLeast, LessThan, UpTo, Exactly}
	approximate := []Qualifier{Plain, About, Nearly, ALittleOver, Exactly}
	rapid.Check(t, func(t *rapid.T) {
		family := rapid.SampledFrom([][]Qualifier{linear, approximate}).Draw(t, "family")
		ranges := family[1] == MoreThan
		draw := func(label string) Quantity {
			q := drawAddend(t, label, "USD")
			if q.kind == Range && !ranges {
				q.kind, q.hi = Point, q.lo
			}
			if q.kind == Point && !slices.Contains(family, q.qualifier) {
				q.qualifier = rapid.SampledFrom(family).Draw(t, label+" other qualifier")
			}
			if !ranges {
				q.lo, q.hi = q.lo*10, q.hi*10
			}
			return q
		}
		a, b, c := draw("a"), draw("b"), draw("c")
		add := func(x, y Quantity) Quantity {
			sum, err := Sum(x, y)
			if err != nil {
				t.Fatalf("%v + %v: %v", x, y, err)
			}
			return sum
		}
		left, right := add(add(a, b), c), add(a, add(b, c))
		if left != right {
			t.Errorf("(%v + %v) + %v = %v, but %v + (%v + %v) = %v", a, b, c, left, a, b, c, right)
		}
		if all, err := Sum(a, b, c); err != nil || all != left {
			t.Errorf("%v + %v + %v = %v, but in two steps %v", a, b, c, all, left)
		}
	})
}

func FuzzSum(f *testing.F) {
	f.Add("more than 75 million USD", "at least 20 million USD", "10..12 million USD")
	f.Add("about 3 voters", "nearly 4 voters", "0 voters")
	f.Add("up to 0 USD", "less than 0.01 USD", "a little over 5 USD")
	f.Add("40,000,000 billion USD", "unquantified", "hundreds of USD per day")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var qs []Quantity
		for _, s := range []string{a, b, c} {
			if q, err := Parse(s); err == nil {
				qs = append(qs, q)
			}
		}
		for _, q := range qs {
			for _, r := range qs {
				if Agree(q, r) != Agree(r, q) {
					t.Errorf("%v and %v agree one way only", q, r)
				}
			}
		}
		sum, err := Sum(qs...)
		slices.Reverse(qs)
		if other, otherErr := Sum(qs...); other != sum || err != otherErr {
			t.Errorf("Sum%v = %v, %v; the other way %v, %v", qs, other, otherErr, sum, err)
		}
		if err != nil {
			if r := Refusal(0); !errors.As(err, &r) || r.Error() == "" || !sum.IsZero() {
				t.Errorf("Sum%v = %v, %v", qs, sum, err)
			}
			return
		}
		checkBounds(t, sum)
		if again, err := Parse(sum.String()); err != nil || again != sum {
			t.Errorf("Sum%v = %q, read again %v, %v", qs, sum, again, err)
		}
		least, most := sum.Possible()
		var sumLeast, sumMost int64
		for _, q := range qs {
			l, m := q.Possible()
			sumLeast, sumMost = plus(sumLeast, l), plus(sumMost, m)
		}
		if least > sumLeast || most < sumMost {
			t.Errorf("Sum%v = %v is too narrow", qs, sum)
		}
	})
}
