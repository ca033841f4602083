package locale

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSort(t *testing.T) {
	for _, tt := range []struct{ code, want string }{
		{"fr", "à fond, cote, coté, Écho, électeur, État, Être, œuf, of, Super PAC, Zèbre"},
		{"en", "a b, ab, Abe, co-op, coop, Zoe"},
		{"sv", "Adam, Zebra, Åre, Ängel, Öga"},
		{"es", "nube, ñandú, oso"},
		{"da", "Zebra, Æble, Ø, Aarhus"},
		{"he", "אבא, בית, גמל"},
		{"not a code", "a, é, z"},
	} {
		want := strings.Split(tt.want, ", ")
		got := slices.Clone(want)
		slices.Sort(got)
		slices.Reverse(got)
		Sort(tt.code, got, func(s string) string { return s }, strings.Compare)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.code, diff)
		}
	}
}

func TestFiled(t *testing.T) {
	for _, tt := range []struct{ code, give, want, letter string }{
		{"en", "The Gazette", "Gazette", "G"},
		{"en", "“A ‘fine’ thing”", "fine’ thing”", "F"},
		{"en", "Le Monde", "Le Monde", "L"},
		{"en", "The", "The", "T"},
		{"en", "Theory", "Theory", "T"},
		{"en", "50 dollars", "50 dollars", ""},
		{"fr", "« À la frontière »", "À la frontière »", "A"},
		{"fr", "L’Équipe", "Équipe", "E"},
		{"fr", "L'Est", "Est", "E"},
		{"fr", "Les électeurs", "électeurs", "E"},
		{"fr", "The Gazette", "The Gazette", "T"},
		{"fr", "Œuvre", "Œuvre", "O"},
		{"fr", "E\u0301cho", "Écho", "E"},
		{"fr", "", "", ""},
	} {
		l, _ := Load(tt.code)
		filed := Filed(tt.give, l.Leading())
		if diff := cmp.Diff(tt.want+"|"+tt.letter, filed+"|"+l.Letter(filed)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.code, tt.give, diff)
		}
	}
}

// A letter is one of its own where the language has it so.
func TestLetter(t *testing.T) {
	for _, tt := range []struct{ code, of, want string }{
		{"sv", "Åre Ängel Öga Édouard", "Å Ä Ö E"},
		{"da", "Æble Ørsted Åse", "Æ Ø Å"},
		{"de", "Äpfel Öl ßa", "A O S"},
		{"es", "Ñandú Ácido", "Ñ A"},
		{"he", "אבא", "א"},
		{"ru", "Елена Ёлка", "Е Е"},
		{"pl", "Łódź", "Ł"},
		{"ja", "東京", "東"},
	} {
		c, diags := readOwn(tt.code, own("    other: \"{1}\"\n"))
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		l := New(c)
		var got []string
		for word := range strings.FieldsSeq(tt.of) {
			got = append(got, l.Letter(word))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.code, diff)
		}
	}
}

func BenchmarkSort(b *testing.B) {
	list := make([]string, 1000)
	for i := range list {
		list[i] = "Équipe de soutien " + strings.Repeat("x", i%7) + string(rune('a'+i%26))
	}
	for b.Loop() {
		Sort("fr", slices.Clone(list), func(s string) string { return s }, strings.Compare)
	}
}
