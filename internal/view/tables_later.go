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
		col("mark", oneOf(content.Verified, content.Inferred, content.Unverified), func(l *site.Later) string { return string(l.Front.Mark) }, "Whether we have read it in the source named, infer it, or have not confirmed it.").needed(),
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
	of := func(kinds ...site.Kind) func(row) string {
		return func(r row) string {
			if slices.Contains(kinds, r.b.Kind) {
				return r.b.ID
			}
			return ""
		}
	}
	return tableOf(Table{
		Name: "later-about", Title: t.t("table.later-about"), About: t.t("table.later-about.about"),
		Key: []string{"later", "about"}, Refers: []Reference{
			refer("later", "later"), refer("fact", "facts"), refer("question", "questions"), refer("entity", "entities"),
			refer("authority", "authorities"), refer("region", "regions"),
		},
	}, pairs(t.site.Later, func(l *site.Later) []*site.Node { return l.About }),
		col("later", anID, func(r row) string { return r.a.ID }, "The development.").looked(),
		col("about", anID, func(r row) string { return r.b.ID }, "The id of what it concerns.").looked(),
		col("kind", anyText, func(r row) string { return string(r.b.Kind) }, "What that is. Its id stands in the column of its table, too.").needed().looked(),
		col("fact", anID, of(site.FactNode), "The fact that it concerns."),
		col("question", anID, of(site.QuestionNode), "The question of law."),
		col("entity", anID, of(site.PersonNode, site.OrganizationNode), "The person or organization."),
		col("authority", anID, of(site.AuthorityNode), "The legal text."),
		col("region", anID, of(site.StateNode), "The state."),
	)
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
		}, "The state that it is about."),
		col("withdrawn", anID, func(r correctionRow) string { return r.Withdrawn.Text }, "The id of what the site has no longer."),
	)
}
