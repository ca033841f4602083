package proof

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// A told is a report as its texts tell it: our sentence, the quotes with their
// translations, how the article describes payer and payee; and who is named in each.
type told struct {
	*content.Report
	article *site.Article
	lang    string // of our words
	fact    string // its id; empty of what an article says of a state or of a question
	states  []content.StateCode
	amount  *content.Amount // nil if it is none

	says   tale
	quotes []tale // with their translations, each behind its quote
	pairs  []pair
	as     []tale // the descriptions
	linked []*site.Node
}

// A tale is one text of a report.
type tale struct {
	lang, text string
	names      []calling
	reading    evidence.Reading
}

// A pair is a quote and its translation.
type pair struct {
	quote, translation *tale
	at                 diag.Place // of the translation
}

// rolesOf are the roles of a node in t, one for each time that it is named.
func (t *tale) rolesOf(n *site.Node) (roles []evidence.Role) {
	for i, c := range t.names {
		if c.is(n) {
			roles = append(roles, t.reading.Roles[i])
		}
	}
	return roles
}

// isShared reports whether t has a name of n that is another's too, so that what it
// says of the one may be of the other.
func (t *tale) isShared(n *site.Node) bool {
	return slices.ContainsFunc(t.names, func(c calling) bool { return len(c.nodes) > 1 && c.is(n) })
}

// with are the nodes that have a role in t.
func (t *tale) with(role evidence.Role) (nodes []*site.Node) {
	for i, c := range t.names {
		if t.reading.Roles[i] == role {
			nodes = append(nodes, c.nodes...)
		}
	}
	return nodes
}

// isPossessive reports whether name i is that of an owner: "Meta's figures".
func (t *tale) isPossessive(i int) bool { return strings.HasPrefix(t.text[t.names[i].End:], "'") }

// texts are all texts of t.
func (t *told) texts() []tale { return slices.Concat([]tale{t.says}, t.quotes, t.as) }

// titles resolves references to the titles of what they lead to.
type titles struct {
	*site.Site
	markdown.Resolver
}

func (t titles) Ref(ref *markdown.Ref) markdown.Target {
	if n := t.Named(ref.ID); n != nil {
		return markdown.Target{Label: n.Title, OK: true}
	}
	return markdown.Target{Label: ref.ID}
}

// words are the words of an inline text, with the titles of what it links to.
func (c *statementCheck) words(i content.Inline) string {
	return plainly(i.Doc.Whole().Text(titles{Site: c.site}))
}

// tale reads a text, which is plain.
func (c *statementCheck) tale(lang, text string) tale {
	t := tale{lang: lang, text: text, names: c.names.in(text)}
	if len(t.names) == 0 {
		return t
	}
	spans := make([]evidence.Span, len(t.names))
	for i, n := range t.names {
		spans[i] = n.Span
	}
	var ok bool
	if t.reading, ok = evidence.RolesOf(lang, text, spans); !ok {
		t.reading = evidence.Reading{Roles: make([]evidence.Role, len(spans)), Leads: make([]evidence.Lead, len(spans))}
	}
	return t
}

// tell reads the texts of r.
func (c *statementCheck) tell(a *site.Article, r *content.Report) *told {
	ours := a.Front.Source.Ours
	t := &told{Report: r, article: a, lang: ours, says: c.tale(ours, c.words(r.Says))}
	lang := a.Front.Source.Language
	if !a.Front.Source.NeedsTranslation() {
		lang = ours
	}
	for i := -1; i < len(r.Also); i++ {
		e := &r.Evidence
		if i >= 0 {
			e = &r.Also[i]
		}
		quote, translation := c.tale(lang, plainly(e.Quote.Text)), c.tale(ours, plainly(e.Translation.Text))
		if e.Quote.Text != "" {
			t.quotes = append(t.quotes, quote)
		}
		if e.Translation.Text != "" {
			t.quotes = append(t.quotes, translation)
			if e.Quote.Text != "" {
				t.pairs = append(t.pairs, pair{&quote, &translation, e.Translation.Place})
			}
		}
	}
	if r.Says.Doc != nil {
		for _, ref := range r.Says.Refs() {
			if n := c.site.Named(ref.ID); n != nil {
				t.linked = append(t.linked, n)
			}
		}
	}
	for i := range t.says.names { // of several who are called the same, the link says which
		if nodes := t.says.names[i].nodes; len(nodes) > 1 && slices.ContainsFunc(nodes, t.isLinkedItself) {
			t.says.names[i].nodes = slices.DeleteFunc(nodes, func(n *site.Node) bool { return !t.isLinkedItself(n) })
		}
	}
	return t
}

// linkedReports are what the sentence rests on by a link to another fact: the
// article's own reports of it, or else the oldest of all. A few are enough: a fact may
// have thousands, and as many sentences link to it.
func (t *told) linkedReports() (out []*site.Report) {
	for _, n := range t.linked {
		f := n.Fact()
		if f == nil || f.ID == t.fact {
			continue
		}
		own := len(out)
		for _, r := range t.article.Reports {
			if r.Fact == f && len(out) < own+fewReports {
				out = append(out, r)
			}
		}
		if len(out) == own {
			out = append(out, f.Reports[:min(len(f.Reports), fewReports)]...)
		}
	}
	return out
}

// isLinkedItself reports whether the sentence links to n.
func (t *told) isLinkedItself(n *site.Node) bool { return slices.Contains(t.linked, n) }

// isLinked reports whether the sentence links to n, or to another fact of which it
// is a party.
func (t *told) isLinked(n *site.Node) bool {
	return t.isLinkedItself(n) || slices.ContainsFunc(t.linkedReports(), func(r *site.Report) bool {
		return slices.ContainsFunc(slices.Concat(r.From, r.To, r.Via, r.For, r.Against, r.Speakers), func(p site.Party) bool { return p.Entity != nil && &p.Entity.Node == n })
	})
}
