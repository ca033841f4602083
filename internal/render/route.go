// Package render lists what a site is published as. A [Route] is a path and a
// pure function of the Site that writes its bytes: pages, feed, sitemap,
// search index, static files.
//
// What goes in is a Site, the layouts and the static files; what comes out are
// routes, sorted by path. The same input gives the same bytes: no clock, no
// environment, no order of a map. The package writes no file.
package render

import (
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"receipts/internal/card"
	"receipts/internal/checked"
	"receipts/internal/host"
	"receipts/internal/locale"
	"receipts/internal/proof"
	"receipts/internal/schema"
	"receipts/internal/site"
	"receipts/internal/view"
)

// A Route is one file of the published site. Write may be called by several
// goroutines, any number of times, and always writes the same bytes.
type Route struct {
	Path  string // "/facts/daily-award/", "/feed.xml"
	Write func(io.Writer) error

	// Of a page: its layout, below layouts/, and what it is about, if that is one
	// thing. A message about a page that cannot be made names both.
	Layout string
	About  *site.Node

	// Batch names what the route is made with: the first route of a batch that is
	// asked for makes them all, so that no part of a batch is worth making alone.
	Batch string

	// Long says that Write takes as long as hundreds of others. It is called
	// before them, so that it does not run alone at the end.
	Long bool

	// Copy says that the page is in another language than its edition, and counts for
	// its original.
	Copy bool

	// Moved says that it is no page, but leads on from where one was.
	Moved bool
}

// File is the route's file below the published folder.
func (r Route) File() string {
	p := strings.TrimPrefix(r.Path, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}

// IsPage reports whether the route is a page that readers open.
func (r Route) IsPage() bool { return strings.HasSuffix(r.File(), ".html") && !r.Moved }

// Input is what a site is rendered from.
type Input struct {
	Editions []Edition // the first one first
	Assets   *Assets
	Reviews  *checked.Reviews // nil if the site does not ask for any
	Stamp    string           // shown at the foot of every page; may be empty
	Earlier  Earlier          // shown on the page of corrections; may be empty
	Staging  bool             // the site is looked at before it is published: it is not to be found
}

// An Edition is the site in one of its languages.
type Edition struct {
	Proof   *proof.Proof // of the Site
	Layouts *Layouts
	Locale  *locale.Locale
}

// An Earlier is a site as it was before, and what readers call it, if anything.
type Earlier = view.Earlier

// Routes lists all routes of a site, sorted by path: those of each edition, and what
// they share.
func Routes(in Input) []Route {
	var routes []Route
	var leads []moved
	has := func(path string) bool { // once all are listed
		_, ok := slices.BinarySearchFunc(routes, path, func(r Route, path string) int { return strings.Compare(r.Path, path) })
		return ok
	}
	var sites []*site.Site
	for _, e := range in.Editions {
		sites = append(sites, e.Proof.Site)
	}
	for _, e := range in.Editions {
		own, more := e.routes(in, sites, has)
		routes, leads = append(routes, own...), append(leads, more...)
	}
	first := sites[0]
	add := func(path string, write func(io.Writer) error) {
		routes = append(routes, Route{Path: path, Write: write})
	}
	if own := in.Assets.redirects; len(own)+len(leads) > 0 {
		add(host.RedirectsPath, func(w io.Writer) error { return writeRedirects(w, first, own, leads) })
	}
	for _, f := range in.Assets.files {
		if in.Staging && f.path == host.HeadersPath {
			add(f.path, func(w io.Writer) error { return writeHidden(w, f.data) })
			continue
		}
		add(f.path, f.write)
	}
	if !in.Staging {
		addSitemap(add, first, countPages(routes), func() []Route { return pagesOf(routes) }, maxSitemap)
	}
	slices.SortStableFunc(routes, func(a, b Route) int { return strings.Compare(a.Path, b.Path) })
	return routes
}

// routes lists those of an edition, and the addresses that lead to them. What all
// editions share belongs to the first.
func (e Edition) routes(in Input, sites []*site.Site, has func(path string) bool) (routes []Route, leads []moved) {
	s, layouts := e.Proof.Site, e.Layouts
	views := view.New(view.Input{Proof: e.Proof, Reviews: in.Reviews, Locale: e.Locale, Sites: sites, Earlier: in.Earlier, Stamp: in.Stamp, Staging: in.Staging, Asset: in.Assets.path, Has: has})
	routes = make([]Route, 0, len(s.Articles)+len(s.Facts)+1000) // of which there are most
	put := func(r Route) {
		if s.IsFirst() || !site.IsShared(r.Path) {
			r.Path = s.Path(r.Path)
			routes = append(routes, r)
		}
	}
	add := func(path string, write func(io.Writer) error) { put(Route{Path: path, Write: write}) }
	recordHead := sync.OnceValues(func() ([]byte, error) { return recordHead(s, views) })
	foot := sync.OnceValues(func() (template.HTML, error) { return layouts.foot(views.Foot()) })
	views.EachPage(func(p view.Page) {
		put(Route{Path: p.Path, Layout: p.Layout, About: p.About, Copy: !p.IsOriginal(), Write: func(w io.Writer) error {
			foot, err := foot()
			if err != nil {
				return err
			}
			return layouts.execute(w, p.Layout, p.Data(), foot)
		}})
		if path, record := p.Record(); path != "" {
			add(path, func(w io.Writer) error {
				head, err := recordHead()
				if err != nil {
					return err
				}
				return writeRecord(w, head, record())
			})
		}
	})
	leads = movedPages(s)
	if s.Has("data") {
		tables := views.Tables()
		if s.IsFirst() {
			leads = append(leads, movedTables(tables)...)
		}
		for _, t := range tables {
			put(Route{Path: t.Path(), Long: true, Write: func(w io.Writer) error { return writeTable(w, t) }})
		}
		add(view.PackagePath, func(w io.Writer) error { return writePackage(w, s, views) })
		for _, name := range schema.Names() {
			add("/data/schema/"+name+".json", func(w io.Writer) error {
				out, _ := schema.Write(name)
				_, err := w.Write(out)
				return err
			})
		}
	}
	if s.HasRecords() {
		add(view.RecordSchemaPath, func(w io.Writer) error { return writeRecordSchema(w, s, views) })
	}
	if s.Has("previews") {
		addPreviews(add, s, views)
	}
	if views.HasCards() {
		views.EachCard(func(path string, make func() card.Card) {
			add(path, func(w io.Writer) error { return card.Draw(w, make()) })
		})
	}
	if s.Has("search") {
		add("/opensearch.xml", func(w io.Writer) error { return writeOpenSearch(w, s, views) })
		begin := len(routes)
		addSearchIndex(add, views)
		routes[begin].Long = true // the first makes them all
		for i := begin; i < len(routes); i++ {
			routes[i].Batch = view.SearchFolder
		}
	}
	addMoved(put, s, layouts.words)
	addFeeds(add, s, views)
	return routes, append(leads, movedBeside(s, routes)...)
}
