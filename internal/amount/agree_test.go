package amount

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAgree(t *testing.T) {
	tests := []struct {
		desc string
		a, b string
		want Agreement
	}{
		{"the same", "75 million USD", "75 million USD", Agrees},
		{"exactly says no more than the number", "75 million USD", "exactly 75 million USD", Agrees},
		{"two numbers", "100 million USD", "54.7 million USD", Contradicts},
		{"two qualifiers of one number", "more than 75 million USD", "about 75 million USD", Agrees},
		{"about and nearly", "about 75 million USD", "nearly 75 million USD", Agrees},
		{"at least and nearly have no number in common", "at least 75 million USD", "nearly 75 million USD", Contradicts},
		{"more than and nearly neither", "more than 75 million USD", "nearly 75 million USD", Contradicts},
		{"at least and more than", "at least 75 million USD", "more than 75 million USD", Agrees},
		{"a lower bound and a number above", "at least 95 million USD", "125 million USD", Agrees},
		{"a lower bound and a number below", "at least 95 million USD", "75 million USD", Contradicts},
		{"a bound that belongs to it", "at least 75 million USD", "75 million USD", Agrees},
		{"a bound that does not", "more than 75 million USD", "75 million USD", Contradicts},
		{"more than a number, up to the same", "more than 75 million USD", "up to 75 million USD", Contradicts},
		{"at least a number, up to the same", "at least 75 million USD", "up to 75 million USD", Agrees},
		{"nothing lies between two cents", "more than 74.99 USD", "less than 75 USD", Contradicts},
		{"no voter between five and six", "more than 5 voters", "less than 6 voters", Contradicts},
		{"one voter between five and seven", "more than 5 voters", "less than 7 voters", Agrees},
		{"ranges that share an end", "10..12 million USD", "12..15 million USD", Agrees},
		{"ranges apart", "10..12 million USD", "13..15 million USD", Contradicts},
		{"a number in a range", "10..12 million USD", "11 million USD", Agrees},
		{"an order of magnitude", "some 10 million USD", "12 million USD", Agrees},
		{"a little over it", "a little over some 10 million USD", "54.7 million USD", Contradicts},
		{"vague words", "several voters", "a few thousand voters", Agrees},
		{"vague words of two sizes", "hundreds of employees", "a few thousand employees", Contradicts},
		{"a vague word and a number", "hundreds of employees", "350 employees", Agrees},
		{"no number", "unquantified", "75 million USD", Agrees},
		{"no number and a rate", "unquantified", "1 million EUR per day", Agrees},
		{"no number twice", "unquantified", "unquantified", Agrees},
		{"no number is still money", "unquantified", "200 million followers", OtherUnit},
		{"voters and votes", "a few thousand voters", "a few tens of thousands of votes", OtherUnit},
		{"two currencies", "75 million USD", "75 million EUR", OtherUnit},
		{"two prices", "3 million USD", "5 million USD in 2024 prices", OtherUnit},
		{"the same prices", "3 million USD in 2024 prices", "5 million USD in 2024 prices", Contradicts},
		{"adjusted, perhaps to two years", "3 million USD adjusted for inflation", "5 million USD adjusted for inflation", OtherUnit},
		{"adjusted alike", "3 million USD adjusted for inflation", "3 million USD adjusted for inflation", Agrees},
		{"percentages with decimals", "more than 12.5 percent", "12.6 percent", Agrees},
		{"a percentage that does not reach its bound", "more than 12.5 percent", "12.5 percent", Contradicts},
		{"a rate and a sum", "1 million USD per day", "1 million USD", OtherBasis},
		{"two bases", "47 USD per cheque", "47 USD per pair of phone numbers", OtherBasis},
		{"two rates", "1 million USD per day", "1.5 million USD per day", Contradicts},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			a, b := mustParse(t, tt.a), mustParse(t, tt.b)
			if got := Agree(a, b); got != tt.want {
				t.Errorf("Agree(%v, %v) = %v, want %v", a, b, got, tt.want)
			}
			if got := Agree(b, a); got != tt.want {
				t.Errorf("Agree(%v, %v) = %v, want %v", b, a, got, tt.want)
			}
		})
	}
}

func TestAgreeProperties(t *testing.T) {
	if got := Agree(Quantity{}, Quantity{}); got != OtherUnit {
		t.Errorf("zero quantities: %v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawQuantity(t, "a"), drawQuantity(t, "b"), drawQuantity(t, "c")
		if got := Agree(a, a); got != Agrees {
			t.Errorf("%v and itself: %v", a, got)
		}
		ab, ba := Agree(a, b), Agree(b, a)
		if ab != ba {
			t.Errorf("%v and %v: %v one way, %v the other", a, b, ab, ba)
		}
		if a.kind == Unquantified || b.kind == Unquantified || c.kind == Unquantified {
			return
		}
		aLeast, aMost := a.Possible()
		bLeast, bMost := b.Possible()
		if ab == Agrees {
			if n := max(aLeast, bLeast); n < aLeast || n > aMost || n < bLeast || n > bMost {
				t.Errorf("%v and %v agree but not on %d", a, b, n)
			}
		}
		if ab == Agrees && Agree(b, c) == Agrees && Agree(a, c) == Agrees {
			cLeast, cMost := c.Possible()
			if max(aLeast, bLeast, cLeast) > min(aMost, bMost, cMost) {
				t.Errorf("%v, %v and %v agree in pairs but not all three", a, b, c)
			}
		}
	})
}
