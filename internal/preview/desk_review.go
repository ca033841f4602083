package preview

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/desk"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// A filter says which items are reviewed. It stands in the addresses of a review.
type filter struct{ Article, Kind, State string }

// filterOf is what an address, or a form that was sent, asks for.
func filterOf(values url.Values) filter {
	return filter{values.Get("article"), values.Get("kind"), values.Get("state")}
}

// The states by which items are filtered.
const (
	unsigned   = "unsigned"
	hasChanged = "changed"
	hasQueries = "queries"
	isSigned   = "signed"
)

// isPart reports whether a filter takes an item, whatever is known of it.
func (f filter) isPart(r *checked.Review) bool {
	return (f.Article == "" || f.Article == r.Page) && (f.Kind == "" || f.Kind == string(r.Kind))
}

// takes reports whether a filter takes an item.
func (f filter) takes(r *checked.Review) bool {
	if !f.isPart(r) {
		return false
	}
	switch f.State {
	case unsigned:
		return r.IsUnsigned()
	case hasChanged:
		return r.HasChanged()
	case hasQueries:
		return len(r.Queries) > 0
	case isSigned:
		return r.IsChecked()
	}
	return true
}

// reviewHref is the address of an item in a review; of the first if id is empty.
func (s signer) reviewHref(f filter, id string) string {
	return s.to(deskReview, "article", f.Article, "kind", f.Kind, "state", f.State, "item", id)
}

// A standing is what is known of several items together. Drafts need no signature, and do
// not count.
type standing struct{ Items, Signed, Changed, Queries int }

func (s *standing) add(r *checked.Review) {
	s.Queries += len(r.Queries)
	if r.Draft {
		return
	}
	s.Items++
	switch {
	case r.HasChanged():
		s.Changed++
	case r.IsChecked():
		s.Signed++
	}
}

// An option is one of a list to choose from.
type option struct {
	Value, Label string
	IsChosen     bool
}

// A reviewPage shows one item.
type reviewPage struct {
	frame
	filter
	standing
	Articles, Kinds, States []option
	Number, Of              int // of the items that the filter takes; 0 if the item is none of them
	Next, Previous          string

	Item    *itemView // nil if there is none
	Token   string
	Message string // why what was asked was not done
	Note    string // that was written, and not taken
}

// An itemView is an item with what stands beside it.
type itemView struct {
	*checked.Review
	Fields   []fieldView
	Lost     []fieldView  // fields that are gone
	Why      string       // no text is shown; empty if one may be
	Sources  []sourceView // whose texts it rests on
	Problems []mistake
	Open     opener
}

// A sourceView is what the text of an article says on an item.
type sourceView struct {
	Title    string // of the article; empty if it is the only one
	Lang     string // of the text
	Blocks   []blockView
	Why      string // the text is missing, or what is wrong with it
	URL      string // of the source
	DeskHref string // of the article
}

// inOrder are the items of an edition in the order of its files.
func inOrder(e *edition) []*checked.Review {
	return slices.SortedFunc(slices.Values(e.current.Reviews.All), func(x, y *checked.Review) int {
		return cmp.Or(strings.Compare(x.Place.File, y.Place.File), x.Place.Start-y.Place.Start, strings.Compare(x.ID, y.ID))
	})
}

// around returns the items before and after one that a filter takes, or "", the number of
// that one among them, and how many they are.
func (f filter) around(all []*checked.Review, id string) (previous, next string, number, of int) {
	isPast := false
	for _, r := range all {
		takes := f.takes(r)
		if takes {
			of++
		}
		switch {
		case r.ID == id:
			isPast = true
			if takes {
				number = of
			}
		case takes && !isPast:
			previous = r.ID
		case takes && next == "":
			next = r.ID
		}
	}
	return previous, next, number, of
}

func (p *preview) deskReview(w http.ResponseWriter, r *http.Request, e *edition, f frame) {
	query := r.URL.Query()
	p.deskItem(w, r, e, reviewPage{frame: f, filter: filterOf(query)}, query.Get("item"), http.StatusOK)
}

// deskItem answers with one item of a review; with the first if id is empty.
func (p *preview) deskItem(w http.ResponseWriter, r *http.Request, e *edition, page reviewPage, id string, status int) {
	page.Title, page.At, page.Token = "Review", "review", p.token
	all := inOrder(e)
	for _, r := range all {
		if page.isPart(r) {
			page.standing.add(r)
		}
		if id == "" && page.takes(r) {
			id = r.ID
		}
	}
	page.choices(e.current.Site)
	previous, next, number, of := page.around(all, id)
	page.Number, page.Of = number, of
	if previous != "" {
		page.Previous = page.reviewHref(page.filter, previous)
	}
	if next != "" {
		page.Next = page.reviewHref(page.filter, next)
	}
	item := e.current.Reviews.Of(id)
	switch {
	case item != nil:
		page.Item = p.itemView(r, e, page.frame, item)
		page.Title = item.ID
	case id != "":
		page.Message = cmp.Or(page.Message, "There is no item "+id+" any more.")
		status = http.StatusNotFound
	}
	p.deskWrite(w, r, "review", page, status)
}

// choices fills in what the filter may be.
func (page *reviewPage) choices(s *site.Site) {
	page.Articles = []option{{"", "all pages", page.Article == ""}}
	isListed := page.Article == ""
	for _, a := range articlesIn(s) {
		page.Articles = append(page.Articles, option{a.ID, titleOf(a), a.ID == page.Article})
		isListed = isListed || a.ID == page.Article
	}
	if !isListed {
		page.Articles = append(page.Articles, option{page.Article, page.Article, true})
	}
	page.Kinds = []option{{"", "all kinds", page.Kind == ""}}
	for _, k := range checked.Kinds {
		page.Kinds = append(page.Kinds, option{string(k), string(k), string(k) == page.Kind})
	}
	for _, s := range []option{{Value: "", Label: "all"}, {Value: unsigned, Label: "not read yet"}, {Value: hasChanged, Label: "changed since"}, {Value: hasQueries, Label: "with queries"}, {Value: isSigned, Label: "read"}} {
		s.IsChosen = s.Value == page.State
		page.States = append(page.States, s)
	}
}

// itemView is an item with its text, field by field.
func (p *preview) itemView(r *http.Request, e *edition, f frame, item *checked.Review) *itemView {
	v := &itemView{Review: item, Open: p.opener(r, e, item.Place, "")}
	var before checked.History
	if p.History != nil {
		before = p.History(r.Context())
	}
	v.Fields, v.Lost = fieldViews(item, item.Versions(p.past.or(before)))
	for _, d := range e.current.Diags {
		isShown := d.Code == diag.ChangedSince || d.Code == diag.OpenQuery // field by field, and with its answer
		if !isShown && d.Place.File == item.Place.File && d.Place.Start >= item.Place.Start && item.Kind == checked.Report && d.Place.Start < desk.ItemEnd(e.current.Text(d.Place.File), item.Place.Start) {
			v.Problems = append(v.Problems, p.describe(e, diag.List{d}, e.current.Text)...)
		}
	}
	v.Sources, v.Why = p.sourceViews(e, f, item)
	return v
}

// sourceViews are the texts that an item rests on: a report and an article on that of the
// article, a fact on those that its reports and the sides of its disagreements quote. All
// else rests on none.
func (p *preview) sourceViews(e *edition, f frame, item *checked.Review) (all []sourceView, why string) {
	if item.Kind == checked.Note {
		return nil, ""
	}
	if strings.HasPrefix(item.Place.File, articlesFolder) {
		a := articleOf(e, item.Page)
		if a == nil {
			return nil, "The file has mistakes, for which its text is not shown."
		}
		var quotes []content.Evidence // none of what the page states beside its reports
		desk.FrontOf(a).EachReport(func(r *content.Report) {
			if r.Place == item.Place {
				quotes = desk.QuotesOf(r)
			}
		})
		return []sourceView{p.sourceView(e, f, a, quotes)}, ""
	}
	at := slices.IndexFunc(e.current.Site.Facts, func(f *site.Fact) bool { return f.Page != nil && f.Page.Path == item.Place.File })
	if at < 0 {
		return nil, ""
	}
	var articles []*site.Article
	quotes := map[*site.Article][]content.Evidence{}
	add := func(a *site.Article, more ...content.Evidence) {
		if a != nil && !slices.Contains(articles, a) {
			articles = append(articles, a)
		}
		quotes[a] = append(quotes[a], more...)
	}
	fact := e.current.Site.Facts[at]
	for _, r := range fact.Reports {
		add(r.Article, desk.QuotesOf(r.Report)...)
	}
	for _, d := range fact.Disagreements {
		for _, side := range d.Sides {
			if !d.IsFound() && !side.IsZero() {
				add(side.Article, *side.Evidence)
			}
		}
	}
	for _, a := range articles {
		if len(quotes[a]) > 0 {
			v := p.sourceView(e, f, a, quotes[a])
			v.Title = titleOf(a)
			all = append(all, v)
		}
	}
	return all, ""
}

// sourceView is the text of an article's source at some quotes; the whole without any.
func (p *preview) sourceView(e *edition, f frame, a *site.Article, quotes []content.Evidence) sourceView {
	s := desk.FrontOf(a).Source
	text := p.readText(e, a)
	v := sourceView{Lang: s.Language, URL: content.Told(s.URL), DeskHref: f.ArticleHref(a.ID), Why: text.why}
	if text.Reading == nil {
		return v
	}
	v.Blocks = blockViews(desk.Passages(text.Reading, quotes))
	if len(v.Blocks) == 0 {
		v.Why = cmp.Or(v.Why, "No quote stands in the text where it is said to stand.")
	}
	return v
}

// fieldViews are the fields of an item in the order of its file, those that have changed
// with what they were, and those that are gone.
func fieldViews(item *checked.Review, versions []checked.Version) (fields, lost []fieldView) {
	was := map[string]checked.Version{}
	for _, v := range versions {
		was[v.Name] = v
	}
	order := slices.SortedStableFunc(slices.Values(item.Fields), func(x, y checked.Field) int {
		other := func(f checked.Field) int { return strings.Compare(f.Place.File, item.Place.File) }
		return cmp.Or(other(x)*other(x)-other(y)*other(y), strings.Compare(x.Place.File, y.Place.File), x.Place.Start-y.Place.Start)
	})
	view := func(name, text string) fieldView {
		key, lang, _ := strings.Cut(name, ".")
		v := fieldView{Name: key, Lang: lang, Text: desk.Visible(text)}
		if before, ok := was[name]; ok {
			v.HasChanged, v.IsKnown, v.Was = true, before.HasWas, desk.Visible(before.WasWhole)
		}
		return v
	}
	has := map[string]bool{}
	words := map[string]string{} // of the original
	for _, f := range order {
		v := view(f.Name, f.Outline())
		has[f.Name] = true
		switch {
		case f.Name == "source-text": // its hash
			if !v.HasChanged {
				continue
			}
			v.Name, v.Text, v.HasChanged = "source", "another text than then", false
		case v.Lang == "":
			words[v.Name] = v.Text
		case v.Text == words[v.Name] && !v.HasChanged: // a name, which says what is translated
			continue
		}
		fields = append(fields, v)
	}
	for _, v := range versions {
		if !has[v.Name] {
			lost = append(lost, view(v.Name, ""))
		}
	}
	return fields, lost
}
