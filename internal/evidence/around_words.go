package evidence

import "strings"

// aroundWords are the words around a figure or a date that are known: phrases that
// make another one of it, and what single words are. See doubt.go and weigh.go for
// how they are used, denial.go for denials.
type aroundWords struct {
	classes             map[role]string
	before              phrases[Doubt]  // right before a figure: "le double de"; NoDoubt for what only looks so
	after               phrases[Doubt]  // right behind it: "chacun"
	left                map[string]bool // verbs of what is still missing, with "à" and an infinitive behind
	infinitives         []string        // their endings
	idle                phrases[bool]   // what only looks like a word of weight: "en tout"
	among               []string        // before the whole of a part: "sur les 88 communes, 31"
	apiece              phrases[bool]   // behind a price: "a pop"
	noRate, noRateAfter []string        // around what only looks like a basis: "a year ago", "le quotidien"
	forms               []string        // endings of verbs
	at                  string          // before a price: "tickets at $15"
	datives             []string        // before whom money is given to, behind its verb
	be                  []string        // auxiliaries of the passive
	infinitive          []string        // behind which a verb stands, whatever its form: "to"
	ahead               []string        // "down $70,000 from May"
	prices              []string        // behind a year whose money it is: "2012 prices"
	hearsay             []string        // auxiliaries of what others say happened, before a participle: "aurait"
	participles         []string        // of these, what has an agent without another verb: "versé par"
	adverb              []string        // endings of adverbs
	persons             []string        // endings of who may be given money: "voter"
	noPersons           map[string]bool
	times               map[string]bool

	// Denials.
	denials  phrases[denialKind]
	negation phrases[bool]   // right behind a figure, with a verb of transfer or what is said of words: "n'ont pas"
	untrue   phrases[bool]   // right behind it: "est faux"
	reaching phrases[bool]   // verbs that are a bound when denied: "n'atteint pas 75"
	openers  []string        // what stands before the verb of a denial in two words: "ne"
	light    map[string]bool // between a denial and its verb: "encore", "été", "voulu"
	anew     []string        // what begins another verb: "has" received
	clauses  []string        // words that begin another clause
	and      []string        // of these, what joins nouns as well
}

// words makes a set of words parted by spaces.
func words(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
	}
	return set
}

// conjugated returns each stem with each ending; "_" is no ending.
func conjugated(stems, endings string) string {
	var all []string
	for s := range strings.FieldsSeq(stems) {
		for e := range strings.FieldsSeq(endings) {
			all = append(all, s+strings.TrimPrefix(e, "_"))
		}
	}
	return strings.Join(all, " ")
}
