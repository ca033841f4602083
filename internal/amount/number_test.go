package amount

import (
	"regexp"
	"testing"
)

// TestIsNumber compares isNumber with a regular expression, on all texts of up to
// five pieces.
func TestIsNumber(t *testing.T) {
	pattern := regexp.MustCompile(`^(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?$`)
	pieces := []string{"", "0", "7", "12", "350", "000", "1234", ",", ".", "-", " ", "a", "é"}
	numbers := 0
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				for _, d := range pieces {
					for _, e := range pieces {
						s := a + b + c + d + e
						want := pattern.MatchString(s)
						if got := isNumber(s); got != want {
							t.Fatalf("isNumber(%q) = %v", s, got)
						}
						if want {
							numbers++
						}
					}
				}
			}
		}
	}
	if numbers < 1000 {
		t.Errorf("only %d texts are numbers", numbers)
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range []string{"more than 75 million USD", "47,248 USD", "1 million USD per day", "a few thousand voters", "200 million followers"} {
			if _, err := Parse(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}
