package diag

// aboutWarnings explains warnings, which only -strict treats as errors.
var aboutWarnings = []Explanation{
	{
		Code: UnusedFootnote, Title: "a footnote that is never used",
		Text: "The text defines a footnote and does not call it, or defines it twice, so its words appear " +
			"nowhere. Call it with [^name], or delete it.",
	},
	{
		Code: LongQuote, Title: "a long quote",
		Text: "The quote has more than fifteen words. That is allowed, up to twenty; but most figures are " +
			"carried by five. Quote only the words that carry the figure.",
	},
	{
		Code: UnpagedCitation, Title: "a citation without its page",
		Text: "“603 U.S. ___” is how a decision is cited before its volume is printed. It has no address of its " +
			"own, so it is not linked. Give the page once it is known, or cite the case by its name as " +
			"[[id]].",
		Wrong: "603 U.S. ___ (2024)",
		Right: "603 U.S. 593 (2024)",
	},
	{
		Code: UnverifiedQuote, Title: "a quote that was not found in its source yet",
		Text: "The quote is new, or it was changed, since the quotes were last looked up in their sources; or the " +
			"figure or the date that rests on it was. Of an article whose source was never looked into this is said " +
			"once, and once of a whole site without a content/quotes.lock. Run “check -sources DIR” with a folder " +
			"that holds the text of each source as ID.txt; what it finds is noted in content/quotes.lock, as hashes. " +
			"Commit that file.",
	},
	{
		Code: NoSourceText, Title: "no text of the source to check quotes against",
		Text: "The folder of sources has no text for this article, so its quotes could not be looked up. They count as " +
			"they did before. Store the text as the article’s id with .txt, outside the repository or in sources/, " +
			"which git ignores.",
	},
	{
		Code: NameNotLinked, Title: "a known name that is never linked",
		Text: "The text names somebody or something that has an entry, and nothing on the page links to it, so readers " +
			"do not get there and the entry does not list the page. Link the first mention. This is a hint, shown " +
			"with -lint only.",
		Wrong: "Tucker Carlson asks the questions.",
		Right: "[[tucker-carlson]] asks the questions.",
	},
	{
		Code: NeedlessPartly, Title: "a quote that carries more than its author says",
		Text: "“quote_supports: partly” tells readers that something is missing in the quote, and nothing is: the " +
			"amount or the date can be read out of it. Perhaps the quote was made longer since. Delete the two " +
			"keys, so that the quote is held to the figure again.",
		Wrong: `amount: 47 EUR
quote: "un chèque de 47 euros"
quote_supports: partly
quote_lacks: the currency`,
		Right: `amount: 47 EUR
quote: "un chèque de 47 euros"`,
	},
	{
		Code: StateNotGiven, Title: "a state in the quote that the report does not give",
		Text: "The quote names a state which is not among the “states” of its report, so the state’s page and its total " +
			"do not have the fact. Add its code, or quote the words that carry the figure alone. Names of newspapers, " +
			"people and cities in which a state stands are passed over, and so are Washington and New York, which are " +
			"cities more often.",
		Wrong: `amount: 40,000 volunteers
states: [PA]
quote: "40,000 volunteers in Pennsylvania and Ohio"`,
		Right: `amount: 40,000 volunteers
states: [PA, OH]
quote: "40,000 volunteers in Pennsylvania and Ohio"`,
	},
	{
		Code: PartExceedsWhole, Title: "a part that is more than its whole",
		Text: "The fact’s file says with “part_of” that it is a part of another fact, and its figure is greater than all " +
			"that the other one can be, whichever of their reports are true. One of the figures is wrong, or the one is no " +
			"part of the other. No total is made with either until it is mended.",
		Wrong: `# the whole is 75 million EUR
amount: 90 million EUR`,
		Right: `amount: 9 million EUR`,
	},
	{
		Code: NewAddress, Title: "addresses that are not in the lock yet",
		Text: "The site has pages, facts or reports whose addresses content/addresses.lock does not have, so that a later change " +
			"may lose them unseen. Run “addresses” and commit the lock with the pages. This is said with -lint and " +
			"with -strict, as checks before publishing are run; while you write, nothing is missing.",
	},
	{
		Code: NeedlessAnswer, Title: "an answer to no objection",
		Text: "“stands_because” tells readers why a statement is right although a check speaks against its parties, its " +
			"states or its sentence, and no check does. Perhaps the sentence or the quote was mended since. Delete the " +
			"key, so that the statement is checked again.",
		Wrong: `from: jane-doe
says: The Gazette writes that Doe promises this every day.
stands_because: The Gazette names him in another paragraph.`,
		Right: `from: jane-doe
says: The Gazette writes that Doe promises this every day.`,
	},
	{
		Code: SentenceTurned, Title: "a sentence that denies or doubts what its quotes do not",
		Text: "The sentence says that something is not so, or may be so, and no quote has a word that denies or doubts it; or " +
			"a quote does and the sentence does not (“rarely”, “stopped paying”, “it is unclear whether”, “will pay”). Say what the quotes say, or quote the words that say it. Only what the sentence " +
			"claims is read: not what it says that the article lacks (“it names no payer”), nor what follows behind a semicolon.",
		Wrong: `says: The Courier writes that Roe accepts the accusations.
quote: "que ce dernier rejette"`,
		Right: `says: The Courier writes that Roe rejects the accusations.
quote: "que ce dernier rejette"`,
	},
	{
		Code: UncountedText, Title: "a source whose paragraphs are not counted",
		Text: "A quote is looked up in the paragraph that “at” names. How many paragraphs the stored text has can be " +
			"told from the article’s file only: a standfirst or a reader’s comment reads like one. The message " +
			"proposes the lengths of those that end a sentence; compare them with the article, and state them, or how many there are.",
		Right: "source:\n  paragraphs: [512, 430, 388]",
	},
	{
		Code: TwoMarks, Title: "an address that is marked as read in one place and not in another",
		Text: "A text was read, or it was not. An address that carries “mark: verified” somewhere carries it wherever the " +
			"text says what we say; no mark at all means “unverified”. If only a part of the text was read, say so in the " +
			"sentence, or leave out what was not read.",
		Wrong: `notes:
  - says: The filing names one donor.
    url: https://example.org/filing
    publisher: The Wire
    mark: verified
  - says: It gives no second name.
    url: https://example.org/filing
    publisher: The Wire`,
		Right: `notes:
  - says: The filing names one donor.
    url: https://example.org/filing
    publisher: The Wire
    mark: verified
  - says: It gives no second name.
    url: https://example.org/filing
    publisher: The Wire
    mark: verified`,
	},
	{
		Code: LetterNotDrawn, Title: "a letter that the fonts of cards do not have",
		Text: "A card is the picture that other sites show beside a link to a page. Its fonts have the letters of languages " +
			"that are written in Latin ones. Where a card would need another, the card of the site takes its place; on that, " +
			"the title of the site stands alone. If that cannot be drawn, or pages are in a language of another script, there are " +
			"no cards. Write the words in Latin letters, or go without cards: leave_out: [cards].",
		Wrong: "title: What Влад gave",
		Right: "title: What Vlad gave",
	},
	{
		Code: HostsDiffer, Title: "a rule that hosts read differently",
		Text: "Netlify, Cloudflare Pages and others read _headers and _redirects, and not all in the same way. Of two rules " +
			"that set one header for one path, some send the last value and others both, which browsers may refuse; where a " +
			"redirect begins at a page that exists, some serve the page and others lead away from it; and some forms only one " +
			"of them knows. Write what all understand. What Netlify alone reads belongs in netlify.toml.",
		Wrong: "/old/ /new/ 301 Country=us",
		Right: "/old/ /new/ 301",
	},
	{
		Code: StateAsPayment, Title: "a payment whose quote tells of a state",
		Text: "The flow says that money was paid, and the quote says what somebody has or owes on a day: “on hand”, “in " +
			"the bank”, “owed”. Two such figures hold the same money, so they must not be added. Give it a flow of the kind " +
			"“state”, with the day. If it is all that was paid until a day (“raised as of 30 June”), give it a date with an open " +
			"start: a later figure then takes its place. If the words are of something else, repeat them in “quote_read”.",
		Wrong: `flow: contribution
date: 2024-06-30
quote: "had $3 million on hand on June 30, 2024"`,
		Right: `flow: cash-on-hand
date: 2024-06-30
quote: "had $3 million on hand on June 30, 2024"`,
	},
	{
		Code: SideNotGiven, Title: "spending for or against somebody who is not given",
		Text: "The flow is spending, and the quote says that it supports or opposes somebody, of which the report has neither " +
			"“for” nor “against”. Without it, the pages of those concerned do not list the money, and totals cannot keep the " +
			"sides apart. Whom it is for or against is never under “to”: that is who gets paid. If the words are of something " +
			"else, repeat them in “quote_read”.",
		Wrong: `flow: ad-spending
to: rick-roe
quote: "spent $3 million opposing Roe"`,
		Right: `flow: ad-spending
against: rick-roe
quote: "spent $3 million opposing Roe"`,
	},
	{
		Code: Untranslated, Title: "what is not translated yet",
		Text: "The translation lacks some words of its original, which readers see in the language of the original instead; or " +
			"files have no translation at all. Nothing is missing from the site, and each such page says in which language it " +
			"is. Names and addresses need no translation.",
	},
	{
		Code: OlderTranslation, Title: "a translation of an older text",
		Text: "The words of the original have changed since the translation was noted to be of them, or nobody has noted it so far. " +
			"Read both, mend the translation, and have “translated FILE” write the note. Figures, dates and quotes are " +
			"no matter of this: they stand once, and the words of both languages are checked against them. An item of a fact that the original " +
			"does not report any longer is left out: take it away here as well.",
	},
	{
		Code: UnreadLanguage, Title: "figures that are not read",
		Text: "Figures and dates are read in English and French. Of a source in another language each quote has a translation, " +
			"and what is stated is held to that alone: it is for you to see that the translation says what the quote says. If the site " +
			"itself is written in a language that is not read, its texts are not compared with its facts either. It is " +
			"said once of each source and of each language of the site.",
	},
	{
		Code: Uncalled, Title: "a word that readers of a language do not read",
		Text: "What payments and organizations are called stands in the site file, and what is counted, with what it is paid for, in " +
			"the words for a language. Here one of them has no word in a language of the site, so pages in it show that of " +
			"another. Words that are built in are English: a site in another language alone gives its own. It is said " +
			"once of each word, where it is first used.",
		Wrong: "# content/articles/gazette-2026-03-04.md, of a site with languages: [en, fr]\namount: 12,000 ballots",
		Right: "# content/messages/fr.yaml\nunits:\n  ballots: { one: bulletin, other: bulletins }",
	},
	{
		Code: UnfilledDraft, Title: "a draft with places to fill in",
		Text: "The article says draft: true, and places that say FILL IN are left, as the command “draft” writes them. " +
			"Write over them what belongs there. A report in which one is left takes no part yet, and without its source " +
			"neither does the article; what is filled in is shown in the preview and checked. Once the line draft: true " +
			"is gone, each place that is left is an error.",
		Wrong: `says: "FILL IN: one sentence that says who says it"`,
		Right: "says: The Gazette writes that the fund gave this.",
	},
	{
		Code: ChangedSince, Title: "a statement that has changed since it was read",
		Text: "Somebody has read this item beside its source and signed it, and it says something else now: the message names " +
			"the keys. That a sentence or a translation was turned into its opposite, no other check may see. Read what it " +
			"says now, and sign it again with “review -sign ID -by NAME -role ROLE”. A comment, the order of keys and the " +
			"breaks of lines in the front matter change nothing. It is said once the site asks for signatures, with " +
			"“checked” in content/site.yaml.",
	},
	{
		Code: NotChecked, Title: "statements that were not read yet",
		Text: "The site asks, with “checked” in content/site.yaml, that one person or two have read everything that it states " +
			"beside its source. These items lack a signature. “review -list -unsigned” lists them, and “review -sign” signs " +
			"what was read. Drafts need none.",
		Wrong: "checked: 2",
		Right: "checked: 1",
	},
	{
		Code: OpenQuery, Title: "a query that is not answered",
		Text: "Somebody who has read this item asks something, with “review -query” or at the desk. Look it up, mend what is " +
			"wrong, then take the query away with “review -answer ID -by NAME”.",
	},
}
