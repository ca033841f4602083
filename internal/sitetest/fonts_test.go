package sitetest

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"testing"

	"receipts"
)

// fontBudget is how many bytes of fonts a first visit may load.
const fontBudget = 33 << 10

// TestFonts checks that the committed fonts fit their budget and match the
// stylesheet. The OFL goes wherever a font goes.
func TestFonts(t *testing.T) {
	fonts, err := fs.Glob(receipts.Defaults, "static/fonts/*.woff2")
	if err != nil || len(fonts) != 2 {
		t.Fatalf("%d fonts, %v", len(fonts), err)
	}
	style, err := fs.ReadFile(receipts.Defaults, "static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, p := range fonts {
		data, err := fs.ReadFile(receipts.Defaults, p)
		if err != nil {
			t.Fatal(err)
		}
		total += len(data)
		if !bytes.HasPrefix(data, []byte("wOF2")) {
			t.Errorf("%s is no WOFF2 file", p)
		}
		if !bytes.Contains(style, []byte("url(fonts/"+path.Base(p)+")")) {
			t.Errorf("static/style.css does not use %s", p)
		}
	}
	if total > fontBudget {
		t.Errorf("the fonts have %d bytes, %d are allowed", total, fontBudget)
	}

	for _, name := range []string{"Newsreader", "ChivoMono"} {
		licence, err := fs.ReadFile(receipts.Defaults, "static/fonts/OFL-"+name+".txt")
		if err != nil {
			t.Error(err)
			continue
		}
		if !regexp.MustCompile(`(?s)^Copyright \d{4} The .* Project Authors.*SIL OPEN FONT LICENSE Version 1\.1`).Match(licence) {
			t.Errorf("the licence of %s lacks its authors or its text", name)
		}
	}
}
