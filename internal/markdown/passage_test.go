package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/markdown"
)

// gapless writes passages with a visible gap and labels in braces.
func gapless(passages []markdown.Passage) []string {
	var out []string
	for _, p := range passages {
		text := p.Text
		for i := len(p.Labels) - 1; i >= 0; i-- {
			l := p.Labels[i]
			text = text[:l.Start] + "{" + l.Ref.ID + ":" + text[l.Start:l.End] + "}" + text[l.End:]
		}
		out = append(out, strings.ReplaceAll(text, markdown.Gap, "_"))
	}
	return out
}

func TestPassages(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want []string
	}{
		{"words alone", "Some words.", []string{"Some words."}},
		{"no words", "", nil},
		{"plain, with punctuation", "It's 10--12 \"dollars\"...", []string{"It’s 10–12 “dollars”…"}},
		{"punctuation beside emphasis", "*It's* 10--12", []string{"It’s 10–12"}},
		{"emphasis is no gap", "more than *75* million", []string{"more than 75 million"}},
		{"a reference is a gap, its label is not", "a [[award]] of [[award|47 dollars]].", []string{"a _ of {award:47 dollars}."}},
		{"a mark is a gap", "about [[!47 dollars]] more", []string{"about _ more"}},
		{"code, addresses and citations are gaps", "`47` <https://a.example/47> 52 U.S.C. § 10307(c)", []string{"_ _ _"}},
		{"a link keeps its words", "[47 dollars](https://a.example/48)", []string{"47 dollars"}},
		{"escapes", `\$47 &amp; 48&nbsp;dollars`, []string{"$47 & 48\u00a0dollars"}},
		{"a line end is a space", "47\ndollars [[award|100\ndollars]]", []string{"47 dollars {award:100 dollars}"}},
		{"blocks", "## Of 47\n\n> a\n\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n    code 48\n\n![[award]]", []string{"Of 47", "a", "b", "c", "d", "e", "f"}},
		{"a note", "A word.[^1]\n\n[^1]: Of 47.", []string{"A word.", "Of 47."}},
		{"a broken reference is a gap", "[[Not An Id]] and [[!]]", []string{"_ and _"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			doc, _ := markdown.Parse("a.md", []byte(tt.give), markdown.Options{})
			if diff := cmp.Diff(tt.want, gapless(doc.Passages())); diff != "" {
				t.Error("body (-want +got):\n" + diff)
			}
			if len(tt.want) > 1 || strings.HasPrefix(tt.give, "#") {
				return
			}
			doc, _ = markdown.ParseInline("a.md", tt.give, func(i int) int { return i })
			if diff := cmp.Diff(tt.want, gapless(doc.Passages())); diff != "" {
				t.Error("inline (-want +got):\n" + diff)
			}
		})
	}
}

func TestPassageAt(t *testing.T) {
	src := strings.Join([]string{
		"Plain 11 and *emphasis 12* and [[award|label 13]] &amp; 14",
		"> quoted 15",
		"> again 16 [[!mark]] 17 `code` 18 it's 19",
		"",
		"- item 20 [link 21](https://a.example/22)",
		"",
		"## heading 23",
		"",
		"> - [[award|over the \r",
		">   end 24 \\$25 of",
		">   \ta line 26]] and 27 [[award|",
		">   28]]",
	}, "\n")
	doc, list := markdown.Parse("a.md", []byte(src), markdown.Options{})
	if len(list) > 0 {
		t.Fatal(describe([]byte(src), list))
	}
	seen := 0
	for _, p := range doc.Passages() {
		for i := 0; i+1 < len(p.Text); i++ {
			if c := p.Text[i]; c != '1' && c != '2' {
				continue
			}
			number := p.Text[i : i+2]
			if at := p.At(i); !strings.HasPrefix(src[at:], number) {
				t.Errorf("%s of %q comes from %q", number, p.Text, src[at:min(at+8, len(src))])
			}
			seen++
			i++
		}
	}
	if seen != 17 {
		t.Errorf("read %d numbers, want 17", seen)
	}
	const shift = 100
	doc, _ = markdown.ParseInline("a.md", "Plain 11", func(i int) int { return shift + i })
	if got := doc.Passages()[0].At(6); got != shift+6 {
		t.Errorf("a text of the front matter is read at %d, want %d", got, shift+6)
	}
}
