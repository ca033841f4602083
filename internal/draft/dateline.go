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

var (
	author     = regexp.MustCompile(`^(?:By|BY|by|Par|PAR|par) \p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|and|et|de|du|van|von))*`)
	notInWords = regexp.MustCompile(`[^\p{L}\d]+`)
	clock      = regexp.MustCompile(`^\d{1,2}(?:h(?:\d\d)?|am|pm)?$`)
	publishing = set("published posted publié publiée paru parue")
	updating   = set("updated modified mis mise modifié")
	besideDays = set("on at first last le à the a p m am pm et est edt pt gmt utc cet h min date updated modified mis mise jour modifié " +
		"monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche for immediate release")
)
