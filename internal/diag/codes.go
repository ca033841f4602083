package diag

import "strings"

// A Code names one kind of mistake, for ever: "E021". Codes that begin with W
// are warnings. [Explain] says what each means.
type Code string

// IsWarning reports whether c stands for a warning.
func (c Code) IsWarning() bool { return strings.HasPrefix(string(c), "W") }

// Files and front matter.
const (
	NotUTF8        Code = "E001"
	ControlChar    Code = "E002"
	NoFrontMatter  Code = "E003"
	UnclosedMatter Code = "E004"
	YAMLSyntax     Code = "E005"
	TabIndent      Code = "E006"
	DuplicateKey   Code = "E007"
	UnknownKey     Code = "E008"
	WrongType      Code = "E009"
	MissingKey     Code = "E010"
	EmptyValue     Code = "E011"
	UnquotedLink   Code = "E012"
	YAMLFeature    Code = "E013"
	BadFileName    Code = "E014"
	UnknownFolder  Code = "E015"
	FileTooLarge   Code = "E016"
	NoSiteFile     Code = "E017"
	NoTranslations Code = "E018"
	Unfilled       Code = "E019"
	UnfilledDraft  Code = "W040"

	ValueInTranslation Code = "E182"
	NoOriginal         Code = "E183"
	BadRegions         Code = "E184"
	NoRegions          Code = "E185"
	Untranslated       Code = "W035"
	OlderTranslation   Code = "W036"
	UnreadLanguage     Code = "W037"
	Uncalled           Code = "W038"
)

// Values of the front matter.
const (
	BadQuantity    Code = "E020"
	UnknownState   Code = "E021"
	BadDate        Code = "E022"
	BadLocator     Code = "E023"
	QuoteTooLong   Code = "E024"
	NoTranslation  Code = "E025"
	BadURL         Code = "E026"
	UnknownWord    Code = "E027"
	BadLanguage    Code = "E028"
	BadNumber      Code = "E029"
	BadCitation    Code = "E030"
	NoFlow         Code = "E031"
	NoDate         Code = "E032"
	PastParagraphs Code = "E033"
	AuthorityName  Code = "E034"
)

// Mistakes that show only in the whole site.
const (
	IDTaken         Code = "E040"
	UnknownID       Code = "E041"
	WrongKindOfID   Code = "E042"
	UnknownSection  Code = "E043"
	MixedFact       Code = "E045"
	UnreportedFact  Code = "E046"
	PartCycle       Code = "E047"
	SaidTwice       Code = "E048"
	BrokenLink      Code = "E049"
	ReservedAddress Code = "E050"
	CannotLeaveOut  Code = "E051"
)

// The body's Markdown.
const (
	RawHTML         Code = "E060"
	ForbiddenLink   Code = "E061"
	NoAltText       Code = "E062"
	UnknownLanguage Code = "E063"
	TopHeading      Code = "E064"
	SkippedHeading  Code = "E065"
	HeadingHere     Code = "E066"
	BadReference    Code = "E067"
	NoFootnote      Code = "E068"
	TooComplex      Code = "E069"
	BlockInLine     Code = "E070"
	UnknownImage    Code = "E071"
	EmptyBlock      Code = "E072"
)

// Layouts and static files.
const (
	LayoutSyntax   Code = "E080"
	UnknownAsset   Code = "E081"
	UnknownMessage Code = "E082"
	LayoutData     Code = "E083"
	UnknownLayout  Code = "E084"
	BadScript      Code = "E085"
	EmptyLayout    Code = "E086"
	BadMessage     Code = "E087"
	EndlessLayout  Code = "E088"
)

// What a host is told.
const (
	BadHeaderRule Code = "E156"
	BadRedirect   Code = "E157"
)

// Figures and dates that their quotes do not carry.
const (
	NoFigureInQuote    Code = "E090"
	OtherFigureInQuote Code = "E091"
	TranslationDiffers Code = "E092"
	NoDateInQuote      Code = "E093"
	OtherDateInQuote   Code = "E094"
)

// Prose that differs from the facts.
const (
	FigureWithoutFact Code = "E095"
	DateWithoutFact   Code = "E096"
	LabelDisagrees    Code = "E097"
	StateWithoutFact  Code = "E098"
)

// Figures that contradict each other or cannot be added.
const (
	Unexplained  Code = "E099"
	RefusedTotal Code = "E100"
)

// Sources.
const (
	QuoteNotInSource Code = "E101"
	BadSourceText    Code = "E102"
	CroppedQuote     Code = "E103"
)

// Two editions.
const (
	Unnoted Code = "E110"
)

// Declared disagreements that no longer match the reports.
const (
	SideDiffers      Code = "E111"
	NoSuchDifference Code = "E112"
)

// States that a quote does not name, or that are more or fewer than stated.
const (
	OtherStateInQuote Code = "E113"
	StatesMiscounted  Code = "E114"
)

// Facts without a file of their own.
const (
	TitleDiffers Code = "E180"
)

// Entries that are no files, and dates that contradict each other.
const (
	NotAFile       Code = "E120"
	ReadBeforehand Code = "E121"
)

// Quotes that are not understood, and the money of a source.
const (
	NotUnderstood Code = "E130"
	BadCurrency   Code = "E131"

	OfNoPercentage Code = "E132"
)

// Addresses that the site promises.
const (
	BadAlias    Code = "E133"
	AliasTaken  Code = "E134"
	LostAddress Code = "E135"
	BadLock     Code = "E136"
)

// What a report states besides its figure, which its sentence and its quotes do
// not say.
const (
	PartyNotNamed     Code = "E140"
	PartyDiffers      Code = "E141"
	SpeakerDiffers    Code = "E142"
	StateNotNamed     Code = "E143"
	FlowNotNamed      Code = "E144"
	TranslationTurned Code = "E145"
)

// Texts that are not what their author wrote.
const (
	CutText  Code = "E146"
	Conflict Code = "E147"
)

// Statements that what else is known speaks against.
const (
	OtherPublished Code = "E148"
	OtherDistance  Code = "E149"
	NoRuling       Code = "E150"
	SaysIt         Code = "E151"
	NumberUnseen   Code = "E152"
	OtherResult    Code = "E153"
	OtherDayBeside Code = "E154"
)

// Kinds of money.
const (
	StateWithoutDay Code = "E160"
	ForAndAgainst   Code = "E161"
	PaidAgainst     Code = "E162"
	NothingReplaced Code = "E163"
	ReplacesLater   Code = "E164"
	ReplaceCircle   Code = "E165"
	RefundExceeds   Code = "E166"
	RefundOfRefund  Code = "E167"
	ViaIsParty      Code = "E168"
	NothingPaid     Code = "E169"
	RefundForth     Code = "E170"
)

// Laws that go by a name.
const (
	LawWithoutID Code = "E158"
	LawTwice     Code = "E159"
)

// The file of what was checked.
const (
	BadSignature Code = "E173"
	UnknownItem  Code = "E174"
	SignedTwice  Code = "E176"
)

// Warnings.
const (
	UnusedFootnote  Code = "W001"
	LongQuote       Code = "W002"
	UnpagedCitation Code = "W003"
	UnverifiedQuote Code = "W010"
	NoSourceText    Code = "W011"
	NameNotLinked   Code = "W012"
	NeedlessPartly  Code = "W013"
	StateNotGiven   Code = "W014"

	PartExceedsWhole Code = "W015"

	NewAddress Code = "W020"

	NeedlessAnswer Code = "W021"
	SentenceTurned Code = "W022"
	UncountedText  Code = "W023"
	TwoMarks       Code = "W024"
	LetterNotDrawn Code = "W026"
	HostsDiffer    Code = "W027"

	StateAsPayment Code = "W030"
	SideNotGiven   Code = "W031"

	ChangedSince Code = "W042"
	NotChecked   Code = "W043"
	OpenQuery    Code = "W044"
)
