package render

import (
	"html/template"

	"receipts/internal/site"
)

// StatesPage shows every state, those that facts concern first.
type StatesPage struct {
	Base
	Rows  []StateRow
	Tiles []Tile
}

// StateRow is a state that something is said of.
type StateRow struct {
	Link
	Code  string
	Facts string // "12 facts"
	Said  []StateSaid
}

// A Tile is a state's place in the tile grid.
type Tile struct {
	Link
	Code     string
	Col, Row int
	Facts    int
	Count    string // "12 facts"
	Current  bool
}

// StatePage is one state.
type StatePage struct {
	Base
	Code      string
	Summary   template.HTML
	Body      template.HTML
	Said      []StateSaid
	Facts     []FactItem
	Questions []QuestionItem
	Tiles     []Tile
	Notes     []OutsideView
	Mentioned []MentionGroup
}

func (r *renderer) states() (view, error) {
	v := &StatesPage{
		Base:  r.base("/states/", "states", r.t("nav.states"), r.t("states.description")),
		Tiles: r.tiles(nil),
	}
	on := &page{renderer: r, path: "/states/"}
	for _, st := range r.site.States {
		if len(st.Facts) == 0 && len(st.Said) == 0 {
			continue
		}
		row := StateRow{Link: r.link(st.Path, st.Name), Code: st.Code, Facts: r.words.Count("count.facts", len(st.Facts))}
		for _, s := range st.Said {
			said, err := r.stateSaid(s, st, on)
			if err != nil {
				return v, err
			}
			row.Said = append(row.Said, said)
		}
		v.Rows = append(v.Rows, row)
	}
	return v, nil
}

// tiles is the tile grid of all states; current is the state whose page it is.
func (r *renderer) tiles(current *site.State) []Tile {
	var out []Tile
	for _, st := range r.site.States {
		out = append(out, Tile{
			Link: r.link(st.Path, st.Name), Code: st.Code, Col: st.Col + 1, Row: st.Row + 1,
			Facts: len(st.Facts), Count: r.words.Count("count.facts", len(st.Facts)), Current: st == current,
		})
	}
	return out
}

func (r *renderer) state(st *site.State) (view, error) {
	on := &page{renderer: r, path: st.Path}
	v := &StatePage{Code: st.Code, Tiles: r.tiles(st), Mentioned: r.mentions(&st.Node)}
	description := r.t("state.description", st.Name)
	var err error
	if st.Front != nil {
		if s := r.plain(st.Front.Summary); s != "" {
			description = s
		}
		if v.Summary, err = r.html(st.Front.Summary, on); err != nil {
			return v, err
		}
		if v.Notes, err = r.outsides(st.Front.Notes, on); err != nil {
			return v, err
		}
		if v.Body, err = st.Page.Body.HTML(on); err != nil {
			return v, err
		}
	}
	v.Base = r.base(st.Path, "state", st.Name, describe(description), r.crumb("/states/"))
	for _, s := range st.Said {
		said, err := r.stateSaid(s, st, &page{renderer: r, path: st.Path, article: s.Article})
		if err != nil {
			return v, err
		}
		v.Said = append(v.Said, said)
	}
	seen := map[*site.Question]bool{}
	for _, f := range st.Facts {
		v.Facts = append(v.Facts, r.factItem(f))
		for _, q := range f.Questions {
			if !seen[q] {
				seen[q] = true
				v.Questions = append(v.Questions, r.questionItem(q))
			}
		}
	}
	return v, nil
}
