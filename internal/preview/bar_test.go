package preview

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// told is what the page at an address is told now.
func (r *running) told(address string) message {
	return r.preview.message(r.preview.state.edition(), address)
}

// Each page names the file it is made from.
func TestSources(t *testing.T) {
	r := run(t, smallSite(t))
	for address, want := range map[string]string{
		"/articles/first/":      "content/articles/first.md:1",
		"/facts/a-fine/":        "content/facts/a-fine.md:1",
		"/facts/letters/":       "content/articles/first.md:31", // it has no file: where it is reported
		"/people/ada/":          "content/people/ada.md:1",
		"/organizations/meta/":  "",
		"/legal/may-it/":        "content/legal/may-it.md:1",
		"/law/52-usc-10307-c/":  "content/law/52-usc-10307-c.md:1",
		"/states/pennsylvania/": "content/states/pennsylvania.md:1",
		"/states/michigan/":     "",
		"/about/":               "content/pages/about.md:1",
		"/guide/writing/":       "content/guide/writing.md:1",
		"/amounts/":             "",
		"/nowhere/":             "",
	} {
		got := ""
		if s := r.told(address).Source; s != nil {
			got = fmt.Sprintf("%s:%d", s.File, s.Line)
		}
		if got != want {
			t.Errorf("%s is made from %q, want %q", address, got, want)
		}
	}
}

// Drafts and dates to come are marked; the mark is no part of the page.
func TestBadges(t *testing.T) {
	files := smallSite(t)
	tomorrow := time.Now().AddDate(0, 0, 2).Format(time.DateOnly)
	files["content/articles/second.md"] = strings.Replace(files["content/articles/second.md"], "read: 2026-11-22\n", "read: "+tomorrow+"\ndraft: true\n", 1)
	r := run(t, files)
	want := []string{"draft: left out by build", "read " + tomorrow + ", which is still to come"}
	if diff := cmp.Diff(want, r.told("/articles/second/").Badges); diff != "" {
		t.Errorf("badges (-want +got):\n%s", diff)
	}
	if got := r.told("/articles/first/").Badges; len(got) > 0 {
		t.Errorf("badges of an article like any other: %v", got)
	}
	if _, body := r.get("/articles/second/"); strings.Contains(body, "left out by build") {
		t.Error("the mark is part of the page")
	}
}

// The bar says which facts lack evidence: quotes that nobody has looked up, and
// quotes that do not carry all that is reported.
func TestLacking(t *testing.T) {
	files := smallSite(t)
	files["content/articles/first.md"] = strings.NewReplacer(
		"amount: several letters\n", "amount: 2 letters\n    quote_supports: partly\n    quote_lacks: the number, which is our count\n",
		"plusieurs lettres", "sa lettre et celle", "several letters", "her letter and that",
	).Replace(files["content/articles/first.md"])
	r := run(t, files)
	e := r.preview.state.edition()
	if !e.isWhole() {
		t.Fatalf("the site has mistakes: %v", e.current.Diags)
	}
	why := map[string][]string{}
	for _, m := range r.told("/articles/first/").Lacking {
		why[m.Message] = append(why[m.Message], m.Hint)
	}
	if got := why["the quote does not carry all of it"]; len(got) != 1 {
		t.Errorf("partly carried: %v of %v", got, slices.Sorted(maps.Keys(why)))
	}
	if got := why["the quote was not looked up in its source yet"]; len(got) != 4 {
		t.Errorf("not looked up: %v", got)
	}
}

// Only a change of stylesheets alone leaves pages as they are.
func TestOnlyStyles(t *testing.T) {
	files := smallSite(t)
	files["static/style.css"] = "p { color: red }"
	files["static/picture.png"] = "one"
	r := run(t, files)
	page := func() string { return r.preview.state.edition().page }
	write := func(name, text string) (same bool) {
		t.Helper()
		before := page()
		r.write(name, text)
		r.next()
		return page() == before
	}
	first := r.told("/").Styles["style.css"]
	if !write("static/style.css", "p { color: blue }") {
		t.Error("a style loads pages again")
	}
	if now := r.told("/").Styles["style.css"]; now.Href == first.Href || now.Integrity == first.Integrity {
		t.Error("the page is not told of the new style")
	}
	if write("static/new.css", "p {}") {
		t.Error("a stylesheet that was not there leaves pages as they are")
	}
	if write("static/picture.png", "two") {
		t.Error("a picture leaves pages as they are")
	}
	if write("static/root/x.css", "p {}") {
		t.Error("a stylesheet with a fixed name leaves pages as they are")
	}
	if !write("static/style.css", "p { background: url(none.png) }") {
		t.Error("a mistake loads pages again")
	}
	if write("static/style.css", "p {}") {
		t.Error("a style that mends a mistake leaves pages as they are")
	}
}

// A file that is cut off for a moment is not built in that state.
func TestEmptiedFile(t *testing.T) {
	files := smallSite(t)
	r := run(t, files)
	r.write("content/people/ada.md", "")
	time.Sleep(unsettledFor / 3)
	r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "title: Ada", "title: Ada written", 1))
	b := r.next()
	if errors, _ := b.Result.Diags.Count(); errors > 0 {
		t.Errorf("the empty file was built: %v", b.Result.Diags)
	}
	r.quiet()
}

// A fault of the machine is shown like a mistake, and passes like one.
func TestFault(t *testing.T) {
	r := run(t, smallSite(t))
	if err := symlink(r); err != nil {
		t.Skip(err)
	}
	if b := r.next(); b.Fault == nil {
		t.Error("a file that cannot be read is no fault")
	}
	m := r.told("/")
	if m.Whole || len(m.Mistakes) != 1 || m.Mistakes[0].Kind != "fault" {
		t.Errorf("the page is told %+v", m)
	}
	if status, _ := r.get("/people/ada/"); status != 200 {
		t.Errorf("the page from before has status %d", status)
	}
	unlink(r)
	if b := r.next(); b.Fault != nil || !r.told("/").Whole {
		t.Errorf("the fault stays: %v", b.Fault)
	}
}

func symlink(r *running) error { return os.Symlink("/nowhere", r.path("content/people/link.md")) }

func unlink(r *running) {
	r.t.Helper()
	if err := os.Remove(r.path("content/people/link.md")); err != nil {
		r.t.Fatal(err)
	}
}
