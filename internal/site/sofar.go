package site

import (
	"slices"
	"strings"

	"receipts/internal/content"
)

// Money that was paid "so far", or that somebody has "on hand", is a state at a
// day, not a payment of that day: a later state holds it. Whether a figure is one
// stands in its quote; a period with an open start says the same.

// soFar are the words for it, by language.
var soFar = map[string][]string{
	"en": {
		"so far", "thus far", "to date", "until now", "up to now", "by now", "as of", "already", "cumulative",
		"cash on hand", "cash in hand", "in the bank", "in reserve", "war chest",
	},
	"fr": {
		"à ce jour", "à date", "jusqu'à présent", "jusqu'ici", "jusqu'à maintenant", "jusqu'à ce jour", "pour l'instant", "pour le moment",
		"à ce stade", "déjà", "cumul", "cumulé", "cumulés", "en caisse", "en banque", "en réserve", "de trésorerie",
	},
}

// isSoFar reports whether a quote of r, or its translation, says so.
func (r *Report) isSoFar() bool {
	language, _, _ := strings.Cut(strings.ToLower(r.Article.Front.Source.Language), "-")
	says := func(e content.Evidence) bool {
		return hasPhrase(e.Quote.Text, soFar[language]) || hasPhrase(e.Translation.Text, soFar[siteLanguage])
	}
	if says(r.Evidence) {
		return true
	}
	return slices.ContainsFunc(r.Also, says)
}

// hasPhrase reports whether one of some phrases stands in a text in whole words.
func hasPhrase(text string, phrases []string) bool {
	text = strings.ToLower(strings.ReplaceAll(plainSpaces(text), "’", "'"))
	for _, phrase := range phrases {
		for from := 0; ; {
			i := strings.Index(text[from:], phrase)
			if i < 0 {
				break
			}
			from += i
			if content.IsWordAt(text, from, from+len(phrase)) {
				return true
			}
			from += len(phrase)
		}
	}
	return false
}
