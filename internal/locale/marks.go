package locale

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// marks are the quotation marks of languages as CLDR 48 has them, where they are not
// “ and ”, besides the blanks that French puts inside them. A language that has a
// catalogue says its own there, which hold on its pages.
var marks = []struct{ open, close, languages string }{
	{"«\u00a0", "\u00a0»", "fr"},
	{"«", "»", "am be br ca el es eu fa hy it kk ky nb nn no oc pt-AO pt-MZ pt-PT rm ru sc uk"},
	{"„", "“", "bg cs de et hr is ka lb lt mk sk sl"},
	{"„", "”", "bs ff hu pl ro sr"},
	{"”", "”", "fi he rn sn sv yi"},
	{"”", "“", "ar syr ur"},
	{"‘", "’", "ia nl tn"},
	{"「", "」", "ja yue zh-Hant zh-HK zh-MO zh-TW"},
	{"»", "«", "ug"},
}

// marksOf are the marks of each language.
var marksOf = sync.OnceValue(func() map[string][2]string {
	of := map[string][2]string{}
	for _, m := range marks {
		for code := range strings.FieldsSeq(m.languages) {
			of[code] = [2]string{m.open, m.close}
		}
	}
	return of
})

// Marks are the quotation marks around words in the language of a BCP 47 code: on its
// own pages those of its catalogue.
func (l *Locale) Marks(code string) (open, end string) {
	tag, err := language.Parse(code)
	base, _ := tag.Base()
	if own, _ := l.tag.Base(); err != nil || base == own {
		return l.words.quotes[0], l.words.quotes[1]
	}
	for code = tag.String(); ; {
		if m, ok := marksOf()[code]; ok {
			return m[0], m[1]
		}
		i := strings.LastIndexByte(code, '-')
		if i < 0 {
			return "“", "”"
		}
		code = code[:i]
	}
}

// Quoted puts the marks of the language around words in it.
func (l *Locale) Quoted(s string) string { return l.words.quotes[0] + s + l.words.quotes[1] }
