package evidence

// What somebody has, or owes, on a day is no payment. The quote says so in words
// like these.

// holding are the words for it, by language.
var holding = map[string][]string{
	"en": {
		"cash on hand", "on hand", "cash in hand", "in the bank", "in reserve", "in its coffers", "in his coffers", "in her coffers", "in their coffers",
		"war chest", "owed", "owes", "owing", "in debt", "debt of", "debts of", "indebted", "outstanding", "unpaid", "as of", "as at", "on the books",
	},
	"fr": {
		"en caisse", "en banque", "en réserve", "de trésorerie", "dans ses caisses", "dans les caisses", "doit encore", "devait encore", "doivent encore",
		"dette de", "dettes de", "endetté", "endettée", "endettés", "restant dû", "impayé", "impayés", "en date du", "à la date du",
	},
}

// Holding returns the words of a text in a language that tell of what somebody has
// or owes on a day, in lower case; "" if there are none, or the language is not
// read.
func Holding(lang, text string) string { return phraseOf(holding, lang, text) }
