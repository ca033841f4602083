package preview

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/checked"
	"receipts/internal/desk"
	"receipts/internal/diag"
	"receipts/internal/draft"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// withTexts is a small site with the text of one of its two sources.
func withTexts() map[string]string {
	files := fixture.Small()
	files["sources/first.txt"] = fixture.FirstSource()
	return files
}

const (
	firstDesk = deskPath + "articles/first/"
	fineItem  = "first#a-fine"
)

// itemPath is the address of an item in a review.
func itemPath(id string) string { return signer{}.reviewHref(filter{}, id) }

// The desk shows what a report uses, what none does, and each report with its fields.
func TestDesk(t *testing.T) {
	r := run(t, withTexts())
	status, list := r.get(deskPath)
	for _, want := range []string{"<h2>2 articles</h2>", `<a href="/-/desk/articles/first/">The first account</a>`, "There is no file sources/second.txt.", "<dt>found, not used</dt><dd>2</dd>", "<dt>read</dt><dd>0 of 8</dd>"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list (%d) lacks %s:\n%s", status, want, list)
		}
	}
	_, page := r.get(firstDesk)
	for _, want := range []string{
		`<span class="used">plus de 350 000 dollars</span><a class="ref" href="#r1">`,
		`<span class="unused">7 novembre</span><a class="ref" href="#f1">`,
		`<span class="unclear">12 millions de dollars</span><a class="ref" href="#x1">`,
		`<article class="report" id="r1">`, `<dd><span>more than 350,000 USD</span>`, `<span lang="fr">7 novembre</span>`,
		"<textarea readonly rows=\"8\" spellcheck=\"false\">amounts:\n  - fact: a-part # this may be that fact", `content/articles/first.md:12:5`, `not read yet`, `<h2>Paragraph 9</h2>`, `lang="fr"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the desk lacks %s:\n%s", want, page)
		}
	}
	if _, page := r.get(deskPath + "articles/second/"); !strings.Contains(page, "There is no file sources/second.txt.") || !strings.Contains(page, "about 300,000 USD") {
		t.Errorf("without a text:\n%s", page)
	}
	for _, nowhere := range []string{"articles/nobody/", "articles/first", "articles/", "x/", "articles/../articles/first/", "articles/%2e%2e/"} {
		if status, _ := r.get(deskPath + nowhere); status != http.StatusNotFound {
			t.Errorf("%s: status %d", nowhere, status)
		}
	}
	if got := r.told("/articles/first/"); got.Desk != "" {
		t.Error("a message to all says where the desk is")
	}
}

// Blocks above the first paragraph have one name where they follow each other, and one id.
func TestBlockViews(t *testing.T) {
	var blocks []*desk.Block
	for _, at := range []string{"T", "head", "head", "C", "head", "P1", "H1", "P12"} {
		blocks = append(blocks, &desk.Block{At: at})
	}
	var got []string
	for _, v := range blockViews(blocks) {
		got = append(got, v.Name+"#"+v.ID)
	}
	want := []string{"Title#T", "Head#head", "#", "Standfirst#C", "Head#", "Paragraph 1#P1", "Intertitle 1#H1", "Paragraph 12#P12"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names and ids (-want +got):\n%s", diff)
	}
}

// Problems stand with the report that they are of, as they are saved.
func TestDeskProblems(t *testing.T) {
	files := withTexts()
	r := run(t, files)
	r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "more than 350,000 USD", "350,000 USD", 1))
	r.next()
	_, page := r.get(firstDesk)
	_, report, _ := strings.Cut(page, `id="r1"`)
	report, _, _ = strings.Cut(report, "</article>")
	if !strings.Contains(report, "E091") || !strings.Contains(report, "write &#34;more than 350,000 USD&#34;") {
		t.Errorf("the report does not say what is wrong with it:\n%s", report)
	}
	// So does a text with other paragraphs than the summary says, and a file that cannot
	// be read.
	r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "paragraphs: 9", "paragraphs: 11", 1))
	r.next()
	if _, page := r.get(firstDesk); !strings.Contains(page, "counted anew") || !strings.Contains(page, `class="used"`) {
		t.Errorf("with other paragraphs:\n%s", page)
	}
	r.write("content/articles/first.md", "---\ntitle: [\n---\n")
	r.next()
	if _, page := r.get(firstDesk); !strings.Contains(page, "Problems of the file") || !strings.Contains(page, "raconte une affaire") {
		t.Errorf("a file that cannot be read:\n%s", page)
	}
}

// A draft whose source is not told yet is at the desk, with its text and what its reports
// quote, though it is nowhere else; and so is what "new" writes.
func TestDeskOfBegun(t *testing.T) {
	files := withTexts()
	begun := strings.NewReplacer(
		"title: The first account", `title: "FILL IN: our own title"`, "outlet: gazette", `outlet: "FILL IN: id of a file"`,
		"says: The Gazette counts letters.", `says: "FILL IN: one sentence"`, "    at: P6\n", "    at: P6\n    also:\n      - quote: \"écrit à la cour\"\n        at: P2\n",
		`says: "[[ada|Ada]] says that she was warned."`, `says: "FILL IN: one sentence"`,
	).Replace(files["content/articles/first.md"])
	files["content/facts/a-fine.md"] = "---\ntitle: The fine\n---\n"
	for draft, mark := range map[bool]string{true: "\ndraft: true", false: ""} {
		files["content/articles/first.md"] = strings.Replace(begun, "\nsource:", mark+"\nsource:", 1)
		r := run(t, files)
		if status, _ := r.get("/articles/first/"); status == http.StatusOK {
			t.Errorf("draft %v: a page is made of it", draft)
		}
		for path, wants := range map[string][]string{
			deskPath:                    {"<h2>2 articles</h2>", `<a href="/-/desk/articles/first/">Une amende</a>`, `<p class="where">2024-10-09`},
			firstDesk:                   {"<h1>Une amende</h1>", `<span class="used">plusieurs lettres</span>`, `<span class="used">écrit à la cour</span>`, "FILL IN: one sentence"},
			itemPath("first#letters"):   {"<mark>plusieurs lettres</mark>", `<option value="first">Une amende</option>`},
			itemPath("first#a-warning"): {"<mark>prévenue</mark>", "<mark>écrit à la cour</mark>"},
		} {
			_, page := r.get(path)
			for _, want := range wants {
				if !strings.Contains(page, want) {
					t.Errorf("draft %v: %s lacks %s:\n%s", draft, path, want, page)
				}
			}
		}
	}
}

// A fact is read beside each text that its reports and the sides of its disagreements
// quote; what quotes none says so.
func TestReviewOfFact(t *testing.T) {
	files := withTexts()
	files["content/facts/a-fine.md"] = strings.Replace(files["content/facts/a-fine.md"], "says: More than 350,000.\n", "says: More than 350,000.\n        quote: \"écrit à la cour\"\n        translation: \"writes to the court\"\n        at: P2\n", 1)
	r := run(t, files)
	_, page := r.get(itemPath("a-fine"))
	for _, want := range []string{
		"<h3>The first account</h3>", "<mark>plus de 350 000 dollars</mark>", "<mark>écrit à la cour</mark>", `<a href="/-/desk/articles/first/">The whole text</a>`,
		"<h3>The second account</h3>", "There is no file sources/second.txt.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the review of a fact lacks %s:\n%s", want, page)
		}
	}
	if strings.Contains(page, "rests on no text") || strings.Contains(page, "raconte une affaire") {
		t.Errorf("the review of a fact has what it should not:\n%s", page)
	}
	for _, id := range []string{"ada", "a-fine#court.example"} {
		if _, page := r.get(itemPath(id)); !strings.Contains(page, "This rests on no text of an article.") {
			t.Errorf("%s rests on a text:\n%s", id, page)
		}
	}
}

// A text that is put into the folder, changes or goes is shown at once, and nothing is built:
// with a watcher, and without.
func TestDeskTexts(t *testing.T) {
	for _, poll := range []bool{false, true} {
		r := run(t, fixture.Small(), func(o *Options) { o.Poll = poll })
		before := r.preview.state.edition()
		for _, change := range []func(){
			func() { r.write("sources/first.txt", fixture.FirstSource()) },
			func() {
				r.write("sources/first.txt", strings.Replace(fixture.FirstSource(), "raconte", "racontait", 1))
			},
			func() { r.must(os.Remove(r.path("sources/first.txt"))) },
			func() { r.must(os.RemoveAll(r.path("sources"))); r.write("sources/first.txt", fixture.FirstSource()) },
		} {
			e := r.preview.state.edition()
			change()
			select {
			case <-e.next:
			case <-time.After(scanIdle - 2*time.Second): // before the next scan of all files
				t.Fatalf("polling %v: pages of the desk are not told", poll)
			}
			now := r.preview.state.edition()
			if now.current != before.current || now.page != before.page || now.files(r.preview) == e.files(r.preview) {
				t.Errorf("polling %v: the site is another: %v, page %s, files %s", poll, now.current != before.current, now.page, now.files(r.preview))
			}
		}
		if _, page := r.get(firstDesk); !strings.Contains(page, "raconte une affaire") {
			t.Errorf("polling %v: the text is not shown:\n%s", poll, page)
		}
		r.write("sources/notes.md", "Of no article.")
		r.quiet()
		r.stop()
	}
}

// A text from elsewhere is shown as text, with what it hides, and within limits.
func TestDeskEscapes(t *testing.T) {
	files := withTexts()
	text := strings.Replace(files["sources/first.txt"], "depuis longtemps.", "<script>alert(x)</script> \"'& \u202egnorw\u202c \x1b[J {{.}} depuis longtemps.", 1)
	files["sources/first.txt"] = strings.Replace(text, "plus de 350 000 dollars", "plus de 350\u00a0000 dollars", 1)
	r := run(t, files)
	for _, path := range []string{firstDesk, itemPath("first")} {
		_, page := r.get(path)
		if strings.Contains(page, "<script>alert") || strings.ContainsAny(page, "\u202e\x1b") {
			t.Errorf("%s: what the text has becomes markup", path)
		}
		if !strings.Contains(page, "&lt;script&gt;alert(x)&lt;/script&gt; &#34;&#39;&amp; [U&#43;202E]gnorw[U&#43;202C] [U&#43;001B][J {{.}}") {
			t.Errorf("%s: the text is not shown as it is:\n%s", path, page)
		}
	}
	r.write("sources/first.txt", strings.Repeat("Une phrase longue. ", draft.MaxText/10))
	if _, page := r.get(firstDesk); !strings.Contains(page, "longer than texts of sources may be") || len(page) > 100<<10 {
		t.Errorf("a long text gives %d bytes", len(page))
	}
	r.must(os.Remove(r.path("sources/first.txt")))
	r.must(os.Symlink("/etc/passwd", r.path("sources/first.txt")))
	if _, page := r.get(firstDesk); strings.Contains(page, "root:") || !strings.Contains(page, "sources/first.txt is a link that leads nowhere, or out of the site.") {
		t.Errorf("a link out of the folder:\n%s", page)
	}
}

// The desk is for pages of the author's own machine: no other machine sees a word of it,
// whatever -addr says, and nothing of it is published.
func TestDeskStaysHere(t *testing.T) {
	r := run(t, withTexts())
	for from, want := range map[string]int{"127.0.0.1:4000": 200, "[::1]:4000": 200, "192.168.1.7:4000": 404, "[::ffff:192.168.1.7]:4000": 404, "": 404} {
		for _, path := range []string{deskPath, firstDesk, itemPath(fineItem), deskSign} {
			req := httptest.NewRequest("GET", path, nil)
			if path == deskSign {
				req = httptest.NewRequest("POST", path, strings.NewReader("token="+r.preview.token))
				req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				req.Header.Set("Origin", "http://"+req.Host)
			}
			req.RemoteAddr = from
			w := httptest.NewRecorder()
			r.preview.handler(guard{[]string{req.Host}}).ServeHTTP(w, req)
			// Signing names no item here, so for the author there is none.
			isRefused := w.Code == 404 && strings.TrimSpace(w.Body.String()) == "404 page not found"
			if isRefused != (want == 404) || path != deskSign && w.Code != want {
				t.Errorf("%s from %q: status %d, want %d", path, from, w.Code, want)
			}
		}
		req := httptest.NewRequest("GET", "/-/events?page=/articles/first/", nil)
		req.RemoteAddr = from
		wanted := ""
		if want == 200 || strings.HasPrefix(from, "127.") || strings.HasPrefix(from, "[::1]") {
			wanted = firstDesk
		}
		if got := r.preview.message(r.preview.state.edition(), req).Desk; got != wanted {
			t.Errorf("the page at %q is told of the desk at %q, want %q", from, got, wanted)
		}
	}
	for _, route := range r.preview.state.edition().shown.Routes {
		var b bytes.Buffer
		if err := route.Write(&b); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(route.Path, ownFolder) || bytes.Contains(b.Bytes(), []byte("raconte une affaire")) || bytes.Contains(b.Bytes(), []byte(deskPath)) {
			t.Errorf("%s is published with something of the desk", route.Path)
		}
	}
	bare := run(t, withTexts(), func(o *Options) { o.Bare = true })
	for _, path := range []string{deskPath, firstDesk, deskReview} {
		if status, _ := bare.get(path); status != http.StatusNotFound {
			t.Errorf("with -bare %s has status %d", path, status)
		}
	}
}

// The headers of the desk let no other page in, and no script but its own.
func TestDeskHeaders(t *testing.T) {
	r := run(t, withTexts())
	for _, path := range []string{deskPath, firstDesk, itemPath(fineItem)} {
		res, err := http.Get(r.url + path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		for name, want := range map[string]string{
			"Content-Security-Policy": deskPolicy, "Referrer-Policy": "same-origin", "Cache-Control": "no-store", "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
	}
	for path, want := range map[string]int{
		"/-/theme/style.css": 200, "/-/theme/fonts/newsreader.woff2": 200, "/-/theme/site.js": 404, "/-/theme/../style.css": 404, "/-/theme/": 404, "/-/theme/root/_headers": 404,
		"/-/desk.css": 200, "/-/desk.js": 200, "/-/desk.html": 404,
	} {
		if status, _ := r.get(path); status != want {
			t.Errorf("%s: status %d, want %d", path, status, want)
		}
	}
	for _, tt := range []struct {
		desc, give string
		want       int
	}{
		{"a frame on another site", "GET /-/desk/ HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: iframe", 403},
		{"a link on another site", "GET /-/desk/ HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document", 403},
		{"another name", "GET /-/desk/articles/first/ HTTP/1.1\nHost: attacker.example", 403},
		{"a form of another site", "POST /-/desk/sign HTTP/1.1\nHost: HERE\nOrigin: http://attacker.example\nContent-Length: 0", 403},
		{"a form without an origin", "POST /-/desk/sign HTTP/1.1\nHost: HERE\nContent-Length: 0", 403},
		{"a form to another page", "POST /-/desk/review/ HTTP/1.1\nHost: HERE\nOrigin: http://HERE\nContent-Length: 0", 405},
		{"signing by a link", "GET /-/desk/sign?do=holds HTTP/1.1\nHost: HERE", 405},
	} {
		if status, _, body := r.raw(tt.give); status != tt.want || strings.Contains(body, "<h1>") {
			t.Errorf("%s: status %d, want %d", tt.desc, status, tt.want)
		}
	}
}

// A form is one of a page, as a browser sends it.
type form url.Values

var hiddenField = regexp.MustCompile(`<input type="hidden" name="([\w-]+)" value="([^"]*)">`)

// form reads the last form of the page at an address.
func (r *running) form(path string) form {
	r.t.Helper()
	_, page := r.get(path)
	at := strings.LastIndex(page, "<form")
	if at < 0 {
		r.t.Fatalf("%s has no form:\n%s", path, page)
	}
	return formIn(page[at:])
}

func formIn(text string) form {
	f := form{}
	text, _, _ = strings.Cut(text, "</form>")
	for _, m := range hiddenField.FindAllStringSubmatch(text, -1) {
		f[m[1]] = []string{html.UnescapeString(m[2])}
	}
	return f
}

// with is f with other values, in pairs.
func (f form) with(pairs ...string) form {
	out := form{}
	maps.Copy(out, f)
	for pair := range slices.Chunk(pairs, 2) {
		out[pair[0]] = []string{pair[1]}
	}
	return out
}

// send sends a form and returns the status, where it leads, and the page.
func (r *running) send(f form) (status int, to, page string) {
	r.t.Helper()
	req, err := http.NewRequest(http.MethodPost, r.url+deskSign, strings.NewReader(url.Values(f).Encode()))
	if err != nil {
		r.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Origin", r.url)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		r.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return res.StatusCode, res.Header.Get("Location"), string(body)
}

// signatures is the file of signatures; "" if there is none.
func (r *running) signatures() string {
	data, err := os.ReadFile(r.path(checked.Path))
	if err != nil && !os.IsNotExist(err) {
		r.t.Fatal(err)
	}
	return string(data)
}

// A review goes from item to item: signed, asked about, answered. Each builds once.
func TestReview(t *testing.T) {
	r := run(t, withTexts())
	_, page := r.get(deskReview + "?article=first")
	for _, want := range []string{"0 of 8 read", "1 of 8", `rel="next" accesskey="n"`, "<h1>first</h1>", "raconte une affaire"} {
		if !strings.Contains(page, want) {
			t.Errorf("the review lacks %s:\n%s", want, page)
		}
	}
	at := signer{}.reviewHref(filter{Article: "first"}, fineItem)
	_, page = r.get(at)
	if !strings.Contains(page, "<mark>plus de 350 000 dollars</mark>") || strings.Contains(page, "raconte une affaire") {
		t.Errorf("the paragraph of the quote:\n%s", page)
	}
	status, to, _ := r.send(r.form(at).with("by", "AB", "role", "first reading", "do", "holds"))
	if want := "/-/desk/review/?article=first&by=AB&item=first%23a-part&role=first+reading"; status != http.StatusSeeOther || to != want {
		t.Fatalf("signed: %d, to %s, want %s", status, to, want)
	}
	if b := r.next(); len(b.Paths) != 1 || b.Paths[0] != checked.Path {
		t.Errorf("built again for %v", b.Paths)
	}
	r.quiet()
	if !strings.Contains(r.signatures(), `first#a-fine: {by: [{name: "AB", role: "first reading", date: `) {
		t.Errorf("signatures:\n%s", r.signatures())
	}
	_, page = r.get(to)
	for _, want := range []string{"1 of 8 read", `name="by" value="AB"`, `name="role" value="first reading"`, "3 of 8"} {
		if !strings.Contains(page, want) {
			t.Errorf("the next item lacks %s:\n%s", want, page)
		}
	}
	if _, page := r.get(at); !strings.Contains(page, "read by AB (first reading) on 2") {
		t.Errorf("the item does not say that it was read:\n%s", page)
	}

	// A query stays until it is answered.
	const asked = `Which "year"? <b>`
	if status, _, page := r.send(r.form(to).with("by", "AB", "note", asked, "do", "query")); status != http.StatusSeeOther {
		t.Fatalf("asked: %d\n%s", status, page)
	}
	r.next()
	open := signer{}.reviewHref(filter{State: hasQueries}, "")
	_, page = r.get(open)
	if !strings.Contains(page, "<h1>first#a-part</h1>") || !strings.Contains(page, "Which &#34;year&#34;? &lt;b&gt;") || !strings.Contains(page, "1 of 1") {
		t.Fatalf("the query is not shown:\n%s", page)
	}
	_, answer, _ := strings.Cut(page, `<form class="asked"`)
	if status, _, page := r.send(formIn(answer).with("do", "answer", "by", "")); status != 422 || !strings.Contains(page, "Say who you are") {
		t.Errorf("answered without a name: %d\n%s", status, page)
	}
	if status, _, page := r.send(formIn(answer).with("do", "answer", "by", "CD", "asked", "Another?")); status != 422 || !strings.Contains(page, "not there any more") {
		t.Errorf("a query that is gone is answered: %d\n%s", status, page)
	}
	if status, to, _ := r.send(formIn(answer).with("do", "answer", "by", "CD")); status != http.StatusSeeOther || !strings.Contains(to, "item=first%23a-part") {
		t.Errorf("answered: %d, to %s", status, to)
	}
	r.next()
	if _, page := r.get(open); !strings.Contains(page, "No item is so") {
		t.Errorf("the query is still there:\n%s", page)
	}
	r.quiet()
}

// What was signed in this run, or is in version control, is told with both versions in the
// messages of a rebuild, as "check" does; version control is asked once for each item.
func TestReviewTold(t *testing.T) {
	files := withTexts()
	files["content/site.yaml"] += "checked: 1\n"
	signed, _ := checked.Parse(source.File{})
	// signedAs signs a page as it was.
	signedAs := func(path, is, was string) checked.Item {
		item := checked.Items(checked.Source{File: source.File{Path: path, Data: []byte(strings.Replace(files[path], is, was, 1))}}, nil)[0]
		var err error
		signed, err = signed.With(checked.Change{Review: &checked.Review{Item: item}, Sign: &checked.Signature{Name: "AB", Role: "first reading", On: "2026-11-29"}})
		if err != nil {
			t.Fatal(err)
		}
		return item
	}
	before := signedAs("content/people/ada.md", "Writes", "Wrote")
	signedAs("content/organizations/gazette.md", "A newspaper", "No newspaper")
	files[checked.Path] = string(signed.Bytes())
	asked := 0
	r := run(t, files, func(o *Options) {
		o.History = func(context.Context) checked.History {
			return func(item checked.Item, hash string) (checked.Item, bool) {
				if asked++; hash == before.Hash {
					return before, true
				}
				return item, false
			}
		}
	})
	if status, _, page := r.send(r.form(itemPath(fineItem)).with("by", "AB", "role", "first reading", "do", "holds")); status != http.StatusSeeOther {
		t.Fatalf("status %d\n%s", status, page)
	}
	r.next()
	for _, says := range []string{"paid none of it to", "paid half of it to"} {
		r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "paid it to", says, 1))
		b := r.next()
		var told []string
		for _, d := range b.Result.Diags {
			if d.Code == diag.ChangedSince {
				for _, note := range d.Related {
					told = append(told, note.Note)
				}
			}
		}
		want := []string{`says was "…Gazette writes that [[ada|Ada]] paid it to [[a-court|the court]], in…", and is "…Gazette writes that [[ada|Ada]] ` + says + ` [[a-court|the court]], in…"`, `summary is "A newspaper." now`, `summary was "Wrote letters, among them to [[a-court]].", and is "Writes letters, among them to [[a-court]]."`}
		slices.Sort(told)
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("what is told (-want +got):\n%s", diff)
		}
	}
	if _, page := r.get(itemPath(fineItem)); !strings.Contains(page, `<span class="since">before</span> <span>The Gazette writes that [[ada|Ada]] paid it to`) {
		t.Errorf("the desk does not have what was signed in this run:\n%s", page)
	}
	if asked != 2 {
		t.Errorf("version control was asked %d times", asked)
	}
}

// Drafts do not count, and what is to be filled in is not signed.
func TestReviewOfDraft(t *testing.T) {
	files := withTexts()
	const first = "content/articles/first.md"
	files[first] = strings.Replace(files[first], "\ntitle:", "\ndraft: true\ntitle:", 1)
	files[first] = strings.Replace(files[first], "The Gazette counts letters.", "FILL IN who says it", 1)
	r := run(t, files)
	if !strings.Contains(files[first], "draft: true") || !strings.Contains(files[first], "FILL IN") {
		t.Fatal("the article is no draft")
	}
	if _, page := r.get(deskReview + "?article=first"); !strings.Contains(page, "0 of 0 read") || !strings.Contains(page, "1 of 8") {
		t.Errorf("the progress of a draft:\n%s", page)
	}
	if _, page := r.get(deskReview + "?article=first&state=" + unsigned); strings.Contains(page, "1 of 8") {
		t.Errorf("a draft is not read yet:\n%s", page)
	}
	if status, _, page := r.send(r.form(itemPath("first#letters")).with("by", "AB", "role", "first reading", "do", "holds")); status != 422 || !strings.Contains(page, "fill it in first") {
		t.Errorf("what is to be filled in is signed: %d\n%s", status, page)
	}
}

// What is signed is what was shown. An item that changed meanwhile is shown anew; what is
// no whole form does nothing.
func TestReviewRefuses(t *testing.T) {
	files := withTexts()
	r := run(t, files)
	f := r.form(itemPath(fineItem)).with("by", "AB", "role", "first reading", "do", "holds")
	for _, tt := range []struct {
		desc string
		give form
		want int
		says string
	}{
		{"no name", f.with("by", "", "note", "kept"), 422, ">kept</textarea>"},
		{"blanks for a name", f.with("by", " ", "do", "answer"), 422, "Say who you are"},
		{"no role", f.with("role", ""), 422, "Not noted: a signature lacks a role"},
		{"no note", f.with("do", "query"), 422, "Not noted: a query lacks a text"},
		{"a name that hides something", f.with("by", "A\u202eB"), 422, "invisible character"},
		{"another hash", f.with("hash", "1-0123456789abcdef"), 409, "This has changed while you read it"},
		{"no hash", f.with("hash", ""), 409, "This has changed while you read it"},
		{"an item that is gone", f.with("item", "first#nothing"), 404, "There is no item first#nothing"},
		{"nothing to do", f.with("do", ""), 400, ""},
		{"another token", f.with("token", strings.Repeat("A", 26)), 403, ""},
		{"no token", f.with("token", ""), 403, ""},
		{"too much", f.with("note", strings.Repeat("x", maxForm)), 400, ""},
	} {
		status, _, page := r.send(tt.give)
		if status != tt.want || !strings.Contains(page, tt.says) {
			t.Errorf("%s: status %d, want %d and %q:\n%s", tt.desc, status, tt.want, tt.says, page)
		}
	}
	if got := r.signatures(); got != "" {
		t.Fatalf("something was written:\n%s", got)
	}
	r.quiet()
	r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "paid it to", "paid all of it to", 1))
	r.next()
	status, _, page := r.send(f)
	if status != http.StatusConflict || !strings.Contains(page, "paid all of it to") {
		t.Errorf("a form of before is taken: %d\n%s", status, page)
	}
	if status, _, _ := r.send(formIn(page[strings.LastIndex(page, "<form"):]).with("by", "AB", "role", "first reading", "do", "holds")); status != http.StatusSeeOther {
		t.Errorf("shown anew, it is not signed: %d", status)
	}
	r.next()

	// Signed and changed since: what it was, and what it is.
	r.preview.History = func(context.Context) checked.History {
		return func(item checked.Item, hash string) (checked.Item, bool) {
			was := checked.Items(checked.Source{File: source.File{Path: item.Place.File, Data: []byte(strings.Replace(files["content/articles/first.md"], "paid it to", "paid all of it to", 1))}}, nil)
			i := slices.IndexFunc(was, func(w checked.Item) bool { return w.ID == item.ID && w.Hash == hash })
			if i < 0 {
				return item, false
			}
			return was[i], true
		}
	}
	r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "from: ada\n    to: a-court", "to: a-court", 1))
	r.next()
	_, page = r.get(signer{}.reviewHref(filter{State: hasChanged}, ""))
	for _, want := range []string{"changed since it was read</strong> by AB (first reading)", `<span class="since">before</span> <span>The Gazette writes that [[ada|Ada]] paid all of it to`, "<h3 class=\"at\">Gone since</h3>", "<span>ada</span>", "1 of 1"} {
		if !strings.Contains(page, want) {
			t.Errorf("what has changed lacks %s:\n%s", want, page)
		}
	}

	// A file of signatures that is not understood is left alone.
	r.write(checked.Path, r.signatures()+"first#letters: {by: nobody}\n")
	r.next()
	before := r.signatures()
	if status, _, page := r.send(r.form(itemPath("first#letters")).with("by", "AB", "role", "first reading", "do", "holds")); status != http.StatusConflict || !strings.Contains(page, "has mistakes") || r.signatures() != before {
		t.Errorf("over a conflict: %d\n%s", status, page)
	}
}

// While an editor saves the summary and another program signs, reviewers sign: no save and
// no signature is lost.
func TestReviewAtOnce(t *testing.T) {
	files := withTexts()
	r := run(t, files)
	items := r.preview.state.edition().current.Reviews
	var ids []string
	for _, item := range items.All {
		if item.Page != "second" && item.Page != "ada" {
			ids = append(ids, item.ID)
		}
	}
	var wg sync.WaitGroup
	for i, id := range ids {
		f := r.form(itemPath(id))
		wg.Go(func() {
			if i%5 == 0 { // as the command does
				sign := checked.Change{Review: items.Of(id), Sign: &checked.Signature{Name: "CD", Role: "first reading", On: "2026-11-29"}}
				if err := checked.Write(t.Context(), r.folder, sign); err != nil {
					t.Error(err)
				}
				return
			}
			if status, _, page := r.send(f.with("by", "AB", "role", "first reading", "do", "holds")); status != http.StatusSeeOther {
				t.Errorf("%s: status %d\n%s", id, status, page)
			}
		})
	}
	last := ""
	wg.Go(func() {
		for i := range 20 {
			last = strings.Replace(files["content/articles/second.md"], "It says otherwise.", "It says otherwise, save "+string(rune('a'+i))+".", 1)
			r.write("content/articles/second.md", last)
			r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "Writes", "Often writes "+string(rune('a'+i))+" and", 1))
		}
	})
	wg.Wait()
	f, diags := checked.Parse(source.File{Path: checked.Path, Data: []byte(r.signatures())})
	if len(diags) > 0 || len(ids) < 10 {
		t.Fatalf("%d items, mistakes: %v", len(ids), diags)
	}
	for _, id := range ids {
		if !strings.Contains(string(f.Bytes()), "\n"+id+": {by: [{name: ") {
			t.Errorf("the signature of %s is lost", id)
		}
	}
	if data, err := os.ReadFile(r.path("content/articles/second.md")); err != nil || string(data) != last {
		t.Errorf("a save is lost: %v", err)
	}
	for !strings.Contains(r.page("/articles/second/"), "save t") || r.preview.state.edition().current.Reviews.Of(ids[len(ids)-1]).By == nil {
		r.next()
	}
}

// Who edits the file of signatures while others sign loses nothing by it, and they lose
// nothing unless the editor saves an older version: then they are told what is gone.
func TestReviewEdited(t *testing.T) {
	r := run(t, withTexts())
	sign := func(id string) {
		t.Helper()
		if status, _, page := r.send(r.form(itemPath(id)).with("by", "AB", "role", "first reading", "do", "holds")); status != http.StatusSeeOther {
			t.Fatalf("%s: status %d\n%s", id, status, page)
		}
		r.next()
	}
	const note = "ada: {queries: [{by: \"CD\", date: 2026-11-29, says: \"When?\"}]}\n"
	sign(fineItem)
	opened := r.signatures()
	r.write(checked.Path, opened+note)
	r.next()
	sign("first#letters")
	for _, want := range []string{"ada: {queries: ", fineItem + ": {by: ", "first#letters: {by: "} {
		if !strings.Contains(r.signatures(), want) {
			t.Errorf("%s is lost:\n%s", want, r.signatures())
		}
	}
	if _, page := r.get(deskPath); strings.Contains(page, "Another program") {
		t.Errorf("something is said to be gone:\n%s", page)
	}

	r.write(checked.Path, opened) // as an editor that has not looked again
	r.next()
	const gone = "Another program has saved content/checked.yaml without what was signed here: first#letters. Unless that was meant, sign again."
	if _, page := r.get(deskPath); !strings.Contains(page, gone) {
		t.Errorf("the desk does not say what is gone:\n%s", page)
	}
	select {
	case said := <-r.said:
		if said != gone {
			t.Errorf("the terminal says %q", said)
		}
	default:
		t.Error("the terminal does not say what is gone")
	}
	sign("first#letters")
	if _, page := r.get(deskPath); strings.Contains(page, "Another program") || !strings.Contains(r.signatures(), "first#letters: {by: ") {
		t.Errorf("it is signed again, and still gone:\n%s", page)
	}
	r.quiet()

	// What was signed has another name after a rename.
	const first = "content/articles/first.md"
	r.write(first, strings.Replace(withTexts()[first], "fact: a-fine", "fact: the-fine", 1))
	r.next()
	r.write(checked.Path, strings.Replace(r.signatures(), fineItem, "first#the-fine", 1))
	r.next()
	if page := r.page(deskPath); strings.Contains(page, "Another program") {
		t.Errorf("what was renamed is said to be gone:\n%s", page)
	}
}

// page is the body of an address.
func (r *running) page(path string) string {
	r.t.Helper()
	_, body := r.get(path)
	return body
}

// Of many texts only some are kept, and those of an older site none.
func TestDeskForgets(t *testing.T) {
	files := withTexts()
	for i := range mostTexts + 5 {
		id := fmt.Sprintf("more-%d", i)
		files["content/articles/"+id+".md"] = strings.Replace(files["content/articles/second.md"], "2024-10-21", fmt.Sprintf("2023-01-%02d", 1+i%28), 1)
		files["sources/"+id+".txt"] = "L’amende\nElle est de environ 300 000 dollars.\n"
	}
	r := run(t, files)
	_, first := r.get(deskPath)
	if !strings.Contains(first, "Older articles") || strings.Count(first, `<article class="row">`) != perList {
		t.Errorf("the list has %d rows", strings.Count(first, `<article class="row">`))
	}
	_, second := r.get(fmt.Sprintf("%s?from=%d", deskPath, perList))
	if strings.Count(first+second, `<article class="row">`) != mostTexts+7 || !strings.Contains(second, "Newer articles") {
		t.Errorf("two pages of the list have %d rows", strings.Count(first+second, `<article class="row">`))
	}
	if n := len(r.preview.texts.byID); n == 0 || n > mostTexts {
		t.Errorf("%d texts are kept", n)
	}
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n")
	r.next()
	r.get(firstDesk)
	if n := len(r.preview.texts.byID); n != 1 {
		t.Errorf("%d texts are kept of an older site", n)
	}
}

// An editor with a window is opened by a form, without a script.
func TestDeskOpens(t *testing.T) {
	var started []string
	old := start
	t.Cleanup(func() { start = old })
	start = func(name string, args ...string) (<-chan error, error) {
		started = append(started, strings.Join(append([]string{name}, args...), " "))
		ended := make(chan error, 1)
		ended <- nil
		return ended, nil
	}
	r := run(t, withTexts(), func(o *Options) { o.Editor = "code" })
	_, page := r.get(itemPath(fineItem))
	at := strings.Index(page, `action="/-/open"`)
	if at < 0 {
		t.Fatalf("there is no form:\n%s", page)
	}
	f := formIn(page[at:])
	for _, tt := range []struct {
		desc string
		give form
		want int
	}{
		{"another token", f.with("token", "x"), 403},
		{"no line", f.with("line", ""), 400},
		{"another file", f.with("file", "../x"), 404},
		{"the text of a source", f.with("file", "sources/first.txt"), 404},
		{"as it is", f, 204},
	} {
		req, err := http.NewRequest(http.MethodPost, r.url+openPath, strings.NewReader(url.Values(tt.give).Encode()))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Origin", r.url)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != tt.want {
			t.Errorf("%s: status %d, want %d", tt.desc, res.StatusCode, tt.want)
		}
	}
	if want := []string{"code --goto " + r.path("content/articles/first.md") + ":12:5"}; !slices.Equal(started, want) {
		t.Errorf("started %v, want %v", started, want)
	}
}
