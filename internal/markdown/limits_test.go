package markdown

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"receipts/internal/diag"
)

// plainPage is how long a plain page of the greatest size takes. The worst texts are
// compared with it, since a busy machine is as slow with both; without limits they
// take a hundred times as long and more.
func plainPage(t *testing.T) time.Duration {
	t.Helper()
	text := []byte(strings.Repeat("Some prose, as people write it.\n\n", 31_000))
	best := time.Hour
	for range 3 {
		began := time.Now()
		Parse("a.md", text, Options{})
		best = min(best, time.Since(began))
	}
	t.Log("a plain page takes", best)
	return best
}

// checkTime fails the test if all of three times that f runs are above a limit:
// what a text costs is the least that it took.
func checkTime(t *testing.T, desc string, limit time.Duration, f func()) {
	t.Helper()
	best := time.Hour
	for range 3 {
		began := time.Now()
		f()
		if best = min(best, time.Since(began)); best <= limit {
			return
		}
	}
	t.Errorf("%s takes %s, above %s", desc, best, limit)
}

// TestLimits gives the parser the worst of what it lets through, and more than
// that.
func TestLimits(t *testing.T) {
	repeat, limit := strings.Repeat, 40*plainPage(t)
	for _, tt := range []struct {
		desc, give string
		refused    bool
	}{
		{"large page", repeat("Some prose, as people write it.\n\n", 33_000), true},
		{"page", repeat("Some prose, as people write it.\n\n", 31_000), false},
		{"long line", repeat("word ", 60_000), true},
		{"line", repeat("word ", 50_000), false},
		{"links", repeat("[a](", maxLinks+1), true},
		{"links, allowed", repeat("[a](", maxLinks), false},
		{"emphasis", repeat("*a_", maxEmphasis/2+1), true},
		{"emphasis, allowed", repeat("*a_ ", maxEmphasis/2), false},
		{"stars", repeat("**a ", maxEmphasis/2), false},
		{"brackets", repeat("[", maxBrackets+1), true},
		{"brackets, allowed", repeat("[", maxBrackets), false},
		{"closed brackets", repeat("[", maxBrackets) + repeat("]", maxBrackets), false},
		{"references", repeat("[[a", maxBrackets/2), false},
		{"good references", repeat("[[ab]] ", maxBrackets/2), false},
		{"images", repeat("![", maxBrackets), false},
		{"backticks", repeat("`", maxTicks+1), true},
		{"backticks, allowed", repeat("a`` b` ", maxTicks/3), false},
		{"footnotes", repeat("[^a]", maxFootnotes+1), true},
		{"wide table", repeat("|a", maxColumns+2) + "\n" + repeat("|-", maxColumns+2) + "\n", true},
		{"long table", repeat("|a", 50) + "\n" + repeat("|-", 50) + "\n" + repeat("a\n", 1000), true},
		{"table", repeat("|a", 50) + "\n" + repeat("|-", 50) + "\n" + repeat("a\n", 300), false},
		{"rules", repeat("---\n\n", maxCells), false},
		{"headings", repeat("a\n---\n", maxCells/100), false},
		{"deep quotation", repeat(">", maxDepth+1) + " a", true},
		{"deep list", repeat("- ", maxDepth+1) + "a", true},
		{"deepest list", repeat("- ", 50_000) + "a", true},
		{"deep over lines", deepList(150), true},
		{"deep emphasis", repeat("*a **b ", 60) + repeat("c** d* ", 60), true},
		{"deep citation", repeat("> ", maxDepth-2) + "*see 52 U.S.C. § 30122*", true},
		{"many numbers", repeat("12 ", 500), false},
		{"quotation marks", repeat(`"'`, 100_000), false},
		{"dashes", "a" + repeat("-", 200_000), false},
		{"entities", repeat("&amp;", 40_000), false},
		{"less than", repeat("<a ", 60_000), false},
		{"comments", repeat("<!-- ", 40_000), false},
		{"many notes", notes(maxFootnotes / 2), false},
	} {
		var doc *Doc
		var list diag.List
		checkTime(t, tt.desc, limit, func() { doc, list = Parse("a.md", []byte(tt.give), Options{}) })
		refused := false
		for _, d := range list {
			refused = refused || d.Code == "E069"
		}
		if refused != tt.refused {
			t.Errorf("%s: refused %t, want %t", tt.desc, refused, tt.refused)
		}
		if doc == nil {
			t.Errorf("%s: no document", tt.desc)
		}
	}
}

func deepList(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func notes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("[^" + strings.Repeat("a", i%9+1) + "]\n\n[^" + strings.Repeat("a", i%9+1) + "]: b\n\n")
	}
	return b.String()
}

// TestWorstCode highlights texts that are made to be slow, in each language: a
// quarter of what is allowed, so that the test is quick where chroma is.
func TestWorstCode(t *testing.T) {
	limit := 20 * plainPage(t)
	for language := range languages {
		for _, piece := range []string{"\n", "a", "\"", "'", " ", "<", "<a ", "{", "[a", "(", "/*", "`a", "\\", "#", "-a ", "a:", "$(", "```c\n", "a*", "a_", "\"\\", "\"\\1", "$'\\1", "<<a", "<!--", "/*a", "$((", "a=\"$", "a - - ", "a: [", "a: >\n "} {
			line := strings.Repeat(piece, (maxCodeLine-1)/len(piece)) + "\n"
			if strings.Contains(piece, "\n") {
				line = piece
			}
			code := strings.Repeat(line, min(maxCode/4/len(line), maxCodeLines-1)) + "a\n"
			checkTime(t, language+" of "+strconv.Quote(piece), limit, func() {
				if _, list := Parse("a.md", []byte("~~~"+language+"\n"+code+"~~~\n"), Options{}); len(list) > 0 {
					t.Fatal(language, piece, list)
				}
			})
		}
	}
}

// TestCodeLimits gives a block of code more than is allowed.
func TestCodeLimits(t *testing.T) {
	for _, tt := range []struct{ desc, give string }{
		{"long line", strings.Repeat("a", maxCodeLine+1)}, {"many lines", strings.Repeat("a\n", maxCodeLines+1)}, {"large", strings.Repeat(strings.Repeat("a", 400)+"\n", 50)},
	} {
		if _, list := Parse("a.md", []byte("```go\n"+tt.give+"\n```\n"), Options{}); len(list) != 1 || list[0].Code != "E069" {
			t.Errorf("%s: %v", tt.desc, list)
		}
	}
}
