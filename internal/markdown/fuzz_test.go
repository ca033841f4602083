package markdown_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"receipts/internal/markdown"
)

// allowed are the elements that a body can hold, with their attributes.
var allowed = map[string][]string{
	"a": {"class", "href", "title", "role"}, "blockquote": nil, "br": nil, "code": {"class"}, "div": {"class", "role"}, "em": nil, "hr": nil,
	"img": {"src", "alt", "title"}, "li": {"id"}, "ol": {"start"}, "p": nil, "pre": {"class", "tabindex"}, "span": {"class"}, "strong": nil,
	"sup": {"id"}, "table": nil, "tbody": nil, "td": {"class"}, "th": {"scope", "class"}, "thead": nil, "tr": nil, "ul": nil, "aside": nil,
	"h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}

// checkHTML reports anything in out that the dialect does not make.
func checkHTML(t *testing.T, out string) {
	z := html.NewTokenizer(strings.NewReader(out))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return
		case html.CommentToken, html.DoctypeToken:
			t.Fatalf("%s in %q", z.Token(), out)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			token := z.Token()
			attributes, ok := allowed[token.Data]
			if !ok {
				t.Fatalf("element %s in %q", token, out)
			}
			for _, a := range token.Attr {
				if !slices.Contains(attributes, a.Key) {
					t.Fatalf("attribute %s of %s in %q", a.Key, token, out)
				}
				if a.Key == "href" || a.Key == "src" {
					checkAddress(t, a.Val, out)
				}
			}
		}
	}
}

func checkAddress(t *testing.T, address, out string) {
	scheme, _, ok := strings.Cut(address, ":")
	if ok && !strings.ContainsAny(scheme, "/?#") && !slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme)) ||
		strings.HasPrefix(address, `\`) || strings.HasPrefix(address, `/\`) || strings.TrimLeft(address, "\x00\x01\t\n\r ") != address {
		t.Fatalf("address %q in %q", address, out)
	}
}

func FuzzParse(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range archives {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			if strings.HasSuffix(file.Name, ".md") {
				f.Add(string(file.Data))
			}
		}
	}
	f.Add("[[!47]] [[!a [[b]] c]] [[a|\\$4&nbsp;7\nb]] [[!")
	f.Add("[a](<javascript:x>\n[[a|b\n![[a]]\n[^1]: - > # x {#id}")
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || len(src) > 1<<12 {
			t.Skip()
		}
		doc, list := markdown.Parse("a.md", []byte(src), markdown.Options{IDPrefix: "p-"})
		for _, p := range doc.Passages() {
			for i := range len(p.Text) + 1 {
				if at := p.At(i); at < 0 || at > len(src)+1 {
					t.Fatalf("byte %d of %q comes from %d", i, p.Text, at)
				}
			}
			for _, l := range p.Labels {
				if l.Start > l.End || l.End > len(p.Text) {
					t.Fatalf("a label at %d to %d of %q", l.Start, l.End, p.Text)
				}
			}
		}
		for _, d := range list {
			if d.Place.Start < 0 || d.Place.End < d.Place.Start || d.Place.Start > len(src) || d.Place.End > len(src) {
				t.Fatalf("place %v of %s in %q", d.Place, d.Message, src)
			}
		}
		whole := join(doc.Pieces(site{}))
		checkHTML(t, whole)
		var parts strings.Builder
		for i := range doc.Sections() {
			parts.WriteString(join(doc.SectionPieces(i, site{})))
		}
		if parts.String() != whole {
			t.Fatalf("the sections %q are not %q", parts.String(), whole)
		}
		for _, ref := range doc.Refs() {
			if src[ref.Place.Start:ref.Place.End] != ref.ID {
				t.Fatalf("the place of %q is %q", ref.ID, src[ref.Place.Start:ref.Place.End])
			}
			_ = ref.Sentence.Text(site{})
		}
		_ = doc.PlainText(site{})

		inline, list := markdown.ParseInline("a.md", src, func(i int) int { return i })
		out := inline.HTML(site{})
		for _, p := range inline.Pieces(site{}) {
			if p.Receipt != "" {
				t.Fatalf("a receipt in an inline text: %q", src)
			}
		}
		checkHTML(t, string(out))
		if long, longList := markdown.ParseInline("a.md", src+"\n", func(i int) int { return i }); len(list) == 0 && len(longList) == 0 {
			if again := long.HTML(site{}); again != out {
				t.Fatalf("plain %q, as Markdown %q", out, again)
			}
		}
	})
}

// FuzzInline is the same for a text in one line. Its places are where the caller says
// that its bytes come from, and it has neither blocks nor receipts.
func FuzzInline(f *testing.F) {
	for _, seed := range []string{
		"a [[b|c]] *d* **e** `f` [g](https://example.org \"h\") 52 U.S.C. § 10307(c)", "[[!47 dollars]] ![[a]]", "a &#x202E; &nbsp;\\& <b>", "# a", "- a", "> a", "1. a", "a\n\nb",
		"[a](javascript:x) <https://a.b> ![a](b)", "[a]: b", "[^1]", "| a |\n|---|", "~~~", "a  \nb\\\nc",
	} {
		f.Add(seed, 3)
	}
	f.Fuzz(func(t *testing.T, src string, from int) {
		if !utf8.ValidString(src) || len(src) > 1<<11 || from < 0 || from > 1<<20 {
			t.Skip()
		}
		inline, list := markdown.ParseInline("a.md", src, func(i int) int { return from + i })
		checkHTML(t, string(inline.HTML(site{})))
		for _, d := range list {
			if d.Place.Start < from || d.Place.End < d.Place.Start || d.Place.End > from+len(src) {
				t.Fatalf("place %v of %s in %q, which begins at %d", d.Place, d.Message, src, from)
			}
		}
		for _, ref := range inline.Refs() {
			if got := src[ref.Place.Start-from : ref.Place.End-from]; got != ref.ID {
				t.Fatalf("the place of %q is %q", ref.ID, got)
			}
		}
		for _, p := range inline.Passages() {
			for i := range len(p.Text) + 1 {
				if at := p.At(i); at < from || at > from+len(src) {
					t.Fatalf("byte %d of %q comes from %d", i, p.Text, at)
				}
			}
		}
		if strings.Contains(string(inline.HTML(site{})), "<p>") {
			t.Fatalf("a paragraph in %q", inline.HTML(site{}))
		}
	})
}
