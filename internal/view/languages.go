package view

import (
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// A LanguageLink leads to the same page in one of the languages of the site.
type LanguageLink struct {
	Lang    string // BCP 47
	Label   string // in its own words: "Français"
	Href    string
	URL     string
	Current bool
	Default bool // for readers of any other language
}

// languages are links to a sheet of the page at a path in all languages; none of a site in
// one. Where a page has fewer sheets, since other texts mention it, they lead to its first.
func (v *Views) languages(path string, sh sheet) []LanguageLink {
	all := v.site.Config.Languages
	if len(all) == 1 {
		return nil
	}
	return each(all, func(lang string) LanguageLink {
		p := v.site.PathIn(lang, sheetPath(path, sh))
		if sh > 0 && !v.has(p) {
			p = v.site.PathIn(lang, path)
		}
		return LanguageLink{lang, titled(locale.OwnName(lang)), v.site.Base + p, v.site.BaseURL + p, lang == v.site.Lang, lang == all[0]}
	})
}

// titled is a name with a first letter as in a title.
func titled(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToTitle(first)) + name[size:]
}

// untranslated says that a page, or a part of it, is shown in another language than the
// edition's, which it has no words in yet; empty if it has.
func (v *Views) untranslated(n *site.Node) string {
	switch p := n.Page; {
	case p == nil:
		return ""
	case p.Translation == "":
		return v.isIn(p.Lang)
	case p.PartlyTranslated:
		return v.t("untranslated.partly", v.Language(p.Lang))
	}
	return ""
}

// isIn says that a page is shown in a language; empty if it is the edition's.
func (v *Views) isIn(lang string) string {
	if content.SameLanguage(lang, v.site.Lang) {
		return ""
	}
	return v.t("untranslated", v.Language(lang))
}
