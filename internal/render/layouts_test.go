package render

import (
	"html/template"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jba/templatecheck"

	"receipts"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/source"
	"receipts/internal/view"
)

// builtIn returns the built-in files of a folder.
func builtIn(t testing.TB, folder string) []source.File {
	t.Helper()
	paths, err := source.List(receipts.Defaults, folder)
	if err != nil {
		t.Fatal(err)
	}
	var files []source.File
	for _, p := range paths {
		f, err := source.Read(receipts.Defaults, p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func builtInAssets(t testing.TB) *Assets {
	t.Helper()
	assets, diags := NewAssets(builtIn(t, "static"), "")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return assets
}

// Every layout names only what its struct has, and so do the partials it
// calls, with the data that it calls them with.
func TestLayoutsFitTheirViews(t *testing.T) {
	layouts, diags := NewLayouts(builtIn(t, "layouts"), builtInAssets(t), locale.English(), "")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	check := func(path string, data any) {
		t.Run(path, func(t *testing.T) {
			if err := templatecheck.CheckHTML(layouts.set.Lookup(path), data); err != nil {
				t.Error(err)
			}
		})
	}
	check(baseLayout, Frame{})
	check(footLayout, &view.Foot{})
	for name, v := range view.ByLayout {
		check(layoutFolder+name, v)
	}
}

// No partial is left over: a layout calls it or, as with the foot, the code does.
func TestPartialsAreUsed(t *testing.T) {
	var all strings.Builder
	all.WriteString(`{{template "` + footLayout + `"`)
	files := builtIn(t, "layouts")
	for _, f := range files {
		all.Write(f.Data)
	}
	for _, f := range files {
		if strings.HasPrefix(f.Path, partialFolder) && !strings.Contains(all.String(), `{{template "`+f.Path+`"`) {
			t.Errorf("no layout calls %s", f.Path)
		}
	}
}

// Layouts have no words of their own: what a reader reads comes from the
// catalogue or from the content.
func TestLayoutsHoldNoWords(t *testing.T) {
	for _, f := range builtIn(t, "layouts") {
		text := string(f.Data)
		var shown strings.Builder
		tag, action := false, false
		for i := 0; i < len(text); i++ {
			switch {
			case strings.HasPrefix(text[i:], "{{"):
				action = true
			case strings.HasPrefix(text[i:], "}}"):
				action = false
				i++
			case action:
			case text[i] == '<':
				tag = true
			case text[i] == '>':
				tag = false
				shown.WriteByte(' ')
			case !tag:
				shown.WriteByte(text[i])
			}
		}
		for word := range strings.FieldsSeq(shown.String()) {
			if strings.ContainsAny(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
				t.Errorf("%s says %q", f.Path, word)
			}
		}
	}
}

// What is wrong with a layout is said at its place.
func TestLayoutMistakes(t *testing.T) {
	for _, tt := range []struct {
		desc, file, give string
		at               string // the text of the place
		code             diag.Code
		message          string
	}{
		{"unclosed action", "fact.html", "<p>\n{{if .Title}}x", "{{if .Title}}", diag.LayoutSyntax, "{{if}} has no {{end}}"},
		{"unknown function", "fact.html", "<p>\n{{nope .Title}}", "{{nope .Title}}", diag.LayoutSyntax, `function "nope" not defined`},
		{"unknown message", "fact.html", `<p>{{t "fact.reportz"}}`, `"fact.reportz"`, diag.UnknownMessage, `there is no message "fact.reportz" in the catalogue`},
		{"unknown message in an if", "fact.html", `{{if .Title}}{{else}}{{t "nope"}}{{end}}`, `"nope"`, diag.UnknownMessage, `there is no message "nope" in the catalogue`},
		{"unknown message as an argument", "fact.html", `{{with (t "nope")}}{{.}}{{end}}`, `"nope"`, diag.UnknownMessage, `there is no message "nope" in the catalogue`},
		{"unknown count", "fact.html", `{{n "count.nope" 3}}`, `"count.nope"`, diag.UnknownMessage, `there is no message "count.nope" in the catalogue`},
		{"unknown asset", "fact.html", `{{with asset "stile.css"}}{{.URL}}{{end}}`, `"stile.css"`, diag.UnknownAsset, `there is no file "stile.css" in static/`},
		{"unknown asset in a chain", "fact.html", `{{(asset "none.svg").URL}}`, `"none.svg"`, diag.UnknownAsset, `there is no file "none.svg" in static/`},
		{"in a partial", "partials/receipt.html", `{{t "nope"}}`, `"nope"`, diag.UnknownMessage, `there is no message "nope" in the catalogue`},
		{"in the base", "base.html", `{{t "nope"}}`, `"nope"`, diag.UnknownMessage, `there is no message "nope" in the catalogue`},
		{"unknown layout", "facd.html", "x", "", diag.UnknownLayout, "no page is made with this layout"},
		{"not HTML", "notes.txt", "x", "", diag.UnknownLayout, "layouts are .html files"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var files []source.File
			path := layoutFolder + tt.file
			for _, f := range builtIn(t, "layouts") {
				if f.Path != path {
					files = append(files, f)
				}
			}
			files = append(files, source.File{Path: path, Data: []byte(tt.give)})
			_, diags := NewLayouts(files, builtInAssets(t), locale.English(), "")
			if len(diags) != 1 {
				t.Fatalf("%d diagnostics: %v", len(diags), diags)
			}
			d := diags[0]
			got := []string{string(d.Code), d.Place.File, tt.give[d.Place.Start:d.Place.End], d.Message}
			if diff := cmp.Diff([]string{string(tt.code), path, tt.at, tt.message}, got); diff != "" {
				t.Errorf("diagnostic (-want +got):\n%s", diff)
			}
		})
	}
}

// A layout that fails while a page is written says where.
func TestLayoutFaultWhileWriting(t *testing.T) {
	for _, tt := range []struct{ desc, give, at, message string }{
		{"unknown field", "<p>\n<b>{{.Title}}</b> {{.Titel}}", ".Titel", "can't evaluate field Titel in type *view.NotFoundPage"},
		{"no such element", "é {{index .Nav 99}}", "index .Nav 99", "error calling index: index out of range: 99"},
		{"a place that cannot be escaped", "<p {{.Title}}=\"{{.Title}}\">", "", ""},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			const path = layoutFolder + "404.html"
			var files []source.File
			for _, f := range builtIn(t, "layouts") {
				if f.Path == path {
					f.Data = []byte(tt.give)
				}
				files = append(files, f)
			}
			layouts, diags := NewLayouts(files, builtInAssets(t), locale.English(), "")
			if len(diags) > 0 {
				t.Fatal(diags)
			}
			err := layouts.execute(discard{}, "404.html", &view.NotFoundPage{Base: view.Base{Title: "x"}}, "")
			if tt.message == "" {
				return // what html/template can write, it writes safely
			}
			d, ok := layouts.AsDiagnostic(err)
			if !ok {
				t.Fatalf("%v is not the layout's", err)
			}
			got := []string{string(d.Code), d.Place.File, tt.give[d.Place.Start:d.Place.End], d.Message}
			if diff := cmp.Diff([]string{string(diag.LayoutData), path, tt.at, tt.message}, got); diff != "" {
				t.Errorf("diagnostic (-want +got):\n%s", diff)
			}
		})
	}
	if _, ok := (&Layouts{}).AsDiagnostic(fs.ErrClosed); ok {
		t.Error("a fault of the machine is put on a layout")
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// A message put into a layout is escaped as html/template would escape it.
func TestMessagesAreEscaped(t *testing.T) {
	words := locale.English()
	layouts := &Layouts{words: words}
	layouts.set = template.Must(template.New("x").Funcs(template.FuncMap{"t": words.Message}).
		Parse(`<p title="{{t "no.<&\"'>"}}">{{t "no.<&\"'>"}}</p>`))
	var plain, folded strings.Builder
	if err := template.Must(layouts.set.Clone()).Execute(&plain, nil); err != nil {
		t.Fatal(err)
	}
	foldMessages(layouts.set, words)
	if err := layouts.set.Execute(&folded, nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plain.String(), folded.String()); diff != "" {
		t.Errorf("(-html/template +folded):\n%s", diff)
	}
}
