package diag

// aboutSite explains mistakes that show only in the whole site.
var aboutSite = []Explanation{
	{
		Code: IDTaken, Title: "an id that is already taken",
		Text: "Ids are unique over all kinds of pages, so that [[paper]] means one thing everywhere. Two files, " +
			"a file and a fact, a file and a state, or two headings of a page want the same. Both places are " +
			"shown: give one of them another name, and remember that published addresses should stay.",
	},
	{
		Code: UnknownID, Title: "an id that leads nowhere",
		Text: "Something is named by an id that no file and no report has, or by words that cannot be an id. On " +
			"the page it would be a dead link. The hint names the nearest id if there is one. Ids are the " +
			`names of files without .md; facts have theirs from "fact:" in articles; a draft takes part with ` +
			"-drafts only. A payer who has no page is written in words with a space: “a payer”.",
		Wrong: "from: elon-msk",
		Right: "from: jane-doe",
	},
	{
		Code: WrongKindOfID, Title: "an id of another kind of thing",
		Text: "The id exists, but what it names cannot stand here: a state does not pay, an organization is not " +
			"a fact. Name what is meant, or use words.",
		Wrong: "from: pennsylvania",
		Right: "from: the state of Pennsylvania",
	},
	{
		Code: UnknownSection, Title: "a section that does not exist",
		Text: "The page is there, the part of it behind the # is not; a reader would land at the top and look " +
			"for it. A heading’s id is made of its words, or written behind it as {#id}. On a fact’s page " +
			"each report has an id: that of its article.",
		Wrong: "[[method#totels]]",
		Right: "[[method#totals]]",
	},
	{
		Code: MixedFact, Title: "a fact reported as two kinds of things",
		Text: "A fact is an amount of money, a count, an event or a claim, and the same everywhere. If one " +
			"article reports an amount and another an event under the same id, they are two facts: give one " +
			"of them another id, and link them in the text or by part_of.",
	},
	{
		Code: UnreportedFact, Title: "a fact that no article reports",
		Text: "A file in content/facts/ adds to what articles report; it cannot report by itself. Either its " +
			"name differs from the id in the articles, or the report was deleted. Rename the file, report the " +
			"fact, or delete the file.",
	},
	{
		Code: PartCycle, Title: "a fact that is a part of itself",
		Text: "part_of says that one sum is contained in another, so that no total counts it twice. Around a " +
			"circle nothing would be counted at all. The circle is shown; take one part_of out of it.",
	},
	{
		Code: SaidTwice, Title: "an article that speaks of one question or state twice",
		Text: "An article has one word on each legal question and on each state, with one status and one place on " +
			"their pages. What it says elsewhere in the same sense goes under “also”, as further quotes.",
		Wrong: "states:\n  - MI: The paper writes of ads.\n  - MI: The paper writes of rallies.",
		Right: "states:\n  - MI: The paper writes of ads and rallies.\n    quote: \"ads in Michigan\"\n    at: P4\n    also:\n      - quote: \"rallies in Michigan\"\n        at: P6",
	},
	{
		Code: BrokenLink, Title: "a link that leads nowhere",
		Text: "The address belongs to this site, and no page and no file has it. Prefer [[id]]: such a link is checked, " +
			"carries the right words by itself and survives when a page moves. Files of static/ are linked as " +
			"/static/NAME, tables as /data/facts.csv.",
		Wrong: "[Doe](/people/doe/)",
		Right: "[[jane-doe]]",
	},
	{
		Code: ReservedAddress, Title: "an address of the site itself",
		Text: "A page in content/pages/ stands directly under the root, where the site has pages of its own, " +
			"such as /search/ and /amounts/. Give the file another name. Only /data/ and /corrections/ may " +
			"have prose of ours: it is shown above the list. An id that is a number alone belongs to the site as well: " +
			"/people/2/ is where a long list of people goes on.",
		Wrong: "content/pages/search.md",
		Right: "content/pages/how-to-search.md",
	},
	{
		Code: CannotLeaveOut, Title: "a part of the site that cannot be left out",
		Text: "leave_out in content/site.yaml names a part of the site that says something no other page says: a term, a " +
			"correction, an authority that is cited, sources that disagree, a fact with a file or with several reports. " +
			"Readers would be kept from it, so it has to stay. A part can be left out while it is empty, or while all that it " +
			"shows stands on other pages as well.",
		Wrong: "leave_out: [disagreements]",
		Right: "leave_out: [coverage, search]",
	},
}
