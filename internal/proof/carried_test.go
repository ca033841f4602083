package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

func TestQuotesCarryFigures(t *testing.T) {
	const (
		award   = `quote: "un million de dollars, chaque jour"` + "\ntranslation: one million dollars, every day"
		partly  = "\nquote_supports: partly\nquote_lacks: the rest"
		october = "quote: Le 5 octobre\ntranslation: On 5 October"
	)
	tests := []struct {
		desc string
		list string // amounts or dates
		give string // the item, but for what all have
		want []string
	}{
		{"what the quote says", "amounts", "amount: 1 million USD per day\nflow: prize\n" + award, nil},
		{
			"another number", "amounts", "amount: 2 million USD per day\nflow: prize\n" + award,
			[]string{`E091 at "2 million USD per day", related "un million de dollars, chaque jour": write "1 million USD per day"`},
		},
		{
			"the author's own basis stays in the hint", "amounts", "amount: 74 USD per cheque\nflow: payment\nquote: un chèque de 47 dollars\ntranslation: a 47-dollar cheque",
			[]string{`E091 at "74 USD per cheque", related "47 dollars": write "47 USD per cheque"`},
		},
		{
			"the author's own noun stays in the hint", "amounts", "amount: 300 million followers\nquote: 200 millions d’abonnés\ntranslation: 200 million followers",
			[]string{`E091 at "300 million followers", related "200 millions d’abonnés": write "200 million followers"`},
		},
		{
			"one of two figures, neither proposed", "amounts", "amount: 9 USD\nflow: payment\nquote: 47 dollars ou 52 dollars\ntranslation: 47 dollars or 52 dollars",
			[]string{`E130 at "9 USD", related "47 dollars ou": state what it says; or, if it changes nothing, add quote_read: "47 dollars ou"`},
		},
		{
			"a figure where none is stated", "amounts", "amount: unquantified\nflow: payment\nquote: payer 47 dollars\ntranslation: pay 47 dollars",
			[]string{`E091 at "unquantified", related "47 dollars": write "47 USD"`},
		},
		{
			"two mistakes in one figure are one message", "amounts", "amount: about 57 million EUR\nflow: prize\nquote: plus de 75 millions de dollars\ntranslation: more than 75 million dollars",
			[]string{`E091 at "about 57 million EUR", related "plus de 75 millions de dollars": write "more than 75 million USD"`},
		},
		{
			"a part of it", "amounts",
			"amount: 2 million USD per day\nflow: prize\nquote: la récompense, chaque jour\ntranslation: the reward, every day" + partly, nil,
		},
		{
			"a part of it is not another figure", "amounts", "amount: 2 million USD per day\nflow: prize\n" + award + partly,
			[]string{`E091 at "2 million USD per day", related "un million de dollars, chaque jour": write "1 million USD per day"`},
		},
		{
			"all of it is not a part", "amounts", "amount: 1 million USD per day\nflow: prize\n" + award + partly,
			[]string{"W013"},
		},
		{"all of a date is not a part", "dates", "date: 2024-10-05\n" + october + partly, []string{"W013"}},
		{"a part of it is its period", "amounts", "amount: 1 million USD per day\nflow: prize\ndate: 2024-10\n" + award + partly, nil},
		{"words for a date may lack anything", "dates", "as_written: last week\n" + october + partly, nil},
		{
			"a denial", "amounts", "amount: 47 USD\nflow: payment\nquote: n’a pas payé 47 dollars\ntranslation: did not pay 47 dollars",
			[]string{`E091 at "47 USD", related "pas payé 47 dollars": state what it says; or, if it changes nothing, add quote_read: "pas payé 47 dollars"`},
		},
		{
			"a denial is no part", "amounts", "amount: 47 USD\nflow: payment\nquote: n’a pas payé 47 dollars\ntranslation: did not pay 47 dollars" + partly,
			[]string{`E091 at "47 USD", related "pas payé 47 dollars": state what it says; or, if it changes nothing, add quote_read: "pas payé 47 dollars"`},
		},
		{
			"another currency is no part", "amounts", "amount: 75 million USD\nflow: payment\nquote: 75 millions d’euros\ntranslation: 75 million euros" + partly,
			[]string{`E091 at "75 million USD", related "75 millions d’euros": write "75 million EUR"`},
		},
		{
			"a rate is no part", "amounts", "amount: 75 million USD\nflow: payment\nquote: 75 millions de dollars par jour\ntranslation: 75 million dollars a day" + partly,
			[]string{`E091 at "75 million USD", related "75 millions de dollars par jour": write "75 million USD per day"`},
		},
		{
			"a translation that differs is no part", "amounts", "amount: 75 million USD\nflow: payment\nquote: la somme\ntranslation: 80 million dollars" + partly,
			[]string{`E092 at "75 million USD", related "80 million dollars": translate the quote as it stands`},
		},
		{"a year that is missing", "dates", "date: 2022-10-05\n" + october + partly, nil},
		{
			"a word that is not known", "amounts", "amount: 47 USD\nflow: payment\nquote: claque 47 dollars\ntranslation: pays 47 dollars",
			[]string{`E130 at "47 USD", related "claque 47 dollars": state what it says; or, if it changes nothing, add quote_read: "claque 47 dollars"`},
		},
		{
			"a word that somebody has read", "amounts",
			"amount: 47 USD\nflow: payment\nquote: claque 47 dollars\ntranslation: splashes 47 dollars\nquote_read: [claque 47 dollars, splashes 47 dollars]", nil,
		},
		{
			"a denial that somebody has read", "amounts",
			"amount: 47 USD\nflow: payment\nquote: n’a pas payé 47 dollars\ntranslation: did not pay 47 dollars\nquote_read: pas payé 47 dollars", nil,
		},
		{
			"other words that somebody has read", "amounts",
			"amount: 47 USD\nflow: payment\nquote: frise les 47 dollars\ntranslation: pays 47 dollars\nquote_read: claque 47 dollars",
			[]string{`E130 at "47 USD", related "frise les 47 dollars": state what it says; or, if it changes nothing, add quote_read: "frise les 47 dollars"`},
		},
		{
			"what is read is no other figure", "amounts",
			"amount: 48 USD\nflow: payment\nquote: claque 47 dollars\ntranslation: pays 48 dollars\nquote_read: claque 47 dollars",
			[]string{`E091 at "48 USD", related "47 dollars": ` + sayWhatIsMissing},
		},
		{
			"no translation: only that is said", "amounts", "amount: 2 million USD per day\nflow: prize\nquote: un million",
			[]string{"E025"},
		},
		{
			"an unknown word for a part: only that is said", "amounts", "amount: 1 million USD per day\nflow: prize\n" + award + "\nquote_supports: some\nquote_lacks: the rest",
			[]string{"E027"},
		},
		{
			"the place in a folded quote", "amounts", "amount: 2 million USD per day\nflow: prize\nquote: >-\n  promet un million\n  de dollars, chaque jour\ntranslation: promises one million dollars, every day",
			[]string{`E091 at "2 million USD per day", related "un million\n      de dollars, chaque jour": write "1 million USD per day"`},
		},
		{
			"the place behind an escape", "amounts", "amount: 48 USD\nflow: fine\nquote: \"l\\u2019amende \\\"de\\\" 47 dollars\"\ntranslation: the fine of 47 dollars",
			[]string{`E091 at "48 USD", related "47 dollars": write "47 USD"`},
		},
		{
			"a period that no quote has", "amounts", "amount: 1 million USD per day\nflow: prize\ndate: ../2024-11-05\n" + award,
			[]string{`E093 at "../2024-11-05", related "un million de dollars, chaque jour": ` + sayWhatIsMissing},
		},
		{
			"a period in a further quote", "amounts",
			"amount: 1 million USD per day\nflow: prize\ndate: ../2024-11-05\n" + award + "\nalso:\n  - quote: jusqu’au 5 novembre\n    translation: until 5 November\n    at: P2",
			nil,
		},
		{"a date", "dates", "date: 2024-10-05\n" + october, nil},
		{
			"a date of another month", "dates", "date: 2024-09-05\n" + october,
			[]string{`E094 at "2024-09-05", related "5 octobre": write 2024-10-05`},
		},
		{
			"a probable slip is what the source prints", "dates", "date: 2024-09-05\nflag: probable-slip\nflag_reason: The text says so.\n" + october,
			[]string{`E094 at "2024-09-05", related "5 octobre": write 2024-10-05`},
		},
		{
			"an end is not a day", "dates", "date: 2024-11-05\nquote: jusqu’au 5 novembre\ntranslation: until 5 November",
			[]string{`E094 at "2024-11-05", related "5 novembre": write ../2024-11-05`},
		},
		{
			"a translation of another day", "dates", "date: 2024-10-05\nquote: Le 5 octobre\ntranslation: On 6 October",
			[]string{`E092 at "2024-10-05", related "6 October": translate the quote as it stands`},
		},
		{"words for a date", "dates", "as_written: last week\nquote: la semaine dernière\ntranslation: last week", nil},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			text := article("fr", "2024-10-21", tt.list, tt.give)
			if diff := cmp.Diff(tt.want, mistakes(text)); diff != "" {
				t.Errorf("mistakes (-want +got):\n%s", diff)
			}
		})
	}
}

// An author who writes what a hint proposes gets no second message.
func TestProposalsAreAccepted(t *testing.T) {
	quote := "quote: plus de 75 millions de dollars, le 5 octobre\ntranslation: more than 75 million dollars, on 5 October"
	for _, give := range []string{"75 million USD", "at least 75 million USD", "more than 7 USD", "more than 75 million EUR", "75 million USD per day", "unquantified"} {
		item := "amount: " + give + "\nflow: prize\n" + quote
		diags := pagesOf(map[string]string{"content/articles/a.md": article("fr", "2024-10-21", "amounts", item)}).diags
		if len(diags) != 1 || !strings.HasPrefix(diags[0].Hint, `write "`) {
			t.Errorf("%s: %v", give, diags)
			continue
		}
		proposal := strings.Trim(strings.TrimPrefix(diags[0].Hint, "write "), `"`)
		if again := mistakes(article("fr", "2024-10-21", "amounts", strings.Replace(item, give, proposal, 1))); len(again) > 0 {
			t.Errorf("%s: %q is proposed and refused: %v", give, proposal, again)
		}
	}
}

// Without the date of publication nothing is said of dates, which could not be
// read.
func TestDatesNeedTheDateOfPublication(t *testing.T) {
	for _, published := range []string{"2024-10", "yesterday", "2024-10-01/2024-10-21"} {
		text := article("fr", published, "dates", "date: 2024-10-05\nquote: Le 5 octobre\ntranslation: On 5 October")
		if diff := cmp.Diff([]string{"E022"}, mistakes(text)); diff != "" {
			t.Errorf("published: %s: mistakes (-want +got):\n%s", published, diff)
		}
	}
}

func TestLanguagesThatAreNotRead(t *testing.T) {
	give := "amount: 47 USD\nflow: fine\nquote: 48 Dollar\ntranslation: "
	if got := mistakes(article("de", "2024-10-21", "amounts", give+"47 dollars")); !slices.Equal(got, []string{"W037"}) {
		t.Errorf("the quote was read: %v", got)
	}
	want := []string{"W037", `E092 at "47 USD", related "48 dollars": mend one of the two`}
	if diff := cmp.Diff(want, mistakes(article("de", "2024-10-21", "amounts", give+"48 dollars"))); diff != "" {
		t.Errorf("mistakes (-want +got):\n%s", diff)
	}
}

// article is a file with one item. The source stands behind it: its language
// and its date count wherever they are.
func article(language, published, list, item string) string {
	return "---\ntitle: A story\nsummary: What it says.\n" + list + ":\n  - fact: a-fact\n    says: The paper writes so.\n    at: P1\n" +
		"    " + strings.ReplaceAll(item, "\n", "\n    ") + "\n" +
		"source:\n  outlet: paper\n  headline: A story\n  published: " + published + "\n  language: " + language + "\n  read: 2026-11-22\n---\n"
}

// mistakes are the diagnostics of a file: the codes, and of those about figures
// the words they point at and what they propose.
func mistakes(text string) []string {
	var out []string
	diags := pagesOf(map[string]string{"content/articles/a.md": text}).diags
	at := func(p diag.Place) string { return text[p.Start:p.End] }
	for _, d := range diags {
		s := string(d.Code)
		if len(d.Related) > 0 {
			s = fmt.Sprintf("%s at %q, related %q: %s", d.Code, at(d.Place), at(d.Related[0].Place), d.Hint)
		}
		out = append(out, s)
	}
	return out
}
