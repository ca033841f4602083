// Package build runs the phases in order: files in, pages, the site, its
// routes. A [Builder] may run them again and again; it remembers the pages it
// has parsed by path and content, with their diagnostics, and nothing else, so
// a warm build and a fresh one give the same bytes and the same diagnostics.
//
// The package writes no file; packages publish and preview call the routes.
package build

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/url"
	"runtime"
	"slices"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/render"
	"receipts/internal/site"
	"receipts/internal/source"
)

// Options are what a build depends on besides the files.
type Options struct {
	BaseURL string // instead of the one in site.yaml
	Drafts  bool
	Jobs    int // how many pages are parsed or written at once; 0 is one for each processor
}

// A Builder makes results from a root folder and the built-in files.
type Builder struct {
	root     fs.FS
	defaults fs.FS
	opt      Options

	mu     sync.Mutex
	parsed map[string]parsed // by path
}

// parsed is what is remembered of a file.
type parsed struct {
	sum   [sha256.Size]byte
	page  *content.Page
	diags diag.List
}

// New returns a Builder of the site in root. Layouts and static files that
// root does not have come from defaults.
func New(root, defaults fs.FS, opt Options) *Builder {
	return &Builder{root: root, defaults: defaults, opt: opt, parsed: map[string]parsed{}}
}

// A Result is a built site. With errors among the diagnostics it has no routes.
type Result struct {
	Site    *site.Site
	Routes  []render.Route
	Diags   diag.List // sorted
	Files   int       // of content
	layouts *render.Layouts
	texts   map[string][]byte
}

// Text returns the bytes of a file that diagnostics may point into.
func (r *Result) Text(path string) []byte { return r.texts[path] }

// Build reads all files, checks everything and lists the routes. The error is
// a fault of the machine; mistakes of authors are in the result.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	res := &Result{texts: map[string][]byte{}}
	files, err := b.readContent(ctx)
	if err != nil {
		return nil, fmt.Errorf("read content: %w", err)
	}
	layered := source.Layered{Own: b.root, Default: b.defaults}
	layoutFiles, err := readAll(layered, "layouts")
	if err != nil {
		return nil, fmt.Errorf("read layouts: %w", err)
	}
	staticFiles, err := readAll(layered, "static")
	if err != nil {
		return nil, fmt.Errorf("read static files: %w", err)
	}
	for _, list := range [][]source.File{files, layoutFiles, staticFiles} {
		for _, f := range list {
			res.texts[f.Path] = f.Data
		}
	}

	config, pages, err := b.parse(ctx, files, res)
	if err != nil {
		return nil, err
	}
	if b.opt.BaseURL != "" {
		c := *config
		c.BaseURL.Text = b.opt.BaseURL
		config = &c
	}
	base := ""
	if u, err := url.Parse(config.BaseURL.Text); err == nil {
		base = u.EscapedPath()
	}
	assets, diags := render.NewAssets(staticFiles, base)
	res.Diags = append(res.Diags, diags...)
	layouts, diags := render.NewLayouts(layoutFiles, assets, base)
	res.Diags = append(res.Diags, diags...)
	res.layouts = layouts

	s, diags := site.Build(site.Input{Config: config, Pages: pages, Static: assets.Names(), Drafts: b.opt.Drafts})
	res.Diags = append(res.Diags, diags...).Sorted()
	if errors, _ := res.Diags.Count(); errors > 0 {
		return res, nil
	}
	res.Site = s
	res.Routes = render.Routes(s, layouts, assets)
	return res, nil
}

// readContent reads content/ of the root; nothing of it is built in.
func (b *Builder) readContent(ctx context.Context) ([]source.File, error) {
	paths, err := source.List(b.root, "content")
	if err != nil {
		return nil, err
	}
	files := make([]source.File, len(paths))
	err = Each(ctx, b.opt.Jobs, len(paths), func(i int) error {
		var err error
		files[i], err = source.Read(b.root, paths[i])
		return err
	})
	return files, err
}

func readAll(l source.Layered, folder string) ([]source.File, error) {
	paths, err := l.List(folder)
	if err != nil {
		return nil, err
	}
	files := make([]source.File, len(paths))
	for i, p := range paths {
		if files[i], err = l.Read(p); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// parse turns files into pages, in parallel, taking from memory those that
// have not changed.
func (b *Builder) parse(ctx context.Context, files []source.File, res *Result) (*content.Config, []*content.Page, error) {
	config := &content.Config{}
	found := false
	files = slices.DeleteFunc(slices.Clone(files), func(f source.File) bool {
		if f.Path != content.ConfigPath {
			return false
		}
		var diags diag.List
		config, diags = content.ParseConfig(f)
		res.Diags = append(res.Diags, diags...)
		found = true
		return true
	})
	if !found {
		res.Diags.AddHint(diag.NoSiteFile, diag.Place{File: content.ConfigPath}, "the site has no content/site.yaml",
			`write one with the lines "title: …" and "base_url: https://…"`)
		config, _ = content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("{}")})
	}
	res.Files = len(files)
	now := make([]parsed, len(files))
	err := Each(ctx, b.opt.Jobs, len(files), func(i int) error {
		f := files[i]
		sum := sha256.Sum256(f.Data)
		b.mu.Lock()
		p, ok := b.parsed[f.Path]
		b.mu.Unlock()
		if !ok || p.sum != sum {
			p.sum = sum
			p.page, p.diags = content.Parse(f)
		}
		now[i] = p
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	clear(b.parsed)
	var pages []*content.Page
	for i, p := range now {
		b.parsed[files[i].Path] = p
		res.Diags = append(res.Diags, p.diags...)
		if p.page != nil {
			pages = append(pages, p.page)
		}
	}
	return config, pages, nil
}

// CheckRoutes calls every route and throws the bytes away, so that a fault
// that only shows while rendering is found without writing anything.
func (b *Builder) CheckRoutes(ctx context.Context, res *Result) error {
	return Each(ctx, b.opt.Jobs, len(res.Routes), func(i int) error {
		var buf bytes.Buffer
		return res.Routes[i].Write(&buf)
	})
}

// Explain turns an error of a route into a diagnostic, if a layout caused it.
func (r *Result) Explain(err error) (diag.Diagnostic, bool) { return r.layouts.AsDiagnostic(err) }

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
