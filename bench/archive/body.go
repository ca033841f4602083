package archive

import (
	"fmt"
	"strings"
)

// Body writes the text of x in Markdown, of 350 to 600 words, with its links as
// link writes them. Only in these do programs differ.
func (x *Article) Body(link func(Link) string) string {
	d := diceFor(x.archive.seed, "body", x.index)
	w := &writer{Article: x, dice: d, link: link, pending: x.links(d)}
	for _, e := range x.Entities {
		if e.Person {
			w.people = append(w.people, e.Name)
		} else {
			w.orgs = append(w.orgs, e.Name)
		}
	}
	if w.people == nil {
		w.people = []string{"the treasurer"}
	}
	if w.orgs == nil {
		w.orgs = []string{"the committee"}
	}
	paragraphs := 1 + 2*len(x.headings)
	words := (d.between(235, 400) + paragraphs - 1) / paragraphs
	extras := []string{w.list(), "> " + pick(d, quotations) + "\n>\n> — " + pick(d, w.people)}
	if d.below(3) == 0 {
		extras = append(extras, w.table())
	}
	if d.below(5) == 0 {
		extras = append(extras, w.code())
	}
	after := make([][]string, len(x.headings))
	for _, e := range extras {
		i := d.below(len(after))
		after[i] = append(after[i], e)
	}
	blocks := []string{w.paragraph(words, paragraphs)}
	for i, h := range x.headings {
		blocks = append(blocks, "## "+h, w.paragraph(words, paragraphs-1-2*i), w.paragraph(words, paragraphs-2-2*i))
		blocks = append(blocks, after[i]...)
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// links are 6 to 10 with different targets, most of them articles and at most
// four the people, organizations and questions of x.
func (x *Article) links(d *dice) []Link {
	n := d.between(6, 10)
	var own []Link
	for _, e := range x.Entities {
		own = append(own, Link{"entity", e.ID, e.Name})
	}
	for _, q := range x.Questions {
		own = append(own, Link{"question", q.ID, q.Title})
	}
	out := sample(d, own, min(n-4, 4))
	taken := map[int]bool{x.index: true}
	for len(out) < n && len(taken) < len(x.archive.Slugs) {
		i := d.below(len(x.archive.Slugs))
		if !taken[i] {
			taken[i] = true
			out = append(out, Link{"article", x.archive.Slugs[i], x.archive.Titles[i]})
		}
	}
	shuffle(d, out)
	return out
}

// A writer writes the body of one article.
type writer struct {
	*Article
	dice         *dice
	link         func(Link) string
	pending      []Link
	people, orgs []string
}

// paragraph returns a paragraph of so many words or a few more, with its share of
// the pending links. left is the number of paragraphs still to come, this included.
func (w *writer) paragraph(words, left int) string {
	var out []string
	share := (len(w.pending) + left - 1) / left
	for n := 0; n < words || share > 0; {
		s := w.fill(pick(w.dice, sentences))
		if share > 0 {
			l := w.pending[0]
			w.pending, share = w.pending[1:], share-1
			s += " " + strings.Replace(pick(w.dice, linkSentences), "{link}", w.link(l), 1)
		}
		n += len(strings.Fields(s))
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func (w *writer) fill(s string) string {
	for _, f := range []struct {
		name string
		word func() string
	}{
		{"{org}", func() string { return pick(w.dice, w.orgs) }},
		{"{person}", func() string { return pick(w.dice, w.people) }},
		{"{state}", func() string { return pick(w.dice, w.States).Name }},
		{"{money}", func() string { return pick(w.dice, w.Amounts).Words() }},
		{"{day}", func() string { return long(pick(w.dice, w.Events).Date) }},
	} {
		if front, rest, ok := strings.Cut(s, f.name); ok {
			s = front + f.word() + rest
		}
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// list has an item for each state, and four at least.
func (w *writer) list() string {
	var items []string
	for _, s := range w.States {
		items = append(items, fmt.Sprintf("- **%s**: on %s, with %s at stake", s.Name, long(pick(w.dice, w.Events).Date), pick(w.dice, w.Amounts).Words()))
	}
	for len(items) < 4 {
		e := pick(w.dice, w.Events)
		items = append(items, "- "+e.Title+" on "+long(e.Date))
	}
	return strings.Join(items, "\n")
}

func (w *writer) table() string {
	var b strings.Builder
	b.WriteString("| From | To | Amount | Date |\n| --- | --- | ---: | --- |")
	for _, m := range w.Amounts {
		fmt.Fprintf(&b, "\n| %s | %s | %s | %s |", m.From.Name, m.To.Name, m.Words(), long(m.Date))
	}
	return b.String()
}

// code is a report as a machine has it, in JSON or in YAML.
func (w *writer) code() string {
	var b strings.Builder
	if w.dice.below(2) == 0 {
		b.WriteString("```json\n{\n  \"form\": \"F3X\",\n  \"amended\": false,\n  \"items\": [")
		for i, m := range w.Amounts {
			if i > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, "\n    {\n      \"line\": \"SA%d\",\n      \"amount\": %d,\n      \"date\": %q,\n      \"memo\": %t\n    }",
				w.dice.between(11, 18), m.Value, iso(m.Date), w.dice.below(3) == 0)
		}
		b.WriteString("\n  ]\n}\n```")
		return b.String()
	}
	b.WriteString("```yaml\nform: F3X\namended: false\nitems:\n")
	for _, m := range w.Amounts {
		fmt.Fprintf(&b, "  - line: SA%d\n    amount: %d\n    date: %s  # as filed\n    memo: %t\n", w.dice.between(11, 18), m.Value, iso(m.Date), w.dice.below(3) == 0)
	}
	b.WriteString("```")
	return b.String()
}
