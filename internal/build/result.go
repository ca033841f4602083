package build

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/diag"
	"receipts/internal/proof"
	"receipts/internal/render"
	"receipts/internal/site"
)

// A Result is a built site. With errors among the diagnostics it has no routes, and
// its Site has what could be read.
type Result struct {
	Site   *site.Site
	Others []*site.Site // the editions in the other languages of the site
	Proof  *proof.Proof // of the Site

	// Reviews are what is to be read against its source; nil if the site does not ask
	// for that and nothing is signed.
	Reviews *checked.Reviews

	Routes []render.Route // sorted by path
	Diags  diag.List      // sorted
	Files  int            // of content, with translations
	theme  *theme
	texts  map[string][]byte
}

// Editions are the Site and the Others.
func (r *Result) Editions() []*site.Site { return append([]*site.Site{r.Site}, r.Others...) }

// Text returns the bytes of a file that diagnostics may point into; none if there
// is no such file.
func (r *Result) Text(path string) []byte { return r.texts[path] }

// Styles lists the stylesheets that are linked to, as they are published.
func (r *Result) Styles() []render.Style { return r.theme.assets.Styles() }

func byPath(r render.Route, path string) int { return strings.Compare(r.Path, path) }

// Route returns the route of an address, if there is one.
func (r *Result) Route(path string) (render.Route, bool) {
	i, ok := slices.BinarySearchFunc(r.Routes, path, byPath)
	if !ok {
		return render.Route{}, false
	}
	return r.Routes[i], true
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
func (r *Result) Explain(err error) (diag.Diagnostic, bool) {
	return r.theme.voices[0].layouts.AsDiagnostic(err)
}
