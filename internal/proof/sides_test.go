package proof

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/fixture"
)

// A declaration is compared with the reports that it speaks of.
func TestDeclaredDisagreements(t *testing.T) {
	gift := func(quantity string, lines ...string) string {
		return fixture.Amounts(fixture.Money("gift", quantity, lines...))
	}
	two := func(a, b string) map[string]string { return map[string]string{"a": a, "b": b} }
	oneAndTwo := two(gift("1 USD"), gift("2 USD"))
	tests := []struct {
		desc    string
		reports map[string]string
		give    map[string]string
		want    []string
	}{
		{"as reported", oneAndTwo, fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b; amount: 2 USD"), nil},
		{"a figure that has changed", oneAndTwo, fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b; amount: 3 USD"), []string{
			`E111 "b" does not report "3 USD" of "gift"`,
		}},
		{"without the figure", oneAndTwo, fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b"), []string{
			`E010 a side of a disagreement that is on the amount needs the key "amount"`,
		}},
		{"given without being asked for", oneAndTwo, fixture.Declared("scope", "", "a; amount: 1 USD", "b; amount: 3 USD"), []string{
			`E111 "b" does not report "3 USD" of "gift"`,
		}},
		{
			"a silent article",
			map[string]string{"a": fixture.Dates(fixture.Event("rally", "date: 2024-10-08")), "b": gift("2 USD")},
			fixture.Declared("scope", "amount", "a; amount: none", "b; amount: 2 USD"), nil,
		},
		{"no longer silent", oneAndTwo, fixture.Declared("scope", "amount", "a; amount: none", "b; amount: 2 USD"), []string{
			`E111 "a" is not silent on the amount of "gift"`,
		}},
		{"no longer silent, in words", oneAndTwo, fixture.Declared("scope", "", "a; says: No figure.", "b"), []string{
			`E111 "a" is not silent on the amount of "gift"`,
		}},
		{
			"silent in words",
			map[string]string{"a": gift("unquantified"), "b": gift("2 USD")},
			fixture.Declared("scope", "amount", "a; says: No figure.", "b; amount: 2 USD"), nil,
		},
		{
			"a second report of one article", two(fixture.Amounts(fixture.Money("gift", "1 USD"), fixture.Money("gift", "3 USD")), gift("2 USD")),
			fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b; amount: 2 USD"),
			[]string{
				`E111 "a" also reports "3 USD" of "gift", which none of its sides gives`,
			},
		},
		{
			"two figures on one side", two(fixture.Amounts(fixture.Money("gift", "1 USD"), fixture.Money("gift", "3 USD")), gift("2 USD")),
			fixture.Declared("contradiction", "amount", "a; amount: [1 USD, 3 USD]", "b; amount: 2 USD"), nil,
		},
		{
			"two sides of one article",
			map[string]string{"a": fixture.Amounts(fixture.Money("gift", "1 USD"), fixture.Money("gift", "3 USD"))},
			fixture.Declared("within-article", "amount", "a; amount: 1 USD", "a; amount: 3 USD"), nil,
		},

		{"alike by now", two(gift("2 USD"), gift("2 USD")), fixture.Declared("contradiction", "amount", "a; amount: 2 USD", "b; amount: 2 USD"), []string{
			"E112 the sides do not differ in the amount",
		}},
		{
			"both can be true", two(gift("more than 75 USD"), gift("about 75 USD")),
			fixture.Declared("contradiction", "amount", "a; amount: more than 75 USD", "b; amount: about 75 USD"),
			[]string{
				"E112 the sides do not contradict each other in the amount: both can be true",
			},
		},
		{
			"both can be true, in other words", two(gift("more than 75 USD"), gift("about 75 USD")),
			fixture.Declared("wording", "amount", "a; amount: more than 75 USD", "b; amount: about 75 USD"), nil,
		},
		{
			"silence contradicts nobody", two(gift("unquantified"), gift("2 USD")),
			fixture.Declared("contradiction", "amount", "a; amount: none", "b; amount: 2 USD"),
			[]string{
				"E112 the sides do not contradict each other in the amount: both can be true",
			},
		},
		{
			"payers in another order", two(gift("1 USD", "from: [donor, other]"), gift("1 USD", "from: third")),
			fixture.Declared("contradiction", "from", "a; from: [other, donor]", "b; from: third"), nil,
		},
		{
			"another payer", two(gift("1 USD", "from: [donor, other]"), gift("1 USD", "from: third")),
			fixture.Declared("contradiction", "from", "a; from: donor", "b; from: third"),
			[]string{`E111 "a" does not report "donor" of "gift"`},
		},
		{
			"states", two(gift("1 USD", "states: [PA, GA]"), gift("1 USD", "states: [GA]")),
			fixture.Declared("scope", "states", "a; states: [GA, PA]", "b; states: GA"), nil,
		},
		{"a probable slip", map[string]string{
			"a": fixture.Dates(fixture.Event("gift", "date: 2024-09-08", "flag: probable-slip", "flag_reason: It is later."), fixture.Event("gift", "as_written: last week")),
		}, fixture.Declared("probable-slip", "date", "a; date: 2024-09-08", "a; date: none"), nil},
		{
			"a slip that is not marked any more",
			map[string]string{"a": fixture.Dates(fixture.Event("gift", "date: 2024-09-08"), fixture.Event("gift", "as_written: last week"))},
			fixture.Declared("probable-slip", "date", "a; date: 2024-09-08", "a; date: none"),
			[]string{
				"E112 no report of these articles is marked as a probable slip",
			},
		},

		{"a slip of an amount, which none is marked as", oneAndTwo, fixture.Declared("probable-slip", "amount", "a; amount: 1 USD", "b; amount: 2 USD"), []string{
			"E112 no report of these articles is marked as a probable slip",
		}},
		{"within one article, and another", oneAndTwo, fixture.Declared("within-article", "amount", "a; amount: 1 USD", "b; amount: 2 USD"), []string{
			`E112 "within-article" is what one article says in two ways, and this side is of another`,
		}},
		{"time within one article of one day", map[string]string{"a": fixture.Amounts(fixture.Money("gift", "1 USD"), fixture.Money("gift", "3 USD"))}, fixture.Declared("time", "amount", "a; amount: 1 USD", "a; amount: 3 USD"), []string{
			"E112 the sides speak of one day, so no time lies between them",
		}},
		{"time within one article of two days", map[string]string{
			"a": fixture.Amounts(fixture.Money("gift", "1 USD", "date: 2024-07"), fixture.Money("gift", "3 USD", "date: 2024-08")),
		}, fixture.Declared("time", "amount", "a; amount: 1 USD", "a; amount: 3 USD"), nil},
		{"two sides alike", oneAndTwo, fixture.Declared("contradiction", "", "a", "a"), []string{"E112 this side says what another one says"}},
		{"a part of a figure, in words", oneAndTwo, fixture.Declared("contradiction", "amount", "a; amount: 1 USD; says: About half of that.", "b; amount: 2 USD"), []string{
			`E111 "half of that" is a figure that "a" does not report`,
		}},
		{"a quote of another figure", oneAndTwo, fixture.Declared("contradiction", "amount", `a; amount: 1 USD; quote: "some $300 million"; at: P1`, "b; amount: 2 USD"), []string{
			`E111 "some $300 million" is not what "a" reports of "gift"`,
		}},
		{"a quote of its figure, among others", oneAndTwo, fixture.Declared("contradiction", "amount", `a; amount: 1 USD; quote: "one dollar, not $300 million"; at: P1`, "b; amount: 2 USD"), nil},
		{"a report that cannot be read", two(gift("1 USD"), gift("$2")), fixture.Declared("contradiction", "amount", "a; amount: 1 USD", "b; amount: 2 USD"), []string{
			`E020 money is written with its ISO 4217 code, not as "$2"`,
		}},
		{"a payer who does not exist", two(gift("1 USD", "from: donor"), gift("1 USD", "from: othr")), fixture.Declared("contradiction", "from", "a; from: donor", "b; from: other"), []string{
			`E041 nothing has the id "othr"`,
		}},
		{"a figure in words", oneAndTwo, fixture.Declared("scope", "", "a; says: One dollar.", "b; says: Two dollars."), nil},
		{"another article’s figure in words", oneAndTwo, fixture.Declared("scope", "", "a; says: Two dollars.", "b"), []string{
			`E111 "Two dollars" is what another article reports of "gift", not "a"`,
		}},
		{"another article’s figure, marked", oneAndTwo, fixture.Declared("scope", "", "a; says: 'Not [[!two dollars]].'", "b"), nil},
		{
			"another article’s date in words", two(gift("1 USD", "date: 2024-07"), gift("1 USD", "date: 2024-08")),
			fixture.Declared("scope", "date", "a; date: 2024-07; says: In August 2024.", "b; date: 2024-08"),
			[]string{
				`E111 "August 2024" is what another article reports of "gift", not "a"`,
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			_, diags := smallSite(t, tt.reports, tt.give)
			var got []string
			for _, d := range diags {
				got = append(got, string(d.Code)+" "+d.Message)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
