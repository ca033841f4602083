package site_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/site"
)

// What scripts, hosts and other sites read, and the further sheets of a list, from which
// things move.
var notForLinks = regexp.MustCompile(`^/(static|previews|cards|fr)/|^/search/index|^/_|/[0-9]+/$`)

// A text may link to every page and every file that the real site has, and to no
// other: all addresses of lists and files are those of routes.
func TestFilesHaveLinks(t *testing.T) {
	res, err := build.New(os.DirFS("../.."), receipts.Defaults, build.Options{}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Routes) == 0 {
		t.Fatal("the real site has mistakes")
	}
	for _, r := range res.Routes {
		if r.Moved || notForLinks.MatchString(r.Path) || res.Site.At(r.Path) != nil {
			continue
		}
		if _, ok := res.Site.ResolveLink(r.Path, "/about/"); !ok {
			t.Errorf("%s cannot be linked to", r.Path)
		}
	}
	for _, n := range res.Site.Nodes() {
		record, _, _ := strings.Cut(n.Path, "#")
		record += site.RecordName
		if _, ok := res.Site.ResolveLink(record, "/about/"); ok {
			if _, there := res.Route(record); !there {
				t.Errorf("a text may link to %s, which is not there", record)
			}
		}
	}
	for _, address := range site.Lists(res.Site) {
		if _, ok := res.Route(address); !ok && !res.Site.LeavesOut(address) {
			t.Errorf("a text may link to %s, which is not there", address)
		}
	}
}
