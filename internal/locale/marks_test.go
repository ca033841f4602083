package locale

import "testing"

// Quotes have the marks of their own language, on pages in any.
func TestMarks(t *testing.T) {
	fr := french(t)
	for _, tt := range []struct {
		on         *Locale
		code, want string
	}{
		{English(), "en", "“x”"},
		{English(), "en-GB", "“x”"},
		{English(), "fr", "«\u00a0x\u00a0»"},
		{English(), "fr-CA", "«\u00a0x\u00a0»"},
		{English(), "FR", "«\u00a0x\u00a0»"},
		{English(), "zh_hk", "「x」"},
		{English(), "de", "„x“"},
		{English(), "pl", "„x”"},
		{English(), "it", "«x»"},
		{English(), "he", "”x”"},
		{English(), "ar-EG", "”x“"},
		{English(), "ja", "「x」"},
		{English(), "pt-BR", "“x”"},
		{English(), "pt-PT", "«x»"},
		{English(), "zh-Hant-TW", "「x」"},
		{English(), "tlh", "“x”"},
		{fr, "en", "“x”"},
		{fr, "fr", "«\u00a0x\u00a0»"},
	} {
		if open, end := tt.on.Marks(tt.code); open+"x"+end != tt.want {
			t.Errorf("on a page in %s, words in %s stand as %s, not %s", tt.on.Tag(), tt.code, open+"x"+end, tt.want)
		}
	}
}

// What is built in for quotes in a language is what its own pages have.
func TestMarksAreThoseOfCatalogues(t *testing.T) {
	for _, code := range Languages() {
		l, _ := Load(code)
		other := fallback(t, code)
		if inner, _ := other.inner(code); inner != [2]string(l.words.quotes[2:]) {
			t.Errorf("%s: the inner marks of its catalogue are %q, elsewhere %q", code, l.words.quotes[2:], inner)
		}
		if open, end := other.Marks(code); l.Quoted("x") != open+"x"+end {
			t.Errorf("%s: words of our own stand as %s, quotes elsewhere as %s", code, l.Quoted("x"), open+"x"+end)
		}
	}
}

// fallback is a locale of another language than code.
func fallback(t *testing.T, code string) *Locale {
	if code == "en" {
		return french(t)
	}
	return English()
}
