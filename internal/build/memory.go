package build

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"

	"receipts/internal/addresses"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/proof"
	"receipts/internal/region"
	"receipts/internal/render"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// A memory is all that a build leaves to the next one of its Builder. Each part is
// kept beside what it was made from, and used again only if that is the same:
//
//	pages   by path and bytes of the file, the language of the site and its regions
//	theme   by the layouts, the static files, the path of the site's address, its
//	        languages, its words for regions and the files with its own words
//	editions  of each language what is proved, by the pages, the names of static
//	        files, content/site.yaml with its translation, the locks, and of further
//	        ones the words for what is counted, and the articles that lists pass over
//	items   of a file by its bytes, those of its translations, and the lock of quotes
//
// Where a Site has to be made anew, the [proof.Memory] within proved says which
// prose still agrees, and which statements still stand. Options never change, and everything else follows from these.
// With [Options.Once] nothing is kept: what was read for the checks alone is free before the first file is written.
type memory struct {
	regions  *region.Set // of the site, the same one while it has the same
	pages    []page      // by path
	theme    *theme
	editions []edition
	items    itemsOf
}

// A page is a file of content that was read.
type page struct {
	file     source.File
	lang     string        // of the site
	page     *content.Page // nil if the file is none
	original *content.Page // that it translates; nil if it is none
	proof    *proof.Page
	diags    diag.List
}

// A theme is all layouts and static files together.
type theme struct {
	layoutFiles, staticFiles []source.File
	base                     string // path of the site's address
	languages                []string
	regions                  [2]content.Named // the words for one and for many
	messages                 []source.File
	cards                    bool // whether pages have them

	voices []voice // of the languages
	assets *render.Assets
	diags  diag.List
}

// A proved is a Site with its Proof.
type proved struct {
	config, words, lock, addresses source.File     // empty if there is none; words are a translation of config
	pages                          []*content.Page // each of which stands for its file
	static                         []string
	locale                         *locale.Locale // of a further edition
	leading                        []string       // articles that lists pass over

	*proof.Proof
	memory *proof.Memory
	diags  diag.List
}

// readPage parses a file of content, or returns the page of the build before.
func (m *memory) readPage(f source.File, lang string, regions *region.Set) page {
	i, ok := slices.BinarySearchFunc(m.pages, f.Path, func(p page, path string) int { return strings.Compare(p.file.Path, path) })
	if ok && m.pages[i].lang == lang && same(m.pages[i].file, f) && m.regions == regions {
		return m.pages[i]
	}
	p := page{file: f, lang: lang}
	if p.page, p.diags = content.Parse(f, lang, regions); p.page != nil {
		var more diag.List
		p.proof, more = proof.ReadPage(p.page, f.Data)
		p.diags = append(p.diags, more...)
	}
	return p
}

// readTheme parses the layouts with the static files that they link to, or
// returns the theme of the build before.
func (m *memory) readTheme(in *input, config *content.Config, base string) *theme {
	languages, regions := config.Languages, [2]content.Named{config.Regions.One, config.Regions.Many}
	if t := m.theme; t != nil && t.base == base && reflect.DeepEqual(t.regions, regions) && slices.Equal(t.languages, languages) && t.cards == config.Has("cards") && slices.EqualFunc(t.messages, in.messages, same) && slices.EqualFunc(t.layoutFiles, in.layouts, same) && slices.EqualFunc(t.staticFiles, in.static, same) {
		return t
	}
	t := &theme{layoutFiles: in.layouts, staticFiles: in.static, base: base, languages: languages, regions: regions, messages: in.messages, cards: config.Has("cards")}
	t.assets, t.diags = render.NewAssets(in.static, base)
	var more diag.List
	t.voices, more = voices(config, in.messages)
	t.diags = append(t.diags, more...)
	for i := range t.voices {
		v := &t.voices[i]
		v.layouts, more = render.NewLayouts(in.layouts, t.assets, v.locale, base)
		t.diags = append(t.diags, more...)
	}
	return t
}

// voiceOf is that of a language of the site.
func (t *theme) voiceOf(lang string) voice {
	return t.voices[slices.IndexFunc(t.voices, func(v voice) bool { return v.lang == lang })]
}

// localeOf is that of a further language of the site; nil for the first.
func (t *theme) localeOf(lang string) *locale.Locale {
	if v := t.voiceOf(lang); v.lang != t.voices[0].lang {
		return v.locale
	}
	return nil
}

// prove assembles the Site of an edition and proves it, or returns that of the build
// before.
func (b *Builder) prove(in *input, config *content.Config, lang string, words source.File, pages []page, theme *theme, first *site.Site) *proved {
	p := &proved{config: in.config, words: words, lock: in.lock, addresses: in.addresses, static: theme.assets.Names(), locale: theme.localeOf(lang), leading: theme.voiceOf(lang).locale.Leading()}
	read := make(map[*content.Page]*proof.Page, len(pages))
	for _, f := range pages {
		if f.page != nil {
			p.pages = append(p.pages, f.page)
			read[f.page] = f.proof
		}
	}
	var remembered *proof.Memory
	if i := slices.IndexFunc(b.editions, func(e edition) bool { return e.lang == lang }); i >= 0 {
		old := b.editions[i].proved
		if slices.Equal(old.pages, p.pages) && slices.Equal(old.static, p.static) && same(old.config, p.config) && same(old.words, p.words) && same(old.lock, p.lock) && same(old.addresses, p.addresses) && old.locale == p.locale && slices.Equal(old.leading, p.leading) {
			return old
		}
		remembered = old.memory
	}
	each := func(n int, f func(int)) {
		// Not under ctx: a half-linked Site is of no use.
		_ = Each(context.Background(), b.opt.Jobs, n, func(i int) error { f(i); return nil })
	}
	var lock *verbatim.Lock // nil if there is none
	var bad diag.List
	if in.lock.Path != "" {
		lock, bad = verbatim.ParseLock(in.lock)
	}
	promised, unread := addresses.ParseLock(in.addresses)
	s, diags := site.Build(site.Input{Config: config, Lang: lang, Pages: p.pages, Static: p.static, Drafts: b.opt.Drafts, Leading: p.leading, Promised: promised.Has, Each: each})
	var more diag.List
	p.Proof, p.memory, more = proof.Check(proof.Input{Site: s, First: first, Words: p.locale, Pages: read, Lock: lock, Lint: b.opt.Lint, Once: b.opt.Once, Memory: remembered, Each: each})
	p.diags = append(diags, more...)
	if in.addresses.Path != "" && s.IsFirst() {
		bad = slices.Concat(bad, unread, promised.Check(s, b.opt.Unlisted))
	}
	if s.IsFirst() {
		for _, d := range bad {
			d.Unwritten = true // the pages that there are can be shown
			p.diags = append(p.diags, d)
		}
	}
	return p
}

func same(x, y source.File) bool { return x.Path == y.Path && bytes.Equal(x.Data, y.Data) }
