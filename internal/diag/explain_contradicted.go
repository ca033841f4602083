package diag

// aboutCut explains texts that are not what their author wrote.
var aboutCut = []Explanation{
	{
		Code: CutText, Title: "a text that ends at a “#”",
		Text: "In YAML a blank and “#” begin a comment, unless the text is in quotation marks: all that follows on the " +
			"line is lost, and nothing says so. “A statute, as tweets under #name have it, which he denies” loses the " +
			"denial. Put the text in quotes. A comment has a blank behind the “#”.",
		Wrong: "says: The Gazette writes of a new account #Forward, which it calls pro-Roe.",
		Right: "says: \"The Gazette writes of a new account #Forward, which it calls pro-Roe.\"",
	},
	{
		Code: Conflict, Title: "two versions in one file",
		Text: "Git has put both versions of some lines into the file, between lines of seven signs, because it could not tell " +
			"which is meant. Keep the right one, and delete the other with the lines of signs. Until then the file is read with " +
			"the first of them, so that its other mistakes show too.",
		Wrong: "<<<<<<< HEAD\nThe Gazette names no fund.\n=======\nThe Gazette does not name the fund.\n>>>>>>> other",
		Right: "The Gazette does not name the fund.",
	},
}

// aboutContradicted explains statements that what else is known speaks against.
var aboutContradicted = []Explanation{
	{
		Code: OtherPublished, Title: "another day of publication",
		Text: "The day in “published” is not the one in the address of the source, or not the one that its outlet " +
			"prints, which “published_as” repeats. All dates of an article that its source prints without a year are read " +
			"from the day of publication. Look again: one of the two is a slip. An address may name a month only, and other " +
			"days besides, of which its words tell.",
		Wrong: "published: 2024-10-22\nurl: https://example.org/2024/10/21/a-title/",
		Right: "published: 2024-10-21\nurl: https://example.org/2024/10/21/a-title/",
	},
	{
		Code: OtherDistance, Title: "days that are not so far apart",
		Text: "“Twelve days apart”, or “twelve days separate”, is compared with the days that the page knows: those on which " +
			"the articles that it links to were published, or that report its fact, and those of the facts that it links to or reports. If there are fewer than two, with " +
			"the days of all articles. No two of them are so far apart. Mend the number, or link to what is meant. " +
			"Weeks are weeks of seven days; “about two weeks” may be a few days off. Months and years are not reckoned.",
		Wrong: "Two articles, ten days apart: [[courier-2026-03-09]] and [[gazette-2026-03-21]].",
		Right: "Two articles, twelve days apart: [[courier-2026-03-09]] and [[gazette-2026-03-21]].",
	},
	{
		Code: NoRuling, Title: "a status of a ruling that is not named",
		Text: "The statuses “affirmed”, “decided”, “dismissed” and “injunction-denied” tell readers that a court or an " +
			"authority has ruled. Which one, when and what has to be named: “says” links to a file in content/law/ of the kind " +
			"“decision”, or cites it; it is in the “law” of the question, and its date is not after the article, whose status it is. That a court refused to hear a case " +
			"(“review-denied”) is no ruling, nor is a sanction that was paid.",
		Wrong: "status: affirmed\nsays: The Courier reports that the court refused to hear the case.",
		Right: "status: review-denied\nsays: The Courier reports that the court refused to hear the case.",
	},
	{
		Code: SaysIt, Title: "an article that does say what it is said not to",
		Text: "An item of “does_not_say” that is nothing but links tells readers that the article does not name what they lead " +
			"to. But a quote names it, by a name of its file, or the headline does; or it pays, is paid or speaks; or it is a fact that " +
			"the article reports. If the article leaves out something about it, say in words what: items in words are not " +
			"judged.",
		Wrong: "does_not_say:\n  - \"[[the-herald]]\"",
		Right: "does_not_say:\n  - the name of the journalist of [[the-herald]]",
	},
	{
		Code: NumberUnseen, Title: "a figure that is not in its paragraph",
		Text: "The quote is said to carry the figure partly. Then its number, or the date, stands elsewhere in the paragraph of the " +
			"quote, or in that of a quote under “also”. It was looked for there in the source, and is not there. Mend the figure, or " +
			"quote from where it stands. A count or a sum of ours says so in “quote_lacks”, with what is counted or added, which " +
			"readers see and the build checks: “our count: A + B”, “our sum: [[one-fact]] + [[another-fact]]”. Without the " +
			"source the lock of quotes knows what was found: the quote counts as not verified.",
		Wrong: "amount: 3 million EUR\nquote: \"les millions d'euros fournis\"\nquote_supports: partly\nquote_lacks: the number",
		Right: "amount: unquantified\nquote: \"les millions d'euros fournis\"",
	},
	{
		Code: OtherResult, Title: "a count or a sum of ours with another result",
		Text: "“quote_lacks” says that the figure is our count or our sum. What is counted follows, with a plus sign between the " +
			"things, and there must be as many as the amount says; or links to the facts that are added, and their figures must add up to " +
			"it, as they do in totals: a rate has no sum, nor have a part and its whole, or a gift and a fine. Readers see the arithmetic.",
		Wrong: "amount: 2 phone numbers\nquote_lacks: the number, which is our count",
		Right: "amount: 2 phone numbers\nquote_lacks: \"the number; our count: their own number + that of the voter\"",
	},
	{
		Code: OtherDayBeside, Title: "a day beside a link that has another",
		Text: "Right behind a link stands a day, and what the link leads to has another one: the article was published, or the fact " +
			"dated, on a different day. Pages, people, states and questions are read for this, since nothing else holds their dates to " +
			"facts. Mend the day, or put it elsewhere in the sentence if it is that of something else.",
		Wrong: "[[courier-2026-03-09|One article]] of 19 March 2026",
		Right: "[[courier-2026-03-09|One article]] of 9 March 2026",
	},
}
