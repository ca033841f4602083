package content

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"receipts/internal/source"
)

// TestLinksPointAtTheirBytes checks that a link inside a text of the front
// matter is shown at its own bytes, whatever way YAML has to write the text.
func TestLinksPointAtTheirBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{
			"word", "café", "l'offre", "«x»", "e\u0301", "a:b", `back\\slash`, "*so*", "5%", "«\u00a0x\u00a0»", "x,", "—", "it''s", "\u00a0x",
		})
		link := rapid.SampledFrom([]string{"[[ann-lee]]", "[[award|the *prize*]]", "[[method#totals]]"})
		n := rapid.IntRange(1, 8).Draw(t, "words")
		words := []string{rapid.SampledFrom([]string{"So", "«x»", "\u00a0x"}).Draw(t, "first")}
		links := 0
		for range n {
			if rapid.Bool().Draw(t, "is a link") {
				words = append(words, link.Draw(t, "link"))
				links++
				continue
			}
			words = append(words, word.Draw(t, "word"))
		}
		eol := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line end")
		style := rapid.SampledFrom([]string{"plain", "'", `"`, ">-", "|", ">", "|2-"}).Draw(t, "style")
		file := source.File{
			Path: "content/glossary/word.md",
			Data: []byte(strings.Join([]string{"---", "title: Ünï", "summary: " + write(t, style, words, eol), "---", ""}, eol)),
		}

		page, diags := Parse(file, DefaultLanguage, DefaultRegions)
		if len(diags) > 0 {
			t.Fatalf("%v in\n%s", diags, file.Data)
		}
		summary := page.Front.(*Term).Summary
		lines := strings.FieldsFunc(summary.Text, func(c rune) bool { return strings.ContainsRune(" \t\r\n", c) })
		if want := strings.TrimSpace(strings.Join(words, " ")); strings.Join(lines, " ") != want {
			t.Fatalf("read %q, want %q", summary.Text, want)
		}
		refs := summary.Doc.Refs()
		if len(refs) != links {
			t.Fatalf("%d links, want %d", len(refs), links)
		}
		for _, ref := range refs {
			at := ref.Place
			first := strings.Index(summary.Text, ref.ID)
			if in := summary.In(file.Data, first, first+len(ref.ID)); string(file.Data[in.Start:in.End]) != ref.ID {
				t.Errorf("the first %s of the text is at %v in\n%s", ref.ID, in, file.Data)
			}
			if got := string(file.Data[at.Start:at.End]); got != ref.ID || string(file.Data[at.Start-2:at.Start]) != "[[" {
				t.Errorf("the place of %s holds %q in\n%s", ref.ID, got, file.Data)
			}
		}
	})
}

// write writes words as a YAML text, over several lines as it likes.
func write(t *rapid.T, style string, words []string, eol string) string {
	var b strings.Builder
	switch style {
	case "plain", "'", `"`:
		quote := strings.TrimSuffix(style, "plain")
		b.WriteString(quote)
		if quote != "" { // the text may begin on the next line
			b.WriteString(rapid.SampledFrom([]string{"", " ", eol + "  "}).Draw(t, "lead"))
		}
		for i, w := range words {
			if i > 0 {
				gaps := []string{" ", eol + "  "}
				if quote == `"` {
					gaps = append(gaps, `\x20`, ` \`+eol+`   `, `\u0020`)
				}
				b.WriteString(rapid.SampledFrom(gaps).Draw(t, "gap"))
			}
			switch quote {
			case "'":
				b.WriteString(strings.ReplaceAll(w, "'", "''"))
			case `"`:
				for _, c := range w {
					switch escaped := !strings.HasPrefix(w, "[[") && rapid.IntRange(0, 3).Draw(t, "escape") == 0; {
					case c == '\\' || c == '"':
						fmt.Fprintf(&b, `\%c`, c)
					case escaped && c == '\u00a0':
						b.WriteString(`\_`)
					case escaped && c <= 0xff:
						fmt.Fprintf(&b, `\x%02x`, c)
					case escaped:
						fmt.Fprintf(&b, `\U%08X`, c)
					default:
						b.WriteRune(c)
					}
				}
			default:
				b.WriteString(w)
			}
		}
		b.WriteString(quote)
	default:
		b.WriteString(style + eol + "  ")
		for i, w := range words {
			if i > 0 {
				b.WriteString(rapid.SampledFrom([]string{" ", eol + "  "}).Draw(t, "gap"))
			}
			b.WriteString(w)
		}
	}
	return b.String()
}

// BenchmarkOneLongLine reads many values on one line, whose places must not be
// counted from its beginning each time.
func BenchmarkOneLongLine(b *testing.B) {
	data := []byte("languages: [" + strings.Repeat("en, ", 10_000) + "en]\n")
	for b.Loop() {
		ParseConfig(source.File{Path: ConfigPath, Data: data})
	}
}
