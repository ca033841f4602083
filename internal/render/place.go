package render

import (
	"html/template"
	"strings"

	"receipts/internal/site"
)

// StatesPage shows every state, those that facts concern first.
type StatesPage struct {
	Base
	Rows  []StateRow
	Tiles template.HTML
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
	Total     *TotalView // nil if there is none
	Questions []QuestionItem
	Tiles     template.HTML
	Notes     []OutsideView
	Mentioned []MentionGroup
}

func (r *renderer) states() (view, error) {
	v := &StatesPage{
		Base: r.base("/states/", "states", r.t("nav.states"), r.t("states.description")),
	}
	on := &page{renderer: r, path: "/states/"}
	var err error
	if v.Tiles, err = r.grid(nil); err != nil {
		return v, err
	}
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

// tilePair is a state's tile as it is on most pages, and on the state's own.
type tilePair struct{ plain, current template.HTML }

// makeTiles renders every state's tile, both ways, in the order of the states.
func (r *renderer) makeTiles() ([]tilePair, error) {
	out := make([]tilePair, len(r.site.States))
	for i, st := range r.site.States {
		t := Tile{
			Link: r.link(st.Path, st.Name), Code: st.Code, Col: st.Col + 1, Row: st.Row + 1,
			Facts: len(st.Facts), Count: r.words.Count("count.facts", len(st.Facts)),
		}
		var err error
		if out[i].plain, err = r.layouts.html("tile.html", t); err != nil {
			return nil, err
		}
		t.Current = true
		if out[i].current, err = r.layouts.html("tile.html", t); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// grid is the tile grid of all states; current is the state whose page it is.
func (r *renderer) grid(current *site.State) (template.HTML, error) {
	tiles, err := r.tiles()
	var b strings.Builder
	for i, t := range tiles {
		if r.site.States[i] == current {
			b.WriteString(string(t.current))
		} else {
			b.WriteString(string(t.plain))
		}
	}
	return template.HTML(b.String()), err
}

func (r *renderer) state(st *site.State) (view, error) {
	on := &page{renderer: r, path: st.Path}
	v := &StatePage{Code: st.Code, Mentioned: r.mentions(&st.Node)}
	description := r.t("state.description", st.Name)
	var err error
	if v.Tiles, err = r.grid(st); err != nil {
		return v, err
	}
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
	if t := r.site.TotalIn(st); t.OK {
		sum := r.total(r.t("total.state", st.Name), t)
		v.Total = &sum
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
