package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/render"
)

func TestParseShard(t *testing.T) {
	for _, s := range []string{"1/1", "3/16", "16/16", "2/100000"} {
		if shard, err := ParseShard(s); err != nil || shard.String() != s {
			t.Errorf("%s is read as %v, %v", s, shard, err)
		}
	}
	for _, s := range []string{"", "/", "x", "1", "1/", "/4", "0/4", "5/4", "1/0", "0/0", "-1/4", "1/-4", "+1/4", "01/4", "1/4/4", " 1/4", "1/4 ", "1.0/4", "1/99999999999999999999"} {
		if shard, err := ParseShard(s); err == nil {
			t.Errorf("%q is read as %v", s, shard)
		}
	}
}

// However many machines share a site, their shards have no file in common, and
// together they are the site, with the marker and the compressed copies. Each machine
// builds for itself.
func TestShardsAreTheWhole(t *testing.T) {
	small := fixture.Small()
	small["static/root/feed.xml.br"] = "a file that is named like a copy"
	for _, tt := range []struct {
		desc     string
		root     fs.FS
		compress bool
		of       []int
	}{
		{"a small site", fixture.FS(small), true, []int{1, 2, 3, 7}},
		{"our site", os.DirFS(filepath.Join("..", "..")), false, []int{1, 2, 3, 7}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			write := func(out string, shard Shard) map[string]string {
				t.Helper()
				res, err := build.New(tt.root, receipts.Defaults, build.Options{}).Build(t.Context())
				if err != nil || len(res.Routes) == 0 {
					t.Fatal(err, res.Diags)
				}
				if _, err := Write(t.Context(), out, res.Routes, Options{Compress: tt.compress, Shard: shard}); err != nil {
					t.Fatal(err)
				}
				return tree(t, out)
			}
			dir := t.TempDir()
			whole := filepath.Join(dir, "whole")
			want := write(whole, Shard{})
			for _, of := range tt.of {
				got, lines := map[string]string{}, []string{}
				for i := 1; i <= of; i++ {
					out := filepath.Join(dir, fmt.Sprint(of), fmt.Sprint(i))
					for name, text := range write(out, Shard{i, of}) {
						if _, taken := got[name]; taken {
							t.Fatalf("%s is in two of %d shards", name, of)
						}
						got[name] = text
					}
					lines = append(lines, slices.Collect(strings.Lines(strings.TrimPrefix(read(t, filepath.Join(out, markerName)), markerText+"\n")))...)
				}
				slices.Sort(lines)
				if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); diff != "" {
					t.Fatalf("the files of %d shards (-want +got):\n%s", of, diff)
				}
				for name := range want {
					if got[name] != want[name] {
						t.Errorf("%s differs in a shard of %d", name, of)
					}
				}
				if read(t, filepath.Join(whole, markerName)) != markerText+"\n"+strings.Join(lines, "") {
					t.Errorf("the markers of %d shards are not that of the whole", of)
				}
			}
		})
	}
}

// Shards of one size do the same work, and what is made together is in one.
func TestSharesAreEven(t *testing.T) {
	var routes []render.Route
	for i := range 3000 {
		routes = append(routes, render.Route{Path: fmt.Sprintf("/articles/outlet-%d/", i)}, render.Route{Path: fmt.Sprintf("/articles/outlet-%d/data.json", i)})
	}
	for i := range 50 {
		routes = append(routes, render.Route{Path: fmt.Sprintf("/search/%d.json", i), Batch: "/search/"})
	}
	for _, of := range []int{2, 3, 4, 16} {
		batches := 0
		for i := range of {
			pages, data, batch := 0, 0, 0
			for _, r := range (Shard{i + 1, of}).Share(routes) {
				switch {
				case r.Batch != "":
					batch++
				case strings.HasSuffix(r.Path, "/"):
					pages++
				default:
					data++
				}
			}
			for _, n := range []int{pages, data} {
				if even := 3000 / of; n < even*8/10 || n > even*12/10 {
					t.Errorf("shard %d of %d has %d of 3000", i+1, of, n)
				}
			}
			if batch != 0 && batch != 50 {
				t.Errorf("shard %d of %d has %d of a batch of 50", i+1, of, batch)
			}
			batches += batch
		}
		if batches != 50 {
			t.Errorf("%d shards have %d of a batch of 50", of, batches)
		}
	}
}
