package diag

// aboutFigures explains figures that contradict each other or cannot be added.
var aboutFigures = []Explanation{
	{
		Code: Unexplained, Title: "a contradiction that nobody has explained",
		Text: "Reports of one fact cannot be true together: no number fits both amounts, no day both dates, or each " +
			"names a payer, a payee or a state whom the other leaves out. The site shows both sides either way; " +
			"this is an error only with “-fail-on disagreement”. Read both sources again. If they do differ, say so " +
			"in the fact’s own file: a disagreement that is “on” what differs, with a side for each article that gives what the article " +
			"reports, and a note on why they differ. Without a note, the kinds “within-article”, “probable-slip” and “time” explain it where they hold.",
		Right: `disagreements:
  - about: How much was given
    kind: contradiction
    on: [amount]
    sides:
      - article: paper-2026-03-09
        amount: 54.7 million EUR
        says: 54.7 million euros.
      - article: gazette-2026-03-21
        amount: 100 million EUR
        says: 100 million euros.`,
	},
	{
		Code: RefusedTotal, Title: "a total that cannot be made",
		Text: "The site file asks for a sum that cannot be made: some of the money would be counted twice, or may be; the " +
			"facts are different kinds of payment, or of different units; or fewer than two of them have a figure that can " +
			"be added, since a rate, a unit price and a word for a number cannot. What may count twice is judged by all facts " +
			"of the site, not by those of the sum alone. The reason is given, with what to do " +
			"about it, and for each figure its own. A total of fewer facts may stand; and where none does, the page of " +
			"amounts says why.",
		Wrong: "totals:\n  - title: All that is promised\n    facts: [daily-award, referral-47]",
		Right: "totals:\n  - title: Fines in two cases\n    facts: [x-fine, other-fine]",
	},
}
