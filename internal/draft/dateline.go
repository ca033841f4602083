package draft

import (
	"regexp"
	"strings"

	"receipts/internal/edtf"
	"receipts/internal/evidence"
)

// dayOf is the day of publication that the head of an article prints: that of a dateline.
// Behind a sentence, a day alone may be an intertitle.
func dayOf(lang string, head []string) edtf.Date {
	behindSentence := false
	for _, l := range head {
		if day, says := dateline(lang, l); !day.IsZero() && (says || !behindSentence) {
			return day
		}
		behindSentence = behindSentence || strings.ContainsAny(l[len(l)-1:], ".!?")
	}
	return edtf.Date{}
}

// dateline reads a line that has nothing but a day, and what may stand beside it: the
// time, an author, words such as "Published". The day is zero of other lines. It says
// whether there are such words or an author.
func dateline(lang, line string) (day edtf.Date, says bool) {
	rest, updated := line, false
	found := evidence.FindDates(lang, line, edtf.Date{})
	for i := len(found) - 1; i >= 0; i-- {
		f := found[i]
		if f.Relative || f.Until || f.Since || f.Doubt != evidence.NoDoubt || f.Date.IsZero() || f.Date.IsInterval() || f.Date.Precision() != edtf.PrecisionDay {
			return edtf.Date{}, false
		}
		rest = rest[:f.Start] + " | " + rest[f.End:]
		day = f.Date
	}
	if len(found) == 0 {
		return edtf.Date{}, false
	}
	if m := author.FindString(rest); m != "" {
		rest, says = strings.Replace(rest, m, " ", 1), true
	}
	before, _, _ := strings.Cut(rest, "|")
	for w := range strings.FieldsSeq(strings.ToLower(notInWords.ReplaceAllString(rest, " "))) {
		switch {
		case publishing[w]:
			says = true
		case !besideDays[w] && !clock.MatchString(w):
			return edtf.Date{}, false
		}
	}
	for w := range strings.FieldsSeq(strings.ToLower(notInWords.ReplaceAllString(before, " "))) {
		updated = updated || updating[w]
	}
	if updated {
		return edtf.Date{}, false
	}
	return day, says
}

// fullName is a name of two to five words.
const fullName = `\p{Lu}[\p{L}.’'-]*(?: (?:de|du|van|von|la|le|\p{Lu}[\p{L}.’'-]*)){1,4}`

// authorOf is the author that a line tells, behind "By" and before nothing but a dateline,
// another name such as that of the paper, or what is in brackets; empty of other lines.
func authorOf(lang, line string) string {
	m := authors.FindString(line)
	if m == "" {
		return ""
	}
	_, names, _ := strings.Cut(m, " ")
	rest := strings.TrimSpace(line[len(m):])
	if day, _ := dateline(lang, line); rest == "" && len(strings.Fields(names)) > 1 || !day.IsZero() || besideNames.MatchString(rest) {
		return oneLine(names)
	}
	return ""
}

var (
	// authors are "By Pat Poe", "By Pat Poe, Ann Roe and Jo Doe".
	authors = regexp.MustCompile(`^(?:By|BY|by|Par|PAR|par) ` + fullName + `(?:(?:, ` + fullName + `)*,? (?:and|et|&) ` + fullName + `)?`)

	// besideNames is the paper, the time or the place behind an author.
	besideNames = regexp.MustCompile(`^(?:[,|•·(/–—-] *(?:(?:\p{Lu}[\p{L}.&’'-]*|of|de|du|des|for|the|\d{1,2}[h:.]\d{2}|[ap]\.?m\.?) *){1,6}\)?)$`)

	author     = regexp.MustCompile(`^(?:By|BY|by|Par|PAR|par) \p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|and|et|de|du|van|von))*`)
	notInWords = regexp.MustCompile(`[^\p{L}\d]+`)
	clock      = regexp.MustCompile(`^\d{1,2}(?:h(?:\d\d)?|am|pm)?$`)
	publishing = set("published posted publié publiée paru parue")
	updating   = set("updated modified mis mise modifié")
	besideDays = set("on at first last le à the a p m am pm et est edt pt gmt utc cet h min date updated modified mis mise jour modifié " +
		"monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche for immediate release")
)
