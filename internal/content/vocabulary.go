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

// A Word is an id and its label; a flow has a kind as well, one of [FlowKinds], if
// the site file gives it one.
type Word struct {
	ID, Label, Kind string
	at              diag.Place // of the label; none of a word that is built in
}

// Lang is the language of the label, on a site in the language ours.
func (w Word) Lang(ours string) string {
	if w.at.File == "" {
		return DefaultLanguage
	}
	return LangOf(w.at.File, ours)
}

// FlowKinds say what an amount of a flow is: money that changes hands; money that is
// spent for or against others; what is promised or offered; what is there or owed
// on a day; what one of something costs; the most or the least that is allowed;
// what is said in general or reckoned by an outlet.
var FlowKinds = []string{"payment", "spending", "promise", "state", "price", "limit", "statement"}

// Label returns the label of id, and whether id is a word of v.
func (v Vocabulary) Label(id string) (string, bool) {
	w, ok := v.Word(id)
	return w.Label, ok
}

// Kind is the kind of the flow id; "" if it has none.
func (v Vocabulary) Kind(id string) string {
	w, _ := v.Word(id)
	return w.Kind
}

// Word returns the word whose id it is, and whether v has it.
func (v Vocabulary) Word(id string) (Word, bool) {
	i, ok := slices.BinarySearchFunc(v, id, func(w Word, id string) int { return cmp.Compare(w.ID, id) })
	if !ok {
		return Word{}, false
	}
	return v[i], true
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

// vocabulary is words, each read by a type of its own.
func vocabulary(word yamldoc.Type[Word]) yamldoc.Type[Vocabulary] {
	return yamldoc.Custom(&yamldoc.Form{What: vocabularyName, Values: word.Form, Names: IDPattern}, func(r *yamldoc.Reader, v *Vocabulary, n yamldoc.Node) bool {
		*v = nil
		whole := n.IsMapping()
		for name, value := range r.Entries(n, vocabularyName) {
			w := Word{ID: name.Text}
			if !isKebab(name.Text) {
				whole = false
				r.AddHint(diag.UnknownWord, name.Place, `"`+name.Text+`" cannot be a word of a vocabulary`, "use lower-case letters, digits and single hyphens")
			} else if word.Read(r, &w, value) {
				*v = append(*v, w)
			} else {
				whole = false
			}
		}
		slices.SortFunc(*v, func(a, b Word) int { return cmp.Compare(a.ID, b.ID) })
		return whole
	}).TranslatedBy(func(r *yamldoc.Reader, v *Vocabulary, n yamldoc.Node) {
		*v = slices.Clone(*v)
		for name, value := range r.Entries(n, vocabularyName) {
			if i := slices.IndexFunc(*v, func(w Word) bool { return w.ID == name.Text }); i >= 0 {
				labelled.Read(r, &(*v)[i], value)
			} else {
				r.AddHint(diag.OlderTranslation, name.Place, `the original has no word "`+name.Text+`", or has it no longer`, "take it away")
			}
		}
	})
}

// labelled is a word with its label.
var labelled = yamldoc.Custom(text.Form, func(r *yamldoc.Reader, w *Word, n yamldoc.Node) bool {
	var label Words
	ok := text.Read(r, &label, n)
	w.Label, w.at = label.Text, label.Place
	return ok
})

// flow is a word with its label, or with its label and its kind.
var flow = yamldoc.Custom(&yamldoc.Form{What: labelledFlow.What, Keys: labelledFlow.Keys, Or: labelled.Form}, func(r *yamldoc.Reader, w *Word, n yamldoc.Node) bool {
	if n.IsMapping() {
		return labelledFlow.Read(r, w, n)
	}
	return labelled.Read(r, w, n)
})

var labelledFlow = yamldoc.Object("a flow", []yamldoc.Field[Word]{
	yamldoc.Key("label", yamldoc.Required, labelled, func(w *Word) *Word { return w }, "what a reader sees, such as contribution reported"),
	yamldoc.Key("kind", yamldoc.Required, yamldoc.Choice("kind of flow", FlowKinds...), func(w *Word) *string { return &w.Kind }, "what an amount of it is, such as payment or state; only payments and spending are added"),
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
		{ID: "ad-spending", Label: "advertising spending", Kind: "spending"},
		{ID: "ads-sold", Label: "advertising sold", Kind: "spending"},
		{ID: "cash-on-hand", Label: "cash on hand", Kind: "state"},
		{ID: "contribution", Label: "contribution reported", Kind: "payment"},
		{ID: "debt", Label: "debt", Kind: "state"},
		{ID: "fine", Label: "fine reported paid", Kind: "statement"},
		{ID: "general", Label: "general statement", Kind: "statement"},
		{ID: "independent-expenditure", Label: "independent expenditure", Kind: "spending"},
		{ID: "limit", Label: "limit set by law", Kind: "limit"},
		{ID: "loan", Label: "loan reported", Kind: "payment"},
		{ID: "outlet-computation", Label: "the outlet’s computation", Kind: "statement"},
		{ID: "payment", Label: "payment reported", Kind: "payment"},
		{ID: "payment-promised", Label: "payment promised", Kind: "promise"},
		{ID: "prize", Label: "prize promised", Kind: "promise"},
		{ID: "raised", Label: "money raised", Kind: "statement"},
		{ID: "refund", Label: "refund reported", Kind: "payment"},
		{ID: "spent", Label: "money spent", Kind: "statement"},
		{ID: "transfer", Label: "transfer reported", Kind: "payment"},
		{ID: "wages", Label: "wages", Kind: "payment"},
	}
	defaultOrgKinds = Vocabulary{
		{ID: "account", Label: "account"},
		{ID: "agency", Label: "agency"},
		{ID: "body", Label: "body"},
		{ID: "campaign", Label: "campaign"},
		{ID: "committee", Label: "committee"},
		{ID: "company", Label: "company"},
		{ID: "court", Label: "court"},
		{ID: "fund", Label: "fund, as described"},
		{ID: "government", Label: "government"},
		{ID: "group", Label: "group, as described"},
		{ID: "non-profit", Label: "non-profit"},
		{ID: "outlet", Label: "news outlet"},
		{ID: "platform", Label: "platform"},
	}
)
