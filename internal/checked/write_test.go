package checked_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"receipts/internal/checked"
	"receipts/internal/diag"
	"receipts/internal/source"
)

// Many who sign and ask at once, and an editor that writes the file meanwhile, lose
// nothing.
func TestWriteAtOnce(t *testing.T) {
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "content"), 0o777); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, filepath.FromSlash(checked.Path))
	all := reviews(t, asked("2")).All
	var wg sync.WaitGroup
	for _, name := range []string{"AB", "CD"} {
		for i, r := range all {
			wg.Go(func() {
				c := checked.Change{Review: r, Sign: &checked.Signature{Name: name, Role: "reading", On: "2026-11-29"}}
				if i%3 == 0 {
					c.Query = &checked.Query{By: name, On: "2026-11-29", Says: "Which?"}
				}
				if err := checked.Write(t.Context(), root, c); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := asked("2")
	files[checked.Path] = string(data)
	for i, r := range reviews(t, files).All {
		queries := 0
		if i%3 == 0 {
			queries = 2
		}
		if len(r.By) != 2 || len(r.Queries) != queries {
			t.Errorf("%s has the signatures %v and the queries %v", r.ID, r.By, r.Queries)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(root, "content", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A line that is not understood keeps the file as it is; a signature of words that were
// signed in another version since is refused.
func TestWriteRefused(t *testing.T) {
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "content"), 0o777); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, filepath.FromSlash(checked.Path))
	r := reviews(t, asked("1")).Of("ada")
	sign := checked.Change{Review: r, Sign: &checked.Signature{Name: "AB", Role: "reading", On: "2026-11-29"}}
	const damaged = "ada: {by: what}\n"
	if err := os.WriteFile(path, []byte(damaged), 0o666); err != nil {
		t.Fatal(err)
	}
	err := checked.Write(t.Context(), root, sign)
	if refused := new(checked.Refused); !errors.As(err, &refused) || len(refused.Diags) == 0 {
		t.Errorf("a damaged file is written: %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != damaged {
		t.Errorf("a damaged file was changed:\n%s", data)
	}

	files := asked("1")
	files["content/people/ada.md"] += "\nMore of her.\n"
	newer := signed(t, files, "CD")[checked.Path]
	if err := os.WriteFile(path, []byte(newer), 0o666); err != nil {
		t.Fatal(err)
	}
	err = checked.Write(t.Context(), root, sign)
	if bad := new(diag.Mistake); !errors.As(err, &bad) || !strings.Contains(bad.Message, "meanwhile") {
		t.Errorf("an older version is signed over a newer one: %v", err)
	}
}

// To sign twice as many items, and to restate them after a rename, takes about twice the
// memory, and not four times.
func TestManyItems(t *testing.T) {
	cost := func(n int) float64 {
		var items []checked.Item
		for i := range n {
			items = append(items, checked.Item{ID: fmt.Sprintf("page#%05d", i), Hash: "1-0000000000000000"})
		}
		none, _ := checked.Parse(source.File{})
		all := checked.Compare(items, none, 1)
		var changes []checked.Change
		for _, r := range all.All {
			changes = append(changes, checked.Change{Review: r, Sign: &checked.Signature{Name: "AB", Role: "reading", On: "2026-11-29"}})
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		signed, err := none.With(changes...)
		if err != nil {
			t.Fatal(err)
		}
		signed.Restated(all, all, func(old string) string { return old })
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	if few, many := cost(1000), cost(2000); many > 3*few {
		t.Errorf("1,000 items take %.0f bytes, 2,000 take %.0f", few, many)
	}
}

// A name and a role are one short line.
func TestNameIsShort(t *testing.T) {
	r := reviews(t, asked("1")).Of("ada")
	f, _ := checked.Parse(source.File{})
	long := strings.Repeat("é", 81)
	for _, s := range []checked.Signature{{Name: long, Role: "reading", On: "2026-11-29"}, {Name: "AB", Role: long, On: "2026-11-29"}} {
		if _, err := f.With(checked.Change{Review: r, Sign: &s}); err == nil || !strings.Contains(err.Error(), "81 characters") {
			t.Errorf("a signature of 81 characters: %v", err)
		}
	}
	f, err := f.With(checked.Change{Review: r, Sign: &checked.Signature{Name: "A\u2028\nB", Role: long[2:], On: "2026-11-29"}})
	if err != nil || !strings.Contains(string(f.Bytes()), `name: "A B"`) {
		t.Errorf("a name on two lines: %v\n%s", err, f.Bytes())
	}
}

// What no file of signatures can hold is refused, so that the next reader can read it.
func TestTextIsText(t *testing.T) {
	r := reviews(t, asked("1")).Of("ada")
	f, _ := checked.Parse(source.File{})
	for _, c := range []checked.Change{
		{Review: r, Sign: &checked.Signature{Name: "A\xff", Role: "reading", On: "2026-11-29"}},
		{Review: r, Sign: &checked.Signature{Name: "AB", Role: "A\u202eB", On: "2026-11-29"}},
		{Review: r, Query: &checked.Query{By: "AB", On: "2026-11-29", Says: "Which\x80?"}},
		{Review: r, Query: &checked.Query{By: "AB", On: "2026-11-29", Says: "\x00"}},
	} {
		if _, err := f.With(c); err == nil {
			t.Errorf("%v %v is written", c.Sign, c.Query)
		}
	}
}

// A query that a side of a merge has answered goes if both had it before.
func TestAnsweredInMerge(t *testing.T) {
	const asked = "ada: {queries: [{by: \"AB\", date: 2026-11-29, says: \"Which?\"}]}\n"
	for _, tt := range []struct {
		desc, ours, base, theirs string
		stays, unsure            bool
	}{
		{"answered there", asked, "||||||| b\n" + asked, "", false, false},
		{"answered here", "", "||||||| b\n" + asked, asked, false, false},
		{"asked here", asked, "||||||| b\n", "", true, false},
		{"answered nowhere", asked, "||||||| b\n" + asked, asked, true, false},
		{"no base", asked, "", "", true, true},
		{"no base, on both sides", asked, "", asked, true, false},
	} {
		f, _ := checked.Parse(source.File{Path: checked.Path, Data: []byte("<<<<<<< a\n" + tt.ours + tt.base + "=======\n" + tt.theirs + ">>>>>>> c\n")})
		if stays, unsure := len(f.Bytes()) > 0, len(f.Unsure()) > 0; !f.IsWhole() || stays != tt.stays || unsure != tt.unsure {
			t.Errorf("%s: stays %v, is unsure %v:\n%s", tt.desc, stays, unsure, f.Bytes())
		}
	}
}

// Whatever stands in the file, it is read with few mistakes whose places are in it, and
// what is written of it reads without any.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"",
		"# a comment\nada: {by: [{name: \"AB\", role: \"first\", date: 2026-11-29}], hash: 1-8ac616946565af51, fields: kind=7647 summary.fr=807c}\n",
		"first#a-fine.2: {queries: [{by: \"A \\\"B\\\"\", date: 2026-11-29, says: \"Which: {one}, [two]? # three\"}]}\n",
		"<<<<<<< HEAD\na: {by: [], hash: 1-8ac616946565af51}\n=======\na: {}\n>>>>>>> other\r\n",
		"<<<<<<< a\na: {queries: [{by: x, date: 2026-11-29, says: y}]}\n||||||| b\na: {queries: [{by: x, date: 2026-11-29, says: y}]}\n=======\n>>>>>>> c\n=======\n||||||| d\n>>>>>>> e\n",
		"a: {by: [{name: ~, role: \"\", date: 2026-02-30}], hash: 2-0, fields: x}\na: *b\n!!x: y\n\xff\x00: {}\n",
		"a: {queries: [{by: x, date: 2026-11-29, says: y}]}\na: {queries: [{by: z, date: 2026-11-29, says: y}]}\nb: c: d\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, diags := checked.Parse(source.File{Path: checked.Path, Data: data})
		if len(diags) > 100 {
			t.Errorf("%d mistakes", len(diags))
		}
		for _, d := range diags {
			if p := d.Place; p.File != checked.Path || p.Start < 0 || p.End < p.Start || p.End > len(data) {
				t.Errorf("%q is placed at %d to %d of %d bytes", d.Message, p.Start, p.End, len(data))
			}
		}
		if !file.IsWhole() && len(diags) == 0 {
			t.Error("a line is not understood, and nothing is said of it")
		}
		written := file.Bytes()
		again, diags := checked.Parse(source.File{Path: checked.Path, Data: written})
		if len(diags) > 0 || string(again.Bytes()) != string(written) {
			t.Errorf("what is written is read otherwise: %v\n%s", diags, fmt.Sprintf("%q", written))
		}
	})
}
