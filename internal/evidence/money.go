package evidence

// What somebody has, or owes, on a day is no payment. The quote says so in words
// like these.

// holding are the words for it, by language.
var holding = map[string][]string{
	"en": {
		"cash on hand", "on hand", "cash in hand", "in the bank", "in reserve", "in its coffers", "in his coffers", "in her coffers", "in their coffers",
		"war chest", "cash reserves", "cash balance", "bank balance", "sitting on", "owed", "owes", "owing", "in debt", "debt of", "debts of", "indebted", "liabilities of", "outstanding", "unpaid", "as of", "as at", "on the books",
		"ended the month with", "ended the quarter with", "ended the year with", "closed the month with", "closed the quarter with", "closed the year with",
	},
	"fr": {
		"en caisse", "en banque", "en réserve", "de trésorerie", "dans ses caisses", "dans les caisses", "doit encore", "devait encore", "doivent encore",
		"a fini le mois avec", "a terminé le mois avec", "a terminé le trimestre avec", "a terminé l'année avec", "dette de", "dettes de", "endetté", "endettée", "endettés", "restant dû", "impayé", "impayés", "en date du", "à la date du",
	},
}

// Holding returns the words of a text in a language that tell of what somebody has
// or owes on a day, in lower case; "" if there are none, or the language is not
// read.
func Holding(lang, text string) string { return phraseOf(holding, lang, text) }

// What money is spent to support, or to oppose, is said in words like these.
var (
	supporting = map[string][]string{
		"en": {"in support of", "supporting", "to support", "in favor of", "in favour of", "backing", "promoting", "to boost", "on behalf of"},
		"fr": {"en faveur de", "en faveur d'", "en faveur du", "en soutien à", "pour soutenir", "soutenant"},
	}
	opposing = map[string][]string{
		"en": {"against", "opposing", "to oppose", "in opposition to", "attacking", "to attack", "to defeat"},
		"fr": {"contre", "opposé à", "opposés à", "pour battre", "attaquant"},
	}
)

// Backs returns the words of a text in a language that tell of money being spent to
// support somebody, and Opposes those of its being spent to oppose them; both in
// lower case, and "" if there are none.
func Backs(lang, text string) string { return phraseOf(supporting, lang, text) }

// Opposes is described at [Backs].
func Opposes(lang, text string) string { return phraseOf(opposing, lang, text) }
