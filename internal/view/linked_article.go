package view

import (
	"cmp"

	"receipts/internal/content"
	"receipts/internal/site"
)

// articleThing is our summary of an article. The day on which it was published first is
// not known; when it changed is.
func (on *page) articleThing(a *site.Article) *Thing {
	src := &a.Front.Source
	from := on.original(a)
	from.ArchivedAt = src.Archived.Text
	switch {
	case a.Author != nil:
		from.Author = on.entityRef(a.Author)
	case !src.By.Words.IsEmpty(): // of a person or of an agency
		from.CreditText = on.plain(src.By.Words)
	}
	t := &Thing{
		Type: "Article", ID: on.thingID(a.Path), Headline: a.Title, InLanguage: cmp.Or(on.textLang(&a.Node), on.Tag()),
		Publisher: on.publisher(), IsBasedOn: []*Thing{from}, Citation: []*Thing{{ID: from.ID}}, About: on.namedIn(a.Front.Summary),
	}
	for _, n := range cut(a.Front.Notes, 0, mostRelated) {
		t.Citation = append(t.Citation, citationOf(n))
	}
	for _, c := range on.site.Corrections {
		if c.Article == a && len(t.Correction) < mostRelated {
			t.Correction = append(t.Correction, &Thing{Type: "CorrectionComment", DatePublished: iso(c.Date), Text: on.Correction(c)})
		}
	}
	return t
}

// original is the text that a summarises, where reports of it are said to appear.
func (on *page) original(a *site.Article) *Thing {
	src := &a.Front.Source
	t := &Thing{
		Type: "NewsArticle", ID: on.site.URL(a.Path) + "#source", Headline: src.Headline.Text, InLanguage: src.Language,
		DatePublished: iso(src.Published), URL: src.URL.Text,
	}
	if a.Outlet != nil {
		t.Publisher = on.entityRef(a.Outlet)
	}
	return t
}

// citationOf is the source of a note.
func citationOf(o content.Outside) *Thing {
	return &Thing{
		Type: "CreativeWork", URL: o.URL.Text, DatePublished: iso(o.Published),
		Publisher: &Thing{Type: "Organization", Name: o.Publisher.Text},
	}
}

// namedIn are the people and organizations that a text refers to.
func (on *page) namedIn(i content.Inline) []*Thing {
	if i.Doc == nil {
		return nil
	}
	var out things
	for _, ref := range i.Doc.Refs() {
		if n := on.site.Named(ref.ID); n != nil && (n.Kind == site.PersonNode || n.Kind == site.OrganizationNode) {
			out.add(on.named(n))
		}
	}
	return out
}
