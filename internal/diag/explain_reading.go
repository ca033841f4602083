package diag

// aboutReading explains quotes that are not understood, and the money of a source.
var aboutReading = []Explanation{
	{
		Code: NotUnderstood, Title: "a quote with words that are not understood",
		Text: "A word in the clause of the figure or the date may make another one of it, and the program does not know what: “outspent Doe by " +
			"47 euros” is no payment, “each gave 47 euros” no sum, “an average of 47 euros” was paid by nobody. So all " +
			"words of weight have to be understood, and the word next to a figure too. No amount is proposed. Read the words that the " +
			"message names: if they change the figure, state what they say, as in “47 EUR per donor”; if they change nothing, repeat " +
			"the words that the hint has in “quote_read”. That clears these words and no other number, currency or rate. " +
			"With a date it is the same: “two years after 2022” is not 2022, “every 5 November” no day, “fiscal 2024” no year " +
			"of the calendar, and “on Monday” may be either of two days where no verb tells which.",
		Wrong: `amount: 47 EUR
quote: "claque 47 euros"`,
		Right: `amount: 47 EUR
quote: "claque 47 euros"
quote_read: "claque 47 euros"`,
	},
	{
		Code: BadCurrency, Title: "no currency code",
		Text: "“currency” in “source” says what a bare “$”, “£”, “pesos” or “francs” is in that source: a code of ISO 4217, in " +
			"capitals. It is needed only where the words themselves do not tell. “currency_basis” stands beside it and says how " +
			"the currency is known.",
		Wrong: "source:\n  currency: dollars",
		Right: "source:\n  currency: CAD",
	},
	{
		Code: OfNoPercentage, Title: "what a percentage is of, beside no percentage",
		Text: "“of” says what a percentage is of, as in “12.5 percent of all donors”. Beside money or a count it says nothing: " +
			"leave it out. If the source gives a share, the amount is a percentage, with up to four decimals. A difference of two " +
			"percentages is written in “percentage points”.",
		Wrong: `amount: 125 donors
of: all donors`,
		Right: `amount: 12.5 percent
of: all donors`,
	},
}
