package build

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/render"
)

func TestEachRoute(t *testing.T) {
	routes := []render.Route{{Path: "/a/"}, {Path: "/b/", Long: true}, {Path: "/c/"}, {Path: "/d/", Long: true}}
	var got []string
	err := EachRoute(t.Context(), 1, routes, func(r render.Route) error {
		got = append(got, r.Path)
		return nil
	})
	if diff := cmp.Diff([]string{"/b/", "/d/", "/a/", "/c/"}, got); diff != "" || err != nil {
		t.Errorf("order (-want +got):\n%s%v", diff, err)
	}
	if !slices.IsSortedFunc(routes, func(x, y render.Route) int { return strings.Compare(x.Path, y.Path) }) {
		t.Error("the list of routes itself has changed")
	}
}

// However many calls fail, and in whatever order they end, the error is that of
// the first in the list.
func TestEachFails(t *testing.T) {
	errs := make([]error, 100)
	for i := range errs {
		if i >= 40 {
			errs[i] = errors.New("an error")
		}
	}
	for range 50 {
		var calls atomic.Int64
		err := Each(t.Context(), 8, len(errs), func(i int) error {
			calls.Add(1)
			return errs[i]
		})
		if err != errs[40] {
			t.Fatal("the error is not that of the lowest index")
		}
		if n := calls.Load(); n > 48 {
			t.Fatalf("%d calls, although an early one failed", n)
		}
	}
}
