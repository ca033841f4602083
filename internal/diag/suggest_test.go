package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	states := []string{"AL", "AZ", "CA", "DE", "GA", "IN", "LA", "MA", "ME", "MI", "NE", "PA", "VA", "WA"}
	keys := []string{"amount", "amounts", "dates", "flow", "from", "from_as", "summary", "title", "translation"}
	ids := []string{"daily-award-lottery", "elon-musk", "musk-fund", "north-carolina", "paid-petition", "us-house"}
	tests := []struct {
		desc       string
		give       string
		candidates []string
		want       string
	}{
		{"letters in the wrong order", "ZA", states, "AZ"},
		{"one letter of two is wrong", "PE", states, ""},
		{"and only one is like it", "QX", []string{"TX"}, ""},
		{"letter case", "pa", states, "PA"},
		{"nothing is near", "XQ", states, ""},
		{"a letter is missing", "sumary", keys, "summary"},
		{"two letters are in the wrong order", "tilte", keys, "title"},
		{"the nearer of two", "amonuts", keys, "amounts"},
		{"as near to two", "amoun", []string{"amounA", "amounB"}, ""},
		{"a long word, three mistakes", "tranlatin", keys, "translation"},
		{"too many mistakes", "headline", keys, ""},
		{"accents count as one letter", "café", []string{"cafe"}, "cafe"},
		{"several are as near", "ament", []string{"amend", "cment"}, ""},
		{"an empty name", "", keys, ""},
		{"no candidates", "flow", nil, ""},
		{"the first word of an id", "elon", ids, "elon-musk"},
		{"the first two", "daily-award", ids, "daily-award-lottery"},
		{"the last, in capitals", "Carolina", ids, "north-carolina"},
		{"a word of two ids", "musk", ids, ""},
		{"half a word of an id", "petit", ids, ""},
		{"too short a word", "us", ids, ""},
		{"near one and a part of another", "paid", append(ids, "pald"), "pald"},
		{"a candidate twice", "flwo", []string{"flow", "flow"}, "flow"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if got := Nearest(tt.give, tt.candidates); got != tt.want {
				t.Errorf("Nearest(%q) = %q, want %q", tt.give, got, tt.want)
			}
			hint := ""
			if tt.want != "" {
				hint = `did you mean "` + tt.want + `"?`
			}
			if got := DidYouMean(tt.give, tt.candidates); got != hint {
				t.Errorf("DidYouMean(%q) = %q, want %q", tt.give, got, hint)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "ab", 2 * mistake},
		{"ab", "ab", 0},
		{"ab", "ba", swap},
		{"abc", "ca", 3 * mistake}, // letters that were swapped are not edited again
		{"kitten", "sitting", 3 * mistake},
		{"é", "e", mistake},
	}
	for _, tt := range tests {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := distance(tt.b, tt.a); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
}

// Whatever a name and the candidates are, what is suggested is one of them, and the same
// in whatever order they come.
func FuzzNearest(f *testing.F) {
	f.Add("ZA", "AZ PA VA")
	f.Add("Tranlatin", "translation title  translations")
	f.Add("\xff\u0130i", "\u0130 i\u0307 \xff\xfe")
	f.Fuzz(func(t *testing.T, name, list string) {
		if len(name)+len(list) > 1<<10 {
			t.Skip()
		}
		candidates := strings.Split(list, " ")
		best := Nearest(name, candidates)
		if best != "" && !slices.Contains(candidates, best) {
			t.Errorf("%q is suggested, which is none of %q", best, candidates)
		}
		lower := strings.ToLower // which takes "İ" for another letter than EqualFold does
		slices.Reverse(candidates)
		if again := Nearest(name, append(candidates, candidates...)); again != best {
			t.Errorf("%q, and in another order %q", best, again)
		}
		if slices.Contains(candidates, name) && best != name && best != "" && !strings.EqualFold(best, name) && lower(best) != lower(name) {
			t.Errorf("%q is suggested for %q, which is there", best, name)
		}
	})
}
