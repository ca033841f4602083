package draft

import (
	"slices"
	"strings"
)

// Amounts say what is counted and what it is paid for in the language of the site. Of a
// few French nouns it is certain what they are in English.

// inEnglish is an amount in French nouns with English ones, and the French ones; empty if
// they are not known, or may be several things.
func inEnglish(value, unit, basis string) (english, nouns string) {
	english = value
	for _, noun := range []string{unit, basis} {
		ours, known := frenchNouns[strings.ToLower(noun)]
		switch {
		case isOurs(noun):
			continue
		case !known || !strings.HasSuffix(english, noun) && !strings.Contains(english, noun+" per "):
			return "", ""
		}
		i := strings.LastIndex(english, noun)
		if noun == unit {
			i = strings.Index(english, noun)
		}
		english = english[:i] + ours + english[i+len(noun):]
		nouns += " " + noun
	}
	return english, strings.TrimSpace(nouns)
}

// isOurs reports whether a noun is one that is read in all languages.
func isOurs(noun string) bool {
	return slices.Contains([]string{"", "USD", "EUR", "percent", "minute", "hour", "day", "week", "month", "quarter", "year"}, noun)
}

var frenchNouns = pairs(`électeurs voters, électeur voter, votants voters, voix votes, votes votes, suffrages votes, donateurs donors, donateur donor,
	contributeurs contributors, milliardaires billionaires, milliardaire billionaire, millionnaires millionaires, candidats candidates, candidat candidate,
	comités committees, comité committee, partis parties, personnes people, personne person, signatures signatures, signataires signatories, dons donations,
	don donation, contributions contributions, paiements payments, versements payments, pages pages, articles articles, états states, comtés counties, villes cities,
	pays countries, élections elections, élection election, sénateurs senators, juges judges, plaintes complaints, enquêtes investigations, employés employees,
	salariés employees, bénévoles volunteers, membres members, membre member, entreprises companies, publicités advertisements, messages messages, comptes accounts,
	vidéos videos, exemplaires copies, exemplaire copy, habitants inhabitants, habitant inhabitant, citoyens citizens, femmes women, hommes men, américains Americans,
	jours days, semaines weeks, mois months, ans years, années years, heures hours, minutes minutes`)

// pairs reads words with what they are in English.
func pairs(list string) map[string]string {
	all := map[string]string{}
	for _, pair := range listOf(list) {
		french, english, _ := strings.Cut(pair, " ")
		all[french] = english
	}
	return all
}
