package render

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"receipts/internal/diag"
	"receipts/internal/layout"
	"receipts/internal/locale"
	"receipts/internal/source"
	"receipts/internal/view"
	"receipts/internal/yamldoc"
)

// Layouts are the parsed templates of layouts/: base.html around every page,
// one file for each kind of page, and partials/ for what several of them show.
// A template's name is its path, so that its errors lead to the file.
type Layouts struct {
	set    *template.Template
	engine engine // a layout.Program, in all but tests
	files  []source.File
	words  *locale.Locale
}

// An engine executes the templates of a set; tests compare several.
type engine interface {
	Execute(w io.Writer, name string, data any) error
}

const (
	layoutFolder  = "layouts/"
	partialFolder = layoutFolder + "partials/"
	baseLayout    = layoutFolder + "base.html"
	footLayout    = partialFolder + "foot.html"
)

// A Frame is the data of base.html: what every page has, and the page's own part.
type Frame struct {
	*view.Base
	Main template.HTML
	Foot template.HTML // the same on all pages
}

// NewLayouts parses the files of layouts/, for pages in a language.
func NewLayouts(files []source.File, assets *Assets, words *locale.Locale, base string) (*Layouts, diag.List) {
	var diags diag.List
	l := &Layouts{files: files, words: words}
	funcs := template.FuncMap{
		"t":      words.Message,
		"n":      words.Count,
		"forms":  func(key string) string { return formsForScripts(words, key) },
		"number": func(n int) string { return words.Number(int64(n)) },
		"digits": words.NumberTag,
		"asset":  func(name string) (assetView, error) { return assets.view(name, base) },
	}
	l.set = template.New("layouts").Funcs(funcs)
	program := layout.New(l.set, funcs)
	l.engine = program
	for _, f := range files {
		name := strings.TrimPrefix(f.Path, layoutFolder)
		_, isPage := view.ByLayout[name]
		switch {
		case path.Ext(name) != ".html":
			diags.AddHint(diag.UnknownLayout, diag.Place{File: f.Path}, "layouts are .html files", "move it to static/ if readers should have it")
			continue
		case !isPage && f.Path != baseLayout && !strings.HasPrefix(f.Path, partialFolder):
			diags.AddHint(diag.UnknownLayout, diag.Place{File: f.Path}, "no page is made with this layout", diag.DidYouMean(name, viewNames()))
			continue
		}
		if !yamldoc.CheckBytes(f.Path, f.Data, &diags) {
			continue
		}
		text := yamldoc.FirstVersion(f.Path, f.Data, &diags)
		if _, err := l.set.New(f.Path).Parse(string(text)); err != nil {
			diags = append(diags, layoutError(err, f, files))
		}
	}
	for _, name := range append([]string{"base.html"}, viewNames()...) {
		if path := layoutFolder + name; l.set.Lookup(path) == nil && len(diags) == 0 {
			diags.Add(diag.UnknownLayout, diag.Place{File: path}, "the layout is missing")
		}
	}
	if len(diags) > 0 {
		return l, diags
	}
	diags = l.check(assets)
	foldMessages(l.set, words)
	program.Prepare() // now, while pages are read
	return l, diags
}

// foot writes the foot, which base.html puts below every page.
func (l *Layouts) foot(foot *view.Foot) (template.HTML, error) {
	var b strings.Builder
	err := l.engine.Execute(&b, footLayout, foot)
	return template.HTML(b.String()), err
}

// execute writes a page: base.html around the page's own part.
func (l *Layouts) execute(w io.Writer, layout string, data view.Data, foot template.HTML) error {
	var main strings.Builder
	if err := l.engine.Execute(&main, layoutFolder+layout, data); err != nil {
		return err
	}
	return l.engine.Execute(w, baseLayout, Frame{data.InFrame(), template.HTML(main.String()), foot})
}

// formsForScripts is a message in all the plural forms that its language has, a line for
// each with its category and "other" last, in which a script puts a number for {}.
func formsForScripts(words *locale.Locale, key string) string {
	forms := words.Forms(key)
	other := forms["other"]
	delete(forms, "other")
	var lines []string
	for _, category := range slices.Sorted(maps.Keys(forms)) {
		lines = append(lines, category+" "+forms[category]+"\n")
	}
	return strings.ReplaceAll(strings.Join(lines, "")+"other "+other, "{1}", "{}")
}

// An assetView is a static file as a layout links to it.
type assetView struct{ URL, Integrity string }

func (a *Assets) view(name, base string) (assetView, error) {
	f := a.byName[name]
	if f == nil {
		return assetView{}, fmt.Errorf("there is no file %q in static/", name)
	}
	return assetView{base + f.path, f.integrity}, nil
}

// check reports messages and assets that layouts name and that do not exist.
func (l *Layouts) check(assets *Assets) diag.List {
	var diags diag.List
	for _, t := range l.set.Templates() {
		if t.Tree != nil {
			l.checkTree(t.Tree, assets, &diags)
		}
	}
	l.checkShown(&diags)
	return diags.Sorted()
}

func (l *Layouts) checkTree(tree *parse.Tree, assets *Assets, diags *diag.List) {
	each(tree.Root, func(n parse.Node) {
		c, ok := n.(*parse.CommandNode)
		if !ok {
			return
		}
		fn, ok := c.Args[0].(*parse.IdentifierNode)
		if !ok || len(c.Args) < 2 {
			return
		}
		arg, ok := c.Args[1].(*parse.StringNode)
		if !ok {
			return
		}
		place := diag.Place{File: tree.ParseName, Start: int(arg.Pos), End: int(arg.Pos) + len(arg.Quoted)}
		switch {
		case fn.Ident == "t" && !l.words.Has(arg.Text), fn.Ident == "n" && !l.words.Has(arg.Text+".other"):
			diags.AddHint(diag.UnknownMessage, place, `there is no message "`+arg.Text+`" in the catalogue`, diag.DidYouMean(arg.Text, l.words.Keys()))
		case fn.Ident == "asset" && assets.byName[arg.Text] == nil:
			diags.AddHint(diag.UnknownAsset, place, `there is no file "`+arg.Text+`" in static/`, diag.DidYouMean(arg.Text, assets.Names()))
		}
	})
}

var templatePlace = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?:executing "[^"]*" at (<.*?>): )?(.*)$`)

// startedAt is the end of a message on an action that is not closed on its line:
// the place of the mistake, while the error has the place where it was noticed.
var startedAt = regexp.MustCompile(`^(.*) started at ([^:]+):(\d+)$`)

// blockToken is a comment, whose words do not count, or an action that opens or ends
// a block.
var blockToken = regexp.MustCompile(`(?s)\{\{(?:- )?\s*(?:/\*.*?\*/|(if|range|with|define|block|end)\b.*?\}\})`)

// openBlock returns the place and the word of the last action in text that
// opens a block and has no {{end}}, or nil.
func openBlock(text string) (place []int, word string) {
	var open [][]int
	for _, m := range blockToken.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case m[2] < 0: // a comment
		case text[m[2]:m[3]] != "end":
			open = append(open, m)
		case len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return nil, ""
	}
	last := open[len(open)-1]
	return last[:2], text[last[2]:last[3]]
}

// layoutError turns an error of html/template into a diagnostic at its place.
func layoutError(err error, f source.File, files []source.File) diag.Diagnostic {
	d := diag.Diagnostic{Code: diag.LayoutSyntax, Place: diag.Place{File: f.Path}, Message: err.Error()}
	m := templatePlace.FindStringSubmatch(err.Error())
	if m == nil {
		return d
	}
	d.Message = m[5]
	if started := startedAt.FindStringSubmatch(d.Message); started != nil {
		d.Message, m[1], m[2] = started[1], started[2], started[3]
	}
	i := slices.IndexFunc(files, func(f source.File) bool { return f.Path == m[1] })
	if i < 0 {
		return d
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	text := string(files[i].Data)
	if d.Message == "unexpected EOF" {
		if block, word := openBlock(text); block != nil {
			d.Message, d.Hint = "{{"+word+"}} has no {{end}}", "write {{end}} where its part of the page ends"
			d.Place = diag.Place{File: m[1], Start: block[0], End: block[1]}
			return d
		}
	}
	start, end := lineStart(files[i].Data, line), len(text)
	if next := strings.IndexByte(text[start:], '\n'); next >= 0 {
		end = start + next
	}
	d.Place = diag.Place{File: m[1], Start: min(start+column, end), End: end}
	if what := strings.Trim(m[4], "<>"); what != "" && strings.HasPrefix(text[d.Place.Start:], what) {
		d.Place.End = d.Place.Start + len(what)
	}
	return d
}

// AsDiagnostic turns a fault of a layout while it was executed into a
// diagnostic. It is false for any other error.
func (l *Layouts) AsDiagnostic(err error) (diag.Diagnostic, bool) {
	var te *template.Error
	if !errors.As(err, &te) && !templatePlace.MatchString(err.Error()) {
		return diag.Diagnostic{}, false
	}
	d := layoutError(err, source.File{Path: layoutFolder}, l.files)
	d.Code = diag.LayoutData
	if endless := new(layout.EndlessError); errors.As(err, &endless) {
		d.Code, d.Hint = diag.EndlessLayout, "loop over a list of the page, and let no template call itself for the same data"
	}
	return d, true
}

func viewNames() []string { return slices.Sorted(maps.Keys(view.ByLayout)) }
