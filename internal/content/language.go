package content

import (
	"strings"

	"golang.org/x/text/language"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// SiteLanguage is the language our words are in.
const SiteLanguage = "en"

// NeedsTranslation reports whether quotes of s are in another language than ours.
func (s *Source) NeedsTranslation() bool {
	base, _, _ := strings.Cut(s.Language, "-")
	return s.Language != "" && !strings.EqualFold(base, SiteLanguage)
}

// languageCode is a code of BCP 47.
var languageCode = yamldoc.Scalar("a language code", func(r *yamldoc.Reader, w Words) (string, bool) {
	if w.Text == "" {
		return "", false
	}
	if _, err := language.Parse(w.Text); err != nil {
		r.AddHint(diag.BadLanguage, w.Place, `"`+w.Text+`" is not a language code`, `write a BCP 47 code such as "fr" or "en"`)
		return "", false
	}
	return w.Text, true
}).Matching(`^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$`)

// siteLanguage is a language that the site is built in.
var siteLanguage = languageCode.Then(func(r *yamldoc.Reader, l *string, n yamldoc.Node) {
	if *l != "" && *l != SiteLanguage {
		r.AddHint(diag.NoTranslations, r.Place(n), `the site cannot be built in "`+*l+`" yet`, `write "languages: [en]"`)
	}
})
