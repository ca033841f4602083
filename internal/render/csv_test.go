package render

import (
	"encoding/csv"
	"strings"
	"testing"
)

func TestRowIsALine(t *testing.T) {
	var b strings.Builder
	out := &table{csv.NewWriter(&b)}
	out.row("a quote,\r\nin two\nlines", "b")
	out.w.Flush()
	if got, want := b.String(), "\"a quote, in two lines\",b\n"; got != want {
		t.Errorf("the row is %q, want %q", got, want)
	}
}

func TestInert(t *testing.T) {
	for _, tt := range []struct{ desc, give, want string }{
		{"words", "Money Musk has put in", "Money Musk has put in"},
		{"a number", "-1500000.50", "-1500000.50"},
		{"a formula", `=HYPERLINK("https://example.org")`, `'=HYPERLINK("https://example.org")`},
		{"after blanks", "  +1", "'  +1"},
		{"after a no-break space", "\u00a0@sum", "'\u00a0@sum"},
		{"a formula in full-width signs", "＝1＋1", "'＝1＋1"},
		{"full-width plus", "＋1", "'＋1"},
		{"full-width minus", "－1", "'－1"},
		{"full-width at", "＠sum", "'＠sum"},
		{"after an ideographic blank", "\u3000=1", "'\u3000=1"},
		{"a carriage return", "\r=1", "'\r=1"},
		{"a tab", "\tcmd", "'\tcmd"},
		{"a quote that begins with a dash", "-- said he", "'-- said he"},
		{"an open interval", "../2024-11-05", "../2024-11-05"},
	} {
		if got := inert(tt.give); got != tt.want {
			t.Errorf("%s: inert(%q) = %q, want %q", tt.desc, tt.give, got, tt.want)
		}
	}
}
