package diag

// aboutFacts explains mistakes in what a fact is called.
var aboutFacts = []Explanation{
	{
		Code: TitleDiffers, Title: "a fact with two titles",
		Text: "A fact is called what its file in content/facts says. One without a file is called what a report says " +
			"under “title”, and it is called the same on all pages. Here a report gives another title than the file or " +
			"another report: keep one. Without any, pages show the first words of “says”.",
	},
}
