package citation

// A Match is a citation and its place: text[Start:End].
type Match struct {
	Start, End int
	Citation   Citation
}

// Find returns the citations in text from left to right. They do not overlap.
//
// A match covers what names the authority: "558 U.S. 310" of "558 U.S. 310, 365
// (2010)". In a list, "18 U.S.C. §§ 2703, 2705(b)", the first match begins with
// the title and each further one covers its section alone.
//
// Text is plain text: the caller joins the lines of a paragraph and leaves out
// code, links and quotations.
func Find(text []byte) []Match {
	f := finder{in: text}
	// Every citation has an abbreviation that begins with one of a few capital
	// letters, which are rare in prose. So text without citations costs one table
	// look-up a byte; the number in front is read backwards from there.
	for i := 0; i < len(text); i++ {
		if !anchors[text[i]] {
			continue
		}
		if end := f.at(i); end > i {
			i = end - 1
		}
	}
	return f.matches
}

var anchors = [256]bool{'U': true, 'C': true, 'F': true, 'S': true, 'A': true, 'M': true, 'P': true, 'N': true}

type finder struct {
	in      input
	matches []Match
}

// at reads the citations whose abbreviation begins at i. It returns the offset
// behind them, or i if there are none.
func (f *finder) at(i int) int {
	if i+1 >= len(f.in) {
		return i
	}
	next := f.in[i+1]
	switch f.in[i] {
	case 'U':
		switch next {
		case '.', 'S', ' ', 0xC2, 0xE2:
			if end := f.usc(i); end > i {
				return end
			}
			if end := f.usReports(i); end > i {
				return end
			}
			return f.constitution(i)
		}
	case 'C':
		switch next {
		case '.', 'F', ' ', 0xC2, 0xE2:
			return f.cfr(i)
		}
	case 'F':
		switch next {
		case '.', 'e', 'R':
			if end := f.federalRegister(i); end > i {
				return end
			}
			return f.federalReporter(i)
		}
	case 'S':
		if next == 't' {
			return f.statutes(i)
		}
	case 'A':
		switch next {
		case '.', 'O', 'd':
			return f.advisoryOpinions(i)
		}
	case 'M':
		if next == 'U' {
			return f.murs(i)
		}
	case 'P':
		switch next {
		case '.', 'u':
			return f.publicLaw(i)
		}
	case 'N':
		if next == 'o' {
			return f.docket(i)
		}
	}
	return i
}

// floor is where the last match ended; nothing is read back beyond it.
func (f *finder) floor() int {
	if n := len(f.matches); n > 0 {
		return f.matches[n-1].End
	}
	return 0
}

// add records a match and returns its end.
func (f *finder) add(start, end int, c Citation) int {
	f.matches = append(f.matches, Match{start, end, c})
	return end
}

// separator skips what separates the members of a list: a comma or semicolon,
// "and", "or", "&" and their French forms.
func (in input) separator(i int) int {
	j := in.anyOf(i, ",", ";")
	word := in.spaces(j)
	if k := in.anyOf(word, "and", "or", "&", "et", "ou"); k > word && word > j {
		if after := in.spaces(k); after > k {
			return after
		}
	}
	if j == i {
		return i
	}
	return word
}
