package diag

import "slices"

// An Explanation says what a code means, for "explain" and for the guide.
type Explanation struct {
	Code  Code
	Title string // the mistake in a few words
	Text  string // one paragraph: what is wrong, why it is refused, what to do
	Wrong string // an example that is refused; may be empty
	Right string // the same, mended; may be empty
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

// Lang is the language of all messages and explanations.
const Lang = "en"

// A Group is explanations that belong together, by what they are about.
type Group struct {
	ID           string
	Explanations []Explanation
}

// Groups returns all explanations in groups.
func Groups() []Group { return slices.Clone(groups) }

// GroupOf is the group that explains c; its ID is empty if none does.
func GroupOf(c Code) Group {
	for _, g := range groups {
		if slices.ContainsFunc(g.Explanations, func(e Explanation) bool { return e.Code == c }) {
			return g
		}
	}
	return Group{}
}

// groups have every explanation once; a test checks that none is missing.
var groups = []Group{
	{"front-matter", slices.Concat(aboutFront, aboutCut, aboutLanguages)},
	{"values", slices.Concat(aboutValues, aboutLaw, aboutRegions)},
	{"text", slices.Concat(aboutMarkdown, aboutProse)},
	{"links", slices.Concat(aboutSite, aboutAddresses, aboutFacts, aboutChecked)},
	{"quotes", slices.Concat(aboutEvidence, aboutReading, aboutSources)},
	{"statements", aboutStatements},
	{"figures", slices.Concat(aboutFigures, aboutDeclared, aboutContradicted, aboutMoney)},
	{"editions", aboutEditions},
	{"files", slices.Concat(aboutLayouts, aboutHosts, aboutFiles)},
	{"warnings", aboutWarnings},
}

// explanations are sorted by code; a test checks that none is missing.
var explanations = slices.Concat(
	aboutFront, aboutValues, aboutSite, aboutMarkdown, aboutLayouts, aboutEvidence, aboutProse, aboutFigures, aboutSources, aboutEditions, aboutDeclared, aboutFiles, aboutReading, aboutAddresses, aboutStatements, aboutCut, aboutContradicted, aboutHosts, aboutLaw, aboutMoney, aboutChecked, aboutFacts, aboutLanguages, aboutRegions, aboutWarnings,
)
