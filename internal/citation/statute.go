package citation

import "strings"

// This file reads sections of the United States Code.
//
//	52 U.S.C. § 10307(c)   2 USC 441a(a)(7)(B)   18 U.S.C. §§ 2703, 2705(b)

const uscTitles = 54

func (f *finder) usc(i int) int {
	in := f.in
	end, tight := in.uscAbbreviation(i)
	if end == i {
		return i
	}
	title, start, ok := in.leading(f.floor(), i, 2, false)
	if !ok || title > uscTitles {
		return i
	}
	pos, plural, ok := in.sectionSign(end, tight)
	if !ok {
		return i
	}
	c := Citation{Kind: USC, Volume: title}
	next, ok := in.uscSection(pos, plural, &c)
	if !ok {
		return i
	}
	next = in.uscTail(next, &c)
	end = f.add(start, next, c)
	for plural {
		from := in.separator(end)
		if from == end {
			from = in.dash(end) // a range: both its ends are named
		}
		if from == end {
			break
		}
		last := c.Number
		c = Citation{Kind: USC, Volume: title}
		next, ok := in.uscSection(from, true, &c)
		if !ok || leadingInt(c.Number) < leadingInt(last) || f.newCitation(next) {
			break
		}
		next = in.uscTail(next, &c)
		end = f.add(from, next, c)
	}
	return end
}

// uscAbbreviation skips "U.S.C." in its spellings. It is tight where neither a
// full stop nor a space ends it, as in "USC".
func (in input) uscAbbreviation(i int) (end int, tight bool) {
	j := in.lit(i, "U")
	j = in.space(in.lit(j, "."))
	k := in.lit(j, "S")
	if k == j {
		return i, false
	}
	k = in.space(in.lit(k, "."))
	if end := in.lit(k, "Code"); end > k {
		return end, true
	}
	c := in.lit(k, "C")
	if c == k {
		return i, false
	}
	end = in.lit(c, ".")
	return end, end == c
}

// uscSection reads a section of the Code with its paragraphs into c.
func (in input) uscSection(i int, plural bool, c *Citation) (end int, ok bool) {
	_, end, ok = in.number(i, 5)
	if !ok {
		return i, false
	}
	letters := end
	end = in.letters(end)
	if end-letters > 4 {
		return i, false
	}
	number := string(in[i:end])
	if suffix, after := in.sectionSuffix(end); after > end {
		if !plural || !rangeLike(number, suffix) {
			number, end = number+"-"+suffix, after
		}
	}
	if !in.wordEnds(end) || in.decimal(end) || (!plural && in.thousands(end)) {
		return i, false
	}
	c.Number = number
	c.Sub, end = in.paragraphs(end)
	return end, true
}

// sectionSuffix reads the part of a section behind its hyphen: "2" of 2000e-2.
func (in input) sectionSuffix(i int) (suffix string, end int) {
	from := in.dash(i)
	if from == i {
		return "", i
	}
	_, to, ok := in.number(from, 3)
	if !ok {
		return "", i
	}
	for n := 0; n < 2 && to < len(in) && isLower(in[to]); n++ {
		to++
	}
	if !in.wordEnds(to) || in.decimal(to) {
		return "", i
	}
	return string(in[from:to]), to
}

// uscTail reads what may follow a section: "et seq.", which stands for the
// sections behind it and belongs to the match only, or "note", which names
// another text. "Note" as a verb is told apart by what follows it.
func (in input) uscTail(i int, c *Citation) int {
	j := in.spaces(in.lit(i, ","))
	if k := in.lit(j, "et"); j > i && k > j {
		if s := in.spaces(k); s > k {
			if e := in.lit(s, "seq"); e > s && in.wordEnds(e) {
				return in.lit(e, ".")
			}
		}
	}
	j = in.spaces(i)
	k := in.lit(j, "note")
	if j == i || k == j || !in.wordEnds(k) {
		return i
	}
	after := in.spaces(k)
	if after == len(in) || strings.IndexByte(".,;:()[]", in[after]) >= 0 {
		c.Note = true
		return k
	}
	return i
}
