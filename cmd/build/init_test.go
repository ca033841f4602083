package main

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

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
				// The states are there until a site can go without.
				if r.Layout == "" || slices.ContainsFunc([]string{"/states/", "/coverage/", "/data/"}, func(p string) bool { return strings.HasPrefix(r.Path, p) }) {
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
