package draft

import (
	"slices"
	"strings"
	"testing"
)

func TestDateline(t *testing.T) {
	for _, tt := range []struct{ lang, give, want string }{
		{"en", "October 21, 2024", "2024-10-21"},
		{"en", "Published Monday, October 21, 2024 at 9:30 a.m.", "2024-10-21"},
		{"en", "By Pat Poe and Ann Roe | October 21, 2024", "2024-10-21"},
		{"fr", "Publié le 21 octobre 2024 à 9h30, mis à jour le 22 octobre 2024", "2024-10-21"},
		{"fr", "Par Pat Poe, le 21 octobre 2024", "2024-10-21"},
		{"fr", "Mis à jour le 22 octobre 2024", ""},
		{"fr", "Le choc du 6 janvier 2021", ""},
		{"fr", "Loi du 29 juillet 1881", ""},
		{"en", "The mill on October 5, 2024", ""},
		{"en", "October 2024", ""},
	} {
		got := ""
		if day, _ := dateline(tt.lang, tt.give); !day.IsZero() {
			got = day.String()
		}
		if got != tt.want {
			t.Errorf("%q: %q, not %q", tt.give, got, tt.want)
		}
	}
}

func TestDayOfPublication(t *testing.T) {
	const p = "The fund gave money to all the mills that it knew of in the country, and it said so to the commission that keeps such filings for the public."
	for _, tt := range []struct{ give, want string }{
		{"The mill and its money\nOctober 21, 2024\n" + p, "2024-10-21"},
		{"The mill and its money\nIt has a lot.\nOctober 21, 2024\n" + p, ""},
		{"The mill and its money\nIt has a lot.\nPublished October 21, 2024\n" + p, "2024-10-21"},
		{"The mill and its money\n" + p + "\nOctober 21, 2024\n" + p, ""},
		{"The mill and its money\nThe mill burned on October 5, 2024.\n" + p, ""},
	} {
		d, err := ReadDocument([]byte(tt.give))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if !d.Published.IsZero() {
			got = d.Published.String()
		}
		if got != tt.want {
			t.Errorf("%q: %q, not %q", tt.give, got, tt.want)
		}
	}
}

func TestAuthor(t *testing.T) {
	for _, tt := range []struct{ give, want string }{
		{"By Pat Poe", "Pat Poe"},
		{"By Pat Poe, Ann Roe and Jo Doe", "Pat Poe, Ann Roe and Jo Doe"},
		{"By Pat Poe, The Ledger", "Pat Poe"},
		{"By Pat Poe | October 21, 2024", "Pat Poe"},
		{"By Pat Poe, 9:30 a.m.", "Pat Poe"},
		{"By Pat Poe (The Ledger)", "Pat Poe"},
		{"Par Pat de la Poe et Ann Roe", "Pat de la Poe et Ann Roe"},
		{"Par Pat Poe, le 21 octobre 2024", "Pat Poe"},
		{"By Election Day, Roe had spent more than ever", ""},
		{"By 2024 the mill had burned", ""},
		{"By Monday", ""},
	} {
		lang := "en"
		if strings.HasPrefix(tt.give, "Par") {
			lang = "fr"
		}
		if got := authorOf(lang, tt.give); got != tt.want {
			t.Errorf("%q: %q, not %q", tt.give, got, tt.want)
		}
	}
}

func TestSizeOfText(t *testing.T) {
	if _, err := ReadDocument([]byte(strings.Repeat("One sentence. ", MaxText/10))); err == nil {
		t.Error("a text is read that the desk does not show")
	}
	page := "<!doctype html><article>" + strings.Repeat("<p>A paragraph of the mill, which had several sentences. It ended here.</p>", 20) + strings.Repeat("<!-- nothing -->", MaxText/10) + "</article>"
	if _, err := ReadDocument([]byte(page)); err != nil {
		t.Error(err)
	}
}

func TestParagraphsAboveIntertitleWithDate(t *testing.T) {
	const p = "Le fonds a versé 9 millions de dollars."
	for _, title := range []string{"Le choc du 6 janvier 2021", "6 janvier 2021", "Le moulin, le 5 octobre 2024"} {
		s := Source{Lang: "fr", Headline: "Le moulin et son argent", Published: day(t, "2024-10-21"), Text: "Le moulin et son argent\n\n" + p + "\n\n" + title + "\n\n" + p + "\n"}
		if n := len(Paragraphs(s)); n != 2 {
			t.Errorf("%s: %d paragraphs", title, n)
		}
	}
}

func TestPage(t *testing.T) {
	const p = "<p>The fund gave $9 million<sup>[1]</sup> to all the mills that it knew of in the country<del>, but not to ours</del>, and it said so to the commission, on the 1<sup>st</sup> day.</p>"
	page := func(head, body string) Document {
		t.Helper()
		d, err := ReadDocument([]byte(`<!doctype html>` + head + `<body><article>` + body + strings.Repeat(p, 4) + `</article></body>`))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := page(`<html lang="de&#10;draft: false&#10;#"><title>The mill and its money | The Ledger</title>`, `<h1>The mill and its money</h1><p><time datetime="2024-10-21T09:00">Monday</time></p>`)
	if d.Headline != "The mill and its money" || d.Published != day(t, "2024-10-21") || strings.Contains(d.Lang, "draft") {
		t.Errorf("%q, %v, %q", d.Headline, d.Published, d.Lang)
	}
	if strings.Contains(d.Text, "[1]") || strings.Contains(d.Text, "ours") || !strings.Contains(d.Text, "1st day") {
		t.Error(d.Text)
	}
	if d := page(`<html><title>The mill and its money</title>`, `<time datetime="2024-10-21"></time><time datetime="2024-10-22"></time>`); !d.Published.IsZero() {
		t.Error(d.Published)
	}
}

func TestLanguageOfPageIsOne(t *testing.T) {
	const p = "<p>Zwölf Mühlen liefen, sagte Müller; zwölf standen still, weil niemand kam, niemand zahlte, niemand fragte, niemand wollte.</p>"
	for give, want := range map[string]string{`de&#10;draft: false&#10;#`: "", "de": "de", "no": "no", "de_CH": "de-CH"} {
		d, err := ReadDocument([]byte(`<!doctype html><html lang="` + give + `"><title>Zwölf Mühlen standen still</title><body><article>` + strings.Repeat(p, 6) + `</article></body></html>`))
		if err != nil {
			t.Fatal(err)
		}
		if d.Lang != want {
			t.Errorf("%q: %q, not %q", give, d.Lang, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	if got := oneLine("a\u2028b\u0085c\x00\x1b\nd"); got != "a b c d" || slices.Contains([]rune(got), '\n') {
		t.Errorf("%q", got)
	}
}
