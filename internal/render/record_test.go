package render

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// Any text is read back as it was.
func TestTextInRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.String().Draw(t, "text")
		var got string
		if err := json.Unmarshal(appendText(nil, want), &got); err != nil || got != want {
			t.Fatalf("%q is read back as %q: %v", want, got, err)
		}
	})
}
