package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
		{"a group", "fr", "sept États clés", ""},
		{"a language that is not read", "de", "in Ohio", ""},

		{"cities", "en", "Virginia Beach, New York, Kansas City, Washington", ""},
		{"a newspaper", "en", "the Arizona Republic", ""},
		{"people", "en", "Mr. Joe Montana met Indiana Jones", ""},
		{"a French county", "fr", "le Maine-et-Loire", ""},
		{"adjectives", "en", "Ohioans and a Michigan-based Texan", ""},
		{"without a capital", "fr", "la virginie", ""},
		{"inside a word", "en", "theOhio Ohio2", ""},
		{"nothing", "en", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			var codes []string
			for _, f := range FindStates(tt.lang, tt.give) {
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

func FuzzFindStates(f *testing.F) {
	f.Add("Géorgie et Caroline\u00a0du\u202fNord")
	f.Add("l'Ohio, Virginie-Occidentale\xff New York")
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"fr", "en"} {
			last := 0
			for _, found := range FindStates(lang, s) {
				if found.Start < last || found.End <= found.Start || found.End > len(s) {
					t.Fatalf("%+v in %q", found, s)
				}
				last = found.End
			}
		}
	})
}
