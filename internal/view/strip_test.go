package view

import (
	"math/rand/v2"
	"testing"
)

// Wherever events lie and however long their names are, no label covers another
// or a stem, and none leaves the drawing.
func TestLabelsOfStrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	drawn := 0
	for range 2000 {
		marks := make([]StripMark, 3+random.IntN(12))
		for i := range marks {
			marks[i] = StripMark{X: stripMargin + random.IntN(40)*27, width: stripChar * (3 + random.IntN(40))}
		}
		rows, ok := fly(marks)
		if !ok {
			continue
		}
		drawn++
		for i, m := range marks {
			from, to := m.label()
			if from < 0 || to > stripWidth || m.row >= rows {
				t.Fatalf("%+v leaves the drawing", m)
			}
			for j, o := range marks {
				start, end := o.label()
				if i != j && m.row == o.row && from < end && start < to {
					t.Fatalf("%+v and %+v cover each other", m, o)
				}
				if o.row > m.row && from < o.X && o.X < to {
					t.Fatalf("%+v covers the stem of %+v", m, o)
				}
			}
		}
	}
	if drawn < 1000 {
		t.Errorf("only %d of 2000 could be drawn", drawn)
	}
}
