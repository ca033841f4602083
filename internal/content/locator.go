package content

import (
	"regexp"
	"strconv"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Locator says where in a source a quote stands: T is the title, ST the
// subtitle, C the standfirst, head the dateline, H1 the first intertitle, P1
// the first paragraph.
type Locator struct {
	Kind  string // "T", "ST", "C", "head", "H" or "P"
	N     int    // of H and P, from 1
	Place diag.Place
}

// paragraphPattern is other forms of a paragraph, for a hint: "para. 7".
var paragraphPattern = regexp.MustCompile(`(?i)^(?:p|§|¶|para|paragraph|par)?\.? ?0*([1-9]\d{0,3})$`)

var locator = yamldoc.Scalar("a place in a source", func(r *yamldoc.Reader, w Words) (Locator, bool) {
	kind, number, ok := cutLocator(w.Text)
	if ok || w.Text == "" {
		return Locator{kind, number, w.Place}, ok
	}
	hint := "write P7 for paragraph 7, H1 for the first intertitle, T for the title, ST for the subtitle, C for the standfirst, head for the dateline"
	if p := paragraphPattern.FindStringSubmatch(w.Text); p != nil {
		hint = "write P" + p[1]
	}
	r.AddHint(diag.BadLocator, w.Place, `"`+w.Text+`" is not a place in a source`, hint)
	return Locator{Place: w.Place}, false
}).Matching(LocatorPattern)

// LocatorPattern is what a locator matches, and no other text.
const LocatorPattern = `^(T|ST|C|head|[HP][1-9][0-9]{0,3})$`

func cutLocator(s string) (kind string, number int, ok bool) {
	switch s {
	case "T", "ST", "C", "head":
		return s, 0, true
	case "":
		return "", 0, false
	}
	kind, digits := s[:1], s[1:]
	if kind != "H" && kind != "P" || len(digits) > 4 || strings.Trim(digits, "0123456789") != "" || strings.HasPrefix(digits, "0") {
		return "", 0, false
	}
	number, err := strconv.Atoi(digits)
	return kind, number, err == nil
}

// IsGiven reports whether the key was there, with or without a locator that
// could be read.
func (l Locator) IsGiven() bool { return l.Place != diag.Place{} }

// IsZero reports whether the author gave no locator that could be read.
func (l Locator) IsZero() bool { return l.Kind == "" }

// String returns the locator as the author writes it: "P7".
func (l Locator) String() string {
	if l.N == 0 {
		return l.Kind
	}
	return l.Kind + strconv.Itoa(l.N)
}
