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

// A feed says nothing of days that are still to come.
func TestTold(t *testing.T) {
	for keys, want := range map[string]string{
		"date: 2024\npublished: 2024-11-05\n":                       "2024-11-05",
		"date: 2024-11-01\npublished: 2024-11-05\nread: 2024-11-09": "2024-11-09",
		"date: 2030-01-01\npublished: 2024-11":                      "2024-11-01",
		"date: 2024-11":                                             "2024-11-01",
		"date: 2024-11-05/..":                                       "2024-11-05",
		"date: ../2024-11-05":                                       "2024-11-05",
	} {
		files := map[string]string{"later/it.md": "---\ntitle: A\nsays: A.\nurl: https://example.org/\npublisher: A\nabout: fund\n" + keys + "\n---\n"}
		s, diags := smallSite(t, map[string]string{"a": amounts(money("one", "9 USD"))}, files)
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		if got := s.LaterByThread()[0].Told().String(); got != want {
			t.Errorf("%q was told on %s, want %s", keys, got, want)
		}
	}
}
