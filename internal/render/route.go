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

	// Long says that Write takes as long as hundreds of others. It is called
	// before them, so that it does not run alone at the end.
	Long bool
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
func (r Route) IsPage() bool { return strings.HasSuffix(r.File(), ".html") }

// Input is what a site is rendered from.
type Input struct {
	Editions []Edition // the first one first
	Assets   *Assets
	Stamp    string  // shown at the foot of every page; may be empty
	Earlier  Earlier // shown on the page of corrections; may be empty
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
	for _, e := range in.Editions {
		routes = append(routes, e.routes(in)...)
	}
	first := in.Editions[0].Proof.Site
	add := func(path string, write func(io.Writer) error) {
		routes = append(routes, Route{Path: path, Write: write})
	}
	for _, f := range in.Assets.files {
		add(f.path, f.write)
	}
	addSitemap(add, first, countPages(routes), func() []Route { return pagesOf(routes) }, maxSitemap)
	slices.SortStableFunc(routes, func(a, b Route) int { return strings.Compare(a.Path, b.Path) })
	return routes
}

// routes lists those of an edition. What all editions share belongs to the first.
func (e Edition) routes(in Input) []Route {
	s, layouts := e.Proof.Site, e.Layouts
	views := view.New(view.Input{Proof: e.Proof, Locale: e.Locale, Earlier: in.Earlier, Stamp: in.Stamp, Asset: in.Assets.path})
	routes := make([]Route, 0, len(s.Articles)+len(s.Facts)+1000) // of which there are most
	add := func(path string, write func(io.Writer) error) {
		if s.IsFirst() || !site.IsShared(path) {
			routes = append(routes, Route{Path: s.Path(path), Write: write})
		}
	}
	foot := sync.OnceValues(func() (template.HTML, error) { return layouts.foot(views.Foot()) })
	views.EachPage(func(p view.Page) {
		routes = append(routes, Route{Path: s.Path(p.Path), Layout: p.Layout, About: p.About, Write: func(w io.Writer) error {
			foot, err := foot()
			if err != nil {
				return err
			}
			return layouts.execute(w, p.Layout, p.Data(), foot)
		}})
	})
	if s.Has("data") {
		tables := views.Tables()
		for _, t := range tables {
			add(t.Path(), func(w io.Writer) error { return writeTable(w, t) })
			routes[len(routes)-1].Long = true
		}
		add(view.PackagePath, func(w io.Writer) error { return writePackage(w, s, views) })
		if !in.Assets.has(redirectsPath) {
			add(redirectsPath, func(w io.Writer) error { return writeRedirects(w, s, tables) })
		}
		for _, name := range schema.Names() {
			add("/data/schema/"+name+".json", func(w io.Writer) error {
				out, _ := schema.Write(name)
				_, err := w.Write(out)
				return err
			})
		}
	}
	if s.Has("previews") {
		addPreviews(add, s, views)
	}
	if s.Has("search") {
		add("/opensearch.xml", func(w io.Writer) error { return writeOpenSearch(w, s, views) })
		begin := len(routes)
		addSearchIndex(add, views)
		routes[begin].Long = true // the first makes them all
	}
	addFeeds(add, s, views)
	return routes
}
