package yamldoc

import (
	"strings"
	"testing"

	"receipts/internal/diag"
)

// A text has a length at most, which a page of a few hundred kilobytes is not.
func TestTextLength(t *testing.T) {
	for _, tt := range []struct {
		n    int
		want string
	}{{MaxText, ""}, {MaxText + 1, "the text has 4001 characters, and may have 4000"}} {
		src := []byte("title: " + strings.Repeat("é", tt.n) + "\n")
		form := Object("a page", []Field[Words]{Key("title", Required, Text, func(w *Words) *Words { return w }, "what it is called")})
		var diags diag.List
		var w Words
		Read("a.md", src, 0, form, &w, nil, &diags)
		got := ""
		if len(diags) > 0 {
			got = diags[0].Message
		}
		if got != tt.want {
			t.Errorf("%d characters: %q, want %q", tt.n, got, tt.want)
		}
	}
}
