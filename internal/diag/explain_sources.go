package diag

// aboutSources explains mistakes found by comparing quotes with their sources.
var aboutSources = []Explanation{
	{
		Code: QuoteNotInSource, Title: "a quote that does not stand in its source",
		Text: "The quote was looked for in the text of its source and is not there, or not at the paragraph that " +
			"“at” names. A quote is verbatim: every letter, digit and accent counts; white space, where lines end, " +
			"how accents are encoded and the shape of quotation marks do not. What such a quote carries is not " +
			"judged before it is found. Copy it from the source, or mend its place.",
		Wrong: "quote: \"plus de 75 million d'euros\"\nat: P8",
		Right: "quote: \"plus de 75 millions d'euros\"\nat: P7",
	},
	{
		Code: BadSourceText, Title: "a source whose paragraphs cannot be told apart",
		Text: "The stored text of a source has lines that are no part of the article. The article’s file says which " +
			"lines are its paragraphs, by their lengths in characters; no lines of these lengths follow each " +
			"other in the text. If the file gives their number only, the paragraphs are the lines that end a " +
			"sentence, and there are more of them or fewer, or the text can be cut into as many in several ways: then give the lengths, without those of a standfirst " +
			"or of readers’ comments. Count again.",
		Right: "paragraphs: [512, 430, 388]",
	},
	{
		Code: CroppedQuote, Title: "a quote that ends where the figure goes on",
		Text: "The quote carries the figure or the date; the source, with the words around the quote, says another " +
			"one: a qualifier stands before it, “a year” or “or more” follows, it is denied, or it is the half of " +
			"it that is meant. Quote these words too, and state what they say. If the program reads them " +
			"wrongly, quote them all the same, and say with “quote_supports: partly” what is so.",
		Wrong: "amount: 75 million EUR\nquote: \"75 millions d'euros\"",
		Right: "amount: more than 75 million EUR\nquote: \"plus de 75 millions d'euros\"",
	},
}

// aboutEditions explains mistakes found by comparing an edition with an older one.
var aboutEditions = []Explanation{
	{
		Code: Unnoted, Title: "a published figure changed in silence",
		Text: "A figure that readers may have cited is not what it was in the older edition, and no new entry under " +
			"“corrections” of the article says so. A figure is how much, when, where, who pays whom, who says so, in " +
			"what sense, of which fact it is a part, which outlet published it and when, and the status of a legal question; " +
			"what was taken back counts too. An entry counts for " +
			"what it names under “fact”, “question”, “state” or “withdrawn”. Without a name it counts only where one " +
			"single thing has changed; so it is with an article’s outlet and date, which no entry names. An entry that repeats " +
			"an older one is not new. The message has an entry to paste.",
		Right: "corrections:\n  - date: 2026-11-23\n    was: 75 million EUR\n    now: more than 75 million EUR\n    fact: doe-contributions",
	},
}
