package proof

import (
	"slices"
	"testing"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/site"
	"receipts/internal/source"
)

// proved reads files by their paths, and checks the site that they make.
func proved(files map[string]string, opt Input) (*Proof, diag.List) {
	p, diags := prove(pagesOf(files), opt)
	return p, diags.Sorted()
}

// pages are files that were read, one by one.
type pages struct {
	config *content.Config
	pages  []*content.Page
	read   map[*content.Page]*Page
	diags  diag.List
}

func pagesOf(files map[string]string) pages {
	in := pages{read: map[*content.Page]*Page{}}
	for path, text := range files {
		f := source.File{Path: path, Data: []byte(text)}
		if path == content.ConfigPath {
			var bad diag.List
			in.config, bad = content.ParseConfig(f)
			in.diags = append(in.diags, bad...)
			continue
		}
		page, bad := content.Parse(f, content.DefaultLanguage, content.DefaultRegions)
		read, more := ReadPage(page, f.Data)
		in.pages, in.read[page] = append(in.pages, page), read
		in.diags = slices.Concat(in.diags, bad, more)
	}
	return in
}

func prove(in pages, opt Input) (*Proof, diag.List) {
	s, diags := site.Build(site.Input{Config: in.config, Pages: in.pages, Each: opt.Each})
	opt.Site, opt.Pages = s, in.read
	p, _, more := Check(opt)
	return p, slices.Concat(in.diags, diags, more)
}

// smallSite checks the site of [fixture.Articles].
func smallSite(t testing.TB, reports, files map[string]string) (*Proof, diag.List) {
	t.Helper()
	return proved(fixture.Articles(reports, files), Input{})
}
