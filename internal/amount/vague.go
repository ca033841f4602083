package amount

import "strings"

// A vague number names a unit and leaves open how many of it. With unit u it
// means [2u, 10u), since from 10u on there is a larger unit: hundreds are 200 to
// 999, a few thousand are 2,000 to 9,999, a few tens of thousands are 20,000 to
// 99,999. "several" alone is [2, ∞).
type vagueForm struct {
	words   string
	tokens  []string // the words, parted
	unit    int64
	endless bool
}

// vagueForms lists all spellings; a form that ends in a plural takes "of"
// before what is counted. No other form is read, so that each has one meaning.
var vagueForms = parted([]vagueForm{
	{words: "several", unit: 1, endless: true},
	{words: "a few", unit: 1},
	{words: "tens", unit: 10},
	{words: "dozens", unit: 12},
	{words: "a few dozen", unit: 12},
	{words: "several dozen", unit: 12},
	{words: "hundreds", unit: 100},
	{words: "a few hundred", unit: 100},
	{words: "several hundred", unit: 100},
	{words: "thousands", unit: 1e3},
	{words: "a few thousand", unit: 1e3},
	{words: "several thousand", unit: 1e3},
	{words: "tens of thousands", unit: 1e4},
	{words: "a few tens of thousands", unit: 1e4},
	{words: "several tens of thousands", unit: 1e4},
	{words: "hundreds of thousands", unit: 1e5},
	{words: "a few hundred thousand", unit: 1e5},
	{words: "several hundred thousand", unit: 1e5},
	{words: "millions", unit: 1e6},
	{words: "a few million", unit: 1e6},
	{words: "several million", unit: 1e6},
	{words: "tens of millions", unit: 1e7},
	{words: "a few tens of millions", unit: 1e7},
	{words: "several tens of millions", unit: 1e7},
	{words: "hundreds of millions", unit: 1e8},
	{words: "a few hundred million", unit: 1e8},
	{words: "several hundred million", unit: 1e8},
	{words: "billions", unit: 1e9},
	{words: "a few billion", unit: 1e9},
	{words: "several billion", unit: 1e9},
	{words: "tens of billions", unit: 1e10},
	{words: "hundreds of billions", unit: 1e11},
})

// VagueForms are the numbers in words that amounts may have.
func VagueForms() []string {
	all := make([]string, len(vagueForms))
	for i, f := range vagueForms {
		all[i] = f.words
	}
	return all
}

func parted(forms []vagueForm) []vagueForm {
	for i := range forms {
		forms[i].tokens = strings.Fields(forms[i].words)
	}
	return forms
}

// takesOf reports whether a vague form is joined to its noun by "of".
func takesOf(words string) bool { return strings.HasSuffix(words, "s") }

func vagueBounds(words string, digits int) (lo, hi Bound) {
	for _, f := range vagueForms {
		if f.words != words {
			continue
		}
		unit := f.unit * pow10(digits)
		if f.endless {
			return Bound{2 * unit, Closed}, Bound{Limit: Unbounded}
		}
		return Bound{2 * unit, Closed}, Bound{10*unit - 1, Closed}
	}
	panic("amount: no vague form " + words) // only Parse makes them
}

// vagueKey folds what authors get wrong in a vague number: articles, "of",
// plurals, case. Forms with the same key mean the same.
func vagueKey(words []string) string {
	var key []string
	for _, w := range words {
		switch w = strings.ToLower(w); w {
		case "a", "of":
		case "several", "few":
			key = append(key, w)
		default:
			key = append(key, strings.TrimSuffix(w, "s"))
		}
	}
	return strings.Join(key, " ")
}
