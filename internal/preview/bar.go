package preview

import (
	"cmp"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/proof"
	"receipts/internal/site"
)

// A message tells a page of an edition. The bar at the page's foot shows it.
type message struct {
	Page  string  `json:"page"`  // as in [edition]
	Files string  `json:"files"` // names the files as they are now, for the desk
	Whole bool    `json:"whole"` // the site is shown as the files are now
	Took  float64 `json:"took"`  // milliseconds
	tally
	Styles  map[string]stylesheet `json:"styles"` // by address without the hash
	Missing bool                  `json:"missing"`
	Source  *mistake              `json:"source,omitempty"`
	From    string                `json:"from,omitempty"` // what a page is made of that has no file of its own
	Badges  []string              `json:"badges"`
	Lacking []mistake             `json:"lacking"` // facts on the page without full evidence
	Unread  *unread               `json:"unread,omitempty"`
	Token   string                `json:"token,omitempty"` // opens the editor; empty if links do
	Desk    string                `json:"desk,omitempty"`  // address of the desk, at the article of the page if it is of one
}

// An unread is how many items have not been read as they are now, and where they are listed.
type unread struct {
	Count int    `json:"count"`
	Href  string `json:"href"`
}

type stylesheet struct {
	Href      string `json:"href"`
	Integrity string `json:"integrity"`
}

// message is the message about e to the page that sends a request. With -bare it
// only says whether that page is the newest.
func (p *preview) message(e *edition, r *http.Request) message {
	if p.Bare {
		return message{Page: e.page, Whole: e.isWhole()}
	}
	m := p.messageAbout(e, r.URL.Query().Get("page"))
	if p.launchesFor(r) {
		m.Token = p.token
	}
	if p.isDeskFor(r) {
		m.Desk = deskOf(m.Source)
	}
	if !p.mayReadDrafts(r) { // the numbers stay
		m.Stops, m.Unwritten, m.Warnings = []mistake{}, []mistake{}, []mistake{}
		if m.Missing { // perhaps the page of a draft
			m.Source = nil
		}
	}
	if !isOnThisMachine(r) {
		for _, list := range []*[]mistake{&m.Stops, &m.Unwritten, &m.Warnings, &m.Lacking} {
			*list = unopened(*list)
		}
		if m.Source != nil {
			m.Source = &unopened([]mistake{*m.Source})[0]
		}
	}
	return m
}

// deskOf is the address of the desk of the article in whose file a page has its source,
// or of all articles.
func deskOf(source *mistake) string {
	if source == nil {
		return deskPath
	}
	original, _ := content.TranslationOf(source.File)
	id, ok := strings.CutPrefix(cmp.Or(original, source.File), articlesFolder)
	if !ok {
		return deskPath
	}
	return signer{}.ArticleHref(strings.TrimSuffix(id, ".md"))
}

// messageAbout is the message about e to the page at an address, the same for all
// browsers.
func (p *preview) messageAbout(e *edition, address string) message {
	m := message{
		Page: e.page, Files: e.files(p), Whole: e.isWhole(), Took: float64(e.took.Microseconds()) / 1000,
		tally: e.mistakes(p), Styles: map[string]stylesheet{}, Badges: []string{}, Lacking: []mistake{},
	}
	if e.shown == nil {
		return m
	}
	for _, s := range e.shown.Styles() {
		m.Styles[s.Name] = stylesheet{e.shown.Site.Base + s.Path, s.Integrity}
	}
	m.Unread = unreadIn(e.shown)
	p.about(&m, e, strings.TrimPrefix(address, e.shown.Site.Base))
	return m
}

// unreadIn counts what a site that asks for it has not had read; nil if it does not ask.
func unreadIn(res *build.Result) *unread {
	all := res.Reviews.Asked()
	if all == nil || !res.Site.Has("coverage") {
		return nil
	}
	u := &unread{Href: res.Site.Href("/coverage/#unread")}
	for _, r := range all.All {
		if r.IsUnsigned() {
			u.Count++
		}
	}
	return u
}

// about fills in what a message says of one page: its source, its badges, and
// which facts on it lack evidence.
func (p *preview) about(m *message, e *edition, address string) {
	route, exists := find(e, address)
	if !exists {
		// Perhaps the file is there and has mistakes.
		m.Missing = true
		if file := "content" + strings.TrimSuffix(address, "/") + ".md"; e.current != nil && e.current.Text(file) != nil {
			m.Source = p.source(e, file)
		}
		return
	}
	s := e.shown.Site
	n := route.About
	switch {
	case n == nil:
		m.From = madeFrom(s, route.Path)
		return
	case n.Page != nil && n.Page.Translation != "":
		m.Source = p.source(e, content.TranslationPath(n.Page.Path, n.Page.Translation))
	case n.Page != nil:
		m.Source = p.source(e, n.Page.Path)
	}
	for _, other := range e.shown.Others {
		if other.At(n.Path) == n {
			s = other
		}
	}
	var reports []*site.Report
	for _, a := range s.Articles {
		if &a.Node == n {
			reports = a.Reports
			m.Badges = append(m.Badges, badges(a, time.Now())...)
		}
	}
	if f := n.Fact(); f != nil {
		reports = f.Reports
		if m.Source == nil && len(reports) > 0 {
			at := p.place(reports[0].Place, "", e.shown.Text)
			at.Frame = ""
			m.Source = &at
		}
	}
	for _, e := range slices.Concat(s.People, s.Organizations) {
		if &e.Node == n {
			reports = slices.Concat(e.Paid, e.Received, e.Said)
		}
	}
	for _, q := range s.Questions {
		if &q.Node == n {
			reports = reportsOf(q.Facts)
		}
	}
	for _, st := range s.States {
		if &st.Node == n {
			reports = reportsOf(st.Facts)
		}
	}
	m.Lacking = p.lacking(e.shown.Proof, reports, e.shown.Text)
	for _, a := range s.Articles {
		rests := &a.Node != n && a.Front.Draft && slices.ContainsFunc(reports, func(r *site.Report) bool { return r.Article == a })
		if rests {
			m.Badges = append(m.Badges, "shows facts of "+a.ID+", which is a draft")
		}
	}
}

// source is the file that a page is made from, at the line of its first mistake,
// or else of the author's last edit.
func (p *preview) source(e *edition, file string) *mistake {
	at := p.place(diag.Place{File: file}, "", e.shown.Text)
	if line := e.edited[file]; line > 0 {
		at.Line = line
	}
	if e.current != nil {
		i := slices.IndexFunc(e.current.Diags, func(d diag.Diagnostic) bool { return d.Place.File == file })
		if i >= 0 {
			at.Line = e.current.Diags[i].Place.Position(e.current.Text(file)).Line
		}
	}
	at.Frame, at.Editor = "", p.editorLink(file, at.Line, 1)
	return &at
}

// madeFrom says what a page is made from that is not about one node.
func madeFrom(s *site.Site, address string) string {
	switch folder := path.Base(address); {
	case address == "/":
		return "content/site.yaml and all articles"
	case slices.Contains(content.Kinds, content.Kind(folder)):
		drafts := 0
		for _, a := range s.Articles {
			if a.Front.Draft {
				drafts++
			}
		}
		if folder == "articles" && drafts > 0 {
			return "content/articles/, with " + diag.Plural(drafts, "draft")
		}
		return "content/" + folder + "/"
	}
	return "several files"
}

func reportsOf(facts []*site.Fact) []*site.Report {
	var out []*site.Report
	for _, f := range facts {
		out = append(out, f.Reports...)
	}
	return out
}

// badges say why an article would not be published, or not yet.
func badges(a *site.Article, now time.Time) []string {
	var out []string
	if a.Front.Draft {
		out = append(out, "draft: left out by build")
	}
	for _, d := range []struct {
		what string
		day  content.Date
	}{{"published", a.Front.Source.Published}, {"read", a.Front.Source.Read}} {
		if day := d.day.String(); day > now.Format(time.DateOnly) {
			out = append(out, d.what+" "+day+", which is still to come")
		}
	}
	return out
}

// lacking lists the reports that do not show all their evidence, each with why.
func (p *preview) lacking(s *proof.Proof, reports []*site.Report, files diag.Files) []mistake {
	out := []mistake{}
	seen := map[*site.Report]bool{}
	for _, r := range reports {
		if seen[r] {
			continue
		}
		seen[r] = true
		why := ""
		switch {
		case !r.Quote.IsGiven():
			why = "no quote"
		case r.Partly:
			why = "the quote does not carry all of it"
		case !s.IsReportVerified(r):
			why = "the quote was not looked up in its source yet"
		default:
			continue
		}
		m := p.place(r.Place, why, files)
		m.Frame, m.Hint = "", r.Fact.Title
		out = append(out, m)
	}
	return out
}

// position is a place in a file as the terminal writes it.
func position(line, column int) string { return fmt.Sprintf(":%d:%d", line, column) }
