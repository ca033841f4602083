package content

import (
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/yamldoc"
)

// A Date is an EDTF date and where it stands.
type Date struct {
	edtf.Date
	Place diag.Place
}

// IsSet reports whether the author gave a date that could be read.
func (d Date) IsSet() bool { return d.Date != edtf.Date{} }

// IsGiven reports whether the key was there, with or without a date that
// could be read.
func (d Date) IsGiven() bool { return d.Place != diag.Place{} }

var date = yamldoc.Scalar("a date", func(r *yamldoc.Reader, w Words) (Date, bool) {
	if w.Text == "" {
		return Date{Place: w.Place}, false
	}
	d, err := edtf.Parse(w.Text)
	r.AddMistake(diag.BadDate, w, err, "")
	return Date{d, w.Place}, err == nil
}).Matching(DatePattern)

// DatePattern is what a date matches, and few other texts.
const DatePattern = `^(\.\./)?` + datePart + `(/(\.\.|` + datePart + `))?$`

// datePart is a point in time or one end of an interval.
const datePart = `[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4]|(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])))?[~?%]?`

// day is a date that is one day.
var day = yamldoc.Custom(&yamldoc.Form{What: date.What, Pattern: `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[~?%]?$`}, func(r *yamldoc.Reader, d *Date, n yamldoc.Node) bool {
	ok := date.Read(r, d, n)
	if d.IsSet() && (d.IsInterval() || d.Precision() != edtf.PrecisionDay) {
		r.AddHint(diag.BadDate, d.Place, "a day is expected here", "write it as 2024-10-21")
	}
	return ok
})
