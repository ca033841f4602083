package evidence

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A plainWord is a word or a mark of a text, as polarity and roles are read from
// them: these ask for no numbers, so they do without [token].
type plainWord struct {
	start, end int
	text       string // in lower case; apostrophes and hyphens plain
	isMark     bool
	upper      bool // begins with a capital
}

// plainWords cuts a text into words and marks. An apostrophe is a mark: "Musk's" is
// "musk", "'", "s", and "d'un" is "d", "'", "un".
func plainWords(text string) []plainWord {
	out := make([]plainWord, 0, len(text)/4)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case !isWordRune(r):
			mark := text[i : i+size]
			switch r {
			case '’', 'ʼ':
				mark = "'"
			case '\u2010', '\u2011':
				mark = "-"
			}
			out = append(out, plainWord{start: i, end: i + size, text: mark, isMark: true})
			i += size
			continue
		}
		end, ascii := i+size, r < utf8.RuneSelf
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !isWordRune(r) {
				break
			}
			end, ascii = end+size, ascii && r < utf8.RuneSelf
		}
		w := plainWord{start: i, end: end, text: strings.ToLower(text[i:end]), upper: unicode.IsUpper(r)}
		if !ascii {
			w.text = norm.NFC.String(w.text)
		}
		out = append(out, w)
		i = end
	}
	return out
}

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// startsPhrase returns how many words of a phrase stand at ws[i]; 0 if they do not.
func startsPhrase(ws []plainWord, i int, phrase []string) int {
	if i < 0 || len(ws)-i < len(phrase) {
		return 0
	}
	for k, w := range phrase {
		if ws[i+k].text != w {
			return 0
		}
	}
	return len(phrase)
}

// A phraseTable has phrases of words, written with spaces and parted by commas or
// ends of lines, by their first word.
type phraseTable map[string][][]string

func phraseTableOf(list string) phraseTable {
	t := phraseTable{}
	for p := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		if words := strings.Fields(p); len(words) > 0 {
			t[words[0]] = append(t[words[0]], words)
		}
	}
	return t
}

// at returns the length of the longest phrase at ws[i]; 0 if there is none.
func (t phraseTable) at(ws []plainWord, i int) int {
	longest := 0
	if i >= 0 && i < len(ws) {
		for _, p := range t[ws[i].text] {
			longest = max(longest, startsPhrase(ws, i, p))
		}
	}
	return longest
}

// isIn reports whether a phrase stands anywhere in ws.
func (t phraseTable) isIn(ws []plainWord) bool {
	for i := range ws {
		if t.at(ws, i) > 0 {
			return true
		}
	}
	return false
}

const maxPhraseWords = 6

// endingAt returns the length of the longest phrase whose last word is ws[i-1].
func (t phraseTable) endingAt(ws []plainWord, i int) int {
	for n := maxPhraseWords; n > 0; n-- {
		if t.at(ws, i-n) == n {
			return n
		}
	}
	return 0
}

// saying is what is known of a language besides its figures: the words that deny
// and doubt, the verbs of giving and of saying.
type saying struct {
	polarityWords
	roleWords
}

// sayingOf is nil for a language that is not read.
func sayingOf(tag string) *saying {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "fr":
		return frenchSaying()
	case "en":
		return englishSaying()
	}
	return nil
}

var (
	englishSaying = sync.OnceValue(func() *saying { return &saying{englishPolarity().indexed(), englishRoles()} })
	frenchSaying  = sync.OnceValue(func() *saying { return &saying{frenchPolarity().indexed(), frenchRoles()} })
)
