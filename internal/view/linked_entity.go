package view

import (
	"receipts/internal/region"
	"receipts/internal/site"
)

// named is a person or an organization that is described on its own page.
func (l links) named(n *site.Node) *Thing {
	kind := "Person"
	if n.Kind == site.OrganizationNode {
		kind = "Organization"
	}
	return &Thing{Type: kind, ID: l.thingID(n.Path), Name: n.Title}
}

func (l links) entityRef(e *site.Entity) *Thing { return l.named(&e.Node) }

// entityThing is a person or an organization, with the addresses that its file gives.
func (on *page) entityThing(e *site.Entity) *Thing {
	t := on.entityRef(e)
	for _, name := range e.Front.Also {
		t.AlternateName = append(t.AlternateName, name.Text)
	}
	t.URL = e.Front.URL.Text
	if e.Kind == site.OrganizationNode {
		t.Kind = on.entityKind(e)
	}
	if fec := committee(e); fec.Href != "" {
		t.Identifier = &Thing{Type: "PropertyValue", PropertyID: "FEC", Value: fec.Label}
		t.SameAs = fec.Href
	}
	return t
}

// place is a region.
func (l links) place(st *site.State) *Thing {
	return &Thing{Type: "AdministrativeArea", ID: l.thingID(st.Path), Name: st.Title}
}

// stateThing is a region; a state of the United States has its code in ISO 3166-2.
func (on *page) stateThing(st *site.State) *Thing {
	t := on.place(st)
	if on.site.Regions == region.USStates {
		t.Identifier = &Thing{Type: "PropertyValue", PropertyID: "ISO 3166-2", Value: "US-" + st.Code}
	}
	return t
}
