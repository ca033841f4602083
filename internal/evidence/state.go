package evidence

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/region"
)

// States that a text names, in French or English. A name counts as a whole word
// with its capital; accents may be missing, as newspapers print "Georgie". It
// does not count inside a longer name, of a person, a newspaper or a city: a
// capital word right before or behind it makes one ("Indiana Jones", "Joe
// Montana", "Virginia Beach", "Maine-et-Loire"). A name is not found that is of
// something else more often, as Washington is of the city. Where regions have an
// article, as in French, nor is one without it that begins a sentence: « Cher lecteur ».
// A group ("seven swing states") names no state. What the states are, the site says: see
// package region.

// A FoundState is a state that a text names.
type FoundState struct {
	Code       string
	Start, End int  // bytes of the text
	Excluded   bool // "everywhere but Ohio"
	Bare       bool // see [IsBare]

	// Words are those that name it: more than itself where it shares a name with the one
	// beside it, as "North" does in "North and South Carolina".
	Words Span
}

// FindStates finds the states that a text names, each time it does. In a
// language that is not read it finds none.
func FindStates(all *region.Set, lang, text string) []FoundState {
	found := MayNameStates(all, lang, text)
	named := slices.Clone(found)
	return slices.DeleteFunc(found, func(f FoundState) bool {
		st, _ := all.ByCode(f.Code)
		return st.Ambiguous || f.Bare || all == region.USStates && mayBeCountry(text, f, named)
	})
}

// IsBare reports whether the name of a region at bytes start to end of a text begins a
// sentence, and has in a language in which they have one no article, so that it may be
// another word: « Cher lecteur », « Nord contre Sud ». Alone, in a list or before a mark
// it is the name, and so is one of several words.
func IsBare(lang, text string, start, end int) bool {
	l := languageOf(lang)
	if l == nil || len(l.regionJoins) == 0 || strings.ContainsFunc(text[start:end], func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	before := strings.TrimRightFunc(text[:start], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("«“\"", r) })
	if last, _ := utf8.DecodeLastRuneInString(before); before != "" && !strings.ContainsRune(".!?…:", last) && !strings.HasSuffix(strings.TrimRight(text[:start], " "), "\n") {
		return false
	}
	rest := strings.TrimLeft(text[end:], " \u00a0")
	word := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsLetter))]
	first, _ := utf8.DecodeRuneInString(word)
	return len(rest) < len(text[end:]) && unicode.IsLower(first) && !slices.Contains(l.regionJoins, word)
}

// MayNameStates is [FindStates] with names that are of something else more often.
func MayNameStates(all *region.Set, lang, text string) []FoundState {
	if !Reads(lang) || all.Len() == 0 {
		return nil
	}
	found := findStates(all, lang, text)
	for i := range found {
		before := text[max(0, found[i].Start-farExclusion):found[i].Start]
		if i > 0 && found[i-1].Excluded && listed.MatchString(text[found[i-1].End:found[i].Start]) {
			found[i].Excluded = true // "except in Ohio and Iowa"
			continue
		}
		at := excluding.FindStringIndex(before)
		found[i].Excluded = at != nil && !containsAny(plainWords(before[strings.LastIndexAny(before[:at[0]], ".;:,")+1:at[0]]), exclusionDenied)
	}
	return found
}

// farExclusion is how many bytes before a name are read for what leaves it out.
const farExclusion = 80

// Words before the name of a state that leave it out, and what joins the next one to
// it. "Nowhere but in Ohio" is in Ohio.
var (
	excluding = regexp.MustCompile(`(?i)(?:\b(?:(?:everywhere|anywhere|all|states?|countr(?:y|ies)|nation) but|except(?:ing)?(?: for)?|excluding|outside(?: of)?|other than|` +
		`apart from|aside from|with the exception of|not|never|partout sauf|sauf|hormis|excepté|à l['’]exception d[eu]|hors|hors d[eu]|pas|ailleurs qu['’]?(?:e )?)` +
		`(?: in| across| for| from)?(?: the state of)?(?: en| au| dans| le| la| les| l['’]| du| de)*[ \x{a0}]*)$`)
	listed          = regexp.MustCompile(`^(?:,| and| or| et| ou|, and|, or)(?: in| en| au| celle| celui)? $`)
	exclusionDenied = setOf("no not never nowhere nothing none nobody without pas ne n nulle rien")
)

// Georgia is the one state of the United States that is a country as well. It may be that
// one in a list of countries, called a country, or with a name of its part of the world in
// the sentence; names of countries further off count if no other state is named there, as
// in “Russian trolls in Ohio and Georgia”.
const countryToo = "GA"

const (
	countries = `(?:Jordan(?:ie)?|Arm[eé]ni[ae]|Az[eé]rba[iï](?:jan|djan)|Turkey|Turquie|Ukraine|Moldova|Moldavie|Russi[ae]|Iran|Ira[qk]|Syri[ae]|Isra[eë]l|Lebanon|Liban|` +
		`Kazakhstan|Uzbekistan|Ouzb[eé]kistan|Kyrgyzstan|Kirghizistan|Tajikistan|Tadjikistan|Turkmenistan|Belarus|Bi[eé]lorussie|Romania|Roumanie|Bulgari[ae]|Greece|Gr[eè]ce|` +
		`Poland|Pologne|Hungary|Hongrie|Serbi[ae]|Kosovo|Alban(?:ia|ie)|Estoni[ae]|Latvia|Lettonie|Lithuania|Lituanie|Germany|Allemagne|France|Ital[iy]e?|Spain|Espagne|` +
		`Egypt|[EÉ]gypte|Tunisi[ae]|China|Chine|India|Inde|Mongoli[ae]|Cyprus|Chypre|Slovaki[ae]|Sloveni[ae]|Slov[eé]nie|Croatia|Croatie|Finland|Finlande|Sweden|Su[eè]de)`
	listJoin = `(?:,| and| or| et| ou|, and|, or|, et)(?: (?:in|en|au|the|la|le)| l['’])*`
)

var (
	countryBefore = regexp.MustCompile(`(?:(?:^|[^\p{L}])` + countries + listJoin + `|\b(?:[Cc]ountry|[Rr]epublic|[Nn]ation) of|\b(?:[Rr]épublique|[Pp]ays) de(?: la)?) ?$`)
	countryBehind = regexp.MustCompile(`^(?:` + listJoin + ` ?` + countries + `(?:[^\p{L}]|$)|,? \(?(?:(?:a|the|an|un|le|petit|small|former|ancien)(?: [\p{L}-]+){0,2} (?:country|nation|pays)\b|pays\b|ex-)|,? (?:is|est) (?:a|un) (?:[\p{L}-]+ )?(?:country|nation|pays)\b)`)
	nearGeorgia   = regexp.MustCompile(`(?:^|[^\p{L}])(?:Tbiliss?i|[Cc]aucas(?:us|e)|Abkha[sz]i[ae]|Oss[eé]ti[ae]|Bat(?:umi|oumi)|Saakashvili|Saakachvili|Ivanishvili|Ivanichvili|Arm[eé]ni[ae]|Az[eé]rba[iï](?:jan|djan)|Black Sea|mer Noire|Soviet|soviétique)`)
	farCountry    = regexp.MustCompile(`(?:^|[^\p{L}])(?:Russi[ae]|Moscow|Moscou|Ukraine|Kremlin|Turkey|Turquie)(?:[^\p{L}]|$)`)
)

// mayBeCountry reports whether f may be the country of the state's name.
func mayBeCountry(text string, f FoundState, named []FoundState) bool {
	if f.Code != countryToo {
		return false
	}
	from := strings.LastIndexAny(text[:f.Start], ".;!?\n") + 1
	to := len(text)
	if n := strings.IndexAny(text[f.End:], ".;!?\n"); n >= 0 {
		to = f.End + n
	}
	if countryBefore.MatchString(text[from:f.Start]) || countryBehind.MatchString(text[f.End:to]) || nearGeorgia.MatchString(text[from:to]) {
		return true
	}
	return farCountry.MatchString(text[from:to]) && !slices.ContainsFunc(named, func(o FoundState) bool {
		return o.Code != f.Code && from <= o.Start && o.End <= to
	})
}

func findStates(all *region.Set, lang, text string) (found []FoundState) {
	before := "" // the word before, if nothing but a blank is between
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			if r != ' ' && r != '\u00a0' && r != '\u202f' {
				before = ""
			}
			i += size
			continue
		}
		if code, end := stateAt(all, text, i); end > 0 && !isNameWord(before) && !isLongerName(text[end:]) {
			if !capital.MatchString(text[end:]) {
				if other, ok := halfBefore(all, text, i, end); ok {
					found = append(found, other)
				}
				found = append(found, FoundState{Code: code, Start: i, End: end, Words: Span{i, end}, Bare: IsBare(lang, text, i, end)})
				if other, ok := halfBehind(all, text, i, end); ok {
					found = append(found, other)
					end = other.End
				}
			}
			i, before = end, ""
			continue
		}
		end := i + size
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			end += size
		}
		before = text[i:end]
		i = end
	}
	return found
}

// Of two that share a name, the one may have but its half of it: "North and South
// Carolina", « la Caroline du Nord et celle du Sud ».
var (
	firstHalf  = regexp.MustCompile(`(?:^|[^\p{L}-])(\p{Lu}\p{L}+) (?:and|or|&) $`)
	secondHalf = regexp.MustCompile(`^ (?:et|ou) (?:celle |celui )?(du |de l['’]|de la )(\p{Lu}\p{L}+)`)
	ofHalf     = regexp.MustCompile(` (?:du |de l['’]|de la )\p{Lu}\p{L}+$`)
)

// halfBefore is the state whose half of a name stands before that at text[start:end].
func halfBefore(all *region.Set, text string, start, end int) (FoundState, bool) {
	m := firstHalf.FindStringSubmatchIndex(text[:start])
	first, rest, ok := strings.Cut(text[start:end], " ")
	if m == nil || !ok || text[m[2]:m[3]] == first {
		return FoundState{}, false
	}
	return halfOf(all, text[m[2]:m[3]]+" "+rest, Span{m[2], m[3]}, Span{m[2], end})
}

// halfBehind is the state whose half of a name stands behind that at text[start:end].
func halfBehind(all *region.Set, text string, start, end int) (FoundState, bool) {
	m := secondHalf.FindStringSubmatchIndex(text[end:])
	half := ofHalf.FindStringIndex(text[start:end])
	if m == nil || half == nil || startsWithLetter(text[end+m[1]:]) {
		return FoundState{}, false
	}
	of := text[end+m[2] : end+m[5]]
	return halfOf(all, text[start:start+half[0]]+" "+of, Span{end + m[4], end + m[5]}, Span{start, end + m[5]})
}

func halfOf(all *region.Set, name string, at, words Span) (FoundState, bool) {
	code, end := stateAt(all, name, 0)
	if end < len(name) {
		return FoundState{}, false
	}
	return FoundState{Code: code, Start: at.Start, End: at.End, Words: words}, true
}

// stateAt returns the state whose name stands at text[i] as whole words, and where
// the name ends; 0 if none does. Of two names it is the longer one.
func stateAt(all *region.Set, text string, i int) (code string, end int) {
	for _, n := range all.Folded(text[i:]) {
		if end := i + n.LengthIn(text[i:]); end > i && !startsWithLetter(text[end:]) {
			return n.Of.Code, end
		}
	}
	return "", 0
}

func endsWithLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// capital stands behind the name of the city.
var capital = regexp.MustCompile(`^,? ?(D\. ?C\.|DC\b)`)

// isLongerName reports whether a name goes on in rest: with a word that has a
// capital, or behind a hyphen.
func isLongerName(rest string) bool {
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "\u2011") {
		return true
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r != ' ' && r != '\u00a0' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return unicode.IsUpper(next)
}

// isNameWord reports whether a word before the name of a state makes it the end
// of a longer name. A sentence may begin with the others.
func isNameWord(before string) bool {
	first, _ := utf8.DecodeRuneInString(before)
	return unicode.IsUpper(first) && !slices.Contains(smallWords, strings.ToLower(before))
}

var smallWords = strings.Fields(`in the from to of and for at across throughout around both not only only while when as if since
	en le la les l de du d des au aux dans à vers pour par et ou sur depuis`)
