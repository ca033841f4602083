package view

import (
	"testing"

	"receipts/internal/site"
)

// An edition is called by its country only beside another in the same language.
func TestShortTag(t *testing.T) {
	for _, tt := range []struct {
		tags []string
		want string // of the first
	}{
		{[]string{"fr-CA", "en-CA"}, "fr"},
		{[]string{"fr-CA", "fr"}, "fr-CA"},
		{[]string{"fr-CA", "en", "fr-FR"}, "fr-CA"},
		{[]string{"zh-Hant", "en"}, "zh-Hant"},
		{[]string{"en", "fr"}, "en"},
	} {
		var sites []*site.Site
		for _, tag := range tt.tags {
			sites = append(sites, &site.Site{Lang: tag})
		}
		if got := shortTag(sites, tt.tags[0]); got != tt.want {
			t.Errorf("%v: the first is called %q, want %q", tt.tags, got, tt.want)
		}
	}
}
