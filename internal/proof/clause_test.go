package proof

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// isDenied says what the rule put plainly says.
func TestIsDenied(t *testing.T) {
	plain := func(text string) bool {
		before := strings.Fields(strings.ToLower(text))
		return slices.ContainsFunc(before[max(0, len(before)-farDenial):], func(w string) bool {
			return slices.Contains(denying, strings.Trim(w, `.,;:()"“”`))
		})
	}
	pieces := []string{"deny", "Denied", "(rejects),", "“disputed”", "denier", "he", "", " ", "  ", "\n", "\u00a0", "\u2009", "é", ".", "ID", "\xff"}
	random := rand.New(rand.NewPCG(1, 2))
	denied := 0
	for range 20_000 {
		var b strings.Builder
		for range random.IntN(24) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			if random.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		got, want := isDenied(b.String()), plain(b.String())
		if got != want {
			t.Fatalf("isDenied(%q) = %v", b.String(), got)
		}
		if got {
			denied++
		}
	}
	if denied < 1000 {
		t.Errorf("only %d texts have a denial", denied)
	}
}
