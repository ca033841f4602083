package diag

// aboutLaw explains mistakes in the names of laws that no grammar fits.
var aboutLaw = []Explanation{
	{
		Code: LawWithoutID, Title: "a law whose name makes no address",
		Text: "A law that a question rests on has a page of its own name: Code électoral, art. L. 52-8 is at " +
			"/law/code-electoral-art-l-52-8/. An address belongs to one thing. Where another has it, describe the law in a file of " +
			"content/law/ under any name, with the law’s own in cite. Questions go on to use that. A name without letters of " +
			"ours has an address such as /law/law-aebae03b/; such a file gives it one that can be read.",
		Wrong: "law: [Bribery], beside content/glossary/bribery.md",
		Right: "content/law/bribery-act.md: cite: Bribery",
	},
	{
		Code: LawTwice, Title: "a law with two files",
		Text: "Questions refer to a law by its name, and two files of content/law/ have the same one in cite. Readers would " +
			"find half of what is known on each page. Keep one file, or name in each the part of the law it is on.",
		Wrong: "content/law/a.md and content/law/b.md: cite: Electoral Act, section 12",
		Right: "content/law/a.md: cite: Electoral Act, section 12",
	},
}
