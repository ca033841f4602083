package preview

import (
	"html/template"
	"net/http"

	"receipts/internal/diag"
)

// A mistake is a diagnostic as a browser shows it: the words of the terminal,
// each in a field of its own. They are an author's text and must never become
// markup, so only html/template and textContent write them.
type mistake struct {
	Kind    string    `json:"kind"` // error, warning or fault
	File    string    `json:"file,omitempty"`
	Line    int       `json:"line,omitempty"`
	Column  int       `json:"column,omitempty"`
	Code    diag.Code `json:"code,omitempty"`
	Message string    `json:"message"`
	Frame   string    `json:"frame,omitempty"`
	Hint    string    `json:"hint,omitempty"`
	Editor  string    `json:"editor,omitempty"` // address that opens the place
	Guide   string    `json:"guide,omitempty"`  // address that explains the code
	Related []mistake `json:"related,omitempty"`

	explanation diag.Explanation
}

// maxMistakes is how many mistakes of a kind a browser shows; the terminal has all.
const maxMistakes = 60

// A tally is what is wrong with an edition, by what it means for the page:
// mistakes that keep the newest from being shown, links to what is not written
// yet, and warnings. The numbers count all, including what the lists leave out.
type tally struct {
	Stops     []mistake `json:"stops"`
	Unwritten []mistake `json:"unwritten"`
	Warnings  []mistake `json:"warnings"`

	StopCount      int `json:"stopCount"`
	UnwrittenCount int `json:"unwrittenCount"`
	WarningCount   int `json:"warningCount"`
}

// mistakes returns the tally of an edition, made once for all pages.
func (e *edition) mistakes(p *preview) tally {
	e.tallying.Do(func() { e.tally = e.count(p) })
	return e.tally
}

func (e *edition) count(p *preview) tally {
	if e.fault != nil {
		return tally{Stops: []mistake{{Kind: "fault", Message: e.fault.Error()}}, Unwritten: []mistake{}, Warnings: []mistake{}, StopCount: 1}
	}
	var stops, unwritten, warnings diag.List
	if e.current != nil {
		for _, d := range e.current.Diags {
			switch {
			case d.IsWarning():
				warnings = append(warnings, d)
			case d.Unwritten:
				unwritten = append(unwritten, d)
			default:
				stops = append(stops, d)
			}
		}
	}
	describe := func(list diag.List) []mistake {
		return p.describe(e, toFillIn(list), e.current.Text)
	}
	t := tally{StopCount: len(stops), UnwrittenCount: len(unwritten), WarningCount: len(warnings), Stops: []mistake{}, Unwritten: []mistake{}, Warnings: []mistake{}}
	if e.current != nil {
		t.Stops, t.Unwritten, t.Warnings = describe(stops), describe(unwritten), describe(warnings)
	}
	return t
}

// toFillIn merges the mistakes about places that "new" has left to be filled in:
// one for each file, with the next place.
func toFillIn(list diag.List) diag.List {
	var out diag.List
	first := map[string]int{}
	count := map[string]int{}
	for _, d := range list {
		if d.Code != diag.Unfilled {
			out = append(out, d)
			continue
		}
		if count[d.Place.File]++; count[d.Place.File] == 1 {
			first[d.Place.File] = len(out)
			out = append(out, d)
		}
	}
	for file, at := range first {
		d := &out[at]
		if n := count[file]; n > 1 {
			d.Message = diag.Plural(n, "place") + " of this file are still to be filled in; this is the next"
		}
		d.Hint = "write over FILL IN and the words after it, which say what belongs here; an optional line may be deleted. The page appears once the last is filled in"
	}
	return out
}

// describe turns diagnostics into mistakes; e is the edition that they are shown
// with.
func (p *preview) describe(e *edition, list diag.List, files diag.Files) []mistake {
	out := []mistake{} // for JSON, in which nil is not an empty list
	for _, d := range list[:min(len(list), maxMistakes)] {
		m := p.place(d.Place, d.Message, files)
		m.Kind = "error"
		if d.IsWarning() {
			m.Kind = "warning"
		}
		m.Code, m.Hint = d.Code, d.Hint
		m.explanation, _ = diag.Explain(d.Code)
		m.Guide = e.guide(d.Code)
		for _, r := range d.Related {
			m.Related = append(m.Related, p.place(r.Place, r.Note, files))
		}
		out = append(out, m)
	}
	return out
}

func (p *preview) place(at diag.Place, message string, files diag.Files) mistake {
	text := files(at.File)
	pos := at.Position(text)
	return mistake{
		File: at.File, Line: pos.Line, Column: pos.Column, Message: message,
		Frame: diag.Frame(at, text), Editor: p.editorLink(at.File, pos.Line, pos.Column),
	}
}

// guide is the address of a code's explanation; "" as long as no site is shown.
func (e *edition) guide(code diag.Code) string {
	if e.shown == nil {
		return ""
	}
	page := "/guide/errors/" + diag.GroupOf(code).ID + "/"
	if _, ok := e.shown.Route(page); !ok {
		return ""
	}
	return e.shown.Site.Href(page) + "#" + string(code)
}

var mistakesPage = template.Must(template.New("mistakes.html").Funcs(template.FuncMap{
	"plural": diag.Plural,
}).ParseFS(assets, "assets/mistakes.html"))

// An item is a mistake with its explanation, for the page of mistakes.
type item struct {
	mistake
	Title, Text, Wrong, Right string
}

// Headings of the page of mistakes.
const (
	noPageYet   = "There is no page to show yet"
	thisPageNot = "This page cannot be made"
)

// mistakes answers with the page of mistakes, where no build could be rendered yet
// or the page that was asked for could not.
func (p *preview) mistakes(w http.ResponseWriter, r *http.Request, heading, name string, list []mistake) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	data := struct {
		Heading string
		Page    string
		Items   []item
	}{Heading: heading, Page: name}
	if !p.mayReadDrafts(r) {
		list = nil
	}
	for _, m := range list {
		e := m.explanation
		data.Items = append(data.Items, item{m, e.Title, e.Text, e.Wrong, e.Right})
	}
	w.WriteHeader(http.StatusInternalServerError)
	if err := mistakesPage.Execute(w, data); err != nil {
		p.tell("the page of mistakes: %v", err)
	}
}

// unopened is list without the addresses that open an editor, for other machines: they
// say where on this one the files are.
func unopened(list []mistake) []mistake {
	out := make([]mistake, len(list)) // not nil, as in [preview.describe]
	for i, m := range list {
		m.Editor = ""
		if len(m.Related) > 0 {
			m.Related = unopened(m.Related)
		}
		out[i] = m
	}
	return out
}

// At is the place of a mistake, as the terminal writes it.
func (m mistake) At() string {
	if m.File == "" {
		return ""
	}
	return m.File + position(m.Line, m.Column)
}
