package citation

import "strconv"

// This file reads what is cited by volume and page: decisions, the Federal
// Register, the Statutes at Large.
//
//	558 U.S. 310   603 U.S. ___   77 F.4th 815   87 Fed. Reg. 77,467   116 Stat. 81

// maxPage is the highest page of the bound reporters, with room to spare. It
// keeps years out: "in 50 U.S. 2024 primaries".
const maxPage = 1899

func (f *finder) usReports(i int) int {
	in := f.in
	j := in.lit(i, "U.")
	if j == i {
		return i
	}
	k := in.space(j)
	end := in.lit(k, "S.")
	if end == k {
		return i
	}
	return f.decision(i, end, Citation{Kind: USReports})
}

func (f *finder) federalReporter(i int) int {
	in := f.in
	end := in.lit(i, "F.")
	if end == i {
		return i
	}
	series := "F."
	k := in.space(end)
	for _, s := range [...]string{"2d", "3d", "4th"} {
		if after := in.lit(k, s); after > k && in.wordEnds(after) {
			series, end = "F."+s, after
		}
	}
	return f.decision(i, end, Citation{Kind: FederalReporter, Series: series})
}

// decision reads volume and page around the abbreviation in[i:end]. Either may
// be blank where the decision is not bound yet.
func (f *finder) decision(i, end int, c Citation) int {
	in := f.in
	page := in.spaces(end)
	if page == end {
		return i
	}
	if b := in.blank(page); b > page {
		c.Unpaged = true
		volume, start, ok := in.leading(f.floor(), i, 3, true)
		if ok {
			c.Volume = volume
			return f.add(start, b, c)
		}
		if start, ok := in.leadingBlank(f.floor(), i); ok {
			return f.add(start, b, c)
		}
		return i
	}
	volume, start, ok := in.leading(f.floor(), i, 3, true)
	if !ok {
		return i
	}
	n, after, ok := in.number(page, 4)
	if !ok || n > maxPage || !in.pageEnds(after) {
		return i
	}
	c.Volume, c.Number = volume, strconv.Itoa(n)
	return f.add(start, after, c)
}

// leadingBlank finds the underscores of an unknown volume before i.
func (in input) leadingBlank(floor, i int) (start int, ok bool) {
	end := in.backSpaces(floor, i)
	start = end
	for start > floor && (in[start-1] == '_' || in[start-1] == '\\') {
		start--
	}
	if start == end || in.blank(start) != end || !in.wordStarts(start) {
		return i, false
	}
	return start, true
}

// pageEnds reports whether a page number can end at i: "310-page" and "31.5"
// are no pages.
func (in input) pageEnds(i int) bool {
	if !in.wordEnds(i) || in.decimal(i) {
		return false
	}
	after := in.dash(i)
	return after == i || in.wordEnds(after) || in.digits(after) > after
}

func (f *finder) federalRegister(i int) int {
	in := f.in
	var end int
	if end = in.lit(i, "Fed."); end > i {
		k := in.space(end)
		if end = in.lit(k, "Reg."); end == k {
			return i
		}
	} else if end = in.anyOf(i, "FR", "F.R.", "F. R."); end == i {
		return i
	}
	return f.pageOf(i, end, 6, Citation{Kind: FederalRegister})
}

func (f *finder) statutes(i int) int {
	end := f.in.lit(i, "Stat.")
	if end == i {
		return i
	}
	return f.pageOf(i, end, 4, Citation{Kind: StatutesAtLarge})
}

// pageOf reads volume and page around in[i:end], where the page may be grouped
// by thousands.
func (f *finder) pageOf(i, end, max int, c Citation) int {
	in := f.in
	volume, start, ok := in.leading(f.floor(), i, 3, true)
	if !ok {
		return i
	}
	at := in.spaces(end)
	if at == end {
		return i
	}
	page, after, ok := in.groupedNumber(at, max)
	if !ok || !in.pageEnds(after) {
		return i
	}
	c.Volume, c.Number = volume, strconv.Itoa(page)
	return f.add(start, after, c)
}

// groupedNumber reads "77467", "77,467" or, as French writes it, "77 467" with
// a no-break space. With a plain space it is not clear where the number ends.
func (in input) groupedNumber(i, max int) (n, end int, ok bool) {
	n, end, ok = in.number(i, max)
	if !ok {
		return 0, i, false
	}
	for digits := end - i; digits <= 3; digits += 3 {
		group := in.lit(end, ",")
		if group == end {
			group = in.space(end)
		}
		if group == end || in.digits(group) != group+3 {
			break
		}
		if isASCIISpace(in[end]) {
			return 0, i, false
		}
		if digits+3 > max {
			return 0, i, false
		}
		for _, d := range in[group : group+3] {
			n = n*10 + int(d-'0')
		}
		end = group + 3
	}
	return n, end, !in.thousands(end)
}
