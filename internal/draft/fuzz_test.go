package draft

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/source"
)

// FuzzReadDocument reads any bytes as a source and writes a draft of it: no panic, ranges
// within the text, quotes that carry their values, a file that content can read.
func FuzzReadDocument(f *testing.F) {
	files, err := filepath.Glob("testdata/texts/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, seed := range []string{
		"", "\x00", "\xff", "One.", "A title\nMusk paid $5 million.\n", "\ufeffUn fonds a versé 5\u00a0000\u202f€ le 1er mai.\r\n",
		"<p>He paid $5 in Ohio.</p>", "<!doctype html><title>x</title><article><h1>T</h1><p>" + strings.Repeat("He paid $5 million on Oct. 5, 2024. ", 20) + "</p></article>",
		"<html><body>" + strings.Repeat("<div>", 300), "e\u0301crit le 5 octobre 2024, il a payé 47 dollars.\n\nPennsyl-\nvanie, 2 % de plus.", "\u202c€a\fversé 5\u00a0000\u202f€ le 1er mai.",
	} {
		f.Add([]byte(seed))
	}
	k := known(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := ReadDocument(data)
		if err != nil {
			return
		}
		if !utf8.ValidString(d.Text) {
			t.Fatal("the text is not UTF-8")
		}
		if again := plainText(d.Text); again != d.Text {
			t.Fatalf("a text that is read once more is another one: %q, %q", d.Text, again)
		}
		for _, lang := range []string{"en", "fr"} {
			r, ok := Read(Source{Text: d.Text, Lang: lang, Headline: d.Headline, Published: d.Published}, k)
			if !ok {
				continue
			}
			checkReading(t, r, lang, d.Published)
			d.Lang = lang
			a := Article{ID: "a", Source: d, Outlet: "mill", Read: "2026-11-29", Site: knownSite(t), Reading: r}
			text, _ := a.Write()
			_, diags := content.Parse(source.File{Path: "content/articles/a.md", Data: text}, "en", content.DefaultRegions)
			if errors, _ := diags.Count(); errors > 0 {
				t.Fatalf("%v\n%s", diags, text)
			}
			if unused := r.Unused(string(text)); len(unused) > 0 && r.Text == oneLine(r.Text) {
				t.Logf("not used: %v", unused)
			}
		}
	})
}

func checkReading(t *testing.T, r Reading, lang string, published edtf.Date) {
	for _, f := range r.Found {
		for _, s := range []Span{f.Span, f.Sentence, f.Quote} {
			if s.Start < 0 || s.End < s.Start || s.End > len(r.Text) || !utf8.ValidString(r.Text[s.Start:s.End]) {
				t.Fatalf("%v is no range of %q", s, r.Text)
			}
		}
		if (f.Value == "") == (f.Why == "") {
			t.Fatalf("%+v has a value and a reason, or neither", f)
		}
		if f.Value == "" {
			continue
		}
		quote := r.Text[f.Quote.Start:f.Quote.End]
		if n := content.CountWords(quote); n == 0 || n > content.MaxQuote && f.Kind != Name {
			t.Fatalf("a quote of %d words: %q", n, quote)
		}
		switch {
		case f.Kind == Date:
			if p := evidence.SupportsDate(f.Day, evidence.Quote{Lang: lang, Text: quote}, published); len(p) > 0 {
				t.Fatalf("%q does not carry %s: %v", quote, f.Value, p)
			}
		case f.Kind == Amount && lang == "en":
			if p := evidence.Supports(f.Quantity, evidence.Quote{Lang: lang, Text: quote}); len(p) > 0 {
				t.Fatalf("%q does not carry %s: %v", quote, f.Value, p)
			}
		}
	}
}
