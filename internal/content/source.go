package content

import (
	"receipts/internal/amount"
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Source is the text that an article summarises.
type Source struct {
	Outlet         Ref
	Headline       Words
	Section        Words
	By             Party // empty if not known to us
	Published      Date
	PublishedAs    Words  // the words printed
	PublishedKnown Inline // how the date is known
	Because        Inline // why it stands although the address or what is printed says another
	Language       string // BCP 47
	LanguageAt     diag.Place
	Ours           string // the language of the page, which translations are in
	URL            Words  // empty if not known to us
	Archived       Words
	Read           Date
	Paragraphs     []int  // lengths in characters; nil if not known; all 0 if only their number is
	InferredMoney  bool   // the currency is inferred from context
	Currency       string // ISO 4217, of a bare "$" or "pounds"; "" is the usual one
}

var articleSource = yamldoc.Object("a source", []yamldoc.Field[Source]{
	yamldoc.Key("outlet", yamldoc.Required, ref, func(s *Source) *Ref { return &s.Outlet }, "the id of a file in content/organizations/"),
	yamldoc.Key("headline", yamldoc.Required, verbatim, func(s *Source) *Words { return &s.Headline }, "the title as the outlet prints it"),
	yamldoc.Key("section", yamldoc.Optional, verbatim, func(s *Source) *Words { return &s.Section }, "the section of the outlet that it stands in"),
	yamldoc.Key("by", yamldoc.Optional, party, func(s *Source) *Party { return &s.By }, "its author: an id, or the name as printed"),
	yamldoc.Key("published", yamldoc.Required, day, func(s *Source) *Date { return &s.Published }, "the day it was published, such as 2024-10-21"),
	yamldoc.Key("published_as", yamldoc.Optional, verbatim, func(s *Source) *Words { return &s.PublishedAs }, "its date as printed, where that is not the whole date"),
	yamldoc.Key("published_known", yamldoc.Optional, inline, func(s *Source) *Inline { return &s.PublishedKnown }, "how the date is known, where the source does not print it in full"),
	yamldoc.Key("stands_because", yamldoc.Optional, reason, func(s *Source) *Inline { return &s.Because }, "why it was published on that day although its address or what is printed says another; readers see this"),
	yamldoc.Key("language", yamldoc.Required, sourceLanguage, func(s *Source) *Source { return s }, "the language of the source, such as fr"),
	yamldoc.Key("url", yamldoc.Optional, address, func(s *Source) *Words { return &s.URL }, "where it can be read"),
	yamldoc.Key("archived", yamldoc.Optional, archivedAt, func(s *Source) *Words { return &s.Archived }, archivedSentence),
	yamldoc.Key("read", yamldoc.Required, day, func(s *Source) *Date { return &s.Read }, "the day you read it, such as 2026-11-22"),
	yamldoc.Key("paragraphs", yamldoc.Optional, paragraphs, func(s *Source) *[]int { return &s.Paragraphs }, "how many it has, or the length of each in characters"),
	yamldoc.Key("currency_basis", yamldoc.Optional, yamldoc.Flag("currency basis", "inferred", "stated"), func(s *Source) *bool { return &s.InferredMoney }, "inferred where the source does not name the currency"),
	yamldoc.Key("currency", yamldoc.Optional, currencyCode, func(s *Source) *string { return &s.Currency }, "what a bare “$”, “pounds” or “pesos” is in it, such as CAD"),
})

// sourceLanguage is the language of a source, with its place.
var sourceLanguage = yamldoc.Custom(languageCode.Form, func(r *yamldoc.Reader, s *Source, n yamldoc.Node) bool {
	s.LanguageAt = r.Place(n)
	return languageCode.Read(r, &s.Language, n)
})

// currencyCode is a code of ISO 4217.
var currencyCode = yamldoc.Scalar("a currency code", func(r *yamldoc.Reader, w Words) (string, bool) {
	if w.Text != "" && !amount.IsCurrency(w.Text) {
		r.AddHint(diag.BadCurrency, w.Place, `"`+w.Text+`" is not a currency code`, `write a code of ISO 4217 such as "CAD" or "MXN"`)
		return "", false
	}
	return w.Text, w.Text != ""
}).Matching(`^[A-Z]{3}$`)

// paragraphs is the number of paragraphs, or the length of each.
var paragraphs = yamldoc.Custom(&yamldoc.Form{What: "a number or numbers", Item: number.Form}, func(r *yamldoc.Reader, lengths *[]int, n yamldoc.Node) bool {
	var count int
	if !n.IsList() {
		number.Read(r, &count, n)
		*lengths = make([]int, count)
		return true
	}
	r.EachItem(n, number.Form, func(n yamldoc.Node) {
		number.Read(r, &count, n) // 0 for what is no number: the others keep their places
		*lengths = append(*lengths, count)
	})
	return true
})

const archivedSentence = "the address of a copy in an archive"
