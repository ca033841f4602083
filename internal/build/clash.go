package build

import (
	"path"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/host"
	"receipts/internal/render"
	"receipts/internal/site"
	"receipts/internal/source"
)

// rootFolder is the part of static/ that is published at the root.
const rootFolder = "static/root/"

// clashes reports files of static/root/ whose address is that of a page or of another
// file of the site, or lies above or below one, for systems too that take two names for one.
func clashes(routes []render.Route, static []source.File) diag.List {
	var diags diag.List
	for _, f := range static {
		name, ok := strings.CutPrefix(f.Path, rootFolder)
		if !ok {
			continue
		}
		if isTaken(routes, name) {
			diags.AddHint(diag.ReservedAddress, diag.Place{File: f.Path}, `the address "/`+name+`" belongs to the site itself`, "give the file another name")
		}
	}
	return diags
}

// ledAstray reports aliases whose address is that of a file of the site or of a
// further sheet, or lies above or below one.
func ledAstray(routes []render.Route, s *site.Site) diag.List {
	var diags diag.List
	for _, a := range s.Aliases() {
		if a.IsPart() {
			continue
		}
		name := render.Route{Path: a.Address}.File()
		if isTaken(routes, name) {
			diags.AddHint(diag.AliasTaken, a.Place, `the address "`+a.Address+`" belongs to the site itself`, "an alias is an address that nothing has now: take it out")
		}
	}
	return diags
}

// hidden reports redirects of the author's from an address of the site.
func hidden(redirects host.Redirects, routes []render.Route) diag.List {
	var diags diag.List
	for _, to := range redirects {
		if i := slices.IndexFunc(routes, func(r render.Route) bool { return to.Matches(r.Path) }); i >= 0 {
			diags.AddHint(diag.HostsDiffer, to.Place, "the redirect begins at "+routes[i].Path+", which exists: some hosts serve that, others lead away from it", "take the redirect away")
		}
	}
	return diags
}

// isTaken reports whether another route than the one that writes the file with this name
// writes it too, or one above or below it. Names of pages are in small letters.
func isTaken(routes []render.Route, name string) bool {
	taken := func(name string, own int) bool {
		is := written(routes, name) > own || below(routes, name)
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			is = is || written(routes, dir) > 0
		}
		return is
	}
	folded := source.Folded(name)
	return taken(name, 1) || folded != name && taken(folded, 0)
}

// written is how many routes write the file with this name.
func written(routes []render.Route, name string) int {
	n := 0
	names := []string{"/" + name}
	if path.Base(name) == "index.html" {
		names = append(names, "/"+strings.TrimSuffix(name, "index.html"))
	}
	for _, p := range names {
		for i, _ := slices.BinarySearchFunc(routes, p, byPath); i < len(routes) && routes[i].Path == p; i++ {
			n++
		}
	}
	return n
}

// below reports whether a route writes into the folder with this name.
func below(routes []render.Route, name string) bool {
	folder := "/" + name + "/"
	i, _ := slices.BinarySearchFunc(routes, folder, byPath)
	return i < len(routes) && strings.HasPrefix(routes[i].Path, folder)
}
