package citation

import (
	"fmt"
	"strings"
)

// Slug returns the name of the citation in addresses and of its file:
// "52-usc-10307-c". It consists of words of small letters and digits joined by
// hyphens, never changes, and no two different citations share one. It is empty
// for an unpaged decision, which has no identity yet.
//
// Law tells (i) from (I) and § 300-1 from § 300(1); an address cannot. Where a
// letter has the case that its level of division usually has, nothing is added;
// the other case is marked by the word "capital" or "small", and a hyphen inside
// a section by the word "dash". No designator reads like these words.
func (c Citation) Slug() string {
	if c.Unpaged {
		return ""
	}
	switch c.Kind {
	case USC:
		s := fmt.Sprintf("%d-usc-%s%s", c.Volume, sectionSlug(c.Number), subSlug(c.Sub, true))
		if c.Note {
			s += "-note"
		}
		return s
	case CFR:
		part, section, _ := strings.Cut(c.Number, ".")
		return fmt.Sprintf("%d-cfr-%s-%s%s", c.Volume, part, sectionSlug(section), subSlug(c.Sub, false))
	case CFRPart:
		return fmt.Sprintf("%d-cfr-part-%s", c.Volume, c.Number)
	case USReports:
		return fmt.Sprintf("%d-us-%s", c.Volume, c.Number)
	case FederalReporter:
		series := strings.ToLower(strings.ReplaceAll(c.Series, ".", ""))
		return fmt.Sprintf("%d-%s-%s", c.Volume, series, c.Number)
	case FederalRegister:
		return fmt.Sprintf("%d-fr-%s", c.Volume, c.Number)
	case StatutesAtLarge:
		return fmt.Sprintf("%d-stat-%s", c.Volume, c.Number)
	case AdvisoryOpinion:
		return fmt.Sprintf("ao-%d-%s", c.Volume, c.Number)
	case MUR:
		return "mur-" + c.Number
	case PublicLaw:
		return fmt.Sprintf("pub-l-%d-%s", c.Volume, c.Number)
	case Docket:
		return "docket-" + strings.ToLower(c.Number)
	case Constitution:
		s := "const-" + strings.TrimSuffix(c.Series, ".") + "-" + c.Number
		if c.Sub != "" {
			s += "-" + strings.ReplaceAll(c.Sub, ".", "-")
		}
		return s
	}
	return ""
}

func sectionSlug(number string) string {
	s := strings.ReplaceAll(strings.ToLower(number), "-", "-dash-")
	if s != strings.ReplaceAll(number, "-", "-dash-") {
		s = "capital-" + s
	}
	return s
}

// subSlug writes the designators "(a)(7)(B)" as "-a-7-b". Statutes go (a)(1)(A)
// (i)(I), regulations (a)(1)(i)(A): a letter is expected small at the start and
// after a capital, capital after a small letter; after a number statutes have
// capitals and regulations small letters.
func subSlug(sub string, capitalAfterNumber bool) string {
	var b strings.Builder
	capital := false
	for _, d := range strings.FieldsFunc(sub, func(r rune) bool { return r == '(' || r == ')' }) {
		switch {
		case isDigit(d[0]):
			capital = capitalAfterNumber
		case isUpper(d[0]):
			if !capital {
				b.WriteString("-capital")
			}
			capital = false
		default:
			if capital {
				b.WriteString("-small")
			}
			capital = true
		}
		b.WriteString("-" + strings.ToLower(d))
	}
	return b.String()
}
