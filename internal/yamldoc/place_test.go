package yamldoc

import "testing"

func TestFlowEnd(t *testing.T) {
	tests := []struct {
		desc, give string
		want       int
	}{
		{"a list", "[a, b] # c", 6},
		{"a list in a list", "[[a], [b]]x", 10},
		{"a mapping", "{a: [b]}", 8},
		{"brackets in quotes", `["]", ']']`, 10},
		{"an apostrophe in a word", "[it's]", 6},
		{"over lines", "[a,\n b]", 7},
		{"never closed", "[a, b", 0},
		{"a quote never closed", `["a]`, 0},
		{"no list", "", 0},
	}
	for _, tt := range tests {
		if got := flowEnd([]byte(tt.give)); got != tt.want {
			t.Errorf("%s: flowEnd(%q) = %d, want %d", tt.desc, tt.give, got, tt.want)
		}
	}
}

func TestQuoteEnd(t *testing.T) {
	tests := []struct {
		desc, give string
		want       int
	}{
		{"double", `"a" b`, 3},
		{"an escaped mark", `"a\"b" c`, 6},
		{"an escaped backslash", `"a\\" c`, 5},
		{"single", `'a' b`, 3},
		{"a doubled mark", `'a''b' c`, 6},
		{"the other mark", `'a"b'`, 5},
		{"never closed", `"a`, 0},
		{"a backslash at the end", `"a\`, 0},
		{"nothing", "", 0},
	}
	for _, tt := range tests {
		if got := quoteEnd([]byte(tt.give)); got != tt.want {
			t.Errorf("%s: quoteEnd(%q) = %d, want %d", tt.desc, tt.give, got, tt.want)
		}
	}
}
