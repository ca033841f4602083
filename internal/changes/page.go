package changes

import (
	"slices"

	"receipts/internal/site"
)

// pages lists the pages that came and went, by their addresses. Of one whose id was
// renamed, or that something else has for an alias, it is said where it is now. That of a
// fact that came is listed as the fact.
func (c *comparison) pages(old, new *site.Site) {
	was, is := old.Addresses(), new.Addresses()
	change := func(s *site.Site, kind Kind, address string) Change {
		out := Change{Part: Pages, Kind: kind, Of: "list", ID: address, Title: address}
		if n := s.At(address); n != nil {
			out.Of, out.ID, out.Title = string(n.Kind), n.ID, n.Title
			if n.Page != nil {
				out.place = placeOf(n.Page)
			}
		}
		return out
	}
	renamed := map[string]bool{}
	aliases := map[string]*site.Node{}
	for _, a := range new.Aliases() {
		aliases[a.Address] = a.Node
	}
	for _, address := range was {
		if _, there := slices.BinarySearch(is, address); there {
			continue
		}
		gone := change(old, PageGone, address)
		gone.Old = address
		if n := new.Named(c.renamed[gone.ID]); n != nil {
			gone.New = n.Path
			renamed[n.Path] = true
		}
		if n := aliases[address]; n != nil {
			gone.New, gone.LeadsOn = n.Path, true
		}
		c.list = append(c.list, gone)
	}
	for _, address := range is {
		if _, there := slices.BinarySearch(was, address); !there && !renamed[address] {
			came := change(new, PageAdded, address)
			came.New = address
			if came.Of != string(site.FactNode) {
				c.list = append(c.list, came)
			}
		}
	}
}
