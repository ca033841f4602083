package diag

// aboutWarnings explains what is let through, unless -strict is given.
var aboutWarnings = []Explanation{
	{
		Code: UnusedFootnote, Title: "a footnote that is never used",
		Text: "The text defines a footnote and does not call it, or defines it twice, so its words appear " +
			"nowhere. Call it with [^name], or delete it.",
	},
	{
		Code: LongQuote, Title: "a long quote",
		Text: "The quote has more than fifteen words. That is allowed, up to twenty; but most figures are " +
			"carried by five. Quote only the words that carry the figure.",
	},
	{
		Code: UnpagedCitation, Title: "a citation without its page",
		Text: "“603 U.S. ___” is how a decision is cited before its volume is printed. It has no address of its " +
			"own, so it is not linked. Give the page once it is known, or cite the case by its name as " +
			"[[id]].",
		Wrong: "603 U.S. ___ (2024)",
		Right: "603 U.S. 593 (2024)",
	},
}
