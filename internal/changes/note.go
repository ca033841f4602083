package changes

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/site"
)

// A changed figure must be noted: by an entry under "corrections" of the article.
// An entry counts if it is new: the article has one more on the same thing than it
// had, with other words for what was and is now. So neither mending nor repeating
// an older entry counts.
//
// An entry that names a fact, a question or a state counts for all changes of
// it in that article. One that names nothing counts if it can mean only one thing
// in the article, which may be the article itself: its outlet, its date. A change
// in a fact's own file is noted in an article that reports the fact. An entry that
// names something withdrawn counts from any article, since its own may be gone.

// An entry is an article and what its correction is about: "fact: award", or "" if
// it names nothing.
type entry struct{ article, about string }

// entries counts the chosen corrections of an edition.
func entries(s *site.Site, r renames, chosen func(*site.Correction) bool) map[entry]int {
	out := map[entry]int{}
	for _, c := range s.Corrections {
		if !chosen(c) {
			continue
		}
		e := entry{article: r.now(c.Article.ID)}
		n := 0
		for key, name := range map[string]string{
			"fact": r.now(c.Fact.Text), "question": r.now(c.Question.Text), "state": c.State.Code,
		} {
			if name != "" {
				out[entry{e.article, about(key, name)}]++
				n++
			}
		}
		if c.Withdrawn.Text != "" {
			out[entry{"", about("withdrawn", c.Withdrawn.Text)}]++
			n++
		}
		if n == 0 {
			out[e]++
		}
	}
	return out
}

// words is the text of a correction, with its article.
func words(c *site.Correction, r renames) string {
	fold := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return mark(r.now(c.Article.ID), fold(c.Was.Text), fold(c.Now.Text))
}

// inCorrections is how a correction names s; empty if none does.
func (s *subject) inCorrections() string {
	if s.name == "" || s.of == "article" {
		return ""
	}
	return about(s.of, s.name)
}

// about is a line of an entry: "fact: award".
func about(key, name string) string { return key + ": " + name }

// note marks the changed figures that a new correction notes.
func (c *comparison) note(old, new *site.Site) {
	said := map[string]bool{}
	all := func(*site.Correction) bool { return true }
	for _, e := range old.Corrections {
		said[words(e, c.renamed)] = true
	}
	before, now := entries(old, c.renamed, all), entries(new, nil, all)
	unheard := entries(new, nil, func(e *site.Correction) bool { return !said[words(e, nil)] })
	isNew := func(article, about string) bool {
		e := entry{article, about}
		return now[e] > before[e] && unheard[e] > 0
	}
	left := map[string]map[string]bool{} // by article, the ids that no entry names
	for i := range c.list {
		change := &c.list[i]
		if !change.Figure {
			continue
		}
		change.Noted = isNew("", about("withdrawn", change.ID)) || isNew("", about("withdrawn", change.Article)) ||
			change.subject != nil && change.subject.inCorrections() != "" &&
				slices.ContainsFunc(change.articles(), func(article string) bool { return isNew(article, change.subject.inCorrections()) })
		for _, article := range change.articles() {
			if !change.Noted {
				if left[article] == nil {
					left[article] = map[string]bool{}
				}
				left[article][change.ID] = true
			}
		}
	}
	for i := range c.list {
		change := &c.list[i]
		if !change.Figure || change.Noted {
			continue
		}
		change.Noted = slices.ContainsFunc(change.articles(), func(article string) bool {
			return len(left[article]) == 1 && isNew(article, "")
		})
	}
}

// articles are those whose corrections may be of c.
func (c *Change) articles() []string { return append([]string{c.Article}, c.others...) }

// Unnoted returns an error for each thing of which a published figure was
// changed in an article without a correction, and one for an article that is
// gone with all of its figures. Each says which entry is missing, dated today.
func Unnoted(list []Change, new *site.Site, today string) diag.List {
	articles := map[string]*site.Article{}
	for _, a := range new.Articles {
		articles[a.ID] = a
	}
	type thing struct{ article, id string }
	missing := map[thing][]Change{}
	for _, c := range list {
		if !c.Figure || c.Noted {
			continue
		}
		// If the article itself is gone, another that reported it has the note.
		if i := slices.IndexFunc(c.articles(), func(id string) bool { return articles[id] != nil }); i >= 0 {
			c.Article = c.articles()[i]
		}
		k := thing{article: c.Article}
		if articles[c.Article] != nil {
			k.id = c.ID
		}
		missing[k] = append(missing[k], c)
	}
	var diags diag.List
	for k, group := range missing {
		if a := articles[k.article]; a != nil {
			diags = append(diags, unnoted(a, group, today))
		} else {
			diags = append(diags, unnotedArticle(k.article, group, today))
		}
	}
	return diags.Sorted()
}

// unnoted is the error for changes of one thing in an article.
func unnoted(a *site.Article, group []Change, today string) diag.Diagnostic {
	first := group[0]
	d := diag.Diagnostic{Code: diag.Unnoted, Place: first.place}
	if first.Kind != Changed { // what was withdrawn has no place any longer
		d.Place = a.Page.Place
	}
	about := about("withdrawn", first.ID)
	if first.subject != nil {
		about = first.subject.inCorrections()
	}
	var what, was, now []string
	for _, c := range group {
		what = append(what, c.String())
		before, after := cmp.Or(c.Old, "none"), cmp.Or(c.New, "none")
		if c.Kind != Changed {
			after = "withdrawn"
		} else if len(group) > 1 {
			before, after = c.Field+" "+before, c.Field+" "+after
		}
		was, now = append(was, before), append(now, after)
	}
	d.Message = `"` + first.ID + `" has changed without a correction: ` + strings.Join(what, "; ")
	d.Hint = `write under "corrections" of ` + a.Page.Path + ", in your words:\n" +
		entryText(today, strings.Join(was, "; "), strings.Join(now, "; "), about)
	return d
}

// unnotedArticle is the error for an article that is gone, with the figures
// that only it reported so.
func unnotedArticle(id string, group []Change, today string) diag.Diagnostic {
	var was []string
	for _, c := range group {
		was = append(was, strings.TrimSpace(c.ID+" "+c.Old))
	}
	whole := strings.Join(was, "; ")
	return diag.Diagnostic{
		Code: diag.Unnoted, Place: diag.Place{File: group[0].place.File},
		Message: `"` + id + `" was withdrawn without a correction, and what it reported: ` + whole,
		Hint:    "write under \"corrections\" of an article that is left, in your words:\n" + entryText(today, whole, "withdrawn", about("withdrawn", id)),
	}
}

// entryText is a correction as an author writes it.
func entryText(date, was, now, about string) string {
	text := "- date: " + date + "\n  was: " + strconv.Quote(was) + "\n  now: " + strconv.Quote(now)
	if about == "" {
		return text
	}
	return text + "\n  " + about
}
