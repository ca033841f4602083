package changes

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever the statements are, each is in one couple, and no two equal ones are
// left as withdrawn and added.
func TestPair(t *testing.T) {
	drawn := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) statement {
		few := rapid.SampledFrom([]string{"", "a", "b"})
		s := statement{table: rapid.SampledFrom([]*table{reports, points}).Draw(t, "table"), at: few.Draw(t, "at"), quote: few.Draw(t, "quote")}
		s.values = make([]string, len(s.table.fields))
		s.values[0], s.values[len(s.values)-1] = few.Draw(t, "value"), few.Draw(t, "rest")
		return s
	}), 0, 6)
	rapid.Check(t, func(t *rapid.T) {
		was, is := drawn.Draw(t, "was"), drawn.Draw(t, "is")
		seen := map[*statement]int{}
		gone, come := map[string]bool{}, map[string]bool{}
		for _, c := range pair(was, is) {
			switch {
			case c.old == nil:
				come[shares[0](c.new)] = true
			case c.new == nil:
				gone[shares[0](c.old)] = true
			case c.old.table != c.new.table:
				t.Fatal("statements of different kinds are paired")
			}
			seen[c.old]++
			seen[c.new]++
		}
		for _, list := range [][]statement{was, is} {
			for i := range list {
				if seen[&list[i]] != 1 {
					t.Fatalf("a statement is told %d times", seen[&list[i]])
				}
			}
		}
		for whole := range gone {
			if come[whole] {
				t.Fatal("the same statement is withdrawn and added")
			}
		}
	})
}
