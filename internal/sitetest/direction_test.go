package sitetest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"receipts"
	"receipts/internal/browsertest"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/locale"
)

// The third language is Hebrew, of which the program knows nothing: letters of its script
// stand for those of English, one for one, so that no text is made up.

const hebrewLetters = "אבגדהוזחטיכלמנסעפצקרשתאבגד"

// notWords are what stands for values, links and what is no prose.
var notWords = regexp.MustCompile(`\{[^}]*\}|%[nm]|\[\[[^\]|]*\|?|\\u[0-9a-f]{4}`)

// hebrew writes English in Hebrew letters.
func hebrew(s string) string {
	var b strings.Builder
	write := func(words string) {
		for _, c := range words {
			switch letter := c | 0x20; {
			case 'a' <= letter && letter <= 'z':
				b.WriteRune([]rune(hebrewLetters)[letter-'a'])
			default:
				b.WriteRune(c)
			}
		}
	}
	last := 0
	for _, at := range notWords.FindAllStringIndex(s, -1) {
		write(s[last:at[0]])
		b.WriteString(s[at[0]:at[1]])
		last = at[1]
	}
	write(s[last:])
	return b.String()
}

var (
	quotedValue  = regexp.MustCompile(`(?m)^( +[\w.-]+: )"(.*)"$`)
	writtenWords = regexp.MustCompile(`(?m)^(\s*(?:- )?(?:title|tagline|summary|says|short|publisher|about): )([A-Z][^\[\n]*)$`)
)

// hebrewSite is the small site in Hebrew, with digits of a numbering system: a catalogue
// and content, and no code.
func hebrewSite(digits string) map[string]string {
	files := fixture.Small()
	for path, text := range files {
		if strings.HasPrefix(path, "content/") {
			files[path] = writtenWords.ReplaceAllStringFunc(text, func(line string) string {
				key, words, _ := strings.Cut(line, ": ")
				return key + ": " + hebrew(words)
			})
		}
	}
	values, messages, _ := strings.Cut(string(locale.Source("en")), "\nmessages:\n")
	_, values, _ = strings.Cut(values, "\nquantities:\n")
	messages = quotedValue.ReplaceAllStringFunc(messages, func(line string) string {
		m := quotedValue.FindStringSubmatch(line)
		return m[1] + `"` + hebrew(m[2]) + `"`
	})
	files["content/messages/he.yaml"] = "quotes: [\"”\", \"”\", \"’\", \"’\"]\nquantities:\n  digits: " + digits + "\n" + values + "\nmessages:\n" + messages
	files["content/site.yaml"] += "languages: [he]\n"
	return files
}

// With LOOK=folder, tests of directions write their sites there, to be looked at.
func look(t *testing.T, name string, s *built) {
	if folder := os.Getenv("LOOK"); folder != "" {
		for path, data := range s.files {
			if strings.HasSuffix(path, "/") {
				path += "index.html"
			}
			file := filepath.Join(folder, name, filepath.FromSlash(path))
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A site in a language that the program does not know, written from right to left, needs
// no code.
func TestThirdLanguage(t *testing.T) {
	s, err := buildFrom(fixture.FS(hebrewSite("latn")), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	look(t, "he", s)
	for _, p := range s.pages {
		root := all(p.doc, "html")[0]
		if value(root, "lang") != "he" || value(root, "dir") != "rtl" {
			t.Errorf("%s is in %q, %q", p.path, value(root, "lang"), value(root, "dir"))
		}
		for _, q := range quotesOf(p.doc) {
			if value(q, "lang") != "fr" || value(q, "dir") != "ltr" || !strings.HasPrefix(text(q), "« ") || !strings.HasSuffix(text(q), " »") {
				t.Errorf("%s: a quote stands as <%s lang=%q dir=%q>%s", p.path, q.Data, value(q, "lang"), value(q, "dir"), text(q))
			}
		}
	}
	if !slices.ContainsFunc(s.Diags, func(d diag.Diagnostic) bool { return d.Code == diag.LetterNotDrawn }) {
		t.Error("it is not said that there are no cards")
	}
	for path, data := range s.files {
		if strings.HasPrefix(path, "/cards/") || bytes.Contains(data, []byte("og:image")) {
			t.Errorf("%s: a card whose letters the fonts lack", path)
		}
	}
	first := s.at["/articles/first/"]
	if n := len(quotesOf(first.doc)); n < 5 {
		t.Errorf("%d quotes on %s", n, first.path)
	}
	for tr := range elements(first.doc) {
		if words := text(tr); value(tr, "class") == "translation" && (!strings.HasPrefix(words, "”") || !strings.HasSuffix(words, "”")) {
			t.Errorf("a translation stands as %s", words)
		}
	}
	for _, p := range s.pages {
		if words := regexp.MustCompile(`[A-Za-z]{3,}`).FindString(text(all(p.doc, "nav")[0])); words != "" {
			t.Errorf("%s: %q is not of the catalogue", p.path, words)
		}
	}
	if t.Failed() {
		return
	}
	checkDrawn(t, s)
}

// notOurs is what has Latin digits in any language: a place in a source, a citation of
// law, the title of a fact of the small site, and what its articles say.
var notOurs = regexp.MustCompile(`\bP[0-9]+|52 U\.S\.C\. § 10307\(c\)|` + hebrew("cost") + ` 47|^(` + hebrew("More than") + ` 350,000|` + hebrew("About") + ` 300,000)\.`)

// Readers see every number in the digits of the language, but for those of texts and
// identifiers.
func TestOneSetOfDigits(t *testing.T) {
	s, err := buildFrom(fixture.FS(hebrewSite("deva")), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	look(t, "digits", s)
	seen := 0
	for _, p := range s.pages {
		if strings.HasPrefix(p.path, "/data/") || strings.HasPrefix(p.path, "/guide/") {
			continue // what files hold, and codes
		}
		var visit func(n *html.Node)
		visit = func(n *html.Node) {
			if n.Type == html.TextNode {
				if strings.ContainsFunc(n.Data, func(c rune) bool { return '०' <= c && c <= '९' }) {
					seen++
				}
				if strings.ContainsAny(notOurs.ReplaceAllString(strings.TrimSpace(n.Data), ""), "0123456789") {
					t.Errorf("%s: <%s class=%q> %s", p.path, n.Parent.Data, value(n.Parent, "class"), strings.TrimSpace(n.Data))
				}
			}
			if !slices.Contains([]string{"q", "blockquote", "script", "style", "code", "pre", "dd"}, n.Data) && !slices.Contains([]string{"translation", "footnote-ref"}, value(n, "class")) {
				for c := range n.ChildNodes() {
					visit(c)
				}
			}
		}
		visit(p.doc)
	}
	if seen < 100 {
		t.Errorf("%d texts have digits of the language", seen)
	}
}

// A quote in Hebrew has its own direction and marks on a page in English, and a
// translation with those of the page.
func TestQuoteInAnotherDirection(t *testing.T) {
	files := fixture.Small()
	first := files["content/articles/first.md"]
	first = strings.ReplaceAll(first, "language: fr", "language: he")
	first = strings.ReplaceAll(first, `headline: "Une amende"`, `headline: "`+hebrew("a fine")+`"`)
	first = regexp.MustCompile(`(?m)^    quote: "[^0-9\n]*"$`).ReplaceAllStringFunc(first, func(line string) string {
		words := strings.Trim(strings.TrimPrefix(line, "    quote: "), `"`)
		return `    quote: "` + hebrew(words) + `"`
	})
	files["content/articles/first.md"] = first
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	look(t, "en", s)
	seen := 0
	for _, q := range quotesOf(s.at["/articles/first/"].doc) {
		seen++
		if value(q, "lang") != "he" || value(q, "dir") != "rtl" || !strings.HasPrefix(text(q), "”") || !strings.HasSuffix(text(q), "”") {
			t.Errorf("a quote stands as <%s lang=%q dir=%q>%s", q.Data, value(q, "lang"), value(q, "dir"), text(q))
		}
		for n := q.NextSibling; n != nil; n = n.NextSibling {
			if n.Type == html.ElementNode && value(n, "class") == "translation" && !strings.HasPrefix(text(n), "“") {
				t.Errorf("a translation stands as %s", text(n))
			}
		}
	}
	if seen < 5 {
		t.Errorf("%d quotes", seen)
	}
	checkDrawn(t, s)
}

// quotesOf are the quotes of a document.
func quotesOf(doc *html.Node) []*html.Node {
	return append(all(doc, "q"), all(doc, "blockquote")...)
}

// checkDrawn opens a page of each kind on a phone and a desktop: axe-core finds nothing,
// and nothing sticks out.
func checkDrawn(t *testing.T, s *built) {
	t.Helper()
	if testing.Short() {
		return
	}
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	withAxe(t, ctx)
	for _, p := range kinds(t, s) {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		for _, width := range []int64{390, 1280} {
			must(t, ctx, chromedp.EmulateViewport(width, 900))
			found := amiss(t, ctx)
			if wide := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); wide > width {
				found = append(found, fmt.Sprintf("it is %d pixels wide", wide))
			}
			for _, f := range found {
				t.Errorf("%s at %d px: %s", p.path, width, f)
			}
		}
	}
}
