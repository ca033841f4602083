package render

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/site"
)

// DisagreementView is a point on which sources disagree.
type DisagreementView struct {
	Anchor      string
	About       string
	Kind        string
	Fact        Link
	Sides       []SideView
	Note        template.HTML
	Found       bool // by comparing the reports; nobody declared it
	Unexplained bool
}

// SideView is what one article says on the point, or several that say the same.
type SideView struct {
	Sources []SideSource
	Says    template.HTML
}

// SideSource is an article, and the words of it that are quoted.
type SideSource struct {
	Article Link
	Date    string
	Quote   *Quote
}

func (r *renderer) disagreement(d *site.Disagreement, on *page) (DisagreementView, error) {
	v := DisagreementView{
		Anchor: d.Anchor, Kind: r.t("disagreement." + d.Kind),
		Fact:  r.link(d.Fact.Path+"#"+d.Anchor, d.Fact.Title),
		Found: d.IsFound(), Unexplained: d.IsUnexplained(),
	}
	if v.Found {
		v.About = r.t("differ." + d.Aspect)
	} else {
		v.About = d.Front.About.Text
	}
	var err error
	if v.Note, err = r.html(d.Note, on); err != nil {
		return v, err
	}
	for _, s := range d.Sides {
		side, err := r.side(d, s, on)
		if err != nil {
			return v, err
		}
		v.Sides = append(v.Sides, side)
	}
	return v, nil
}

func (r *renderer) side(d *site.Disagreement, s site.Side, on *page) (SideView, error) {
	if !d.IsFound() {
		says, err := r.html(s.Says, on)
		return SideView{Says: says, Sources: []SideSource{r.sideSource(s.Article, s.Evidence)}}, err
	}
	var v SideView
	for _, rep := range s.Reports {
		v.Sources = append(v.Sources, r.sideSource(rep.Article, &rep.Evidence))
	}
	says, err := r.reported(d.Aspect, s.Reports[0], on)
	v.Says = says
	return v, err
}

func (r *renderer) sideSource(a *site.Article, e *content.Evidence) SideSource {
	return SideSource{
		Article: r.link(a.Path, r.outlet(a)), Date: r.words.ShortDate(a.Front.Source.Published.Date),
		Quote: r.quote(a, e),
	}
}

// reported is what a report says of one aspect of its fact.
func (r *renderer) reported(aspect string, rep *site.Report, on *page) (template.HTML, error) {
	switch aspect {
	case "amount":
		return r.layouts.html("amount.html", r.words.Quantity(rep.Amount.Quantity.Quantity))
	case "date":
		date := ""
		switch {
		case rep.Amount != nil:
			date = r.words.Date(rep.Amount.Period.Date)
		case rep.Event.Date.IsSet():
			date = r.words.Date(rep.Event.Date.Date)
		default:
			date = "“" + rep.Event.AsWritten.Text + "”"
		}
		return template.HTML(template.HTMLEscapeString(date)), nil
	case "states":
		var states []Party
		for _, s := range rep.Links.States {
			t, _ := r.site.Resolve(s.Code, "")
			states = append(states, Party{Link: Link{t.Href, t.Node.Title}})
		}
		return r.layouts.html("parties.html", states)
	}
	parties := rep.From
	if aspect == "to" {
		parties = rep.To
	}
	list, err := r.parties(parties, on)
	if err != nil {
		return "", err
	}
	return r.layouts.html("parties.html", list)
}

func (r *renderer) disagreements(list []*site.Disagreement, on *page) ([]DisagreementView, error) {
	var out []DisagreementView
	for _, d := range list {
		v, err := r.disagreement(d, on)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// DisagreementsPage lists every point on which sources differ.
type DisagreementsPage struct {
	Base
	Kinds       []DisagreementGroup
	Unexplained int
}

// DisagreementGroup is the points of one kind.
type DisagreementGroup struct {
	ID, Title, About string
	Points           []DisagreementView
}

// byKind lists the disagreements by kind, contradictions first, and of each
// kind those first that nobody has explained.
func (r *renderer) byKind() []*site.Disagreement {
	out := slices.Clone(r.site.Disagreements)
	rank := func(d *site.Disagreement) int {
		n := 2 * slices.Index(content.DisagreementKinds, d.Kind)
		if !d.IsUnexplained() {
			n++
		}
		return n
	}
	slices.SortStableFunc(out, func(x, y *site.Disagreement) int { return rank(x) - rank(y) })
	return out
}

func (r *renderer) disagreementsPage(all []*site.Disagreement, sh sheet) (view, error) {
	v := &DisagreementsPage{
		Base:        r.base("/disagreements/", "disagreements", r.t("nav.disagreements"), r.t("disagreements.description")),
		Unexplained: len(r.site.Unexplained()),
	}
	on := &page{renderer: r, path: "/disagreements/"}
	for _, d := range cut(all, sh, perSheetTexts) {
		if n := len(v.Kinds); n == 0 || v.Kinds[n-1].ID != d.Kind {
			v.Kinds = append(v.Kinds, DisagreementGroup{
				ID: d.Kind, Title: r.t("disagreement." + d.Kind), About: r.t("disagreement.about." + d.Kind),
			})
		}
		point, err := r.disagreement(d, on)
		if err != nil {
			return v, err
		}
		group := &v.Kinds[len(v.Kinds)-1]
		group.Points = append(group.Points, point)
	}
	return v, nil
}
