package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/region"
)

func TestFindStates(t *testing.T) {
	tests := []struct{ desc, lang, give, want string }{
		{"French names", "fr", "Pennsylvanie, Wisconsin, Michigan, Arizona, Nevada, Géorgie et Caroline du Nord", "PA WI MI AZ NV GA NC"},
		{"an accent that is not printed", "fr", "Pennsylvanie, Georgie", "PA GA"},
		{"English names in a French text", "fr", "à Pittsburgh (Pennsylvania)", "PA"},
		{"an elided article", "fr", "les électeurs de l'Ohio et de l’Iowa", "OH IA"},
		{"the longer name", "fr", "en Virginie-Occidentale, pas en Virginie", "WV VA"},
		{"no-break spaces", "fr", "la Caroline\u00a0du\u00a0Sud", "SC"},
		{"another language’s spelling", "en", "West Virginia, Virginia and Hawaii", "WV VA HI"},
		{"at the beginning", "en", "In Ohio", "OH"},
		{"behind a city", "fr", "à Butler, en Pennsylvanie", "PA"},
		{"twice", "en", "from Ohio to Ohio", "OH OH"},
		{"two that share a name", "fr", "en Caroline du Nord et celle du Sud, le Dakota du Nord et celui du Sud, les Caroline du Nord et du Sud", "NC SC ND SD NC SC"},
		{"two that share a name in English", "en", "in North and South Carolina, North or South Dakota; the North and Virginia, in the North and West Virginia", "NC SC ND SD VA WV"},
		{"one, and another that shares no name", "fr", "la Caroline du Nord et du Texas, la Caroline du Nord et celle du Sudiste", "NC TX NC"},
		{"a group", "fr", "sept États clés", ""},
		{"a language that is not read", "de", "in Ohio", ""},

		{"cities", "en", "Virginia Beach, New York, Kansas City, Washington", ""},
		{"a newspaper", "en", "the Arizona Republic", ""},
		{"people", "en", "Mr. Joe Montana met Indiana Jones", ""},
		{"a French county", "fr", "le Maine-et-Loire", ""},
		{"adjectives", "en", "Ohioans and a Michigan-based Texan", ""},
		{"countries", "en", "Jordan, Georgia and Armenia; Poland and Georgia", ""},
		{"countries in French", "fr", "la Turquie et la Géorgie, la Géorgie et l’Ukraine", ""},
		{"the capital of the country", "en", "Tbilisi is the capital of Georgia", ""},
		{"called a country", "fr", "La Géorgie, pays du Caucase. La Géorgie, un petit pays", ""},
		{"called a country in English", "en", "Georgia, a small country; the country of Georgia; Georgia is a country", ""},
		{"its capital in French", "fr", "la Géorgie de Tbilissi", ""},
		{"a neighbour in the sentence", "en", "Russia invaded Georgia in 2008", ""},
		{"a neighbour, and another state", "en", "ads that Russia bought for voters of Ohio and Georgia", "OH GA"},
		{"a neighbour in another sentence", "en", "He flew from Russia. He voted in Georgia", "GA"},
		{"all the country", "en", "in Georgia and across the country", "GA"},
		{"a person", "en", "Jim Jordan campaigned in Georgia", "GA"},
		{"another state with the name of none", "en", "Ukraine was no issue in Ohio", "OH"},
		{"without a capital", "fr", "la virginie", ""},
		{"inside a word", "en", "theOhio Ohio2", ""},
		{"nothing", "en", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			var codes []string
			for _, f := range FindStates(region.USStates, tt.lang, tt.give) {
				codes = append(codes, f.Code)
				if f.Start < 0 || f.End <= f.Start || f.End > len(tt.give) {
					t.Errorf("%s stands at %d to %d", f.Code, f.Start, f.End)
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(codes, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Regions of a site's own are what it calls them, whatever their codes.
func TestFindOwnRegions(t *testing.T) {
	own := region.Of([]region.Region{{Code: "GA", Slug: "gascony", Name: "Gascony"}})
	for _, text := range []string{"Spain and Gascony", "the Black Sea and Gascony"} {
		if got := FindStates(own, "en", text); len(got) != 1 {
			t.Errorf("%q names %v", text, got)
		}
	}
}

func TestMayNameStates(t *testing.T) {
	for _, tt := range []struct{ lang, give, want string }{
		{"en", "the New York Times was in Ohio", "OH"},
		{"en", "in Washington and New York", "WA NY"},
		{"en", "in Washington, D.C.", ""},
		{"en", "everywhere but Ohio", "not OH"},
		{"en", "everywhere except in Ohio and Iowa", "not OH not IA"},
		{"en", "not in Ohio but in Iowa", "not OH IA"},
		{"en", "not only in Ohio", "OH"},
		{"en", "nowhere but Ohio", "OH"},
		{"en", "no ad ran except in Ohio", "OH"},
		{"en", "nothing but ads, in Ohio", "OH"},
		{"fr", "sauf en Géorgie", "not GA"},
		{"fr", "en Géorgie", "GA"},
	} {
		var got []string
		for _, f := range MayNameStates(region.USStates, tt.lang, tt.give) {
			if f.Excluded {
				got = append(got, "not")
			}
			got = append(got, f.Code)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.give, s, tt.want)
		}
	}
}

// Names of départements that are words as well, with which a sentence begins.
func TestBareStates(t *testing.T) {
	departements := region.Of([]region.Region{
		{Code: "18", Slug: "cher", Name: "Cher"},
		{Code: "46", Slug: "lot", Name: "Lot"},
		{Code: "50", Slug: "manche", Name: "Manche"},
		{Code: "59", Slug: "nord", Name: "Nord"},
		{Code: "61", Slug: "orne", Name: "Orne"},
		{Code: "976", Slug: "mayotte", Name: "Mayotte"},
		{Code: "87", Slug: "haute-vienne", Name: "Haute-Vienne"},
	})
	for _, tt := range []struct{ lang, give, want string }{
		{"fr", "Cher lecteur, merci.", ""},
		{"fr", "Il l’a écrit. Cher lecteur, merci.", ""},
		{"fr", "Il écrit : « Cher lecteur »", ""},
		{"fr", "Nord contre sud. Lot de consolation ! Manche après manche. Orne le salon qui veut.", ""},
		{"fr", "Le Cher a voté, comme le Lot et l’Orne.", "18 46 61"},
		{"fr", "Dans le Lot, dans le Nord et dans la Manche", "46 59 50"},
		{"fr", "Orne et Manche ont voté.", "61 50"},
		{"fr", "Manche, Orne et Cher", "50 61 18"},
		{"fr", "Cher : 12 voix", "18"},
		{"fr", "Cher", "18"},
		{"fr", "à Bourges (Cher)", "18"},
		{"fr", "Haute-Vienne sans article", "87"},
		{"fr", "on vote à Mayotte demain", "976"},
		{"en", "Cher voted.", "18"},
	} {
		var got []string
		for _, f := range FindStates(departements, tt.lang, tt.give) {
			got = append(got, f.Code)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.give, s, tt.want)
		}
	}
	for _, f := range MayNameStates(departements, "fr", "Mayotte vote demain, comme l’Orne.") {
		if f.Bare != (f.Code == "976") {
			t.Errorf("%+v: only Mayotte has no article", f)
		}
	}
}

func FuzzFindStates(f *testing.F) {
	f.Add("Géorgie et Caroline\u00a0du\u202fNord")
	f.Add("l'Ohio, Virginie-Occidentale\xff New York")
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"fr", "en"} {
			last := 0
			for _, found := range FindStates(region.USStates, lang, s) {
				if found.Start < last || found.End <= found.Start || found.End > len(s) {
					t.Fatalf("%+v in %q", found, s)
				}
				last = found.End
			}
		}
	})
}
