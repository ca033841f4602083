package proof

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/verbatim"
)

func messages(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, string(d.Code)+" "+d.Message)
	}
	return out
}

// Each check of a page or of the site finds its mistake, and finds none where
// there is none. The checks of carried figures, prose and sides have tests of
// their own.
func TestChecks(t *testing.T) {
	amounts, money := fixture.Amounts, fixture.Money
	one := func(a string) map[string]string { return map[string]string{"a": a} }
	part := map[string]string{"content/facts/july.md": "---\ntitle: The first gift\npart_of: year\n---\n"}
	counted := func(quantity, states string) map[string]string {
		return one(amounts(fixture.Event("many", "amount: "+quantity, "states: ["+states+"]")))
	}
	of := func(state, quote string) map[string]string {
		return one("states:\n  - " + state + ": The paper writes so.\n    quote: " + quote + "\n    at: P1\n")
	}
	named := one(amounts(money("gift", "47 USD")) + "---\n\nIt names The donor.\n\n")
	tests := []struct {
		desc           string
		reports, files map[string]string
		opt            Input
		want           []string
	}{
		{"a number of states", counted("2 states", "PA, GA"), nil, Input{}, nil},
		{"at least so many", counted("at least 2 states", "PA"), nil, Input{}, nil},
		{"a number of something else", counted("3 estates", "PA, GA"), nil, Input{}, nil},
		{"another number", counted("3 swing states", "PA, GA"), nil, Input{}, []string{"E114 3 swing states, but 2 states are listed beside it"}},

		{"a part", one(amounts(money("july", "1 USD"), money("year", "2 USD"))), part, Input{}, nil},
		{"a part that may be less", one(amounts(money("july", "at least 1 USD"), money("year", "2 USD"))), part, Input{}, nil},
		{"a part that is more", one(amounts(money("july", "3 USD"), money("year", "2 USD"))), part, Input{}, []string{
			`W015 "july" is $3, more than all of "year", which it is a part of`,
		}},

		{"a place in the source", one("  paragraphs: 1\n" + amounts(money("gift", "47 USD"))), nil, Input{}, nil},
		{"past its end", one("  paragraphs: 1\n" + amounts(fixture.Report("gift", "amount: unquantified", "flow: contribution", "also: [{quote: more words, at: P2}]"))), nil, Input{}, []string{"E033 P2 is past the end of the source"}},

		{"the state that the quote names", of("PA", "won in Pennsylvania"), nil, Input{}, nil},
		{"another state", of("PA", "won in Georgia"), nil, Input{}, []string{"E113 the quote names Georgia, not Pennsylvania"}},
		{"a state that a fact lacks", one(amounts(fixture.Report("gift", "amount: unquantified", "flow: contribution", "also: [{quote: in Georgia, at: P2}]"))), map[string]string{"content/states/ohio.md": "---\nsummary: A state.\n---\n"}, Input{}, []string{
			`W014 the quote names Georgia, which is not among the states of "gift"`,
		}},

		{"without -lint", named, nil, Input{}, nil},
		{"a name that is linked nowhere", named, nil, Input{Lint: true}, []string{
			`W012 "The donor" has an entry and is linked nowhere on this page`,
		}},

		{"no lock", one(amounts(money("gift", "47 USD"))), nil, Input{}, nil},
		{"an article that the lock does not know", one(amounts(money("gift", "47 USD"))), nil, Input{Lock: &verbatim.Lock{}}, []string{
			"W010 the source of this article was never looked into: 1 quote not found yet",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			_, diags := proved(fixture.Articles(tt.reports, tt.files), tt.opt)
			if diff := cmp.Diff(tt.want, messages(diags)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Prose may repeat a fact of an article that could not be read whole.
func TestProseOfPartialSite(t *testing.T) {
	reports := map[string]string{"a": fixture.Amounts(fixture.Money("gift", "47 USD")) + "---\n\nIt was 99 dollars.\n\n"}
	_, whole := proved(fixture.Articles(reports, nil), Input{})
	if len(ofProse(whole)) != 1 {
		t.Fatal(whole)
	}
	reports["b"] = "claims: [\n"
	if _, partial := proved(fixture.Articles(reports, nil), Input{}); len(ofProse(partial)) > 0 {
		t.Error(ofProse(partial))
	}
}

// A quote that stands in its source is noted as evidence of what is stated: if that
// changes, it is to be looked up again.
func TestCheckSources(t *testing.T) {
	sources := fstest.MapFS{"a.txt": {Data: []byte("A story\n\nThe donor gave more than 47 dollars on 5 October.\n")}}
	files := func(amount, quote string) map[string]string {
		return fixture.Articles(map[string]string{"a": "  paragraphs: 1\n" + fixture.Amounts("  - fact: gift\n    amount: "+amount+
			"\n    flow: contribution\n    says: The paper writes so.\n    quote: "+quote+"\n    at: P1\n")}, nil)
	}
	check := func(amount, quote string) (*verbatim.Lock, []string) {
		t.Helper()
		p, diags := proved(files(amount, quote), Input{})
		lock, found, err := p.CheckSources(sources, diags)
		if err != nil {
			t.Fatal(err)
		}
		return lock, messages(found)
	}
	const amount, quote = "more than 47 USD", "gave more than 47 dollars on 5 October"
	lock, bad := check(amount, quote)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	for _, tt := range []struct {
		desc, amount, quote string
		found, locked       []string // with the sources, and with the lock alone
	}{
		{"as it was", amount, quote, nil, nil},
		{
			"other words", amount, "paid more than 47 dollars",
			[]string{"E101 the quote does not stand in the source of a, word for word"},
			[]string{"W010 the quote was not found in its source yet"},
		},
		{
			"words left out that count", "47 USD", "47 dollars",
			[]string{`E103 the source says “more than 47 dollars”, which is "more than"; stated is a bare number`},
			[]string{"W010 the quote was not found in its source yet"},
		},
		{
			"with a date, which the quote has", amount + "\n    date: 2024-10-05", quote, nil,
			[]string{"W010 the quote was not found in its source yet"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			_, found := check(tt.amount, tt.quote)
			if diff := cmp.Diff(tt.found, found); diff != "" {
				t.Errorf("with the sources: %s", diff)
			}
			p, locked := proved(files(tt.amount, tt.quote), Input{Lock: lock})
			if diff := cmp.Diff(tt.locked, messages(locked)); diff != "" {
				t.Errorf("with the lock: %s", diff)
			}
			if got, want := p.IsReportVerified(p.Site.Facts[0].Reports[0]), tt.locked == nil; got != want {
				t.Errorf("the report is verified: %t", got)
			}
		})
	}
}
