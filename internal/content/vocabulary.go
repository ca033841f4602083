package content

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Vocabulary is a list of words an author may use, with what the reader sees.
type Vocabulary []Word

// A Word is an id and its label.
type Word struct{ ID, Label string }

// Label returns the label of id, and whether id is a word of v.
func (v Vocabulary) Label(id string) (string, bool) {
	i, ok := slices.BinarySearchFunc(v, id, func(w Word, id string) int { return cmp.Compare(w.ID, id) })
	if !ok {
		return "", false
	}
	return v[i].Label, true
}

// IDs returns the words of v, sorted.
func (v Vocabulary) IDs() []string {
	out := make([]string, len(v))
	for i, w := range v {
		out[i] = w.ID
	}
	return out
}

const vocabularyName = "a vocabulary"

// vocabulary is words with their labels.
var vocabulary = yamldoc.Custom(&yamldoc.Form{What: vocabularyName, Values: text.Form}, func(r *yamldoc.Reader, v *Vocabulary, n yamldoc.Node) bool {
	*v = nil
	for name, value := range r.Entries(n, vocabularyName) {
		var label Words
		if !IsID(name.Text) {
			r.AddHint(diag.UnknownWord, name.Place, `"`+name.Text+`" cannot be a word of a vocabulary`, "use lower-case letters, digits and single hyphens")
		} else if text.Read(r, &label, value) {
			*v = append(*v, Word{name.Text, label.Text})
		}
	}
	slices.SortFunc(*v, func(a, b Word) int { return cmp.Compare(a.ID, b.ID) })
	return true
})

// flowWords are the words by which a text says what kind of payment it speaks of.
var flowWords = yamldoc.Custom(&yamldoc.Form{What: vocabularyName, Values: yamldoc.List(text).Form}, func(r *yamldoc.Reader, m *map[string][]string, n yamldoc.Node) bool {
	*m = map[string][]string{}
	for flow, list := range r.Entries(n, vocabularyName) {
		var words []Words
		yamldoc.List(text).Read(r, &words, list)
		for _, w := range words {
			(*m)[flow.Text] = append((*m)[flow.Text], strings.ToLower(w.Text))
		}
	}
	return true
})

// The vocabularies of a site whose site.yaml gives none, sorted by id.
var (
	defaultFlows = Vocabulary{
		{"ad-spending", "advertising spending"},
		{"ads-sold", "advertising sold"},
		{"contribution", "contribution reported"},
		{"fine", "fine reported paid"},
		{"general", "general statement"},
		{"outlet-computation", "the outlet’s computation"},
		{"payment", "payment reported"},
		{"payment-promised", "payment promised"},
		{"prize", "prize promised"},
		{"wages", "wages"},
	}
	defaultOrgKinds = Vocabulary{
		{"account", "account"},
		{"agency", "agency"},
		{"body", "body"},
		{"campaign", "campaign"},
		{"committee", "committee"},
		{"company", "company"},
		{"court", "court"},
		{"fund", "fund, as described"},
		{"government", "government"},
		{"group", "group, as described"},
		{"non-profit", "non-profit"},
		{"outlet", "news outlet"},
		{"platform", "platform"},
	}
)
