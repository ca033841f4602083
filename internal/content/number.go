package content

import (
	"strconv"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// maxNumber bounds what authors count: paragraphs, their characters, chapters.
const maxNumber = 100_000

var number = yamldoc.Scalar("a number", func(r *yamldoc.Reader, w Words) (int, bool) {
	if w.Text == "" {
		return 0, false
	}
	i, err := strconv.Atoi(w.Text)
	inRange := err == nil && i >= 1 && i <= maxNumber
	if inRange && strconv.Itoa(i) == w.Text {
		return i, true
	}
	hint := ""
	if inRange {
		hint = "write " + strconv.Itoa(i)
	}
	r.AddHint(diag.BadNumber, w.Place, `"`+w.Text+`" is not a whole number from 1 to 100000`, hint)
	return 0, false
}).UpTo(maxNumber)
