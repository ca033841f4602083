package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/locale"
)

// american is what the first site of the program was about.
var american = regexp.MustCompile(`USPS|\bFEC\b|U\.S\.|Trump|Musk|Pennsylvania|PAC\b|USD|\$|swing`)

// TestExamples checks that the sites of "init" have nothing to mend, show no word of
// another country, and stand on sources that are read for each quote.
func TestExamples(t *testing.T) {
	for _, lang := range exampleLanguages() {
		t.Run(lang, func(t *testing.T) {
			if !slices.Contains(locale.Languages(), lang) {
				t.Fatal("the words of pages are not built in")
			}
			list, err := exampleSite(lang, regionSets[0])
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range list {
				files[f.path] = string(f.data)
				if strings.Contains(string(f.data), "{{") && f.path != ".github/workflows/publish.yml" {
					t.Errorf("%s has a place that is not filled", f.path)
				}
			}
			res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{Unlisted: true}).Build(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range res.Diags {
				t.Errorf("%v", d)
			}
			pages := 0
			for _, r := range res.Routes {
				if r.Layout == "" {
					continue
				}
				pages++
				var out bytes.Buffer
				if err := r.Write(&out); err != nil {
					t.Fatal(err)
				}
				if found := american.FindString(out.String()); found != "" {
					t.Errorf("%s says %q", r.Path, found)
				}
			}
			if pages < 20 {
				t.Errorf("only %d pages", pages)
			}
		})
	}
}

// absent checks that no page of a site has a text: absent PATTERN FOLDER.
func absent(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: absent PATTERN FOLDER")
	}
	pattern, err := regexp.Compile(args[0])
	ts.Check(err)
	pages := 0
	site := os.DirFS(ts.MkAbs(args[1]))
	ts.Check(fs.WalkDir(site, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || path.Ext(p) != ".html" {
			return err
		}
		pages++
		data, err := fs.ReadFile(site, p)
		if found := pattern.Find(data); found != nil {
			ts.Fatalf("%s has %q", p, found)
		}
		return err
	}))
	if pages == 0 {
		ts.Fatalf("there is no page in %s", args[1])
	}
}

// What hosts run is made from what this repository has for them.
func TestOwnProgram(t *testing.T) {
	for name, text := range map[string]string{"workflow": ownWorkflow(), "netlify": ownNetlify()} {
		if strings.Count(text, ownProgram) != 1 || strings.Count(text, revision()) < 1 {
			t.Errorf("%s names no program:\n%s", name, text)
		}
		if strings.Contains(text, "go run") || strings.Contains(text, "PROGRAM: ${{") {
			t.Errorf("%s takes the site for the program:\n%s", name, text)
		}
	}
	if !strings.Contains(ownNetlify(), "git clone") {
		t.Error("Netlify fetches no program")
	}
}
