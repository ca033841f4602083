package view

import (
	"cmp"
	"html/template"
	"slices"

	"receipts/internal/site"
)

// StatePage is one state.
type StatePage struct {
	Base
	Code      string
	Summary   template.HTML
	Body      []BodyPart
	Said      []StateSaid
	Facts     []FactGroup // by topic; of a site without topics, all in one without a title
	Total     *TotalView  // nil if no money concerns it
	Questions []QuestionItem
	Tiles     *TilesView
	Notes     []OutsideView
	Later     *LaterList
	Mentioned Mentions
	Where     string // "One of the 7 states that the articles name"
	Cite      HowToCite
}

// byTopic lists facts by topic, those of none last.
func byTopic(facts []*site.Fact) []*site.Fact {
	out := slices.Clone(facts)
	slices.SortStableFunc(out, func(x, y *site.Fact) int { return topicRank(x) - topicRank(y) })
	return out
}

func topicRank(f *site.Fact) int {
	if f.Topic == nil {
		return 1 << 30
	}
	return f.Topic.Place
}

func topicTitle(f *site.Fact) string {
	if f.Topic == nil {
		return ""
	}
	return f.Topic.Title
}

// topicLang is the language of the title of f's topic, if it is not the page's.
func (l links) topicLang(f *site.Fact) string {
	if f.Topic == nil {
		return ""
	}
	return l.titleLang(&f.Topic.Node)
}

// whereLies says whether st is among the states that the articles name.
func (v *Views) whereLies(st *site.State) string {
	switch n := countNamed(v.site.States); {
	case !isNamed(st):
		return v.t("state.not-named")
	case n == 1:
		return v.t("state.only-named")
	default:
		return v.t("state.one-of", v.Count("count.states", n))
	}
}

// stateSheets is how many sheets the page of st has.
func stateSheets(st *site.State) int {
	return max(sheets(len(st.Facts), perSheetLines), sheets(len(st.Said), perSheetTexts), mentionSheets(&st.Node, shownByState(st)))
}

func statePage(on *page, st *site.State, sh sheet) Data {
	v := &StatePage{
		Code: st.Code, Where: on.whereLies(st), Tiles: on.grid.tiles(st),
		Said:      each(cut(st.Said, sh, perSheetTexts), func(s *site.Said) StateSaid { return on.of(s.Article).stateSaid(s) }),
		Mentioned: on.mentions(&st.Node, shownByState(st), sh), Cite: on.cite(&st.Node),
	}
	for title, facts := range runs(cut(byTopic(st.Facts), sh, perSheetLines), topicTitle) {
		v.Facts = append(v.Facts, FactGroup{Title: title, Facts: each(facts, on.factItem), TitleLang: on.topicLang(facts[0])})
	}
	about := ""
	if st.Front != nil {
		about = on.about(st.Front.Summary)
	}
	v.Base = on.base("state", st.Title, cmp.Or(about, on.t("state.description", st.Title)), on.crumb(on.site.Config.Regions.List()))
	v.isMainly(func() *Thing { return on.stateThing(st) })
	if sh > 0 {
		return v
	}
	v.Later = on.laterOf(&st.Node)
	v.Total = on.totalOf(on.t("total.state", st.Title), on.site.TotalIn(st))
	seen := map[*site.Question]bool{}
	for _, f := range st.Facts {
		for _, q := range f.Questions {
			if !seen[q] && len(seen) < perSheetTexts {
				seen[q] = true
				v.Questions = append(v.Questions, on.questionItem(q))
			}
		}
	}
	if st.Front != nil {
		v.Summary, v.Body, v.Notes = on.html(st.Front.Summary), on.body(st.Page), on.notes(st.Page, st.Front.Notes)
	}
	return v
}
