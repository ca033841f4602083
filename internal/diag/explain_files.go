package diag

// aboutFiles explains entries that are no files, and dates that contradict each
// other.
var aboutFiles = []Explanation{
	{
		Code: NotAFile, Title: "something that is no file",
		Text: "Among the files of the site stands something that cannot be read as one: a link that leads nowhere or " +
			"out of the site’s folder, a link to a folder, a named pipe. The site is made of what lies in its own " +
			"folder, so that it is the same on every machine. Put the file itself there. If a program made this for " +
			"its own use, take it away, or give it a name that begins with a dot.",
	},
	{
		Code: ReadBeforehand, Title: "a source published after it was read",
		Text: "“published” is the day on which the source appeared, “read” the day on which we read it, and nobody reads " +
			"an article before it is there: one of the two is a slip. A summary that is to wait for a day is kept " +
			"back with “draft: true”; a build knows no date of today, so that the same files always make the same site.",
		Wrong: "published: 2026-10-21\nread: 2025-11-22",
		Right: "published: 2025-10-21\nread: 2025-11-22",
	},
}
