package total

// A Kind says what an amount of a flow is. Only payments and spending are added;
// of the others a sum would mean nothing, or something else.
type Kind string

// Kinds of flows. Of the zero Kind it is not known what it is, so it is not added.
const (
	Payment  Kind = "payment"  // money that changes hands
	Spending Kind = "spending" // money that is spent for or against others, and added if it is said whom
	Promise  Kind = "promise"  // what may be paid, or not
	State    Kind = "state"    // what is there or owed on a day: two days hold the same money
	Price    Kind = "price"    // what one of something costs
	Limit    Kind = "limit"    // the most or the least that is allowed
)

// notAdded are the reasons for which amounts of a kind are not added; 0 if they
// are.
var notAdded = map[Kind]Reason{
	"":      NoKind,
	Promise: Promised,
	State:   OnOneDay,
	Price:   PriceOfOne,
	Limit:   NotPaid,
}

// passesOn reports whether money of the kind may go from payer to payee. What was
// promised may have been paid since, and of an unknown kind it is not known.
func (k Kind) passesOn() bool { return k == "" || k == Payment || k == Spending || k == Promise }
