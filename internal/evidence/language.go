package evidence

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"receipts/internal/amount"
)

// language is everything that differs between the languages that are read. How
// a sentence is walked through is the same for all; see quantity.go, date.go.
type language struct {
	// How digits are written.
	groupMarks   string // marks between thousands, besides no-break and thin spaces
	decimalMarks string
	ordinals     []string // what turns digits into a rank: "8th", "1er"
	timeMark     string   // what turns digits into a time of day: "16h50"

	// Numbers in words.
	cardinal        func(ts []token, i int) (n, used int)
	one             []string // articles that count: "un million"
	the             []string // articles before a scale word: "le million"
	andAHalf        phrases[bool]
	scales          map[string]int // zeros of a scale word
	letters         map[string]int // zeros of a letter behind digits, if money: "$75m"
	collectives     map[string]int // "une dizaine": an order of magnitude
	parts           []string       // words that make a number a fraction or a rank: "deux tiers"
	few             phrases[string]
	plurals         map[string]int // zeros of a vague number's word: "milliers"
	dozens          string         // the plural among them that counts twelves
	some            []string
	qualifiers      phrases[amount.Qualifier]
	behind          phrases[amount.Qualifier] // qualifiers behind what is counted: "or more"
	odd             phrases[bool]             // what makes digits an order of magnitude: "40-odd"
	orMore          phrases[bool]             // what makes digits a lower bound: "75+ voters"
	adjectivesFirst bool                      // "a $15 minimum wage" has no qualifier
	fractions       map[string]int            // what a part of a scale word is divided by: "quarter"
	between         phrases[string]           // what opens a range, with the word that joins it
	to              []string

	aroundWords
	priceWords

	// What is counted, and for what.
	of         []string
	ofThe      phrases[bool]       // "deux des sept"
	outOf      phrases[bool]       // "415 out of 1,900"
	in         []string            // "in Canadian dollars"
	currencies phrases[currency]   // by other names than the next two
	moneyNames map[string]string   // what several countries call their money; see sharing
	cents      map[string]currency // hundredths, of what they are unless told
	nations    phrases[string]     // whose it is
	real       phrases[bool]       // what makes a figure of its clause another one, or none: money of another year, what would have been
	manner     map[string]bool     // "par chèque" is no rate
	percent    phrases[bool]
	bases      phrases[string]
	rates      phrases[string] // bases right behind a figure only: "la semaine"
	per        phrases[bool]
	more, than []string // what stands where two things are compared
	stop       []string // words that no noun has; where a noun ends
	linkNouns  bool     // whether "de" joins two words to one noun
	labels     []string // words that make the digits behind them a label: "article 5"
	clock      []string // "à 20 heures"

	// What joins a region to others at the beginning of a sentence; nil if names of
	// regions have no article before them: "Ohio", « l’Ohio ». See state.go.
	regionJoins []string

	// Dates; see date.go.
	months      map[string]int
	monthsShort map[string]int // need a full stop, or a capital where capitals tell
	capitals    bool           // months have a capital
	doubtful    []string       // months that are words as well
	names       []string       // months that are first names as well
	inMonth     []string       // words before a doubtful month
	monthFirst  bool           // "October 7", and 10/7 in digits
	dayArticle  string
	dayLead     []string // what stands before "the 8th"; nil: nothing needed
	partOfMonth []string
	last, next  []string
	year        []string // "last year" is not a "last" behind a date
	around      phrases[bool]
	quarters    map[string]int
	dayWords    map[string]int // ranks that are days: "the fifth"
	weekdays    map[string]time.Weekday
	decade      string // "années" 2010
	edges       phrases[edge]
	edgesBehind phrases[edge]
	shifts      phrases[int] // "la veille du": days from the date behind it
	relative    phrases[relative]
	agoBefore   phrases[bool] // "depuis" quatre ans
	agoAfter    phrases[bool] // four years "ago"
	agoUnits    map[string]unit
	noDate      phrases[bool]

	dateTables

	roles  map[string]role // what each word of the tables may be; see indexed
	shapes [1 << 10]uint64 // of those words, as bits; see shapeOf
}

// role is what a word or a mark may be in a text. Each is looked up once, when a
// text is cut into tokens: most are nothing of all this, and most texts have no
// figure and no date.
type role uint64

const (
	beginsDate   role = 1 << iota
	beginsTime        // or what is told by another date
	beginsFigure      // a number in words, or a sign
	opensFigure       // what stands before it: a qualifier
	beginsUnit        // what stands behind "a" where that is a number
	beginsDenial
	beginsPrices
	endsNoun // what a noun has not: words of grammar, what begins a basis

	// What may stand before a figure and changes nothing; see weigh.go.
	isArticle
	isPluralArticle
	isFunction  // other words of grammar
	isAuxiliary // verbs that stand before another
	isVerb      // verbs whose form does not tell that they are
	isDative    // verbs of which one object is who is given the other: "lent"
	isMoved     // verbs by which money changes hands
	isPlain     // nouns, adjectives and adverbs
	isMass      // plurals that are one sum: "costs"
	isBehind    // behind a figure they change nothing: "combined"
	isTender    // what sums are in: "bitcoin"
	isCash      // "dark money"
	isWhole     // nouns that take all of a sum: "payment of the $5 million"
	isBody      // who may be given money: "campaign"
	isBounding  // verbs that are a bound, before which their subject stands
	isStronger  // before a bound: "well over"
	isHanding   // verbs with a particle that looks like a bound: "hand over"
	isMove      // verbs of what goes from one number to another
	isLasting   // before a time that something lasts: "depuis quatre ans"
	isContest   // verbs of who is ahead by how much
	isOf
	isFor
	isBy
	isFrom
	isOr
	isJoining // "and", "or" in a list
	isAgainst // "$6 against $8 million"

	// Words of weight.
	wChange // a difference: "gap", "outspent"
	wRise   // verbs of one, which have no object
	wIf     // opens a clause of what may be
	wVoid   // what undoes it: "rejected"
	wEach   // one of several
	wGap    // what a difference is called, however far: "the gap was"
	wTimes  // how often: "twice", "on four occasions"
	wMean   // no sum that was paid: "average"
	wDoubt  // no sum that is known: "alleged", "limit"

	weights = wChange | wRise | wGap | wTimes | wEach | wMean | wDoubt
)

// indexed returns l with the roles of its words, so that a word of a text is not
// looked up in every table.
func indexed(l *language) *language {
	l.roles = map[string]role{}
	add := func(r role, words iter.Seq[string]) {
		for w := range words {
			l.roles[w] |= r
		}
	}
	for _, table := range []map[string]int{l.months, l.monthsShort, l.dayWords, l.quarters} {
		add(beginsDate, maps.Keys(table))
	}
	add(beginsDate, maps.Keys(l.weekdays))
	for w := range l.weekdays { // "Monday's"
		add(beginsDate, slices.Values([]string{w + "'"}))
	}
	if !l.monthFirst { // "cinq octobre"
		add(beginsDate, maps.Keys(frenchUnits))
	}
	add(beginsDate, slices.Values(slices.Concat([]string{l.dayArticle, l.decade}, l.last, l.next, l.partOfMonth)))

	for r, list := range l.classes {
		add(r, strings.FieldsSeq(list))
	}
	for w, r := range l.roles {
		if r&beginsDate == 0 {
			continue
		}
		l.roles[w] = r | beginsTime
	}
	add(beginsTime, maps.Keys(frenchUnits)) // "four years ago"
	add(beginsTime, maps.Keys(englishUnits))
	add(beginsTime, slices.Values([]string{"a"}))
	add(beginsTime, maps.Keys(l.relative.first))
	add(beginsTime, maps.Keys(l.agoBefore.first))
	add(beginsTime, maps.Keys(l.shifts.first))
	add(beginsTime, maps.Keys(l.noDate.first))
	add(beginsTime, maps.Keys(l.seasons))

	add(opensFigure, maps.Keys(l.qualifiers.first))
	add(opensFigure, maps.Keys(l.between.first))
	add(beginsUnit, maps.Keys(l.moneyNames))
	add(beginsUnit, maps.Keys(l.currencies.first))
	add(beginsUnit, maps.Keys(l.nations.first))
	add(beginsUnit, maps.Keys(l.percent.first))
	add(beginsUnit, maps.Keys(l.scales))
	add(beginsUnit, maps.Keys(l.letters))
	add(beginsUnit, maps.Keys(l.andAHalf.first))
	add(beginsFigure, maps.Keys(l.few.first))
	for _, table := range []map[string]int{l.plurals, l.collectives, frenchUnits, englishUnits} {
		add(beginsFigure, maps.Keys(table))
	}
	add(beginsFigure, maps.Keys(l.fractions))
	add(beginsFigure, slices.Values(slices.Concat(l.some, l.one, l.the, []string{"a", "cent", "cents", "mille"})))
	add(beginsFigure, maps.Keys(signs))
	for letters := range signLetters { // "us" of "us$"
		add(beginsFigure, slices.Values([]string{strings.TrimRight(letters, "$¥£")}))
	}

	add(beginsPrices, maps.Keys(l.adjusted.first))
	add(beginsPrices, maps.Keys(l.constant.first))
	add(beginsPrices, slices.Values(append([]string{"("}, l.pricedIn...)))
	add(beginsDenial, maps.Keys(l.denials.first))
	add(endsNoun, slices.Values(l.stop))
	add(endsNoun, maps.Keys(l.bases.first))
	add(endsNoun, maps.Keys(l.per.first))
	add(endsNoun, maps.Keys(l.after.first))

	for w := range l.roles {
		if w != "" {
			shape := shapeOf(w)
			l.shapes[shape>>6] |= 1 << (shape & 63)
		}
	}
	return l
}

// shapeOf is made of the length of w and of three of its letters: most words of a
// text have one that no word of the tables has.
func shapeOf(w string) uint16 {
	n := len(w)
	return uint16(w[0])*251 ^ uint16(w[n-1])*1031 ^ uint16(w[n/2])*61 ^ uint16(n)*8209
}

// roleOf looks w up, if any word of the tables has its shape.
func (l *language) roleOf(w string) role {
	if w == "" {
		return 0
	}
	if shape := shapeOf(w); l.shapes[shape>>6]&(1<<(shape&63)) == 0 {
		return 0
	}
	return l.roles[w]
}

// phrases are groups of words with a meaning, by their first word; last has the
// words that one may end with.
type phrases[T any] struct {
	first map[string][]phrase[T]
	last  map[string]bool
}

type phrase[T any] struct {
	words []string
	means T
}

// phrasesOf reads a table of meanings, each with its phrases parted by commas.
// The words of a phrase are tokens, so an elided article stands apart ("jusqu'
// à"). "a|b" stands for either word, "a|b?" for either or none; a comma inside a
// phrase is written ";". A phrase that ends in "de" is read with "d'" too.
func phrasesOf[T comparable](table map[T]string) phrases[T] {
	ps := phrases[T]{map[string][]phrase[T]{}, map[string]bool{}}
	add := func(words []string, means T) {
		ps.first[words[0]] = append(ps.first[words[0]], phrase[T]{words, means})
		ps.last[words[len(words)-1]] = true
	}
	for means, list := range table {
		for p := range strings.SplitSeq(list, ",") {
			for _, words := range spelledOut(strings.Fields(p)) {
				add(words, means)
				if n := len(words) - 1; n > 0 && words[n] == "de" {
					add(append(slices.Clone(words[:n]), "d'"), means)
				}
			}
		}
	}
	for _, same := range ps.first {
		slices.SortFunc(same, func(a, b phrase[T]) int { // the longest first
			order := cmp.Or(len(b.words)-len(a.words), slices.Compare(a.words, b.words))
			if order == 0 && a.means != b.means { // the tables are ours; the order of a map would decide
				panic("evidence: two meanings of " + strings.Join(a.words, " "))
			}
			return order
		})
	}
	return ps
}

// spelledOut returns every phrase that a line of a table stands for.
func spelledOut(line []string) [][]string {
	all := [][]string{nil}
	for _, choice := range line {
		choice, optional := strings.CutSuffix(choice, "?")
		var longer [][]string
		for _, words := range all {
			if optional {
				longer = append(longer, words)
			}
			for w := range strings.SplitSeq(choice, "|") {
				if w == ";" {
					w = ","
				}
				longer = append(longer, append(slices.Clone(words), w))
			}
		}
		all = longer
	}
	return all
}

// kinds reads a list of names of money, each behind what [sharing] calls it.
func kinds(list string) map[string]string {
	of := map[string]string{}
	for line := range strings.SplitSeq(list, ";") {
		kind, names, _ := strings.Cut(line, ":")
		for w := range strings.FieldsSeq(names) {
			of[w] = strings.TrimSpace(kind)
		}
	}
	return of
}

func listOf(list string) phrases[bool] { return phrasesOf(map[bool]string{true: list}) }

// at returns the meaning of the longest phrase that starts at ts[i], and the
// number of its tokens, which is 0 if there is none.
func (ps phrases[T]) at(ts []token, i int) (means T, n int) {
	if i < 0 || i >= len(ts) || ts[i].kind != word && ts[i].kind != mark {
		return means, 0
	}
	for _, p := range ps.first[ts[i].text] {
		if p.stands(ts, i) {
			return p.means, len(p.words)
		}
	}
	return means, 0
}

// stands reports whether p, the first word of which is at ts[i], starts there.
func (p phrase[T]) stands(ts []token, i int) bool {
	if len(ts)-i < len(p.words) {
		return false
	}
	for k, w := range p.words[1:] {
		if t := &ts[i+1+k]; t.text != w || t.kind != word && t.kind != mark {
			return false
		}
	}
	return true
}

// longestPhrase bounds the search for a phrase that ends somewhere.
const longestPhrase = 6

// endingAt returns the meaning of a phrase whose last token is ts[i-1].
func (ps phrases[T]) endingAt(ts []token, i int) (means T, n int) {
	if i < 1 || i > len(ts) || !ps.last[ts[i-1].text] {
		return means, 0
	}
	for back := min(longestPhrase, i); back > 0; back-- {
		for _, p := range ps.first[ts[i-back].text] {
			if len(p.words) == back && p.stands(ts, i-back) {
				return p.means, back
			}
		}
	}
	return means, 0
}
