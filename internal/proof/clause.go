package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/region"
)

// readClauses reads a text of ours in a language. Its dates without a year are those around
// the day of publication; they are not read if that is the zero Date.
func readClauses(lang, text string, published edtf.Date) []clause {
	clauses := clausesOf(lang, text)
	for i := range clauses {
		s := &clauses[i]
		s.lang = lang
		dates := s.hasDates && !published.IsZero()
		switch {
		case s.counts && dates:
			s.figures, s.dates = evidence.Find(s.lang, s.text, published)
		case s.counts:
			s.figures = evidence.FindQuantities(s.lang, s.text)
		case dates:
			s.dates = evidence.FindDates(s.lang, s.text, published)
		}
		if dates {
			s.published = published
		}
		for j, f := range s.figures {
			s.figures[j] = readDenied(lang, s.text, f)
		}
	}
	return clauses
}

// readDenied reads a figure that a party is said to deny as it stands, since the
// denial is what is told of it.
func readDenied(lang, text string, f evidence.Found) evidence.Found {
	if !isDenied(text[:f.Start]) {
		return f // as nearly all are: what follows reads it once more
	}
	alone := evidence.FindQuantities(lang, text[f.Start:f.End])
	if len(alone) == 1 && (f.Doubt == evidence.Denied || f.Qualifier != alone[0].Qualifier) {
		f.Qualifier, f.Doubt = alone[0].Qualifier, evidence.NoDoubt
	}
	return f
}

// isDenied reports whether a verb of a denial is among the last words of text.
func isDenied(text string) bool {
	for range farDenial {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
		start := strings.LastIndexFunc(text, unicode.IsSpace) + 1
		if start > 0 { // behind the whole of a blank
			_, size := utf8.DecodeRuneInString(text[start-1:])
			start += size - 1
		}
		if slices.Contains(denying, strings.Trim(strings.ToLower(text[start:]), `.,;:()"“”`)) {
			return true
		}
		if text = text[:start]; text == "" {
			break
		}
	}
	return false
}

// denying are the verbs of a party's denial, and farDenial is how many words they
// may stand before what is denied.
var denying = strings.Fields(`deny denies denied denying dispute disputes disputed disputing reject rejects rejected rejecting
	nie nient nié niait dément démentent démenti démentait conteste contestent contesté contestait`)

const farDenial = 8

// A clause is a part of a text that can be read alone: a sentence, or what
// stands of it between two gaps.
type clause struct {
	start            int
	lang, text       string
	counts, hasDates bool // whether there can be a figure or a date in it

	figures   []evidence.Found     // one that a party is said to deny as it stands
	dates     []evidence.FoundDate // as they read on the day of publication
	published edtf.Date
}

// datesOn are the dates of s as they read on a day of publication.
func (s *clause) datesOn(published edtf.Date) []evidence.FoundDate {
	if !published.IsZero() && published == s.published {
		return s.dates
	}
	return evidence.FindDates(s.lang, s.text, published)
}

// clausesOf cuts a text in a language into what can be read alone, and leaves out what has
// neither a digit nor a word of numbers or of months, which is most of it.
func clausesOf(lang, text string) []clause {
	var out []clause
	words := wordsOf(lang)
	now, word, digits := clause{}, -1, 0
	end := func(at, next int) {
		if now.counts || now.hasDates {
			now.text = text[now.start:at]
			out = append(out, now)
		}
		now = clause{start: next}
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if isLetterByte(c) || isAccented(text, i) {
			if word < 0 {
				word = i
			}
			digits = 0
			continue
		}
		if word >= 0 {
			now.note(words, text[word:i])
			word = -1
		}
		switch {
		case '0' <= c && c <= '9':
			digits++
			now.counts = true
			// A year, a rank, or a date in digits.
			if digits == 4 || i+1 < len(text) && strings.IndexByte("/.-snrte", text[i+1]) >= 0 {
				now.hasDates = true
			}
			continue
		case strings.HasPrefix(text[i:], markdown.Gap):
			end(i, i+len(markdown.Gap))
		case (c == '.' || c == ';') && i+2 < len(text) && text[i+1] == ' ' && 'A' <= text[i+2] && text[i+2] <= 'Z':
			end(i+1, i+2)
		}
		digits = 0
	}
	if word >= 0 {
		now.note(words, text[word:])
	}
	end(len(text), len(text))
	return out
}

func (s *clause) note(l *clauseWords, word string) {
	if l.lengths[word[0]]&(1<<min(len(word), 31)) == 0 {
		return // as most words: none of the tables has that first letter and that length
	}
	s.counts = s.counts || l.numbers[word]
	s.hasDates = s.hasDates || l.months[word]
}

// clauseWords are the words of a language without which a text without digits has no
// figure and no date.
type clauseWords struct {
	numbers, months map[string]bool
	lengths         [256]uint32 // of those words, as bits, by their first letter
}

var english, french = newClauseWords(
	`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
		hundreds thousands millions billions trillions tens dozen dozens few several various multiple percent`,
	`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec`),
	newClauseWords(
		`deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante
		soixante septante huitante octante nonante cent cents mille millier milliers million millions milliard milliards billion billions
		dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines
		quelques plusieurs divers diverses multiples`,
		`janvier février mars avril mai juin juillet août aout septembre octobre novembre décembre
		janv févr fév avr juil sept oct nov déc`)

func newClauseWords(numbers, months string) *clauseWords {
	l := &clauseWords{numbers: wordSet(numbers), months: wordSet(months)}
	for _, set := range []map[string]bool{l.numbers, l.months} {
		for w := range set {
			l.lengths[w[0]] |= 1 << min(len(w), 31)
		}
	}
	return l
}

// wordsOf are those of a language; of English where it is not read, and nothing is found.
func wordsOf(lang string) *clauseWords {
	if content.SameLanguage(lang, "fr") {
		return french
	}
	return english
}

// wordSet has each word as it stands in a sentence and at its beginning.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w], set[strings.ToUpper(w[:1])+w[1:]] = true, true
	}
	return set
}

// isAccented reports whether byte i of text is of a letter like é.
func isAccented(text string, i int) bool {
	return text[i] == 0xC3 || i > 0 && text[i-1] == 0xC3
}

func isLetterByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// A stateName is the name of a state in a text of ours.
type stateName struct {
	start, end int
	code       string
}

// findStateNames finds the names of states in the language of a text, but for those that
// are of something else more often, or may be another word.
func findStateNames(all *region.Set, lang, text string) []stateName {
	var out []stateName
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < 'A' || 'Z' < c && c < utf8.RuneSelf || i > 0 && isLetterByte(text[i-1]) {
			continue
		}
		for _, n := range all.In(lang, text[i:]) {
			if end := i + n.LengthIn(text[i:]); end > i && isWordAt(text, i, end) && !n.Of.Ambiguous && !evidence.IsBare(lang, text, i, end) {
				out = append(out, stateName{i, end, n.Of.Code})
				i = end - 1
				break
			}
		}
	}
	return out
}

// isWordAt reports whether the bytes of text from start to end are whole words.
func isWordAt(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !inWord(before) && !inWord(after)
}
