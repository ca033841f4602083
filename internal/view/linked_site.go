package view

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
