package view

import (
	"cmp"
	"html/template"
	"slices"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// FactPage is one fact with every report of it.
type FactPage struct {
	Base
	Type          string
	Flow          string // "payment promised", for money
	Summary       template.HTML
	Receipts      []Receipt
	Series        *Series // nil if all reports are of one time
	Points        string  // "The articles contradict each other on 3 points", or the heading of its steps
	Accounts      string  // the articles whose words the points compare
	Disagreements []DisagreementView
	Read          string // who has read what the page says beside its reports; empty if it has no points
	Body          []BodyPart
	Notes         []OutsideView
	Later         *LaterList
	PartOf        *Link
	Parts         []Link
	Refunds       []Link // what it gives back
	RefundedBy    []Link // what gives back money of it
	States        []Link
	Tiles         *TilesView // nil if it concerns no state
	Questions     []QuestionItem
	Mentioned     Mentions
	Cite          HowToCite
	Group         *TopicContents // what it is read with; nil if it is of no topic
	Onward        *Ways          // nil if it is of no topic

	Beside string // what stands beside a single report: "where", "note", "mentioned", "topic" or nothing
}

// Outside reports whether others than the articles are asked on a point.
func (v *FactPage) Outside() bool {
	return slices.ContainsFunc(v.Disagreements, func(d DisagreementView) bool { return len(d.Outside) > 0 })
}

// HasNote reports whether there is an editor's note.
func (v *FactPage) HasNote() bool { return len(v.Body) > 0 || len(v.Notes) > 0 }

// HasWhere reports whether there is a state, a legal question, a part or a whole.
func (v *FactPage) HasWhere() bool {
	return v.PartOf != nil || len(v.Refunds) > 0 || len(v.RefundedBy) > 0 || len(v.Parts) > 0 || len(v.States) > 0 || len(v.Questions) > 0
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
	case v.Mentioned.Any():
		return "mentioned"
	case v.Group != nil:
		return "topic"
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
	TitleLang string // if it is not the page's
}

// FactItem is a fact in a list.
type FactItem struct {
	Link
	ID      string
	Amount  *locale.Quantity
	Date    string // of an event, if it has one
	Reports string // "Next, BFM Tech&Co"
	Differ  string // how accounts of it differ, in a few words; empty if they do not
}

// factSheets is how many sheets the page of f has.
func factSheets(f *site.Fact) int {
	return max(sheets(len(f.Reports), site.OnFactSheet), sheets(len(f.Disagreements), site.OnFactSheet), mentionSheets(&f.Node, shownByFact(f)))
}

func factPage(on *page, f *site.Fact, sh sheet) Data {
	list, csv := "/facts/", ""
	switch f.Type {
	case site.Money:
		list, csv = "/amounts/", on.table("reports")
	case site.Count:
		csv = on.table("reports")
	case site.Event:
		list, csv = "/timeline/", on.table("reports")
	}
	v := &FactPage{
		Type: on.t("type." + string(f.Type)), Points: on.points(f), Disagreements: each(cut(f.Disagreements, sh, site.OnFactSheet), on.step),
		Mentioned: on.mentions(&f.Node, shownByFact(f), sh), Group: on.groupOf(f), Onward: on.onwardFrom(f), Accounts: on.accounts(f), Cite: on.cite(&f.Node),
	}
	about := on.about(f.First().Says)
	if f.Front != nil && !f.Front.Summary.IsEmpty() {
		about = on.about(f.Front.Summary)
	}
	section := on.crumb(list)
	if f.Topic != nil {
		section = Link{f.Topic.Path, f.Topic.Title, on.titleLang(&f.Topic.Node)}
	}
	v.Base = on.base("fact", f.Title, about, section)
	for _, rep := range cut(f.Reports, sh, site.OnFactSheet) {
		rc := on.of(rep.Article).receipt(rep)
		rc.OnFact, rc.CSV, rc.AtSource = true, csv, atSource(rep.Article, &rep.Evidence)
		if read := on.readAgainst(on.reviews.At(rep.Report.Place)); read != "" {
			rc.Lines = append(rc.Lines, Line{Label: on.t("checked.label"), Text: read})
		}
		rc.Archived = rep.Article.Front.Source.Archived.Text
		v.Receipts = append(v.Receipts, rc)
		if v.Flow == "" && rc.Flow != nil {
			v.Flow = rc.Flow.Label
		}
	}
	if sh == 0 {
		v.addRest(on, f)
	}
	v.Beside = v.beside()
	v.isMainly(func() *Thing { return on.factThing(f) })
	return v
}

// mostAccounts is how many articles are named above the points.
const mostAccounts = 3

// accounts names the articles whose words the points of f compare; empty if they are
// many.
func (on *page) accounts(f *site.Fact) string {
	var names []string
	for i, r := range f.Reports {
		if i == 0 || f.Reports[i-1].Article != r.Article {
			names = append(names, on.byline(r.Article))
		}
		if len(names) > mostAccounts {
			return ""
		}
	}
	return on.join("semicolon", names...)
}

// addRest adds what only the first sheet has.
func (v *FactPage) addRest(on *page, f *site.Fact) {
	v.Parts, v.States, v.Tiles = each(f.Parts, on.toFact), each(f.States, on.toState), on.grid.picked(f.States)
	v.Questions = each(f.Questions, on.questionItem)
	if front := f.Front; front != nil {
		v.Summary, v.Body = on.html(front.Summary), on.body(f.Page)
		v.Points = cmp.Or(front.Steps.Text, v.Points)
		if read := on.readAgainst(on.reviews.Of(f.ID)); read != "" && len(front.Disagreements) > 0 {
			v.Read = on.t("checked.adds", read)
		}
		v.Notes = on.notes(f.Page, front.Notes)
	}
	v.Later = on.laterOf(&f.Node)
	v.Refunds, v.RefundedBy = each(f.Refunds, on.toFact), each(f.RefundedBy, on.toFact)
	if f.PartOf != nil {
		v.PartOf = new(on.toFact(f.PartOf))
	}
	v.Series = on.readings(f)
}

func factsPage(on *page, all []*site.Fact, sh sheet) Data {
	v := &FactsPage{Base: on.base("facts", on.t("nav.facts"), on.t("facts.description"))}
	for id, facts := range runs(cut(all, sh, perSheetLines), func(f *site.Fact) string { return string(f.Type) }) {
		v.Groups = append(v.Groups, FactGroup{ID: id, Title: on.t("facts." + id), Facts: each(facts, on.factItem)})
	}
	return v
}

// factsByType lists all facts, money first.
func factsByType(facts []*site.Fact) []*site.Fact {
	types := []site.FactType{site.Money, site.Count, site.Event, site.Claim}
	out := slices.Clone(facts)
	slices.SortStableFunc(out, func(x, y *site.Fact) int { return slices.Index(types, x.Type) - slices.Index(types, y.Type) })
	return out
}

func (v items) factItem(f *site.Fact) FactItem {
	item := FactItem{
		Link: v.toFact(f), ID: f.ID, Reports: v.reports(f),
		Differ: v.differ(f),
	}
	if others := v.otherFigures(f); others != "" {
		item.Reports = v.join("semicolon", outlet(f.First().Article), others)
	}
	switch first := f.First(); {
	case first.Amount != nil:
		item.Amount = new(v.amount(first))
	case first.Event != nil && first.Event.Date.IsSet():
		item.Date = v.Date(first.Event.Date.Date)
	}
	return item
}
