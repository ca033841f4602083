package diag

// aboutFront explains mistakes in files and front matter.
var aboutFront = []Explanation{
	{
		Code: NotUTF8, Title: "text that is not UTF-8",
		Text: "The file holds a byte that is not UTF-8, so nobody can say which letter was meant: the same byte " +
			"is é in one old encoding and another letter in the next. In your editor, choose “save with " +
			"encoding UTF-8”, and look at the letters with accents.",
	},
	{
		Code: ControlChar, Title: "invisible character",
		Text: "The file holds a character that nobody sees and that changes what readers get: a byte order " +
			"mark, a zero-width space, a mark that turns the direction of the text. Such characters come " +
			"along when text is copied from a web page or a PDF. They can make two names look alike that are " +
			"not, so they are refused. Delete the character; where it stands between two letters, delete both " +
			"and type them again. The flags of England, Scotland and Wales are made of such characters: write " +
			"the name instead.",
	},
	{
		Code: NoFrontMatter, Title: "no front matter",
		Text: `Every page begins with its front matter: a line "---", the keys with their values, and another ` +
			`line "---". The file begins with something else, perhaps an empty line, or with the "+++" of ` +
			"TOML, which is not read here.",
		Wrong: "title: Campaign fund",
		Right: `---
title: Campaign fund
summary: A fund that pays for ads.
---`,
	},
	{
		Code: UnclosedMatter, Title: "front matter without an end",
		Text: `The file begins with the line "---", but there is no second such line, so all of it would be ` +
			`front matter. Put a line with nothing but "---" after the last key.`,
		Wrong: `---
title: Campaign fund

The text.`,
		Right: `---
title: Campaign fund
---

The text.`,
	},
	{
		Code: YAMLSyntax, Title: "YAML that cannot be read",
		Text: "The front matter is written in YAML, which takes some signs for its own: a colon with a space " +
			"after it, quotation marks, brackets, and @ % & * ! at the beginning of a text. The message shows " +
			"the place where the text stops being YAML. Most of the time quotation marks around the whole " +
			`value are the remedy; a long text is safest under ">-".`,
		Wrong: "title: Campaign funds: what now",
		Right: `title: "Campaign funds: what now"`,
	},
	{
		Code: TabIndent, Title: "indented with a tab",
		Text: "YAML is indented with spaces: a tab has no agreed width, so nobody could say to which group the " +
			"line belongs. Replace the tab by two spaces for each level, and tell your editor to do so by " +
			"itself.",
	},
	{
		Code: DuplicateKey, Title: "a key that stands twice",
		Text: "Of two values under the same key one would be lost without a word. Both places are shown; keep " +
			"the one that is right. A fact stands once in a topic. In a list, a forgotten dash is a frequent cause: without it two items " +
			"become one.",
		Wrong: `  - fact: daily-award
    amount: 1 million EUR
    amount: 2 million EUR`,
		Right: `  - fact: daily-award
    amount: 1 million EUR
  - fact: second-award
    amount: 2 million EUR`,
	},
	{
		Code: UnknownKey, Title: "a key that means nothing here",
		Text: "A key that is not read would be ignored, and a misspelt “translation” would be missing on the " +
			"page without anybody noticing. The hint names the key that was probably meant, or lists those " +
			"that can stand here. A right key at the wrong depth is unknown too: look at the indentation.",
		Wrong: "sumary: Two sentences.",
		Right: "summary: Two sentences.",
	},
	{
		Code: WrongType, Title: "a value of the wrong shape",
		Text: "Some keys take a text, some a list, some a group of keys with their values, and the value has " +
			`another shape. Lists of reports are written with "- " before the first key of each item.`,
		Wrong: `amounts:
  fact: daily-award`,
		Right: `amounts:
  - fact: daily-award`,
	},
	{
		Code: MissingKey, Title: "a key that is needed",
		Text: "Without this key the page could not say what it must: a figure without its quote and its place " +
			"in the source is a claim without a receipt. The message names the key, the hint shows how it is " +
			"written.",
		Wrong: `  - fact: daily-award
    amount: 1 million EUR per day
    says: The Gazette writes that Doe promises this.`,
		Right: `  - fact: daily-award
    amount: 1 million EUR per day
    says: The Gazette writes that Doe promises this.
    quote: "un million d'euros, chaque jour"
    at: P4`,
	},
	{
		Code: EmptyValue, Title: "a key without a value",
		Text: `The key is there, its value is not. An empty value and the words "null" and "~" of YAML say no ` +
			"more than leaving the key out, and are more often forgotten than meant. Write the value, or " +
			"delete the line. A reason below “stands_because” has at least three words, since readers are to understand it.",
		Wrong: "flow:",
		Right: "flow: prize",
	},
	{
		Code: UnquotedLink, Title: "a link without quotation marks",
		Text: "YAML takes [[ ]] for a list in a list, so a text that begins with a link stands in quotation " +
			`marks. Where an id is expected, as under "from", the id stands alone, without brackets.`,
		Wrong: `summary: [[jane-doe]] promises a million a day.
from: [[jane-doe]]`,
		Right: `summary: "[[jane-doe]] promises a million a day."
from: jane-doe`,
	},
	{
		Code: YAMLFeature, Title: "more YAML than is read here",
		Text: "Anchors (&), aliases (*), merge keys (<<), tags (!) and second documents make one value depend " +
			"on another far away, and a reader of the file cannot see what a page will say. Write each value " +
			"where it stands. If the sign is part of the text, put the text in quotation marks.",
		Wrong: "title: !Kung",
		Right: `title: "!Kung"`,
	},
	{
		Code: BadFileName, Title: "a file name that cannot be",
		Text: "The name of a file, without .md, is the id of its page, part of its address and the word that " +
			"others link to. It therefore has lower-case letters, digits and single hyphens only, and stays " +
			"for ever. Rename the file as the hint says. Other files, too, need names that every system can " +
			"hold: in UTF-8, none that Windows keeps for devices, no two that differ in capital letters only or in " +
			"how their accents are encoded. What a merge has put beside a file is not to stay.",
		Wrong: "content/people/Jane Doe.md",
		Right: "content/people/jane-doe.md",
	},
	{
		Code: UnknownFolder, Title: "a file that makes no page",
		Text: "Pages are Markdown files directly inside one of the folders of content/: the folder says what " +
			"kind of page it is. A file elsewhere, or of another type, would be left out without a word. Move " +
			"it; images belong into static/.",
		Wrong: "content/articles/2026/gazette.md",
		Right: "content/articles/gazette.md",
	},
	{
		Code: FileTooLarge, Title: "a file larger than 1 MiB",
		Text: "A page of this size is a book, or another file in the wrong place. Split it into several pages, " +
			"or move it to static/ if readers are to download it.",
	},
	{
		Code: NoSiteFile, Title: "no content/site.yaml",
		Text: "The file content/site.yaml names the site and the address it is published at, which every page " +
			"needs for its links. Two lines are enough to begin.",
		Right: `title: Receipts
base_url: https://example.org`,
	},
	{
		Code: NoTranslations, Title: "a language that the site is not shown in",
		Text: "The site file lists the languages that the site is shown in. The first is the one that the files of content/ are " +
			"written in; name.fr.md beside name.md has the words of another. A translation into a language that is not in " +
			"the list would be seen by no reader. And for a language that is not built in, what pages say themselves, such as " +
			"“Glossary”, stands in a file of yours, content/messages/LANGUAGE.yaml.",
		Wrong: "languages: [en]",
		Right: "languages: [en, fr]",
	},
	{
		Code: Unfilled, Title: "a place still to be filled in",
		Text: "The file was made with the command “new”, and a place that says FILL IN is left. Write what it asks " +
			"for. Where it says that the line may be deleted, leaving it out is better than inventing an " +
			"answer. Nothing else is checked in the file until then.",
		Wrong: `outlet: "FILL IN: id of a file in content/organizations/"`,
		Right: "outlet: the-gazette",
	},
}
