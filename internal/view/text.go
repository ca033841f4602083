package view

import (
	"html/template"
	"iter"

	"receipts/internal/content"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// A page is one page while its view is made. It is the [markdown.Resolver] of its
// texts: where a reference leads may depend on the page.
type page struct {
	*Views
	path    string
	article *site.Article // whose words are shown: on an article's page, or in a receipt
}

var _ markdown.Resolver = (*page)(nil)

// at is the page at a path.
func (v *Views) at(path string) *page { return &page{Views: v, path: path} }

// of is the same page where it shows words of an article.
func (on *page) of(a *site.Article) *page { return &page{on.Views, on.path, a} }

// html renders an inline text.
func (on *page) html(i content.Inline) template.HTML {
	if i.Doc == nil {
		return ""
	}
	return on.inLanguage("span", i.Place.File, i.Doc.HTML(on))
}

// inLanguage puts an element around a text from a file, if the file is in another
// language than the page, since nothing has been translated.
func (on *page) inLanguage(element, file string, html template.HTML) template.HTML {
	lang := on.otherLang(file)
	if lang == "" || html == "" {
		return html
	}
	start := "<" + element + ` lang="` + lang + `"`
	if dir := on.otherDirection(lang); dir != "" {
		start += ` dir="` + dir + `"`
	}
	return template.HTML(start+">") + html + template.HTML("</"+element+">")
}

// withScraps renders a text of a few sentences, in which each figure that links to its
// receipt stands on a scrap of it.
func (on *page) withScraps(i content.Inline) template.HTML {
	if i.Doc == nil {
		return ""
	}
	return on.inLanguage("span", i.Place.File, i.Doc.HTML(scraps{on}))
}

// scraps is a page on which figures stand on scraps of their receipts.
type scraps struct{ *page }

// Ref is that of the page. A scrap is a link to an amount whose words state a figure.
func (on scraps) Ref(ref *markdown.Ref) markdown.Target {
	t := on.page.Ref(ref)
	n := on.site.Named(ref.ID)
	if n == nil || n.Fact() == nil || !n.Fact().HasFigure() {
		return t
	}
	t.Scrap = ref.Fragment == "" && (ref.Label == "" || len(evidence.FindQuantities(on.Tag(), ref.Label)) > 0)
	return t
}

// plain is the words of an inline text on this page, where references may have
// other labels than elsewhere.
func (on *page) plain(i content.Inline) string {
	if i.Doc == nil {
		return ""
	}
	return i.Doc.PlainText(on)
}

// Plain is the words of an inline text.
func (v *Views) Plain(i content.Inline) string { return v.at("").plain(i) }

// maxDescription is how long a page's description may be, in characters; what
// search engines show is shorter.
const maxDescription = 300

// describe makes a description of a text.
func describe(s string) string { return site.Shorten(s, maxDescription) }

// about describes what an inline text says, in words that are read at a glance.
func (v *Views) about(i content.Inline) string { return describe(v.Plain(i)) }

// runs splits a list where the key of its elements changes.
func runs[T any](list []T, key func(T) string) iter.Seq2[string, []T] {
	return func(yield func(string, []T) bool) {
		for start, end := 0, 0; start < len(list); start = end {
			k := key(list[start])
			for end < len(list) && key(list[end]) == k {
				end++
			}
			if !yield(k, list[start:end]) {
				return
			}
		}
	}
}

// each makes a view of everything in a list.
func each[T, V any](list []T, view func(T) V) []V {
	out := make([]V, len(list))
	for i, x := range list {
		out[i] = view(x)
	}
	return out
}

// escaped is a text where markup may stand.
func escaped(text string) template.HTML { return template.HTML(template.HTMLEscapeString(text)) }
