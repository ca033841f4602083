package content

import "receipts/internal/yamldoc"

// A Fact is what we add to a fact that articles report.
type Fact struct {
	Title         Words
	Summary       Inline
	PartOf        Ref
	Steps         Words // the heading above its disagreements, if they tell how something went, step by step
	Disagreements []Disagreement
	Notes         []Outside
	Aliased
}

// fileOfFact is where the keys of a fact belong, for authors who write them into an
// article's report of it.
const fileOfFact = "the file of the fact, content/facts/ID.md"

var fact = yamldoc.Object("a fact", append([]yamldoc.Field[Fact]{
	yamldoc.Key("title", yamldoc.Required, text, func(f *Fact) *Words { return &f.Title }, "what the fact is called"),
	yamldoc.Key("summary", yamldoc.Optional, inline, func(f *Fact) *Inline { return &f.Summary }, "one line on what it is"),
	yamldoc.Key("part_of", yamldoc.Optional, ref, func(f *Fact) *Ref { return &f.PartOf }, "the id of the fact that this is a part of"),
	yamldoc.Key("steps", yamldoc.Optional, text, func(f *Fact) *Words { return &f.Steps }, "the heading above the points, if they tell something step by step"),
	yamldoc.Key("disagreements", yamldoc.Optional, yamldoc.List(disagreement), func(f *Fact) *[]Disagreement { return &f.Disagreements }, "the points on which sources differ"),
	yamldoc.Key("notes", yamldoc.Optional, yamldoc.List(note), func(f *Fact) *[]Outside { return &f.Notes }, "what we know from elsewhere"),
}, aliasesOf(func(f *Fact) *Aliased { return &f.Aliased })...)).Beside(besides, fileOfLater)
