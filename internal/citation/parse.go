package citation

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"receipts/internal/diag"
)

// Parse reads a string that is one citation and nothing else. A page within the
// decision, a year, a court or a date may follow: they are not part of the
// Citation. Its errors are of type [*diag.Mistake].
func Parse(s string) (Citation, error) {
	in := input(s)
	start := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	end := start + len(strings.TrimSpace(s))
	if start == end {
		return Citation{}, diag.Wrong(0, len(s), "empty citation", `write for example "52 U.S.C. § 10307(c)"`)
	}
	found := Find(in[start:end])
	if len(found) == 0 {
		return Citation{}, diag.Wrong(start, end, fmt.Sprintf("%q is not a citation known here", s[start:end]), hint(s))
	}
	m := found[0]
	m.Start, m.End = m.Start+start, m.End+start
	only := fmt.Sprintf("write only %q", m.Citation.String())
	if m.Start > start {
		return Citation{}, diag.Wrong(start, m.Start, fmt.Sprintf("%q is not part of the citation", strings.TrimSpace(s[start:m.Start])), only)
	}
	if len(found) > 1 {
		at := start + found[1].Start
		return Citation{}, diag.Wrong(at, start+found[1].End, "a second citation in one entry", "give each citation an entry of its own")
	}
	if after := in.afterCitation(m.End, m.Citation.Kind); after < end {
		after = in.spaces(after)
		return Citation{}, diag.Wrong(after, end, fmt.Sprintf("%q is not part of the citation", s[after:end]), only)
	}
	return m.Citation, nil
}

// afterCitation skips pages within a decision or register, and parentheses
// with year, court or date.
func (in input) afterCitation(i int, k Kind) int {
	switch k {
	case USReports, FederalReporter, FederalRegister, StatutesAtLarge:
		for {
			from := in.dash(i)
			if comma := in.lit(i, ","); comma > i {
				from = in.spaces(comma)
			}
			_, end, ok := in.groupedNumber(from, 6)
			if from == i || !ok || !in.wordEnds(end) {
				break
			}
			i = end
		}
	}
	for {
		open := in.spaces(i)
		end := in.lit(open, "(")
		if end == open {
			return i
		}
		for end < len(in) && in[end] != ')' && in[end] != '(' {
			end++
		}
		if end == len(in) || in[end] != ')' {
			return i
		}
		i = end + 1
	}
}

// Resembles reports whether s holds a citation that is known here, or seems to be meant
// as one: such a text is mended rather than taken for the name of a law.
func Resembles(s string) bool { return len(Find([]byte(s))) > 0 || hint(s) != "" }

// forms are what texts look like that are meant as citations, without blanks and points,
// and how these are written.
var forms = [...]struct {
	like *regexp.Regexp
	hint string
}{
	{regexp.MustCompile(`\dCFR`), `a regulation is written "11 C.F.R. § 109.21" or "11 C.F.R. pt. 109"`},
	{regexp.MustCompile(`USConst`), `the Constitution is written "U.S. Const. amend. I" or "U.S. Const. art. II, § 1"`},
	{regexp.MustCompile(`\dUSC`), `a statute is written "52 U.S.C. § 10307(c)"`},
	{regexp.MustCompile(`\dFedReg`), `the Federal Register is written "87 Fed. Reg. 77467"`},
	{regexp.MustCompile(`MURs?\d`), `a matter under review is written "MUR 8301"`},
	{regexp.MustCompile(`AOs?\d|AdvisoryOp`), `an advisory opinion is written "AO 2024-01"`},
	{regexp.MustCompile(`PubL|\bPL(No)?\d`), `a public law is written "Pub. L. No. 107-155"`},
	{regexp.MustCompile(`\dStat\d`), `the Statutes at Large are written "116 Stat. 81"`},
	{regexp.MustCompile(`\dF4th`), `a decision is written "77 F.4th 815"`},
	{regexp.MustCompile(`\dF3d`), `a decision is written "599 F.3d 686"`},
	{regexp.MustCompile(`\dF2d`), `a decision is written "599 F.2d 686"`},
	{regexp.MustCompile(`\dUS(\d|_|$)`), `a decision is written "558 U.S. 310"`},
	{regexp.MustCompile(`^No\d+-\d+$`), `a docket number needs its court: "No. 23-939 (U.S.)"; other courts' dockets have no address that can be derived`},
}

// hint names the form that the string most resembles.
func hint(s string) string {
	compact := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ".", "").Replace(s)
	for _, form := range forms {
		if form.like.MatchString(compact) {
			return form.hint
		}
	}
	return ""
}
