package build_test

import (
	"runtime"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// The order in which files are listed and the number of processors change
// nothing, for a site that is whole and for one full of mistakes.
func TestOrderAndProcessorsChangeNothing(t *testing.T) {
	for _, desc := range []string{"whole", "with mistakes"} {
		t.Run(desc, func(t *testing.T) {
			files := fixture.Small()
			if desc == "with mistakes" {
				for name := range files {
					files[name] += "\n[[nobody]] <b>raw</b> [[a-fine#nowhere]]\n"
				}
				files["content/people/ada-two.md"] = "---\ntitle: Ada\nsumary: Twice.\n---\n"
				files["content/organizations/ada.md"] = "---\ntitle: Ada\nkind: company\nsummary: Again.\n---\n"
			}
			want, _ := outcomeOf(t, build.New(fixture.FS(files), receipts.Defaults, build.Options{Jobs: 1}))
			for _, tt := range []struct{ processors, jobs int }{{1, 0}, {1, 8}, {2, 0}, {2, 3}, {8, 0}, {8, 64}} {
				old := runtime.GOMAXPROCS(tt.processors)
				got, _ := outcomeOf(t, build.New(shuffledFS{fixture.FS(files)}, shuffledFS{receipts.Defaults}, build.Options{Jobs: tt.jobs}))
				runtime.GOMAXPROCS(old)
				if diff := differ(want, got); diff != "" {
					t.Fatalf("%d processors, %d jobs (-want +got):\n%s", tt.processors, tt.jobs, diff)
				}
			}
		})
	}
}

// A small site is whole: the tests that edit it begin without mistakes.
func TestSmallSiteIsWhole(t *testing.T) {
	o := mustBuild(t, fixture.FS(fixture.Small()), receipts.Defaults, build.Options{})
	for path, body := range o.Routes {
		if len(body) > 6 && body[:6] == "fault:" {
			t.Errorf("%s: %s", path, body)
		}
	}
}
