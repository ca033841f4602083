package markdown_test

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"receipts/internal/citation"
	"receipts/internal/diag"
	"receipts/internal/markdown"
)

var update = flag.Bool("update", false, "rewrite the expected files in testdata")

// site is a small site: ids lead to a page of their kind, and what begins with
// "no-" does not exist.
type site struct{}

var pages = map[string]struct{ label, kind string }{
	"elon-musk":  {"Elon Musk", "person"},
	"award":      {"1 million USD per day", "fact"},
	"PA":         {"Pennsylvania", "state"},
	"amp":        {`A & B "C" <D>`, "term"},
	"musk-fund":  {"Musk’s fund", "organization"},
	"plain-kind": {"plain", ""},
}

func (site) Ref(ref *markdown.Ref) markdown.Target {
	p, ok := pages[ref.ID]
	t := markdown.Target{Label: p.label, OK: ok && (!ref.Embed || p.kind == "fact"), Href: "/" + p.kind + "/" + strings.ToLower(ref.ID) + "/"}
	if ref.Fragment != "" {
		t.Href += "#" + ref.Fragment
	}
	return t
}

func (site) Cite(c citation.Citation) markdown.Target {
	return markdown.Target{Href: "/law/" + c.Slug() + "/", OK: c.Slug() != ""}
}

// join is the HTML of pieces with something in place of the receipts.
func join(pieces []markdown.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(string(p.HTML))
		if p.Receipt != "" {
			b.WriteString("<aside>" + html.EscapeString(p.Receipt) + "</aside>")
		}
	}
	return b.String()
}

func (site) Link(dest string) string {
	if strings.HasPrefix(dest, "/no-") {
		return ""
	}
	return dest
}

func (site) Asset(dest string) (string, bool) {
	return "/assets/" + dest, !strings.HasPrefix(dest, "no-")
}

// parse parses as testdata does: a file called inline-* is a text of the front matter.
func parse(name string, src []byte) (*markdown.Doc, diag.List) {
	if strings.HasPrefix(name, "inline") {
		return markdown.ParseInline(name, strings.TrimSuffix(string(src), "\n"), func(i int) int { return i })
	}
	return markdown.Parse(name, src, markdown.Options{
		IDPrefix:   map[bool]string{true: "a-"}[strings.HasPrefix(name, "prefix")],
		NoHeadings: strings.HasPrefix(name, "plain"),
	})
}

// describe prints diagnostics as code, place, the words at the place, message and hint.
func describe(src []byte, list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		at := d.Place.Position(src)
		fmt.Fprintf(&b, "%d:%d %s %q\n\t%s\n", at.Line, at.Column, d.Code, src[d.Place.Start:d.Place.End], d.Message)
		if d.Hint != "" {
			fmt.Fprintf(&b, "\thint: %s\n", d.Hint)
		}
		for _, r := range d.Related {
			at := r.Place.Position(src)
			fmt.Fprintf(&b, "\t%d:%d %s\n", at.Line, at.Column, r.Note)
		}
	}
	return b.String()
}

// TestDialect goes through testdata: each name.md has a name.html, and a
// name.errors where there are diagnostics.
func TestDialect(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			for _, f := range archive.Files {
				want[f.Name] = string(f.Data)
			}
			updated := &txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				name, ok := strings.CutSuffix(f.Name, ".md")
				if !ok {
					continue
				}
				doc, list := parse(name, f.Data)
				got := join(doc.Pieces(site{}))
				if got != "" && !strings.HasSuffix(got, "\n") {
					got += "\n"
				}
				updated.Files = append(updated.Files, f)
				for _, result := range []txtar.File{{Name: name + ".html", Data: []byte(got)}, {Name: name + ".errors", Data: []byte(describe(f.Data, list))}} {
					if _, listed := want[result.Name]; !listed && len(result.Data) == 0 {
						continue
					}
					if diff := cmp.Diff(want[result.Name], string(result.Data)); diff != "" && !*update {
						t.Errorf("%s (-want +got):\n%s", result.Name, diff)
					}
					if len(result.Data) > 0 {
						updated.Files = append(updated.Files, result)
					}
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(updated), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestSectionsAreTheBody(t *testing.T) {
	src := []byte("Before [[PA]].[^1]\n\n## One\n\n[[award]]\n\n### Deeper\n\n> ## Quoted\n\n## Two\n\n![[award]]\n\n[^1]: Note [[elon-musk]].\n")
	doc, list := markdown.Parse("a.md", src, markdown.Options{})
	if len(list) > 0 {
		t.Fatal(describe(src, list))
	}
	var got []string
	var body strings.Builder
	for i, s := range doc.Sections() {
		name := "-"
		if s.Heading != nil {
			name = s.Heading.ID
		}
		for _, ref := range s.Refs {
			name += " " + ref.ID
		}
		got = append(got, name)
		body.WriteString(join(doc.SectionPieces(i, site{})))
	}
	if diff := cmp.Diff([]string{"- PA", "one award", "two award elon-musk"}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(join(doc.Pieces(site{})), body.String()); diff != "" {
		t.Error(diff)
	}
}

// A body is cut at its receipts wherever they stand, and only at those that
// exist.
func TestPieces(t *testing.T) {
	parse := func(src string) []markdown.Piece {
		doc, list := markdown.Parse("a.md", []byte(src), markdown.Options{})
		if len(list) > 0 {
			t.Fatal(describe([]byte(src), list))
		}
		return doc.Pieces(site{})
	}
	for _, tt := range []struct {
		desc, give string
		want       []markdown.Piece
	}{
		{"nothing", "", nil},
		{"no receipt", "One [[PA]].\n", []markdown.Piece{{HTML: "<p>One <a href=\"/state/pa/\">Pennsylvania</a>.</p>\n"}}},
		{"a receipt alone", "![[award]]\n", []markdown.Piece{{Receipt: "award"}, {HTML: "\n"}}},
		{"in a list in a quotation", "> - ![[award]]\n", []markdown.Piece{
			{HTML: "<blockquote>\n<ul>\n<li>\n", Receipt: "award"},
			{HTML: "\n</li>\n</ul>\n</blockquote>\n"},
		}},
		{"of what is no fact", "![[PA]]\n\n![[no-fact]]\n", []markdown.Piece{
			{HTML: "<p><span class=\"missing\">PA</span></p>\n<p><span class=\"missing\">no-fact</span></p>\n"},
		}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, parse(tt.give)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A text that is nothing but a reference has no HTML of its own.
func TestReferenceAlone(t *testing.T) {
	doc, _ := markdown.ParseInline("a.md", "[[PA]]", func(i int) int { return i })
	if got, want := doc.HTML(site{}), template.HTML(`<a href="/state/pa/">Pennsylvania</a>`); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDoc(t *testing.T) {
	src := []byte("## The “*fund*” & 52 U.S.C. § 10307(c)\n\nSee [[elon-musk|Musk]] at [here](/about/#x \"t\"), `x < y`.\n\n![A map](map.png) <https://example.org/>\n\n```yaml\na: b\n```\n\n![[award]]\n")
	doc, list := markdown.Parse("a.md", src, markdown.Options{})
	if len(list) > 0 {
		t.Fatal(describe(src, list))
	}
	words := func(p diag.Place) string { return string(src[p.Start:p.End]) }
	var got []string
	for _, h := range doc.Headings() {
		got = append(got, fmt.Sprintf("heading %d %s %q at %q", h.Level, h.ID, h.Text, words(h.Place)))
	}
	for _, r := range doc.Refs() {
		got = append(got, fmt.Sprintf("ref %t %s %q at %q in %q", r.Embed, r.ID, r.Label, words(r.Place), r.Sentence.Text(site{})))
	}
	for _, l := range doc.Links() {
		got = append(got, fmt.Sprintf("link %t %s at %q", l.Image, l.Dest, words(l.Place)))
	}
	for _, c := range doc.Citations() {
		got = append(got, fmt.Sprintf("cite %s at %q in %q", c.Citation, words(c.Place), c.Sentence.Text(site{})))
	}
	got = append(got, fmt.Sprint(doc.HasCode(), doc.Empty()), doc.PlainText(site{}))
	want := []string{
		`heading 2 the-fund-52-u-s-c-10307-c "The “fund” & 52 U.S.C. § 10307(c)" at "## The “*fund*” & 52 U.S.C. § 10307(c)"`,
		`ref false elon-musk "Musk" at "elon-musk" in "See Musk at here, x < y."`,
		`ref true award "" at "award" in ""`,
		`link false /about/#x at "/about/#x"`,
		`link true map.png at "map.png"`,
		`link false https://example.org/ at "<https://example.org/>"`,
		`cite 52 U.S.C. § 10307(c) at "52 U.S.C. § 10307(c)" in "The “fund” & 52 U.S.C. § 10307(c)"`,
		"true false",
		"The “fund” & 52 U.S.C. § 10307(c)\nSee Musk at here, x < y.\nA map https://example.org/",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEmpty(t *testing.T) {
	for _, tt := range []struct {
		give string
		want bool
	}{
		{"", true}, {" \n\n   \n", true}, {"[a]: /b\n", true}, {"a", false}, {"![[award]]", false},
	} {
		body, _ := markdown.Parse("a.md", []byte(tt.give), markdown.Options{})
		if body.Empty() != tt.want {
			t.Errorf("Parse(%q).Empty() = %t", tt.give, body.Empty())
		}
	}
	spaces, _ := markdown.ParseInline("a.md", "  ", nil)
	if !spaces.Empty() || spaces.Whole().Text(nil) != "" {
		t.Error("a text of spaces is not Empty")
	}
	inline, _ := markdown.ParseInline("a.md", "", nil)
	if !inline.Empty() || !new(markdown.Doc).Empty() {
		t.Error("an empty text is not Empty")
	}
}

// TestInlinePlaces checks that a front-matter text reports places in the file.
func TestInlinePlaces(t *testing.T) {
	file := "says: \"A [[Bad Id]] here\"\n"
	_, list := markdown.ParseInline("a.md", "A [[Bad Id]] here", func(i int) int { return i + 7 })
	want := "1:10 E067 \"[[Bad Id]]\"\n\t\"Bad Id\" is not an id\n\thint: did you mean [[bad-id|Bad Id]]?\n"
	if diff := cmp.Diff(want, describe([]byte(file), list)); diff != "" {
		t.Error(diff)
	}
}

// TestPlainIsMarkdown compares the short way of plain texts with the long way.
func TestPlainIsMarkdown(t *testing.T) {
	for _, words := range []string{
		`He said "yes" -- and 'no' ... then "'Both,' she wrote".`, "Musk's fund, the voters' 47 dollars", "the '90s and '24, 'tis so",
		"a---b, a----b, a -- b", "wait.... what", `"... and so on"`, `5' 6" tall`, "x", "47 dollars", "1.5 million", "2024", "a.b. c",
		`("quoted")`, `rock 'n' roll`, "«Oui», dit-il", "§ 5", "A (B) / C; D: E? F! $5 @x %", `""`, `'`, "-", "--", "---", "--- x", "=", ":x",
	} {
		plain, plainList := markdown.ParseInline("a.md", words, func(i int) int { return i })
		long, list := markdown.ParseInline("a.md", words+"\n", func(i int) int { return i })
		if len(plainList) > 0 {
			continue // "---" is a rule: there is no short way
		}
		a, b := plain.HTML(site{}), long.HTML(site{})
		if a != b || len(list) > 0 {
			t.Errorf("%q: %q and with Markdown %q", words, a, b)
		}
	}
}

func TestRenderTogether(t *testing.T) {
	src := []byte("## One\n\n| a | b |\n|:-:|--:|\n| [[PA]] | 52 U.S.C. § 10307(c) |\n\n```go\nfunc f() {}\n```\n\nText[^1] ![x](y.png)\n\n[^1]: Note.\n")
	doc, _ := markdown.Parse("a.md", src, markdown.Options{})
	want := doc.HTML(site{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			other, _ := markdown.Parse("b.md", bytes.Clone(src), markdown.Options{})
			for range 50 {
				if doc.HTML(site{}) != want || other.HTML(site{}) != want {
					t.Error("another result")
				}
				_ = doc.PlainText(site{})
			}
		})
	}
	wg.Wait()
}
