package build

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/render"
	"receipts/internal/source"
	"receipts/internal/view"
)

// An edition is the site in one of its languages. The first is what stands in content/;
// the others have the same facts in the words of translations.
type edition struct {
	lang  string
	pages []page // of the first edition those that were read; else with translations in their places
	*proved
	told diag.List // of its translations
}

// A voice is how the pages of a language speak.
type voice struct {
	lang    string
	locale  *locale.Locale
	layouts *render.Layouts
}

// voices are those of all languages of a site. Where one is not known, English stands
// for it.
func voices(config *content.Config, files []source.File) (all []voice, diags diag.List) {
	byPath, used := map[string]source.File{}, map[string]bool{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	for _, lang := range config.Languages {
		v := voice{lang: lang, locale: locale.English()}
		c, whole := locale.Of(lang), true
		for _, code := range slices.Backward(locale.Line(lang)) {
			f, ok := byPath[messagesFolder+code+".yaml"]
			if !ok {
				continue
			}
			var more diag.List
			c, more = locale.Read(lang, f.Path, f.Data, c)
			if !used[f.Path] { // by a language before
				diags = append(diags, more...)
			}
			used[f.Path], whole = true, whole && len(more) == 0
		}
		switch {
		case c != nil && whole:
			v.locale = locale.New(c)
		case c == nil:
			diags.AddHint(diag.NoTranslations, diag.Place{File: content.ConfigPath}, `the words of pages are not known in "`+lang+`"`,
				"write them into "+messagesFolder+lang+`.yaml: "eject messages `+lang+`" has them in English`)
		}
		if lacked := []rune(view.LackedOnCards(v.locale)); len(lacked) > 0 && config.Has("cards") {
			const named = 5
			diags.AddHint(diag.LetterNotDrawn, diag.Place{File: content.ConfigPath}, `the fonts of cards have no letters such as "`+string(lacked[:min(len(lacked), named)])+`": pages in "`+lang+`" have no cards`,
				"leave out cards in "+content.ConfigPath+", if pages in other languages need none")
		}
		v.locale = v.locale.Naming(config.Regions.One.NameIn(lang), config.Regions.Many.NameIn(lang))
		all = append(all, v)
	}
	for _, f := range files {
		if !used[f.Path] && !config.Unread {
			diags.AddHint(diag.UnknownFolder, diag.Place{File: f.Path}, "the site is not shown in this language", "name the file after one of the languages of "+content.ConfigPath)
		}
	}
	return all, diags
}

// translations are those of a language, by the path of what they translate.
func (in *input) inLanguage(lang string) map[string]source.File {
	of := map[string]source.File{}
	for _, f := range in.translations {
		if original, l := content.TranslationOf(f.Path); l == lang {
			of[original] = f
		}
	}
	return of
}

// checkTranslations reports translations into languages that the site does not have, and
// of files that it does not have.
func checkTranslations(in *input, config *content.Config, pages []page) (diags diag.List) {
	originals := map[string]bool{content.ConfigPath: true}
	for _, p := range pages {
		originals[p.file.Path] = true
	}
	for _, lang := range config.Languages[1:] {
		diags = append(diags, untranslated(in, lang, pages)...)
	}
	for _, f := range in.translations {
		at := diag.Place{File: f.Path}
		switch original, lang := content.TranslationOf(f.Path); {
		case lang == config.Lang() && !config.Unread:
			diags.AddHint(diag.NoTranslations, at, `the files of the site are in "`+lang+`" themselves`, "take this one away, or write its words into "+original)
		case config.Unread:
		case !slices.Contains(config.Languages, lang):
			diags.AddHint(diag.NoTranslations, at, `the site is not shown in "`+lang+`"`, "name the language in "+content.ConfigPath+": languages: ["+strings.Join(append(slices.Clone(config.Languages), lang), ", ")+"]")
		case !originals[original]:
			diags.AddHint(diag.NoOriginal, at, "there is no "+original+" that this translates", "name the file after what it translates, with the language before its ending")
		}
	}
	return diags
}

// untranslated reports the files that have no words in a language. The guide is for those
// who write the site, in its first language.
func untranslated(in *input, lang string, pages []page) (diags diag.List) {
	of := in.inLanguage(lang)
	var missing []string
	for _, p := range pages {
		if _, ok := of[p.file.Path]; !ok && p.page != nil && p.page.Kind != content.GuideKind && !p.page.IsBegun() {
			missing = append(missing, strings.TrimPrefix(p.file.Path, "content/"))
		}
	}
	if n := len(missing); n > 0 {
		const named = 3
		names := strings.Join(missing[:min(n, named)], ", ")
		if n > named {
			names += fmt.Sprintf(" and %d more", n-named)
		}
		diags.AddHint(diag.Untranslated, diag.Place{File: content.ConfigPath}, diag.Plural(n, "file")+` without a translation into "`+lang+`": `+names,
			"write name."+lang+".md beside name.md, with the words alone; until then readers see the original")
	}
	return diags
}

// translated are the pages of a further edition: those with a translation in its words,
// and the others as they are.
func (b *Builder) translated(ctx context.Context, lang string, of map[string]source.File, pages []page) ([]page, error) {
	before := map[string]page{}
	for _, e := range b.editions {
		if e.lang == lang {
			for _, p := range e.pages {
				before[p.file.Path] = p
			}
		}
	}
	out := slices.Clone(pages)
	err := Each(ctx, b.opt.Jobs, len(pages), func(i int) error {
		f, ok := of[pages[i].file.Path]
		original := pages[i].page
		if !ok || original == nil {
			out[i].diags = nil // told of already
			return nil
		}
		if p := before[f.Path]; p.original == original && same(p.file, f) {
			out[i] = p
			return nil
		}
		p := page{file: f, lang: lang, original: original}
		p.page, p.diags = content.Translate(original, pages[i].file, f, lang)
		p.proof = pages[i].proof.InWords(original, p.page, pages[i].file.Data)
		out[i] = p
		return nil
	})
	return out, err
}

// editionsOf are the editions of what was read now.
func (b *Builder) editionsOf(ctx context.Context, in *input, config *content.Config, now memory) ([]edition, error) {
	editions := []edition{{config.Lang(), now.pages, b.prove(in, config, config.Lang(), source.File{}, now.pages, now.theme, nil), nil}}
	for _, lang := range config.Languages[1:] {
		of := in.inLanguage(lang)
		words := of[content.ConfigPath]
		config, diags := content.TranslateConfig(config, in.config, words)
		pages, err := b.translated(ctx, lang, of, now.pages)
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			diags = append(diags, p.diags...)
		}
		if config.Unread { // so are the regions of which the originals may tell
			diags = slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return d.Code == diag.OlderTranslation })
		}
		editions = append(editions, edition{lang, pages, b.prove(in, config, lang, words, pages, now.theme, editions[0].Site), diags})
	}
	return editions, nil
}
