package checked_test

import (
	"context"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// asked returns the small site in two languages, which asks for so many signatures.
func asked(needed string) map[string]string {
	files := fixture.InFrench()
	files["content/site.yaml"] += "checked: " + needed + "\n"
	return files
}

func reviews(t *testing.T, files map[string]string) *checked.Reviews {
	t.Helper()
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return res.Reviews
}

// signed adds signatures of everything to a site.
func signed(t *testing.T, files map[string]string, names ...string) map[string]string {
	t.Helper()
	f, _ := checked.Parse(source.File{})
	for _, r := range reviews(t, files).All {
		for _, name := range names {
			var err error
			if f, err = f.With(checked.Change{Review: r, Sign: &checked.Signature{Name: name, Role: "first reading", On: "2026-11-29"}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	files = maps.Clone(files)
	files[checked.Path] = string(f.Bytes())
	return files
}

// changed are the items that have changed since they were signed, with their fields.
func changed(r *checked.Reviews) (list []string) {
	for _, r := range r.All {
		if r.HasChanged() {
			list = append(list, r.ID+": "+strings.Join(r.Changed, " "))
		}
	}
	return list
}

func TestSigned(t *testing.T) {
	files := signed(t, asked("1"), "AB")
	r := reviews(t, files)
	for _, item := range r.All {
		if !item.IsChecked() || item.HasChanged() {
			t.Errorf("%s is not checked: %+v", item.ID, item)
		}
	}
	if diags := r.Check(nil); len(diags) > 0 {
		t.Errorf("mistakes: %v", diags)
	}
	again, diags := checked.Parse(source.File{Path: checked.Path, Data: []byte(files[checked.Path])})
	if got := string(again.Bytes()); len(diags) > 0 || got != files[checked.Path] {
		t.Errorf("read otherwise than written: %v\n%s", diags, cmp.Diff(files[checked.Path], got))
	}
	files["content/site.yaml"] = strings.Replace(files["content/site.yaml"], "checked: 1", "checked: 2", 1)
	if diags := reviews(t, files).Check(nil); len(diags) != 1 || diags[0].Code != diag.NotChecked || !strings.Contains(diags[0].Message, "by one person") {
		t.Errorf("two are asked for, and one has signed: %v", diags)
	}
	if diags := reviews(t, signed(t, asked("2"), "AB", "CD")).Check(nil); len(diags) > 0 {
		t.Errorf("two have signed: %v", diags)
	}
	for _, names := range [][]string{{"AB", "ab"}, {"Zo\u00e9", "Zoe\u0301"}, {"A B", "A\u00a0B"}, {"AB", "A.B."}, {"AB", "\uff21\uff22"}, {"A B", "A  B"}, {"AB", "AB\ufe0f"}, {"AB", "A\u200dB"}} {
		if diags := reviews(t, signed(t, asked("2"), names...)).Check(nil); len(diags) != 1 {
			t.Errorf("one has signed twice, as %q: %v", names, diags)
		}
	}
	for _, names := range [][]string{{"Zo\u00e9", "Zoe"}, {"AB", "ABC"}, {"\u2665", "\u2666"}} {
		if diags := reviews(t, signed(t, asked("2"), names...)).Check(nil); len(diags) > 0 {
			t.Errorf("%q are one person: %v", names, diags)
		}
	}
}

func TestChanged(t *testing.T) {
	const first = "content/articles/first.md"
	for _, tt := range []struct {
		desc, file, old, new string
		want                 []string
	}{
		{"nothing", first, "a", "a", nil},
		{"a figure", first, "amount: more than 350,000 USD", "amount: more than 360,000 USD", []string{"first#a-fine: amount"}},
		{"a sentence", first, "The Gazette counts letters.", "The Gazette counts no letters.", []string{"first#letters: says"}},
		{"a translation", first, `translation: "several letters"`, `translation: "few letters"`, []string{"first#letters: translation"}},
		{"a comment", first, "dates:\n", "# what happened\ndates:\n", nil},
		{"quotation marks", first, `"plusieurs lettres"`, `'plusieurs lettres'`, nil},
		{"a line that is folded", first, "    says: The Gazette counts letters.", "    says: >-\n      The Gazette\n      counts letters.", nil},
		{"line ends", first, "\n", "\r\n", nil},
		{"the order of keys", first, "    quote: \"plusieurs lettres\"\n    translation: \"several letters\"\n", "    translation: \"several letters\"\n    quote: \"plusieurs lettres\"\n", nil},
		{"an accent in two characters", "content/people/ada.fr.md", "Écrit", "E\u0301crit", nil},
		{"a French sentence", "content/articles/first.fr.md", "La Gazette compte des lettres.", "La Gazette ne compte aucune lettre.", []string{"first#letters: says.fr"}},
		{"a text below the front matter", "content/pages/about.md", "\n---\n", "\n---\nOne more line.\n\n", []string{"about: body"}},
		{"the title of a person", "content/people/ada.md", "title: Ada", "title: Ida", []string{"ada: title"}},
		{"the site file", "content/site.yaml", "summary: It goes on.", "summary: It is over.", []string{"site.yaml: threads"}},
		{"an address that it had", "content/people/ada.md", "title: Ada", "aliases: [adah]\ntitle: Ada", nil},
		{"a list of one", first, "by: ada\n", "by: [ada]\n", nil},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := signed(t, asked("1"), "AB")
			if !strings.Contains(files[tt.file], tt.old) {
				t.Fatalf("%s has no %q", tt.file, tt.old)
			}
			files[tt.file] = strings.ReplaceAll(files[tt.file], tt.old, tt.new)
			if diff := cmp.Diff(tt.want, changed(reviews(t, files))); diff != "" {
				t.Errorf("changed (-want +got):\n%s", diff)
			}
		})
	}
}

// Everything that the site states is an item, but what the guide says.
func TestItems(t *testing.T) {
	want := []string{
		"52-usc-10307-c page", "a-court page", "a-fine page", "a-fine#court.example note", "a-part page", "a-ruling later", "about page", "ada page",
		"fine-print page", "first page", "first#PA report", "first#a-fine report", "first#a-part report", "first#a-warning report", "first#letters report",
		"first#may-it report", "first#the-ruling report", "gazette page", "may-it question", "money page", "second page", "second#a-fine report",
		"site.yaml page", "states/pennsylvania page",
	}
	var got []string
	for _, r := range reviews(t, asked("1")).All {
		got = append(got, r.ID+" "+string(r.Kind))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
}

// Reports of one fact and notes that lead to one host have numbers.
func TestNumbered(t *testing.T) {
	const file = `---
title: A story
claims:
  - fact: award
    says: One.
  - fact: award
    says: Two.
notes:
  - says: Three.
    url: https://www.example.org/a
  - says: Four.
    url: https://example.org/b
---
`
	var got []string
	for _, i := range checked.Items(checked.Source{File: source.File{Path: "content/articles/story.md", Data: []byte(file)}}, nil) {
		got = append(got, i.ID)
	}
	if diff := cmp.Diff([]string{"story", "story#award", "story#award.2", "story#example.org", "story#example.org.2"}, got); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
}
