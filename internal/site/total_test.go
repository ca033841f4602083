package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/total"
)

// outcome writes a total in one line for each of its parts.
func outcome(t total.Total) []string {
	lines := []string{"no total: " + t.Reason.String()}
	if t.OK {
		lines[0] = t.Sum.String()
	}
	for _, i := range t.Added {
		lines = append(lines, "added "+i.ID)
	}
	for _, l := range t.Left {
		lines = append(lines, "left "+l.ID+": "+l.Reason.String())
	}
	return lines
}

func TestTotals(t *testing.T) {
	july, august := []string{"from: donor", "to: fund", "date: 2024-07"}, []string{"from: donor", "to: fund", "date: 2024-08"}
	in := func(lines []string, more ...string) []string { return slices.Concat(lines, more) }
	partly := []string{"quote_supports: partly", "quote_lacks: All of it."}
	soFar := func(id, quantity, month string) string {
		return strings.Replace(money(id, quantity, "from: donor", "to: fund", "date: "+month), "quote: words", "quote: so far, words", 1)
	}
	loan := func(id, quantity string, lines ...string) string {
		return strings.Replace(money(id, quantity, lines...), "flow: contribution", "flow: payment", 1)
	}
	part := map[string]string{"content/facts/july.md": "---\ntitle: July\npart_of: year\n---\n"}
	all := (*Site).Total
	tests := []struct {
		desc    string
		reports map[string]string
		files   map[string]string
		of      func(*Site) total.Total
		want    []string
	}{
		{"two months", map[string]string{"a": amounts(money("july", "15 million USD", july...), money("august", "at least 30 million USD", august...))}, nil, all, []string{
			"at least 45 million USD", "added august", "added july",
		}},
		{"a second report changes nothing", map[string]string{
			"a": amounts(money("july", "15 million USD", july...), money("august", "at least 30 million USD", august...)),
			"b": amounts(money("july", "about 15 million USD", july...)),
		}, nil, all, []string{"at least 45 million USD", "added august", "added july", "left july: a second report"}},
		{"a part of the whole", map[string]string{
			"a": amounts(money("july", "15 million USD", july...), money("year", "75 million USD", "from: donor", "to: fund", "date: 2023/2024"), money("gift", "1 USD", "from: other", "to: third")),
		}, part, all, []string{"75,000,001 USD", "added gift", "added year", "left july: already in the whole"}},
		{"general statements are no payments", map[string]string{
			"a": amounts(report("talk", "amount: 5 million USD", "flow: general", "quote_supports: partly", "quote_lacks: All of it."), money("july", "15 million USD", july...)),
		}, nil, all, []string{"no total: one figure", "left july: no sum", "left talk: no flow"}},
		{"what one pays alone", map[string]string{
			"a": amounts(money("july", "15 million USD", july...), money("august", "30 million USD", august...), money("both", "1 USD", "from: [donor, other]"), money("gift", "1 USD", "from: other")),
		}, nil, func(s *Site) total.Total { return s.TotalPaid(entityOf(s, "donor")) }, []string{
			"45 million USD", "added august", "added july", "left both: shared with others",
		}},
		{"a payer worded beside the named one", map[string]string{
			"a": amounts(money("july", "15 million USD", july...), money("august", "30 million USD", "from: [donor, his friends]", "to: fund", "date: 2024-08")),
		}, nil, func(s *Site) total.Total { return s.TotalPaid(entityOf(s, "donor")) }, []string{
			"no total: one figure", "left august: shared with others", "left july: no sum",
		}},
		{"what one receives", map[string]string{
			"a": amounts(money("july", "15 million USD", july...), money("august", "30 million USD", august...), money("gift", "1 USD", "to: third")),
		}, nil, func(s *Site) total.Total { return s.TotalReceived(entityOf(s, "fund")) }, []string{"45 million USD", "added august", "added july"}},
		{"what concerns one state", map[string]string{
			"a": amounts(money("july", "15 million USD", in(july, "states: [PA]")...), money("august", "30 million USD", in(august, "states: [PA, GA]")...), money("gift", "1 USD", "from: other", "to: third", "states: [PA]")),
		}, nil, func(s *Site) total.Total { return s.TotalIn(s.byCode["PA"]) }, []string{
			"15,000,001 USD", "added gift", "added july", "left august: shared with others",
		}},
		{"money that came back by another kind of payment", map[string]string{
			"a": amounts(money("gift", "20 million USD", "from: donor", "to: fund"), report("onward", in(partly, "amount: 20 million USD", "flow: payment", "from: fund", "to: third")...), money("last", "20 million USD", "from: third", "to: other")),
		}, nil, func(s *Site) total.Total { return s.TotalsOfFlow("contribution")[0].Total }, []string{
			"no total: one figure", "left gift: no sum", "left last: passed on",
		}},
		{"what was paid so far, at two dates", map[string]string{
			"a": amounts(soFar("july", "50 million USD", "2024-07"), soFar("august", "60 million USD", "2024-08"), money("gift", "1 USD", "from: other", "to: third")),
		}, nil, all, []string{"60,000,001 USD", "added august", "added gift", "left july: an earlier state"}},
		{"cash on hand, which falls", map[string]string{
			"a": amounts(soFar("july", "60 million USD", "2024-07"), soFar("august", "50 million USD", "2024-08")),
		}, nil, all, []string{"no total: running totals", "left august: running totals", "left july: running totals"}},
		{"one kind of payment", map[string]string{
			"a": amounts(money("july", "15 million USD", july...), money("august", "30 million USD", august...), report("fine", "amount: 1 USD", "flow: fine", "quote_supports: partly", "quote_lacks: All of it.")),
		}, nil, func(s *Site) total.Total { return s.TotalsOfFlow("contribution")[0].Total }, []string{"45 million USD", "added august", "added july"}},
		{"loans that became gifts are loans no more", map[string]string{
			"a": amounts(loan("july", "15 million USD", july...), loan("august", "30 million USD", august...)),
			"b": amounts(money("july", "15 million USD", in(july, "supersedes: july")...), money("august", "30 million USD", in(august, "supersedes: august")...)),
		}, nil, func(s *Site) total.Total {
			if loans := s.TotalsOfFlow("payment"); loans != nil {
				t.Errorf("%d totals of loans, want none", len(loans))
			}
			return s.TotalsOfFlow("contribution")[0].Total
		}, []string{
			"45 million USD", "added august", "added july", "left august: replaced", "left july: replaced",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s, diags := smallSite(t, tt.reports, tt.files)
			if len(diags) > 0 {
				t.Fatal(diags)
			}
			got := tt.of(s)
			if diff := cmp.Diff(tt.want, outcome(got)); diff != "" {
				t.Error(diff)
			}
			for _, i := range got.Added {
				if r := s.ReportOf(i); r.Fact.ID != i.ID || r.Anchor != i.Source {
					t.Errorf("ReportOf(%s) is of %s", i.ID, r.Fact.ID)
				}
			}
		})
	}
}

func entityOf(s *Site, id string) *Entity {
	i := slices.IndexFunc(s.Organizations, func(e *Entity) bool { return e.ID == id })
	return s.Organizations[i]
}

func TestAskedTotals(t *testing.T) {
	reports := map[string]string{"a": amounts(
		money("july", "15 million USD", "from: donor", "to: fund", "date: 2024-07"),
		money("august", "30 million USD", "from: donor", "to: fund", "date: 2024-08"),
		money("daily", "1 million USD per day", "from: donor"),
	) + dates(event("rally", "date: 2024-10-08"))}
	ask := func(facts string) map[string]string {
		return map[string]string{"site": "totals:\n  - title: Summer\n    facts: [" + facts + "]\n"}
	}
	tests := []struct {
		desc string
		give string
		want []string
	}{
		{"two months", "july, august", []string{"Summer: 45 million USD"}},
		{"the same twice", "july, august, july", []string{`E007 "july" stands twice in the list`, "Summer: 45 million USD"}},
		{"a rate is left out", "july, august, daily", []string{"Summer: 45 million USD"}},
		{"nothing to add", "july, daily", []string{`E100 "Summer" cannot be added up: only one figure can be added`}},
		{"an event", "july, rally", []string{`E042 "rally" is an event, not an amount`}},
		{"no such fact", "july, june", []string{`E041 nothing has the id "june"`}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s, diags := smallSite(t, reports, ask(tt.give))
			var got []string
			for _, d := range diags {
				got = append(got, string(d.Code)+" "+d.Message)
			}
			for _, a := range s.Totals {
				got = append(got, a.Title.Text+": "+a.Sum.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every reason of package total is said to an author in words.
func TestEveryRefusalHasWords(t *testing.T) {
	count := 0
	for reason := total.Reason(1); reason < 200; reason++ {
		if strings.HasPrefix(reason.String(), "reason ") {
			continue
		}
		count++
		if refusals[reason].why == "" {
			t.Errorf("%v has no words", reason)
		}
	}
	if count != len(refusals) {
		t.Errorf("%d reasons, and words for %d", count, len(refusals))
	}
}
