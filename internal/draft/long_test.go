package draft

import (
	"strings"
	"testing"
	"time"
)

// A text that is hardly an article takes no longer than its length allows: a paragraph of
// nothing but figures, and one that has no end.
func TestLongTexts(t *testing.T) {
	k := known(t)
	for _, tt := range []struct{ lang, unit string }{
		{"en", "He paid $5 million on Oct. 5. "},
		{"en", "He paid $5 million on Oct. 5.\n"},
		{"fr", "Refusant de payer, il a payé 350 000 dollars, "},
	} {
		for _, size := range []int{9_000, 60_000} {
			text := strings.Repeat(tt.unit, size/len(tt.unit)) + "End.\n"
			start := time.Now()
			if r, ok := Read(Source{Text: text, Lang: tt.lang, Published: day(t, "2024-10-21")}, k); !ok || len(r.Found) == 0 {
				t.Errorf("%q: nothing is found", tt.unit)
			}
			if took := time.Since(start); took > time.Minute {
				t.Errorf("%d bytes of %q took %v", size, tt.unit, took)
			} else {
				t.Logf("%d bytes of %q took %v", size, tt.unit, took)
			}
		}
	}
}
