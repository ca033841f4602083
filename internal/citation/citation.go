// Package citation recognises citations of United States law and says where
// the text they name can be read.
//
// In go a run of plain text ([Find]) or one front-matter value ([Parse]); out
// come [Citation] values, with their places in the text. A Citation has one
// canonical form ([Citation.String]), one slug for addresses and file names
// ([Citation.Slug]) and, where it can be derived with certainty, the address of
// a published text ([Citation.Address]).
//
// A citation's identity is the authority it names, down to the paragraph of a
// statute. A page within a decision, a year, a court and "et seq." are not part
// of it: they stay in the author's text.
//
// The package never guesses. A bare docket number names no court and is not a
// citation; "603 U.S. ___" is found, but has neither slug nor address; an
// address that cannot be worked out from the citation alone is left to the
// author. It knows no Markdown and never decides whether a place may carry a
// link.
package citation

import (
	"fmt"
	"strconv"
	"strings"
)

// A Kind is a family of citations with a form of their own.
type Kind uint8

const (
	Unknown         Kind = iota
	USC                  // 52 U.S.C. § 10307(c)
	CFR                  // 11 C.F.R. § 109.21(d)(1)
	CFRPart              // 11 C.F.R. pt. 109
	USReports            // 558 U.S. 310
	FederalReporter      // 77 F.4th 815
	FederalRegister      // 87 Fed. Reg. 77467
	AdvisoryOpinion      // FEC Advisory Opinion 2024-01
	MUR                  // MUR 8301, a matter under review at the FEC
	PublicLaw            // Pub. L. No. 107-155
	StatutesAtLarge      // 116 Stat. 81
	Docket               // No. 23-939 (U.S.), a docket of the Supreme Court
	Constitution         // U.S. Const. amend. I
	kindCount
)

var kindNames = [kindCount]string{
	USC:             "usc",
	CFR:             "cfr",
	CFRPart:         "cfr-part",
	USReports:       "us-reports",
	FederalReporter: "federal-reporter",
	FederalRegister: "federal-register",
	AdvisoryOpinion: "advisory-opinion",
	MUR:             "mur",
	PublicLaw:       "public-law",
	StatutesAtLarge: "statutes-at-large",
	Docket:          "docket",
	Constitution:    "constitution",
}

// String returns the kind's name as the site's configuration writes it.
func (k Kind) String() string {
	if k == Unknown || k >= kindCount {
		return "unknown"
	}
	return kindNames[k]
}

// Kinds lists all kinds in a fixed order.
func Kinds() []Kind {
	ks := make([]Kind, 0, kindCount-1)
	for k := Unknown + 1; k < kindCount; k++ {
		ks = append(ks, k)
	}
	return ks
}

// A Citation names one authority. Citations are equal (==) exactly when they
// name the same one. The zero Citation names nothing; useful values come from
// [Find] and [Parse].
type Citation struct {
	Kind Kind

	// Volume is the number in front: the title of a code, the volume of a
	// reporter, the Congress of a public law, the year of an advisory opinion.
	// It is 0 where the form has none.
	Volume int

	// Series tells reporters of one family apart ("F.3d", "F.4th"), and
	// amendments from articles of the Constitution ("amend.", "art.").
	Series string

	// Number is the place in the volume: a section ("2000e-2", "109.21"), a
	// part, a page, an opinion ("01"), a docket ("23-939"), an amendment ("14").
	Number string

	// Sub is the place inside a section as written, "(d)(1)"; for the
	// Constitution the section and clause, "8.3".
	Sub string

	// Note marks a statutory note printed under a section of the Code.
	Note bool

	// Unpaged marks a decision whose page is not known yet: "603 U.S. ___".
	// Several decisions share such a form, so it identifies none of them.
	Unpaged bool
}

// blank stands for a volume or page that is not known yet.
const blank = "___"

// String returns the canonical form, which [Parse] reads back. It is empty for
// the zero Citation.
func (c Citation) String() string {
	switch c.Kind {
	case USC:
		s := fmt.Sprintf("%d U.S.C. § %s%s", c.Volume, c.Number, c.Sub)
		if c.Note {
			s += " note"
		}
		return s
	case CFR:
		return fmt.Sprintf("%d C.F.R. § %s%s", c.Volume, c.Number, c.Sub)
	case CFRPart:
		return fmt.Sprintf("%d C.F.R. pt. %s", c.Volume, c.Number)
	case USReports:
		return c.reporter("U.S.")
	case FederalReporter:
		return c.reporter(c.Series)
	case FederalRegister:
		return c.reporter("Fed. Reg.")
	case StatutesAtLarge:
		return c.reporter("Stat.")
	case AdvisoryOpinion:
		return fmt.Sprintf("FEC Advisory Opinion %d-%s", c.Volume, c.Number)
	case MUR:
		return "MUR " + c.Number
	case PublicLaw:
		return fmt.Sprintf("Pub. L. No. %d-%s", c.Volume, c.Number)
	case Docket:
		return "No. " + c.Number + " (U.S.)"
	case Constitution:
		return c.constitution()
	}
	return ""
}

// reporter writes volume, abbreviation and page.
func (c Citation) reporter(abbreviation string) string {
	volume, page := strconv.Itoa(c.Volume), c.Number
	if c.Volume == 0 {
		volume = blank
	}
	if c.Unpaged {
		page = blank
	}
	return volume + " " + abbreviation + " " + page
}

func (c Citation) constitution() string {
	n, _ := strconv.Atoi(c.Number)
	s := "U.S. Const. " + c.Series + " " + roman(n)
	section, clause, hasClause := strings.Cut(c.Sub, ".")
	if section != "" {
		s += ", § " + section
	}
	if hasClause {
		s += ", cl. " + clause
	}
	return s
}
