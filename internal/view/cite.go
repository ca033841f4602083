package view

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// HowToCite says how a page of ours is cited, in the forms that people and
// their programs ask for. Each form is written only when a layout asks for it.
type HowToCite struct {
	work
	words
	read string // when a source was read last: "22 November 2026"
}

// A CiteForm is one form, by its name.
type CiteForm struct{ Name, Text string }

// cite makes the citation of n's page. Its date is the last on which a source
// was read, since a page says nothing newer; a site without articles has none.
func (v *Views) cite(n *site.Node) HowToCite {
	c := v.citeAs(n.ID, n.Title, n.Path)
	c.lang = cmp.Or(v.textLang(n), c.lang)
	return c
}

// citeAs makes that of a page that need not be a node's.
func (v *Views) citeAs(id, title, path string) HowToCite {
	c := v.cited
	c.id, c.title, c.url = c.id+id, title, v.site.URL(path)
	if !v.site.IsFirst() {
		c.id += "-" + v.site.Lang // both may be cited together
	}
	return c
}

// makeCited makes what the citations of all pages have in common.
func (v *Views) makeCited(read content.Date) HowToCite {
	cfg := v.site.Config
	c := HowToCite{words: v.words, work: work{
		id: strings.ToLower(strings.Join(strings.Fields(cfg.Title.Text), "-")) + "-",
		by: cmp.Or(cfg.Publisher.Text, cfg.Title.Text), site: cfg.Title.Text, lang: v.Tag(),
	}}
	if read.IsSet() {
		c.day, c.read = read.Earliest(), v.Date(read.Date)
	}
	return c
}

// Plain is the citation as a sentence of prose has it.
func (c HowToCite) Plain() string {
	where := c.site
	if c.read != "" {
		where = c.join("comma", where, c.read)
	}
	return fmt.Sprintf("%s %s. %s", c.Quoted(sentence(c.title)), where, c.url)
}

// Forms are the citation in the forms that have names.
func (c HowToCite) Forms() []CiteForm {
	return []CiteForm{{"APA", c.apa()}, {"BibTeX", c.bibTeX()}, {"CSL-JSON", c.cslJSON()}}
}

// A work is what all forms of a citation are made of.
type work struct {
	id, title, by, site, url string
	lang                     string
	day                      edtf.Day // the zero Day if there is none
}

// bibMonths are the names that BibTeX has for months, in whatever language the page is.
var bibMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// apa is the form of the American Psychological Association, 7th edition, for a
// page whose author is a group, as it is adapted to the language of the page.
func (w HowToCite) apa() string {
	date := w.t("cite.no-date")
	if w.day.Year != 0 {
		date = w.t("cite.date", w.day.Year, w.Month(w.day.Month), w.day.Day)
	}
	return fmt.Sprintf("%s. (%s). %s %s%s", w.by, date, sentence(w.title), apaSite(w.site, w.by), w.url)
}

// apaSite names the site, unless it is its own author.
func apaSite(title, by string) string {
	if title == by {
		return ""
	}
	return title + ". "
}

// sentence is a title with a full stop, unless it ends with a mark of its own.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

var texEscaper = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
)

func (w work) bibTeX() string {
	date := ""
	if w.day.Year != 0 {
		date = fmt.Sprintf("  year = {%d},\n  month = %s,\n", w.day.Year, bibMonths[w.day.Month-1])
	}
	return fmt.Sprintf("@misc{%s,\n  title = {{%s}},\n  author = {{%s}},\n  howpublished = {%s},\n%s  url = {%s}\n}",
		w.id, texEscaper.Replace(w.title), texEscaper.Replace(w.by), texEscaper.Replace(w.site), date, w.url)
}

// cslJSON is the form of the Citation Style Language 1.0, as its schema has it. A title
// without a language is taken for an English one, whose words may get capitals.
func (w work) cslJSON() string {
	issued := ""
	if w.day.Year != 0 {
		issued = fmt.Sprintf(`
    "issued": {
      "date-parts": [
        [
          %d,
          %d,
          %d
        ]
      ]
    },`, w.day.Year, w.day.Month, w.day.Day)
	}
	language := ""
	if !content.SameLanguage(w.lang, content.DefaultLanguage) {
		language = fmt.Sprintf("\n    \"language\": %s,", quoteJSON(w.lang))
	}
	return fmt.Sprintf(`[
  {
    "id": %s,
    "type": "webpage",
    "title": %s,
    "author": [
      {
        "literal": %s
      }
    ],
    "container-title": %s,%s%s
    "URL": %s
  }
]`, quoteJSON(w.id), quoteJSON(w.title), quoteJSON(w.by), quoteJSON(w.site), issued, language, quoteJSON(w.url))
}

// quoteJSON is s as a JSON string.
func quoteJSON(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the layout escapes
	_ = e.Encode(s)        // a string can be encoded
	return strings.TrimSuffix(b.String(), "\n")
}
