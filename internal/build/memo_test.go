package build

import (
	"slices"
	"testing"
	"testing/fstest"

	"receipts"
	"receipts/internal/content"
	"receipts/internal/region"
)

const ownRegions = "regions: {one: province, many: provinces, list: [{code: A, name: North}]}\n"

// One edit parses one page: all others are the pages of the build before.
func TestOneEditParsesOnePage(t *testing.T) {
	root := fstest.MapFS{
		"content/site.yaml":            {Data: []byte("title: Small\nbase_url: https://small.example\n" + ownRegions)},
		"content/people/ada.md":        {Data: []byte("---\ntitle: Ada\nsummary: Writes.\n---\n")},
		"content/people/ben.md":        {Data: []byte("---\ntitle: Ben\nsummary: Reads [[ada]].\n---\n")},
		"content/glossary/a-letter.md": {Data: []byte("---\ntitle: Letter\nsummary: What [[ada]] writes.\n---\n")},
		"content/pages/broken.md":      {Data: []byte("---\ntitle: [\n---\n")},
	}
	b := New(root, nil, Options{})
	var regions *region.Set
	pages := func() map[string]*content.Page {
		t.Helper()
		if _, err := b.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		if have, now := b.memory.regions, b.memory.editions[0].Site.Regions; have != now || regions != nil && now != regions {
			t.Error("the regions are another set, with which each page would be compared")
		}
		regions = b.memory.regions
		out := map[string]*content.Page{}
		for _, p := range b.memory.pages {
			out[p.file.Path] = p.page
		}
		return out
	}
	before := pages()
	const edited = "content/people/ada.md"
	root[edited] = &fstest.MapFile{Data: []byte("---\ntitle: Ada\nsummary: Writes letters.\n---\n")}
	after := pages()
	for name, page := range after {
		if same := page == before[name]; same == (name == edited) {
			t.Errorf("%s: parsed again is %t", name, !same)
		}
	}
	delete(root, edited)
	if gone := pages(); len(gone) != len(before)-1 || gone[edited] != nil {
		t.Errorf("a file that is gone is remembered: %v", gone)
	}
}

// A Builder that builds once keeps nothing, and builds the same.
func TestOnceKeepsNothing(t *testing.T) {
	root := fstest.MapFS{
		"content/site.yaml":     {Data: []byte("title: Small\nbase_url: https://small.example\n")},
		"content/people/ada.md": {Data: []byte("---\ntitle: Ada\nsummary: Writes.\n---\n")},
	}
	routes := func(b *Builder) (paths []string) {
		t.Helper()
		res, err := b.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range res.Routes {
			paths = append(paths, r.Path)
		}
		return paths
	}
	once, usual := New(root, receipts.Defaults, Options{Once: true}), New(root, receipts.Defaults, Options{})
	if want, got := routes(usual), routes(once); len(want) == 0 || !slices.Equal(want, got) {
		t.Errorf("built once, the site has %d routes, otherwise %d", len(got), len(want))
	}
	if m := once.memory; m.pages != nil || m.theme != nil || m.editions != nil {
		t.Error("something is kept")
	}
	if m := usual.memory; m.pages == nil || m.theme == nil || m.editions == nil {
		t.Error("a Builder keeps nothing for its next build")
	}
}
