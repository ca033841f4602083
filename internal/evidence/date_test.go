package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/edtf"
)

// showDates writes what was found as its words and what they mean.
func showDates(text string, found []FoundDate) []string {
	var all []string
	for _, f := range found {
		var s strings.Builder
		s.WriteString(text[f.Start:f.End] + " = " + f.Date.String())
		for _, mark := range []struct {
			on   bool
			text string
		}{{f.Relative, "relative"}, {f.MonthInferred && !f.Relative, "month inferred"}, {f.YearInferred && !f.Relative, "year inferred"}, {f.Until, "until"}, {f.Since, "since"}} {
			if mark.on {
				s.WriteString(", " + mark.text)
			}
		}
		if f.Doubt != NoDoubt {
			s.WriteString(", " + f.Doubt.String())
		}
		all = append(all, s.String())
	}
	return all
}

func TestFindDatesFrench(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want []string // with the publication on 2024-10-09
	}{
		{"a day", "Le 5 octobre, on l’a vu", []string{"5 octobre = 2024-10-05, year inferred"}},
		{"a day alone", "Le 8, dans un long entretien", []string{"Le 8 = 2024-10-08, month inferred, year inferred"}},
		{"a day alone, not yet come", "Le 12, dans un entretien", []string{"Le 12 = 2024-09-12, month inferred, year inferred"}},
		{"the 31st has to exist", "Le 31, dans un entretien", []string{"Le 31 = 2024-08-31, month inferred, year inferred"}},
		{"last", "le 13 juillet dernier", []string{"13 juillet dernier = 2024-07-13, year inferred"}},
		{"last, of the year before", "le 13 novembre dernier", []string{"13 novembre dernier = 2023-11-13, year inferred"}},
		{"next", "du 5 novembre prochain", []string{"5 novembre prochain = 2024-11-05, year inferred"}},
		{"next, of the year after", "le 5 mars prochain", []string{"5 mars prochain = 2025-03-05, year inferred"}},
		{"announced, soon", "scrutin du 5 novembre", []string{"5 novembre = 2024-11-05, year inferred"}},
		{"announced, in the next year", "la prestation du 6 janvier", []string{"6 janvier = 2025-01-06, year inferred"}},
		{"past, although half a year ahead is nearer", "le 20 mars", []string{"20 mars = 2024-03-20, year inferred"}},
		{"the day itself", "le 9 octobre", []string{"9 octobre = 2024-10-09, year inferred"}},
		{"the first", "le 1er octobre 2024", []string{"1er octobre 2024 = 2024-10-01"}},
		{"a leading zero", "Le 09 octobre à 16h50", []string{"09 octobre = 2024-10-09, year inferred"}},
		{"part of a month", "Début octobre, dans une interview", []string{"Début octobre = 2024-10, year inferred"}},
		{"mid", "à la mi-octobre 2023", []string{"mi-octobre 2023 = 2023-10"}},
		{"a short month", "mi-sept., et le 3 sept.", []string{"mi-sept. = 2024-09, year inferred", "3 sept. = 2024-09-03, year inferred"}},
		{"a number at the end of a sentence", "Dans une liste de sept. Elle en cite vingt-sept.", nil},
		{"a month", "en mars", []string{"mars = 2024-03, year inferred"}},
		{"a month that has begun", "en octobre", []string{"octobre = 2024-10, year inferred"}},
		{"a month next", "en mars prochain", []string{"mars prochain = 2025-03, year inferred"}},
		{"a month and a year", "en juillet 2023", []string{"juillet 2023 = 2023-07"}},
		{"a year", "En 2023, rappelle Reuters", []string{"2023 = 2023"}},
		{"a year of something", "présidentielle de 2020", []string{"2020 = 2020"}},
		{"about", "vers 2020", []string{"vers 2020 = 2020~"}},
		{"years", "de 2020 à 2024, puis 2021-2023", []string{"2020 à 2024 = 2020/2024", "2021-2023 = 2021/2023"}},
		{"days", "du 5 au 8 octobre", []string{"5 au 8 octobre = 2024-10-05/2024-10-08, year inferred"}},
		{"two days", "entre le 28 septembre et le 5 octobre 2024", []string{"28 septembre et le 5 octobre 2024 = 2024-09-28/2024-10-05"}},
		{"across a year", "du 28 décembre au 3 janvier 2024", []string{"28 décembre au 3 janvier 2024 = 2023-12-28/2024-01-03"}},
		{"two dates", "le 5 octobre et le 8 octobre", []string{"5 octobre = 2024-10-05, year inferred", "8 octobre = 2024-10-08, year inferred"}},
		{"until", "jusqu'au scrutin du 5 novembre", []string{"5 novembre = 2024-11-05, year inferred, until"}},
		{"since", "depuis le 5 octobre", []string{"5 octobre = 2024-10-05, year inferred, since"}},
		{"four years", "depuis quatre ans", []string{"depuis quatre ans = 2020~, relative, since"}},
		{"years ago", "il y a 4 ans", []string{"il y a 4 ans = 2020~, relative"}},
		{"last week", "la semaine dernière", []string{"la semaine dernière = 2024-09-30/2024-10-06, relative"}},
		{"last month, yesterday, this year", "le mois dernier, hier, cette année, l’an dernier, aujourd’hui", []string{
			"le mois dernier = 2024-09, relative", "hier = 2024-10-08, relative", "cette année = 2024, relative", "l’an dernier = 2023, relative", "aujourd’hui = 2024-10-09, relative",
		}},
		{"another date is needed", "L’entreprise a passé l’année suivante, dès cette période", []string{"l’année suivante = , relative", "cette période = , relative, since"}},
		{"for hours", "Depuis quelques heures", []string{"Depuis quelques heures = , relative, since"}},
		{"in digits", "Le 09/10/2024 à 17h10, 2024-10-05", []string{"09/10/2024 = 2024-10-09", "2024-10-05 = 2024-10-05"}},
		{"no such day", "le 31 novembre", []string{"31 novembre = , year inferred"}},
		{"no dates", "2000 dollars, plus de 2000 électeurs, 2024 $, le 8e, le 20 heures, article 2020, 5 sept États", nil},
		{"no-break spaces", "le 5\u00a0octobre\u00a02024", []string{"5\u00a0octobre\u00a02024 = 2024-10-05"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, showDates(tt.give, FindDates("fr", tt.give, day(t, next)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindDatesEnglish(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want []string // with the publication on 2024-10-09
	}{
		{"abbreviated", "on Oct. 7 he", []string{"Oct. 7 = 2024-10-07, year inferred"}},
		{"month first", "October 7, 2024", []string{"October 7, 2024 = 2024-10-07"}},
		{"day first", "7 October", []string{"7 October = 2024-10-07, year inferred"}},
		{"rank", "the 7th of October 2023", []string{"7th of October 2023 = 2023-10-07"}},
		{"a year", "bought in 2022, the 2024 election", []string{"2022 = 2022", "2024 = 2024"}},
		{"last, behind", "on 13 July last", []string{"13 July last = 2024-07-13, year inferred"}},
		{"last, before", "last October", []string{"last October = 2023-10, year inferred"}},
		{"next", "poll of 5 November next", []string{"5 November next = 2024-11-05, year inferred"}},
		{"last year is the year", "on 13 July last year", []string{"13 July last year = 2023-07-13"}},
		{"early", "Early October", []string{"Early October = 2024-10, year inferred"}},
		{"mid", "in mid-2023 and mid-October", []string{"2023 = 2023", "mid-October = 2024-10, year inferred"}},
		{"the 8th", "On the 8th, in a long interview", []string{"the 8th = 2024-10-08, month inferred, year inferred"}},
		{"days", "October 5–8, 2024; 5 to 8 October; from 28 September to 5 October 2024", []string{
			"October 5–8, 2024 = 2024-10-05/2024-10-08", "5 to 8 October = 2024-10-05/2024-10-08, year inferred",
			"28 September to 5 October 2024 = 2024-09-28/2024-10-05",
		}},
		{"until", "until the poll of 5 November", []string{"5 November = 2024-11-05, year inferred, until"}},
		{"years", "for four years, four years ago", []string{"for four years = 2020~, relative", "four years ago = 2020~, relative"}},
		{"relative", "last week, the following year, yesterday", []string{"last week = 2024-09-30/2024-10-06, relative", "the following year = , relative", "yesterday = 2024-10-08, relative"}},
		{"about", "around 2020, about 5 October 2024", []string{"around 2020 = 2020~", "about 5 October 2024 = 2024-10-05~"}},
		{"American digits", "10/7/2024, 13/7/2024", []string{"10/7/2024 = , which may be either of two days", "13/7/2024 = 2024-07-13"}},
		{"words that are months", "it may march, May said, in May, March 2024", []string{"May = 2024-05, year inferred", "March 2024 = 2024-03"}},
		{"no dates", "the 8th Circuit, $2000, 2000 dollars, more than 2000 voters, 52 U.S.C. 2024, the 1st", nil},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, showDates(tt.give, FindDates("en", tt.give, day(t, next)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindDatesWithoutPublication(t *testing.T) {
	want := []string{"5 octobre = , year inferred", "2023 = 2023", "hier = , relative"}
	give := "le 5 octobre, en 2023, hier"
	if diff := cmp.Diff(want, showDates(give, FindDates("fr", give, edtf.Date{}))); diff != "" {
		t.Error(diff)
	}
}

func TestSupportsDate(t *testing.T) {
	tests := []struct {
		desc string
		date string
		text string
		want []ProblemKind // with the publication on 2024-10-09
	}{
		{"the day", "2024-10-05", "Le 5 octobre", nil},
		{"doubt is the author’s", "2024-10-05?", "Le 5 octobre", nil},
		{"another day", "2024-10-06", "Le 5 octobre", []ProblemKind{Day}},
		{"another month", "2024-09-05", "Le 5 octobre", []ProblemKind{Month}},
		{"another year", "2023-10-05", "Le 5 octobre", []ProblemKind{Year}},
		{"less precise", "2024-10", "Le 5 octobre", []ProblemKind{Precision}},
		{"more precise", "2024-10-05", "Début octobre", []ProblemKind{Precision}},
		{"not approximate", "2023~", "En 2023", []ProblemKind{Approximate}},
		{"approximate", "2020", "depuis quatre ans", []ProblemKind{Approximate}},
		{"open start", "../2024-11-05", "jusqu’au 5 novembre", nil},
		{"not open", "2024-11-05", "jusqu’au 5 novembre", []ProblemKind{Ends}},
		{"open at the other end", "2024-11-05/..", "jusqu’au 5 novembre", []ProblemKind{Ends}},
		{"open end", "2024-10-05/..", "depuis le 5 octobre", nil},
		{"interval", "2024-10-05/2024-10-08", "du 5 au 8 octobre", nil},
		{"interval, another end", "2024-10-05/2024-10-09", "du 5 au 8 octobre", []ProblemKind{Day}},
		{"both ends apart", "2024-10-05/2024-10-08", "commencé le 5 octobre, achevé le 8", nil},
		{"half an interval", "2024-10-05/2024-10-08", "commencé le 5 octobre", []ProblemKind{Ends}},
		{"a day of an interval", "2024-10-05", "du 5 au 8 octobre", []ProblemKind{Precision}},
		{"two dates", "2024-10-08", "le 5 octobre et le 8 octobre", nil},
		{"relative words", "2024", "l’année suivante", []ProblemKind{NoDate}},
		{"no date", "2024", "a rejeté la plainte", []ProblemKind{NoDate}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got := SupportsDate(day(t, tt.date), Quote{Lang: "fr", Text: tt.text}, day(t, next))
			if diff := cmp.Diff(tt.want, kindsOf(got)); diff != "" {
				t.Errorf("%s\n%+v", diff, got)
			}
		})
	}
	got := SupportsDate(day(t, "2024-10-05"), Quote{Lang: "fr", Text: "Le 5 octobre", Translation: "On 6 October"}, day(t, next))
	want := []Problem{{TranslationDiffers, InTranslation, 3, 12, "6 October", "the translation says “6 October”, which is 2024-10-06, not 2024-10-05", false, NoDoubt}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A first name before another name is no month; the same word alone is one.
func TestMonthsThatAreNames(t *testing.T) {
	published, _ := edtf.Parse("2024-10-16")
	for text, want := range map[string]string{
		"It was reported for August.":           "2024-08",
		"July, August and September were good.": "2024-07 2024-08 2024-09",
		"August Roe gave it.":                   "",
		"In August Roe gave it.":                "2024-08",
		"It ran from April through May.":        "2024-04/2024-05",
		"May gave it.":                          "",
		"In the last week before the vote.":     "",
		"He gave it last week.":                 "2024-10-07/2024-10-13",
	} {
		var got []string
		for _, f := range FindDates("en", text, published) {
			got = append(got, f.Date.String())
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %s, not %s", text, got, want)
		}
	}
}
