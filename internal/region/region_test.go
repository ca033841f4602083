package region

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAll(t *testing.T) {
	all := USStates.All()
	if len(all) != 51 {
		t.Fatalf("%d states", len(all))
	}
	if !slices.IsSortedFunc(all, func(a, b Region) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("not sorted by name")
	}
	tiles, codes, slugs := map[[2]int]string{}, map[string]bool{}, map[string]bool{}
	for _, s := range all {
		if s.Col < 0 || s.Col >= Cols || s.Row < 0 || s.Row >= Rows || !s.HasTile {
			t.Errorf("%s stands outside the map at %d, %d", s.Code, s.Col, s.Row)
		}
		if other, taken := tiles[[2]int{s.Col, s.Row}]; taken {
			t.Errorf("%s and %s share the tile %d, %d", other, s.Code, s.Col, s.Row)
		}
		tiles[[2]int{s.Col, s.Row}] = s.Code
		if codes[s.Code] || slugs[s.Slug] {
			t.Errorf("%s or %s is given twice", s.Code, s.Slug)
		}
		codes[s.Code], slugs[s.Slug] = true, true
		if want := strings.ReplaceAll(strings.ToLower(s.Name), " ", "-"); s.Slug != want {
			t.Errorf("slug %q of %s", s.Slug, s.Name)
		}
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(USStates.Codes())), USStates.Codes()); diff != "" || len(USStates.Codes()) != 51 {
		t.Errorf("codes not sorted (-want +got):\n%s", diff)
	}
	for code := range french {
		if !codes[code] {
			t.Errorf("French name of unknown state %q", code)
		}
	}
	all[0] = Region{}
	if USStates.All()[0].Code == "" {
		t.Error("All hands out its own list")
	}
}

// TestTiles fixes the corners that readers know the map by.
func TestTiles(t *testing.T) {
	want := map[string][2]int{
		"AK": {0, 0}, "ME": {10, 0}, "VT": {9, 1}, "NH": {10, 1}, "WA": {0, 2}, "CA": {0, 4},
		"MI": {7, 2}, "PA": {7, 3}, "HI": {0, 7}, "TX": {3, 7}, "FL": {8, 7},
	}
	got := map[string][2]int{}
	for code := range want {
		s, _ := USStates.ByCode(code)
		got[code] = [2]int{s.Col, s.Row}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		desc string
		by   func(string) (Region, bool)
		give string
		want string // code, or empty
	}{
		{"code", USStates.ByCode, "NC", "NC"},
		{"code in small letters", USStates.ByCode, "nc", ""},
		{"unknown code", USStates.ByCode, "PE", ""},
		{"territory", USStates.ByCode, "PR", ""},
		{"slug", USStates.BySlug, "north-carolina", "NC"},
		{"district", USStates.BySlug, "district-of-columbia", "DC"},
		{"name", USStates.ByName, "North Carolina", "NC"},
		{"name in small letters", USStates.ByName, "north carolina", "NC"},
		{"French name", USStates.ByName, "Caroline du Nord", "NC"},
		{"French name with accent", USStates.ByName, "géorgie", "GA"},
		{"same name in French", USStates.ByName, "Arizona", "AZ"},
		{"empty", USStates.ByName, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got, ok := tt.by(tt.give)
			if got.Code != tt.want || ok != (tt.want != "") {
				t.Errorf("%q: %+v, %v", tt.give, got, ok)
			}
		})
	}
}

func TestNameIn(t *testing.T) {
	tests := []struct{ code, lang, want string }{
		{"PA", "en", "Pennsylvania"},
		{"PA", "fr", "Pennsylvanie"},
		{"GA", "fr-CA", "Géorgie"},
		{"AZ", "fr", "Arizona"},
		{"NC", "de", "North Carolina"},
		{"NC", "", "North Carolina"},
	}
	for _, tt := range tests {
		s, _ := USStates.ByCode(tt.code)
		if got := s.NameIn(tt.lang); got != tt.want {
			t.Errorf("%s.NameIn(%q) = %q, want %q", tt.code, tt.lang, got, tt.want)
		}
	}
}

// TestOf makes a set of a list as a site gives it.
func TestOf(t *testing.T) {
	s := Of([]Region{
		{Code: "75", Slug: "paris", Name: "Paris", Ambiguous: true},
		{Code: "93", Slug: "seine-saint-denis", Name: "Seine-Saint-Denis"},
		{Code: "IF", Slug: "ile-de-france", Name: "Île-de-France", In: map[string]string{"de": "Großraum Paris", "pt-br": "França insular"}},
	})
	var names []string
	for _, r := range s.All() {
		names = append(names, r.NameIn("de-AT"))
	}
	if diff := cmp.Diff([]string{"Großraum Paris", "Paris", "Seine-Saint-Denis"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r, _ := s.ByCode("IF"); r.NameIn("pt-BR") != "França insular" || r.NameIn("pt") != "Île-de-France" || len(s.In("pt-BR", "França")) != 1 {
		t.Error("the name in one country's language is not found")
	}
	if r, ok := s.ByName("großraum paris"); !ok || r.Code != "IF" {
		t.Errorf("%v, %v", r, ok)
	}
	if n := s.Folded("Île"); len(n) != 1 || n[0].Text != "Ile-de-France" {
		t.Errorf("names in I: %v", n)
	}
	if len(s.In("de", "G")) != 1 || len(s.In("fr", "G")) != 0 || len(s.In("en", "Île")) != 1 {
		t.Error("names by language are wrong")
	}
	if !s.Equal(Of(s.All())) || s.Equal(USStates) || None.Equal(s) || None.Len() != 0 {
		t.Error("Equal or Len is wrong")
	}
	if _, ok := None.ByCode("75"); ok {
		t.Error("None has a region")
	}
}

// A name is found however its accents, blanks, hyphens and apostrophes are written.
func TestLengthIn(t *testing.T) {
	const decomposed = "Co\u0302tes"
	for _, name := range []string{"Côtes-d'Armor", "Côtes-d’Armor", decomposed + "\u2011d’Armor"} {
		s := Of([]Region{{Code: "22", Slug: "armor", Name: name}})
		for text, found := range map[string][2]bool{ // with its accents, and without
			"Côtes-d'Armor.":            {true, true},
			"Côtes\u2011d’Armor":        {true, true},
			decomposed + "-d’Armor":     {true, true},
			"Cotes-d’Armor":             {false, true},
			decomposed + "-d’Armo":      {},
			"Côtes d’Armor":             {},
			"Côtes-d’Armor\u0301":       {false, true},
			"Co\u0302\u0302tes-d’Armor": {false, true},
		} {
			var got [2]bool
			for i, n := range append(s.In("fr", text), s.Folded(text)...) {
				got[i] = n.LengthIn(text) > 0
			}
			if got != found {
				t.Errorf("%q in %q: %v, want %v", name, text, got, found)
			}
		}
	}
}
