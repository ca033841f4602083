package locale

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestPrinted(t *testing.T) {
	for _, tt := range []struct{ code, give, want string }{ // with ~ and _ for a no-break and a narrow one
		{"fr", "plus de 75 millions", "plus de 75~millions"},
		{"fr", "350 000 dollars", "350_000~dollars"},
		{"fr", "1 350 000 dollars en 2024", "1_350_000~dollars en 2024"},
		{"fr", "scrutin du 5 novembre 2024 et", "scrutin du 5~novembre 2024 et"},
		{"fr", "2,7 milliards", "2,7~milliards"},
		{"fr", "lui-même serait « baisé »", "lui-même serait “baisé”"},
		{"fr", `celui d'un "parrain"`, "celui d'un “parrain”"},
		{"fr", `« dit "oui" » puis`, `“dit "oui"” puis`},
		{"fr", "et « c'est tout", "et «~c'est tout"},
		{"fr", "Vraiment ? Oui : 12 % ; rien", "Vraiment_? Oui~: 12~%_; rien"},
		{"en", `called it a "gift" of 75 million in 2024 alone`, "called it a ‘gift’ of 75~million in 2024 alone"},
		{"en-GB", "a “gift”", "a ‘gift’"},
		{"de", `das „Geschenk“ und "mehr"`, `das „Geschenk“ und "mehr"`},
		{"en", "nothing to set", "nothing to set"},
		{"not a code", `"a"`, `"a"`},
		{"fr", "", ""},
	} {
		for _, l := range []*Locale{English(), french(t)} {
			if diff := cmp.Diff(tt.want, narrow(l.Printed(tt.code, tt.give)(0, len(tt.give)))); diff != "" {
				t.Errorf("%s on a page in %s (-want +got):\n%s", tt.code, l.Tag(), diff)
			}
		}
	}
}

// What is shown of two parts is what is shown of both, wherever they are cut, and has the
// letters and figures that were written.
func TestPrintedInParts(t *testing.T) {
	letters := func(s string) string {
		return strings.NewReplacer(" ", "", nbsp, "", "\u202f", "", "«", "", "»", "", "“", "", "”", "", `"`, "", "‘", "", "’", "").Replace(s)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aé1 25«»“”\"?; \u00a0")), 0, 24, -1).Draw(t, "text")
		show := English().Printed("fr", text)
		whole := show(0, len(text))
		if diff := cmp.Diff(letters(text), letters(whole)); diff != "" {
			t.Fatal(diff)
		}
		for i := range text {
			if diff := cmp.Diff(whole, show(0, i)+show(i, len(text))); diff != "" {
				t.Fatalf("cut at %d (-whole +parts):\n%s", i, diff)
			}
		}
	})
}
