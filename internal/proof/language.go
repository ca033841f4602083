package proof

import (
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/locale"
)

// Figures and dates are read in some languages only. Of a quote in another one the
// translation is held to what is stated, and of a text of ours nothing is: an author is
// told once of each source and of each language of the site.

// checkLanguage warns of a source in a language that is not read, unless it is that of the
// page, of which [checkLanguages] tells.
func checkLanguage(s *content.Source) (diags diag.List) {
	if s.NeedsTranslation() && !evidence.Reads(s.Language) {
		diags.AddHint(diag.UnreadLanguage, s.LanguageAt, "figures in "+locale.English().Language(s.Language)+" are not read: the translations are held instead",
			"see that each translation has the figures and dates of its quote")
	}
	return diags
}

// checkLanguages warns of languages of a site that are not read.
func checkLanguages(c *content.Config) (diags diag.List) {
	for _, lang := range c.Languages {
		if !evidence.Reads(lang) {
			diags.AddHint(diag.UnreadLanguage, diag.Place{File: content.ConfigPath}, "figures in "+locale.English().Language(lang)+" are not read: texts in it are not compared with the facts",
				"compare them yourself")
		}
	}
	return diags
}
