package diag

// aboutLanguages explains mistakes in translations.
var aboutLanguages = []Explanation{
	{
		Code: ValueInTranslation, Title: "a translation that says more than words",
		Text: "A translation has the keys of its original that hold words, at the same places, and its text. What is an amount, a " +
			"date, a state, a quote or a reference stands once, in the original, so that two languages cannot disagree. The " +
			"items of a list that report a fact, or are of an article or a question, are found by that key, in any order, and may be " +
			"left out. Of other lists, and of the headings of a text, there are as many as in the original, in its order: until " +
			"then readers see those of the original, and “check” says so.",
		Wrong: "amounts:\n  - fact: daily-award\n    amount: 1 million EUR per day\n    says: La Gazette écrit qu’elle le promet.",
		Right: "amounts:\n  - fact: daily-award\n    says: La Gazette écrit qu’elle le promet.",
	},
	{
		Code: NoOriginal, Title: "a translation of nothing",
		Text: "The file is named as a translation, and what it would translate is not there. It has the name of its original, with " +
			"the language before the ending.",
		Wrong: "content/facts/prix.fr.md",
		Right: "content/facts/award.fr.md",
	},
}
