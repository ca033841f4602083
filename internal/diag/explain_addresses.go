package diag

// aboutAddresses explains the addresses that a site promises.
var aboutAddresses = []Explanation{
	{
		Code: BadAlias, Title: "an alias that is no address",
		Text: "An alias is an id that the page had before, or an old address on this site: it begins with a slash, ends in a " +
			"slash or in .html, and has letters, digits, hyphens, underscores, dots and tildes between its slashes. A page is " +
			"written there that leads on, so it must be the name of a file on every system. The name of the server and " +
			"what follows “?” or “#” are no part of it.",
		Wrong: "aliases: [https://example.org/2024/old-page]",
		Right: "aliases: [/2024/old-page/]",
	},
	{
		Code: AliasTaken, Title: "an alias that something has",
		Text: "An alias leads from where nothing is any more to one page. This one is the id or the address of something " +
			"that is there now, a file of the site itself, or an alias of another page. Readers would find only one " +
			"of the two: take the alias out, or give the other one another name.",
	},
	{
		Code: LostAddress, Title: "a published address that leads nowhere",
		Text: "content/addresses.lock lists every address that the site has published, each with its file, and nothing is to be " +
			"found at this one now. Others link to it. If the page has another id, name the old one under “aliases” in its " +
			"front matter; “rename OLD NEW” does both at once. If its content stands on another page, name the whole " +
			"address under “aliases” there. A report that is taken back leaves an anchor behind that nothing can lead on. " +
			"What has to go, give up with “addresses -withdraw ADDRESS”: the line that goes from the lock shows in the " +
			"history that it was meant. A list that the site has no longer, such as /states/ with other regions, goes with all " +
			"that was below it.",
		Wrong: "# content/facts/daily-gift.md, which was daily-award.md\n---\ntitle: The daily award\n---",
		Right: "# content/facts/daily-gift.md\n---\ntitle: The daily award\naliases: [daily-award]\n---",
	},
	{
		Code: BadLock, Title: "a line of a lock",
		Text: "content/addresses.lock has a line for each address, sorted, with the file that it comes from. It is written by " +
			"“addresses”, not by hand. After a merge that left lines of both sides, or out of order, run that command: " +
			"it keeps all addresses. A line that is no address may be a promise that was damaged, so it is not thrown " +
			"away: put it back as it was in the revision before. content/quotes.lock has the hash of each quote that was found " +
			"in its source: delete a line that is none, and “check -sources” looks up again what is missing.",
	},
}
