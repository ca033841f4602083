package diag

// aboutChecked explains the file of what was read against its source.
var aboutChecked = []Explanation{
	{
		Code: BadSignature, Title: "a line that is no signature",
		Text: "content/checked.yaml has a line for each report, note and page that was read against its source: who read it, as " +
			"whom, on which day, and a hash of all that it said then. It is written by “review”, not by hand. This line was " +
			"damaged, or a newer version of the program has written it. Take it as it was in the revision before, or delete " +
			"it and sign anew: a signature that cannot be read proves nothing.",
	},
	{
		Code: UnknownItem, Title: "a signature of nothing",
		Text: "The line in content/checked.yaml is of an item that the site does not have. A report is named by its article and " +
			"its fact, as in first#daily-award, a note by its page and the host that it leads to, everything else by " +
			"its id. If it had another id before, use that of today; “rename OLD NEW” does both at once. If it was taken " +
			"out, delete the line.",
	},
	{
		Code: SignedTwice, Title: "one person who has signed twice",
		Text: "One line of content/checked.yaml has two signatures of the same name. Where a site asks for two people, one " +
			"cannot be both. Keep the later signature.",
	},
}
