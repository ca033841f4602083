package yamldoc

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"receipts/internal/diag"
)

// A list on one line takes about as long as one with a line for each item, whatever is
// wrong with the items: a busy machine is as slow with both.
func TestLongLine(t *testing.T) {
	type mess struct {
		texts []Words
		meal  meal
	}
	form := Object("a mess", append([]Field[mess]{
		Key("texts", Optional, List(Text), func(m *mess) *[]Words { return &m.texts }, "what is written"),
	}, Part(func(m *mess) *meal { return &m.meal }, mealKeys)...))
	each := func(n int, item string) []string {
		items := make([]string, n)
		for i := range items {
			items[i] = strings.ReplaceAll(item, "%", fmt.Sprint(i))
		}
		return items
	}
	for _, tt := range []struct {
		desc, key string
		items     []string
	}{
		{"texts", "texts", each(100_000, "abc%")},
		{"with letters of two bytes", "texts", each(90_000, "é%")},
		{"quoted", "texts", each(60_000, `"\u00e9 %"`)},
		{"the same text", "texts", each(100_000, "abc")},
		{"unknown words", "drinks", each(20_000, "abc%")},
		{"unknown keys", "courses", each(20_000, "{hot: %}")},
		{"keys without a value", "courses", each(20_000, "{name: }")},
	} {
		read := func(src string) time.Duration {
			began := time.Now()
			var m mess
			var diags diag.List
			Read("f", []byte(src), 0, form, &m, nil, &diags)
			return time.Since(began)
		}
		block, flow := "name: a\n"+tt.key+":\n- "+strings.Join(tt.items, "\n- ")+"\n", "name: a\n"+tt.key+": ["+strings.Join(tt.items, ", ")+"]\n"
		lines, line := time.Hour, time.Hour
		for range 5 {
			lines, line = min(lines, read(block)), min(line, read(flow))
			if line <= 10*lines {
				break
			}
		}
		if line > 10*lines {
			t.Errorf("%s: one line takes %s, as many lines %s", tt.desc, line, lines)
		}
	}
}
