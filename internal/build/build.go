// Package build runs the phases in order: files in, pages, the site, its proof,
// its routes. A [Builder] may run them any number of times; what it remembers, and
// under which condition, stands in memory.go. A warm build and a fresh one give the
// same bytes and the same diagnostics.
//
// The package writes no file; packages publish and preview call the routes.
package build

import (
	"context"
	"io/fs"
	"net/url"
	"slices"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/proof"
	"receipts/internal/region"
	"receipts/internal/render"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// Options are what a build depends on besides the files.
type Options struct {
	BaseURL  string // instead of the one in site.yaml
	Drafts   bool
	Lint     bool           // say what could be better, too
	Unlisted bool           // warn of addresses that the lock of addresses lacks
	Stamp    string         // a revision, for the foot of every page; empty for none
	Earlier  render.Earlier // to list what changed since; may be empty
	Once     bool           // the Builder builds once: nothing is kept for a next build
	Staging  bool           // for those who look at the site before it is published
	Jobs     int            // how many pages are parsed or written at once; 0 is one for each processor

	// Unwritten lets a site have routes although it links to what is not yet
	// written, or has lost an address. Such a mistake is one all the same.
	Unwritten bool

	// Reviews makes the reviews of a site that does not ask for them.
	Reviews bool
	// History has what was signed as it was then, for messages. It may be nil.
	History checked.History

	// Phase is called as reading and checking begin, with the number of files.
	// It may be nil, and nothing depends on it.
	Phase func(name string, files int)
}

// A Builder makes results from a root folder and the built-in files.
type Builder struct {
	root     source.Tree
	defaults source.Tree
	opt      Options

	memory // of the build before
}

// New returns a Builder of the site in root. Layouts and static files that
// root does not have come from defaults.
func New(root, defaults fs.FS, opt Options) *Builder {
	return Over(source.FS(root), source.FS(defaults), opt)
}

// Over is [New] for files that are in memory already. They may change between two
// builds, but not their bytes in place.
func Over(root, defaults source.Tree, opt Options) *Builder {
	return &Builder{root: root, defaults: defaults, opt: opt}
}

// Build reads all files, checks everything and lists the routes. The error is
// a fault of the machine; mistakes of authors are in the result.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	b.phase("reading", len(in.content))
	res := &Result{Files: len(in.content) + len(in.translations), Diags: in.diags, texts: in.texts()}
	config := b.config(in, res)
	base := ""
	if u, err := url.Parse(config.BaseURL.Text); err == nil {
		base = u.EscapedPath()
	}

	// Pages and the theme do not depend on each other. The theme goes first, since it
	// is the longest single piece.
	if old := b.regions; old != nil && old.Equal(config.Regions.Set) {
		config.Regions.Set = old
	}
	lang := config.Lang()
	if config.Unread {
		lang = "" // which may be another
	}
	now := memory{regions: config.Regions.Set, pages: make([]page, len(in.content))}
	err = Each(ctx, b.opt.Jobs, 1+len(in.content), func(i int) error {
		if i > 0 {
			now.pages[i-1] = b.readPage(in.content[i-1], lang, config.Regions.Set)
		} else {
			now.theme = b.readTheme(in, config, base)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	res.theme = now.theme
	res.Diags = append(res.Diags, now.theme.diags...)
	for _, p := range now.pages {
		res.Diags = append(res.Diags, p.diags...)
	}

	b.phase("checking", len(in.content))
	if now.editions, err = b.editionsOf(ctx, in, config, now); err != nil {
		return nil, err
	}
	if now.items, err = b.itemsIn(ctx, in, config); err != nil {
		return nil, err
	}
	if !b.opt.Once {
		b.memory = now
	}
	first := now.editions[0]
	res.Site, res.Proof = first.Site, first.Proof
	res.Diags = append(res.Diags, checkTranslations(in, config, now.pages)...)
	for i, e := range now.editions {
		if i > 0 {
			res.Others = append(res.Others, e.Site)
		}
		res.Diags = append(append(res.Diags, e.told...), e.diags...)
	}
	var unchecked diag.List
	res.Reviews, unchecked = b.review(in, config, now.items, res.Site)
	res.Diags = append(res.Diags, unchecked...).Sorted()
	if b.stops(res.Diags) {
		return res, nil
	}
	var editions []render.Edition
	for i, e := range now.editions {
		v := now.theme.voices[i]
		editions = append(editions, render.Edition{Proof: e.Proof, Layouts: v.layouts, Locale: v.locale})
	}
	routes := render.Routes(render.Input{Editions: editions, Assets: res.theme.assets, Reviews: res.Reviews.Asked(), Earlier: b.opt.Earlier, Staging: b.opt.Staging, Stamp: b.opt.Stamp})
	if taken := slices.Concat(clashes(routes, in.static), ledAstray(routes, res.Site)); len(taken) > 0 {
		res.Diags = append(res.Diags, taken...).Sorted()
		return res, nil
	}
	res.Routes = routes
	res.Diags = append(res.Diags, hidden(res.theme.assets.Redirects, routes)...).Sorted()
	if errors, _ := res.Diags.Count(); errors == 0 && in.lock.Path == "" && proof.HasQuotes(res.Site) {
		res.Diags = append(res.Diags, neverLookedUp).Sorted()
	}
	return res, nil
}

// stops reports whether diags leave nothing to render.
func (b *Builder) stops(diags diag.List) bool {
	return slices.ContainsFunc(diags, func(d diag.Diagnostic) bool {
		return !d.IsWarning() && !(b.opt.Unwritten && d.Unwritten)
	})
}

// neverLookedUp is reported if a site has quotes and no lock of them, once it has no
// errors: a new site has other things to mend first.
var neverLookedUp = diag.Diagnostic{
	Code: diag.UnverifiedQuote, Place: diag.Place{File: verbatim.LockPath},
	Message: "no quote of this site was ever looked up in its source",
	Hint:    `run "check -sources DIR" with the source texts`,
}

func (b *Builder) phase(name string, files int) {
	if b.opt.Phase != nil {
		b.opt.Phase(name, files)
	}
}

// config parses content/site.yaml. Options take precedence over it.
func (b *Builder) config(in *input, res *Result) *content.Config {
	file := in.config
	if file.Path == "" {
		file = source.File{Path: content.ConfigPath, Data: []byte("{}")}
	}
	c, diags := content.ParseConfig(file)
	if in.config.Path == "" {
		diags = nil
		c.Unread, c.Regions.Set = true, region.Unread
	}
	isOdd := func(d diag.Diagnostic) bool { return d.Place.File == content.ConfigPath } // a link, or a folder
	isFile := func(f source.File) bool { return f.Path == "content" }                   // which is reported, and can have nothing in it
	if in.config.Path == "" && !slices.ContainsFunc(in.diags, isOdd) && !slices.ContainsFunc(in.content, isFile) {
		diags.AddHint(diag.NoSiteFile, diag.Place{File: content.ConfigPath}, "the site has no content/site.yaml",
			`write one with the lines "title: …" and "base_url: https://…"`)
	}
	res.Diags = append(res.Diags, diags...)
	if b.opt.BaseURL != "" {
		c.BaseURL.Text = b.opt.BaseURL
	}
	return c
}
