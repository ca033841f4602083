package edtf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// respell parses a date loosely and returns a hint with its right spelling; "" if
// it finds none.
func respell(s string) string {
	if len(s) > 80 {
		return ""
	}
	s = strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
	s = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-").Replace(s)
	switch strings.ToLower(s) {
	case "today", "yesterday", "tomorrow", "now", "this year", "last year", "last month", "last week":
		return `write the date itself, as in "2024-10-05": a page must mean the same next year`
	}
	if m := timeRE.FindStringSubmatch(s); m != nil {
		if d, err := parse(m[1]); err == nil {
			return fmt.Sprintf("drop the time: write %q", d)
		}
	}
	if m := slashesRE.FindStringSubmatch(s); m != nil {
		return dayOrMonthFirst(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	if m := shortYearRE.FindStringSubmatch(s); m != nil {
		return `write the year with four digits, then month and day, as in "2024-10-05"`
	}
	if month, day := yearless(s); month != 0 {
		return fmt.Sprintf(`add the year in front: "YYYY-%02d-%02d"`, month, day)
	}
	for _, candidate := range []string{respellPart(s), respellInterval(s)} {
		if d, err := parse(candidate); err == nil {
			return fmt.Sprintf("write %q", d)
		}
	}
	return ""
}

var (
	timeRE      = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt]| (?:at )?)[0-9]{1,2}[:hH.]?[0-9]{0,2}.*$`)
	slashesRE   = regexp.MustCompile(`^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$`)
	shortYearRE = regexp.MustCompile(`^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}$`)
	ymdRE       = regexp.MustCompile(`^([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})$`)
	compactRE   = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	ymRE        = regexp.MustCompile(`^([0-9]{4})[-/. ]([0-9]{1,2})$`)
	dayMonthRE  = regexp.MustCompile(`^(?:the )?([0-9]{1,2})(?:st|nd|rd|th|er)?(?: of)? (\p{L}+)\.?(?:,? ([0-9]{4}))?$`)
	monthDayRE  = regexp.MustCompile(`^(\p{L}+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ([0-9]{4}))?$`)
	monthYearRE = regexp.MustCompile(`^(\p{L}+)\.?,?(?: of)? ([0-9]{4})$`)
	circaRE     = regexp.MustCompile(`(?i)^(?:~|about |around |circa |ca?\. ?|approximately )`)
)

// dayOrMonthFirst returns both dates that 05/10/2024 may mean, if there are two.
func dayOrMonthFirst(a, b, year int) string {
	valid := func(month, day int) bool {
		return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
	}
	dayFirst, monthFirst := valid(b, a), valid(a, b)
	switch {
	case dayFirst && monthFirst && a != b:
		return fmt.Sprintf(`write "%04d-%02d-%02d" for %d %s, or "%04d-%02d-%02d" for %d %s`, year, b, a, a, monthNames[b-1], year, a, b, b, monthNames[a-1])
	case dayFirst:
		return fmt.Sprintf(`write "%04d-%02d-%02d"`, year, b, a)
	case monthFirst:
		return fmt.Sprintf(`write "%04d-%02d-%02d"`, year, a, b)
	}
	return ""
}

// monthNumber knows English months and their abbreviations, and French ones, which
// the sources use; and seasons.
func monthNumber(name string) int {
	name = strings.ToLower(name)
	for i, m := range monthNames {
		if m = strings.ToLower(m); name == m || len(name) >= 3 && len(name) <= 4 && strings.HasPrefix(m, name) {
			return i + 1
		}
	}
	for i, names := range [...]string{"spring printemps", "summer été", "autumn fall automne", "winter hiver"} {
		if slices.Contains(strings.Fields(names), name) {
			return Spring + i
		}
	}
	for i, m := range [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"} {
		if name == m {
			return i + 1
		}
	}
	return 0
}

func yearless(s string) (month, day int) {
	if m := dayMonthRE.FindStringSubmatch(s); m != nil && m[3] == "" {
		month, day = monthNumber(m[2]), atoi(m[1])
	} else if m := monthDayRE.FindStringSubmatch(s); m != nil && m[3] == "" {
		month, day = monthNumber(m[1]), atoi(m[2])
	}
	if month == 0 || month > 12 || day < 1 || day > daysIn(2024, month) {
		return 0, 0
	}
	return month, day
}

// respellPart returns the EDTF of one date, which may still be impossible, or
// s itself.
func respellPart(s string) string {
	s = strings.TrimSpace(s)
	mark := ""
	if m := circaRE.FindString(s); m != "" {
		s, mark = strings.TrimSpace(s[len(m):]), "~"
	}
	core := strings.TrimRight(s, "~?% ")
	switch marks := s[len(core):] + mark; {
	case strings.Contains(marks, "%") || strings.Contains(marks, "~") && strings.Contains(marks, "?"):
		mark = "%"
	case strings.Contains(marks, "~"):
		mark = "~"
	case strings.Contains(marks, "?"):
		mark = "?"
	}
	write := func(year string, month, day int) string {
		if day == 0 {
			return fmt.Sprintf("%s-%02d%s", year, month, mark)
		}
		return fmt.Sprintf("%s-%02d-%02d%s", year, month, day, mark)
	}
	if m := ymdRE.FindStringSubmatch(core); m != nil {
		return write(m[1], atoi(m[2]), atoi(m[3]))
	}
	if m := compactRE.FindStringSubmatch(core); m != nil {
		return write(m[1], atoi(m[2]), atoi(m[3]))
	}
	if m := ymRE.FindStringSubmatch(core); m != nil {
		return write(m[1], atoi(m[2]), 0)
	}
	if m := dayMonthRE.FindStringSubmatch(core); m != nil && m[3] != "" {
		return write(m[3], monthNumber(m[2]), atoi(m[1]))
	}
	if m := monthDayRE.FindStringSubmatch(core); m != nil && m[3] != "" {
		return write(m[3], monthNumber(m[1]), atoi(m[2]))
	}
	if m := monthYearRE.FindStringSubmatch(core); m != nil {
		return write(m[2], monthNumber(m[1]), 0)
	}
	return core + mark
}

var (
	betweenRE = regexp.MustCompile(`(?i)^(.+?)(?: ?/ ?| ?\.\. ?| - | to | until )(.+)$`)
	yearsRE   = regexp.MustCompile(`^([0-9]{4})-([0-9]{4})$`)
	untilRE   = regexp.MustCompile(`(?i)^(?:until|till|to|up to|before) (.+)$`)
	sinceRE   = regexp.MustCompile(`(?i)^(?:since|from) (.+)$`)
)

func respellInterval(s string) string {
	open := func(end string) string {
		switch strings.ToLower(end) {
		case "..", "...", "open", "unknown", "?", "":
			return ".."
		}
		return respellPart(end)
	}
	if m := yearsRE.FindStringSubmatch(s); m != nil {
		return m[1] + "/" + m[2]
	}
	if m := untilRE.FindStringSubmatch(s); m != nil {
		return "../" + respellPart(m[1])
	}
	if before, after, ok := strings.Cut(s, "/"); ok && !strings.Contains(after, "/") {
		return open(strings.TrimSpace(before)) + "/" + open(strings.TrimSpace(after))
	}
	since := sinceRE.FindStringSubmatch(s)
	if since != nil {
		s = since[1]
	}
	if m := betweenRE.FindStringSubmatch(s); m != nil {
		return open(m[1]) + "/" + open(m[2])
	}
	if since != nil {
		return respellPart(s) + "/.."
	}
	return ""
}
