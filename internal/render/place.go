package render

import (
	"html/template"
	"slices"

	"receipts/internal/site"
)

// StatesPage shows every state, those that facts concern first.
type StatesPage struct {
	Base
	Rows   []StateRow
	Named  string // how many states are named: "7 states"
	Map    *MapView
	Said   []StateSaid
	CSV    string
	Tiles  *TilesView
	Others []Link // of which nothing is said
}

// StateRow is a state that something is said of.
type StateRow struct {
	Link
	Code  string
	Facts string // how many
	Which []Link // the first of them
	More  string // how many are not shown: "and 8 more"

	facts int
}

// stateFacts is how many facts of a state the table of states names.
const stateFacts = 3

// A Tile is a state's place in the tile grid.
type Tile struct {
	Link
	Code     string
	Col, Row int
	Shade    string // "few" facts, "many" or "current"; empty if nothing is said of it
	Count    string // "12 facts"
	Named    bool   // whether it links to the state's page
}

// TilesView is the tile grid of all states with its key. A shade that no state
// has is not in the key.
type TilesView struct {
	Tiles                    []Tile
	Current, Few, Many, Idle string
}

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

func (r *renderer) states() view {
	v := &StatesPage{
		Base: r.base("/states/", "states", r.t("nav.states"), r.t("states.description")),
	}
	on := &page{renderer: r, path: "/states/"}
	v.Tiles = r.tilesView(nil)
	for _, st := range r.site.States {
		if !named(st) {
			v.Others = append(v.Others, r.link(st.Path, st.Name))
			continue
		}
		row := StateRow{Link: r.link(st.Path, st.Name), Code: st.Code, Facts: r.words.Number(int64(len(st.Facts))), facts: len(st.Facts)}
		for _, f := range st.Facts[:min(stateFacts, len(st.Facts))] {
			row.Which = append(row.Which, r.link(f.Path, f.Title))
		}
		if more := len(st.Facts) - stateFacts; more > 0 {
			row.More = r.words.Count("states.more", more)
		}
		for _, s := range st.Said[:min(perSheetTexts-len(v.Said), len(st.Said))] { // a state's own page has all
			said := r.stateSaid(s, on)
			v.Said = append(v.Said, said)
		}
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(x, y StateRow) int { return y.facts - x.facts })
	v.Map, v.Named = r.stateMap(), r.words.Count("count.states", len(v.Rows))
	v.CSV = r.table("/states/states.csv")
	return v
}

// named reports whether the articles say anything of st.
func named(st *site.State) bool { return len(st.Facts) > 0 || len(st.Said) > 0 }

// shade is how dark st is on the map and in the grid.
func (r *renderer) shade(st *site.State) string {
	switch {
	case len(st.Facts) >= r.manyFacts():
		return "many"
	case named(st):
		return "few"
	}
	return ""
}

// findManyFacts is from how many facts on a state is shaded dark: from half of
// what the state with the most of them has.
func (r *renderer) findManyFacts() int {
	most := 0
	for _, st := range r.site.States {
		most = max(most, len(st.Facts))
	}
	return max(3, (most+1)/2)
}

// tile is the tile of st, in one of the shades.
func (r *renderer) tile(st *site.State, shade string) Tile {
	return Tile{Link: r.link(st.Path, st.Name), Code: st.Code, Col: st.Col + 1, Row: st.Row + 1, Shade: shade, Named: shade != ""}
}

// tilesView is the tile grid of all states, shaded by their facts; current is
// the state whose page it is, or nil.
func (r *renderer) tilesView(current *site.State) *TilesView {
	v := &TilesView{Idle: r.t("states.no-facts")}
	for _, st := range r.site.States {
		shade := r.shade(st)
		switch {
		case st == current:
			shade, v.Current = "current", st.Name
		case shade == "few":
			v.Few = r.t("states.few", r.manyFacts()-1)
		case shade == "many":
			v.Many = r.t("states.many", r.manyFacts())
		}
		t := r.tile(st, shade)
		t.Count = r.words.Count("count.facts", len(st.Facts))
		v.Tiles = append(v.Tiles, t)
	}
	return v
}

// pickedTiles is the tile grid with some states picked out, or nil if there
// are none.
func (r *renderer) pickedTiles(picked []*site.State) *TilesView {
	if len(picked) == 0 {
		return nil
	}
	v := &TilesView{Few: r.words.Count("count.states", len(picked)), Idle: r.t("states.others")}
	for _, st := range r.site.States {
		shade := ""
		if slices.Contains(picked, st) {
			shade = "few"
		}
		v.Tiles = append(v.Tiles, r.tile(st, shade))
	}
	return v
}

// whereLies says whether st is among the states that the articles name.
func (r *renderer) whereLies(st *site.State) string {
	n := 0
	for _, other := range r.site.States {
		if named(other) {
			n++
		}
	}
	switch {
	case !named(st):
		return r.t("state.not-named")
	case n == 1:
		return r.t("state.only-named")
	}
	return r.t("state.one-of", r.words.Count("count.states", n))
}

// stateSheets is how many sheets the page of st has.
func stateSheets(st *site.State) int {
	return max(sheets(len(st.Facts), perSheetLines), sheets(len(st.Said), perSheetTexts), mentionSheets(&st.Node, site.Places))
}

func (r *renderer) state(st *site.State, sh sheet) view {
	on := &page{renderer: r, path: st.Path}
	v := &StatePage{Code: st.Code, Mentioned: r.mentions(mentioned(&st.Node, site.Places), sh), Cite: r.cite(&st.Node), Where: r.whereLies(st)}
	description := r.t("state.description", st.Name)
	v.Tiles = r.tilesView(st)
	if st.Front != nil {
		if s := r.plain(st.Front.Summary); s != "" {
			description = s
		}
	}
	v.Base = r.base(st.Path, "state", st.Name, describe(description), r.crumb("/states/"))
	for _, s := range cut(st.Said, sh, perSheetTexts) {
		said := r.stateSaid(s, &page{renderer: r, path: st.Path, article: s.Article})
		v.Said = append(v.Said, said)
	}
	for _, f := range cut(st.Facts, sh, perSheetLines) {
		v.Facts = append(v.Facts, r.factItem(f))
	}
	if sh > 0 {
		return v
	}
	v.Total = r.totalOf(r.t("total.state", st.Name), r.site.TotalIn(st))
	seen := map[*site.Question]bool{}
	for _, f := range st.Facts {
		for _, q := range f.Questions {
			if !seen[q] && len(seen) < perSheetTexts {
				seen[q] = true
				v.Questions = append(v.Questions, r.questionItem(q))
			}
		}
	}
	if st.Front == nil {
		return v
	}
	v.Summary = r.html(st.Front.Summary, on)
	v.Notes = r.outsides(st.Front.Notes, on)
	v.Body = on.body(st.Page.Body.Pieces(on))
	return v
}
