package build_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
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
			live := &liveFS{maps.Clone(ed.original)}
			warm := build.New(live, receipts.Defaults, build.Options{})
			var (
				before      outcome
				beforeBuilt *build.Result
				history     []string
				whole       = 0
			)
			for step := range steps {
				if step > 0 {
					history = append(history, ed.edit(live.files))
				}
				got, res := outcomeOf(t, warm)
				want, _ := outcomeOf(t, build.New(mapFS(live.files), receipts.Defaults, build.Options{Jobs: 1}))
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
	live := &liveFS{maps.Clone(ed.original)}
	b := build.New(live, receipts.Defaults, build.Options{})
	want, _ := outcomeOf(t, b)
	for range 3 {
		var history []string
		for range 3 {
			history = append(history, ed.edit(live.files))
		}
		if _, err := b.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		live.files = maps.Clone(ed.original)
		got, _ := outcomeOf(t, b)
		if diff := differ(want, got); diff != "" {
			t.Fatalf("taking edits back leaves (-want +got):\n%s\nafter\n%s", diff, strings.Join(history, "\n"))
		}
	}
}

// An editor makes the edits of an author in a hurry.
type editor struct {
	*rand.Rand
	original map[string]string
	builtIn  map[string]string // layouts and static files
}

func newEditor(t *testing.T, seed uint64) *editor {
	t.Helper()
	ed := &editor{rand.New(rand.NewPCG(seed, seed)), smallSite(t), map[string]string{}}
	err := fs.WalkDir(receipts.Defaults, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(receipts.Defaults, p)
		ed.builtIn[p] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ed
}

// pick returns one key of m, the same for the same seed.
func pick[V any](ed *editor, m map[string]V) string {
	keys := slices.Sorted(maps.Keys(m))
	return keys[ed.IntN(len(keys))]
}

// edit changes files and says what it did.
func (ed *editor) edit(files map[string]string) string {
	name := pick(ed, files)
	lines := strings.SplitAfter(files[name], "\n")
	at := ed.IntN(len(lines))
	switch ed.IntN(12) {
	case 0:
		lines[at] += "Another line, on [[ada]] and 18 U.S.C. § 597.\n"
		files[name] = strings.Join(lines, "")
		return "add a line to " + name
	case 1:
		other := pick(ed, files)
		from := strings.SplitAfter(files[other], "\n")
		lines[at] = from[ed.IntN(len(from))]
		files[name] = strings.Join(lines, "")
		return "copy a line of " + other + " to " + name
	case 2:
		files[name] = strings.Join(slices.Delete(lines, at, at+1), "")
		return "delete a line of " + name
	case 3:
		delete(files, name)
		if len(files) == 0 {
			maps.Copy(files, ed.original)
		}
		return "remove " + name
	case 4:
		to := strings.Replace(name, ".md", "-two.md", 1)
		files[to] = files[name]
		return "copy " + name + " to " + to
	case 5:
		layout := pick(ed, ed.builtIn)
		added := []string{"<!-- mine -->", "\n", "{{.Nobody}}", "{{if}}", `{{t "no.such"}}`, `{{asset "none.css"}}`, "p { background: url(none.png) }"}
		files[layout] = ed.builtIn[layout] + added[ed.IntN(len(added))]
		return "change the built-in " + layout
	case 6:
		files["static/picture.png"] = strings.Repeat("x", ed.IntN(9))
		return "draw static/picture.png"
	case 7:
		files["content/pages/extra.md"] = "---\ntitle: Extra\nsummary: More on [[a-fine]].\n---\n\n## A part\n\nText.\n"
		return "add content/pages/extra.md"
	default: // mend
		for name := range files {
			if _, mine := ed.original[name]; !mine && ed.IntN(3) > 0 {
				delete(files, name)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(ed.original)) {
			if ed.IntN(10) > 0 {
				files[name] = ed.original[name]
			}
		}
		return "mend most files"
	}
}
