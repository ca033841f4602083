package region

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever regions are called, each is found by its code, its slug and its names, and
// its names in a language are those that begin as they do, the longest first.
func FuzzOf(f *testing.F) {
	f.Add("Île-de-France", "Bayern", "Bavière", "de")
	f.Add("Wales", "wales", "", "cy-GB")
	f.Add("\xff", "İstanbul", "É", "")
	f.Add("\u014c\u032e", "0", "c", "de") // marks in another order
	f.Add("\u036e\u031c", "0", "c", "de")
	f.Fuzz(func(t *testing.T, a, b, in, lang string) {
		if a == "" || b == "" || in == "" || a == b {
			t.Skip() // content refuses them
		}
		all := []Region{{Code: "A", Slug: "a", Name: a}, {Code: "B", Slug: "b", Name: b, In: map[string]string{strings.ToLower(lang): in}}}
		s := Of(all)
		if s.Len() != len(all) || !s.Equal(Of(all)) {
			t.Error("a set of two is another")
		}
		for _, r := range s.All() {
			if got, ok := s.ByCode(r.Code); !ok || got.Slug != r.Slug {
				t.Errorf("%s is not found by its code", r.Code)
			}
			if got, ok := s.BySlug(r.Slug); !ok || got.Code != r.Code {
				t.Errorf("%s is not found by its slug", r.Slug)
			}
			for _, name := range []string{r.Name, r.NameIn(lang)} {
				if _, ok := s.ByName(name); !ok {
					t.Errorf("%q is not found", name)
				}
			}
			name := r.NameIn(lang)
			if !utf8.ValidString(name) {
				continue // no site file has it
			}
			found := false
			last := math.MaxInt
			for _, n := range s.In(lang, name) {
				found = found || n.LengthIn(name) == len(name)
				if len(n.Text) > last {
					t.Errorf("%q is listed for %q, after one of %d bytes", n.Text, name, last)
				}
				last = len(n.Text)
			}
			if !found {
				t.Errorf("%q is not listed in %q", name, lang)
			}
		}
		for _, n := range s.Folded(in) {
			if end := n.LengthIn(in); end > len(in) {
				t.Errorf("%q takes %d of %d bytes", n.Text, end, len(in))
			}
		}
	})
}
