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

	"receipts/internal/diag"
	"receipts/internal/fixture"
)

// told is the current message to the page at an address.
func (r *running) told(address string) message {
	return r.preview.messageAbout(r.preview.state.edition(), address)
}

// Each page names the file it is made from.
func TestSources(t *testing.T) {
	r := run(t, fixture.Small())
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
		"/amounts/2/":           "",
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

// A page without a file of its own says what it is made from; a missing page says
// so, and names its file if that has mistakes; the line is that of the first
// mistake or of the last edit.
func TestMadeFrom(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	for address, want := range map[string]string{
		"/": "content/site.yaml and all articles", "/guide/": "content/guide/", "/people/": "content/people/", "/amounts/": "several files",
	} {
		if got := r.told(address).From; got != want {
			t.Errorf("%s is made from %q, want %q", address, got, want)
		}
	}
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummry: Wrote back.\n---\n")
	r.next()
	m := r.told("/people/grace/")
	if !m.Missing || m.Source == nil || m.Source.File != "content/people/grace.md" || m.Source.Line != 3 && m.Source.Line != 1 {
		t.Errorf("a page that is not there yet is told %+v of %+v", m.Source, m.Stops)
	}
	if m := r.told("/people/nobody/"); !m.Missing || m.Source != nil {
		t.Errorf("a page that nobody has written is told %+v", m.Source)
	}
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n\nA line.\n")
	r.next()
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n\nA line.\nA new one.\n")
	r.next()
	if s := r.told("/people/grace/").Source; s == nil || s.Line != 7 {
		t.Errorf("after an edit of line 7, the source is %+v", s)
	}
}

// The numbers are those of all mistakes of a kind; a file of "new" has one, which
// names the next place.
func TestTally(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	r.write("content/people/ada.md", files["content/people/ada.md"]+"\nSee [[nobody]], [him](/people/nobody/).\n\n![[no-fact]]\n")
	r.next()
	m := r.told("/people/ada/")
	if !m.Whole || m.StopCount != 0 || m.UnwrittenCount != 3 || len(m.Unwritten) != 3 {
		t.Errorf("links to what is not written: %+v", m.tally)
	}
	if _, body := r.get("/people/ada/"); strings.Count(body, `<span class="missing">`) != 3 {
		t.Errorf("not all of them are red:\n%s", body)
	}
	// Mistakes beyond the limit of one kind take no room from the others.
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n"+strings.Repeat("x: y\n", 1)+"---\n"+strings.Repeat("\n[[nobody]]\n", maxMistakes+5))
	r.next()
	m = r.told("/people/ada/")
	if m.Whole || m.StopCount != 1 || len(m.Stops) != 1 {
		t.Errorf("one mistake among many links: %+v", m.tally)
	}
	const form = "---\ntitle: \"FILL IN: a name\"\nsummary: \"FILL IN: a sentence\"\n---\n\nFILL IN: text\n"
	r.write("content/people/grace.md", form)
	r.next()
	m = r.told("/people/grace/")
	if !m.Missing || m.StopCount != 3 || len(m.Stops) != 1 || m.Stops[0].Line != 2 || m.Stops[0].Hint == "" || !strings.Contains(m.Stops[0].Message, "3 places") {
		t.Errorf("a form to fill in: %+v", m.tally)
	}
}

// Drafts and future dates are marked in the bar, not on the page.
func TestBadges(t *testing.T) {
	files := fixture.Small()
	tomorrow := time.Now().AddDate(0, 0, 2).Format(time.DateOnly)
	files["content/articles/second.md"] = strings.Replace(files["content/articles/second.md"], "read: 2026-11-22\n", "read: "+tomorrow+"\ndraft: true\n", 1)
	r := run(t, files)
	want := []string{"draft: left out by build", "read " + tomorrow + ", which is still to come"}
	if diff := cmp.Diff(want, r.told("/articles/second/").Badges); diff != "" {
		t.Errorf("badges (-want +got):\n%s", diff)
	}
	rests := []string{"shows facts of second, which is a draft"}
	if diff := cmp.Diff(rests, r.told("/facts/a-fine/").Badges); diff != "" {
		t.Errorf("badges of a fact that a draft reports (-want +got):\n%s", diff)
	}
	if got, want := r.told("/articles/").From, "content/articles/, with 1 draft"; got != want {
		t.Errorf("the list is made from %q, want %q", got, want)
	}
	if got := r.told("/articles/first/").Badges; len(got) > 0 {
		t.Errorf("badges of an article like any other: %v", got)
	}
	if _, body := r.get("/articles/second/"); strings.Contains(body, "left out by build") {
		t.Error("the mark is part of the page")
	}
}

// The bar says which facts lack evidence: those whose quote was not looked up, and
// those whose quote does not carry all that is reported.
func TestLacking(t *testing.T) {
	files := fixture.Small()
	files["content/articles/first.md"] = strings.NewReplacer(
		"amount: several letters\n", "amount: 2 letters\n    quote_supports: partly\n    quote_lacks: \"the number; our count: one + another\"\n",
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
	files := fixture.Small()
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
	files := fixture.Small()
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

// runDenied is a preview in which a file was written that cannot be read, and its text.
func runDenied(t *testing.T) (r *running, root *denied, file, text string) {
	files := fixture.Small()
	r = run(t, files, func(o *Options) { root = &denied{FS: o.Root}; o.Root = root })
	file = "content/people/ada.md"
	text = files[file] + "\nMore.\n"
	root.deny(file)
	r.write(file, text)
	return r, root, file, text
}

// A fault of the machine is shown like a mistake until the file can be read again.
func TestFault(t *testing.T) {
	r, root, file, text := runDenied(t)
	if b := r.next(); b.Fault == nil || !strings.Contains(b.Fault.Error(), file) {
		t.Errorf("a file that cannot be read is no fault: %v", b.Fault)
	}
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n")
	if b := r.next(); b.Fault == nil {
		t.Error("the fault clears itself with news of another file")
	}
	m := r.told("/")
	if m.Whole || len(m.Stops) != 1 || m.Stops[0].Kind != "fault" || m.StopCount != 1 {
		t.Errorf("the page is told %+v", m)
	}
	if status, _ := r.get("/people/ada/"); status != 200 {
		t.Errorf("the page from before has status %d", status)
	}
	root.deny("")
	r.write(file, text)
	if b := r.next(); b.Fault != nil || !r.told("/").Whole {
		t.Errorf("the fault stays: %v", b.Fault)
	}
	if status, _ := r.get("/people/grace/"); status != 200 {
		t.Error("what was written meanwhile is not there")
	}
}

// A layout that was written while a file could not be read is tried once it can.
func TestLayoutBesideFault(t *testing.T) {
	r, root, file, text := runDenied(t)
	r.next()
	r.write("layouts/entity.html", "{{.Nothing}}")
	if b := r.next(); b.Fault == nil {
		t.Fatal("there is no fault")
	}
	root.deny("")
	r.write(file, text)
	if b := r.next(); b.Fault != nil || !slices.ContainsFunc(b.Result.Diags, func(d diag.Diagnostic) bool { return d.Place.File == "layouts/entity.html" }) {
		t.Errorf("the layout was not tried: %v", b.Result.Diags)
	}
}

// What is not a regular file among the files is a mistake with its place, and does
// not hide other mistakes.
func TestNoFile(t *testing.T) {
	r := run(t, fixture.Small())
	if err := os.Symlink("/nowhere", r.path("static/link.png")); err != nil {
		if err = os.MkdirAll(r.path("static"), 0o755); err == nil {
			err = os.Symlink("/nowhere", r.path("static/link.png"))
		}
		if err != nil {
			t.Skip(err)
		}
	}
	b := r.next()
	if b.Fault != nil {
		t.Fatalf("it is a fault: %v", b.Fault)
	}
	r.write("content/people/ada.md", "")
	r.next()
	codes := map[diag.Code]string{}
	for _, m := range r.told("/").Stops {
		codes[m.Code] = m.File
	}
	if codes[diag.NotAFile] != "static/link.png" || codes[diag.NoFrontMatter] != "content/people/ada.md" {
		t.Errorf("the page is told of %v", codes)
	}
}
