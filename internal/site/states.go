package site

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/region"
)

// Regions are called states throughout the site's own code, as in front matter. Which
// there are, the site file says; one that says nothing has those of the United States
// if any file speaks of one, and else none.

// told are the codes and ids of states that pages speak of.
type told struct {
	keys  map[string]bool // by "states", or a file of ours
	links map[string]bool // by a link, or what a later development is about
	other map[string]bool // ids that are of something else
	lost  bool            // whether some of them could not be read
}

func (x *indexer) told(pages []*content.Page) told {
	t := told{map[string]bool{}, map[string]bool{}, map[string]bool{}, false}
	for _, p := range pages {
		t.lost = t.lost || p.Front == nil || p.Halved
		if p.Kind == content.StateKind {
			t.keys[p.ID] = true
		} else {
			t.other[p.ID] = true
		}
		switch front := p.Front.(type) {
		case *content.Article:
			if front.Draft && !x.withDrafts {
				continue
			}
			t.lost = t.lost || front.LostState
			front.EachFact(func(f *content.FactLinks) {
				t.other[f.Fact.Text] = true
				for _, s := range f.States {
					t.keys[s.Code] = true
				}
			})
			for _, s := range front.States {
				t.keys[s.State.Code] = true
			}
		case *content.Later:
			for _, id := range front.About {
				t.links[id.Text] = true
			}
		}
		if p.Kind != content.GuideKind { // whose links are examples
			for _, d := range p.Texts {
				for _, ref := range d.Refs() {
					t.links[ref.ID] = true
				}
			}
		}
	}
	return t
}

// of reports whether pages speak of r.
func (t told) of(r region.Region) bool {
	return t.keys[r.Code] || t.keys[r.Slug] || t.links[r.Code] || t.links[r.Slug] && !t.other[r.Slug]
}

// addStates adds the regions of the site. Those of which nothing is said lead to the list
// of all, from where their pages would be.
func (x *indexer) addStates(in Input) {
	told := x.told(in.Pages)
	list := in.Config.Regions.List()
	isTold := told.lost || len(told.keys) > 0 || in.Config.Regions.IsGiven
	for _, r := range in.Config.Regions.All() {
		s := &State{Region: r, Node: Node{ID: r.Slug, Kind: StateNode, Title: r.NameIn(x.Lang), Path: list + r.Slug + "/"}}
		if told.of(r) {
			isTold = true
		} else {
			s.Path = list
		}
		x.States = append(x.States, s)
	}
	if x.Regions = in.Config.Regions.Set; !isTold {
		x.Regions, x.States = region.None, nil
		return
	}
	sortByTitle(x.index, x.States, func(s *State) *Node { return &s.Node })
	for i, s := range x.States {
		s.place = i
		x.nodes[s.ID], x.byCode[s.Code] = &s.Node, s
	}
	if at := in.Config.Regions.Path; x.isReserved(at.Text) || slices.Contains(fixedLists, list) {
		x.diags.AddHint(diag.BadRegions, at.Place, `the address "`+list+`" belongs to the site itself`, "choose another path")
	}
}

// IsSilent reports whether n is a state of which nothing is said, without a page of its
// own: it leads to the list, whose address has one part.
func (n *Node) IsSilent() bool { return n.Kind == StateNode && strings.Count(n.Path, "/") == 2 }

// addStatePage gives a state its prose.
func (x *indexer) addStatePage(p *content.Page) {
	if x.Config.Regions.Set == region.Unread {
		return
	}
	if x.Regions.Len() == 0 {
		x.diags.AddHint(diag.NoRegions, p.Place, "the site has no regions, and this is a file on one", "take it away, or say in "+content.ConfigPath+" which regions there are")
		return
	}
	i := slices.IndexFunc(x.States, func(s *State) bool { return s.Slug == p.ID })
	if i < 0 {
		var slugs []string
		for _, s := range x.States {
			slugs = append(slugs, s.Slug)
		}
		x.diags.AddHint(diag.UnknownState, p.Place, `there is no state "`+p.ID+`"`, diag.DidYouMean(p.ID, slugs))
		return
	}
	s := x.States[i]
	s.Page = p
	s.Front, _ = p.Front.(*content.State)
}
