package proof

import (
	"slices"
	"strings"
	"unicode"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// What an article is said not to say. An item of "does_not_say" that is nothing but
// links says that the article does not name what they lead to: a person or an
// organization, by a name of its file or a surname; a state, by its name; a fact that
// it reports. The headline, quotes with their translations, parties and speakers are
// held against it. Items in words are not judged: an article may mention an interview
// and not say with whom.

// checkUnsaid compares what articles are said not to say with what they name.
func (p *Proof) checkUnsaid() (diags diag.List) {
	var names []nameIndex
	for _, a := range p.Site.Articles {
		var named map[*site.Node]diag.Place
		for _, item := range a.Front.DoesNotSay {
			if item.Doc == nil || !isOnlyLinks(p.Site, item.Doc) {
				continue
			}
			if names == nil {
				names = []nameIndex{callings(p.Site), indexNames(namesOn(p.Site))} // with surnames, and with terms
			}
			if named == nil {
				named = namedBy(p.Site, a, names)
			}
			for _, ref := range item.Refs() {
				n := p.Site.Named(ref.ID)
				at, ok := named[n]
				if n == nil || !ok {
					continue
				}
				diags = append(diags, diag.Diagnostic{
					Code: diag.SaysIt, Place: ref.Place, Message: `the article does name "` + n.Title + `"`,
					Hint:    "delete the link; if something about it is left out, say in words what",
					Related: []diag.Related{{Place: at, Note: "it is named here"}},
				})
			}
		}
	}
	return diags
}

// isOnlyLinks reports whether d has links, and no words besides them but "the" and
// "or". The label of a link is a name, or a piece of one, of what it leads to; any
// other says something about it.
func isOnlyLinks(s *site.Site, d *markdown.Doc) bool {
	for _, p := range d.Passages() {
		text := []byte(p.Text)
		for _, l := range p.Labels {
			if !isPieceOfName(s.Named(l.Ref.ID), p.Text[l.Start:l.End]) {
				return false
			}
			for i := l.Start; i < l.End; i++ {
				text[i] = ' '
			}
		}
		words := strings.FieldsFunc(strings.ReplaceAll(string(text), markdown.Gap, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(joining, strings.ToLower(w)) }) {
			return false
		}
	}
	return len(d.Refs()) > 0
}

var joining = strings.Fields("the a an and or nor neither either")

func isPieceOfName(n *site.Node, label string) bool {
	if n == nil {
		return true // which is reported
	}
	names := []string{n.Title}
	if n.Page != nil {
		if e, ok := n.Page.Front.(*content.Entity); ok {
			for _, w := range e.Also {
				names = append(names, w.Text)
			}
		}
	}
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(label)) })
}

// namedBy is what a names, with the first place of each: facts that it reports, and
// what is named in its headline, in quotes and their translations, as a payer, a
// payee or a speaker.
func namedBy(s *site.Site, a *site.Article, names []nameIndex) map[*site.Node]diag.Place {
	named := map[*site.Node]diag.Place{}
	add := func(n *site.Node, at diag.Place) {
		if _, ok := named[n]; !ok {
			named[n] = at
		}
	}
	read := func(w content.Words, lang string) {
		for _, x := range names {
			x.each(plainly(w.Text), func(n name, _, _ int) { add(n.node, w.Place) })
		}
		for _, f := range evidence.FindStates(s.Regions, lang, w.Text) {
			add(&s.State(f.Code).Node, w.Place)
		}
	}
	party := func(p content.Party) {
		if n := s.Named(p.ID); n != nil {
			add(n, p.Place)
		}
		read(p.Words.Words, a.Front.Source.Ours)
	}
	read(a.Front.Source.Headline, a.Front.Source.Language)
	for _, r := range a.Reports {
		add(&r.Fact.Node, r.Links.Fact.Place)
		if r.Amount != nil {
			for _, p := range slices.Concat(r.Amount.From, r.Amount.To) {
				party(p)
			}
		}
	}
	a.Front.EachReport(func(r *content.Report) {
		for _, e := range append([]content.Evidence{r.Evidence}, r.Also...) {
			read(e.Quote, a.Front.Source.Language)
			read(e.Translation, a.Front.Source.Ours)
		}
		for _, p := range r.By {
			party(p)
		}
	})
	return named
}
