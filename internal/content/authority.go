package content

import (
	"cmp"

	"receipts/internal/citation"
	"receipts/internal/yamldoc"
)

// An Authority is a statute, rule or decision that questions rest on.
type Authority struct {
	Title     Words
	Cite      Words
	Citation  citation.Citation // of Cite; zero if no grammar fits, and that is its name
	Kind      string            // one of AuthorityKinds
	Summary   Inline
	URL       Words // where the address cannot be derived from the citation
	Archived  Words
	Publisher Words
	Date      Date
	Mark      Mark
	ReadAt    Words
	Notes     []Outside
	Aliased
}

// AuthorityKinds are the kinds of legal texts.
var AuthorityKinds = []string{
	"statute", "regulation", "constitution", "decision", "opinion", "order-list", "advisory-opinion", "manual", "filing",
}

var authority = yamldoc.Object("an authority", append([]yamldoc.Field[Authority]{
	yamldoc.Key("title", yamldoc.Required, text, func(a *Authority) *Words { return &a.Title }, "what it is called"),
	yamldoc.Key("cite", yamldoc.Required, verbatim, func(a *Authority) *Words { return &a.Cite }, "how it is cited, such as Code électoral, art. L. 52-8 or 52 U.S.C. § 10307(c), or the name of a document"),
	yamldoc.Key("kind", yamldoc.Required, yamldoc.Choice("kind", AuthorityKinds...), func(a *Authority) *string { return &a.Kind }, "what kind of text it is, such as statute or decision"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(a *Authority) *Inline { return &a.Summary }, "one line on what it says"),
	yamldoc.Key("url", yamldoc.Optional, address, func(a *Authority) *Words { return &a.URL }, "the best address of its text, where that does not follow from the citation"),
	yamldoc.Key("archived", yamldoc.Optional, archivedAt, func(a *Authority) *Words { return &a.Archived }, archivedSentence),
	yamldoc.Key("publisher", yamldoc.Optional, name, func(a *Authority) *Words { return &a.Publisher }, "whose site that is"),
	yamldoc.Key("date", yamldoc.Optional, date, func(a *Authority) *Date { return &a.Date }, "the day of the text"),
	yamldoc.Key("mark", yamldoc.Optional, mark, func(a *Authority) *Mark { return &a.Mark }, "how far you checked it"),
	yamldoc.Key("read_at", yamldoc.Optional, address, func(a *Authority) *Words { return &a.ReadAt }, "the copy that you read, if another"),
	yamldoc.Key("notes", yamldoc.Optional, yamldoc.List(note), func(a *Authority) *[]Outside { return &a.Notes }, "what we know from elsewhere"),
}, aliasesOf(func(a *Authority) *Aliased { return &a.Aliased })...)).Beside(besides, fileOfLater).Then(func(_ *yamldoc.Reader, a *Authority, _ yamldoc.Node) {
	a.Citation, _ = citation.Parse(a.Cite.Text)
	a.Mark = cmp.Or(a.Mark, Unverified)
})
