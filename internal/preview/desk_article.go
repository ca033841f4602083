package preview

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/desk"
	"receipts/internal/draft"
	"receipts/internal/site"
)

// articlesFolder is where the files of articles are.
const articlesFolder = "content/articles/"

// perList is how many articles one page of the list has: each is read for its numbers.
const perList = 25

// A listPage is the list of articles.
type listPage struct {
	frame
	Rows     []listRow
	Earlier  string // address of the page before; empty if this is the first
	Further  string
	NoTexts  bool // whether a row has no text
	Articles int
}

// A listRow is an article with its numbers.
type listRow struct {
	Title, Of        string
	Href, ReviewHref string
	IsDraft          bool
	Why              string // there is no text, or what is wrong with it
	HasText          bool
	desk.Counts
	standing
}

func (p *preview) deskList(w http.ResponseWriter, r *http.Request, e *edition, f frame) {
	f.Title, f.At = "Articles", "list"
	page := listPage{frame: f}
	all := articlesIn(e.current.Site)
	page.Articles = len(all)
	from, _ := strconv.Atoi(r.URL.Query().Get("from"))
	from = max(0, min(from, len(all)))
	to := min(from+perList, len(all))
	if from > 0 {
		page.Earlier = f.to(deskPath, "from", strconv.Itoa(max(0, from-perList)))
	}
	if to < len(all) {
		page.Further = f.to(deskPath, "from", strconv.Itoa(to))
	}
	for _, a := range all[from:to] {
		text := p.readText(e, a)
		row := listRow{
			Title: titleOf(a), Of: sourceOf(a), IsDraft: desk.FrontOf(a).Draft,
			Href: f.ArticleHref(a.ID), ReviewHref: f.to(deskReview, "article", a.ID),
			HasText: text.Reading != nil, Why: text.why,
			Counts: p.deskText(e, a, text).Counts,
		}
		for _, r := range e.current.Reviews.All {
			if r.Page == a.ID {
				row.standing.add(r)
			}
		}
		page.NoTexts = page.NoTexts || !row.HasText
		page.Rows = append(page.Rows, row)
	}
	p.deskWrite(w, r, "list", page, http.StatusOK)
}

// articlesIn are the articles of a site, those first that are only begun.
func articlesIn(s *site.Site) []*site.Article { return slices.Concat(s.Begun, s.Articles) }

// articleOf is the article with an id; nil if there is none.
func articleOf(e *edition, id string) *site.Article {
	for _, a := range articlesIn(e.current.Site) {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// titleOf is what an article is called: as long as it has no title, by its source.
func titleOf(a *site.Article) string {
	front := desk.FrontOf(a)
	return cmp.Or(content.Told(front.Title), content.Told(front.Source.Headline), a.ID)
}

// sourceOf says what an article summarises: who published it, and when.
func sourceOf(a *site.Article) string {
	s := desk.FrontOf(a).Source
	outlet := content.Told(s.Outlet)
	if a.Outlet != nil {
		outlet = a.Outlet.Title
	}
	known := slices.DeleteFunc([]string{outlet, s.Published.String()}, func(s string) bool { return s == "" })
	return strings.Join(known, ", ")
}

// An articlePage is the text of a source beside its summary.
type articlePage struct {
	frame
	Of       string // as in [listRow]
	Lang     string // of the source
	URL      string // of the source
	PageHref string // of the summary; empty if it is not shown
	Review   string
	Open     opener
	IsDraft  bool
	Why      string
	HasText  bool
	desk.Counts
	standing
	Blocks   []blockView
	Astray   []reportView
	Problems []mistake
}

// A blockView is a block of a text with what stands in it.
type blockView struct {
	*desk.Block
	Name     string // such as "Paragraph 7"; empty if the block before has the same
	ID       string // on the page; empty if a block above has the same
	Reports  []reportView
	Findings []findingView
}

// A reportView is a report, field by field.
type reportView struct {
	*desk.Report
	Fields     []fieldView
	Problems   []mistake
	Open       opener
	ReviewHref string
}

// A fieldView is a key of the summary with its value.
type fieldView struct {
	Name, Lang, Text string
	HasChanged       bool // since it was read
	IsKnown          bool // what it was then
	Was              string
}

// A findingView is what was found and not used, with the lines that would report it.
type findingView struct {
	*desk.Finding
	Text string // of the source
	YAML string
}

// blockViews are blocks with their names.
func blockViews(blocks []*desk.Block) (views []blockView) {
	kinds := map[byte]string{'P': "Paragraph ", 'H': "Intertitle ", 'T': "Title", 'C': "Standfirst", 'h': "Head"}
	seen := map[string]bool{}
	for i, b := range blocks {
		v := blockView{Block: b}
		if i == 0 || blocks[i-1].At != b.At {
			v.Name = kinds[b.At[0]] + strings.Trim(b.At, "PHTChead")
		}
		if !seen[b.At] {
			v.ID, seen[b.At] = b.At, true
		}
		views = append(views, v)
	}
	return views
}

func (p *preview) deskArticle(w http.ResponseWriter, r *http.Request, e *edition, f frame, id string) {
	a := articleOf(e, id)
	if a == nil {
		http.NotFound(w, r)
		return
	}
	front, text := desk.FrontOf(a), p.readText(e, a)
	whole := p.deskText(e, a, text)
	f.Title = titleOf(a)
	page := articlePage{
		frame: f, Of: sourceOf(a), Lang: front.Source.Language, URL: content.Told(front.Source.URL),
		Review: f.to(deskReview, "article", a.ID), Open: p.opener(r, e, a.Page.Place, ""), IsDraft: front.Draft,
		Why: text.why, HasText: text.Reading != nil, Counts: whole.Counts,
		Problems: p.describe(e, whole.Problems, e.current.Text),
	}
	for _, r := range e.current.Reviews.All {
		if r.Page == a.ID {
			page.standing.add(r)
		}
	}
	if e.shown != nil {
		if _, ok := e.shown.Route(a.Path); ok {
			page.PageHref = e.shown.Site.Href(a.Path)
		}
	}
	reports := func(list []*desk.Report) (out []reportView) {
		for _, rep := range list {
			view := reportView{Report: rep, Problems: p.describe(e, rep.Problems, e.current.Text), Open: p.opener(r, e, rep.Place, "")}
			view.Fields, _ = fieldViews(rep.Review, nil)
			view.Fields = slices.DeleteFunc(view.Fields, func(f fieldView) bool { return f.Lang != "" || f.Text == rep.Of() })
			view.ReviewHref = f.reviewHref(filter{Article: id}, rep.ID)
			out = append(out, view)
		}
		return out
	}
	lines := draft.Article{ID: a.ID, Source: draft.Document{Lang: page.Lang}, Site: e.current.Site}
	if text.Reading != nil {
		lines.Reading = *text.Reading
	}
	page.Blocks = blockViews(whole.Blocks)
	for i := range page.Blocks {
		view := &page.Blocks[i]
		view.Reports = reports(view.Block.Reports)
		for _, found := range view.Block.Findings {
			shown := findingView{Finding: found, Text: desk.Visible(text.Text[found.Start:found.End])}
			if found.Value != "" && found.Kind != draft.Name && found.Kind != draft.Citation {
				shown.YAML = lines.Lines(found.Finding)
			}
			view.Findings = append(view.Findings, shown)
		}
	}
	page.Astray = reports(whole.Astray)
	p.deskWrite(w, r, "article", page, http.StatusOK)
}
