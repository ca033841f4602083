package diag

// aboutValues explains mistakes in single values.
var aboutValues = []Explanation{
	{
		Code: BadQuantity, Title: "an amount that cannot be read",
		Text: "An amount is written as one would say it: a qualifier if the source has one, a number, thousand, " +
			"million or billion, the ISO code of the currency or what is counted, and “per day” or the like. " +
			"Signs such as $ do not say which dollar; 1.000 is one in London and a thousand in Paris; 010 and " +
			"10000000 are misread by machines and people. The hint gives the spelling to use where only one " +
			"can be meant.",
		Wrong: `amount: $75M
amount: 10,000,000 EUR
amount: over 75 million EUR`,
		Right: `amount: 75 million EUR
amount: 10 million EUR
amount: more than 75 million EUR`,
	},
	{
		Code: UnknownState, Title: "a state that does not exist",
		Text: "States are written with the two capital letters of the US Postal Service: PA, DC. A site with regions " +
			"of its own has the codes of its list. A file in content/states/ is named by the state’s name, as in " +
			"new-york.md. A wrong code would put a fact on no map at all.",
		Wrong: "states: [Michigan, PE]",
		Right: "states: [MI, PA]",
	},
	{
		Code: BadDate, Title: "a date that cannot be read",
		Text: "Dates are written in EDTF: 2024-10-05 for a day, 2024-10 for a month, 2024 for a year, 2024-21 to 2024-24 for its seasons from spring on, ~ behind " +
			"it for “about” and ? for “perhaps”, two dates with / between them for a period, and .. for an " +
			"end that is open. 05/10/2024 is in May for some readers and in October for others. A day must " +
			"exist in the calendar, and a period ends after it begins.",
		Wrong: `date: 5 October 2024
date: 2024-02-30`,
		Right: `date: 2024-10-05
date: 2024-02-29`,
	},
	{
		Code: BadLocator, Title: "a place in the source that cannot be read",
		Text: `"at" says where in the source the quote stands, so that anybody can look it up: P7 is the ` +
			"seventh paragraph, H1 the first intertitle, T the title, ST the subtitle, C the standfirst, head " +
			"the line with author and date.",
		Wrong: "at: paragraph 7",
		Right: "at: P7",
	},
	{
		Code: QuoteTooLong, Title: "a quote of more than twenty words",
		Text: "A quote proves a figure; it does not replace the article, whose author has rights in it. Twenty " +
			"words are the most that is published. Keep the words that carry the figure, and put a second " +
			`passage under "also" with its own place. The message points at the first word too many.`,
	},
	{
		Code: NoTranslation, Title: "a quote without its translation",
		Text: "The source is in another language than the site. A reader must be able to check the quote, so " +
			"each has a literal translation of ours beside it.",
		Wrong: `quote: "un million d'euros, chaque jour"`,
		Right: `quote: "un million d'euros, chaque jour"
translation: "one million euros, every day"`,
	},
	{
		Code: BadURL, Title: "an address that cannot be used",
		Text: "A web address begins with https:// (or http://) and has no spaces; a space inside it is written " +
			"%20. The address of the site itself has no ? and no #. A mail address is written alone: " +
			"name@example.org.",
		Wrong: "url: www.example.org/a story",
		Right: "url: https://www.example.org/a%20story",
	},
	{
		Code: UnknownWord, Title: "a word that is not in the list",
		Text: "Some keys take one word of a list: the nature of a claim, the status of a legal question, the " +
			"kind of a disagreement, a mark, a voice, true or false. Flows and kinds of organizations are " +
			"listed in content/site.yaml, where a site may have its own. Only words that are known have a " +
			"label for readers and a meaning for totals.",
		Wrong: `flow: prise
draft: yes`,
		Right: `flow: prize
draft: true`,
	},
	{
		Code: BadLanguage, Title: "a language that is not a code",
		Text: "Languages are written as BCP 47 codes: fr, en, pt-BR. The code tells browsers how to read a " +
			"quote aloud and where to break its words.",
		Wrong: "language: French",
		Right: "language: fr",
	},
	{
		Code: BadNumber, Title: "a number that cannot be read",
		Text: "Here stands a whole number without signs, commas or leading zeros; YAML would read 018 and 1:30 " +
			"in ways that nobody means. The FEC’s id of a committee is the letter C and eight digits.",
		Wrong: "paragraphs: 018",
		Right: "paragraphs: 18",
	},
	{
		Code: BadCitation, Title: "a legal citation that cannot be read",
		Text: "What a legal question rests on is named by its citation, which leads to the official text, or by " +
			"the id of a file in content/law/. One entry is one citation and nothing else: no “see also”, no " +
			"page within a decision. What looks like no citation of United States law is the name of a law, such as " +
			"Code électoral, art. L. 52-8, and has a page of that name.",
		Wrong: `law: ["52 U.S.C. § 10307(c) and 558 U.S. 310"]`,
		Right: `law: ["52 U.S.C. § 10307(c)", "558 U.S. 310"]`,
	},
	{
		Code: NoFlow, Title: "money without a flow, or a count with one",
		Text: "Every amount of money says how it flows: promised as a prize, paid as wages, spent on " +
			"advertising. Totals add up what flows in the same way and nothing else. A count, such as " +
			"followers or pages, flows nowhere.",
		Wrong: "amount: 1 million EUR per day",
		Right: `amount: 1 million EUR per day
flow: prize`,
	},
	{
		Code: NoDate, Title: "an event without a date",
		Text: "An event has a date; where the article gives none, it has the words that the article puts in its " +
			"place, or the note that it is undated. Of an event without any of them it would seem " +
			"that we forgot the date.",
		Wrong: `  - fact: butler-rally
    says: The Gazette mentions the rally.`,
		Right: `  - fact: butler-rally
    date: 2024-10-05
    says: The Gazette mentions the rally.`,
	},
	{
		Code: PastParagraphs, Title: "a paragraph that the source does not have",
		Text: "The source is said to have fewer paragraphs than the place of this quote. One of the two numbers " +
			"is wrong: a reader who looks the quote up would not find it.",
		Wrong: `paragraphs: 18
…
    at: P19`,
		Right: "    at: P18",
	},
	{
		Code: AuthorityName, Title: "a legal text in a file of another name",
		Text: "A file in content/law/ is named by its citation, so that each citation in any text finds its " +
			"page: 52 U.S.C. § 10307(c) is 52-usc-10307-c.md. Rename the file, or mend the citation.",
		Wrong: "content/law/vote-buying.md: cite: 52 U.S.C. § 10307(c)",
		Right: "content/law/52-usc-10307-c.md: cite: 52 U.S.C. § 10307(c)",
	},
}
