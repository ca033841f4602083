package view

import (
	"iter"
	"slices"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/site"
)

// The tables of facts and of what articles report of them. A report has no id of its
// own: its key is its fact, its article and which report of the two it is.

var reportKey = []string{"fact", "article", "n"}

// toReport is the reference of a table of which each row is about a report.
var toReport = Reference{reportKey, "reports", reportKey}

func (t tables) facts() Table {
	return tableOf(Table{
		Name: "facts", Title: t.t("table.facts"), About: t.t("table.facts.about"),
		Key: []string{"id"}, Refers: []Reference{refer("part_of", "facts")}, Pages: []site.Kind{site.FactNode},
	}, slices.Values(t.site.Facts),
		col("id", anID, func(f *site.Fact) string { return f.ID }, "The id of the fact, which stays.").looked(),
		col("type", oneOf(site.Money, site.Count, site.Event, site.Claim), func(f *site.Fact) string { return string(f.Type) }, "What the fact is: an amount of money, a count, an event or a claim.").needed().looked(),
		col("title", anyText, func(f *site.Fact) string { return f.Title }, "What the fact is called.").needed().looked(),
		col("summary", anyText, func(f *site.Fact) string {
			if f.Front == nil {
				return ""
			}
			return t.Plain(f.Front.Summary)
		}, "One line on what it is, in our words."),
		col("part_of", anID, func(f *site.Fact) string { return factID(f.PartOf) }, "The fact that it is a part of."),
		col("reports", aWhole, func(f *site.Fact) string { return lengthOf(f.Reports) }, "How many reports there are of it.").needed().looked(),
		col("points", aWhole, func(f *site.Fact) string { return lengthOf(f.Disagreements) }, "On how many points accounts of it differ.").needed(),
		col("contradictions", aWhole, func(f *site.Fact) string { return strconv.Itoa(f.Contradictions()) }, "How many of these are contradictions.").needed(),
		col("differs", anyText, t.differ, "How accounts of it differ, in a few words; empty if they do not."),
		col("draft", isOrNot, func(f *site.Fact) string { return is(f.IsDraft()) }, "Whether drafts alone report it, which only previews have.").needed(),
		col("address", anURL, func(f *site.Fact) string { return t.site.URL(f.Path) }, "Where it is read.").needed(),
	)
}

// ofAmount makes a cell that only reports of amounts and counts have.
func ofAmount(cell func(*site.Report, *content.Amount) string) func(*site.Report) string {
	return func(rep *site.Report) string {
		if rep.Amount == nil {
			return ""
		}
		return cell(rep, rep.Amount)
	}
}

// dateOf is when a report says that something was.
func dateOf(rep *site.Report) content.Date {
	switch {
	case rep.Amount != nil:
		return rep.Amount.Period
	case rep.Event != nil:
		return rep.Event.Date
	}
	return content.Date{}
}

// replacing is a cell about the report that replaces one.
func replacing(cell func(*site.Report) string) func(*site.Report) string {
	return func(rep *site.Report) string {
		if rep.ReplacedBy == nil {
			return ""
		}
		return cell(rep.ReplacedBy)
	}
}

func reportsOf(f *site.Fact) iter.Seq[*site.Report] { return slices.Values(f.Reports) }

func (t tables) reports() Table {
	why := func(rep *site.Report) string { return t.ledger().why[rep] }
	return tableOf(Table{
		Name: "reports", Title: t.t("table.reports"), About: t.t("table.reports.about"),
		Key: reportKey, Refers: []Reference{
			refer("fact", "facts"), refer("article", "sources"), refer("outlet_id", "entities"), refer("refunds", "facts"),
			{[]string{"replaced_by_fact", "replaced_by_article", "replaced_by_n"}, "reports", reportKey},
		},
		Was: []string{"/amounts/amounts.csv", "/timeline/timeline.csv"},
	}, inOrder(t.site.Facts, reportsOf),
		col("fact", anID, func(r *site.Report) string { return r.Fact.ID }, "The fact that is reported.").looked(),
		col("article", anID, func(r *site.Report) string { return r.Article.ID }, "The article that reports it.").looked(),
		col("n", aWhole, nth, "Which report of this fact in this article it is, from 1."),
		col("type", oneOf(site.Money, site.Count, site.Event, site.Claim), func(r *site.Report) string { return string(r.Fact.Type) }, "What the fact is.").needed(),
		col("title", anyText, func(r *site.Report) string { return r.Fact.Title }, "What the fact is called.").needed(),
		col("outlet", anyText, func(r *site.Report) string { return outlet(r.Article) }, "The outlet of the article.").needed(),
		col("outlet_id", anID, func(r *site.Report) string { return outletID(r.Article) }, "The id of the outlet."),
		col("published", aDay, func(r *site.Report) string { return firstDay(r.Article.Front.Source.Published) }, "The day on which the article was published.").needed(),
		col("says", anyText, func(r *site.Report) string { return t.Plain(r.Says) }, "What the article says, in one sentence of ours.").needed().looked(),
		col("flow", oneOf(t.site.Config.Flows.IDs()...), ofAmount(func(_ *site.Report, m *content.Amount) string { return m.Flow.Text }), "What the payment is called: a word of the site’s vocabulary."),
		col("kind", oneOf(content.FlowKinds...), ofAmount(func(r *site.Report, _ *content.Amount) string { return string(t.site.KindOf(r)) }), "What an amount of that flow is."),
		col("in_kind", isOrNot, ofAmount(func(_ *site.Report, m *content.Amount) string { return is(m.InKind) }), "Whether goods or services of that worth are given, not money."),
		col("amount", anyText, ofAmount(func(r *site.Report, _ *content.Amount) string { return t.amount(r).Plain }), "The amount as the site shows it, with its qualifier."),
		col("qualifier", anyText, ofAmount(func(r *site.Report, _ *content.Amount) string { return t.amount(r).Before }), "The words before the number, such as more than."),
		col("lower_bound", aNumber, ofAmount(func(_ *site.Report, m *content.Amount) string {
			lo, _ := m.Quantity.Stated()
			return bound(m.Quantity.Quantity, lo)
		}), "The least that the source states, in the unit; empty if it states none. Where the qualifier is more than, it is more than this."),
		col("upper_bound", aNumber, ofAmount(func(_ *site.Report, m *content.Amount) string {
			_, hi := m.Quantity.Stated()
			return bound(m.Quantity.Quantity, hi)
		}), "The most that the source states, in the unit; empty if it states none. Where the qualifier is nearly, it is less than this."),
		col("no_bound_because", anyText, ofAmount(func(_ *site.Report, m *content.Amount) string { return t.noBound(m.Quantity.Quantity) }), "Why an end is left empty; empty if both are stated."),
		col("unit", anyText, ofAmount(func(_ *site.Report, m *content.Amount) string { return m.Quantity.Unit() }), "The currency as of ISO 4217, percent, or what is counted."),
		col("prices", anyText, ofAmount(func(_ *site.Report, m *content.Amount) string { return t.Prices(m.Quantity.Prices()) }), "Of which year’s prices it is, if not of its own time."),
		col("of", anyText, ofAmount(func(_ *site.Report, m *content.Amount) string { return m.Of.Text }), "What a percentage is of."),
		col("basis", anyText, ofAmount(func(_ *site.Report, m *content.Amount) string { return m.Quantity.Basis() }), "Per what it is, such as day; empty for a sum."),
		col("from", anyText, ofAmount(func(r *site.Report, m *content.Amount) string { return t.partyWords(r.From, m.FromAs) }), "Who pays, by name or as the article words it. The table of parties has the ids."),
		col("to", anyText, ofAmount(func(r *site.Report, m *content.Amount) string { return t.partyWords(r.To, m.ToAs) }), "Who is paid."),
		col("via", anyText, func(r *site.Report) string { return t.partyWords(r.Via, content.Inline{}) }, "By whose way it goes."),
		col("for", anyText, func(r *site.Report) string { return t.partyWords(r.For, content.Inline{}) }, "Whom or what it is spent to support."),
		col("against", anyText, func(r *site.Report) string { return t.partyWords(r.Against, content.Inline{}) }, "Whom or what it is spent to oppose."),
		col("date", aTime, func(r *site.Report) string { return dateCell(dateOf(r)) }, "The time of the event or of the amount, in the Extended Date/Time Format (EDTF) of ISO 8601-2."),
		col("date_from", aDay, func(r *site.Report) string { return firstDay(dateOf(r)) }, "The first day of that time; empty if it has no beginning."),
		col("date_to", aDay, func(r *site.Report) string { return lastDay(dateOf(r)) }, "The last day of that time; empty if it has no end."),
		col("date_as_written", anyText, func(r *site.Report) string {
			switch {
			case r.Amount != nil:
				return r.Amount.PeriodAs.Text
			case r.Event != nil:
				return r.Event.AsWritten.Text
			}
			return ""
		}, "The words of the article for that time."),
		col("probable_slip", isOrNot, func(r *site.Report) string {
			if r.Event == nil {
				return ""
			}
			return is(r.Event.ProbableSlip)
		}, "Of an event: whether the source itself speaks against the date that it prints."),
		col("nature", oneOf(content.Natures...), func(r *site.Report) string {
			if r.Claim == nil {
				return ""
			}
			return r.Claim.Nature
		}, "Of a claim: what kind of statement it is."),
		col("states", manyIDs, func(r *site.Report) string {
			return list(r.Links.States, func(s content.StateCode) string { return s.Code })
		}, "The codes of the regions that it is about. The table of places has the ids."),
		col("from_id", manyIDs, func(r *site.Report) string { return ids(r.From) }, "The ids of those who pay, of those that have one."),
		col("to_id", manyIDs, func(r *site.Report) string { return ids(r.To) }, "The ids of those who are paid."),
		col("via_id", manyIDs, func(r *site.Report) string { return ids(r.Via) }, "The ids of those by whose way it goes."),
		col("for_id", manyIDs, func(r *site.Report) string { return ids(r.For) }, "The ids of those whom it is spent to support."),
		col("against_id", manyIDs, func(r *site.Report) string { return ids(r.Against) }, "The ids of those whom it is spent to oppose."),
		col("by", anyText, func(r *site.Report) string { return t.partyWords(r.Speakers, content.Inline{}) }, "Whom the article cites for it."),
		col("voice", aVoice, func(r *site.Report) string { return string(r.Voice) }, "Whose words carry it: the article’s own, those of a source that it cites, or unclear which.").needed(),
		col("place", aLocator, func(r *site.Report) string { return r.At.String() }, "Where the quote stands: P7 is paragraph 7, H1 the first intertitle, T the title, ST the subtitle, C the standfirst, head the dateline.").needed(),
		col("quote", anyText, func(r *site.Report) string { return r.Quote.Text }, "The words of the article, in its language.").needed().looked(),
		col("translation", anyText, func(r *site.Report) string { return r.Translation.Text }, "The quote in English, word for word."),
		col("quote_lacks", anyText, func(r *site.Report) string { return t.Plain(r.Lacks) }, "What of the figure or the date the quote does not carry."),
		col("stands_because", anyText, func(r *site.Report) string { return t.Plain(r.Because) }, "Why the report stands although a check speaks against it."),
		col("same_because", anyText, func(r *site.Report) string { return t.Plain(r.Links.SameBecause) }, "Why we take it for this fact, where the article does not say so."),
		col("refunds", anID, func(r *site.Report) string { return factID(r.Refunds) }, "The fact whose money it gives back."),
		col("differs", anyText, ofAmount(func(r *site.Report, _ *content.Amount) string { return t.differ(r.Fact) }), "How accounts of the amount differ, in a few words; empty if they do not."),
		col("replaced_by_fact", anID, replacing(func(r *site.Report) string { return r.Fact.ID }), "The fact of the later report that replaces this one."),
		col("replaced_by_article", anID, replacing(func(r *site.Report) string { return r.Article.ID }), "The article of that report."),
		col("replaced_by_n", aWhole, replacing(nth), "Which report of the two it is."),
		col("not_added_because", anyText, ofAmount(func(r *site.Report, _ *content.Amount) string { return why(r) }), "Why the amount is in no total."),
		// ledger.js finds a row by its address, at the end of the line.
		col("address", anURL, func(r *site.Report) string { return t.site.URL(r.Address()) }, "Where the report is read.").needed(),
	)
}

// A roleOf is one party of a report in one of its roles.
type roleOf struct {
	report *site.Report
	role   string
	n      int
	*site.Party
	about *site.Node // instead of the party: whom a claim is about
}

// roles are those of parties in reports.
var roles = []string{"from", "to", "via", "for", "against", "by", "about"}

func (t tables) rolesIn(f *site.Fact) iter.Seq[roleOf] {
	return func(yield func(roleOf) bool) {
		for _, r := range f.Reports {
			for i, parties := range [][]site.Party{r.From, r.To, r.Via, r.For, r.Against, r.Speakers} {
				for n := range parties {
					if !yield(roleOf{report: r, role: roles[i], n: n + 1, Party: &parties[n]}) {
						return
					}
				}
			}
			if r.Claim == nil {
				continue
			}
			for n, ref := range r.Claim.About {
				if about := t.site.Named(ref.Text); about != nil && !yield(roleOf{report: r, role: "about", n: n + 1, about: about}) {
					return
				}
			}
		}
	}
}

func (t tables) parties() Table {
	return tableOf(Table{
		Name: "parties", Title: t.t("table.parties"), About: t.t("table.parties.about"),
		Key: append(slices.Clone(reportKey), "role", "place"), Refers: []Reference{toReport, refer("entity", "entities")},
	}, inOrder(t.site.Facts, t.rolesIn),
		col("fact", anID, func(r roleOf) string { return r.report.Fact.ID }, "The fact.").looked(),
		col("article", anID, func(r roleOf) string { return r.report.Article.ID }, "The article.").looked(),
		col("n", aWhole, func(r roleOf) string { return nth(r.report) }, "Which report of the two it is."),
		col("role", oneOf(roles...), func(r roleOf) string { return r.role }, "Who pays (from), is paid (to), passes the money on (via), is supported (for) or opposed (against) by it, says so (by) or is spoken of (about).").looked(),
		col("place", aWhole, func(r roleOf) string { return strconv.Itoa(r.n) }, "Its place among those of the role, from 1."),
		col("entity", anID, func(r roleOf) string {
			if r.about != nil {
				return r.about.ID
			}
			return entityID(r.Entity)
		}, "The person or organization; empty for one without a page."),
		col("name", anyText, func(r roleOf) string {
			if r.about != nil {
				return t.name(r.about)
			}
			return t.partyWords([]site.Party{*r.Party}, content.Inline{})
		}, "The name, or the words of the article for one without a page.").needed().looked(),
	)
}

func (t tables) places() Table {
	type place = pair[*site.Report, *site.State]
	return tableOf(Table{
		Name: "places", Title: t.t("table.places"), About: t.t("table.places.about"),
		Key: append(slices.Clone(reportKey), "region"), Refers: []Reference{toReport, refer("region", "regions")},
	}, inOrder(t.site.Facts, func(f *site.Fact) iter.Seq[place] {
		return pairs(f.Reports, func(r *site.Report) []*site.State {
			var states []*site.State
			for _, s := range r.Links.States {
				if st := t.site.State(s.Code); !slices.Contains(states, st) {
					states = append(states, st)
				}
			}
			return states
		})
	}),
		col("fact", anID, func(p place) string { return p.a.Fact.ID }, "The fact.").looked(),
		col("article", anID, func(p place) string { return p.a.Article.ID }, "The article.").looked(),
		col("n", aWhole, func(p place) string { return nth(p.a) }, "Which report of the two it is.").looked(),
		col("region", anID, func(p place) string { return p.b.ID }, "A region that the report is about.").looked(),
	)
}

// A quoteRow is one quote of a report.
type quoteRow struct {
	report *site.Report
	n      int
	*content.Evidence
}

func quotesIn(f *site.Fact) iter.Seq[quoteRow] {
	return func(yield func(quoteRow) bool) {
		for _, r := range f.Reports {
			for i, e := range evidenceOf(r.Report) {
				if !yield(quoteRow{r, i + 1, e}) {
					return
				}
			}
		}
	}
}

func (t tables) quotes() Table {
	return tableOf(Table{
		Name: "quotes", Title: t.t("table.quotes"), About: t.t("table.quotes.about"),
		Key: append(slices.Clone(reportKey), "quote_n"), Refers: []Reference{toReport},
	}, inOrder(t.site.Facts, quotesIn),
		col("fact", anID, func(q quoteRow) string { return q.report.Fact.ID }, "The fact.").looked(),
		col("article", anID, func(q quoteRow) string { return q.report.Article.ID }, "The article.").looked(),
		col("n", aWhole, func(q quoteRow) string { return nth(q.report) }, "Which report of the two it is."),
		col("quote_n", aWhole, func(q quoteRow) string { return strconv.Itoa(q.n) }, "Which quote of the report it is, from 1: the first is in the table of reports, too."),
		col("place", aLocator, func(q quoteRow) string { return q.At.String() }, "Where it stands, as in the table of reports.").needed().looked(),
		col("quote", anyText, func(q quoteRow) string { return q.Quote.Text }, "The words of the article, in its language.").needed().looked(),
		col("translation", anyText, func(q quoteRow) string { return q.Translation.Text }, "The quote in English, word for word."),
	)
}
