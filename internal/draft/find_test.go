package draft

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
	"receipts/internal/source"
)

// known is what a small site of invented people knows.
func known(t testing.TB) Known {
	t.Helper()
	return KnownOf(knownSite(t))
}

func knownSite(t testing.TB) *site.Site {
	t.Helper()
	in := site.Input{Config: configOf(t)}
	for path, text := range map[string]string{
		"content/people/richard-roe.md":     "---\ntitle: Richard Roe\nsummary: A miller.\n---\n",
		"content/people/jane-doe.md":        "---\ntitle: Jane Doe\nsummary: A senator.\n---\n",
		"content/organizations/mill.md":     "---\ntitle: The Mill Fund\nkind: fund\nsummary: A fund.\n---\n",
		"content/organizations/48-hours.md": "---\ntitle: 48 Hours\nkind: outlet\nsummary: A newspaper.\n---\n",
	} {
		p, diags := content.Parse(source.File{Path: path, Data: []byte(text)}, "en", content.DefaultRegions)
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		in.Pages = append(in.Pages, p)
	}
	s, diags := site.Build(in)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return s
}

func configOf(t testing.TB) *content.Config {
	t.Helper()
	c, diags := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("title: A site\nbase_url: https://example.org\n")})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return c
}

func day(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lines are findings as text: where, kind, words, value or reason, quote, parties.
func lines(r Reading) (out []string) {
	for _, f := range r.Found {
		var line strings.Builder
		line.WriteString(f.At + " " + string(f.Kind) + " " + r.Text[f.Start:f.End] + " = " + f.Value)
		if f.Why != "" {
			line.WriteString("(" + f.Why + ")")
		}
		if quote := r.Text[f.Quote.Start:f.Quote.End]; quote != "" && quote != r.Text[f.Start:f.End] {
			line.WriteString(" “" + quote + "”")
		}
		for _, p := range []struct {
			key string
			ids []string
		}{{"from", f.From}, {"to", f.To}, {"by", f.By}} {
			if len(p.ids) > 0 {
				line.WriteString(" " + p.key + " " + strings.Join(p.ids, ", "))
			}
		}
		out = append(out, line.String())
	}
	return out
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		desc string
		give Source
		want []string
	}{
		{
			"an English article",
			Source{
				Lang: "en", Headline: "The mill's money", Published: day(t, "2024-10-21"),
				Text: "The mill's money\n\nRichard Roe gave the Mill Fund more than $75 million on Oct. 5, according to 48 Hours.\n\n" +
					"What it bought\n\nIn Georgia and Michigan 1,200 voters signed. Doe cites 52 U.S.C. § 10307(c).\n",
			},
			[]string{
				"P1 name Richard Roe = richard-roe",
				"P1 name the Mill Fund = mill",
				"P1 amount more than $75 million = more than 75 million USD “more than $75 million on Oct. 5” from richard-roe to mill by 48-hours",
				"P1 date Oct. 5 = 2024-10-05",
				"P1 name 48 Hours = 48-hours",
				"P2 state Georgia = GA",
				"P2 state Michigan = MI",
				"P2 count 1,200 voters signed = 1,200 voters",
				"P2 name Doe = jane-doe",
				"P2 citation 52 U.S.C. § 10307(c) = 52 U.S.C. § 10307(c)",
			},
		},
		{
			"a French one, with the blanks that it has in numbers",
			Source{
				Lang: "fr", Headline: "Le moulin", Published: day(t, "2024-10-21"),
				Text: "Le moulin\nRichard Roe a versé plus de 350\u202f000 dollars d’amende en Géorgie, jusqu’au 5 novembre.\n",
			},
			[]string{
				"P1 name Richard Roe = richard-roe",
				"P1 amount plus de 350\u202f000 dollars = more than 350,000 USD from richard-roe",
				"P1 state Géorgie = GA",
				"P1 date 5 novembre = ../2024-11-05 “jusqu’au 5 novembre”",
			},
		},
		{
			"what is not understood has no value",
			Source{
				Lang: "en", Published: day(t, "2024-10-21"),
				Text: "He did not pay half of the $75 million. It was Tuesday, Oct. 5. In Washington it snowed, everywhere but Ohio.\n",
			},
			[]string{
				"P1 amount $75 million = (which makes another figure of it)",
				"P1 date Tuesday, Oct. 5 = (which was another day of the week)",
				"P1 state Washington = (the name is of something else more often)",
				"P1 state Ohio = (the words before it leave it out)",
			},
		},
		{
			"what is told of a sum before it is named, and what counts nothing",
			Source{Lang: "fr", Text: "Il ne les a toujours pas versés, ces 2 millions de dollars. Plusieurs fonds en ont reçu, trois jours après, en Caroline du Nord et celle du Sud.\n"},
			[]string{
				"P1 amount 2 millions de dollars = (what is said of it stands before it, and denies something)",
				"P1 count Plusieurs fonds = (it tells no number)",
				"P1 count trois jours = (it tells when something is, and counts nothing)",
				"P1 state Caroline du Nord = NC",
				"P1 state Sud = SC “Caroline du Nord et celle du Sud”",
			},
		},
		{
			"a part of a time, and the end of a span",
			Source{Lang: "en", Published: day(t, "2024-10-21"), Text: "In the early months of 2008 it grew, from July to the end of September, and at the end of 2010.\n"},
			[]string{
				"P1 date 2008 = (the words before it may make a part of it, or the end of a span)",
				"P1 date July = (where what stands next to it is not understood)",
				"P1 date September = (the words before it may make a part of it, or the end of a span)",
				"P1 date 2010 = 2010",
			},
		},
		{
			"without a day of publication nothing is inferred",
			Source{Lang: "en", Text: "On Oct. 5 she came. On Oct. 5, 2024 she left.\n"},
			[]string{
				"P1 date Oct. 5 = (it is read from the day of publication, which is not known)",
				"P1 date Oct. 5, 2024 = 2024-10-05",
			},
		},
		{
			"a language that is not read",
			Source{Lang: "de", Text: "Richard Roe gab am 5. Oktober 2024 eine Million Dollar.\n"},
			[]string{"P1 name Richard Roe = richard-roe"},
		},
		{
			"lines that are wrapped",
			Source{
				Lang: "en", Published: day(t, "2024-10-21"),
				Text: "Richard Roe, who lives at the mill, was paid a little\nover $20 million, and on October\n5 he stopped paying. What he paid\nafter that is not known yet.\n",
			},
			[]string{
				"P1 name Richard Roe = richard-roe",
				"P1 amount a little\nover $20 million = a little over 20 million USD",
				"P1 date October\n5 = 2024-10-05",
			},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			r, ok := Read(tt.give, known(t))
			if !ok {
				t.Fatal("no paragraphs")
			}
			if diff := cmp.Diff(tt.want, lines(r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadParagraphs(t *testing.T) {
	if _, ok := Read(Source{Lang: "en", Text: "No sentence\n"}, known(t)); ok {
		t.Error("a text without a sentence has paragraphs")
	}
	text := "A standfirst.\nThe first.\nThe second: $5.\n"
	r, ok := Read(Source{Lang: "en", Text: text, Paragraphs: []int{10, 15}}, known(t))
	if !ok {
		t.Fatal("paragraphs of these lengths are not found")
	}
	if diff := cmp.Diff([]string{"P2 amount $5 = 5 USD"}, lines(r)); diff != "" {
		t.Error(diff)
	}
	if got := r.Places[0]; r.Text[got.Start:got.End] != "A standfirst." || r.Locator(got) != "C" {
		t.Errorf("the head is %v", got)
	}
}
