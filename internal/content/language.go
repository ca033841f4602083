package content

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// DefaultLanguage is that of a site that names none.
const DefaultLanguage = "en"

// NeedsTranslation reports whether quotes of s are in another language than ours.
func (s *Source) NeedsTranslation() bool {
	return s.Language != "" && s.Ours != "" && !SameLanguage(s.Language, s.Ours)
}

// SameLanguage reports whether two codes of BCP 47 are of one language, whatever their
// regions.
func SameLanguage(a, b string) bool {
	a, _, _ = strings.Cut(a, "-")
	b, _, _ = strings.Cut(b, "-")
	return strings.EqualFold(a, b)
}

// languageCode is a code of BCP 47.
var languageCode = yamldoc.Scalar("a language code", checkLanguage).Matching(`^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$`)

func checkLanguage(r *yamldoc.Reader, w Words) (string, bool) {
	if w.Text == "" {
		return "", false
	}
	if _, err := language.Parse(w.Text); err != nil {
		r.AddHint(diag.BadLanguage, w.Place, `"`+w.Text+`" is not a language code`, `write a BCP 47 code such as "fr" or "en"`)
		return "", false
	}
	return w.Text, true
}

// SiteLanguage is the code of BCP 47 for a language that pages may be in, as such codes
// are written: "fr" of "FR". It is "" of what is none: a page is not in "und".
func SiteLanguage(code string) string {
	tag, err := language.Parse(code)
	base, _, _ := tag.Raw()
	if err != nil || slices.Contains([]string{"mis", "mul", "und", "zxx"}, base.String()) {
		return ""
	}
	return tag.String()
}

// siteLanguage is a language that the site is built in.
var siteLanguage = yamldoc.Scalar("a language code", func(r *yamldoc.Reader, w Words) (string, bool) {
	code, ok := checkLanguage(r, w)
	if canonical := SiteLanguage(code); ok && canonical != code {
		hint := "name the language that the pages are in"
		if canonical != "" {
			hint = `write "` + canonical + `"`
		}
		r.AddHint(diag.BadLanguage, w.Place, `"`+code+`" is not the code of a language`, hint)
		return "", false
	}
	return code, ok
}).Matching(`^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$`)
