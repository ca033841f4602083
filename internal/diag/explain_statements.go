package diag

// aboutStatements explains mistakes in what a report states besides its figure.
var aboutStatements = []Explanation{
	{
		Code: PartyNotNamed, Title: "a party or a source that nothing names",
		Text: "The receipt shows who pays, who is paid, by whose way, for or against whom, and who says it, and neither the sentence nor a quote names them: " +
			"by the title of their file, by a name of its “also”, a person by the surname unless two have the same. Perhaps it is another one, or you " +
			"know it from elsewhere. Name them in “says”, link there to a fact that has them, or quote the words that do. " +
			"“Roe’s campaign” names the campaign and not Roe, and who stands only in a remark on another (“the fund, which X " +
			"heads,”) does not pay. A spokesman for a person is not that person. Words in place of an id have their noun in one of the texts, and so has what a percentage is “of”.",
		Wrong: `from: tesla
says: The Gazette writes that Doe has paid for advertising too.`,
		Right: `from: jane-doe
says: The Gazette writes that Doe has paid for advertising too.`,
	},
	{
		Code: PartyDiffers, Title: "a party that the sentence has the other way round",
		Text: "The verb of the sentence, or of a quote, tells who gives and who is given, and “from” and “to” say something " +
			"else; or the words tell of support, and the money is “against”. Mend the keys or the sentence. A sentence with several verbs of giving, or with none that is known, is not judged.",
		Wrong: `from: roe-support-teams
to: jane-doe
says: The Gazette writes that the support teams are paid by Doe.`,
		Right: `from: jane-doe
to: roe-support-teams
says: The Gazette writes that the support teams are paid by Doe.`,
	},
	{
		Code: SpeakerDiffers, Title: "a sentence and a “by” that name other sources",
		Text: "A sentence that cites somebody (“According to the Herald, cited by the Gazette”) has them in “by”, and whoever cites is " +
			"the outlet of the article; so has one that says what somebody says (“X insists that”, “per X”, “as X has it”, " +
			"“X’s lawyers argue that”). “voice” agrees with both: without “by” it " +
			"is the article’s own, and it is unclear where the sentence or “by” leaves it open, and only there.",
		Wrong: `says: According to the Herald, cited by the Gazette, the ads ran in two states.
by: reuters`,
		Right: `says: According to the Herald, cited by the Gazette, the ads ran in two states.
by: the-herald`,
	},
	{
		Code: StateNotNamed, Title: "a state that nothing names",
		Text: "The report gives a state that neither its sentence nor a quote names, nor a fact to which the sentence links. " +
			"A state that is left out (“everywhere but Ohio”) " +
			"is not named. Name it, or link to the fact that lists the states. What rests on such a link alone has all the states of that fact.",
		Wrong: `states: [PA, OH]
says: Next places the rally at Butler, Pennsylvania.`,
		Right: `states: [PA]
says: Next places the rally at Butler, Pennsylvania.`,
	},
	{
		Code: FlowNotNamed, Title: "a kind of payment without a word for it",
		Text: "The site file gives words for this kind of payment (“flow_words”), and neither the sentence nor a quote has one. " +
			"Choose the kind that the words tell, or say it in one of these words.",
		Wrong: `flow: fine
says: The Gazette writes that Doe has invested this in the campaign.`,
		Right: `flow: contribution
says: The Gazette writes that Doe has invested this in the campaign.`,
	},
	{
		Code: TranslationTurned, Title: "a translation that says something else than its original",
		Text: "A quote denies, doubts or sets a condition and its translation does not, or the other way round; or one has a " +
			"word whose opposite stands in the other; or they name other people, organizations or states, or other figures, or one has " +
			"the payer as payee. Translate word by word. " +
			"If the quote has another name for an entry, give it in “also” of that file. " +
			"In a further language of the site, a text is of the people and organizations of its original: it names no other " +
			"in their place, none whom the file of the original does not name, and who pays is the same. Pronouns and titles may stand " +
			"for a name.",
		Wrong: `quote: "que ce dernier rejette"
translation: "which the latter accepts"`,
		Right: `quote: "que ce dernier rejette"
translation: "which the latter rejects"`,
	},
}
