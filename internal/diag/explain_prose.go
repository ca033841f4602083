package diag

// aboutProse explains mistakes in prose that repeats what facts say.
var aboutProse = []Explanation{
	{
		Code: FigureWithoutFact, Title: "a figure in the text that no fact of the page has",
		Text: "A figure that is typed into a sentence can drift away from the fact it repeats, so each must be that of " +
			"a fact of the page: one that the article reports or the text links to. Number, qualifier, unit and " +
			"basis count: “75 million” is not “more than 75 million”, and “never paid 75 million” or “half of the 75 million” say " +
			"something else; whoever denies a figure repeats it. Link to the fact instead of typing, and the " +
			"figure comes along. Words that rest on something else are marked with [[!…]].",
		Wrong: "Doe offers 74 euros.",
		Right: "Doe offers [[referral-47]], not [[!74 euros]].",
	},
	{
		Code: DateWithoutFact, Title: "a date in the text that no fact of the page has",
		Text: "The sentence names a day, a month or a year that is the date of no fact of the page, nor of its " +
			"publication, of our reading or of a correction, or there is no such day, or it was another day of the week, " +
			"or the words before deny it or make it the end of a time: “before 5 October”. “October 2024” repeats a fact of 5 October 2024; " +
			"“5 October” does not repeat one of October 2024. Link to the fact that has the date, or mark words that " +
			"rest on something else with [[!…]].",
		Wrong: "The rally of 6 October.",
		Right: "The rally of [[butler-rally|5 October]].",
	},
	{
		Code: LabelDisagrees, Title: "a label that says something else than the fact it links to",
		Text: "The words of a link are a figure or a date, and the fact they lead to has another. One of them is wrong, " +
			"or the link leads to the wrong fact. A link without a label shows what the fact says, with its qualifier. " +
			"Labels are compared on every page. In a translation, what is counted may have the name that content/messages gives it.",
		Wrong: "[[doe-contributions|75 million euros]]",
		Right: "[[doe-contributions]], or: [[doe-contributions|more than 75 million euros]]",
	},
	{
		Code: StateWithoutFact, Title: "a state of which the page reports nothing",
		Text: "The text names a state that none of the article’s reports concerns and to which nothing on the page " +
			"links. Add the state to what is reported of it, link to it, or mark words that rest on something else " +
			"with [[!…]].",
		Wrong: "The ads ran in Ohio.",
		Right: "The ads ran in [[MI]], not in [[!Ohio]].",
	},
}
