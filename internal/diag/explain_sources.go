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

// aboutEditions explains what comes of comparing an edition with an older one.
var aboutEditions = []Explanation{
	{
		Code: Unnoted, Title: "a published figure changed in silence",
		Text: "A figure that readers may have cited is not what it was in the older edition, and no new entry under " +
			"“corrections” of the article says so. A figure is how much, when, where, who pays whom, who says so, in " +
			"what sense, and the status of a legal question; what was taken back counts too. An entry counts for " +
			"what it names under “fact”, “question”, “state” or “withdrawn”. Without a name it counts only where one " +
			"single thing has changed. The message has an entry to paste.",
		Right: "corrections:\n  - date: 2026-11-23\n    was: 75 million USD\n    now: more than 75 million USD\n    fact: musk-contributions",
	},
}
