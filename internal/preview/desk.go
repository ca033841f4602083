package preview

import (
	"bytes"
	"cmp"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/desk"
	"receipts/internal/diag"
	"receipts/internal/draft"
	"receipts/internal/site"
	"receipts/internal/source"
)

// The desk has the text of a source beside its summary. The text is somebody else's,
// whole: it is for the author on her own machine, and leaves it in no other way. So the
// desk answers over loopback alone, not with -bare, and is no route: no build can write
// it. What it does is asked for by forms with the token of this run, see [guard].
//
// Its pages are made anew for each request and know nothing of each other: who reviews,
// and what is shown, stands in their addresses. They need no script; desk.js adds
// letters to go on with, and loads a page again when files have changed.

const (
	deskPath    = ownFolder + "desk/"
	deskArticle = deskPath + "articles/" // and the id of one
	deskReview  = deskPath + "review/"
	deskSign    = deskPath + "sign"
)

// sourcesFolder is where the texts of sources are, as the hint to "check -sources" has it.
const sourcesFolder = "sources"

// isDeskFor reports whether the sender of a request has a desk.
func (p *preview) isDeskFor(r *http.Request) bool { return !p.Bare && isOnThisMachine(r) }

// desk answers what is asked below [deskPath].
func (p *preview) desk(w http.ResponseWriter, r *http.Request) {
	if !p.isDeskFor(r) {
		http.NotFound(w, r)
		return
	}
	e := p.state.edition()
	if e.current == nil {
		p.mistakes(w, r, noPageYet, e.page, e.mistakes(p).Stops)
		return
	}
	f := frame{Files: e.files(p), Gone: e.gone, signer: signerOf(r.URL.Query())}
	if e.shown != nil {
		f.SiteHref = e.shown.Site.Base + "/"
	}
	if e.fault != nil {
		f.Fault = "The files cannot be read: " + e.fault.Error()
	}
	id, isArticle := strings.CutPrefix(r.URL.Path, deskArticle)
	switch {
	case r.URL.Path == deskPath:
		p.deskList(w, r, e, f)
	case isArticle && strings.HasSuffix(id, "/"):
		p.deskArticle(w, r, e, f, strings.TrimSuffix(id, "/"))
	case r.URL.Path == deskReview:
		p.deskReview(w, r, e, f)
	case r.URL.Path == deskSign:
		p.deskSign(w, r, e, f)
	default:
		http.NotFound(w, r)
	}
}

// A frame is what all pages of the desk have.
type frame struct {
	Title    string
	At       string // which page it is
	Files    string // as in [message]
	SiteHref string
	Fault    string
	Gone     string // as in [edition]
	signer
}

// A signer is who reviews, and as what. It goes from page to page in their addresses.
type signer struct{ By, Role string }

func signerOf(query url.Values) signer {
	return signer{strings.TrimSpace(query.Get("by")), strings.TrimSpace(query.Get("role"))}
}

// to is the address of a page of the desk, with what is asked of it in pairs of names
// and values.
func (s signer) to(path string, pairs ...string) string {
	query := url.Values{}
	for pair := range slices.Chunk(append(pairs, "by", s.By, "role", s.Role), 2) {
		if pair[1] != "" {
			query.Set(pair[0], pair[1])
		}
	}
	u := url.URL{Path: path, RawQuery: query.Encode()}
	return u.String()
}

// ListHref is the address of the list of articles.
func (s signer) ListHref() string { return s.to(deskPath) }

// ReviewHref is the address of the review of all.
func (s signer) ReviewHref() string { return s.to(deskReview) }

// ArticleHref is the address of the desk of an article.
func (s signer) ArticleHref(id string) string { return s.to(deskArticle + id + "/") }

// deskPages are the layouts of the desk.
var deskPages = template.Must(template.New("desk").Funcs(template.FuncMap{
	"plural": diag.Plural,
	"lines":  func(text string) int { return 1 + strings.Count(text, "\n") },
}).ParseFS(assets, "assets/desk.html"))

// deskPolicy lets a page of the desk load what is under /-/, and send its forms there.
const deskPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// deskWrite answers with a page of the desk.
func (p *preview) deskWrite(w http.ResponseWriter, r *http.Request, layout string, data any, status int) {
	var b bytes.Buffer
	if err := deskPages.ExecuteTemplate(&b, layout, data); err != nil {
		p.tell("the desk: %v", err)
		http.Error(w, "the page cannot be made", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", deskPolicy)
	h.Set("Referrer-Policy", "same-origin") // with none, forms would come without an origin
	h.Set("X-Robots-Tag", "noindex")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes())
	}
}

// theme serves the built-in stylesheet and its fonts to pages of the desk.
func (p *preview) theme(w http.ResponseWriter, r *http.Request, name string) {
	sendFile(w, r, p.Defaults, "static/"+name, ".css", ".woff2")
}

// An opener opens a place in the editor: by a form if the preview starts it, else by a
// link; see open.go.
type opener struct {
	Label string
	Link  string
	Token string
	File  string
	Line  int

	Column int
}

// opener is what opens a place for the sender of a request.
func (p *preview) opener(r *http.Request, e *edition, at diag.Place, label string) opener {
	pos := at.Position(e.current.Text(at.File))
	o := opener{Label: cmp.Or(label, at.File+position(pos.Line, pos.Column)), File: at.File, Line: pos.Line, Column: pos.Column}
	if p.launchesFor(r) {
		o.Token = p.token
	} else {
		o.Link = p.editorLink(at.File, pos.Line, pos.Column)
	}
	return o
}

// HREF is Link, which html/template would not let pass: the preview itself made it.
func (o opener) HREF() template.URL { return template.URL(o.Link) }

// texts are the texts of sources with what was found in them, for one edition: the names
// that a site knows are among it. A few are kept.
type texts struct {
	mu    sync.Mutex
	of    *edition
	known draft.Known
	byID  map[string]keptText
}

// A keptText is the text of an article's source as it was read last.
type keptText struct {
	text string
	*draft.Reading
	why string // what is wrong with the text
}

// mostTexts is how many texts are kept.
const mostTexts = 32

// readText reads the text of an article's source. Reading is nil without one, and why
// says what is wrong.
func (p *preview) readText(e *edition, a *site.Article) keptText {
	text, why := p.sourceText(a)
	if why != "" {
		return keptText{why: why}
	}
	kept := &p.texts
	kept.mu.Lock()
	defer kept.mu.Unlock()
	if kept.of != e {
		kept.of, kept.known, kept.byID = e, draft.KnownOf(e.current.Editions()...), map[string]keptText{}
	}
	if r, ok := kept.byID[a.ID]; ok && r.text == text {
		return r
	}
	if len(kept.byID) >= mostTexts {
		clear(kept.byID)
	}
	r := keptText{text: text}
	r.Reading, r.why = readSource(desk.FrontOf(a).Source, text, kept.known)
	kept.byID[a.ID] = r
	return r
}

// readSource reads a text. If it does not have the paragraphs that the summary states, it
// is cut anew.
func readSource(s content.Source, text string, known draft.Known) (*draft.Reading, string) {
	of := draft.Source{
		Text: text, Lang: s.Language, Headline: content.Told(s.Headline), Published: s.Published.Date,
		Paragraphs: s.Paragraphs, Currency: s.Currency,
	}
	if r, ok := draft.Read(of, known); ok {
		return &r, ""
	}
	of.Paragraphs = nil
	r, ok := draft.Read(of, known)
	if !ok {
		return nil, "The text has no paragraphs: no line of it ends a sentence."
	}
	return &r, "The text does not have the paragraphs that the summary states under “paragraphs”. Here they are counted anew, and quotes may stand elsewhere."
}

// sourceText is the text of an article's source, or why there is none.
func (p *preview) sourceText(a *site.Article) (text, why string) {
	file := sourcesFolder + "/" + a.ID + ".txt"
	info, err := source.Stat(p.Root, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", "There is no file " + file + "."
	case err != nil:
		return "", err.Error() + "."
	case info.Size() > draft.MaxText:
		return "", file + " is longer than texts of sources may be."
	}
	f, err := source.Read(p.Root, file)
	if err != nil {
		return "", err.Error() + "."
	}
	return string(f.Data), ""
}

// deskText is what the desk shows of an article.
func (p *preview) deskText(e *edition, a *site.Article, r keptText) *desk.Page {
	return desk.Of(a, e.current.Text(a.Page.Path), e.current.Reviews, e.current.Diags, r.Reading)
}
