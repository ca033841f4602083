package yamldoc

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestAsWritten checks that a text which stands in the file as it reads needs no
// table: the table would say the same.
func TestAsWritten(t *testing.T) {
	pieces := []string{"a", "b c", "  ", "\n ", "''", "'", `\"`, `\\`, `\n`, `\x20`, "é", "\u00a0", ":", "#", "\t"}
	typed := 0
	for _, quote := range []string{"", "'", `"`} {
		for _, a := range pieces {
			for _, b := range pieces {
				for _, c := range pieces {
					src := []byte(quote + "x" + a + b + c + quote + "\nkey: value")
					var doc yaml.Node
					if yaml.Unmarshal(src[:len(src)-len("\nkey: value")], &doc) != nil || doc.Content[0].Kind != yaml.ScalarNode {
						continue
					}
					text, start := strings.TrimSpace(doc.Content[0].Value), len(quote)
					mark := byte(0)
					if quote != "" {
						mark = quote[0]
					}
					if !isAsWritten(src[start:], text, mark) {
						continue
					}
					typed++
					for i, at := range flowOffsets(src[start:], text, mark) {
						if at != i {
							t.Fatalf("%q: byte %d of %q is at %d", src, i, text, at)
						}
					}
				}
			}
		}
	}
	if typed < 500 {
		t.Errorf("only %d texts are as written", typed)
	}
}

func TestWithin(t *testing.T) {
	tests := []struct{ desc, src, text, part, want string }{
		{"plain", "key: a b c", "a b c", "b", "b"},
		{"folded", "key: >-\n  one\n  two three\n", "one two three", "two", "two"},
		{"white space in front", `key: "  one two"`, "one two", "two", "two"},
		{"escaped white space in front", `key: "\t\x20\_one two"`, "one two", "two", "two"},
		{"behind an escape", `key: "l\u2019an 47"`, "l’an 47", "47", "47"},
		{"behind a character of four bytes", `key: "\U0001F600\U0001F600 47"`, "\U0001F600\U0001F600 47", "47", "47"},
		{"a line that goes on", "key: \"one \\\n   two\"", "one two", "two", "two"},
		{"a doubled mark", "key: 'it''s two'", "it's two", "two", "two"},
		{"over lines", "key: one\n\n  two", "one\ntwo", "two", "two"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			start := strings.Index(tt.src, ": ") + 2
			if c := tt.src[start]; c == '"' || c == '\'' {
				start++
			}
			at := within([]byte(tt.src), start, tt.text)
			i := strings.Index(tt.text, tt.part)
			if got := tt.src[at(i) : at(i+len(tt.part)-1)+1]; got != tt.want {
				t.Errorf("%q stands at %q", tt.part, got)
			}
		})
	}
}
