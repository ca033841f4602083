package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// around makes a context of a text in which the quote stands between ‹ and ›.
func around(text string) (string, Context) {
	before, rest, _ := strings.Cut(text, "‹")
	quote, after, _ := strings.Cut(rest, "›")
	return quote, Context{before + quote + after, len(before), len(before) + len(quote)}
}

func TestAround(t *testing.T) {
	tests := []struct {
		desc, amount string
		give         string // the source, with the quote between ‹ and ›
		want         []string
	}{
		{"nothing hidden", "75 million USD", "Il a donné ‹75 millions de dollars›.", nil},
		{"all of it quoted", "more than 75 million USD", "Il a donné ‹plus de 75 millions de dollars›.", nil},
		{
			"the qualifier", "75 million USD", "Il a donné plus de ‹75 millions de dollars›.",
			[]string{`the source says “plus de 75 millions de dollars”, which is "more than"; stated is a bare number`},
		},
		{
			"half the qualifier", "more than 75 million USD", "Il a donné un peu ‹plus de 75 millions de dollars›.",
			[]string{`the source says “un peu plus de 75 millions de dollars”, which is "a little over"; stated is "more than"`},
		},
		{
			"a bound behind", "75 million USD", "Il a donné ‹75 millions de dollars›, voire plus.",
			[]string{`the source says “75 millions de dollars, voire plus”, which is "at least"; stated is a bare number`},
		},
		{
			"the basis", "75 million USD", "Il donne ‹75 millions de dollars› par an.",
			[]string{`the source says “75 millions de dollars par an”, a figure per year; state what it is for, as in "75 million USD per year"`},
		},
		{
			"a rate farther on", "75 million USD", "Il verse ‹75 millions de dollars› aux électeurs chaque jour.",
			[]string{"the source speaks of a rate, but 75 million USD has no basis"},
		},
		{
			"a rate before a comma", "1 million USD", "Chaque jour depuis samedi, un électeur reçoit ‹un million de dollars›.",
			[]string{"the source speaks of a rate, but 1 million USD has no basis"},
		},
		{"the rate of another figure", "75 million USD", "Il verse ‹75 millions de dollars› et 3 dollars par jour.", nil},
		{"a newspaper", "75 million USD", "Il a versé ‹75 millions de dollars›, écrit le quotidien.", nil},
		{
			"an adjective", "75 million USD", "Les prétendus ‹75 millions de dollars› n’existent pas.",
			[]string{"the source says “75 millions de dollars n’existent pas”, which denies it"},
		},
		{"another basis in the sentence", "75 million USD", "Il donne ‹75 millions de dollars›, et parle chaque jour.", nil},
		{
			"the scale", "75 voters", "La pétition compte ‹75› millions de signatures.",
			[]string{"the source says “75 millions de signatures”, not 75 voters"},
		},
		{
			"a denial", "75 million USD", "Il n'a pas donné ‹75 millions de dollars›.",
			[]string{"the source says “pas donné 75 millions de dollars”, which denies it"},
		},
		{"a denial of another figure", "75 million USD", "Il n'a pas donné 80 millions, mais ‹75 millions de dollars›.", nil},
		{
			"a part of it", "75 million USD", "Il a donné la moitié des ‹75 millions de dollars› promis.",
			[]string{"the source says “moitié des 75 millions de dollars”, which makes another figure of it"},
		},
		{
			"the end of a range", "75 million USD", "Il a donné de 50 à ‹75 millions de dollars›.",
			[]string{"the source says “de 50 à 75 millions de dollars”, not 75 million USD"},
		},
		{"the whole of a part is a figure", "7 swing states", "dans deux des ‹sept États clés›", nil},
		{"a list", "3 states", "Il y a plus de 200 électeurs en ‹Géorgie, Arizona et Nevada›.", nil},
		{"an amount without a number", "unquantified", "malgré ‹les millions de dollars fournis›", nil},
		{
			"the number of one", "unquantified", "malgré 75 ‹millions de dollars fournis›",
			[]string{"the source says “75 millions de dollars”, so there is a figure to state"},
		},
		{
			"a figure that is a label", "40 voters", "la route ‹40›",
			[]string{"the source has no figure, but 40 voters is stated"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			quote, context := around(tt.give)
			var got []string
			for _, p := range Around(quantity(t, tt.amount), Quote{Lang: "fr", Text: quote}, context) {
				if p.In != InSource || context.Text[p.Start:p.End] != p.Found {
					t.Errorf("%+v is not at its place", p)
				}
				got = append(got, p.Message)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAroundTwice checks that of two places of a quote, one has to say what is
// stated.
func TestAroundTwice(t *testing.T) {
	quote, more := around("plus de ‹47 dollars›")
	_, bare := around("pour ‹47 dollars›")
	q, e := quantity(t, "47 USD"), Quote{Lang: "fr", Text: quote}
	if p := Around(q, e, more, bare); p != nil {
		t.Error(p)
	}
	if p := Around(q, e, more, more); len(p) != 1 {
		t.Error(p)
	}
}

func TestAroundDate(t *testing.T) {
	tests := []struct {
		desc, date string
		give       string
		want       []ProblemKind // with the publication on 2024-10-09
	}{
		{"nothing hidden", "2024-10-05", "‹Le 5 octobre›, on l’a vu", nil},
		{"until", "2024-11-05", "jusqu'au ‹5 novembre›", []ProblemKind{Ends}},
		{"before", "2024-11-05", "avant le ‹5 novembre›", []ProblemKind{Ends}},
		{"until something of that day", "2024-11-05", "chaque jour jusqu'au ‹scrutin du 5 novembre›, promis", nil},
		{"another year", "2024-10-05", "le ‹5 octobre› 2023", []ProblemKind{Year}},
		{"the day before", "2024-11-05", "la veille du ‹5 novembre›", []ProblemKind{Day}},
		{"a decade", "2010", "dans les années ‹2010›", []ProblemKind{Precision}},
		{"no date after all", "2024", "article ‹2024›", []ProblemKind{NoDate}},
		{"what was missing alone", "2022", "racheté en 2022, et ‹dès cette période› il", nil},
		{"at the latest", "2024-10-05", "Le ‹5 octobre› au plus tard", []ProblemKind{Ends}},
		{"or another day", "2024-10-05", "Le ‹5 octobre› ou le 6 octobre", []ProblemKind{DoubtfulDate}},
		{"a denial of a day", "2024-10-05", "Il n’est pas venu à Butler le ‹5 octobre›", []ProblemKind{DoubtfulDate}},
		{"a denial of something else", "2024-11-05", "Il n’a pas dit un mot du ‹scrutin du 5 novembre›", nil},
		{"another weekday", "2024-10-08", "mercredi ‹8 octobre 2024›", []ProblemKind{DoubtfulDate}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			quote, context := around(tt.give)
			got := AroundDate(day(t, tt.date), Quote{Lang: "fr", Text: quote}, day(t, next), context)
			if diff := cmp.Diff(tt.want, kindsOf(got)); diff != "" {
				t.Errorf("%s\n%+v", diff, got)
			}
		})
	}
}
