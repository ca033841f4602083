package site

import (
	"maps"
	"strings"
	"testing"

	"receipts/internal/fixture"

	"github.com/google/go-cmp/cmp"
)

// found writes what the build found on a site, a line for each point.
func found(s *Site) []string {
	var out []string
	for _, d := range s.Disagreements {
		if !d.IsFound() {
			continue
		}
		var line strings.Builder
		line.WriteString(d.Fact.ID + " " + d.Aspect + " " + d.Kind + ":")
		for i, side := range d.Sides {
			if i > 0 {
				line.WriteString(" |")
			}
			for _, r := range side.Reports {
				line.WriteString(" " + r.Anchor)
			}
		}
		if d.Unexplained() != "" {
			line.WriteString(", unexplained")
		}
		out = append(out, line.String())
	}
	return out
}

func TestFindDisagreements(t *testing.T) {
	gift := func(quantity string, lines ...string) string { return amounts(money("gift", quantity, lines...)) }
	rally := func(lines ...string) string { return dates(event("rally", lines...)) }
	two := func(a, b string) map[string]string { return map[string]string{"a": a, "b": b} }
	three := func(a, b, c string) map[string]string { return map[string]string{"a": a, "b": b, "c": c} }
	tests := []struct {
		desc string
		give map[string]string
		want []string
	}{
		{"more than and about", two(gift("more than 75 million USD"), gift("about 75 million USD")), nil},
		{"at least", two(gift("at least 95 million USD"), gift("125 million USD")), nil},
		{"two figures", two(gift("100 million USD"), gift("54.7 million USD")), []string{"gift amount contradiction: a | b, unexplained"}},
		{"no figure contradicts none", two(gift("100 million USD"), gift("unquantified")), nil},
		{"one report alone", map[string]string{"a": gift("100 million USD")}, nil},
		{"what is alike is one side", three(gift("100 million USD"), gift("54.7 million USD"), gift("100 million USD")), []string{
			"gift amount contradiction: a c | b, unexplained",
		}},
		{"who agrees with both is shown too", three(gift("100 million USD"), gift("54.7 million USD"), gift("more than 50 million USD")), []string{
			"gift amount contradiction: a | b | c, unexplained",
		}},
		{"a rate and a sum", two(gift("1 million USD per day"), gift("17 million USD")), []string{"gift amount scope: a | b"}},
		{"other prices", two(gift("1 million USD"), gift("2 million USD in 2024 prices")), []string{"gift amount scope: a | b"}},
		{"the same prices", two(gift("1 million USD in 2024 prices"), gift("2 million USD in 2024 prices")), []string{"gift amount contradiction: a | b, unexplained"}},
		{"adjusted, perhaps to two years", two(gift("1 million USD adjusted for inflation"), gift("2 million USD adjusted for inflation")), []string{"gift amount scope: a | b"}},
		{"other currencies", two(gift("1 million USD"), gift("1 million EUR")), []string{"gift amount scope: a | b"}},
		{"within one article", map[string]string{"a": amounts(money("gift", "1 USD"), money("gift", "2 USD"))}, []string{
			"gift amount within-article: a | a-2, unexplained",
		}},
		{"the contradiction counts, not the difference of bases", three(gift("1 USD"), gift("2 USD"), gift("1 USD per day")), []string{
			"gift amount contradiction: a | b | c, unexplained",
		}},

		{"a day and its month", two(rally("date: 2024-10-08"), rally("date: 2024-10")), nil},
		{"two days", two(rally("date: 2024-10-08"), rally("date: 2024-10-07")), []string{"rally date contradiction: a | b, unexplained"}},
		{"a date in words", two(rally("date: 2024-10-08"), rally("as_written: last week")), nil},
		{"an approximate date", two(rally("date: 2024-10-08"), rally("date: 2024-10-07~")), nil},
		{"two periods of an amount", two(gift("1 USD", "date: 2024-07/2024-09", "from: donor"), gift("2 USD", "date: 2024-10", "from: other")), nil},
		{"two times and one that is not said", three(gift("1 USD", "date: 2024-07"), gift("2 USD", "date: 2024-10"), gift("3 USD")), nil},
		{"an amount of one time and one that is not said", two(gift("1 USD", "date: 2024-07"), gift("3 USD")), []string{
			"gift amount contradiction: a | b, unexplained",
		}},
		{"two reports of one of two times", three(gift("1 USD", "date: 2024-07"), gift("2 USD", "date: 2024-10"), gift("3 USD", "date: 2024")), []string{
			"gift amount contradiction: a | b | c, unexplained",
		}},
		{"a contradiction at one of two times", three(gift("1 USD", "date: 2024-07"), gift("2 USD", "date: 2024-10"), gift("3 USD", "date: 2024-10-05")), []string{
			"gift amount contradiction: b | c, unexplained",
		}},
		{"a probable slip stands alone", two(rally("date: 2024-09-08", "flag: probable-slip", "flag_reason: It is later."), rally("date: 2024-10-08")), []string{
			"rally date probable-slip: a | b",
		}},
		{"a probable slip in words", map[string]string{"a": rally("as_written: 8 September", "flag: probable-slip", "flag_reason: It is later.")}, []string{
			"rally date probable-slip: a",
		}},

		{"two payers", two(gift("1 USD", "from: donor"), gift("1 USD", "from: other")), []string{"gift from contradiction: a | b, unexplained"}},
		{"one names more", two(gift("1 USD", "from: donor"), gift("1 USD", "from: [other, donor]")), []string{"gift from scope: a | b"}},
		{"each leaves somebody out", two(gift("1 USD", "from: [third, donor]"), gift("1 USD", "from: [other, donor]")), []string{
			"gift from contradiction: a | b, unexplained",
		}},
		{"the order of payers", two(gift("1 USD", "from: [donor, other]"), gift("1 USD", "from: [other, donor]")), nil},
		{"a payer in words", two(gift("1 USD", "from: donor"), gift("1 USD", "from: a rich man")), nil},
		{"words beside a payer", two(gift("1 USD", "from: donor"), gift("1 USD", "from: [other, a rich man]")), nil},
		{"a payer who is not named", two(gift("1 USD", "from: donor"), gift("1 USD")), nil},
		{"two payees", two(gift("1 USD", "to: fund"), gift("1 USD", "to: third")), []string{"gift to contradiction: a | b, unexplained"}},

		{"two conduits", two(gift("1 USD", "via: fund"), gift("1 USD", "via: third")), []string{"gift via contradiction: a | b, unexplained"}},
		{"a conduit that is not named", two(gift("1 USD", "via: fund"), gift("1 USD")), nil},
		{"for and against one", two(gift("1 USD", "for: other"), gift("1 USD", "against: other")), []string{"gift stance contradiction: a | b, unexplained"}},
		{"for one and for another", two(gift("1 USD", "for: other"), gift("1 USD", "for: third")), []string{"gift stance contradiction: a | b, unexplained"}},
		{"against whom one leaves out", two(gift("1 USD", "for: other"), gift("1 USD", "for: other", "against: third")), []string{"gift stance scope: a | b"}},
		{"whom it is for in words", two(gift("1 USD", "for: other"), gift("1 USD", "for: Proposition 9")), nil},
		{"whom it is for is not said", two(gift("1 USD", "for: other"), gift("1 USD")), nil},
		{"gives back two gifts", two(gift("1 USD", "refunds: one")+money("one", "5 USD")+money("two", "5 USD"), gift("1 USD", "refunds: two")), []string{
			"gift refunds contradiction: a | b, unexplained",
		}},

		{"other states", two(gift("1 USD", "states: [PA, GA]"), gift("1 USD", "states: [PA, NV]")), []string{"gift states contradiction: a | b, unexplained"}},
		{"fewer states", two(gift("1 USD", "states: [PA, GA]"), gift("1 USD", "states: [GA]")), []string{"gift states scope: a | b"}},
		{"the order of states", two(gift("1 USD", "states: [PA, GA]"), gift("1 USD", "states: [GA, PA]")), nil},
		{"no states", two(gift("1 USD", "states: [PA, GA]"), gift("1 USD")), nil},

		{"two aspects are two points", two(gift("1 USD", "from: donor"), gift("2 USD", "from: other")), []string{
			"gift amount contradiction: a | b, unexplained", "gift from contradiction: a | b, unexplained",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s, diags := smallSite(t, tt.give, nil) // files come in the order of a map
			if len(diags) > 0 {
				t.Fatal(diags)
			}
			if diff := cmp.Diff(tt.want, found(s)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDeclaredDisagreementCovers(t *testing.T) {
	reports := map[string]string{
		"a": amounts(money("gift", "1 USD", "date: 2024-07")), "b": amounts(money("gift", "2 USD", "date: 2024")), "c": amounts(money("gift", "at least 1 USD")),
	}
	const open = "gift amount contradiction: a | b | c, unexplained"
	onAmount := fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b; amount: 2 USD")
	noted := map[string]string{"content/facts/gift.md": strings.Replace(onAmount["content/facts/gift.md"], "    sides:", "    note: One may count another gift.\n    sides:", 1)}
	tests := []struct {
		desc   string
		give   map[string]string
		want   []string
		errors int
	}{
		{"nothing declared", nil, []string{open}, 1},
		{"on the amount, without a word why", onAmount, nil, 1},
		{"on the amount, with a note", noted, nil, 0},
		{"on several", fixture.Declared("time", "date, amount", "b; amount: 2 USD; date: 2024", "a; amount: 1 USD; date: 2024-07"), nil, 0},
		{"on something else", fixture.Declared("scope", "date", "a; date: 2024-07", "b; date: 2024"), []string{open}, 1},
		{"on words", fixture.Declared("contradiction", "", "a; says: One.", "b; says: Two."), []string{open}, 1},
		{"without a side for one of them", fixture.Declared("scope", "amount", "a; amount: 1 USD", "c; amount: at least 1 USD"), []string{open}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s, diags := smallSite(t, reports, tt.give)
			if len(diags) > 0 {
				t.Fatal(diags)
			}
			if diff := cmp.Diff(tt.want, found(s)); diff != "" {
				t.Error(diff)
			}
			if got := len(s.RefuseUnexplained()); got != tt.errors {
				t.Errorf("%d errors, want %d", got, tt.errors)
			}
		})
	}
}

// Whether the build found a contradiction or an author declared it, it has the name
// of what contradicts, and an address that exists in a site without pages of facts.
func TestUnexplained(t *testing.T) {
	reports := map[string]string{"a": amounts(money("gift", "1 USD")), "b": amounts(money("gift", "2 USD"))}
	for _, declared := range []map[string]string{{}, fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b; amount: 2 USD")} {
		for _, left := range []string{"", "[facts]"} {
			files := maps.Clone(declared)
			want := "/facts/gift/#"
			if left != "" {
				want = "/articles/a/#_gift"
				files["content/site.yaml"] = "title: T\ntagline: T.\nleave_out: " + left + "\n"
				delete(files, "content/facts/gift.md")
			}
			s, _ := smallSite(t, reports, files)
			list := s.Unexplained()
			if len(list) != 1 || list[0].Unexplained() != "amount" {
				t.Fatalf("%v %q: %d unexplained", declared, left, len(list))
			}
			if got := list[0].Address(); !strings.HasPrefix(got, want) || strings.Count(got, "#") != 1 {
				t.Errorf("%v %q: the address is %s", declared, left, got)
			}
			for _, m := range s.Articles[0].Mentions() {
				if strings.Count(m.Path(), "#") > 1 {
					t.Errorf("%v %q: a mention is at %s", declared, left, m.Path())
				}
			}
		}
	}
}

// A contradiction is refused where it came in: at the newest report.
func TestRefuseUnexplained(t *testing.T) {
	s, _ := smallSite(t, map[string]string{
		"a": amounts(money("gift", "1 USD")), "b": amounts(money("gift", "2 USD")), "c": amounts(money("gift", "at least 1 USD")),
	}, nil)
	diags := s.RefuseUnexplained()
	if len(diags) != 1 || diags[0].Place.File != "content/articles/b.md" || len(diags[0].Related) != 1 || diags[0].Related[0].Place.File != "content/articles/a.md" {
		t.Errorf("%v", diags)
	}
	if !strings.Contains(diags[0].Message, `"gift"`) {
		t.Errorf("the message does not name the fact: %s", diags[0].Message)
	}
}

// A text may link to a point that the build found.
func TestLinkToFoundDisagreement(t *testing.T) {
	_, diags := smallSite(t, map[string]string{"a": amounts(money("gift", "1 USD")), "b": amounts(money("gift", "2 USD"))}, map[string]string{
		"content/pages/about.md": "---\ntitle: About\nsummary: See [it](/facts/gift/#_differ-amount).\n---\n",
	})
	if len(diags) > 0 {
		t.Error(diags)
	}
}

// What the build found marks the fact and leads from the articles to it.
func TestFoundDisagreementIsMentioned(t *testing.T) {
	s, _ := smallSite(t, map[string]string{"a": amounts(money("gift", "1 USD")), "b": amounts(money("gift", "2 USD"))}, nil)
	if n := len(s.Facts[0].Disagreements); n != 1 {
		t.Fatalf("%d disagreements", n)
	}
	for _, a := range s.Articles {
		led := false
		for _, m := range a.Mentions() {
			led = led || m.Relation == Disagrees && m.Path() == "/facts/gift/#_differ-amount"
		}
		if !led {
			t.Errorf("%s does not lead to the point", a.ID)
		}
	}
}
