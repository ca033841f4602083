package sitetest

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/rename"
	graph "receipts/internal/site"
	"receipts/internal/source"
)

// A renamed id changes the published pages by the id alone, whatever kind it is of; no
// quote has to be looked up again, and no address is lost.
func TestRename(t *testing.T) {
	s := site(t)
	tried := map[graph.Kind]bool{}
	all := s.Site.Nodes()
	for _, n := range all {
		// The new id is the longer one, and nothing is sorted between the two.
		id := n.ID + "-0"
		near := slices.ContainsFunc(all, func(o *graph.Node) bool { return o != n && strings.Contains(o.ID, n.ID) })
		if tried[n.Kind] || near || n.Kind == graph.StateNode || n.IsLookedFor() ||
			n.Kind == graph.AuthorityNode && s.Site.Authority(n.ID).Citation.Slug() != "" {
			continue
		}
		tried[n.Kind] = true
		t.Run(fmt.Sprintf("%s %s", n.Kind, n.ID), func(t *testing.T) {
			read := func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(root, path)) }
			in := rename.Input{Site: s.Site, Others: s.Others, Reviews: s.Reviews, Read: read, Old: n.ID, New: id}
			files, err := in.Files()
			if err != nil {
				t.Fatal(err)
			}
			tree := source.FS(os.DirFS(root).(fs.ReadFileFS))
			now, err := build.Over(files.Over(tree), source.FS(receipts.Defaults), build.Options{}).Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if err := in.RelockQuotes(files, now.Site); err != nil {
				t.Fatal(err)
			}
			if now, err = build.Over(files.Over(tree), source.FS(receipts.Defaults), build.Options{}).Build(context.Background()); err != nil {
				t.Fatal(err)
			}
			if err := in.Relock(files, now.Site, now.Reviews); err != nil {
				t.Fatal(err)
			}
			now, err = build.Over(files.Over(tree), source.FS(receipts.Defaults), build.Options{Unlisted: true}).Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if len(now.Diags) > 0 {
				var b strings.Builder
				_ = diag.Text(&b, now.Diags, now.Text, false)
				t.Fatalf("the renamed site has mistakes:\n%s", b.String())
			}
			kept := regexp.MustCompile(`<span id="_?` + n.ID + `(-[0-9]+)?"></span>\n`)
			pages := 0
			for _, r := range now.Routes {
				if !r.IsPage() {
					continue
				}
				pages++
				var b bytes.Buffer
				if err := r.Write(&b); err != nil {
					t.Fatal(err)
				}
				got := bytes.ReplaceAll(kept.ReplaceAll(b.Bytes(), nil), []byte(id), []byte(n.ID))
				was := strings.ReplaceAll(r.Path, id, n.ID)
				if want := s.files[was]; !bytes.Equal(got, want) {
					i := 0
					for i < min(len(got), len(want)) && got[i] == want[i] {
						i++
					}
					t.Errorf("%s is another page:\n… %.120q\nwas\n… %.120q", r.Path, got[max(0, i-40):], want[max(0, i-40):])
				}
			}
			if pages != len(s.pages) {
				t.Errorf("%d pages, of %d", pages, len(s.pages))
			}
			if n.Permanent() == n.Path && !strings.Contains(n.Path, "#") {
				if old, ok := now.Route(n.Path); !ok || !old.Moved {
					t.Errorf("nothing leads on from %s", n.Path)
				}
			}
		})
	}
	if len(tried) < 11 {
		t.Errorf("only %d kinds were tried: %v", len(tried), tried)
	}
}
