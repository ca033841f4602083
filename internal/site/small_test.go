package site

import (
	"slices"
	"testing"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// smallSite builds the site of [fixture.Articles].
func smallSite(t testing.TB, reports, files map[string]string) (*Site, diag.List) {
	t.Helper()
	var in Input
	var diags diag.List
	for path, text := range fixture.Articles(reports, files) {
		f := source.File{Path: path, Data: []byte(text)}
		var bad diag.List
		if path == content.ConfigPath {
			in.Config, bad = content.ParseConfig(f)
		} else {
			var page *content.Page
			page, bad = content.Parse(f, content.DefaultLanguage, content.DefaultRegions)
			in.Pages = append(in.Pages, page)
		}
		diags = append(diags, bad...)
	}
	s, more := Build(in)
	return s, slices.Concat(diags, more).Sorted()
}

var money, event, report, amounts, dates = fixture.Money, fixture.Event, fixture.Report, fixture.Amounts, fixture.Dates
