package markdown

import (
	"strings"
	"testing"
	"time"
)

// TestLimits gives the parser the worst of what it lets through, and more than
// that. Time is checked loosely: without limits these take many seconds.
func TestLimits(t *testing.T) {
	repeat := strings.Repeat
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
		{"deep quotation", repeat(">", maxDepth+1) + " a", true},
		{"deep list", repeat("- ", maxDepth+1) + "a", true},
		{"deep over lines", deepList(150), true},
		{"deep emphasis", repeat("*a **b ", 60) + repeat("c** d* ", 60), true},
		{"many numbers", repeat("12 ", 500), false},
		{"quotation marks", repeat(`"'`, 100_000), false},
		{"dashes", "a" + repeat("-", 200_000), false},
		{"entities", repeat("&amp;", 40_000), false},
		{"less than", repeat("<a ", 60_000), false},
		{"comments", repeat("<!-- ", 40_000), false},
		{"many notes", notes(maxFootnotes / 2), false},
	} {
		began := time.Now()
		doc, list := Parse("a.md", []byte(tt.give), Options{})
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
		if d := time.Since(began); d > 5*time.Second {
			t.Errorf("%s took %s", tt.desc, d)
		} else if d > 300*time.Millisecond {
			t.Logf("%s took %s", tt.desc, d)
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
	for language := range languages {
		for _, piece := range []string{"\n", "a", "\"", "'", " ", "<", "<a ", "{", "[a", "(", "/*", "`a", "\\", "#", "-a ", "a:", "$(", "```c\n", "a*", "a_"} {
			line := strings.Repeat(piece, (maxCodeLine-1)/len(piece)) + "\n"
			if strings.Contains(piece, "\n") {
				line = piece
			}
			code := strings.Repeat(line, min(maxCode/4/len(line), maxCodeLines))
			began := time.Now()
			_, list := Parse("a.md", []byte("~~~"+language+"\n"+code+"~~~\n"), Options{})
			if len(list) > 0 {
				t.Fatal(language, piece, list)
			}
			if d := time.Since(began); d > 3*time.Second {
				t.Errorf("%s of %q took %s", language, piece, d)
			} else if d > 200*time.Millisecond {
				t.Logf("%s of %q took %s", language, piece, d)
			}
		}
	}
	for _, tt := range []struct{ desc, give string }{
		{"long line", strings.Repeat("a", maxCodeLine+1)}, {"many lines", strings.Repeat("a\n", maxCodeLines+1)}, {"large", strings.Repeat(strings.Repeat("a", 400)+"\n", 50)},
	} {
		if _, list := Parse("a.md", []byte("```go\n"+tt.give+"\n```\n"), Options{}); len(list) != 1 || list[0].Code != "E069" {
			t.Errorf("%s: %v", tt.desc, list)
		}
	}
}
