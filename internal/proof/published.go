package proof

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
)

// When a source was published stands in our file, often in its address, and as its
// outlet prints it. All dates of articles without a year are read from that day, so
// these have to agree. An address or a printed date may be less precise, and an
// address may name other days too, of which its text tells: then one has to agree.

// checkPublished compares the day on which s was published with the dates in its
// address and in what the outlet prints, and with the day on which it was read. What
// differs is one mistake.
func checkPublished(s *content.Source) (diags diag.List) {
	if !s.Published.IsSet() {
		return nil
	}
	d := diag.Diagnostic{Place: s.Published.Place}
	compare := func(found []edtf.Date, at diag.Place, where string) {
		if len(found) == 0 || slices.ContainsFunc(found, s.Published.Overlaps) {
			return
		}
		note := "it stands here"
		if d.Code = diag.OtherPublished; d.Message == "" {
			d.Message = "the source was published on " + s.Published.String() + ", and " + where + " says " + found[0].String()
			d.Hint = "mend the one that is wrong" + orStands
		} else {
			note = where + " says " + found[0].String()
		}
		d.Related = append(d.Related, diag.Related{Place: at, Note: note})
	}
	compare(DatesInAddress(s.URL.Text), s.URL.Place, "its address")
	var printed []edtf.Date
	for _, f := range evidence.FindDates(s.Language, s.PublishedAs.Text, s.Published.Date) {
		if !f.Date.IsZero() && !f.Relative {
			printed = append(printed, f.Date)
		}
	}
	compare(printed, s.PublishedAs.Place, "its date as printed")
	if s.Because.IsGiven() {
		if d.Code == "" {
			diags = append(diags, needlessAnswer(s.Because, "nothing speaks against the day of publication"))
		}
		d = diag.Diagnostic{Place: s.Published.Place}
	}
	// A day after that of reading is found without a clock.
	if s.Read.IsSet() && !s.Published.IsInterval() && !s.Read.IsInterval() && s.Read.Latest().Compare(s.Published.Earliest()) < 0 {
		if d.Code == "" {
			d.Code, d.Message = diag.ReadBeforehand, "the source was published after it was read"
			d.Hint = "mend the date; a summary that is to wait has \"draft: true\""
		}
		d.Related = append(d.Related, diag.Related{Place: s.Read.Place, Note: "it was read here"})
	}
	if d.Code != "" {
		diags = append(diags, d)
	}
	return diags
}

// datedAddresses are the forms of a date in an address, as year, month and day: a
// path of folders (2024/10/21, 2024/oct/21, 2024/10), a part of a name
// (2024-10-21-a-title), and digits, with those of a time or a number behind them
// (202410210561).
var datedAddresses = []*regexp.Regexp{
	regexp.MustCompile(`(?i)/((?:19|20)\d\d)/(\d\d?|[a-z]{3})/(?:(\d\d?)(?:/|$))?`),
	regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)[-_.](\d\d)[-_.](\d\d)(?:\D|$)`),
	regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?(?:\D|$)`),
}

var shortMonths = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")

// DatesInAddress returns the dates in an address. Digits that are no day of the
// calendar are a number.
func DatesInAddress(address string) (found []edtf.Date) {
	for _, form := range datedAddresses {
		for _, m := range form.FindAllStringSubmatch(address, -1) {
			month := 1 + slices.Index(shortMonths, strings.ToLower(m[2]))
			if month == 0 {
				month, _ = strconv.Atoi(m[2])
			}
			year, _ := strconv.Atoi(m[1])
			day, _ := strconv.Atoi(m[3])
			if d, ok := edtf.On(edtf.Part{Year: year, Month: month, Day: day}); ok && month > 0 {
				found = append(found, d)
			}
		}
	}
	return found
}
