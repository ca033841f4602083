package markdown_test

import (
	"strings"
	"testing"

	"receipts/internal/markdown"
)

// page is about 500 words, as an article's summary has them.
var page = []byte(strings.Repeat(`## What [[elon-musk]] gave

The owner of the network, [[elon-musk|Musk]], "has already invested" more than 75 million dollars in the campaign --
according to the outlet, [[award]] goes to one voter of [[PA]] each day until 5 November. That may touch
52 U.S.C. § 10307(c), which forbids paying for a registration, and *nothing* in the article says[^note] that it has been tested.

- The fund's name is given in [an earlier article](/articles/next/), in its third paragraph.
- Snapchat ads were aimed at **two** groups with opposite messages, which both name the same candidate.

`, 5) + "[^note]: As read on 22 November.\n")

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		markdown.Parse("a.md", page, markdown.Options{})
	}
}

func BenchmarkHTML(b *testing.B) {
	doc, list := markdown.Parse("a.md", page, markdown.Options{})
	if len(list) > 0 {
		b.Fatal(list)
	}
	b.ReportAllocs()
	for b.Loop() {
		_ = doc.Pieces(site{})
	}
}

const plainWords = `Musk's "fund" has already invested more than 75 million dollars in the campaign -- or so the outlet writes.`

func BenchmarkInlinePlain(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		markdown.ParseInline("a.md", plainWords, func(i int) int { return i })
	}
}

func BenchmarkInlineMarkdown(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		markdown.ParseInline("a.md", plainWords+"\n", func(i int) int { return i })
	}
}
