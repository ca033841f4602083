package edtf

import (
	"fmt"
	"strconv"
	"strings"

	"receipts/internal/diag"
)

// Parse reads a date:
//
//	date = part | part "/" part | "../" part | part "/.."
//	part = YYYY ["-" MM ["-" DD]] ["~" | "?" | "%"]
//
// where MM is a month or, from 21 to 24, spring, summer, autumn or winter, and ~ is
// approximate, ? uncertain and % both. EDTF also has an unknown end
// (nothing before or after the slash); readers would see no difference from an
// open one (".."), so it is refused. An interval ends no earlier than it starts,
// and its ends are not the same. An error is always a [*diag.Mistake].
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

func parse(s string) (Date, *diag.Mistake) {
	if strings.TrimSpace(s) == "" {
		return Date{}, diag.Wrong(0, len(s), "the date is empty", `write "2024-10-05", "2024-10" or "2024"`)
	}
	from, to, isInterval := strings.Cut(s, "/")
	if !isInterval {
		p, err := parsePart(s, 0)
		if err != nil {
			return Date{}, err
		}
		return dateOf(p, p, point), nil
	}
	if strings.Contains(to, "/") {
		return Date{}, diag.Wrong(0, len(s), fmt.Sprintf("%q is not a date this site reads", s), `write a day as "2024-10-05", and an interval as "2024-10-05/2024-10-08"`)
	}
	second := len(from) + 1
	var start, last Part
	var open form
	var err *diag.Mistake
	for _, end := range []struct {
		text  string
		start int
		part  *Part
		open  form
	}{{from, 0, &start, openStart}, {to, second, &last, openEnd}} {
		switch end.text {
		case "..":
			if open == openStart {
				return Date{}, diag.Wrong(0, len(s), "an interval needs at least one date", "leave the date out")
			}
			open = end.open
		case "":
			return Date{}, diag.Wrong(0, len(s), "an end of the interval is empty", `put ".." for an end that is open or not known, as in "2024-10-05/.."`)
		default:
			if *end.part, err = parsePart(end.text, end.start); err != nil {
				return Date{}, err
			}
		}
	}
	if open != none {
		return dateOf(start, last, open), nil
	}
	switch {
	case start == last:
		return Date{}, diag.Wrong(0, len(s), "the interval starts and ends with the same date", fmt.Sprintf("write %q", from))
	case last.packed().last().Compare(start.packed().first()) < 0:
		return Date{}, diag.Wrong(second, len(s), fmt.Sprintf("the interval ends before it starts: %s is before %s", last, start), fmt.Sprintf(`write "%s/%s"`, last, start))
	}
	return dateOf(start, last, closed), nil
}

// cutPart cuts a date into its parts without checking their values:
//
//	YYYY ["-" MM ["-" DD]] ["~" | "?" | "%"]
//
// Each report of each article has a date, and a regular expression takes ten times
// as long.
func cutPart(s string) (year, month, day, mark string, ok bool) {
	if year, s, ok = cutDigits(s, 4); !ok {
		return "", "", "", "", false
	}
	for _, part := range []*string{&month, &day} {
		if !strings.HasPrefix(s, "-") {
			break
		}
		if *part, s, ok = cutDigits(s[1:], 2); !ok {
			return "", "", "", "", false
		}
	}
	return year, month, day, s, s == "" || s == "~" || s == "?" || s == "%"
}

func cutDigits(s string, n int) (digits, rest string, ok bool) {
	if len(s) < n {
		return "", "", false
	}
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return "", "", false
		}
	}
	return s[:n], s[n:], true
}

// parsePart reads one date that starts at the given offset of the whole text.
func parsePart(s string, offset int) (Part, *diag.Mistake) {
	year, month, day, mark, ok := cutPart(s)
	fault := func(start, end int, message, hint string) (Part, *diag.Mistake) {
		return Part{}, diag.Wrong(offset+start, offset+end, message, hint)
	}
	if !ok {
		return fault(0, len(s), fmt.Sprintf("%q is not a date this site reads", s), `write year, month and day as in "2024-10-05", or "2024-10", or "2024"`)
	}
	p := Part{Year: atoi(year), Month: atoi(month), Day: atoi(day)}
	p.Approximate = mark == "~" || mark == "%"
	p.Uncertain = mark == "?" || mark == "%"
	switch {
	case p.Year == 0:
		return fault(0, 4, fmt.Sprintf("the date %q has no year: years count from 0001", s), `write the year with four digits, as in "2024"`)
	case month != "" && (p.Month < 1 || p.Month > 12) && !(p.IsSeason() && day == ""):
		hint := "months are 01 to 12, seasons 21 to 24; if neither is known, write the year alone"
		if day == "" && p.Month == p.Year%100+1 {
			hint = fmt.Sprintf(`for two years, write "%04d/%04d"`, p.Year, p.Year+1)
		}
		if day != "" && p.Month >= 1 && p.Month <= 31 && p.Day >= 1 && p.Day <= 12 && p.Month <= daysIn(p.Year, p.Day) {
			hint = fmt.Sprintf(`the month comes before the day: write "%s-%s-%s%s"`, year, day, month, mark)
		}
		return fault(5, 7, fmt.Sprintf("there is no month %s in the date", month), hint)
	case day != "" && (p.Day < 1 || p.Day > daysIn(p.Year, p.Month)):
		return fault(8, 10, fmt.Sprintf("there is no such day: %s", s), fmt.Sprintf("%s %d has %d days", monthNames[p.Month-1], p.Year, daysIn(p.Year, p.Month)))
	}
	return p, nil
}

// atoi converts digits, of which there may be none: 0.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
