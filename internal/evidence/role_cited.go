package evidence

// readCited finds the names that the sentence cites, or that say something in it.
func (s *sentence) readCited() {
	for n := range s.roles {
		if s.next[n] == 0 {
			continue
		}
		before := s.behindArticles(n)
		if s.l.cited.endingAt(s.ws, before) > 0 || s.isCitedBehind(n) || s.isCitedBy(n, before) {
			s.roles[n] = Cited
			continue
		}
		verb := s.verbBehind(n)
		if verb > 0 && s.roles[n] == Named {
			s.roles[n] = Speaks
		}
		switch {
		case s.roles[n] == Owns:
			verb = s.verbOfOwned(n)
		case s.roles[n] == Voiced: // "a spokesman for Doe"
			for before -= 2; before > 0 && !s.ws[before-1].isMark && s.text(before-1) != "that"; before-- {
			}
		}
		if s.l.reports[s.text(verb)] && !(s.l.withGift[s.text(verb)] && s.givesGift(verb)) {
			s.leads[n] = s.leadAt(before, verb)
		}
	}
}

// leadAt tells what the words from before to a verb of reporting are to their sentence.
func (s *sentence) leadAt(before, verb int) Lead {
	switch {
	case s.text(before-1) == "," && (verb+1 >= len(s.ws) || s.ws[verb+1].isMark && s.text(verb+1) != "'"):
		return Remark
	case before == 0, s.text(before-1) == "that" && s.l.reports[s.text(before-2)]:
		return Leading
	}
	return NoLead
}

// isCitedBy reports whether the words around name n, before which the word before
// stands, cite it: "per Roe", "as Roe has it", "cites a filing by Roe".
func (s *sentence) isCitedBy(n, before int) bool {
	last := s.text(before - 1)
	switch {
	case last == "" || s.text(s.next[n]) == "'":
		return false
	case last == s.l.per:
		return before == 1 || s.ws[before-2].isMark
	case last == "as" && before > 1 && s.text(before-2) == ",":
		return s.l.tells[s.text(s.next[n])] || s.l.reports[s.text(s.next[n])]
	}
	if s.l.cites[last] {
		return s.text(s.next[n]) == ","
	}
	if !s.l.by[last] && !s.l.from[last] {
		return false
	}
	for k := before - 2; k >= max(0, before-maxCited) && !s.ws[k].isMark && s.nameAt[k] < 0; k-- {
		if s.l.cites[s.text(k)] || s.l.cited.endingAt(s.ws, k+1) > 0 {
			return s.nameAt[max(0, k-1)] >= 0 || k == 0 || s.text(k) != "cited"
		}
	}
	return false
}

// maxCited is how far from "cites" the name of who wrote what is cited may stand.
const maxCited = 7

// verbOfOwned is the verb of saying of what is named by name n, "Roe’s lawyers argue"; 0
// if there is none.
func (s *sentence) verbOfOwned(n int) int {
	if s.text(s.next[n]) != "'" {
		return 0
	}
	for k := s.next[n] + 1; k < min(len(s.ws), s.next[n]+5) && !s.ws[k].isMark; k++ {
		if s.l.speech[s.text(k)] {
			return k
		}
	}
	return 0
}

// isCitedBehind reports whether name n begins a sentence that says behind it who
// cites it: "Walter Isaacson's biography, cited by BFM".
func (s *sentence) isCitedBehind(n int) bool {
	if s.first[n] > 1 {
		return false
	}
	for i := s.next[n]; i < min(len(s.ws)-1, s.next[n]+7); i++ {
		if s.text(i) == "," {
			return (s.text(i+1) == "cited" || s.text(i+1) == "quoted") && s.text(i+2) == "by"
		}
	}
	return false
}

// verbBehind is the verb of saying that follows name n, 0 if none does: "Musk, Next
// writes, announced" has it behind a remark.
func (s *sentence) verbBehind(n int) int {
	i := s.next[n]
	for s.l.between[s.text(i)] {
		i++
	}
	if s.text(i) == "," {
		end := remarkEnd(s.ws, i)
		if end == 0 {
			return 0
		}
		for i = end + 1; s.l.between[s.text(i)]; {
			i++
		}
	}
	if s.text(i) == "as" && s.l.speech[s.text(i+1)] { // "reports Musk as saying"
		return i + 1
	}
	if s.l.speech[s.text(i)] {
		return i
	}
	return 0
}
