package diag

// aboutHosts explains mistakes in the files that hosts read.
var aboutHosts = []Explanation{
	{
		Code: BadHeaderRule, Title: "a line of _headers that no host reads",
		Text: "In static/root/_headers a path stands on a line of its own, and the headers that go with it below, each as " +
			"“Name: value”. A host skips a line that it cannot read, and says so nowhere: the header would be missing.",
		Wrong: "/*\n  X-Frame-Options DENY",
		Right: "/*\n  X-Frame-Options: DENY",
	},
	{
		Code: BadRedirect, Title: "a line of _redirects that no host reads",
		Text: "In static/root/_redirects a line says from which path, to which path or address, and with which status. A host " +
			"skips a line that it cannot read, and the old address would lead nowhere.",
		Wrong: "/old/ new",
		Right: "/old/ /new/ 301",
	},
}
