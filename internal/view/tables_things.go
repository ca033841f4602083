package view

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/citation"
	"receipts/internal/content"
	"receipts/internal/site"
)

// The tables of what facts are about, and of what they are from.

func (t tables) entities() Table {
	return tableOf(Table{
		Name: "entities", Title: t.t("table.entities"), About: t.t("table.entities.about"), Key: []string{"id"},
		Pages: []site.Kind{site.PersonNode, site.OrganizationNode},
	}, slices.Values(t.allEntities()),
		col("id", anID, func(e *site.Entity) string { return e.ID }, "The id of the person or organization.").looked(),
		col("type", oneOf(site.PersonNode, site.OrganizationNode), func(e *site.Entity) string { return string(e.Kind) }, "Whether it is a person or an organization.").needed().looked(),
		col("kind", oneOf(t.site.Config.OrgKinds.IDs()...), func(e *site.Entity) string { return e.Front.Kind.Text }, "Of an organization: what it is, a word of the site’s vocabulary."),
		col("title", anyText, func(e *site.Entity) string { return e.Title }, "The name.").needed().looked(),
		col("name", anyText, func(e *site.Entity) string { return t.name(&e.Node) }, "The name with what tells it from others of that name.").needed(),
		col("also", anyText, func(e *site.Entity) string { return joinWords(e.Front.Also) }, "Other names that articles use."),
		col("summary", anyText, func(e *site.Entity) string { return t.Plain(e.Front.Summary) }, "One neutral line.").needed().looked(),
		col("fec", cells{Type: "string", Pattern: "^C[0-9]{8}$"}, func(e *site.Entity) string { return e.Front.FEC.Text }, "The number of a committee at the Federal Election Commission."),
		col("url", anURL, func(e *site.Entity) string { return e.Front.URL.Text }, "An address of its own."),
		col("address", anURL, func(e *site.Entity) string { return t.site.URL(e.Path) }, "Where it is read.").needed(),
	)
}

func (t tables) regions() Table {
	return tableOf(Table{
		Name: "regions", Title: t.t("table.regions"), About: t.t("table.regions.about"), Key: []string{"id"},
		Was: []string{"/states/states.csv"}, Pages: []site.Kind{site.StateNode},
	}, slices.Values(t.site.States),
		col("id", anID, func(s *site.State) string { return s.ID }, "The id of the region.").looked(),
		col("code", aCode, func(s *site.State) string { return s.Code }, "Its code in the front matter; of a state of the United States, that of the Postal Service.").needed().looked(),
		col("name", anyText, func(s *site.State) string { return s.Title }, "Its name.").needed().looked(),
		col("summary", anyText, func(s *site.State) string {
			if s.Front == nil {
				return ""
			}
			return t.Plain(s.Front.Summary)
		}, "One line on what articles say of it."),
		col("facts", aWhole, func(s *site.State) string { return lengthOf(s.Facts) }, "How many facts are about it.").needed().looked(),
		col("fact_ids", manyIDs, func(s *site.State) string { return list(s.Facts, factID) }, "The ids of these facts."),
		col("address", anURL, func(s *site.State) string { return t.site.URL(s.Path) }, "Where it is read; of one of which nothing is said, the list of all.").needed(),
	)
}

func (t tables) stateReports() Table {
	return tableOf(Table{
		Name: "state-reports", Title: t.t("table.state-reports"), About: t.t("table.state-reports.about"),
		Key: []string{"region", "article"}, Refers: []Reference{refer("region", "regions"), refer("article", "sources")},
	}, inOrder(t.site.States, func(s *site.State) iter.Seq[*site.Said] { return slices.Values(s.Said) }),
		col("region", anID, func(s *site.Said) string { return s.Of.ID }, "The region.").looked(),
		col("article", anID, func(s *site.Said) string { return s.Article.ID }, "The article.").looked(),
		col("says", anyText, func(s *site.Said) string { return t.Plain(s.Says) }, "What the article says of it, in one sentence of ours.").needed().looked(),
		col("by", anyText, func(s *site.Said) string { return t.partyWords(s.Speakers, content.Inline{}) }, "Whom the article cites for it."),
		col("voice", aVoice, func(s *site.Said) string { return string(s.Voice) }, "Whose words carry it, as in the table of reports.").needed(),
		col("place", aLocator, func(s *site.Said) string { return s.At.String() }, "Where the quote stands, as in the table of reports.").needed(),
		col("quote", anyText, func(s *site.Said) string { return s.Quote.Text }, "The words of the article, in its language.").needed(),
		col("translation", anyText, func(s *site.Said) string { return s.Translation.Text }, "The quote in English, word for word."),
	)
}

func (t tables) questions() Table {
	return tableOf(Table{
		Name: "questions", Title: t.t("table.questions"), About: t.t("table.questions.about"), Key: []string{"id"}, Pages: []site.Kind{site.QuestionNode},
	}, slices.Values(t.site.Questions),
		col("id", anID, func(q *site.Question) string { return q.ID }, "The id of the question.").looked(),
		col("title", anyText, func(q *site.Question) string { return q.Title }, "The question.").needed().looked(),
		col("short", anyText, func(q *site.Question) string { return q.Front.Short.Text }, "The question in a few words.").needed(),
		col("raised", isOrNot, func(q *site.Question) string { return is(q.IsRaised()) }, "Whether an article raises it; others only we ask.").needed().looked(),
		col("summary", anyText, func(q *site.Question) string { return t.Plain(q.Front.Summary) }, "What is asked, and why.").needed(),
		col("plain", anyText, func(q *site.Question) string { return t.Plain(q.Front.Plain) }, "The answer in plain words, as far as there is one."),
		col("open", anyText, func(q *site.Question) string { return t.texts(q.Front.Open) }, "What nothing read decides."),
		col("checked", aDay, func(q *site.Question) string { return firstDay(q.Front.Checked) }, "The day on which its status was last looked up.").looked(),
		col("address", anURL, func(q *site.Question) string { return t.site.URL(q.Path) }, "Where it is read.").needed(),
	)
}

// A statusRow is how an article puts a question of law.
type statusRow struct {
	n int // which of those of the article on the question
	*site.Asked
}

func (t tables) statuses() Table {
	asked := func(q *site.Question) iter.Seq[statusRow] {
		return func(yield func(statusRow) bool) {
			n := map[*site.Article]int{}
			for _, a := range q.Asked {
				n[a.Article]++
				if !yield(statusRow{n[a.Article], a}) {
					return
				}
			}
		}
	}
	return tableOf(Table{
		Name: "statuses", Title: t.t("table.statuses"), About: t.t("table.statuses.about"),
		Key: []string{"question", "article", "n"}, Refers: []Reference{refer("question", "questions"), refer("article", "sources")},
	}, inOrder(t.site.Questions, asked),
		col("question", anID, func(r statusRow) string { return r.Of.ID }, "The question of law.").looked(),
		col("article", anID, func(r statusRow) string { return r.Article.ID }, "The article.").looked(),
		col("n", aWhole, func(r statusRow) string { return strconv.Itoa(r.n) }, "Which account of the question in this article it is, from 1."),
		col("status", oneOf(content.Statuses...), func(r statusRow) string { return r.Status.Text }, "How the article puts the question, as of its day.").needed().looked(),
		col("says", anyText, func(r statusRow) string { return t.Plain(r.Says) }, "What the article says, in one sentence of ours.").needed().looked(),
		col("by", anyText, func(r statusRow) string { return t.partyWords(r.Speakers, content.Inline{}) }, "Whom the article cites for it."),
		col("voice", aVoice, func(r statusRow) string { return string(r.Voice) }, "Whose words carry it, as in the table of reports.").needed(),
		col("place", aLocator, func(r statusRow) string { return r.At.String() }, "Where the quote stands, as in the table of reports."),
		col("quote", anyText, func(r statusRow) string { return r.Quote.Text }, "The words of the article; empty where only we ask."),
		col("translation", anyText, func(r statusRow) string { return r.Translation.Text }, "The quote in English, word for word."),
	)
}

// A positionRow is one argument of a side on a question of law.
type positionRow struct {
	question *site.Question
	title    string // of the side
	side, n  int
	*content.Point
}

func (t tables) positions() Table {
	points := func(q *site.Question) iter.Seq[positionRow] {
		return func(yield func(positionRow) bool) {
			for i, p := range q.Front.Positions {
				for j := range p.Points {
					if !yield(positionRow{q, p.Side.Text, i + 1, j + 1, &p.Points[j]}) {
						return
					}
				}
			}
		}
	}
	by := func(r positionRow) string {
		return strings.Join(each(r.By, func(p content.Party) string {
			if n := t.site.Named(p.ID); n != nil {
				return t.name(n)
			}
			return t.Plain(p.Words)
		}), "; ")
	}
	return tableOf(Table{
		Name: "positions", Title: t.t("table.positions"), About: t.t("table.positions.about"),
		Key: []string{"question", "side", "n"}, Refers: []Reference{refer("question", "questions")},
	}, inOrder(t.site.Questions, points),
		col("question", anID, func(r positionRow) string { return r.question.ID }, "The question of law.").looked(),
		col("side", aWhole, func(r positionRow) string { return strconv.Itoa(r.side) }, "Which side it is, from 1."),
		col("title", anyText, func(r positionRow) string { return r.title }, "What the side holds.").needed().looked(),
		col("n", aWhole, func(r positionRow) string { return strconv.Itoa(r.n) }, "Which argument of that side it is, from 1."),
		col("says", anyText, func(r positionRow) string { return t.Plain(r.Says) }, "The argument, in one sentence of ours.").needed().looked(),
		col("by", anyText, by, "Who makes it.").looked(),
		col("post", anyText, func(r positionRow) string { return r.Post.Text }, "What makes them speak with knowledge."),
		col("publisher", anyText, func(r positionRow) string { return r.Publisher.Text }, "Who published it."),
		col("url", anURL, func(r positionRow) string { return r.URL.Text }, "Where it can be read."),
		col("date", aTime, func(r positionRow) string { return dateCell(r.Date) }, "The day of what is published there, in EDTF."),
		col("mark", aMark, func(r positionRow) string { return string(r.Mark) }, "Whether we have read it, infer it, or have not confirmed it."),
	)
}

func (t tables) factQuestions() Table {
	type row = pair[*site.Fact, *site.Question]
	return tableOf(Table{
		Name: "fact-questions", Title: t.t("table.fact-questions"), About: t.t("table.fact-questions.about"),
		Key: []string{"fact", "question"}, Refers: []Reference{refer("fact", "facts"), refer("question", "questions")},
	}, pairs(t.site.Facts, func(f *site.Fact) []*site.Question { return f.Questions }),
		col("fact", anID, func(r row) string { return r.a.ID }, "The fact.").looked(),
		col("question", anID, func(r row) string { return r.b.ID }, "A question of law that it bears on.").looked(),
	)
}

func (t tables) authorities() Table {
	front := func(of func(*content.Authority) string) func(*site.Authority) string {
		return func(a *site.Authority) string {
			if a.Front == nil {
				return ""
			}
			return of(a.Front)
		}
	}
	return tableOf(Table{
		Name: "authorities", Title: t.t("table.authorities"), About: t.t("table.authorities.about"), Key: []string{"id"}, Pages: []site.Kind{site.AuthorityNode},
	}, slices.Values(t.site.Authorities),
		col("id", anID, func(a *site.Authority) string { return a.ID }, "The id of the legal text.").looked(),
		col("cite", anyText, func(a *site.Authority) string { return a.Cite }, "How it is cited.").needed().looked(),
		col("title", anyText, func(a *site.Authority) string { return a.Title }, "What it is called.").needed().looked(),
		col("kind", oneOf(content.AuthorityKinds...), front(func(a *content.Authority) string { return a.Kind }), "What kind of text it is; empty if only a text cites it.").looked(),
		col("summary", anyText, front(func(a *content.Authority) string { return t.Plain(a.Summary) }), "One line on what it says."),
		col("date", aTime, front(func(a *content.Authority) string { return dateCell(a.Date) }), "The day of the text, in EDTF."),
		col("mark", aMark, front(func(a *content.Authority) string { return string(a.Mark) }), "Whether we have read it, infer it, or have not confirmed it."),
		col("url", anURL, func(a *site.Authority) string { return a.URL }, "Where its text stands."),
		col("archived", anURL, func(a *site.Authority) string {
			if a.Front == nil {
				return ""
			}
			return a.Front.Archived.Text
		}, "A copy of it in an archive."),
		col("publisher", anyText, func(a *site.Authority) string { return a.Publisher }, "Whose site that is."),
		col("official", isOrNot, func(a *site.Authority) string {
			if a.Standing == "" {
				return ""
			}
			return is(a.Standing == citation.Official)
		}, "Whether that site is official; empty if we do not say."),
		col("read_at", anURL, front(func(a *content.Authority) string { return a.ReadAt.Text }), "The copy that we read, if another."),
		col("address", anURL, func(a *site.Authority) string { return t.site.URL(a.Path) }, "Where it is read.").needed(),
	)
}

func (t tables) questionAuthorities() Table {
	type row = pair[*site.Question, *site.Authority]
	return tableOf(Table{
		Name: "question-authorities", Title: t.t("table.question-authorities"), About: t.t("table.question-authorities.about"),
		Key: []string{"question", "authority"}, Refers: []Reference{refer("question", "questions"), refer("authority", "authorities")},
	}, pairs(t.site.Questions, func(q *site.Question) []*site.Authority { return q.Authorities }),
		col("question", anID, func(r row) string { return r.a.ID }, "The question of law.").looked(),
		col("authority", anID, func(r row) string { return r.b.ID }, "A legal text that it rests on.").looked(),
	)
}

func (t tables) sources() Table {
	return tableOf(Table{
		Name: "sources", Title: t.t("table.sources"), About: t.t("table.sources.about"),
		Key: []string{"id"}, Refers: []Reference{refer("outlet_id", "entities"), refer("author_id", "entities")}, Pages: []site.Kind{site.ArticleNode},
	}, slices.Values(t.site.ArticlesByID()),
		col("id", anID, func(a *site.Article) string { return a.ID }, "The id of the article.").looked(),
		col("title", anyText, func(a *site.Article) string { return a.Title }, "What we call our summary of it.").needed(),
		col("summary", anyText, func(a *site.Article) string { return t.Plain(a.Front.Summary) }, "What it reports, in our words.").needed(),
		col("outlet", anyText, outlet, "The outlet.").needed().looked(),
		col("outlet_id", anID, outletID, "The id of the outlet."),
		col("headline", anyText, func(a *site.Article) string { return a.Front.Source.Headline.Text }, "The headline as the outlet prints it.").needed().looked(),
		col("section", anyText, func(a *site.Article) string { return a.Front.Source.Section.Text }, "The section of the outlet."),
		col("author", anyText, func(a *site.Article) string {
			by := a.Front.Source.By
			if a.Author != nil {
				return t.name(&a.Author.Node)
			}
			return t.Plain(by.Words)
		}, "The author as printed."),
		col("author_id", anID, func(a *site.Article) string { return entityID(a.Author) }, "The id of the author."),
		col("published", aDay, func(a *site.Article) string { return firstDay(a.Front.Source.Published) }, "The day on which it was published.").needed().looked(),
		col("published_edtf", aTime, func(a *site.Article) string { return a.Front.Source.Published.String() }, "The same in EDTF, which says whether that is certain.").needed(),
		col("published_as", anyText, func(a *site.Article) string { return a.Front.Source.PublishedAs.Text }, "The date as printed, where that is not the whole date."),
		col("published_known", anyText, func(a *site.Article) string { return t.Plain(a.Front.Source.PublishedKnown) }, "How the date is known."),
		col("stands_because", anyText, func(a *site.Article) string { return t.Plain(a.Front.Source.Because) }, "Why the date stands although a check speaks against it."),
		col("language", cells{Type: "string", Pattern: "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"}, func(a *site.Article) string { return a.Front.Source.Language }, "Its language as of BCP 47.").needed(),
		col("url", anURL, func(a *site.Article) string { return a.Front.Source.URL.Text }, "Where it can be read."),
		col("archived", anURL, func(a *site.Article) string { return a.Front.Source.Archived.Text }, "A copy in an archive."),
		col("read", aDay, func(a *site.Article) string { return firstDay(a.Front.Source.Read) }, "The day on which we read it.").needed(),
		col("currency", cells{Type: "string", Pattern: "^[A-Z]{3}$"}, func(a *site.Article) string { return a.Front.Source.Currency }, "What a bare currency sign means in it, where that is not the usual one."),
		col("currency_inferred", isOrNot, func(a *site.Article) string { return is(a.Front.Source.InferredMoney) }, "Whether the currency is inferred from context.").needed(),
		col("paragraphs", aWhole, func(a *site.Article) string {
			if len(a.Front.Source.Paragraphs) == 0 {
				return ""
			}
			return lengthOf(a.Front.Source.Paragraphs)
		}, "How many paragraphs it has."),
		col("reports", aWhole, func(a *site.Article) string { return lengthOf(a.Reports) }, "How many reports of facts we have from it.").needed(),
		col("draft", isOrNot, func(a *site.Article) string { return is(a.IsDraft()) }, "Whether our summary is a draft, which only previews have.").needed(),
		col("address", anURL, func(a *site.Article) string { return t.site.URL(a.Path) }, "Where our summary is read.").needed(),
	)
}

// A paragraph is one of an article, with the quotes that are from it.
type paragraph struct {
	article           *site.Article
	n, length, quotes int
}

func (t tables) paragraphs() Table {
	rows := func(yield func(paragraph) bool) {
		for _, a := range t.site.ArticlesByID() {
			for i, n := range quotesByParagraph(a) {
				if !yield(paragraph{a, i + 1, a.Front.Source.Paragraphs[i], n}) {
					return
				}
			}
		}
	}
	return tableOf(Table{
		Name: "paragraphs", Title: t.t("table.paragraphs"), About: t.t("table.paragraphs.about"),
		Key: []string{"article", "paragraph"}, Refers: []Reference{refer("article", "sources")},
		Was: []string{"/articles/quotes.csv"},
	}, rows,
		col("article", anID, func(p paragraph) string { return p.article.ID }, "The article.").looked(),
		col("paragraph", aWhole, func(p paragraph) string { return strconv.Itoa(p.n) }, "Which paragraph it is, from 1.").looked(),
		col("characters", aWhole, func(p paragraph) string {
			if p.length == 0 {
				return ""
			}
			return strconv.Itoa(p.length)
		}, "How many characters it has, if that is known.").looked(),
		col("quotes", aWhole, func(p paragraph) string { return strconv.Itoa(p.quotes) }, "How many of our quotes are from it.").needed().looked(),
	)
}

func (t tables) disagreements() Table {
	return tableOf(Table{
		Name: "disagreements", Title: t.t("table.disagreements"), About: t.t("table.disagreements.about"),
		Key: pointKey, Refers: []Reference{refer("fact", "facts")},
	}, slices.Values(t.site.Disagreements),
		col("fact", anID, func(d *site.Disagreement) string { return d.Fact.ID }, "The fact.").looked(),
		col("point", anyText, func(d *site.Disagreement) string { return d.Anchor }, "The point, by its anchor on the page of the fact.").looked(),
		col("kind", oneOf(content.DisagreementKinds...), func(d *site.Disagreement) string { return d.Kind }, "In what way accounts differ.").needed().looked(),
		col("about", anyText, func(d *site.Disagreement) string {
			if d.IsFound() {
				return t.t("differ." + d.Aspect)
			}
			return d.Front.About.Text
		}, "What they differ on.").needed().looked(),
		col("aspects", manyIDs, func(d *site.Disagreement) string {
			if d.IsFound() {
				return d.Aspect
			}
			return list(d.Front.On, func(w content.Words) string { return w.Text })
		}, "The columns of the reports that differ: "+strings.Join(content.Aspects, ", ")+"."),
		col("found", isOrNot, func(d *site.Disagreement) string { return is(d.IsFound()) }, "Whether it was found by comparing reports; others are declared by an editor.").needed(),
		col("unexplained", oneOf(content.Aspects...), func(d *site.Disagreement) string { return d.Unexplained() }, "Of a contradiction that no editor has explained: its aspect."),
		col("note", anyText, func(d *site.Disagreement) string { return t.Plain(d.Note) }, "Why they differ, as far as it is known."),
		col("sides", aWhole, func(d *site.Disagreement) string { return lengthOf(d.Sides) }, "How many sides there are.").needed(),
		col("address", anURL, func(d *site.Disagreement) string { return t.site.URL(d.Address()) }, "Where it is read.").needed(),
	)
}

var pointKey = []string{"fact", "point"}

// A sideRow is one article on one side of a point.
type sideRow struct {
	point   *site.Disagreement
	side, n int
	article *site.Article
	*content.Evidence
	report *site.Report // of a found point
	site.Side
}

func (t tables) sides() Table {
	rows := func(yield func(sideRow) bool) {
		for _, d := range t.site.Disagreements {
			for i, s := range d.Sides {
				if !d.IsFound() {
					if !yield(sideRow{d, i + 1, 1, s.Article, s.Evidence, nil, s}) {
						return
					}
					continue
				}
				for j, r := range s.Reports {
					if !yield(sideRow{d, i + 1, j + 1, r.Article, &r.Evidence, r, s}) {
						return
					}
				}
			}
		}
	}
	ofReport := func(cell func(*site.Report) string) func(sideRow) string {
		return func(r sideRow) string {
			if r.report == nil {
				return ""
			}
			return cell(r.report)
		}
	}
	return tableOf(Table{
		Name: "sides", Title: t.t("table.sides"), About: t.t("table.sides.about"),
		Key: append(slices.Clone(pointKey), "side", "place"), Refers: []Reference{
			{pointKey, "disagreements", pointKey},
			refer("article", "sources"),
			{[]string{"report_fact", "report_article", "report_n"}, "reports", reportKey},
		},
	}, rows,
		col("fact", anID, func(r sideRow) string { return r.point.Fact.ID }, "The fact.").looked(),
		col("point", anyText, func(r sideRow) string { return r.point.Anchor }, "The point."),
		col("side", aWhole, func(r sideRow) string { return strconv.Itoa(r.side) }, "Which side it is, from 1.").looked(),
		col("place", aWhole, func(r sideRow) string { return strconv.Itoa(r.n) }, "Which report of that side it is, from 1."),
		col("article", anID, func(r sideRow) string {
			if r.article == nil {
				return ""
			}
			return r.article.ID
		}, "The article.").needed().looked(),
		col("says", anyText, func(r sideRow) string {
			if r.report != nil {
				return t.Plain(r.report.Says)
			}
			return t.Plain(r.Side.Says)
		}, "What it says on the point, in our words.").needed(),
		col("gives", anyText, func(r sideRow) string {
			if r.report != nil {
				return site.AspectNamed(r.point.Aspect).Reports(r.report)
			}
			return strings.Join(each(r.Gives, func(g content.Given) string { return g.Aspect + ": " + strings.Join(g.Values, ", ") }), "; ")
		}, "What it gives of each aspect, as the reports do."),
		col("quote_place", aLocator, func(r sideRow) string { return r.Evidence.At.String() }, "Where the quote stands in the article."),
		col("quote", anyText, func(r sideRow) string { return r.Evidence.Quote.Text }, "The words of the article.").looked(),
		col("translation", anyText, func(r sideRow) string { return r.Evidence.Translation.Text }, "The quote in English, word for word."),
		col("report_fact", anID, ofReport(func(r *site.Report) string { return r.Fact.ID }), "Of a point that was found: the report that says so."),
		col("report_article", anID, ofReport(func(r *site.Report) string { return r.Article.ID }), "The article of that report."),
		col("report_n", aWhole, ofReport(nth), "Which report of the two it is."),
	)
}

func (t tables) topics() Table {
	return tableOf(Table{
		Name: "topics", Title: t.t("table.topics"), About: t.t("table.topics.about"), Key: []string{"id"}, Pages: []site.Kind{site.TopicNode},
	}, slices.Values(t.site.Topics),
		col("id", anID, func(p *site.Topic) string { return p.ID }, "The id of the topic.").looked(),
		col("title", anyText, func(p *site.Topic) string { return p.Title }, "What it is called.").needed().looked(),
		col("summary", anyText, func(p *site.Topic) string { return t.Plain(p.Front.Summary) }, "What it tells, in a sentence or two.").needed().looked(),
		col("place", aWhole, func(p *site.Topic) string { return strconv.Itoa(p.Place + 1) }, "Its place among the topics, from 1.").needed(),
		col("address", anURL, func(p *site.Topic) string { return t.site.URL(p.Path) }, "Where it is read.").needed(),
	)
}

// A topicRow is a fact of a topic.
type topicRow struct {
	topic *site.Topic
	place int
	group string
	fact  *site.Fact
}

func (t tables) topicFacts() Table {
	facts := func(p *site.Topic) iter.Seq[topicRow] {
		return func(yield func(topicRow) bool) {
			place := 0
			for _, g := range p.Groups {
				for _, f := range g.Facts {
					if place++; !yield(topicRow{p, place, g.Title.Text, f}) {
						return
					}
				}
			}
		}
	}
	return tableOf(Table{
		Name: "topic-facts", Title: t.t("table.topic-facts"), About: t.t("table.topic-facts.about"),
		Key: []string{"topic", "fact"}, Refers: []Reference{refer("topic", "topics"), refer("fact", "facts")},
	}, inOrder(t.site.Topics, facts),
		col("topic", anID, func(r topicRow) string { return r.topic.ID }, "The topic.").looked(),
		col("place", aWhole, func(r topicRow) string { return strconv.Itoa(r.place) }, "The place of the fact in it, from 1.").needed().looked(),
		col("group", anyText, func(r topicRow) string { return r.group }, "The heading that it stands below.").needed().looked(),
		col("fact", anID, func(r topicRow) string { return r.fact.ID }, "The fact.").looked(),
	)
}

func (t tables) terms() Table {
	return tableOf(Table{
		Name: "terms", Title: t.t("table.terms"), About: t.t("table.terms.about"), Key: []string{"id"},
	}, slices.Values(t.site.Terms),
		col("id", anID, func(w *site.Term) string { return w.ID }, "The id of the word.").looked(),
		col("title", anyText, func(w *site.Term) string { return w.Title }, "The word.").needed().looked(),
		col("also", anyText, func(w *site.Term) string { return joinWords(w.Front.Also) }, "Other words for it."),
		col("summary", anyText, func(w *site.Term) string { return t.Plain(w.Front.Summary) }, "What it means.").needed().looked(),
		col("address", anURL, func(w *site.Term) string { return t.site.URL(w.Path) }, "Where it is read.").needed(),
	)
}
