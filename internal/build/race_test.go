package build_test

import (
	"io"
	"maps"
	"sync"
	"testing"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// The tests of this file are for the race detector.

// Each route is written by a goroutine of its own. Those of Each wait for each
// other when they take the next route, which hides most races from the detector.
func TestRoutesAtOnce(t *testing.T) {
	files := maps.Collect(archive.New(24, 1).Full())
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{}).Build(t.Context())
	if err != nil || len(res.Routes) == 0 {
		t.Fatal(err, res.Diags)
	}
	var wg sync.WaitGroup
	for _, r := range res.Routes {
		wg.Go(func() {
			if err := r.Write(io.Discard); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
