package edtf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// SyntaxError is a mistake in the spelling of a date.
type SyntaxError struct {
	Start, End int    // the faulty bytes of the text given to Parse
	Message    string // what is wrong
	Hint       string // what to write
}

func (e *SyntaxError) Error() string { return e.Message }

// Parse reads a date:
//
//	date = part | part "/" part | "../" part | part "/.."
//	part = YYYY ["-" MM ["-" DD]] ["~" | "?" | "%"]
//
// where ~ is approximate, ? uncertain and % both. EDTF tells an open end ("..")
// from an unknown one (nothing before or after the slash); readers would see
// no difference, so only the dots are read. An interval ends no earlier than it
// starts, and its ends are not the same. An error is always a [*SyntaxError].
func Parse(s string) (Date, error) {
	d, err := parse(s)
	if err == nil {
		return d, nil
	}
	if meant := respell(s); meant != "" {
		err.Hint = meant
	}
	return Date{}, err
}

func parse(s string) (Date, *SyntaxError) {
	if strings.TrimSpace(s) == "" {
		return Date{}, &SyntaxError{0, len(s), "the date is empty", `write "2024-10-05", "2024-10" or "2024"`}
	}
	from, to, isInterval := strings.Cut(s, "/")
	if !isInterval {
		p, err := parsePart(s, 0)
		if err != nil {
			return Date{}, err
		}
		return Date{p, p, point}, nil
	}
	if strings.Contains(to, "/") {
		return Date{}, &SyntaxError{0, len(s), fmt.Sprintf("%q is not a date this site reads", s), `write a day as "2024-10-05", and an interval as "2024-10-05/2024-10-08"`}
	}
	second := len(from) + 1
	var d Date
	var err *SyntaxError
	for _, end := range []struct {
		text  string
		start int
		part  *Part
		open  form
	}{{from, 0, &d.start, openStart}, {to, second, &d.end, openEnd}} {
		switch end.text {
		case "..":
			if d.form == openStart {
				return Date{}, &SyntaxError{0, len(s), "an interval needs at least one date", "leave the date out"}
			}
			d.form = end.open
		case "":
			return Date{}, &SyntaxError{0, len(s), "an end of the interval is empty", `put ".." for an end that is open or not known, as in "2024-10-05/.."`}
		default:
			if *end.part, err = parsePart(end.text, end.start); err != nil {
				return Date{}, err
			}
		}
	}
	if d.form != none {
		return d, nil
	}
	d.form = closed
	switch {
	case d.start == d.end:
		return Date{}, &SyntaxError{0, len(s), "the interval starts and ends with the same date", fmt.Sprintf("write %q", from)}
	case d.end.last().Compare(d.start.first()) < 0:
		return Date{}, &SyntaxError{second, len(s), fmt.Sprintf("the interval ends before it starts: %s is before %s", d.end, d.start), fmt.Sprintf(`write "%s/%s"`, d.end, d.start)}
	}
	return d, nil
}

var partRE = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)$`)

// parsePart reads one date that starts at the given offset of the whole text.
func parsePart(s string, offset int) (Part, *SyntaxError) {
	m := partRE.FindStringSubmatch(s)
	fault := func(start, end int, message, hint string) (Part, *SyntaxError) {
		return Part{}, &SyntaxError{offset + start, offset + end, message, hint}
	}
	if m == nil {
		return fault(0, len(s), fmt.Sprintf("%q is not a date this site reads", s), `write year, month and day as in "2024-10-05", or "2024-10", or "2024"`)
	}
	p := Part{Year: atoi(m[1]), Month: atoi(m[2]), Day: atoi(m[3])}
	p.Approximate = m[4] == "~" || m[4] == "%"
	p.Uncertain = m[4] == "?" || m[4] == "%"
	switch {
	case p.Year == 0:
		return fault(0, 4, fmt.Sprintf("the date %q has no year: years count from 0001", s), `write the year with four digits, as in "2024"`)
	case m[2] != "" && (p.Month < 1 || p.Month > 12):
		hint := "months are 01 to 12; if the month is not known, write the year alone"
		if m[3] != "" && p.Month >= 1 && p.Month <= 31 && p.Day >= 1 && p.Day <= 12 && p.Month <= daysIn(p.Year, p.Day) {
			hint = fmt.Sprintf(`the month comes before the day: write "%s-%s-%s%s"`, m[1], m[3], m[2], m[4])
		}
		return fault(5, 7, fmt.Sprintf("there is no month %s in the date", m[2]), hint)
	case m[3] != "" && (p.Day < 1 || p.Day > daysIn(p.Year, p.Month)):
		return fault(8, 10, fmt.Sprintf("there is no such day: %s", s), fmt.Sprintf("%s %d has %d days", monthNames[p.Month-1], p.Year, daysIn(p.Year, p.Month)))
	}
	return p, nil
}

// atoi reads digits that a pattern has found; none are 0.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
