package site_test

import (
	"fmt"
	"testing"

	"receipts/bench/archive"
	"receipts/internal/content"
	"receipts/internal/site"
	"receipts/internal/source"
)

// BenchmarkArchive assembles the sites on which an author's wait is measured, of
// pages that were parsed before: what each save costs, whatever it changes.
func BenchmarkArchive(b *testing.B) {
	for _, articles := range []int{1000, 10000} {
		b.Run(fmt.Sprint(articles), func(b *testing.B) {
			in := site.Input{}
			for name, text := range archive.New(articles, 1).Full() {
				f := source.File{Path: name, Data: []byte(text)}
				if name == content.ConfigPath {
					in.Config, _ = content.ParseConfig(f)
					continue
				}
				page, _ := content.Parse(f, content.DefaultLanguage, content.DefaultRegions)
				in.Pages = append(in.Pages, page)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, diags := site.Build(in); len(diags) > 0 {
					b.Fatal(diags[0])
				}
			}
		})
	}
}
