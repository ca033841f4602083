package content

import (
	"regexp"
	"slices"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// An Entity is a person or an organization.
type Entity struct {
	Title   Words
	Summary Inline // one neutral line
	Also    []Words
	Kind    Words // of organizations: a word of the vocabulary in site.yaml
	FEC     Words // the FEC's id of a committee: C00879510
	URL     Words
	Notes   []Outside
	Aliased
}

var fecPattern = regexp.MustCompile(`^C[0-9]{8}$`)

var personKeys = append([]yamldoc.Field[Entity]{
	yamldoc.Key("title", yamldoc.Required, name, func(e *Entity) *Words { return &e.Title }, "the name"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(e *Entity) *Inline { return &e.Summary }, "one neutral line that says the role"),
	yamldoc.Key("also", yamldoc.Optional, yamldoc.List(verbatim), func(e *Entity) *[]Words { return &e.Also }, "other names that articles use"),
	yamldoc.Key("url", yamldoc.Optional, address, func(e *Entity) *Words { return &e.URL }, "an address of its own"),
	yamldoc.Key("notes", yamldoc.Optional, yamldoc.List(note), func(e *Entity) *[]Outside { return &e.Notes }, "what we know from elsewhere"),
}, aliasesOf(func(e *Entity) *Aliased { return &e.Aliased })...)

var (
	person       = yamldoc.Object("a person", personKeys)
	organization = yamldoc.Object("an organization", append(slices.Clone(personKeys),
		yamldoc.Key("kind", yamldoc.Required, verbatim, func(e *Entity) *Words { return &e.Kind }, "what it is, such as company: a word of the list for organizations in content/site.yaml"),
		yamldoc.Key("fec", yamldoc.Optional, committeeID, func(e *Entity) *Words { return &e.FEC }, "the number of a committee at the FEC, such as C00879510"),
	))
)

var committeeID = yamldoc.Custom(&yamldoc.Form{What: text.What, Pattern: fecPattern.String()}, func(r *yamldoc.Reader, w *Words, n yamldoc.Node) bool {
	ok := text.Read(r, w, n)
	if w.Text != "" && !fecPattern.MatchString(w.Text) {
		r.AddHint(diag.BadNumber, w.Place, `"`+w.Text+`" is not the FEC id of a committee`, "it is the letter C and eight digits")
	}
	return ok
})
