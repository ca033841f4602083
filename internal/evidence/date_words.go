package evidence

// dateTables are the words that dates are read by, besides those of their days,
// months and years; see date_around.go, date_period.go and date_weekday.go.
type dateTables struct {
	// Around a date.
	dateBefore  phrases[Doubt]  // what makes another date of it, wherever it stands before it: "except"
	dateEach    phrases[bool]   // and many of it: "every year"
	dateNear    map[string]bool // and without a preposition between: "two years" after
	dateBehind  phrases[bool]
	datePlace   []string      // prepositions
	dateThrough []string      // other words that change nothing
	datePart    phrases[bool] // "the end of" 2023
	yearNoun    []string
	fiscal      []string // what makes another year of a year
	sets        []string // before "au" that is no state: "reporté au"
	takesEffect map[string]bool
	moves       map[string]bool // verbs by which something gets another date
	timeRanks   map[string]bool // what makes another of a time: "previous"
	timeShifts  map[string]bool // and what a length is counted with: "earlier"
	timeFrom    []string        // with what it is counted from: "before"
	longTimes   map[string]bool // times that are no length: "term"
	ofNoun      []string        // before a date that is a noun's: "le scrutin du"
	that        []string        // begins a sentence in another one

	// Parts of a year and periods.
	seasons     map[string]int
	partCodes   map[byte]int // months of "Q3"
	timeLengths map[string]length
	periods     []string // "period" behind its length
	firsts      []string
	finals      []string
	ends        phrases[int] // what stands between a period and its last day, -1, or its first, 1
	endLead     []string     // and between these and the date

	// Weekdays without a date.
	this      []string
	passed    []string // besides "last": "this past Sunday"
	coming    []string
	anyDay    []string // before a weekday that is a habit: "le samedi"
	partOfDay []string
	noons     []string
	oclock    []string // behind the number of a time of day
	opensDays []string // what opens a time from one day to another
	leads     []string // what a weekday may begin a sentence with
	fragments []string // what follows where a sentence has no verb yet

	// Verbs.
	verbs                 map[string]tense
	have, helpers         map[string]bool
	now, awaited          map[string]bool // "is expected" tells of what is ahead
	movedOn               map[string]bool // participles with which "est" is past: "arrivé"
	oneself               []string
	pastForms             []string // endings
	strongParticiples     []string // and those that tell behind "a" only: "disparu"
	irregularPast         map[string]bool
	futures, conditionals []string // endings
	imperfects            []string
	noFuture, noImperfect map[string]bool
	betweenVerbs          map[string]bool
	bounds                map[string]bool // verbs that tell of a beginning or an end
}

// tenses makes a table of the words of each tense.
func tenses(table map[tense]string) map[string]tense {
	all := map[string]tense{}
	for tense, list := range table {
		for w := range words(list) {
			all[w] = tense
		}
	}
	return all
}
