package sitetest

import (
	"strings"
	"testing"

	"receipts/internal/diag"
)

// Every code keeps its address, /guide/errors/#E021, and from there the page
// that explains it is one link away.
func TestCodesKeepTheirAddresses(t *testing.T) {
	s := site(t)
	list := s.at["/guide/errors/"]
	for _, e := range diag.Explanations() {
		code := string(e.Code)
		item := list.ids[code]
		if item == nil {
			t.Errorf("%s#%s leads nowhere", list.path, code)
			continue
		}
		path, fragment, _ := strings.Cut(value(all(item, "a")[0], "href"), "#")
		p := s.at[path]
		if fragment != code || p == nil || p.ids[code] == nil || !strings.Contains(text(p.ids[code]), e.Title) {
			t.Errorf("%s is not explained at %s#%s", code, path, fragment)
		}
	}
}

// Every page that a reader may cite says how, with or without a text of ours.
func TestEverythingCanBeCited(t *testing.T) {
	cited := set("article fact question state entity authority data")
	for _, p := range site(t).pages {
		kind := strings.TrimPrefix(value(all(p.doc, "body")[0], "class"), "page-")
		if cited[kind] != (p.ids["_cite"] != nil) {
			t.Errorf("%s, of the kind %s: cite is there: %v", p.path, kind, p.ids["_cite"] != nil)
		}
	}
}
