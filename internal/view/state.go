package view

import (
	"html/template"

	"receipts/internal/site"
)

// StatePage is one state.
type StatePage struct {
	Base
	Code      string
	Summary   template.HTML
	Body      []BodyPart
	Said      []StateSaid
	Facts     []FactItem
	Total     *TotalView // nil if no money concerns it
	Questions []QuestionItem
	Tiles     *TilesView
	Notes     []OutsideView
	Mentioned []MentionGroup
	Where     string // "One of the 7 states that the articles name"
	Cite      Citation
}

// whereLies says whether st is among the states that the articles name.
func (v *Views) whereLies(st *site.State) string {
	switch n := countNamed(v.site.States); {
	case !named(st):
		return v.t("state.not-named")
	case n == 1:
		return v.t("state.only-named")
	default:
		return v.t("state.one-of", v.Count("count.states", n))
	}
}

// stateSheets is how many sheets the page of st has.
func stateSheets(st *site.State) int {
	return max(sheets(len(st.Facts), perSheetLines), sheets(len(st.Said), perSheetTexts), mentionSheets(&st.Node, site.Places))
}

func statePage(on *page, st *site.State, sh sheet) Data {
	v := &StatePage{Code: st.Code, Mentioned: on.mentions(mentioned(&st.Node, site.Places), sh), Cite: on.cite(&st.Node), Where: on.whereLies(st)}
	description := on.t("state.description", st.Name)
	v.Tiles = on.tilesView(st)
	if st.Front != nil {
		if s := on.Plain(st.Front.Summary); s != "" {
			description = s
		}
	}
	v.Base = on.base("state", st.Name, describe(description), on.crumb("/states/"))
	for _, s := range cut(st.Said, sh, perSheetTexts) {
		v.Said = append(v.Said, on.of(s.Article).stateSaid(s))
	}
	v.Facts = each(cut(st.Facts, sh, perSheetLines), on.factItem)
	if sh > 0 {
		return v
	}
	v.Total = on.totalOf(on.t("total.state", st.Name), on.site.TotalIn(st))
	seen := map[*site.Question]bool{}
	for _, f := range st.Facts {
		for _, q := range f.Questions {
			if !seen[q] && len(seen) < perSheetTexts {
				seen[q] = true
				v.Questions = append(v.Questions, on.questionItem(q))
			}
		}
	}
	if st.Front == nil {
		return v
	}
	v.Summary = on.html(st.Front.Summary)
	v.Notes = on.outsides(st.Front.Notes)
	v.Body = on.body(st.Page.Body)
	return v
}
