package content

import (
	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// partlyKeys are what an author says of a quote that does not carry all.
var partlyKeys = []key[Report]{
	{"quote_supports", false, func(r *reader, p *Report, n *yaml.Node) {
		p.Partly = true // whatever it says: there is no other word
		p.IsPartly = r.choice(n, "value", []string{"partly"}) != ""
	}},
	{"quote_lacks", false, func(r *reader, p *Report, n *yaml.Node) { p.Lacks = r.inline(n) }},
	{"quote_read", false, func(r *reader, p *Report, n *yaml.Node) {
		r.list(n, func(n *yaml.Node) { p.Read = append(p.Read, r.words(n)) })
	}},
}

// checkPartly holds that neither key stands without the other.
func (r *reader) checkPartly(p *Report) {
	switch {
	case p.Partly && !p.Lacks.IsGiven():
		r.diags.AddHint(diag.MissingKey, p.Place, `a quote that supports partly needs the key "quote_lacks"`,
			`say what is missing, as in "quote_lacks: the year is that of the sentence before"`)
	case p.Lacks.IsGiven() && !p.Partly:
		r.diags.AddHint(diag.MissingKey, p.Lacks.Place, `what a quote lacks needs the key "quote_supports"`, `add "quote_supports: partly"`)
	}
}
