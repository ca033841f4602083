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
	"cmp"
	"context"
	"io/fs"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/proof"
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

	// Once says that the Builder builds once. It keeps no file for a next time, nor
	// those of an Input: what a diagnostic shows of one is read again.
	Once bool

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
}

// parsed is what is remembered of a file.
type parsed struct {
	data  []byte
	page  *content.Page
	proof *proof.Page // what was read of the page's statements
	diags diag.List
}

// A linked is a Site and its proof with what they were made from, besides the
// options.
type linked struct {
	given  []source.File   // the site file and the lock of quotes; empty if there is none
	pages  []*content.Page // each of which stands for its file
	static []string

	site   *site.Site
	proof  *proof.Proof
	memory *proof.Memory
	diags  diag.List
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

// A Result is a built site. With errors among the diagnostics it has no routes,
// and its Site holds what could be read.
type Result struct {
	Site   *site.Site
	Proof  *proof.Proof
	Routes []render.Route // sorted by path
	Diags  diag.List      // sorted
	Files  int            // of content
	look   *look
	texts  map[string][]byte
	tree   source.Tree // of what is not among the texts; may be nil
}

// Text returns the bytes of a file that diagnostics may point into; none if the
// file went meanwhile.
func (r *Result) Text(path string) []byte {
	if text, ok := r.texts[path]; ok || r.tree == nil {
		return text
	}
	f, err := r.tree.Read(path)
	if err != nil {
		return nil
	}
	return f.Data
}

// Styles lists the stylesheets that are linked to, as they are published.
func (r *Result) Styles() []render.Style { return r.look.assets.Styles() }

// Build reads all files, checks everything and lists the routes. The error is
// a fault of the machine; mistakes of authors are in the result.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	in, err := b.Read(ctx)
	if err != nil {
		return nil, err
	}
	return b.Make(ctx, in)
}

// Make is Build of what was read already.
func (b *Builder) Make(ctx context.Context, in *Input) (*Result, error) {
	b.phase("reading", len(in.content))
	res := &Result{Files: len(in.content), Diags: in.diags}
	config := b.config(in, res)
	base := ""
	if u, err := url.Parse(config.BaseURL.Text); err == nil {
		base = u.EscapedPath()
	}

	if b.opt.Once { // each file is let go when its page is made
		in.all, res.tree = nil, b.root
	}

	// Pages and layouts need nothing of each other. The layouts go first: they
	// are the longest single piece.
	pages := make([]parsed, len(in.content))
	err := Each(ctx, b.opt.Jobs, 1+len(in.content), func(i int) error {
		if i > 0 {
			pages[i-1] = b.parse(in.content[i-1])
			if b.opt.Once {
				in.content[i-1].Data, pages[i-1].data = nil, nil
			}
			return nil
		}
		res.look = b.lookOf(in, base)
		return nil
	})
	if err != nil {
		return nil, err
	}
	res.texts, b.look = in.texts(), res.look
	b.remember(in.content, pages)
	res.Diags = append(res.Diags, res.look.diags...)
	for _, p := range pages {
		res.Diags = append(res.Diags, p.diags...)
	}

	b.phase("checking", len(in.content))
	b.linked = b.link(in, config, pages, res.look.assets.Names())
	s := b.linked.site
	res.Site, res.Proof = s, b.linked.proof
	res.Diags = append(res.Diags, b.linked.diags...).Sorted()
	if b.stops(res.Diags) {
		return res, nil
	}
	routes := render.Routes(render.Input{Proof: res.Proof, Layouts: res.look.made, Assets: res.look.assets, Earlier: b.opt.Earlier})
	if taken := clashes(routes, in.static); len(taken) > 0 {
		res.Diags = append(res.Diags, taken...).Sorted()
		return res, nil
	}
	res.Routes = routes
	if errors, _ := res.Diags.Count(); errors == 0 && in.lock == nil && proof.HasQuotes(s) {
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

// link assembles the Site and holds it to its evidence, or remembers both.
func (b *Builder) link(in *Input, config *content.Config, files []parsed, static []string) *linked {
	l := &linked{given: in.given, static: static}
	read := make(map[*content.Page]*proof.Page, len(files))
	for _, f := range files {
		if f.page != nil {
			l.pages = append(l.pages, f.page)
			read[f.page] = f.proof
		}
	}
	old := b.linked
	if old == nil {
		old = &linked{}
	}
	if old.site != nil && slices.Equal(old.pages, l.pages) && slices.Equal(old.static, static) && slices.EqualFunc(old.given, in.given, same) {
		return old
	}
	each := func(n int, f func(int)) {
		// Not under a context: a Site that is half linked is of no use.
		_ = Each(context.Background(), b.opt.Jobs, n, func(i int) error { f(i); return nil })
	}
	var more diag.List
	l.site, l.diags = site.Build(site.Input{Config: config, Pages: l.pages, Static: static, Drafts: b.opt.Drafts, Each: each})
	l.proof, l.memory, more = proof.Check(proof.Input{
		Site: l.site, Pages: read, Lock: in.lock, Lint: b.opt.Lint, Memory: old.memory, Each: each,
	})
	l.diags = append(l.diags, more...)
	return l
}

// lookOf parses the layouts with the static files that they link to, or
// remembers them.
func (b *Builder) lookOf(in *Input, base string) *look {
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

func byPath(r render.Route, path string) int { return strings.Compare(r.Path, path) }

// Route returns the route of an address, if there is one.
func (r *Result) Route(path string) (render.Route, bool) {
	i, ok := slices.BinarySearchFunc(r.Routes, path, byPath)
	if !ok {
		return render.Route{}, false
	}
	return r.Routes[i], true
}

// config reads content/site.yaml and lets the options have the last word.
func (b *Builder) config(in *Input, res *Result) *content.Config {
	file := source.File{Path: content.ConfigPath, Data: []byte("{}")}
	if in.config != nil {
		file = *in.config
	}
	c, diags := content.ParseConfig(file)
	if in.config == nil {
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
		if p.page != nil {
			var more diag.List
			p.proof, more = proof.ReadPage(p.page, f.Data)
			p.diags = append(p.diags, more...)
		}
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

// CheckRoutes calls every route and throws the bytes away, so that a fault
// that only shows while rendering is found without writing anything.
func (b *Builder) CheckRoutes(ctx context.Context, res *Result) error {
	return EachRoute(ctx, b.opt.Jobs, res.Routes, func(r render.Route) error {
		var buf bytes.Buffer
		return r.Write(&buf)
	})
}

// Explain turns an error of a route into a diagnostic, if a layout caused it.
// Routes that were kept execute none.
func (r *Result) Explain(err error) (diag.Diagnostic, bool) {
	if r.look == nil {
		return diag.Diagnostic{}, false
	}
	return r.look.made.AsDiagnostic(err)
}

// EachRoute is Each over routes, those that take long before the others.
func EachRoute(ctx context.Context, jobs int, routes []render.Route, f func(render.Route) error) error {
	order := make([]int, 0, len(routes))
	for _, long := range []bool{true, false} {
		for i := range routes {
			if routes[i].Long == long {
				order = append(order, i)
			}
		}
	}
	return Each(ctx, jobs, len(routes), func(i int) error { return f(routes[order[i]]) })
}

// Each calls f for 0 to n-1, jobs at a time (0: one for each processor), and
// returns the error of the lowest index that failed. After an error, or when
// ctx ends, no further calls begin. It is the only parallel loop there is.
func Each(ctx context.Context, jobs, n int, f func(int) error) error {
	jobs = min(cmp.Or(jobs, runtime.GOMAXPROCS(0)), n)
	var (
		mu     sync.Mutex
		next   int
		failed = n
		first  error
		wg     sync.WaitGroup
	)
	take := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		if next >= n || first != nil || ctx.Err() != nil {
			return 0, false
		}
		next++
		return next - 1, true
	}
	for range jobs {
		wg.Go(func() {
			for i, ok := take(); ok; i, ok = take() {
				if err := f(i); err != nil {
					mu.Lock()
					if i < failed {
						failed, first = i, err
					}
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if first != nil {
		return first
	}
	return ctx.Err()
}
