package render

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/site"
)

// QuestionsPage lists the legal questions.
type QuestionsPage struct {
	Base
	Questions []QuestionItem
}

// QuestionItem is a legal question in a list, with its status in the latest
// articles; its own page has all of them.
type QuestionItem struct {
	Link
	Short   string
	Summary template.HTML
	Stamps  []StampIn
	Earlier string // how many are not shown: "and 8 more"
}

// StampIn is a status as of one article.
type StampIn struct {
	Stamp
	Article Link
}

// QuestionPage is one legal question.
type QuestionPage struct {
	Base
	Short         string
	Summary       template.HTML
	Asked         []LegalView
	DoNotConclude []template.HTML
	Positions     []PositionView
	Law           []AuthorityItem
	Body          []BodyPart
	Facts         []FactItem
	Notes         []OutsideView
	Later         []OutsideView
	Checked       string
	Mentioned     []MentionGroup
	Cite          Citation
}

// PositionView is how one side puts its case.
type PositionView struct {
	Side   string
	Points []PointView
}

// PointView is one argument.
type PointView struct {
	Says      template.HTML
	By        []Party
	Publisher string
	URL       string
	Mark      string
}

// AuthorityItem is an authority in a list.
type AuthorityItem struct {
	Link
	Cite    string
	Kind    string
	Summary template.HTML
	Mark    string
}

// AuthoritiesPage lists every authority that is cited.
type AuthoritiesPage struct {
	Base
	Authorities []AuthorityItem
}

// AuthorityPage is one statute, rule or decision, with what rests on it.
type AuthorityPage struct {
	Base
	Cite      string
	Kind      string
	Summary   template.HTML
	Body      []BodyPart
	URL       string
	Publisher string
	Official  bool
	Date      string
	Mark      string
	ReadAt    string
	Facts     []FactItem // of the questions that rest on it
	Notes     []OutsideView
	Later     []OutsideView
	Mentioned []MentionGroup
	Citation  Citation // of our page
}

func (r *renderer) questions(sh sheet) view {
	v := &QuestionsPage{Base: r.base("/legal/", "questions", r.t("nav.legal"), r.t("legal.description"))}
	on := &page{renderer: r, path: "/legal/"}
	for _, q := range cut(r.site.Questions, sh, perSheetTexts) {
		item := r.questionItem(q)
		item.Summary = r.html(q.Front.Summary, on)
		v.Questions = append(v.Questions, item)
	}
	return v
}

func (r *renderer) questionItem(q *site.Question) QuestionItem {
	item := QuestionItem{Link: r.link(q.Path, q.Title), Short: q.Front.Short.Text}
	latest := latestAsked(q)
	for _, a := range latest {
		item.Stamps = append(item.Stamps, StampIn{r.stamp(a.Status), r.link(a.Article.Path, r.outlet(a.Article))})
	}
	if more := len(q.Asked) - len(latest); more > 0 {
		item.Earlier = r.words.Count("total.more", more)
	}
	return item
}

// maxAsked is how many articles a question in a list names. In a large archive
// hundreds ask the same, and many lists have it.
const maxAsked = 6

// latestAsked is how the latest articles put a question, oldest first.
func latestAsked(q *site.Question) []*site.Asked {
	return q.Asked[max(0, len(q.Asked)-maxAsked):]
}

// questionSheets is how many sheets the page of q has.
func questionSheets(q *site.Question) int {
	return max(sheets(len(q.Asked), perSheetTexts), sheets(len(q.Facts), perSheetLines), mentionSheets(&q.Node))
}

func (r *renderer) question(q *site.Question, sh sheet) view {
	on := &page{renderer: r, path: q.Path}
	v := &QuestionPage{
		Base:  r.base(q.Path, "question", q.Title, describe(r.plain(q.Front.Summary)), r.crumb("/legal/")),
		Short: q.Front.Short.Text, Mentioned: r.mentions(q.Mentions(), sh), Cite: r.cite(&q.Node),
	}
	if q.Front.Checked.IsSet() {
		v.Checked = r.words.Date(q.Front.Checked.Date)
	}
	v.Summary = r.html(q.Front.Summary, on)
	for _, a := range cut(q.Asked, sh, perSheetTexts) {
		l := r.legal(a, &page{renderer: r, path: q.Path, article: a.Article})
		v.Asked = append(v.Asked, l)
	}
	for _, w := range q.Front.DoNotConclude {
		h := r.html(w, on)
		v.DoNotConclude = append(v.DoNotConclude, h)
	}
	v.Positions = r.positions(q, on)
	for _, a := range q.Authorities {
		item := r.authorityItem(a, on)
		v.Law = append(v.Law, item)
	}
	v.Body = on.body(q.Page.Body.Pieces(on))
	for _, f := range cut(q.Facts, sh, perSheetLines) {
		v.Facts = append(v.Facts, r.factItem(f))
	}
	v.Notes = r.outsides(q.Front.Notes, on)
	v.Later = r.outsides(q.Front.Later, on)
	return v
}

func (r *renderer) positions(q *site.Question, on *page) []PositionView {
	var out []PositionView
	for _, p := range q.Front.Positions {
		side := PositionView{Side: p.Side.Text}
		for _, o := range p.Points {
			says := r.html(o.Says, on)
			point := PointView{Says: says, Publisher: o.Publisher.Text, URL: o.URL.Text}
			if o.Mark != content.Verified {
				point.Mark = r.t("mark." + string(o.Mark))
			}
			point.By = r.pointBy(o.By, on)
			side.Points = append(side.Points, point)
		}
		out = append(out, side)
	}
	return out
}

func (r *renderer) pointBy(by []content.Party, on *page) []Party {
	var out []Party
	for _, p := range by {
		if t, ok := r.site.Resolve(p.ID, ""); ok {
			out = append(out, Party{Link: Link{t.Href, t.Node.Title}})
			continue
		}
		words := r.html(p.Words, on)
		out = append(out, Party{Words: words})
	}
	return out
}

func (r *renderer) authorityItem(a *site.Authority, on *page) AuthorityItem {
	item := AuthorityItem{Link: r.link(a.Path, a.Title), Cite: a.Cite}
	if a.Front == nil {
		return item
	}
	item.Kind = r.t("authority." + a.Front.Kind)
	if a.Front.Mark != content.Verified {
		item.Mark = r.t("mark." + string(a.Front.Mark))
	}
	item.Summary = r.html(a.Front.Summary, on)
	return item
}

func (r *renderer) authorities(sh sheet) view {
	v := &AuthoritiesPage{Base: r.base("/law/", "authorities", r.t("nav.law"), r.t("law.description"))}
	on := &page{renderer: r, path: "/law/"}
	for _, a := range cut(r.site.Authorities, sh, 2*perSheetTexts) {
		item := r.authorityItem(a, on)
		v.Authorities = append(v.Authorities, item)
	}
	return v
}

// authoritySheets is how many sheets the page of a has.
func (r *renderer) authoritySheets(a *site.Authority) int {
	return max(sheets(len(r.factsUnder(a)), perSheetLines), mentionSheets(&a.Node))
}

// factsUnder lists the facts of the questions that rest on a.
func (r *renderer) factsUnder(a *site.Authority) []*site.Fact {
	var out []*site.Fact
	for _, q := range r.site.Questions {
		if slices.Contains(q.Authorities, a) {
			out = append(out, q.Facts...)
		}
	}
	return out
}

func (r *renderer) authority(a *site.Authority, sh sheet) view {
	on := &page{renderer: r, path: a.Path}
	v := &AuthorityPage{
		Cite: a.Cite, URL: a.URL, Publisher: a.Publisher, Official: a.Official, Mentioned: r.mentions(a.Mentions(), sh), Citation: r.cite(&a.Node),
	}
	description := r.t("authority.description", a.Cite)
	if f := a.Front; f != nil {
		description = r.plain(f.Summary)
		v.Kind, v.ReadAt = r.t("authority."+f.Kind), f.ReadAt.Text
		if f.Date.IsSet() {
			v.Date = r.words.Date(f.Date.Date)
		}
		if f.Mark != content.Verified {
			v.Mark = r.t("mark." + string(f.Mark))
		}
		v.Summary = r.html(f.Summary, on)
		v.Notes = r.outsides(f.Notes, on)
		v.Later = r.outsides(f.Later, on)
		v.Body = on.body(a.Page.Body.Pieces(on))
	}
	for _, f := range cut(r.factsUnder(a), sh, perSheetLines) {
		v.Facts = append(v.Facts, r.factItem(f))
	}
	v.Base = r.base(a.Path, "authority", a.Title, describe(description), r.crumb("/law/"))
	return v
}
