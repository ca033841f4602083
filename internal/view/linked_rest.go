package view

import (
	"receipts/internal/citation"
	"receipts/internal/site"
)

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

// stateThing is a state with its code in ISO 3166-2.
func (on *page) stateThing(st *site.State) *Thing {
	t := on.place(st)
	t.Identifier = &Thing{Type: "PropertyValue", PropertyID: "ISO 3166-2", Value: "US-" + st.Code}
	return t
}

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
	if a.Publisher != "" && a.Official {
		t.Publisher = &Thing{Type: "Organization", Name: a.Publisher}
	}
	return t
}

// dataThing is the open data, with each of its tables to download.
func (on *page) dataThing() *Thing {
	d := on.DataPackage()
	t := &Thing{
		Type: "Dataset", ID: on.thingID("/data/"), Name: d.Title, Description: d.About, InLanguage: on.Tag(), Version: d.Version,
		DateModified: on.lastWork(), License: d.License.Address, Publisher: on.publisher(),
	}
	for _, table := range on.Tables() {
		t.Distribution = append(t.Distribution, &Thing{Type: "DataDownload", Name: table.Title, ContentURL: on.site.URL(table.Path()), Format: "text/csv"})
	}
	return t
}

// mostTerms is how many terms of the glossary machines are told.
const mostTerms = 40

// glossaryThing is the words that the site explains.
func (on *page) glossaryThing() *Thing {
	t := &Thing{Type: "DefinedTermSet", ID: on.thingID("/glossary/"), Name: on.t("nav.glossary")}
	for _, term := range cut(on.site.Terms, 0, mostTerms) {
		t.DefinedTerms = append(t.DefinedTerms, &Thing{Type: "DefinedTerm", ID: on.thingID(term.Path), Name: term.Title, Description: on.plain(term.Front.Summary)})
	}
	return t
}

// siteThing is the site, with its search.
func (on *page) siteThing() *Thing {
	cfg := on.site.Config
	t := &Thing{Type: "WebSite", ID: on.thingID("/"), Name: cfg.Title.Text, URL: on.site.URL("/"), Description: cfg.Tagline.Text}
	if t.Publisher = on.publisher(); t.Publisher != nil {
		t.Publisher.Email = cfg.Contact.Text
		if on.site.Shows("/corrections/") {
			t.Publisher.CorrectionsPolicy = on.site.URL("/corrections/")
		}
	}
	if on.site.Has("search") {
		t.PotentialAction = &Thing{
			Type: "SearchAction", Target: &Thing{Type: "EntryPoint", URLTemplate: on.site.URL("/search/") + "?q={query}"},
			QueryInput: "required name=query",
		}
	}
	return t
}

// publisher is who publishes the site, if its file says so.
func (on *page) publisher() *Thing {
	name := on.site.Config.Publisher.Text
	if name == "" {
		return nil
	}
	return &Thing{Type: "Organization", ID: on.site.URL("/") + "#publisher", Name: name}
}
