package content

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/source"
)

// FuzzParse checks that no text makes Parse panic, that every place it gives lies in
// the file, and that no invisible character comes in, under whatever name.
func FuzzParse(f *testing.F) {
	f.Add("content/articles/a.md", []byte(wholeArticle))
	for _, file := range scriptFiles(f) {
		f.Add(file.Path, file.Data)
	}
	for _, front := range []string{
		"a: [b, {c: d}]", "a: \"\\", "a: |9\n  b", "? [a]\n: b", "a: &b\nc: *b", "- - - a", "a: 'b\n\n  c'", "\"a\": b", "{a: b}", "a: >+2\n\n\n   b\n\n",
		"title: \"A\\u202Eb\\bc\\P\"", "summary: a &#x202E; b", "says: \"\\xe9 \\\n  [[x]]\"", "title: !<tag:x> y", "a: # c", "a:\n\u00a0b: c", "states:\n  - [a]: b", "source: {outlet: , by: [}", "%YAML 1.2\n---\na: b",
	} {
		f.Add("content/articles/a.md", []byte("---\n"+front+"\n---\n"))
	}
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		file := source.File{Path: path, Data: data}
		page, diags := Parse(file, DefaultLanguage, DefaultRegions)
		checkDiags(t, file, diags)
		if page == nil {
			if len(diags) == 0 {
				t.Error("no page and no reason")
			}
			return
		}
		checkPlaces(t, file, diags, reflect.ValueOf(page))
	})
}

// checkText looks for characters that are refused in a file.
func checkText(t *testing.T, s string) {
	t.Helper()
	if strings.ContainsFunc(strings.NewReplacer("\n", "", "\r\n", "", "\t", "", markdown.Gap, "").Replace(s), diag.IsInvisible) {
		t.Errorf("an invisible character is in %q", s)
	}
}

// FuzzParseConfig is the same for site.yaml.
func FuzzParseConfig(f *testing.F) {
	f.Add([]byte(wholeSite))
	for _, file := range scriptFiles(f) {
		if file.Path == ConfigPath {
			f.Add(file.Data)
		}
	}
	f.Add([]byte(""))
	f.Add([]byte("---\n---\n"))
	f.Add([]byte("vocabularies: {flows: {a: [], b: {}}}\nlanguages: [[en]]"))
	f.Add([]byte("languages: [en, fr, en]\nregions: none\n"))
	f.Add([]byte("languages: [fr-CA]\nregions: { one: { fr: province, en: province }, many: provinces, path: provinces, list: [{ code: QC, name: { fr: Québec }, row: 1, column: 1 }, { code: QC, name: \"\", row: 99 }, { code: '75', name: '75', ambiguous: true }] }\n"))
	f.Add([]byte("regions: { list: [[], { code: A, name: [a] }, { code: A-, id: a--b, name: é }] }\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.File{Path: ConfigPath, Data: data}
		config, diags := ParseConfig(file)
		if config.Lang() == "" {
			t.Error("the site is in no language")
		}
		checkDiags(t, file, diags)
		checkPlaces(t, file, diags, reflect.ValueOf(config))
	})
}

func checkDiags(t *testing.T, f source.File, diags diag.List) {
	t.Helper()
	for _, d := range diags {
		if d.Message == "" {
			t.Errorf("%s without a message", d.Code)
		}
		if _, ok := diag.Explain(d.Code); !ok {
			t.Errorf("%s is not explained", d.Code)
		}
		checkPlace(t, f, d.Place)
		for _, r := range d.Related {
			checkPlace(t, f, r.Place)
		}
	}
}

func checkPlace(t *testing.T, f source.File, p diag.Place) {
	t.Helper()
	if p == (diag.Place{}) {
		return // not given
	}
	if p.File != f.Path || p.Start < 0 || p.End < p.Start || p.End > len(f.Data) {
		t.Errorf("the place %+v is not in the file of %d bytes", p, len(f.Data))
	}
}

// checkPlaces looks at every place below v, and at every text. An invisible character in
// prose is reported, and stays there.
func checkPlaces(t *testing.T, f source.File, diags diag.List, v reflect.Value) {
	t.Helper()
	switch x := v.Interface().(type) {
	case diag.Place:
		checkPlace(t, f, x)
		return
	case *markdown.Doc:
		if x == nil {
			return
		}
		for _, ref := range x.Refs() {
			checkPlace(t, f, ref.Place)
			checkPlace(t, f, ref.FragmentPlace)
		}
		for _, l := range x.Links() {
			checkPlace(t, f, l.Place)
		}
		for _, h := range x.Headings() {
			checkPlace(t, f, h.Place)
		}
		for _, c := range x.Citations() {
			checkPlace(t, f, c.Place)
		}
		if isInvisible := func(d diag.Diagnostic) bool { return d.Code == diag.ControlChar }; slices.ContainsFunc(diags, isInvisible) {
			return
		}
		for _, p := range x.Passages() {
			checkText(t, p.Text)
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if v.String() != f.Path {
			checkText(t, v.String())
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			checkPlaces(t, f, diags, v.Elem())
		}
	case reflect.Map:
		for key, value := range v.Seq2() {
			checkPlaces(t, f, diags, key)
			checkPlaces(t, f, diags, value)
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkPlaces(t, f, diags, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				checkPlaces(t, f, diags, v.Field(i))
			}
		}
	}
}
