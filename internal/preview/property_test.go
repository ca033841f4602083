package preview

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/edits"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// How many edits TestEdits makes, over all seeds.
const (
	seeds  = 4
	edited = 1000
)

// plainLayouts are layouts of the site's own. They leave out what is the same on
// every page, since the test spends its time on writing 90 pages twice.
var plainLayouts = map[string]string{
	"layouts/base.html":   `<title>{{.Title}}</title>{{with asset "style.css"}}<link href="{{.URL}}">{{end}}{{range .Nav}}{{.Href}} {{end}}{{.Main}}{{.Foot}}`,
	"layouts/state.html":  `{{.Title}}{{.Summary}}{{.Body}}{{template "layouts/partials/said.html" .Said}}{{template "layouts/partials/facts.html" .Facts}}{{template "layouts/partials/mentioned.html" .Mentioned}}`,
	"layouts/errors.html": `{{.Title}}{{range .Codes}}{{.Code}} {{end}}`,
}

// After each of a thousand edits, of every kind an author makes, the preview shows
// what a fresh build of the folder makes: every route, byte for byte, and every
// diagnostic.
func TestEdits(t *testing.T) {
	old := debug.SetGCPercent(400) // memory for time
	t.Cleanup(func() { debug.SetGCPercent(old) })
	steps := edited / seeds
	if testing.Short() {
		steps = 15 // for the race detector, which is slow
	}
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			site := fixture.Small()
			maps.Copy(site, plainLayouts)
			ed, err := edits.New(seed, site, receipts.Defaults)
			if err != nil {
				t.Fatal(err)
			}
			d := &saver{disk{t, t.TempDir()}, map[string]string{}}
			d.save(ed.Original, inPlace)
			root := &denied{FS: os.DirFS(d.folder)}
			m := newMirror(root, time.Now)
			warm := build.Over(m, source.FS(receipts.Defaults), build.Options{Drafts: true, Unwritten: true})
			var history []string
			whole := 0
			files := maps.Clone(ed.Original)
			for step := range steps {
				if step > 0 {
					history = append(history, ed.Edit(files))
				}
				told := d.save(files, habits[ed.IntN(len(habits))])
				c := change{paths: told}
				// Now and then a file or a folder cannot be read, or can again.
				switch denied := root.path; {
				case denied == "" && ed.IntN(12) == 0:
					p := ed.Pick(files)
					if ed.IntN(2) == 0 {
						p = path.Dir(p)
					}
					if root.deny(p); p == "." {
						root.deny("")
					}
					told[p] = true
					history = append(history, "deny "+p)
				case denied != "" && ed.IntN(2) == 0:
					root.deny("")
					told[denied] = true
					history = append(history, "allow "+denied)
				}
				if ed.IntN(10) == 0 {
					c = change{all: true}
				}
				m.refresh(c)
				got := outcomeOf(t, warm)
				want := outcomeOf(t, build.New(root, receipts.Defaults, build.Options{Drafts: true, Unwritten: true}))
				if !reflect.DeepEqual(want, got) {
					t.Fatalf("the preview differs from a fresh build (-fresh +preview):\n%s\nafter\n%s", cmp.Diff(want, got), strings.Join(history, "\n"))
				}
				if len(got.Routes) > 0 {
					whole++
				}
			}
			// Edits that only ever break the site would test diagnostics alone.
			t.Logf("%d of %d sites were whole", whole, steps)
			if whole < steps/8 {
				t.Errorf("only %d of %d sites were whole", whole, steps)
			}
		})
	}
}

// An outcome is the whole result of a build: routes with their bytes or their
// faults, and diagnostics with the texts that they point into.
type outcome struct {
	Fault  string
	Diags  diag.List
	Routes map[string]string
	Texts  map[string]string
}

// fresh is a builder that remembers nothing.
func fresh(folder string) *build.Builder {
	return build.New(os.DirFS(folder), receipts.Defaults, build.Options{Drafts: true, Unwritten: true})
}

func outcomeOf(t *testing.T, b *build.Builder) outcome {
	t.Helper()
	res, err := b.Build(context.Background())
	if err != nil {
		return outcome{Fault: err.Error()}
	}
	return outcomeOfResult(res)
}

func outcomeOfResult(res *build.Result) outcome {
	o := outcome{Diags: res.Diags, Routes: map[string]string{}, Texts: map[string]string{}}
	for _, d := range res.Diags {
		o.Texts[d.Place.File] = string(res.Text(d.Place.File))
	}
	for _, r := range res.Routes {
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			b.WriteString("fault: " + err.Error())
		}
		o.Routes[r.Path] = b.String()
	}
	return o
}

// A saver is a folder in which files are saved as editors save them.
type saver struct {
	disk
	files map[string]string
}

// save makes the folder contain the files and no others, and returns the paths
// that a watcher would name.
func (d *saver) save(files map[string]string, habit func(d *saver, name, text string)) map[string]bool {
	told := map[string]bool{}
	for name := range d.files {
		if _, ok := files[name]; !ok {
			d.must(os.Remove(d.path(name)))
			told[name] = true
		}
	}
	for name, text := range files {
		if old, ok := d.files[name]; ok && old == text {
			continue
		}
		// A file may have stood where there has to be a folder, and a folder
		// where there has to be a file.
		for dir := filepath.Dir(d.path(name)); len(dir) > len(d.folder); dir = filepath.Dir(dir) {
			if info, err := os.Stat(dir); err == nil && !info.IsDir() {
				d.must(os.Remove(dir))
			}
		}
		d.must(os.MkdirAll(filepath.Dir(d.path(name)), 0o755))
		habit(d, name, text)
		told[name] = true
	}
	d.files = maps.Clone(files)
	return told
}

// habits are the ways in which editors save.
var habits = []func(d *saver, name, text string){inPlace, byRenaming, likeVim, likeEmacs}

// inPlace cuts the file off and writes it (VS Code, nano, shells).
func inPlace(d *saver, name, text string) {
	d.must(os.WriteFile(d.path(name), []byte(text), 0o644))
}

// byRenaming writes a file beside it, to the disk, and renames that (JetBrains,
// Kate, many more).
func byRenaming(d *saver, name, text string) {
	beside := d.path(name) + []string{"___jb_tmp___", ".XkTq2A"}[len(text)%2]
	f, err := os.Create(beside)
	d.must(err)
	_, err = f.WriteString(text)
	d.must(err)
	d.must(f.Sync())
	d.must(f.Close())
	d.must(os.Rename(beside, d.path(name)))
}

// likeVim tests whether it may write, renames the old file to a backup, writes a
// new one, and deletes the backup.
func likeVim(d *saver, name, text string) {
	try := filepath.Join(filepath.Dir(d.path(name)), "4913")
	d.must(os.WriteFile(try, nil, 0o644))
	d.must(os.Remove(try))
	backup := d.path(name) + "~"
	err := os.Rename(d.path(name), backup)
	d.must(os.WriteFile(d.path(name), []byte(text), 0o644))
	if err == nil {
		d.must(os.Remove(backup))
	}
}

// likeEmacs has a lock, which is a link to nowhere, while it writes, and leaves a
// backup and an autosave file.
func likeEmacs(d *saver, name, text string) {
	folder, file := filepath.Split(d.path(name))
	lock := filepath.Join(folder, ".#"+file)
	linked := os.Symlink("author@desk.1234", lock) == nil // not where links need rights
	d.must(os.WriteFile(filepath.Join(folder, "#"+file+"#"), []byte(text), 0o644))
	if old, err := os.ReadFile(d.path(name)); err == nil {
		d.must(os.WriteFile(d.path(name)+"~", old, 0o644))
	}
	d.must(os.WriteFile(d.path(name), []byte(text), 0o644))
	if linked {
		d.must(os.Remove(lock))
	}
}
