package draft

import (
	"regexp"
	"strings"

	"receipts/internal/verbatim"
)

// Paragraphs returns the lengths of the paragraphs of a text that a person has not counted
// yet: of the blocks that end a sentence, those between the head of the article and
// what a page has below it. None of them is the headline, a standfirst with the date
// behind it, or an intertitle that ends in "Inc."; below stand readers' comments, or the
// headline once more.
func Paragraphs(s Source) []int {
	all := verbatim.Lengths(s.Text, s.Headline)
	cut, ok := verbatim.ParseSource(s.Text, s.Headline, all)
	if !ok {
		return nil
	}
	text := verbatim.Normal(s.Text)
	var at []int // in all, those that are kept
	n := 0
	for i, p := range cut.Places() {
		block := strings.TrimSpace(text[p.Start:p.End])
		isTitle := strings.Join(strings.Fields(block), " ") == strings.Join(strings.Fields(verbatim.Normal(s.Headline)), " ")
		if i > 0 && len(at) > 0 && (isTitle || below.MatchString(block)) {
			break
		}
		switch {
		case p.Kind != "P":
			if n <= 1 && isDateline(s, block) { // what stands above it is a standfirst
				at = nil
			}
			continue
		case isTitle || shortened.MatchString(block):
		default:
			at = append(at, n)
		}
		n++
	}
	var lengths []int
	for _, i := range at {
		lengths = append(lengths, all[i])
	}
	return lengths
}

var (
	// below is the line that a page has above the comments of its readers.
	below = regexp.MustCompile(`(?i)^(comments?|commentaires?|\d+ comments?|\d+ commentaires?) *(\(\d+\))?$`)

	// shortened is a line of few words whose last one is shortened.
	shortened = regexp.MustCompile(`^(?:\S+\s+){0,6}(?:Inc|Corp|Ltd|Co|Jr|Sr|St|etc)\.$`)

	// byline is a line with the name of an author.
	byline = regexp.MustCompile(`^(?:By|BY|by|Par|PAR|par) (\p{Lu}[^\d,|]{2,60})$`)
)

// isDateline reports whether a block is the line of the author, or of the day of
// publication.
func isDateline(s Source, block string) bool {
	if byline.MatchString(block) || authorOf(s.Lang, block) != "" {
		return true
	}
	day, _ := dateline(s.Lang, block)
	return !day.IsZero() && (s.Published.IsZero() || day == s.Published)
}
