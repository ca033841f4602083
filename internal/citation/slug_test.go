package citation

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	tests := []struct{ give, want string }{
		{"52 U.S.C. § 10307(c)", "52-usc-10307-c"},
		{"52 U.S.C. § 30101(17)", "52-usc-30101-17"},
		{"52 U.S.C. § 30101-17", "52-usc-30101-dash-17"},
		{"52 U.S.C. § 30116(a)(7)(B)", "52-usc-30116-a-7-b"},
		{"52 U.S.C. § 30116(a)(7)(b)", "52-usc-30116-a-7-small-b"},
		{"2 U.S.C. § 441a(a)(7)(B)(i)(I)(aa)", "2-usc-441a-a-7-b-i-i-aa"},
		{"26 U.S.C. § 280G", "26-usc-capital-280g"},
		{"26 U.S.C. § 280(G)", "26-usc-280-capital-g"},
		{"10 U.S.C. § 113 note", "10-usc-113-note"},
		{"11 C.F.R. § 109.21", "11-cfr-109-21"},
		{"11 C.F.R. § 109.21(d)(1)(i)(A)", "11-cfr-109-21-d-1-i-a"},
		{"11 C.F.R. pt. 109", "11-cfr-part-109"},
		{"558 U.S. 310", "558-us-310"},
		{"603 U.S. ___", ""},
		{"77 F.4th 815", "77-f4th-815"},
		{"599 F.3d 686", "599-f3d-686"},
		{"87 Fed. Reg. 77,467", "87-fr-77467"},
		{"116 Stat. 81", "116-stat-81"},
		{"AO 2024-1", "ao-2024-01"},
		{"MUR 8301", "mur-8301"},
		{"Pub. L. No. 107-155", "pub-l-107-155"},
		{"No. 23-1264 (U.S.)", "docket-23-1264"},
		{"No. 23A814 (U.S.)", "docket-23a814"},
		{"U.S. Const. amend. I", "const-amend-1"},
		{"U.S. Const. art. I, § 8, cl. 3", "const-art-1-8-3"},
	}
	for _, tt := range tests {
		c, err := Parse(tt.give)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.give, err)
			continue
		}
		if diff := cmp.Diff(tt.want, c.Slug()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.give, diff)
		}
	}
}

// TestSlugsDiffer draws citations that lie close to each other and checks that
// equal slugs mean equal citations, and that each is read back from its form.
func TestSlugsDiffer(t *testing.T) {
	seen := map[string]Citation{}
	rapid.Check(t, func(t *rapid.T) {
		c := drawCitation(t)
		got, err := Parse(c.String())
		if err != nil || got != c {
			t.Fatalf("Parse(%q) = %+v, %v; want %+v", c.String(), got, err, c)
		}
		slug := c.Slug()
		if !isKebab(slug) {
			t.Fatalf("slug %q of %q", slug, c.String())
		}
		if other, ok := seen[slug]; ok && other != c {
			t.Fatalf("%q and %q share the slug %q", other.String(), c.String(), slug)
		}
		seen[slug] = c
	})
}

func drawCitation(t *rapid.T) Citation {
	c := Citation{Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind")}
	small := func(name string) int { return rapid.IntRange(1, 12).Draw(t, name) }
	oneOf := func(name string, values ...string) string { return rapid.SampledFrom(values).Draw(t, name) }
	sub := func() string {
		var b strings.Builder
		for range rapid.IntRange(0, 3).Draw(t, "depth") {
			b.WriteString("(" + oneOf("designator", "a", "A", "1", "2", "i", "I", "aa", "AA", "iv", "IV", "12") + ")")
		}
		return b.String()
	}
	switch c.Kind {
	case USC:
		c.Volume = small("title")
		c.Number = strconv.Itoa(small("section")) + oneOf("letters", "", "", "a", "A", "aa", "i") + oneOf("suffix", "", "", "-1", "-2", "-2a")
		c.Sub, c.Note = sub(), rapid.Bool().Draw(t, "note")
	case CFR:
		c.Volume = small("title")
		c.Number = fmt.Sprintf("%d.%d%s", small("part"), small("section"), oneOf("tail", "", "", "a", "A", "b-5", "c3-1", "-1", "-1-2"))
		c.Sub = sub()
	case CFRPart:
		c.Volume, c.Number = small("title"), strconv.Itoa(small("part"))
	case FederalReporter:
		c.Volume, c.Number = small("volume"), strconv.Itoa(small("page"))
		c.Series = oneOf("series", "F.", "F.2d", "F.3d", "F.4th")
	case USReports, FederalRegister, StatutesAtLarge:
		c.Volume, c.Number = small("volume"), strconv.Itoa(small("page"))
	case AdvisoryOpinion:
		c.Volume, c.Number = 2000+small("year"), fmt.Sprintf("%02d", small("number"))
	case MUR:
		c.Number = strconv.Itoa(small("number"))
	case PublicLaw:
		c.Volume, c.Number = 100+small("congress"), strconv.Itoa(small("number"))
	case Docket:
		c.Number = fmt.Sprintf("%02d%s%d", small("term"), oneOf("sort", "-", "A"), small("number"))
	case Constitution:
		c.Series, c.Number = "amend.", strconv.Itoa(small("number"))
		if rapid.Bool().Draw(t, "article") {
			c.Series, c.Number = "art.", strconv.Itoa(rapid.IntRange(1, 7).Draw(t, "article number"))
		}
		c.Sub = oneOf("section", "", "1", "2", "12", "1.2", "12.1")
	}
	// A tax-regulation form such as 1.4(a)-1 cannot be drawn: suffixes stand
	// before the paragraphs.
	return c
}
