package render

import (
	"html/template"
	"io/fs"
	"slices"
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
		{"in the base", "base.html", `{{t "nope"}}{{.Main}}`, `"nope"`, diag.UnknownMessage, `there is no message "nope" in the catalogue`},
		{"a base of another tool", "base.html", `<!doctype html><title>x</title>{{block "main" .}}{{end}}`, "", diag.EmptyLayout, "no page shows its content: nothing here says .Main"},
		{"a base that has .Main in a comment", "base.html", "<p>{{.Title}}<!-- {{.Main}} --></p>", "", diag.EmptyLayout, "no page shows its content: nothing here says .Main"},
		{"an empty base", "base.html", "\n", "", diag.EmptyLayout, "the layout shows nothing"},
		{"an empty partial", "partials/body.html", "", "", diag.EmptyLayout, "the layout shows nothing"},
		{"a partial of assignments", "partials/body.html", "{{$x := .}} ", "", diag.EmptyLayout, "the layout shows nothing"},
		{"a layout of a comment", "fact.html", "<!-- soon: <h1>{{.Title}}</h1> -->\n<!-- and\nmore -->", "", diag.EmptyLayout, "the layout shows nothing"},
		{"a layout of an empty part", "fact.html", `{{template "x" .}}{{define "x"}}{{if .Title}} {{end}}{{end}}`, "", diag.EmptyLayout, "the layout shows nothing"},
		{"a definition of another tool", "fact.html", "<p>{{-\tdefine\n`main`}}<p>{{end}}", "main", diag.EmptyLayout, `no layout calls "main"`},
		{"a definition that calls itself", "fact.html", `<p>{{define "main"}}{{template "main"}}{{end}}`, "main", diag.EmptyLayout, `no layout calls "main"`},
		{"a definition behind a comment on one", "fact.html", `{{/* as {{define "main"}} */}}<p>{{define "side"}}x{{end}}`, "side", diag.EmptyLayout, `no layout calls "side"`},
		{"bytes that are no text", "fact.html", "<p>caf\xe9", "\xe9", diag.NotUTF8, "the byte 0xE9 is not UTF-8"},
		{"a byte order mark", "fact.html", "\ufeff<p>", "\ufeff", diag.ControlChar, "the file begins with a byte order mark"},
		{"a character that turns text", "partials/body.html", "<p>a\u202eb", "\u202e", diag.ControlChar, "invisible character U+202E"},
		{"what a merge leaves", "base.html", "{{.Main}}\n<<<<<<< HEAD\n<p>\n=======\n>>>>>>> b", "<<<<<<< HEAD", diag.Conflict, "two versions of the file stand here: this line was written by a merge"},
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

// A base or a part may say .Main in other ways; a comment defines nothing.
func TestLayoutsThatShow(t *testing.T) {
	for _, tt := range []struct{ file, give string }{
		{"base.html", "<p>{{with .Main}}{{.}}{{end}}"},
		{"base.html", `{{template "all" .}}{{define "all"}}{{if .Title}}{{$.Main}}{{end}}{{end}}`},
		{"base.html", "<!-- {{.Title}} -->{{.Main}}"},
		{"fact.html", `{{/* as in Hugo: {{define "main"}} */}}<p>`},
		{"fact.html", `{{template "x" .}}{{define "x"}}{{block "y" .}}{{.Title}}{{end}}{{end}}`},
		{"partials/mine.html", `{{define "x"}}<p>{{end}}{{template "x"}}`},
	} {
		t.Run(tt.give, func(t *testing.T) {
			files := slices.DeleteFunc(builtIn(t, "layouts"), func(f source.File) bool { return f.Path == layoutFolder+tt.file })
			files = append(files, source.File{Path: layoutFolder + tt.file, Data: []byte(tt.give)})
			if _, diags := NewLayouts(files, builtInAssets(t), locale.English(), ""); len(diags) > 0 {
				t.Error(diags)
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
