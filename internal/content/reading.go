package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/usstate"
)

// A Reading is what is read in a text of ours.
type Reading struct {
	Stretches []Stretch
	States    []NamedState
}

// IsQuiet reports whether nothing was read.
func (r Reading) IsQuiet() bool { return len(r.Stretches) == 0 && len(r.States) == 0 }

// Read reads a text of ours. Its dates without a year are those around the day
// of publication; they are not read if that is the zero Date.
func Read(text string, published edtf.Date) Reading {
	r := Reading{Stretches: Stretches(text), States: statesNamed(text)}
	for i := range r.Stretches {
		s := &r.Stretches[i]
		dates := s.HasDates && !published.IsZero()
		switch {
		case s.Counts && dates:
			s.Figures, s.Dates = evidence.Find(siteLanguage, s.Text, published)
		case s.Counts:
			s.Figures = evidence.FindQuantities(siteLanguage, s.Text)
		case dates:
			s.Dates = evidence.FindDates(siteLanguage, s.Text, published)
		}
		if dates {
			s.Published = published
		}
		for j, f := range s.Figures {
			s.Figures[j] = deniedBySomebody(s.Text, f)
		}
	}
	return r
}

// deniedBySomebody reads a figure that somebody is said to deny as it stands, since
// the denial is what is told of it.
func deniedBySomebody(text string, f evidence.Found) evidence.Found {
	if !isDenied(text[:f.Start]) {
		return f // as nearly all are: what follows reads it once more
	}
	alone := evidence.FindQuantities(siteLanguage, text[f.Start:f.End])
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

// denying are the verbs of a denial that somebody makes, and farDenial is how
// many words they may stand before what is denied.
var denying = strings.Fields("deny denies denied denying dispute disputes disputed disputing reject rejects rejected rejecting")

const farDenial = 8

// A Stretch is a part of a text that can be read alone: a sentence, or what
// stands of it between two gaps.
type Stretch struct {
	Start            int
	Text             string
	Counts, HasDates bool // whether there can be a figure or a date in it

	Figures   []evidence.Found     // one that somebody is said to deny as it stands
	Dates     []evidence.FoundDate // as they read on the day of publication
	Published edtf.Date
}

// DatesOn are the dates of s as they read on a day of publication.
func (s *Stretch) DatesOn(published edtf.Date) []evidence.FoundDate {
	if !published.IsZero() && published == s.Published {
		return s.Dates
	}
	return evidence.FindDates(siteLanguage, s.Text, published)
}

// Stretches cuts a text into what can be read alone, and leaves out what has
// neither a digit nor a word of numbers or of months, which is most of it.
func Stretches(text string) []Stretch {
	var out []Stretch
	now, word, digits := Stretch{}, -1, 0
	end := func(at, next int) {
		if now.Counts || now.HasDates {
			now.Text = text[now.Start:at]
			out = append(out, now)
		}
		now = Stretch{Start: next}
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if isLetterByte(c) {
			if word < 0 {
				word = i
			}
			digits = 0
			continue
		}
		if word >= 0 {
			now.note(text[word:i])
			word = -1
		}
		switch {
		case '0' <= c && c <= '9':
			digits++
			now.Counts = true
			// A year, a rank, or a date in digits.
			if digits == 4 || i+1 < len(text) && strings.IndexByte("/.-snrt", text[i+1]) >= 0 {
				now.HasDates = true
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
		now.note(text[word:])
	}
	end(len(text), len(text))
	return out
}

func (s *Stretch) note(word string) {
	if lengths[word[0]]&(1<<min(len(word), 31)) == 0 {
		return // as most words: none of the tables has that first letter and that length
	}
	s.Counts = s.Counts || numberWords[word]
	s.HasDates = s.HasDates || monthWords[word]
}

// The words without which a text without digits has no figure and no date.
var (
	numberWords = wordSet(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
		hundreds thousands millions billions trillions tens dozen dozens few several various multiple percent`)
	monthWords = wordSet(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec`)
	lengths = func() (bits [256]uint32) { // of those words, by their first letter
		for _, set := range []map[string]bool{numberWords, monthWords} {
			for w := range set {
				bits[w[0]] |= 1 << min(len(w), 31)
			}
		}
		return bits
	}()
)

// wordSet has each word as it stands in a sentence and at its beginning.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w], set[strings.ToUpper(w[:1])+w[1:]] = true, true
	}
	return set
}

func isLetterByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// A NamedState is the name of a state in a text.
type NamedState struct {
	Start, End int
	Code       string
}

// statesNamed finds the names of states. Washington is not looked for, which is
// most often the capital.
func statesNamed(text string) []NamedState {
	var out []NamedState
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < 'A' || c > 'Z' || i > 0 && isLetterByte(text[i-1]) {
			continue
		}
		for _, s := range statesByLetter[c-'A'] {
			if end := i + len(s.Name); strings.HasPrefix(text[i:], s.Name) && IsWordAt(text, i, end) && s.Code != "WA" {
				out = append(out, NamedState{i, end, s.Code})
				i = end - 1
				break
			}
		}
	}
	return out
}

// statesByLetter are the states by the first letter of their names.
var statesByLetter = func() (by ['Z' - 'A' + 1][]usstate.State) {
	for _, s := range usstate.All() {
		by[s.Name[0]-'A'] = append(by[s.Name[0]-'A'], s)
	}
	return by
}()

// IsWordAt reports whether the bytes of text from start to end are whole words.
func IsWordAt(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !inWord(before) && !inWord(after)
}
