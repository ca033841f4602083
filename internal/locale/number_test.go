package locale

import (
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

func noBreak(s string) string { return strings.ReplaceAll(s, "~", nbsp) }

func TestNumber(t *testing.T) {
	tests := []struct {
		desc string
		give int64
		want string
	}{
		{"zero", 0, "0"},
		{"three digits", 999, "999"},
		{"four digits", 1000, "1,000"},
		{"negative", -350000, "-350,000"},
		{"the greatest", math.MaxInt64, "9,223,372,036,854,775,807"},
	}
	en := English()
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, en.Number(tt.give)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestNumberOfAnotherLanguage holds that nothing English is built in where
// CLDR knows better.
func TestNumberOfAnotherLanguage(t *testing.T) {
	de := newLocale(language.German, &english, nil)
	if diff := cmp.Diff("1.234,5", de.figures("1234.5")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("de", de.Tag()); diff != "" {
		t.Error(diff)
	}
}

func TestPlural(t *testing.T) {
	tests := []struct {
		desc string
		tag  language.Tag
		give int64
		want string
	}{
		{"none", language.English, 0, "other"},
		{"one", language.English, 1, "one"},
		{"two", language.English, 2, "other"},
		{"a million", language.English, 1e6, "other"},
		{"a million and one", language.English, 1e6 + 1, "other"},
		{"the least int64", language.English, math.MinInt64, "other"},
		{"French counts none as one", language.French, 0, "one"},
		{"Polish few", language.Polish, 1_000_002, "few"},
		{"Polish many", language.Polish, 1_000_000, "many"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, newLocale(tt.tag, &english, nil).Plural(tt.give)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestConcurrent is for the race detector: pages are rendered in parallel and
// share one Locale.
func TestConcurrent(t *testing.T) {
	en := English()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range int64(100) {
				en.Number(n * 1000)
			}
		})
	}
	wg.Wait()
}
