package diag

// aboutSources explains what comes of holding a site to its sources.
var aboutSources = []Explanation{
	{
		Code: QuoteNotInSource, Title: "a quote that does not stand in its source",
		Text: "The quote was looked for in the text of its source and is not there, or not at the paragraph that " +
			"“at” names. A quote is verbatim: every letter, digit and accent counts; white space and the shape " +
			"of quotation marks do not. Copy it from the source, or mend its place.",
		Wrong: "quote: \"plus de 75 million de dollars\"\nat: P8",
		Right: "quote: \"plus de 75 millions de dollars\"\nat: P7",
	},
	{
		Code: BadSourceText, Title: "a source whose paragraphs cannot be told apart",
		Text: "The stored text of a source has lines that are no part of the article. The article’s file says which " +
			"lines are its paragraphs, by their lengths in characters; no lines of these lengths follow each " +
			"other in the text. Count them again.",
		Right: "paragraphs: [512, 430, 388]",
	},
}
