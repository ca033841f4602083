package evidence

// Roles: what a sentence says of the names in it. Who gives and who is given stands
// beside a verb of giving ("Musk paid", "paid by Musk", « versé à Doe »); who is
// cited beside a verb of saying ("according to Meta"). What the words beside a name
// do not tell is left open: a name whose role is not known may have any.

// A Role is what a sentence says of one name.
type Role uint8

const (
	Named    Role = iota // it stands there
	Gives                // it pays, gives, promises
	Receives             // it is paid, or sells
	Cited                // the sentence cites it: "according to", "cited by"
	Speaks               // it says something: "Musk announced"
	Owns                 // something else is meant that is named by it: "Trump's campaign", "the head of Tesla"
	Aimed                // it is what the money is about: "in favour of Harris"
	Absent               // the sentence says that it is not named
)

// A Span is where a name stands, in bytes of a text.
type Span struct{ Start, End int }

type roleWords struct {
	give, receive map[string]bool // forms of verbs; of the second the subject is paid
	nouns         map[string]bool // what is given: "a gift from"
	by, to, from  map[string]bool
	into          map[string]bool // "invested in"
	be            map[string]bool // what makes a verb passive
	between       map[string]bool // what may stand between a subject and its verb
	relative      map[string]bool // what begins a remark behind a comma
	joins         map[string]bool // "Facebook and Instagram"
	articles      map[string]bool
	bodies        map[string]bool // what is somebody's and not they themselves
	of            map[string]bool
	speech        map[string]bool
	cited         phraseTable // right before a name
	aimed         phraseTable // right before a name
	absent        phraseTable // right before a name
	possessive    bool        // "Musk's fund"
}

// A Reading is what a sentence says of the names in it.
type Reading struct {
	Roles []Role // by the spans asked for

	// One is whether a single verb of giving stands in it. Of a sentence with
	// several, who gives what is not told by who gives something.
	One bool
}

// RolesOf reads what a text says of the names at spans, which are in order and do not
// meet; ok is false of a language that is not read.
func RolesOf(lang, text string, spans []Span) (r Reading, ok bool) {
	l := sayingOf(lang)
	if l == nil {
		return r, false
	}
	s := sentence{l: l, ws: plainWords(text), roles: make([]Role, len(spans))}
	s.place(spans)
	s.readOwners()
	s.readCited()
	s.readGiving()
	return Reading{s.roles, s.givings <= 1}, true
}

// sentence is a text whose names are being read.
type sentence struct {
	l       *saying
	ws      []plainWord
	nameAt  []int // by word, the name that it is part of, or -1
	first   []int // by name, its first word, and the word behind it
	next    []int
	roles   []Role
	givings int
}

func (s *sentence) place(spans []Span) {
	s.nameAt = make([]int, len(s.ws))
	s.first, s.next = make([]int, len(spans)), make([]int, len(spans))
	n := 0
	for i, w := range s.ws {
		s.nameAt[i] = -1
		for n < len(spans) && spans[n].End <= w.start {
			n++
		}
		if n < len(spans) && w.start >= spans[n].Start {
			s.nameAt[i] = n
			if s.next[n] == 0 {
				s.first[n] = i
			}
			s.next[n] = i + 1
		}
	}
}

func (s *sentence) text(i int) string {
	if i < 0 || i >= len(s.ws) {
		return ""
	}
	return s.ws[i].text
}

// name is the name at word i, or -1.
func (s *sentence) name(i int) int {
	if i < 0 || i >= len(s.ws) {
		return -1
	}
	return s.nameAt[i]
}

// give gives a name a role if it has none, and the names that are joined to it.
func (s *sentence) give(n int, role Role) {
	if s.roles[n] != Named && s.roles[n] != Speaks {
		return
	}
	s.roles[n] = role
	for k := s.first[n] - 1; s.joinedBy(k); k-- { // "Facebook, Instagram and X"
		if other := s.name(k - 1); other >= 0 && s.roles[other] == Named {
			s.roles[other] = role
			k = s.first[other]
		}
	}
	for k := s.next[n]; s.joinedBy(k); k++ {
		if other := s.name(k + 1); other >= 0 && s.roles[other] == Named {
			s.roles[other] = role
			k = s.next[other] - 1
		}
	}
}

func (s *sentence) joinedBy(k int) bool {
	return s.l.joins[s.text(k)] && (s.name(k-1) >= 0 && s.name(k+1) >= 0)
}

// readOwners finds the names by which something else is named.
func (s *sentence) readOwners() {
	for n := range s.roles {
		if s.next[n] == 0 {
			continue
		}
		i := s.next[n]
		if s.l.possessive && s.text(i) == "'" {
			k := i + 1
			if s.text(k) == "s" {
				k++
			}
			for end := min(k+3, len(s.ws)); k < end && !s.ws[k].isMark && s.nameAt[k] < 0; k++ { // "Trump's support teams"
				if s.l.bodies[s.ws[k].text] {
					s.roles[n] = Owns
				}
			}
		}
		k := s.first[n] - 1
		for s.text(k) == "'" || s.l.articles[s.text(k)] {
			k--
		}
		if s.l.of[s.text(k)] {
			for back := k - 1; back >= k-2; back-- { // "l'équipe de campagne de Trump"
				if s.l.bodies[s.text(back)] {
					s.roles[n] = Owns
				}
			}
		}
		if s.roles[n] != Named {
			continue
		}
		before := s.first[n]
		for s.l.articles[s.text(before-1)] {
			before--
		}
		switch {
		case s.l.absent.endingAt(s.ws, before) > 0:
			s.roles[n] = Absent
		case s.l.aimed.endingAt(s.ws, before) > 0:
			s.roles[n] = Aimed
		}
	}
}

// readCited finds the names that the sentence cites, or that say something in it.
func (s *sentence) readCited() {
	for n := range s.roles {
		if s.next[n] == 0 {
			continue
		}
		before := s.first[n]
		for s.l.articles[s.text(before-1)] {
			before--
		}
		if s.l.cited.endingAt(s.ws, before) > 0 {
			s.roles[n] = Cited
			continue
		}
		if s.isCitedBehind(n) {
			s.roles[n] = Cited
			continue
		}
		if s.roles[n] == Named && s.verbBehind(n) {
			s.roles[n] = Speaks
		}
	}
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

// verbBehind reports whether a verb of saying follows name n: "Musk, Next writes,
// announced" has its verb behind a remark.
func (s *sentence) verbBehind(n int) bool {
	i := s.next[n]
	for s.l.between[s.text(i)] {
		i++
	}
	if s.text(i) == "," {
		end := remarkEnd(s.ws, i)
		if end == 0 {
			return false
		}
		for i = end + 1; s.l.between[s.text(i)]; {
			i++
		}
	}
	if s.text(i) == "as" && s.l.speech[s.text(i+1)] { // "reports Musk as saying"
		return true
	}
	return s.l.speech[s.text(i)]
}

// readGiving finds who gives and who is given. What stands in a remark ("Elm PAC,
// which accepted a gift from Doe, paid") is another payment.
func (s *sentence) readGiving() {
	remark := 0 // where the last one ends
	for i := range s.ws {
		w := s.ws[i].text
		if w == "," && s.l.relative[s.text(i+1)] {
			for remark = i + 1; remark < len(s.ws) && s.text(remark) != "," && !isFullStop(s.text(remark)); {
				remark++
			}
		}
		if i < remark {
			continue
		}
		gives, receives, isNoun := s.l.give[w], s.l.receive[w], s.l.nouns[w]
		if s.nameAt[i] >= 0 || !gives && !receives && !isNoun {
			continue
		}
		subject, object := Gives, Receives
		if receives {
			subject, object = Receives, Gives
		}
		n, passive, chained := s.subject(i)
		if gives || receives {
			if !chained {
				s.givings++
			}
			switch {
			case n < 0 || chained:
			case passive && gives:
				s.give(n, object)
			case !passive:
				s.give(n, subject)
			}
		}
		s.readBehind(i, gives, receives)
	}
}

// subject returns the name that is the subject of the verb at word i, or -1; and
// whether the verb is passive, and whether it belongs to another verb of giving:
// "offers to pay".
func (s *sentence) subject(i int) (n int, passive, chained bool) {
	for k := i - 1; k >= max(0, i-farSubject); k-- {
		t := s.text(k)
		switch {
		case s.nameAt[k] >= 0:
			return s.nameAt[k], passive, false
		case s.l.be[t]:
			passive = true
		case s.l.between[t] || hasAnySuffixLonger(t, []string{"ly", "ment"}):
		case s.l.give[t] || s.l.receive[t]:
			return -1, false, true
		case t == ",":
			// "X, refusing to submit to the request, paid"
			open := k - 1
			for open >= max(0, k-maxRemarkWords) && s.text(open) != "," && !isFullStop(s.text(open)) {
				open--
			}
			if open < 0 || s.text(open) != "," || remarkEnd(s.ws, open) != k {
				return -1, passive, false
			}
			k = open
		default:
			return -1, passive, false
		}
	}
	return -1, passive, false
}

// How far a subject may stand before its verb, not counting remarks, and a payer or
// a payee behind it.
const (
	farSubject = 24
	farObject  = 12
)

func isFullStop(t string) bool { return t == "." || t == ";" || t == ":" }

// readBehind reads the names behind a verb or a noun of giving.
func (s *sentence) readBehind(i int, gives, receives bool) {
	behind := func(k int) int { // the name behind word k and its article
		for k++; s.l.articles[s.text(k)] || s.text(k) == "'"; k++ {
		}
		return s.name(k)
	}
	if n := s.name(i + 1); n >= 0 && gives {
		s.give(n, Receives) // "paid Doe"
	}
	for k := i + 1; k < min(len(s.ws), i+farObject); k++ {
		t := s.text(k)
		n := behind(k)
		switch {
		case isFullStop(t) || t == "," || s.nameAt[k] < 0 && (s.l.speech[t] || s.l.give[t] || s.l.receive[t]):
			return
		case n < 0 || s.nameAt[k] >= 0:
		case s.l.by[t] && receives:
			s.give(n, Receives) // "sold by"
		case s.l.by[t]:
			s.give(n, Gives)
		case s.l.to[t] && !receives:
			s.give(n, Receives)
		case s.l.to[t]:
			s.give(n, Gives) // "sold to"
		case s.l.from[t] && (receives || !gives):
			s.give(n, Gives) // "received from", "a gift from"
		case s.l.into[t] && gives:
			s.give(n, Receives)
		}
	}
}
