package view

import (
	"receipts/internal/citation"
	"receipts/internal/site"
)

// law names an authority. Schema.org has a type for texts that are in force or meant to
// be; a decision or a filing is a work like others.
func (l links) law(a *site.Authority) *Thing {
	t := &Thing{Type: "CreativeWork", ID: l.thingID(a.Path), Name: a.Title}
	if isLegislation(a) {
		t.Type = "Legislation"
	}
	return t
}

func isLegislation(a *site.Authority) bool {
	if a.Front != nil {
		switch a.Front.Kind {
		case "statute", "regulation", "constitution":
			return true
		}
		return false
	}
	switch a.Citation.Kind {
	case citation.USC, citation.CFR, citation.CFRPart, citation.PublicLaw, citation.StatutesAtLarge, citation.Constitution:
		return true
	}
	return false
}

// authorityThing is a text of law. Citations that have a form are of the law of the
// United States.
func (on *page) authorityThing(a *site.Authority) *Thing {
	t := on.law(a)
	t.URL = a.URL
	if a.Front != nil {
		t.Kind, t.DateCreated = on.t("authority."+a.Front.Kind), iso(a.Front.Date)
	}
	switch {
	case t.Type == "Legislation":
		t.LegislationID, t.Legislation, t.Kind = a.Cite, t.Kind, ""
		if a.Citation != (citation.Citation{}) {
			t.Jurisdiction = "US"
		}
	case a.Cite != a.Title:
		t.AlternateName = []string{a.Cite}
	}
	if a.Publisher != "" && a.Standing == citation.Official {
		t.Publisher = &Thing{Type: "Organization", Name: a.Publisher}
	}
	return t
}
