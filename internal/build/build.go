// Package build runs the phases in order: files in, pages, the site, its
// routes. A [Builder] may run them again and again; it remembers what it has
// parsed, pages and layouts, by path and content, with their diagnostics, and
// the Site as long as it is made of the same; so a warm build and a fresh one
// give the same bytes and the same diagnostics.
//
// The package writes no file; packages publish and preview call the routes.
package build

import (
	"bytes"
	"context"
	"io/fs"
	"net/url"
	"slices"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/render"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// Options are what a build depends on besides the files.
type Options struct {
	BaseURL string // instead of the one in site.yaml
	Drafts  bool
	Lint    bool           // say what could be better, too
	Earlier render.Edition // to list what changed since; may be empty
	Jobs    int            // how many pages are parsed or written at once; 0 is one for each processor

	// Unwritten lets a site have routes although it links to what is not yet
	// written. Such a link is a mistake all the same; its page shows it.
	Unwritten bool

	// Phase is called as reading and checking begin, with the number of files.
	// It may be nil, and nothing depends on it.
	Phase func(name string, files int)
}

// A Builder makes results from a root folder and the built-in files.
type Builder struct {
	root     source.Tree
	defaults source.Tree
	opt      Options

	mu     sync.Mutex
	parsed map[string]parsed // by path
	look   *look
	linked *linked
	memory site.Memory
}

// parsed is what is remembered of a file.
type parsed struct {
	data  []byte
	page  *content.Page
	diags diag.List
}

// A linked is a Site with what it was made from, besides the options.
type linked struct {
	config, lock source.File     // the site file and the lock of quotes; empty if there is none
	pages        []*content.Page // each of which stands for its file
	static       []string

	site  *site.Site
	diags diag.List
}

// A look is what is made of all layouts and static files together.
type look struct {
	base            string
	layouts, static []source.File
	made            *render.Layouts
	assets          *render.Assets
	diags           diag.List
}

// New returns a Builder of the site in root. Layouts and static files that
// root does not have come from defaults.
func New(root, defaults fs.FS, opt Options) *Builder {
	return Over(source.FS(root), source.FS(defaults), opt)
}

// Over returns a Builder of the site in a tree: New, for files that are held in
// memory. They may change between two builds, but not their bytes in place.
func Over(root, defaults source.Tree, opt Options) *Builder {
	return &Builder{root: root, defaults: defaults, opt: opt, parsed: map[string]parsed{}}
}

// Build reads all files, checks everything and lists the routes. The error is
// a fault of the machine; mistakes of authors are in the result.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	in, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	b.phase("reading", len(in.content))
	res := &Result{Files: len(in.content), Diags: in.diags, texts: in.texts()}
	if in.lock.Path != "" {
		res.lock = verbatim.ParseLock(in.lock.Data)
	}
	config := b.config(in, res)
	base := ""
	if u, err := url.Parse(config.BaseURL.Text); err == nil {
		base = u.EscapedPath()
	}

	// Pages and layouts need nothing of each other. The layouts go first: they
	// are the longest single piece.
	pages := make([]parsed, len(in.content))
	err = Each(ctx, b.opt.Jobs, 1+len(in.content), func(i int) error {
		if i > 0 {
			pages[i-1] = b.parse(in.content[i-1])
		} else {
			res.look = b.lookOf(in, base)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	b.look = res.look
	b.remember(in.content, pages)
	res.Diags = append(res.Diags, res.look.diags...)
	var whole []*content.Page
	for _, p := range pages {
		res.Diags = append(res.Diags, p.diags...)
		if p.page != nil {
			whole = append(whole, p.page)
		}
	}

	b.phase("checking", len(in.content))
	b.linked = b.link(in, config, whole, res.lock, res.look.assets.Names())
	s := b.linked.site
	res.Site = s
	res.Diags = append(res.Diags, b.linked.diags...).Sorted()
	if b.stops(res.Diags) {
		return res, nil
	}
	routes := render.Routes(render.Input{Site: s, Layouts: res.look.made, Assets: res.look.assets, Earlier: b.opt.Earlier})
	if taken := clashes(routes, in.static); len(taken) > 0 {
		res.Diags = append(res.Diags, taken...).Sorted()
		return res, nil
	}
	res.Routes = routes
	if errors, _ := res.Diags.Count(); errors == 0 && res.lock == nil && s.HasQuotes() {
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

// link assembles the Site, or remembers it.
func (b *Builder) link(in *input, config *content.Config, pages []*content.Page, lock *verbatim.Lock, static []string) *linked {
	l := &linked{config: in.config, lock: in.lock, pages: pages, static: static}
	if old := b.linked; old != nil && slices.Equal(old.pages, pages) && slices.Equal(old.static, static) &&
		same(old.config, in.config) && same(old.lock, in.lock) {
		return old
	}
	l.site, l.diags = site.Build(site.Input{
		Config: config, Pages: pages, Static: static, Lock: lock,
		Drafts: b.opt.Drafts, Lint: b.opt.Lint, Memory: &b.memory,
		Each: func(n int, f func(int)) {
			// Not under a context: a Site that is half linked is of use to nobody.
			_ = Each(context.Background(), b.opt.Jobs, n, func(i int) error { f(i); return nil })
		},
	})
	return l
}

// lookOf parses the layouts with the static files that they link to, or
// remembers them.
func (b *Builder) lookOf(in *input, base string) *look {
	if l := b.look; l != nil && l.base == base && slices.EqualFunc(l.layouts, in.layouts, same) && slices.EqualFunc(l.static, in.static, same) {
		return l
	}
	l := &look{base: base, layouts: in.layouts, static: in.static}
	var more diag.List
	l.assets, l.diags = render.NewAssets(in.static, base)
	l.made, more = render.NewLayouts(in.layouts, l.assets, base)
	l.diags = append(l.diags, more...)
	return l
}

func same(x, y source.File) bool { return x.Path == y.Path && bytes.Equal(x.Data, y.Data) }

// neverLookedUp is said once of a site that has no lock of its quotes, when all
// else is right: whoever begins a site has other things to mend first, and
// whoever loses the lock is told so.
var neverLookedUp = diag.Diagnostic{
	Code: diag.UnverifiedQuote, Place: diag.Place{File: verbatim.LockPath},
	Message: "no quote of this site was ever looked up in its source",
	Hint:    `run "build check -sources DIR" with the source texts`,
}

func (b *Builder) phase(name string, files int) {
	if b.opt.Phase != nil {
		b.opt.Phase(name, files)
	}
}

// config reads content/site.yaml and lets the options have the last word.
func (b *Builder) config(in *input, res *Result) *content.Config {
	file := in.config
	if file.Path == "" {
		file = source.File{Path: content.ConfigPath, Data: []byte("{}")}
	}
	c, diags := content.ParseConfig(file)
	if in.config.Path == "" {
		diags = nil
		diags.AddHint(diag.NoSiteFile, diag.Place{File: content.ConfigPath}, "the site has no content/site.yaml",
			`write one with the lines "title: …" and "base_url: https://…"`)
	}
	res.Diags = append(res.Diags, diags...)
	if b.opt.BaseURL != "" {
		c.BaseURL.Text = b.opt.BaseURL
	}
	return c
}

// parse turns a file into a page, or remembers the page it was turned into.
func (b *Builder) parse(f source.File) parsed {
	b.mu.Lock()
	p, ok := b.parsed[f.Path]
	b.mu.Unlock()
	if !ok || !bytes.Equal(p.data, f.Data) {
		p.data = f.Data
		p.page, p.diags = content.Parse(f)
	}
	return p
}

// remember keeps the pages of this build, and no older ones.
func (b *Builder) remember(files []source.File, pages []parsed) {
	b.mu.Lock()
	defer b.mu.Unlock()
	clear(b.parsed)
	for i, p := range pages {
		b.parsed[files[i].Path] = p
	}
}
