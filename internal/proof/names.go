package proof

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// The names of entities and terms in prose. A number or a state in one of them is
// no statement. With -lint, a name that stands in an article's body and is linked
// nowhere on its page is a hint.

// namesToSkip are the names on the site that have a number or a state in them:
// "404 Media". A law that is cited by its name is one, with its section and without:
// "Representation of the People Act 1983, s 75".
func namesToSkip(s *site.Site) []name {
	all := namesOn(s)
	for _, a := range s.Authorities {
		law, _, _ := strings.Cut(a.Cite, ", ")
		all = append(all, name{a.Cite, &a.Node}, name{law, &a.Node})
	}
	sortNames(all)
	var out []name
	for _, n := range slices.CompactFunc(all, func(x, y name) bool { return x.words == y.words }) {
		if strings.ContainsAny(n.words, "0123456789") || slices.ContainsFunc(s.States, func(s *site.State) bool { return strings.Contains(n.words, s.Name) }) {
			out = append(out, name{n.words, nil})
		}
	}
	return out
}

// blank replaces the names in text by a semicolon, which ends a clause, and blanks
// of the same length.
func (x nameIndex) blank(text string) string {
	if len(x) == 0 {
		return text
	}
	var out strings.Builder
	from := 0
	x.each(text, func(_ name, start, end int) {
		out.WriteString(text[from:start] + ";" + strings.Repeat(" ", end-start-1))
		from = end
	})
	if from == 0 {
		return text
	}
	return out.String() + text[from:]
}

// A nameIndex has names by their first words, the longest first, so that a text is
// read once however many names there are.
type nameIndex map[string][]name

// indexNames indexes names, which are the longest first.
func indexNames(names []name) nameIndex {
	x := nameIndex{}
	add := func(words string, n *site.Node) {
		key := firstWord(words)
		x[key] = append(x[key], name{words, n})
	}
	for _, n := range names {
		add(n.words, n.node)
		if n.node == nil || n.node.Kind != site.TermNode {
			continue
		}
		// A term may begin a sentence.
		rest := n.words[1:]
		for _, spelling := range []string{strings.ToUpper(n.words[:1]) + rest, strings.ToLower(n.words[:1]) + rest} {
			if spelling != n.words {
				add(spelling, n.node)
			}
		}
	}
	return x
}

// firstWord is the letters and digits that s begins with, or its first rune.
func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case end < 0:
		return s
	case end == 0:
		_, end = utf8.DecodeRuneInString(s)
	}
	return s[:end]
}

// each calls f for the names in text, as whole words: the longest that stands
// at a place, and none inside another.
func (x nameIndex) each(text string, f func(n name, start, end int)) {
	for i := 0; i < len(text); {
		word := firstWord(text[i:])
		next := i + max(1, len(word))
		for _, n := range x[word] {
			if end := i + len(n.words); strings.HasPrefix(text[i:], n.words) && isWordAt(text, i, end) {
				f(n, i, end)
				next = end
				break
			}
		}
		i = next
	}
}

// A name is one of the names of an entity or a term.
type name struct {
	words string
	node  *site.Node
}

// namesOn lists all names on a site, the longest first.
func namesOn(s *site.Site) []name {
	var out []name
	add := func(n *site.Node, also []content.Words) {
		out = append(out, name{n.Title, n})
		for _, w := range also {
			out = append(out, name{w.Text, n})
		}
	}
	for _, e := range slices.Concat(s.People, s.Organizations) {
		add(&e.Node, e.Front.Also)
	}
	for _, t := range s.Terms {
		add(&t.Node, t.Front.Also)
	}
	sortNames(out)
	return out
}

// sortNames puts the longest first.
func sortNames(names []name) {
	slices.SortFunc(names, func(x, y name) int {
		return cmp.Or(len(y.words)-len(x.words), cmp.Compare(x.words, y.words), cmp.Compare(x.node.ID, y.node.ID))
	})
}

// minName is the length below which a name is too often something else: "X".
const minName = 3

// lintNames says which of names in a's body are linked nowhere on its page. Each
// is said once, where it stands first.
func lintNames(s *site.Site, a *site.Article, names nameIndex) (diags diag.List) {
	if a.Page.Body == nil {
		return nil
	}
	linked := linkedBy(s, a)
	for _, p := range a.Page.Body.Passages() {
		text := []byte(p.Text)
		for _, l := range p.Labels { // its words lead to a page already
			for i := l.Start; i < l.End; i++ {
				text[i] = ' '
			}
		}
		names.each(string(text), func(n name, start, end int) {
			if len(n.words) < minName || linked[n.node] {
				return
			}
			words := p.Text[start:end]
			diags.AddHint(diag.NameNotLinked, diag.Place{File: a.Page.Path, Start: p.At(start), End: p.At(end-1) + 1},
				`"`+words+`" has an entry and is linked nowhere on this page`, "write [["+n.node.ID+"|"+words+"]]")
			linked[n.node] = true
		})
	}
	return diags
}

// linkedBy returns what the page of a links to: in its texts, and as a party.
func linkedBy(s *site.Site, a *site.Article) map[*site.Node]bool {
	linked := map[*site.Node]bool{}
	for _, d := range a.Page.Texts {
		for _, ref := range d.Refs() {
			if t, _ := s.Resolve(ref.ID, ""); t.Node != nil {
				linked[t.Node] = true
			}
		}
	}
	for _, e := range []*site.Entity{a.Outlet, a.Author} {
		if e != nil {
			linked[&e.Node] = true
		}
	}
	for _, r := range a.Reports {
		for _, p := range slices.Concat(r.From, r.To, r.Via, r.For, r.Against, r.Speakers) {
			if p.Entity != nil {
				linked[&p.Entity.Node] = true
			}
		}
	}
	return linked
}
