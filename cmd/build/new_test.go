package main

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/locale"
)

// A form asks for the same in each language, and for what the site file names.
func TestForms(t *testing.T) {
	asked := regexp.MustCompile(`FILL IN: [^"\n]*`)
	below := regexp.MustCompile(`(?s)---\n\n.*`)
	of := func(lang, kind string) (keys, words string) {
		text, err := templates.ReadFile("templates/" + lang + "/" + kind + ".md")
		if err != nil {
			t.Fatal(err)
		}
		words = string(text)
		return asked.ReplaceAllString(below.ReplaceAllString(words, "---\n"), "FILL IN"), words
	}
	for _, lang := range locale.Languages() {
		if files, _ := fs.Glob(templates, "templates/"+lang+"/*"); len(files) != len(templateNames()) {
			t.Errorf("%d forms in %s, and %d kinds", len(files), lang, len(templateNames()))
		}
		for _, kind := range templateNames() {
			want, english := of(content.DefaultLanguage, kind)
			keys, words := of(lang, kind)
			if diff := cmp.Diff(want, keys); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", kind, lang, diff)
			}
			for _, place := range []string{"{{today}}", "{{name}}", "{{language}}", "{{flows}}", "{{organizations}}", "FILL IN"} {
				if strings.Count(words, place) != strings.Count(english, place) {
					t.Errorf("%s in %s has another number of %s than in English", kind, lang, place)
				}
			}
		}
	}
}
