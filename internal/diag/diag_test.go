package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSorted(t *testing.T) {
	at := func(file string, start int) Place { return Place{File: file, Start: start, End: start + 1} }
	var l List
	l.Add("W001", at("b", 3), "later")
	l.Add("E002", at("b", 3), "second code")
	l.Add("E001", at("b", 3), "first code")
	l.Add("E001", at("b", 3), "first code")
	l.Add("E001", at("b", 3), "another message")
	l.AddHint("E009", at("a", 9), "other file", "do this")
	before := len(l)

	want := List{
		{Code: "E009", Place: at("a", 9), Message: "other file", Hint: "do this"},
		{Code: "E001", Place: at("b", 3), Message: "another message"},
		{Code: "E001", Place: at("b", 3), Message: "first code"},
		{Code: "E002", Place: at("b", 3), Message: "second code"},
		{Code: "W001", Place: at("b", 3), Message: "later"},
	}
	got := l.Sorted()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Sorted (-want +got):\n%s", diff)
	}
	if len(l) != before || l[0].Message != "later" {
		t.Error("Sorted changed its list")
	}
	errors, warnings := got.Count()
	if errors != 4 || warnings != 1 {
		t.Errorf("Count = %d, %d, want 4, 1", errors, warnings)
	}
}

// A message repeats little of a text that it refuses.
func TestEcho(t *testing.T) {
	var l List
	l.Add("E001", Place{}, `"`+strings.Repeat("é", 300)+`" is not "`+strings.Repeat("x", maxEcho)+`"`)
	want := `"` + strings.Repeat("é", maxEcho-1) + `…" is not "` + strings.Repeat("x", maxEcho) + `"`
	if got := l.Sorted()[0].Message; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	l = nil
	l.AddHint("E001", Place{}, "the number "+strings.Repeat("9", 300)+" is none", `write "`+strings.Repeat("9", 3000)+`"`)
	l.Add("E001", Place{Start: 1}, "nothing speaks of “"+strings.Repeat("a donor ", 300)+"”")
	if got := l.Sorted()[1].Message; len([]rune(got)) > maxEcho+len("nothing speaks of “…”") {
		t.Errorf("%s", got)
	}
	want = "the number " + strings.Repeat("9", maxEcho) + "… is none"
	if got := l.Sorted()[0]; got.Message != want || len(got.Hint) > maxAdvised+20 {
		t.Errorf("%s, %s\nwant %s", got.Message, got.Hint, want)
	}
}

func TestPosition(t *testing.T) {
	const text = "ab\ncafé €5\r\n\nlast"
	tests := []struct {
		desc       string
		start, end int
		want       Position
	}{
		{"the first byte", 0, 1, Position{1, 1, 1, 2}},
		{"a line end belongs to its line", 2, 3, Position{1, 3, 2, 1}},
		{"behind letters of several bytes, columns count bytes", 9, 12, Position{2, 7, 2, 10}},
		{"a carriage return is a byte of the line", 13, 14, Position{2, 11, 2, 12}},
		{"an empty line", 15, 15, Position{3, 1, 3, 1}},
		{"the end", 20, 20, Position{4, 5, 4, 5}},
		{"past the end", 99, 120, Position{4, 5, 4, 5}},
		{"before the beginning", -3, -1, Position{1, 1, 1, 1}},
		{"an end before the start", 5, 1, Position{2, 3, 2, 3}},
		{"several lines", 1, 17, Position{1, 2, 4, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got := Place{Start: tt.start, End: tt.end}.Position([]byte(text))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Position (-want +got):\n%s", diff)
			}
		})
	}
	if got := (Place{}).Position(nil); got != (Position{1, 1, 1, 1}) {
		t.Errorf("Position in no file = %v, want 1:1", got)
	}
}
