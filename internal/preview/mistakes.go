package preview

import (
	"html/template"
	"net/http"

	"receipts/internal/diag"
)

// A mistake is a diagnostic as a browser shows it: the words of the terminal,
// each in a field of its own. They are an author's text, which never becomes
// markup: html/template and textContent write them.
type mistake struct {
	Kind      string    `json:"kind"` // error, warning or fault
	File      string    `json:"file,omitempty"`
	Line      int       `json:"line,omitempty"`
	Column    int       `json:"column,omitempty"`
	Code      diag.Code `json:"code,omitempty"`
	Message   string    `json:"message"`
	Frame     string    `json:"frame,omitempty"`
	Hint      string    `json:"hint,omitempty"`
	Editor    string    `json:"editor,omitempty"` // address that opens the place
	Guide     string    `json:"guide,omitempty"`  // address that explains the code
	Related   []mistake `json:"related,omitempty"`
	Unwritten bool      `json:"unwritten,omitempty"`

	explanation diag.Explanation
}

// maxMistakes is how many a browser is told; the rest are in the terminal.
const maxMistakes = 60

// mistakes are what is wrong with an edition, errors first.
func (e *edition) mistakes(p *preview) []mistake {
	if e.fault != nil {
		return []mistake{{Kind: "fault", Message: e.fault.Error()}}
	}
	if e.current == nil {
		return []mistake{}
	}
	var errors, warnings diag.List
	for _, d := range e.current.Diags {
		if d.IsWarning() {
			warnings = append(warnings, d)
		} else {
			errors = append(errors, d)
		}
	}
	list := append(errors, warnings...)
	return p.describe(list[:min(len(list), maxMistakes)], e.current.Text)
}

func (p *preview) describe(list diag.List, files diag.Files) []mistake {
	out := []mistake{} // for JSON, in which nil is not an empty list
	for _, d := range list {
		m := p.place(d.Place, d.Message, files)
		m.Kind = "error"
		if d.IsWarning() {
			m.Kind = "warning"
		}
		m.Code, m.Hint, m.Unwritten = d.Code, d.Hint, d.Unwritten
		m.explanation, _ = diag.Explain(d.Code)
		m.Guide = p.guide(d.Code)
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

// guide is the address that explains a code, as long as a site is shown.
func (p *preview) guide(code diag.Code) string {
	shown := p.state.edition().shown
	if shown == nil {
		return ""
	}
	if _, ok := shown.Route("/guide/errors/"); !ok {
		return ""
	}
	return shown.Site.Href("/guide/errors/") + "#" + string(code)
}

var mistakesPage = template.Must(template.New("mistakes.html").Funcs(template.FuncMap{
	"plural": diag.Plural,
}).ParseFS(assets, "assets/mistakes.html"))

// An item is a mistake of the page of mistakes, which explains it right there.
type item struct {
	mistake
	Title, Text, Wrong, Right string
}

// mistakes answers with the page of mistakes: there is no other, since no build
// could be rendered yet, or this one could not.
func (p *preview) mistakes(w http.ResponseWriter, status int, name string, list []mistake) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	data := struct {
		Page  string
		Items []item
	}{Page: name}
	for _, m := range list {
		e := m.explanation
		data.Items = append(data.Items, item{m, e.Title, e.Text, e.Wrong, e.Right})
	}
	w.WriteHeader(status)
	if err := mistakesPage.Execute(w, data); err != nil {
		p.tell("the page of mistakes: %v", err)
	}
}

// At is where a mistake is, as the terminal writes it.
func (m mistake) At() string {
	if m.File == "" {
		return ""
	}
	return m.File + position(m.Line, m.Column)
}
