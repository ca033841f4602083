package view

import (
	"slices"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/site"
)

// The tables of what came from outside the articles, and of what we had wrong.

func (t tables) later() Table {
	return tableOf(Table{
		Name: "later", Title: t.t("table.later"), About: t.t("table.later.about"), Key: []string{"id"},
	}, slices.Values(t.site.Later),
		col("id", anID, func(l *site.Later) string { return l.ID }, "The id of the development.").looked(),
		col("title", anyText, func(l *site.Later) string { return l.Title }, "What happened, in a few words.").needed().looked(),
		col("says", anyText, func(l *site.Later) string { return t.Plain(l.Front.Says) }, "What happened, in a sentence that names who says it.").needed(),
		col("date", aTime, func(l *site.Later) string { return dateCell(l.Front.Date) }, "When it happened, in EDTF.").needed().looked(),
		col("date_from", aDay, func(l *site.Later) string { return firstDay(l.Front.Date) }, "The first day of that time; empty if it has no beginning."),
		col("date_to", aDay, func(l *site.Later) string { return lastDay(l.Front.Date) }, "The last day of that time; empty if it has no end."),
		col("publisher", anyText, func(l *site.Later) string { return l.Front.Publisher.Text }, "Who says so.").needed().looked(),
		col("published", aTime, func(l *site.Later) string { return dateCell(l.Front.Published) }, "The day of the text that says so, in EDTF."),
		col("url", anURL, func(l *site.Later) string { return l.Front.URL.Text }, "Where it can be read.").needed(),
		col("archived", anURL, func(l *site.Later) string { return l.Front.Archived.Text }, "A copy in an archive."),
		col("read", aDay, func(l *site.Later) string { return firstDay(l.Front.Read) }, "The day on which we read it."),
		col("mark", aMark, func(l *site.Later) string { return string(l.Front.Mark) }, "Whether we have read it in the source named, infer it, or have not confirmed it.").needed(),
		col("thread", anID, func(l *site.Later) string { return l.Front.Thread.Text }, "What several of them belong to, such as a suit."),
		col("from", anyText, func(l *site.Later) string { return t.partyWords(l.From, content.Inline{}) }, "Who pays, where it tells of a payment."),
		col("from_id", manyIDs, func(l *site.Later) string { return ids(l.From) }, "The ids of those who pay, of those that have one."),
		col("to", anyText, func(l *site.Later) string { return t.partyWords(l.To, content.Inline{}) }, "Who is paid."),
		col("to_id", manyIDs, func(l *site.Later) string { return ids(l.To) }, "The ids of those who are paid."),
		col("contains", manyIDs, func(l *site.Later) string {
			return list(l.Front.Supersedes, func(r content.Ref) string { return r.Text })
		}, "The ids of earlier ones of which the figure is a part of this one’s."),
		col("address", anURL, func(l *site.Later) string { return t.site.URL(l.Path) }, "Where it is read.").needed(),
	)
}

func (t tables) concerns() Table {
	type row = pair[*site.Later, *site.Node]
	refers, about := aboutColumns(func(r row) *site.Node { return r.b }, "fact", "question", "entity", "authority", "region", "topic")
	return tableOf(Table{
		Name: "later-about", Title: t.t("table.later-about"), About: t.t("table.later-about.about"),
		Key: []string{"later", "about"}, Refers: append(refers, refer("later", "later")),
	}, pairs(t.site.Later, func(l *site.Later) []*site.Node { return l.About }), append([]column[row]{
		col("later", anID, func(r row) string { return r.a.ID }, "The development.").looked(),
	}, about...)...)
}

// A noteRow is something from outside the articles on what has a page.
type noteRow struct {
	about *site.Node
	n     int
	point string
	*content.Outside
}

func (t tables) notes() Table {
	rows := func(yield func(noteRow) bool) {
		wanted, n := true, 0
		add := func(about *site.Node, point string, notes []content.Outside) {
			for i := range notes {
				n++
				wanted = wanted && yield(noteRow{about, n, point, &notes[i]})
			}
		}
		for _, f := range t.site.Facts {
			n = 0
			if f.Front != nil {
				add(&f.Node, "", f.Front.Notes)
			}
			for _, d := range f.Disagreements {
				if !d.IsFound() {
					add(&f.Node, d.Anchor, d.Front.Outside)
				}
			}
		}
		eachThing(t.site, func(_ string, about *site.Node, is any) {
			n = 0
			switch x := is.(type) {
			case *site.Article:
				add(about, "", x.Front.Notes)
			case *site.Entity:
				add(about, "", x.Front.Notes)
			case *site.Question:
				add(about, "", x.Front.Notes)
			case *site.Authority:
				if x.Front != nil {
					add(about, "", x.Front.Notes)
				}
			case *site.State:
				if x.Front != nil {
					add(about, "", x.Front.Notes)
				}
			}
		})
	}
	refers, about := aboutColumns(func(r noteRow) *site.Node { return r.about }, "article", "fact", "question", "entity", "authority", "region")
	return tableOf(Table{
		Name: "notes", Title: t.t("table.notes"), About: t.t("table.notes.about"), Key: []string{"about", "n"}, Refers: refers,
	}, rows, append(about,
		col("n", aWhole, func(r noteRow) string { return strconv.Itoa(r.n) }, "Which note on it it is, from 1."),
		col("point", anyText, func(r noteRow) string { return r.point }, "The point on which accounts of the fact differ and others are asked, as in the table of disagreements."),
		col("says", anyText, func(r noteRow) string { return t.Plain(r.Says) }, "What is so, in a sentence that names who says it.").needed().looked(),
		col("date", aTime, func(r noteRow) string { return dateCell(r.Date) }, "The time of what it tells, in EDTF."),
		col("publisher", anyText, func(r noteRow) string { return r.Publisher.Text }, "Who says so.").needed().looked(),
		col("published", aTime, func(r noteRow) string { return dateCell(r.Published) }, "The day of the text that says so, in EDTF."),
		col("url", anURL, func(r noteRow) string { return r.URL.Text }, "Where it can be read.").needed(),
		col("read", aDay, func(r noteRow) string { return firstDay(r.Read) }, "The day on which we read it."),
		col("mark", aMark, func(r noteRow) string { return string(r.Mark) }, "Whether we have read it in the source named, infer it, or have not confirmed it.").needed(),
	)...)
}

// aboutTables are the tables of what a row may be about, by the column of their ids.
var aboutTables = map[string]struct {
	table string
	kinds []site.Kind
}{
	"article":   {"sources", []site.Kind{site.ArticleNode}},
	"fact":      {"facts", []site.Kind{site.FactNode}},
	"question":  {"questions", []site.Kind{site.QuestionNode}},
	"entity":    {"entities", []site.Kind{site.PersonNode, site.OrganizationNode}},
	"authority": {"authorities", []site.Kind{site.AuthorityNode}},
	"region":    {"regions", []site.Kind{site.StateNode}},
	"topic":     {"topics", []site.Kind{site.TopicNode}},
}

// aboutColumns say what a row is about. A reference leads to one table, so that there is
// a column for each that its id may be of.
func aboutColumns[R any](node func(R) *site.Node, of ...string) (refers []Reference, columns []column[R]) {
	columns = []column[R]{
		col("about", anID, func(r R) string { return node(r).ID }, "The id of what it is about.").looked(),
		col("kind", anyText, func(r R) string { return string(node(r).Kind) }, "What that is. Its id stands in the column of its table, too.").needed().looked(),
	}
	for _, name := range of {
		to := aboutTables[name]
		refers = append(refers, refer(name, to.table))
		columns = append(columns, col(name, anID, func(r R) string {
			if n := node(r); slices.Contains(to.kinds, n.Kind) {
				return n.ID
			}
			return ""
		}, "That id, if it is in the table “"+to.table+"”."))
	}
	return refers, columns
}

// A correctionRow is one correction of an article.
type correctionRow struct {
	article *site.Article
	n       int
	*content.Correction
}

func (t tables) corrections() Table {
	rows := func(yield func(correctionRow) bool) {
		for _, a := range t.site.ArticlesByID() {
			for i := range a.Front.Corrections {
				if !yield(correctionRow{a, i + 1, &a.Front.Corrections[i]}) {
					return
				}
			}
		}
	}
	return tableOf(Table{
		Name: "corrections", Title: t.t("table.corrections"), About: t.t("table.corrections.about"),
		Key: []string{"article", "n"}, Refers: []Reference{
			refer("article", "sources"), refer("fact", "facts"), refer("question", "questions"), refer("region", "regions"),
		},
	}, rows,
		col("article", anID, func(r correctionRow) string { return r.article.ID }, "The article of which our summary was wrong.").looked(),
		col("n", aWhole, func(r correctionRow) string { return strconv.Itoa(r.n) }, "Which correction of that summary it is, from 1."),
		col("date", aDay, func(r correctionRow) string { return firstDay(r.Date) }, "The day of the correction.").needed().looked(),
		col("was", anyText, func(r correctionRow) string { return t.Plain(r.Was) }, "What the site said.").needed().looked(),
		col("now", anyText, func(r correctionRow) string { return t.Plain(r.Now) }, "What it says now.").needed().looked(),
		col("fact", anID, func(r correctionRow) string { return r.Fact.Text }, "The fact that it is about."),
		col("question", anID, func(r correctionRow) string { return r.Question.Text }, "The question of law that it is about."),
		col("region", anID, func(r correctionRow) string {
			if st := t.site.State(r.State.Code); st != nil {
				return st.ID
			}
			return ""
		}, "The region that it is about."),
		col("withdrawn", anID, func(r correctionRow) string { return r.Withdrawn.Text }, "The id of what the site has no longer."),
	)
}
