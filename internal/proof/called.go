package proof

import (
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
)

// What a payment, an organization or what is counted is called stands once for the whole
// site, in its file or in the words for a language. An author is told once of each such
// word that readers see in another language than that of the page.

// checkCalled warns of such words where they are first used.
func (p *Proof) checkCalled() (diags diag.List) {
	lang, first := p.Site.Lang, p.Site.Config.Lang()
	seen := map[string]bool{}
	warn := func(word string, at diag.Place, shown, hint string) {
		if key := word + "\x00" + shown; !seen[key] {
			seen[key] = true
			diags.AddHint(diag.Uncalled, at, `"`+word+`" has no word in `+locale.English().Language(lang)+`: readers see "`+shown+`"`, hint)
		}
	}
	label := func(key string, words content.Vocabulary, w content.Words) {
		l, ok := words.Word(w.Text)
		if !ok || content.SameLanguage(l.Lang(first), lang) {
			return
		}
		hint := "add to " + content.TranslationPath(content.ConfigPath, lang)
		if lang == first {
			hint = "give the words that you use in " + content.ConfigPath
		}
		warn(w.Text, w.Place, l.Label, hint+"\nvocabularies:\n  "+key+":\n    "+w.Text+": …")
	}
	unit := func(word string, at diag.Place) {
		if p.words != nil && word != "" && p.words.Names(word) == nil {
			warn(word, at, word, "add to content/messages/"+lang+".yaml\nunits:\n  "+word+": …")
		}
	}
	for _, f := range p.Site.Facts {
		for _, r := range f.Reports {
			if r.Amount == nil {
				continue
			}
			label("flows", p.Site.Config.Flows, r.Amount.Flow)
			q := r.Amount.Quantity
			if !q.IsMoney() {
				unit(q.Unit(), q.Place)
			}
			unit(q.Basis(), q.Place)
		}
	}
	for _, o := range p.Site.Organizations {
		label("organizations", p.Site.Config.OrgKinds, o.Front.Kind)
	}
	return diags
}
