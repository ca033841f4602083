package verbatim

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLocate(t *testing.T) {
	for _, tt := range []struct{ text, quote, want string }{
		{"Plus de «\u202f350\u00a0000\u202f» dollars.", `"350 000"`, "Plus de [«\u202f350\u00a0000\u202f»] dollars."},
		{"47 dollars, puis 147 dollars et 47\ndollars.", "47 dollars", "[47 dollars], puis 147 dollars et [47\ndollars]."},
		{"L’amende e\u0301tait lourde.", "l'amende était", "L’amende e\u0301tait lourde."},
		{"L’amende e\u0301tait lourde, e\u0301", "L'amende était lourde, é", "[L’amende e\u0301tait lourde, e\u0301]"},
		{"un porte-\n  parole, un porte-parole", "porte-parole", "un [porte-\n  parole], un [porte-parole]"},
		{"the o\ufb03ce…", "office...", "the [o\ufb03ce…]"},
		{"one", "", "one"},
		{"", "one", ""},
	} {
		var b strings.Builder
		last := 0
		for _, s := range NewText(tt.text).Locate(tt.quote) {
			b.WriteString(tt.text[last:s[0]] + "[" + tt.text[s[0]:s[1]] + "]")
			last = s[1]
		}
		if diff := cmp.Diff(tt.want, b.String()+tt.text[last:]); diff != "" {
			t.Errorf("%q in %q (-want +got):\n%s", tt.quote, tt.text, diff)
		}
	}
}

// A text with no broken word is folded as quotes are, and what is found in it is the
// quote.
func TestLocateFolds(t *testing.T) {
	words := rapid.SampledFrom([]string{"dollars", "350", "000", " ", "\u202f", "\n", "«", "»", "’", "e\u0301", "…", "\u00ad", "ﬁ", "-", ".", "日", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(words).Draw(t, "words"), "")
		if brokenLine.MatchString(text) {
			t.Skip()
		}
		if got, from := foldAt(text); got != fold(text) || len(from) != len(got) {
			t.Fatalf("%q folds to %q, want %q", text, got, fold(text))
		}
		cut := func(name string) int { return rapid.IntRange(0, len(text)).Draw(t, name) }
		quote := strings.ToValidUTF8(text[min(cut("a"), len(text)):], "")
		for _, s := range NewText(text).Locate(quote) {
			if fold(text[s[0]:s[1]]) != fold(quote) {
				t.Fatalf("%q is found as %q", quote, text[s[0]:s[1]])
			}
		}
	})
}
