package citation

// This file reads sections and parts of the Code of Federal Regulations.
//
//	11 C.F.R. § 109.21(d)   17 CFR 240.10b-5   11 CFR part 109   11 CFR §§ 109.20, 109.21

const cfrTitles = 50

func (f *finder) cfr(i int) int {
	in := f.in
	j := in.space(in.lit(in.lit(i, "C"), "."))
	k := in.lit(j, "F")
	if k == j {
		return i
	}
	k = in.space(in.lit(k, "."))
	r := in.lit(k, "R")
	if r == k {
		return i
	}
	end := in.lit(r, ".")
	title, start, ok := in.leading(f.floor(), i, 2, false)
	if !ok || title > cfrTitles {
		return i
	}
	pos, plural := in.partSign(end)
	if pos == end {
		if pos, plural, ok = in.sectionSign(end, end == r); !ok {
			return i
		}
	}
	c, next, ok := in.cfrSection(pos, plural)
	if !ok {
		return i
	}
	c.Volume = title
	end = f.add(start, next, c)
	for plural {
		from := in.separator(end)
		if from == end {
			from = in.dash(end)
		}
		if from == end {
			break
		}
		d, next, ok := in.cfrSection(from, true)
		if !ok || d.Kind != c.Kind || leadingInt(d.Number) < leadingInt(c.Number) || f.newCitation(next) {
			break
		}
		d.Volume = title
		end = f.add(from, next, d)
		c = d
	}
	return end
}

// partSign skips "part" in its spellings.
func (in input) partSign(i int) (end int, plural bool) {
	j := in.spaces(i)
	for _, w := range [...]struct {
		word   string
		plural bool
	}{
		{"Parts", true},
		{"parts", true},
		{"Part", false},
		{"part", false},
		{"Pts.", true},
		{"pts.", true},
		{"Pt.", false},
		{"pt.", false},
	} {
		if k := in.lit(j, w.word); k > j {
			if end := in.spaces(k); end > k {
				return end, w.plural
			}
		}
	}
	return i, false
}

// cfrSection reads a part ("109") or a section ("109.21", "240.10b-5") with
// its paragraphs.
func (in input) cfrSection(i int, plural bool) (c Citation, end int, ok bool) {
	_, end, ok = in.number(i, 4)
	if !ok {
		return c, i, false
	}
	if !in.decimal(end) {
		if !in.wordEnds(end) || in.thousands(end) {
			return c, i, false
		}
		return Citation{Kind: CFRPart, Number: string(in[i:end])}, end, true
	}
	part := string(in[i:end])
	tail, end := in.cfrToken(end + 1)
	for range 3 { // no section has more hyphens
		from := in.dash(end)
		suffix, to := in.cfrToken(from)
		if from == end || to == from || in.decimal(to) {
			break
		}
		// After a plural sign "109.20-23" may be a range or one section.
		if plural && rangeLike(tail, suffix) {
			return c, i, false
		}
		tail, end = tail+"-"+suffix, to
	}
	if tail == "" || !in.wordEnds(end) || in.decimal(end) || !oneCase(tail) {
		return c, i, false
	}
	c = Citation{Kind: CFR, Number: part + "." + tail}
	c.Sub, end = in.paragraphs(end)
	// Tax regulations have sections such as 1.401(k)-1, where the parenthesis
	// is part of the number. They have no canonical form here.
	if after := in.dash(end); c.Sub != "" && after > end && in.digits(after) > after {
		return Citation{}, i, false
	}
	return c, end, true
}

// cfrToken reads digits with at most two letters after a run of them: "21",
// "10b", "15c3".
func (in input) cfrToken(i int) (string, int) {
	end := in.digits(i)
	if end == i || end-i > 5 {
		return "", i
	}
	if l := in.letters(end); l-end <= 2 {
		end = l
		if d := in.digits(end); l > i && d-end <= 2 {
			end = d
		}
	}
	return string(in[i:end]), end
}
