package changes

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// The words of a page are all that its file says and that no table of fields.go has:
// texts, values and the paragraphs of the body, in their order. They are found by the
// types of the front matter, so that a new key is compared without a line here.

// A passage is one of them.
type passage struct {
	text  string
	place diag.Place
}

// texts lists the passages that are not alike: one change for each run of them.
func (c *comparison) texts(old, new *site.Site) {
	was, is := map[string]*site.Node{}, map[string]*site.Node{}
	for _, n := range old.Nodes() {
		was[c.renamed.now(n.ID)] = n
	}
	for _, n := range new.Nodes() {
		is[n.ID] = n
	}
	for _, id := range union(was, is) {
		n := cmp.Or(is[id], was[id])
		// What only one has is a page that came or went, or a term of the glossary.
		if was[id] != nil && is[id] != nil || n.Kind == site.TermNode {
			change := Change{Of: string(n.Kind), ID: id, Title: n.Title}
			if n.Page != nil {
				change.place = placeOf(n.Page)
			}
			c.passages(change, passagesOf(old, was[id], c.renamed), passagesOf(new, is[id], nil))
		}
	}
	home := Change{Of: "site", ID: content.ConfigPath, Title: new.Config.Title.Text, place: diag.Place{File: content.ConfigPath}}
	c.passages(home, configPassages(old, c.renamed), configPassages(new, nil))
}

func (c *comparison) passages(change Change, was, is []passage) {
	change.Part, change.Kind, change.Field, change.Words = Texts, Changed, textField.Name, true
	whole := change.place
	for i, p := range was { // ids among words: not every word like an id is one
		if now := c.renamed[p.text]; now != "" && !has(is, p.text) && has(is, now) {
			was[i].text = now
		}
	}
	for _, h := range hunks(was, is) {
		change.Old, change.New, change.place = joined(h[0]), joined(h[1]), whole
		if len(h[1]) > 0 {
			change.place = cmp.Or(h[1][0].place, whole)
		}
		c.list = append(c.list, change)
	}
}

func has(list []passage, text string) bool {
	return slices.ContainsFunc(list, func(p passage) bool { return p.text == text })
}

func joined(list []passage) string {
	var out []string
	for _, p := range list {
		out = append(out, p.text)
	}
	return strings.Join(out, "\n")
}

// passagesOf are the passages of a page of s; none if there is none, or it has no file.
func passagesOf(s *site.Site, n *site.Node, ids renames) []passage {
	if n == nil || n.Page == nil || n.Page.Front == nil {
		return nil
	}
	r := reader{labels: labels{site: s, article: n.Article()}, ids: ids}
	if n.Kind != site.LaterNode { // of which a table has all but the body
		r.read(reflect.ValueOf(n.Page.Front).Elem())
	}
	if n.Page.Body != nil {
		for line := range strings.SplitSeq(n.Page.Body.PlainText(r.labels), "\n") {
			r.add(line, placeOf(n.Page))
		}
	}
	return r.list
}

// placeOf is where a page is written, in the language of its site.
func placeOf(p *content.Page) diag.Place {
	if p.Translation != "" {
		return diag.Place{File: content.TranslationPath(p.Path, p.Translation)}
	}
	return p.Place
}

// configPassages are those of the site file.
func configPassages(s *site.Site, ids renames) []passage {
	front := *s.Config
	front.BaseURL = content.Words{} // which a flag may say
	r := reader{labels: labels{site: s}, ids: ids}
	r.read(reflect.ValueOf(front))
	return r.list
}

// A reader gathers passages.
type reader struct {
	labels labels
	ids    renames
	list   []passage
}

func (r *reader) add(text string, at diag.Place) {
	if text != "" {
		r.list = append(r.list, passage{text, at})
	}
}

func (r *reader) read(v reflect.Value) {
	switch x := v.Interface().(type) {
	case diag.Place, []content.Amount, []content.Event, []content.Claim, []content.StateReport, []content.LegalReport:
		return // of the tables, or no words
	case content.Inline:
		if x.Doc != nil {
			r.add(x.PlainText(r.labels), x.Place)
		}
		return
	case content.Aliased:
		return // addresses, which pages compares
	case content.Words:
		r.add(x.Text, x.Place)
		return
	case content.Date:
		r.add(written(x), x.Place)
		return
	case content.Source:
		for _, part := range []any{x.Section, x.PublishedAs, x.PublishedKnown, x.Language, x.URL, x.Archived, x.Read} {
			r.read(reflect.ValueOf(part))
		}
		return
	case content.Correction:
		r.add(r.ids.plainWords(x.Was)+" → "+r.ids.plainWords(x.Now), x.Was.Place)
		return
	case content.Disagreement: // of which a table has the rest
		for _, side := range x.Sides {
			r.read(reflect.ValueOf(side.Says))
			r.read(reflect.ValueOf(side.Evidence))
		}
		r.read(reflect.ValueOf(x.Note))
		r.read(reflect.ValueOf(x.Outside))
		return
	case content.Fact:
		x.PartOf = content.Ref{} // which a table has
		v = reflect.ValueOf(x)
	case fmt.Stringer:
		if !v.IsZero() {
			r.add(x.String(), diag.Place{})
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		r.add(v.String(), diag.Place{})
	case reflect.Slice:
		for i := range v.Len() {
			r.read(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				r.read(v.Field(i))
			}
		}
	}
}

// labels are the words of references in texts of a site: a figure, or what it leads to.
// Nothing else of a Resolver is asked for where no HTML is made.
type labels struct {
	markdown.Resolver
	site    *site.Site
	article *site.Article // whose text it is; may be nil
}

func (l labels) Ref(ref *markdown.Ref) markdown.Target {
	t, _ := l.site.Resolve(ref.ID, ref.Fragment)
	switch {
	case t.Node == nil:
		return markdown.Target{Label: ref.ID}
	case t.Fact != nil && len(t.Fact.Reports) > 0:
		rep := t.Fact.First()
		if l.article != nil {
			rep = cmp.Or(t.Fact.ReportIn(l.article), rep)
		}
		if rep.Amount != nil && !rep.Amount.Quantity.IsUnquantified() {
			return markdown.Target{Label: rep.Amount.Quantity.String()}
		}
	}
	return markdown.Target{Label: t.Node.Title}
}

// hunks are the runs in which two lists of passages differ: what one has, and what the
// other has in its place.
func hunks(was, is []passage) [][2][]passage {
	for len(was) > 0 && len(is) > 0 && was[0].text == is[0].text {
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && was[len(was)-1].text == is[len(is)-1].text {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	switch {
	case len(was) == 0 && len(is) == 0:
		return nil
	case len(was)*len(is) > mostCompared:
		return [][2][]passage{{was, is}}
	}
	// same[i][j] is how many passages was[i:] and is[j:] have in common, in order.
	same := make([][]int, len(was)+1)
	for i := range same {
		same[i] = make([]int, len(is)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(is) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); was[i].text == is[j].text {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	var out [][2][]passage
	for i, j := 0, 0; i < len(was) || j < len(is); {
		if i < len(was) && j < len(is) && was[i].text == is[j].text {
			i, j = i+1, j+1
			continue
		}
		from, to := i, j
		for i < len(was) || j < len(is) {
			if i < len(was) && j < len(is) && was[i].text == is[j].text {
				break
			}
			if j == len(is) || i < len(was) && same[i+1][j] >= same[i][j+1] {
				i++
			} else {
				j++
			}
		}
		out = append(out, [2][]passage{was[from:i], is[to:j]})
	}
	return out
}

// mostCompared bounds the work for pages that were written anew.
const mostCompared = 1 << 20

// An Excerpt is a text by what of it differs from another, with a few words before and
// after.
type Excerpt struct{ Before, Differs, After string }

func (e Excerpt) String() string {
	return strings.TrimSpace(e.Before + " " + strings.TrimSpace(e.Differs+" "+e.After))
}

// Excerpts are Old and New by what differs.
func (c Change) Excerpts() (old, new Excerpt) {
	a, b := strings.Fields(c.Old), strings.Fields(c.New)
	begin, end := 0, 0
	for begin < min(len(a), len(b)) && a[begin] == b[begin] {
		begin++
	}
	for end < min(len(a), len(b))-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return excerpt(a, begin, end), excerpt(b, begin, end)
}

// around is how many words stand before and after what differs.
const around = 8

func excerpt(words []string, begin, end int) Excerpt {
	before, after := words[:begin], words[len(words)-end:]
	e := Excerpt{strings.Join(before, " "), strings.Join(words[begin:len(words)-end], " "), strings.Join(after, " ")}
	if len(before) > around {
		e.Before = "… " + strings.Join(before[len(before)-around:], " ")
	}
	if len(after) > around {
		e.After = strings.Join(after[:around], " ") + " …"
	}
	return e
}
