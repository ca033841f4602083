package build_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// A file of static/root/ that would overwrite a page is a mistake with its
// place, found before anything is written.
func TestRootFilesTakeNoAddressOfTheSite(t *testing.T) {
	for _, tt := range []struct {
		desc, file string
		want       string
	}{
		{"a file of its own", "static/root/humans.txt", ""},
		{"one that is built in", "static/root/robots.txt", ""},
		{"a folder of its own", "static/root/keys/a.txt", ""},
		{"beside pages", "static/root/facts/notes.txt", ""},
		{"a name that ends as a page's does", "static/root/peopleindex.html", ""},
		{"the home page", "static/root/index.html", `the address "/index.html" belongs to the site itself`},
		{"a page", "static/root/people/ada/index.html", `the address "/people/ada/index.html" belongs to the site itself`},
		{"the feed", "static/root/feed.xml", `the address "/feed.xml" belongs to the site itself`},
		{"a folder of pages", "static/root/facts", `the address "/facts" belongs to the site itself`},
		{"below a file", "static/root/feed.xml/a.txt", `the address "/feed.xml/a.txt" belongs to the site itself`},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			root := fixture.FS(fixture.Small())
			root[tt.file] = &fstest.MapFile{Data: []byte("mine")}
			o, res := outcomeOf(t, build.New(root, receipts.Defaults, build.Options{}))
			var got strings.Builder
			for _, d := range mistakes(o.Diags) {
				got.WriteString(d.Message)
				if d.Place.File != tt.file {
					t.Errorf("the mistake is placed in %s", d.Place.File)
				}
			}
			if diff := cmp.Diff(tt.want, got.String()); diff != "" {
				t.Errorf("messages (-want +got):\n%s", diff)
			}
			if whole := len(res.Routes) > 0; whole != (tt.want == "") {
				t.Errorf("the site has %d routes", len(res.Routes))
			}
		})
	}
}
