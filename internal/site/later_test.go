package site

import (
	"fmt"
	"testing"
)

// The page of later developments goes thread by thread, and each has its address on the
// sheet that it stands on.
func TestLaterByThread(t *testing.T) {
	files := map[string]string{}
	for i := range OnLaterSheet {
		files[fmt.Sprintf("later/a-%02d.md", i)] = "---\ntitle: A\ndate: 2024-11-05\nsays: A.\nurl: https://example.org/\npublisher: A\nabout: fund\n---\n"
	}
	files["later/of-a-month.md"] = "---\ntitle: A\ndate: 2024-11\nsays: A.\nurl: https://example.org/\npublisher: A\nabout: fund\n---\n"
	s, diags := smallSite(t, map[string]string{"a": amounts(money("one", "9 USD"))}, files)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	list := s.LaterByThread()
	if len(list) != OnLaterSheet+1 {
		t.Fatalf("%d are listed", len(list))
	}
	if got, want := list[0].Path, "/later/#a-00"; got != want {
		t.Errorf("the first is at %s, want %s", got, want)
	}
	if got, want := list[OnLaterSheet].Path, "/later/2/#of-a-month"; got != want {
		t.Errorf("what is of the whole month is at %s, want %s", got, want)
	}
	if got := len(s.nodes["fund"].Later()); got != OnLaterSheet+1 {
		t.Errorf("%d stand on the page of the fund", got)
	}
}
