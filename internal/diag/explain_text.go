package diag

// aboutMarkdown explains mistakes in the Markdown of a text.
var aboutMarkdown = []Explanation{
	{
		Code: RawHTML, Title: "HTML in a text",
		Text: "Texts are Markdown. HTML would let a page carry scripts, break its layout or hide words, and " +
			"could not be shown in feeds and data files; so none is let through, not even comments. The hint " +
			"names what Markdown has instead. For the characters themselves write \\<.",
		Wrong: "A <b>bold</b> word",
		Right: "A **bold** word",
	},
	{
		Code: ForbiddenLink, Title: "a link that is not allowed",
		Text: "Links lead to https:, http:, mailto: and tel: addresses or to pages of this site. Others can run " +
			"code in the reader’s browser or lead elsewhere than they seem to. A link also has a text and an " +
			"address.",
		Wrong: "[sign](javascript:sign())",
		Right: "[sign](https://example.org/sign)",
	},
	{
		Code: NoAltText, Title: "an image without a description",
		Text: "Readers who cannot see the image, and those for whom it does not load, get its description " +
			"instead. Say in words what it shows.",
		Wrong: "![](map.png)",
		Right: "![Map of the seven districts](map.png)",
	},
	{
		Code: UnknownLanguage, Title: "code in an unknown language",
		Text: "Behind ``` stands the language of the code, from a short list: some others take minutes to " +
			`colour a text that is made for it. Plain text is "text".`,
		Wrong: "```yml",
		Right: "```yaml",
	},
	{
		Code: TopHeading, Title: "a heading of the first level",
		Text: "The page’s title is its heading of the first level, and a page has one. Headings in the text " +
			"begin at ##.",
		Wrong: "# What the Gazette reports",
		Right: "## What the Gazette reports",
	},
	{
		Code: SkippedHeading, Title: "a heading that skips a level",
		Text: "Under a ## comes a ###. Who listens to a page moves through it by its headings, and a missing " +
			"level sounds like a missing part.",
		Wrong: `## Money

#### Prizes`,
		Right: `## Money

### Prizes`,
	},
	{
		Code: HeadingHere, Title: "a heading where none can stand",
		Text: "Notes on facts and definitions in the glossary are short texts inside another page, whose " +
			"headings they would disturb. Make it a paragraph, or move the text to a page of its own.",
	},
	{
		Code: BadReference, Title: "a reference that is malformed",
		Text: "A reference is written [[id]], [[id|label]] or [[id#section]]; in a table the bar is \\|. A " +
			"receipt, ![[fact-id]], stands alone on its line. The message says which part is wrong: an id " +
			"that is none, an empty label, brackets that are not closed.",
		Wrong: "[[Jane Doe]]",
		Right: "[[jane-doe|Jane Doe]]",
	},
	{
		Code: NoFootnote, Title: "a footnote that does not exist",
		Text: "The text calls a footnote that is nowhere in it; the reader would see the bare sign. Add the " +
			"line with its words, or take the sign out.",
		Wrong: "A word[^1].",
		Right: `A word[^1].

[^1]: Its source.`,
	},
	{
		Code: TooComplex, Title: "a text that is too large or too deep",
		Text: "Some texts take a machine for ever: thousands of brackets in a row, lists a hundred levels deep, " +
			"tables with tens of thousands of cells. No page needs them, so there are limits, far above what " +
			"people write. Split the page, or mend what a copy and paste has made of it.",
	},
	{
		Code: BlockInLine, Title: "more than one paragraph",
		Text: "This text of the front matter is one paragraph: it stands in a card, a list or a table. " +
			"Headings, lists, tables, code and second paragraphs belong into the body below the front matter.",
		Wrong: `says: |
  The Gazette writes so.

  It adds more.`,
		Right: "says: The Gazette writes so, and adds more.",
	},
	{
		Code: UnknownImage, Title: "an image that does not exist",
		Text: "Images are files in static/, named by their path below it. Images of other sites are not shown: " +
			"they would tell a stranger who reads this page, and could change at any time.",
		Wrong: "![A map](/img/map.png)",
		Right: "![A map](map.png)",
	},
	{
		Code: EmptyBlock, Title: "a block without words, or code without an end",
		Text: "A heading, a quotation, an item of a list, a footnote or a code block in which nothing stands is a " +
			"leftover, or lacks what it was meant to say. A code block stands between two lines of at least three " +
			"` or ~, the same sign in both, the second at least as long as the first: without the second line all " +
			"that follows is shown as code, and its links and receipts are lost.",
		Wrong: "```yaml\namount: 5 USD",
		Right: "```yaml\namount: 5 USD\n```",
	},
}
