package build_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/verbatim"
)

// mistakes are diagnostics but for the one that the small site has: it comes
// without the texts of its sources.
func mistakes(all diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(all), func(d diag.Diagnostic) bool {
		return d.Code == diag.UnverifiedQuote && d.Place.File == verbatim.LockPath
	})
}

// A liveFS is a file system whose files change between two builds.
type liveFS struct{ files map[string]string }

func (l *liveFS) Open(name string) (fs.File, error) { return fixture.FS(l.files).Open(name) }

// A shuffledFS lists folders in another order each time, as file systems may.
type shuffledFS struct{ fs.FS }

func (s shuffledFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// An outcome is everything that a build says: routes with their bytes or their
// faults, diagnostics, and the texts that these point into.
type outcome struct {
	Files  int
	Diags  diag.List
	Routes map[string]string
	Order  []string
	Texts  map[string]string
}

func outcomeOf(t *testing.T, b *build.Builder) (outcome, *build.Result) {
	t.Helper()
	res, err := b.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o := outcome{Files: res.Files, Diags: res.Diags, Texts: map[string]string{}}
	o.Routes, o.Order = render(res)
	for _, d := range res.Diags {
		o.Texts[d.Place.File] = string(res.Text(d.Place.File))
	}
	return o, res
}

// render calls every route of a result.
func render(res *build.Result) (map[string]string, []string) {
	routes := map[string]string{}
	var order []string
	for _, r := range res.Routes {
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			d, ok := res.Explain(err)
			b.Reset()
			b.WriteString("fault: " + err.Error())
			if ok {
				b.WriteString(" at " + d.Place.File + ": " + d.Message)
			}
		}
		routes[r.Path] = b.String()
		order = append(order, r.Path)
	}
	return routes, order
}

// mustBuild builds files and expects no diagnostic.
func mustBuild(t *testing.T, root, defaults fs.FS, opt build.Options) outcome {
	t.Helper()
	o, res := outcomeOf(t, build.New(root, defaults, opt))
	if diags := mistakes(res.Diags); len(diags) > 0 {
		var b bytes.Buffer
		err := diag.Text(&b, diags, res.Text, false)
		t.Fatal(errors.Join(errors.New(b.String()), err))
	}
	return o
}

// differ is cmp.Diff, without its cost where there is no difference.
func differ(want, got any) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got)
}
