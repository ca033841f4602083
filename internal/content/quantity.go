package content

import (
	"receipts/internal/amount"
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Quantity is an amount and where it stands.
type Quantity struct {
	amount.Quantity
	Place diag.Place
}

// IsCount reports whether q counts things other than money.
func (q Quantity) IsCount() bool {
	return !q.IsZero() && !q.IsMoney() && q.Kind() != amount.Unquantified
}

// IsUnquantified reports whether q is money without a number.
func (q Quantity) IsUnquantified() bool { return q.Kind() == amount.Unquantified }

var quantity = yamldoc.Scalar("an amount", func(r *yamldoc.Reader, w Words) (Quantity, bool) {
	if w.Text == "" {
		return Quantity{Place: w.Place}, false
	}
	q, err := amount.Parse(w.Text)
	r.AddMistake(diag.BadQuantity, w, err, "")
	return Quantity{q, w.Place}, err == nil
}).Matching(amount.Pattern())
