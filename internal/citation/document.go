package citation

import (
	"fmt"
	"strconv"
	"strings"
)

// This file reads what is cited by a number of its own.
//
//	FEC Advisory Opinion 2024-01   AO 2024-1   MUR 8301   MURs 8301, 8302
//	Pub. L. No. 107-155            No. 23-939 (U.S. July 1, 2024)

func (f *finder) advisoryOpinions(i int) int {
	in := f.in
	end := in.anyOf(i, "AOs", "AO", "A.O.", "Advisory")
	if end == i || !in.wordStarts(i) {
		return i
	}
	plural := in.is(i, "AOs")
	if in.is(i, "Advisory") {
		from := in.spaces(end)
		end = in.anyOf(from, "Opinions", "Opinion", "Ops.", "Op.")
		if end == from {
			return i
		}
		plural = in[end-1] == 's' || in.is(from, "Ops.")
	}
	from := in.spaces(end)
	if from == end {
		return i
	}
	c, next, ok := in.opinionNumber(in.numberSign(from))
	if !ok {
		return i
	}
	start := i
	if b := in.backSpaces(f.floor(), i); b < i && b-3 >= f.floor() && in.is(b-3, "FEC") && in.wordStarts(b-3) {
		start = b - 3
	}
	end = f.add(start, next, c)
	for plural {
		from := in.separator(end)
		c, next, ok := in.opinionNumber(from)
		if from == end || !ok {
			break
		}
		end = f.add(from, next, c)
	}
	return end
}

// opinionNumber reads a year and a number within it. FEC writes the number
// with two digits; "2024-1" is the same opinion.
func (in input) opinionNumber(i int) (c Citation, end int, ok bool) {
	year, y, ok := in.number(i, 4)
	if !ok || year < 1900 || year > 2099 {
		return c, i, false
	}
	from := in.dash(y)
	end = in.digits(from)
	if from == y || end == from || end-from > 2 || !in.wordEnds(end) || in.decimal(end) {
		return c, i, false
	}
	n, _ := strconv.Atoi(string(in[from:end]))
	// "2024-10-05" is a date.
	if after := in.dash(end); n == 0 || after > end && in.digits(after) > after {
		return c, i, false
	}
	return Citation{Kind: AdvisoryOpinion, Volume: year, Number: fmt.Sprintf("%02d", n)}, end, true
}

func (f *finder) murs(i int) int {
	in := f.in
	end := in.lit(i, "MUR")
	if end == i || !in.wordStarts(i) {
		return i
	}
	plural := in.is(end, "s")
	end = in.lit(end, "s")
	from := in.spaces(end)
	if from == end {
		return i
	}
	number, next, ok := in.murNumber(in.lit(in.numberSign(from), "#"))
	if !ok {
		return i
	}
	end = f.add(i, next, Citation{Kind: MUR, Number: number})
	for plural {
		from := in.separator(end)
		more, next, ok := in.murNumber(from)
		// "MURs 8301, 8302 and 12 others": matters of one time have numbers of
		// one length.
		if from == end || !ok || len(more) != len(number) {
			break
		}
		end = f.add(from, next, Citation{Kind: MUR, Number: more})
	}
	return end
}

// murNumber reads a matter's number. MUR is also the code of the Mauritian
// rupee, so what reads as an amount is none.
func (in input) murNumber(i int) (string, int, bool) {
	_, end, ok := in.number(i, 4)
	if !ok || !in.wordEnds(end) || in.decimal(end) || in.thousands(end) {
		return "", i, false
	}
	after := in.spaces(end)
	if in.anyOf(after, "thousand", "million", "billion") > after || in.digits(after) == after+3 {
		return "", i, false
	}
	return string(in[i:end]), end, true
}

// numberSign skips "No." and the spaces after it.
func (in input) numberSign(i int) int {
	if j := in.anyOf(i, "Nos.", "No."); j > i {
		return in.spaces(j)
	}
	return i
}

func (f *finder) publicLaw(i int) int {
	in := f.in
	if !in.wordStarts(i) {
		return i
	}
	var end int
	if end = in.anyOf(i, "P.L.", "P. L."); end == i {
		if end = in.lit(i, "Pub"); end == i {
			return i
		}
		if law := in.lit(end, "lic"); law > end {
			from := in.spaces(law)
			end = in.lit(from, "Law")
			if end == from || in.spaces(end) == end {
				return i
			}
		} else {
			from := in.spaces(in.lit(end, "."))
			l := in.lit(from, "L")
			if l == from {
				return i
			}
			end = in.lit(l, ".")
			if end == l && in.spaces(end) == end {
				return i
			}
		}
	}
	from := in.numberSign(in.spaces(end))
	congress, c, ok := in.number(from, 3)
	if !ok || congress < 10 {
		return i
	}
	law := in.dash(c)
	n, next, ok := in.number(law, 4)
	if law == c || !ok || !in.wordEnds(next) || in.decimal(next) {
		return i
	}
	if after := in.dash(next); after > next && in.digits(after) > after {
		return i
	}
	return f.add(i, next, Citation{Kind: PublicLaw, Volume: congress, Number: strconv.Itoa(n)})
}

// docket reads a docket number of the Supreme Court. Courts of appeals number
// their dockets in the same form, so the court in parentheses is required; the
// match covers the number alone.
func (f *finder) docket(i int) int {
	in := f.in
	end := in.lit(i, "No.")
	if end == i || !in.wordStarts(i) {
		return i
	}
	from := in.spaces(end)
	term := in.digits(from)
	if term-from != 2 {
		return i
	}
	number := string(in[from:term])
	var at, max int
	if at = in.dash(term); at > term {
		number, max = number+"-", 5
	} else if at = in.anyOf(term, "A", "a"); at > term {
		number, max = number+"A", 4
	} else {
		return i
	}
	n, next, ok := in.number(at, max)
	if !ok {
		return i
	}
	paren := in.spaces(next)
	if in.lit(paren, "(") == paren || !in.supremeCourt(paren+1) {
		return i
	}
	return f.add(i, next, Citation{Kind: Docket, Number: number + strconv.Itoa(n)})
}

// supremeCourt reports whether the parenthesis whose inside begins at i names
// the Supreme Court: "U.S." alone, or with a date and words such as
// "argued". Any other name, "U.S. Tax Court", is another court.
func (in input) supremeCourt(i int) bool {
	us := in.anyOf(i, "U.S.", "U. S.", "U.\u00a0S.", "U.\u202fS.", "U.\u2009S.")
	if us == i {
		return false
	}
	us = in.lit(us, ",")
	end := us
	for end < len(in) && end-us < 80 && in[end] != ')' {
		end++
	}
	if end == len(in) || in[end] != ')' || end > us && in.space(us) == us {
		return false
	}
	for word := range strings.FieldsSeq(string(in[us:end])) {
		if !isDigit(word[0]) && !isMonth(word) && !isStage(word) {
			return false
		}
	}
	return true
}

// isStage reports whether word names the stage of a case, beside a date.
func isStage(word string) bool {
	switch strings.TrimRight(word, ".,") {
	case "petition", "for", "cert", "certiorari", "filed", "pending", "granted", "denied", "argued", "decided", "dismissed":
		return true
	}
	return false
}

func isMonth(word string) bool {
	switch strings.TrimRight(word, ".,") {
	case "Jan", "January", "Feb", "February", "Mar", "March", "Apr", "April", "May", "June", "July",
		"Aug", "August", "Sep", "Sept", "September", "Oct", "October", "Nov", "November", "Dec", "December":
		return true
	}
	return false
}
