package total

import "fmt"

// Reason says why a figure is not in a sum, or why there is no sum. The words
// for readers are elsewhere.
type Reason int

// Reasons for which a fact is left out, and the sum may still be made.
const (
	// NoFigure: money without a number.
	NoFigure Reason = iota + 1
	// VagueNumber: a word for a number, "hundreds of employees".
	VagueNumber
	// OrderOfMagnitude: "some 10 million", alone or after "a little over".
	OrderOfMagnitude
	// Rate: an amount per day or per month is not a sum.
	Rate
	// UnitPrice: an amount per voter or per cheque is not a sum.
	UnitPrice
	// Percentage: shares of something do not add up to one.
	Percentage
	// OtherPrices: money at the prices of a year, or adjusted for inflation, is not what
	// was paid.
	OtherPrices
	// NoFlow: money of which it is not said what kind of payment it is.
	NoFlow
	// NoKind: money of a flow of which it is not said what kind it is.
	NoKind
	// Promised: money that was promised, and may not have been paid.
	Promised
	// OnOneDay: what was there, or owed, on a day is no payment.
	OnOneDay
	// PriceOfOne: what something costs is not what was paid.
	PriceOfOne
	// NotPaid: a limit is what may be paid, not what was.
	NotPaid
	// NoSide: it is not said whom or what money is spent for or against.
	NoSide
	// GivenBack: what gives back money of another fact is taken off, not added.
	GivenBack
	// Replaced: a later report replaces this one.
	Replaced
	// ReportsDisagree: no figure, payer, payee or date makes all reports true.
	ReportsDisagree
	// ReportsDiffer: reports of the fact have another unit, basis, flow or side.
	ReportsDiffer
	// Shared: money that is not of the one alone whose total is asked for.
	Shared
	// SecondReport: another report of a fact that stands for it.
	SecondReport
	// InTheWhole: the fact is a part of another one.
	InTheWhole
	// PassedOn: the payer has received money in another fact.
	PassedOn
	// InTheWider: a payment between the same, within the time of another one.
	InTheWider
	// EarlierState: what was paid so far, which a later state of it contains.
	EarlierState
	// SeveralReadings: what the fact's reports give at several times may be the same
	// money.
	SeveralReadings
	// NotSummed: nothing speaks against the fact, but there is no sum.
	NotSummed
)

// Reasons for which there is no sum.
const (
	// NothingGiven: no facts at all.
	NothingGiven Reason = iota + 101
	// NoFigureFits: all facts were left out, for several reasons. If there is
	// one reason for all, that is the reason of the total.
	NoFigureFits
	// OneFigure: one fact remains.
	OneFigure
	// UnitsDiffer: dollars and euros, or voters and votes.
	UnitsDiffer
	// FlowsDiffer: money given and money spent, for example.
	FlowsDiffer
	// SidesDiffer: money spent for one and against another.
	SidesDiffer
	// KindAndCash: money, and goods or services of some worth.
	KindAndCash
	// MayBeTheSame: facts may count the same money, or the same people, twice.
	MayBeTheSame
	// RunningTotals: both figures are all that was paid so far, and neither surely
	// contains the other.
	RunningTotals
	// MayBePassedOn: an unidentified party may pass on what another fact counts.
	MayBePassedOn
	// ToldAgain: a gift is probably another one told again, which was passed on.
	ToldAgain
	// PartOfItself: facts are parts of one another.
	PartOfItself
	// Circle: money goes round in a circle, so it is not known where it came in.
	Circle
	// PartExceedsWhole: a part is greater than its whole can be.
	PartExceedsWhole
	// PartsExceedWhole: parts of one fact come to more than it can be.
	PartsExceedWhole
	// PassedOnExceeds: a party pays more than it received, so a part of it is
	// counted already and a part is not.
	PassedOnExceeds
	// NoCommonWord: no qualifier says truly what numbers so qualified come to.
	NoCommonWord
	// UnknownRefund: it is not known how much was given back, so there is no net.
	UnknownRefund
	// SameRefund: what was given back may be told of twice.
	SameRefund
	// RefundExceeds: more was given back than was given.
	RefundExceeds
	// TooLarge: more than the greatest number that is read.
	TooLarge
)

var reasons = map[Reason]string{
	NoFigure:         "no figure",
	VagueNumber:      "a word for a number",
	OrderOfMagnitude: "an order of magnitude",
	Rate:             "a rate",
	UnitPrice:        "a unit price",
	Percentage:       "a percentage",
	OtherPrices:      "money at other prices",
	NoFlow:           "no flow",
	NoKind:           "no kind",
	Promised:         "promised",
	OnOneDay:         "a state on one day",
	PriceOfOne:       "a price",
	NotPaid:          "a limit",
	NoSide:           "no side",
	GivenBack:        "given back",
	Replaced:         "replaced",
	ReportsDisagree:  "reports disagree",
	ReportsDiffer:    "reports differ in unit, basis, flow or side",
	Shared:           "shared with others",
	SecondReport:     "a second report",
	InTheWhole:       "already in the whole",
	PassedOn:         "passed on",
	InTheWider:       "within a wider payment",
	EarlierState:     "an earlier state",
	SeveralReadings:  "readings at several times",
	NotSummed:        "no sum",
	NothingGiven:     "nothing given",
	NoFigureFits:     "no figure fits",
	OneFigure:        "one figure",
	UnitsDiffer:      "units differ",
	FlowsDiffer:      "flows differ",
	SidesDiffer:      "sides differ",
	KindAndCash:      "in kind and in money",
	MayBeTheSame:     "may be counted twice",
	RunningTotals:    "running totals",
	MayBePassedOn:    "may be passed on",
	ToldAgain:        "probably told again",
	PartOfItself:     "part of itself",
	Circle:           "a circle of payments",
	PartExceedsWhole: "a part exceeds its whole",
	PartsExceedWhole: "parts exceed their whole",
	PassedOnExceeds:  "more is passed on than was received",
	NoCommonWord:     "no common word",
	UnknownRefund:    "it is not known how much was given back",
	SameRefund:       "refunds may be the same",
	RefundExceeds:    "more is given back than was given",
	TooLarge:         "too large",
}

// String names r for debugging.
func (r Reason) String() string {
	if s, ok := reasons[r]; ok {
		return s
	}
	return fmt.Sprintf("reason %d", int(r))
}
