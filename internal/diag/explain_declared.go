package diag

// aboutDeclared explains declared disagreements that no longer match the reports,
// and states that quotes do not name.
var aboutDeclared = []Explanation{
	{
		Code: SideDiffers, Title: "a side that gives something else than its article reports",
		Text: "A side of a disagreement repeats what its article reports of the fact: under “amount”, “date”, “from”, " +
			"“to” or “states”, as the report has it, or “none” where the article is silent. The report was changed, or " +
			"one was added, or the side was never right; until they agree, the page would put words into an " +
			"article’s mouth. The same goes for a figure in “says” that only another article reports, and for " +
			"“No figure.” where there is one, for “half of that”, and for a side’s quote that has another figure. Read the source again, then mend the side or the report.",
		Wrong: `sides:
  - article: paper-2026-03-09     # reports 54.7 million EUR
    amount: none
    says: No figure.`,
		Right: `sides:
  - article: paper-2026-03-09
    amount: 54.7 million EUR
    says: 54.7 million euros.`,
	},
	{
		Code: NoSuchDifference, Title: "a declared difference that is not there",
		Text: "The disagreement is “on” something in which its sides are all alike; or it is called a contradiction, and " +
			"both statements can be true; or a probable slip, and no report is marked as one; or “within-article”, and " +
			"its sides are of several; or “time”, and all is of one day; or two sides say the same. Most often a report " +
			"was mended and the disagreement was forgotten. Take it out, or say what still differs.",
		Wrong: `kind: contradiction
on: [amount]
sides:
  - article: paper-2026-03-09
    amount: more than 75 million EUR
    says: More than 75 million euros.
  - article: gazette-2026-03-21
    amount: about 75 million EUR
    says: About 75 million euros.`,
		Right: `kind: wording
on: [amount]
sides:
  - article: paper-2026-03-09
    amount: more than 75 million EUR
    says: More than 75 million euros.
  - article: gazette-2026-03-21
    amount: about 75 million EUR
    says: About 75 million euros.`,
	},
	{
		Code: OtherStateInQuote, Title: "a state whose quote names other states",
		Text: "The entry says something of one state, and its quotes name others and not this one. Either the code is " +
			"wrong (MI is Michigan, MS Mississippi, MO Missouri), or the quote is of something else. Names are read " +
			"in French and English; “seven swing states” names none.",
		Wrong: `states:
  - MS: The ads were shown in areas with a large Muslim community.
    quote: "zones du Michigan"`,
		Right: `states:
  - MI: The ads were shown in areas with a large Muslim community.
    quote: "zones du Michigan"`,
	},
	{
		Code: StatesMiscounted, Title: "a number of states, and a list that has more or fewer",
		Text: "The figure counts states, and “states” lists others than so many. A list that is complete is what the map " +
			"and the pages of the states are made of. Of “at least” or “more than” so many, some may be listed.",
		Wrong: `amount: 7 swing states
states: [PA, GA, NV, AZ, MI, WI]`,
		Right: `amount: 7 swing states
states: [PA, GA, NV, AZ, MI, WI, NC]`,
	},
}
