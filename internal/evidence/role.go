package evidence

import "slices"

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
	Absent               // the sentence says that it is not named, or gives nothing where others give
	Voiced               // somebody speaks for it: "a spokesman for Doe"
	Aside                // a remark on another name has it: "the Oak Fund, which Doe heads"
)

// A Span is where a name stands, in bytes of a text.
type Span struct{ Start, End int }

type roleWords struct {
	give, receive map[string]bool // forms of verbs; of the second the subject is paid
	withGift      map[string]bool // verbs that give if what they give stands behind: "cut Doe a check"
	gifts, money  map[string]bool // what these verbs give; what stands before "from Doe to Roe"
	naught        map[string]bool // "gave nothing"
	given         map[string]bool // of the verbs of giving, what is done
	ahead         map[string]bool // before what is not done yet
	promised      map[string]bool // other words for what is not done yet
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
	reports       map[string]bool // of these, those by which a sentence says whose words all of it is
	tells         map[string]bool // the same behind "as": "as Roe has it"
	cites         map[string]bool // "cites a filing by"
	per           string          // before the name of who is cited
	speakers      map[string]bool // who speaks for somebody
	speaksFor     map[string]bool
	cited         phraseTable     // right before a name
	aimed         phraseTable     // right before a name
	absent        phraseTable     // right before a name
	possessive    bool            // "Musk's fund"
	people        map[string]bool // pronouns and titles, which may mean a person
	companies     map[string]bool // the same of an organization
}

// A Lead is whether a sentence says that what it tells is what somebody says.
type Lead uint8

const (
	NoLead  Lead = iota
	Leading      // "Roe insists that", "The Paper writes that Roe insists that"
	Remark       // ", Roe insists."
)

// A Reading is what a sentence says of the names in it.
type Reading struct {
	Roles []Role // by the spans asked for
	Leads []Lead

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
	s := sentence{l: l, ws: plainWords(text), roles: make([]Role, len(spans)), leads: make([]Lead, len(spans))}
	s.place(spans)
	s.readOwners()
	s.readCited()
	s.readGiving()
	return Reading{s.roles, s.leads, s.givings <= 1}, true
}

// IsOfGiving reports whether a word is one of a gift: a verb of giving or receiving, what
// is given, or a number.
func IsOfGiving(lang, word string) bool {
	l := sayingOf(lang)
	return l != nil && (l.give[word] || l.receive[word] || l.withGift[word] || l.nouns[word] || l.gifts[word] || l.money[word] || isDigit(word))
}

// MayMean reports whether a text has a pronoun or a title by which it may speak of a
// person, or of an organization, whom it does not name. In a language that is not read
// it may.
func MayMean(lang, text string, person bool) bool {
	l := sayingOf(lang)
	switch {
	case l == nil:
		return true
	case person:
		return containsAny(plainWords(text), l.people)
	}
	return containsAny(plainWords(text), l.companies)
}

// IsVerbOfGiving reports whether a word is a form of a verb of giving or receiving.
func IsVerbOfGiving(lang, word string) bool {
	l := sayingOf(lang)
	return l != nil && (l.give[word] || l.receive[word])
}

// IsVerbOfSaying reports whether a word is a form of a verb of saying.
func IsVerbOfSaying(lang, word string) bool {
	l := sayingOf(lang)
	return l != nil && l.speech[word]
}

// sentence is a text whose names are being read.
type sentence struct {
	l       *saying
	ws      []plainWord
	nameAt  []int // by word, the name that it is part of, or -1
	first   []int // by name, its first word, and the word behind it
	next    []int
	roles   []Role
	leads   []Lead
	refrain []int // the names that give nothing
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
		before := s.behindArticles(n)
		switch {
		case s.l.speaksFor[s.text(before-1)] && s.l.speakers[s.text(before-2)]:
			s.roles[n] = Voiced
		case s.l.absent.endingAt(s.ws, before) > 0:
			s.roles[n] = Absent
		case s.l.aimed.endingAt(s.ws, before) > 0:
			s.roles[n] = Aimed
		}
	}
}

// behindArticles is the word at which name n begins, with its article.
func (s *sentence) behindArticles(n int) int {
	before := s.first[n]
	for s.l.articles[s.text(before-1)] {
		before--
	}
	return before
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
			s.readRemark(i, remark)
		}
		if i < remark {
			continue
		}
		gives, receives, isNoun := s.l.give[w] || s.l.withGift[w] && s.givesGift(i), s.l.receive[w], s.l.nouns[w]
		if s.nameAt[i] < 0 && (s.l.money[w] || isNoun || isDigit(w)) {
			s.readFromTo(i)
		}
		if s.nameAt[i] >= 0 || !gives && !receives && !isNoun {
			continue
		}
		subject, object := Gives, Receives
		if receives {
			subject, object = Receives, Gives
		}
		n, passive, chained := s.subject(i)
		if gives && n >= 0 && !passive && s.isNaught(i, n) {
			s.refrain = append(s.refrain, n)
			continue
		}
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
	for _, n := range s.refrain {
		if s.roles[n] == Named && slices.Contains(s.roles, Gives) { // "Doe gave this, and Roe nothing"
			s.roles[n] = Absent
		}
	}
}

// readRemark reads the names in the remark from word i to next. Unless it tells of a
// payment itself, they do not pay what the name before it pays.
func (s *sentence) readRemark(i, next int) {
	if s.name(i-1) < 0 {
		return
	}
	for k := i; k < next; k++ {
		if t := s.text(k); s.nameAt[k] < 0 && (s.l.give[t] || s.l.receive[t] || s.l.nouns[t]) {
			return
		}
	}
	for k := i; k < next; k++ {
		if n := s.nameAt[k]; n >= 0 && s.roles[n] == Named {
			s.roles[n] = Aside
		}
	}
}

// givesGift reports whether a gift stands behind the verb at word i: "cut Doe a $5
// million check".
func (s *sentence) givesGift(i int) bool {
	for k := i + 1; k < min(len(s.ws), i+farObject); k++ {
		t := s.text(k)
		switch {
		case s.nameAt[k] >= 0:
		case s.l.gifts[t]:
			return true
		case isFullStop(t), s.l.by[t], s.l.to[t], s.l.from[t], s.l.into[t], s.l.of[t], s.l.relative[t], t == "that", s.l.speech[t]:
			return false
		}
	}
	return false
}

// isNaught reports whether name n is said to give nothing by the verb at word i.
func (s *sentence) isNaught(i, n int) bool {
	if s.l.naught[s.text(i+1)] {
		return true
	}
	for k := s.next[n]; k < i; k++ {
		if s.l.negations[s.text(k)] || isContraction(s.ws, k) {
			return true
		}
	}
	return false
}

// readFromTo reads "from Doe to Roe" behind money at word i.
func (s *sentence) readFromTo(i int) {
	from := s.nameBehind(i + 1)
	if from < 0 || !s.l.from[s.text(i+1)] {
		return
	}
	k := s.next[from]
	if to := s.nameBehind(k); to >= 0 && s.l.to[s.text(k)] {
		s.give(from, Gives)
		s.give(to, Receives)
	}
}

func isDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// nameBehind is the name behind word k and its article, or -1.
func (s *sentence) nameBehind(k int) int {
	for k++; s.l.articles[s.text(k)] || s.text(k) == "'"; k++ {
	}
	return s.name(k)
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
	if n := s.nameBehind(i); n >= 0 && gives {
		s.give(n, Receives) // "paid Doe"
	}
	for k := i + 1; k < min(len(s.ws), i+farObject); k++ {
		t := s.text(k)
		n := s.nameBehind(k)
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
