package build_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/edits"
	"receipts/internal/fixture"
)

// After any edit a Builder that has built before says what a fresh one says,
// byte for byte, and what it said before the edit stays as it was.
func TestWarmEqualsCold(t *testing.T) {
	steps := 12
	if testing.Short() {
		steps = 4 // for the race detector, which is slow
	}
	for _, seed := range []uint64{1, 2} {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			ed := newEditor(t, seed)
			live := &liveFS{maps.Clone(ed.Original)}
			warm := build.New(live, receipts.Defaults, build.Options{})
			var (
				before      outcome
				beforeBuilt *build.Result
				history     []string
				whole       = 0
			)
			for step := range steps {
				if step > 0 {
					history = append(history, ed.Edit(live.files))
				}
				got, res := outcomeOf(t, warm)
				want, _ := outcomeOf(t, build.New(fixture.FS(live.files), receipts.Defaults, build.Options{Jobs: 1}))
				if diff := differ(want, got); diff != "" {
					t.Fatalf("a warm build differs from a fresh one (-fresh +warm):\n%s\nafter\n%s", diff, strings.Join(history, "\n"))
				}
				if beforeBuilt != nil && step%4 == 0 {
					again, _ := render(beforeBuilt)
					if diff := differ(before.Routes, again); diff != "" {
						t.Fatalf("an older result has changed (-before +now):\n%s\nafter\n%s", diff, strings.Join(history, "\n"))
					}
				}
				before, beforeBuilt = got, res
				if len(got.Routes) > 0 {
					whole++
				}
			}
			// Edits that only ever break the site would test diagnostics alone.
			t.Logf("%d of %d sites were whole", whole, steps)
			if whole < steps/4 {
				t.Errorf("only %d of %d sites were whole", whole, steps)
			}
		})
	}
}

// An edit that is taken back leaves no trace.
func TestUndo(t *testing.T) {
	ed := newEditor(t, 3)
	live := &liveFS{maps.Clone(ed.Original)}
	b := build.New(live, receipts.Defaults, build.Options{})
	want, _ := outcomeOf(t, b)
	for range 3 {
		var history []string
		for range 3 {
			history = append(history, ed.Edit(live.files))
		}
		if _, err := b.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		live.files = maps.Clone(ed.Original)
		got, _ := outcomeOf(t, b)
		if diff := differ(want, got); diff != "" {
			t.Fatalf("taking edits back leaves (-want +got):\n%s\nafter\n%s", diff, strings.Join(history, "\n"))
		}
	}
}

// A file that is empty is not one that is missing: without a lock no quote was
// ever looked up, and with an empty one each of them is new.
func TestEmptyIsNotMissing(t *testing.T) {
	for _, name := range []string{"content/quotes.lock", "content/site.yaml"} {
		t.Run(name, func(t *testing.T) {
			live := &liveFS{fixture.Small()}
			b := build.New(live, receipts.Defaults, build.Options{})
			for _, desc := range []string{"as it was", "missing", "empty", "missing again"} {
				delete(live.files, name)
				switch desc {
				case "as it was":
					live.files = fixture.Small()
				case "empty":
					live.files[name] = ""
				}
				got, _ := outcomeOf(t, b)
				want, _ := outcomeOf(t, build.New(fixture.FS(live.files), receipts.Defaults, build.Options{}))
				if diff := differ(want, got); diff != "" {
					t.Fatalf("%s (-fresh +warm):\n%s", desc, diff)
				}
			}
		})
	}
}

// newEditor returns an editor of the small site in two languages.
func newEditor(t *testing.T, seed uint64) *edits.Editor {
	t.Helper()
	ed, err := edits.New(seed, fixture.InFrench(), receipts.Defaults)
	if err != nil {
		t.Fatal(err)
	}
	return ed
}
