package diag

import "slices"

// An Explanation says what a code means, for "explain" and for the guide.
type Explanation struct {
	Code  Code
	Title string // the mistake in a few words
	Text  string // one paragraph: what is wrong and why it is not let through
	Wrong string // an example that is refused
	Right string // the same, mended
}

// Explain returns the explanation of c.
func Explain(c Code) (Explanation, bool) {
	i := slices.IndexFunc(explanations, func(e Explanation) bool { return e.Code == c })
	if i < 0 {
		return Explanation{}, false
	}
	return explanations[i], true
}

// Explanations returns all explanations in the order of their codes, errors
// before warnings.
func Explanations() []Explanation { return slices.Clone(explanations) }

var explanations = []Explanation{
	{Code: UnknownState, Title: "unknown state", Text: "States are written as their USPS codes."},
}
