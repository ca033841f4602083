// Package render lists what a site is published as. A [Route] is a path and a
// pure function of the Site that writes its bytes: pages, feed, sitemap,
// search index, static files.
//
// What goes in is a Site, the layouts and the static files; what comes out are
// routes, sorted by path. The same input gives the same bytes: no clock, no
// environment, no order of a map. The package writes no file.
package render

import (
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// A Route is one file of the published site. Write may be called by several
// goroutines, any number of times, and always writes the same bytes.
type Route struct {
	Path  string // "/facts/daily-award/", "/feed.xml"
	Write func(io.Writer) error

	// Of a page: its layout, below layouts/, and what it is about, if that is
	// one thing. Two pages with one layout may fail in different ways.
	Layout string
	About  *site.Node

	// Long says that Write takes as long as hundreds of others. It is called
	// before them, so that nobody waits for it alone at the end.
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
	Site    *site.Site
	Layouts *Layouts
	Assets  *Assets
	Earlier Edition // shown on the page of corrections; may be empty
}

// An Edition is a site as it was before, and what readers call it, if anything.
type Edition struct {
	Name string
	Site *site.Site
}

// Routes lists all routes of a site, sorted by path.
func Routes(in Input) []Route {
	layouts, assets := in.Layouts, in.Assets
	r := &renderer{site: in.Site, words: locale.English(), layouts: layouts, assets: assets, earlier: in.Earlier}
	r.foot = sync.OnceValue(r.makeFoot)
	r.cited = sync.OnceValue(r.makeCited)
	r.lastRead, r.manyFacts = sync.OnceValue(r.findLastRead), sync.OnceValue(r.findManyFacts)
	routes := make([]Route, 0, r.countRoutes())
	add := func(path string, write func(io.Writer) error) {
		routes = append(routes, Route{Path: path, Write: write})
	}
	// Most routes are pages of one sheet, so it is one function that writes them.
	page := func(path, layout string, about *site.Node, sheets int, view viewOf) {
		for s := range sheet(sheets) {
			routes = append(routes, Route{Path: sheetPath(path, s), Layout: layout, About: about, Write: func(w io.Writer) error {
				return layouts.execute(w, layout, r.paged(path, s, sheets, view))
			}})
		}
	}
	r.pages(page)
	if r.site.Has("data") {
		r.tables(add)
	}
	if r.site.Has("previews") {
		r.previews(add)
	}
	if r.site.Has("search") {
		begin := len(routes)
		r.addSearchIndex(add, sync.OnceValues(r.makeSearchIndex))
		routes[begin].Long = true // whichever is first makes them all
	}
	add("/feed.xml", r.feed)
	r.addSitemap(add, countListed(routes), maxSitemap, func() []Route { return routes })
	for _, f := range assets.files {
		add(f.path, f.write)
	}
	routes = sorted(routes)
	return routes
}

// countRoutes is about how many routes there are: a page for each thing that has
// an id, and a few more.
func (r *renderer) countRoutes() int {
	return r.indexed() + r.indexed()/8 + len(r.assets.files)
}

// sorted returns routes in the order of their paths. They come folder by folder,
// and of most folders in order.
func sorted(routes []Route) []Route {
	folders := map[string][][]Route{} // by folder, the runs of its routes
	for rest := routes; len(rest) > 0; {
		folder, n := rest[0].Path, 1
		if i := strings.IndexByte(folder[1:], '/'); i >= 0 {
			folder = folder[:i+2]
			for n < len(rest) && strings.HasPrefix(rest[n].Path, folder) {
				n++
			}
		}
		folders[folder] = append(folders[folder], rest[:n])
		rest = rest[n:]
	}
	out := make([]Route, 0, len(routes))
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		from := len(out)
		for _, run := range folders[folder] {
			out = append(out, run...)
		}
		slices.SortFunc(out[from:], func(a, b Route) int { return strings.Compare(a.Path, b.Path) })
	}
	return out
}

// A renderer makes the views of one site in one language.
type renderer struct {
	site    *site.Site
	words   *locale.Locale
	layouts *Layouts
	assets  *Assets
	earlier Edition

	// What many pages show is made once, by the first page that needs it.
	foot      func() *Foot
	cited     func() Citation     // without what tells one page from another
	lastRead  func() content.Date // the last day on which a source was read
	manyFacts func() int          // from how many facts on a state is shaded dark
}

// t is a message of the catalogue.
func (r *renderer) t(key string, args ...any) string { return r.words.Message(key, args...) }
