package diag

// aboutEvidence explains figures and dates that their quotes do not carry.
var aboutEvidence = []Explanation{
	{
		Code: NoFigureInQuote, Title: "a quote without the figure",
		Text: "The amount is not in the words that are quoted for it, so that nobody can check it. Quote the " +
			"words that carry it. If no passage of twenty words does, since the figure is a count of ours or " +
			"stands in another sentence, say so: with “quote_supports: partly”, and in “quote_lacks” what is " +
			"missing, which readers see below the quote. The number then stands in the paragraph of the quote, or “quote_lacks” " +
			"shows what we count or add.",
		Wrong: `amount: 2 phone numbers
quote: "son numéro de téléphone et celui"`,
		Right: `amount: 2 phone numbers
quote: "son numéro de téléphone et celui"
quote_supports: partly
quote_lacks: "the number; our count: their own number + that of the voter"`,
	},
	{
		Code: OtherFigureInQuote, Title: "a quote that gives another figure",
		Text: "The quote has a figure, and it is not the one that is stated: another number, “at least” in place " +
			"of “more than”, a qualifier that one of the two does not have, another currency, a rate in place " +
			"of a sum, or money as it was paid in place of money in prices of a year (“in 2024 prices”) or “adjusted for inflation”. Or the words around the figure deny it, or make another one of it: “did not pay 47 euros”, “half of " +
			"47 euros”. What is counted is looked " +
			"for in the translation, where there is one. Each of these changes " +
			"what the source is made to say. The hint gives the amount if the quote can be read in one way only. Either " +
			"the amount is wrong, or the quote is of another figure.",
		Wrong: `amount: about 75 million EUR
quote: "plus de 75 millions d'euros"`,
		Right: `amount: more than 75 million EUR
quote: "plus de 75 millions d'euros"`,
	},
	{
		Code: TranslationDiffers, Title: "a translation that says something else than what is stated",
		Text: "The quote carries the figure or the date (or is in a language that is not read), and its " +
			"translation says something else. A reader who does not know the language of the source has the " +
			"translation only. Translate literally: “plus de” is “more than”, “une dizaine” is “some ten”.",
		Wrong: `amount: more than 75 million EUR
quote: "plus de 75 millions d'euros"
translation: "75 million euros"`,
		Right: `amount: more than 75 million EUR
quote: "plus de 75 millions d'euros"
translation: "more than 75 million euros"`,
	},
	{
		Code: NoDateInQuote, Title: "a quote without the date",
		Text: "The date is not in the words that are quoted for it, or these need another date to be " +
			"understood, as “the following year” does. Quote the words that carry the date; or give the words " +
			"in “as_written” and leave “date” out; or say in “quote_lacks” what is missing, with " +
			"“quote_supports: partly”. The period of an amount may stand in a quote under “also”, or as words " +
			"in “date_as”.",
		Wrong: `date: 2022
quote: "dès cette période"`,
		Right: `date: 2022
quote: "dès cette période"
quote_supports: partly
quote_lacks: the year is that of the sentence before`,
	},
	{
		Code: OtherDateInQuote, Title: "a quote that gives another date",
		Text: "The quote has a date, and it is not the one that is stated: another day, month or year, a month " +
			"in place of a day, “about” on one side only, a period that is open on one side only (“before”, “after” and " +
			"“until” open it), another day of the week. A part of a year is as precise " +
			"as the notation: “in Q3 2024” is 2024-07/2024-09, “spring 2024” is 2024-21. What a quote " +
			"does not print (the year of “le 5 octobre”, the day of “last week”) is read from the date of " +
			"publication. The hint gives the date if the quote can be read in one way only.",
		Wrong: `date: 2024-09-05
quote: "Le 5 octobre"`,
		Right: `date: 2024-10-05
quote: "Le 5 octobre"`,
	},
}
