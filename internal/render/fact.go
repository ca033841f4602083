package render

import (
	"html/template"
	"slices"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// FactPage is one fact with every report of it.
type FactPage struct {
	Base
	ID            string
	Type          string
	Flow          string // "payment promised", for money
	Summary       template.HTML
	Receipts      []Receipt
	Points        string // "Sources disagree on 5 points"
	Disagreements []DisagreementView
	Body          []BodyPart
	Notes         []OutsideView
	Later         []OutsideView
	PartOf        *Link
	Parts         []Link
	States        []Link
	Tiles         *TilesView // nil if it concerns no state
	Questions     []QuestionItem
	Mentioned     []MentionGroup
	Cite          Citation

	Beside string // what stands beside a single report: "where", "note", "mentioned" or nothing
}

// HasNote reports whether there is an editor's note.
func (v *FactPage) HasNote() bool { return len(v.Body) > 0 || len(v.Notes) > 0 }

// HasWhere reports whether there is a state, a legal question, a part or a whole.
func (v *FactPage) HasWhere() bool {
	return v.PartOf != nil || len(v.Parts) > 0 || len(v.States) > 0 || len(v.Questions) > 0
}

// Below reports whether the note, or where the fact belongs, stands in columns
// below the reports.
func (v *FactPage) Below() bool {
	return v.HasNote() && v.Beside != "note" || v.HasWhere() && v.Beside != "where"
}

// beside chooses what stands beside a single report, which would leave half of
// the page empty.
func (v *FactPage) beside() string {
	switch {
	case len(v.Receipts) != 1:
		return ""
	case v.HasWhere():
		return "where"
	case v.HasNote():
		return "note"
	case len(v.Mentioned) > 0:
		return "mentioned"
	}
	return ""
}

// FactsPage lists all facts by type.
type FactsPage struct {
	Base
	Groups []FactGroup
}

// FactGroup is the facts of one type.
type FactGroup struct {
	ID, Title string
	Facts     []FactItem
}

// FactItem is a fact in a list.
type FactItem struct {
	Link
	ID      string
	Amount  *locale.Quantity
	Date    string // of an event, if it has one
	Reports string // "2 reports"
	Differ  string // how accounts of it differ, in a few words; empty if they do not
}

func (r *renderer) fact(f *site.Fact, sh sheet) view {
	on := &page{renderer: r, path: f.Path}
	section, csv := "/facts/", ""
	switch f.Type {
	case site.Money:
		section, csv = "/amounts/", r.table("/amounts/amounts.csv")
	case site.Count:
		csv = r.table("/amounts/amounts.csv")
	case site.Event:
		section, csv = "/timeline/", r.table("/timeline/timeline.csv")
	}
	v := &FactPage{ID: f.ID, Points: r.points(f), Type: r.t("type." + string(f.Type)), Mentioned: r.mentions(f.Mentions(), sh), Cite: r.cite(&f.Node)}
	description := r.plain(f.Reports[0].Says)
	if f.Front != nil {
		if !f.Front.Summary.IsEmpty() {
			description = r.plain(f.Front.Summary)
		}
		v.Summary = r.html(f.Front.Summary, on)
		v.Notes = r.outsides(f.Front.Notes, on)
		v.Later = r.outsides(f.Front.Later, on)
		v.Body = on.body(f.Page.Body.Pieces(on))
	}
	v.Base = r.base(f.Path, "fact", f.Title, describe(description), r.crumb(section))
	for _, rep := range f.Reports {
		rc := r.receipt(rep, &page{renderer: r, path: f.Path, article: rep.Article})
		rc.OnFact, rc.CSV = true, csv
		v.Receipts = append(v.Receipts, rc)
		if v.Flow == "" && rc.Flow != nil {
			v.Flow = rc.Flow.Label
		}
	}
	v.Disagreements = r.disagreements(f.Disagreements, on)
	if f.PartOf != nil {
		l := r.link(f.PartOf.Path, f.PartOf.Title)
		v.PartOf = &l
	}
	for _, part := range f.Parts {
		v.Parts = append(v.Parts, r.link(part.Path, part.Title))
	}
	for _, st := range f.States {
		v.States = append(v.States, r.link(st.Path, st.Name))
	}
	v.Tiles = r.pickedTiles(f.States)
	for _, q := range f.Questions {
		v.Questions = append(v.Questions, r.questionItem(q))
	}
	v.Beside = v.beside()
	return v
}

func (r *renderer) facts(all []*site.Fact, sh sheet) view {
	v := &FactsPage{Base: r.base("/facts/", "facts", r.t("nav.facts"), r.t("facts.description"))}
	for _, f := range cut(all, sh, perSheetLines) {
		if n := len(v.Groups); n == 0 || v.Groups[n-1].ID != string(f.Type) {
			v.Groups = append(v.Groups, FactGroup{ID: string(f.Type), Title: r.t("facts." + string(f.Type))})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Facts = append(g.Facts, r.factItem(f))
	}
	return v
}

// factsByType lists all facts, money first.
func (r *renderer) factsByType() []*site.Fact {
	types := []site.FactType{site.Money, site.Count, site.Event, site.Claim}
	out := slices.Clone(r.site.Facts)
	slices.SortStableFunc(out, func(x, y *site.Fact) int { return slices.Index(types, x.Type) - slices.Index(types, y.Type) })
	return out
}

func (r *renderer) factItem(f *site.Fact) FactItem {
	item := FactItem{
		Link: r.link(f.Path, f.Title), ID: f.ID, Reports: r.words.Count("count.reports", len(f.Reports)),
		Differ: r.differ(f),
	}
	if others := r.otherFigures(f); others != "" {
		item.Reports = r.outlet(f.Reports[0].Article) + "; " + others
	}
	switch first := f.Reports[0]; {
	case first.Amount != nil:
		q := r.words.Quantity(first.Amount.Quantity.Quantity)
		item.Amount = &q
	case first.Event != nil && first.Event.Date.IsSet():
		item.Date = r.words.Date(first.Event.Date.Date)
	}
	return item
}
