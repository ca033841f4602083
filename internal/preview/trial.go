package preview

import (
	"context"
	"slices"
	"strings"

	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/render"
)

// A layout may ask for what its data does not have, which shows only when a page
// is made. To find such a mistake before the edition is swapped in, a few pages of
// each layout are made, and thrown away, whenever layouts have changed. A mistake
// on another page shows when that page is asked for.

// tries is how many pages of each layout are made: the first, the last, and some
// in between.
const tries = 4

// tryLayouts makes pages of e. If one cannot be made, e has a mistake, and
// nothing to show. With a fault they are left to the next edition.
func (s *side) tryLayouts(ctx context.Context, e, last *edition) {
	e.untried = last.untried || last.number == 0 || slices.ContainsFunc(e.changed, func(file string) bool {
		return strings.HasPrefix(file, "layouts/")
	})
	if !e.untried || e.fault != nil || e.current.Routes == nil {
		return
	}
	err := s.builder.CheckRoutes(ctx, &build.Result{Routes: samples(e.current.Routes)})
	if err == nil {
		e.untried = false
		return
	}
	d, ok := e.current.Explain(err)
	if !ok {
		return // shown when the page is asked for
	}
	broken := *e.current
	broken.Routes = nil
	broken.Diags = append(slices.Clone(broken.Diags), diag.List{d}...).Sorted()
	e.current = &broken
}

// samples are some pages of each layout.
func samples(routes []render.Route) []render.Route {
	byLayout := map[string][]render.Route{}
	for _, r := range routes {
		if r.Layout != "" {
			byLayout[r.Layout] = append(byLayout[r.Layout], r)
		}
	}
	var out []render.Route
	for _, r := range routes {
		same := byLayout[r.Layout]
		if len(same) == 0 {
			continue
		}
		delete(byLayout, r.Layout)
		for i := range min(tries, len(same)) {
			out = append(out, same[i*(len(same)-1)/max(min(tries, len(same))-1, 1)])
		}
	}
	return out
}
