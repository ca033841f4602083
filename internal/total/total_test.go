package total

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// item makes an item of "id: quantity" and of what the options add.
func item(t testing.TB, s string, options ...func(*Item)) Item {
	t.Helper()
	id, quantity, _ := strings.Cut(s, ": ")
	q, err := amount.Parse(quantity)
	if err != nil {
		t.Fatalf("Parse(%q): %v", quantity, err)
	}
	i := Item{ID: id, Quantity: q}
	for _, o := range options {
		o(&i)
	}
	return i
}

func flow(f string) func(*Item)      { return func(i *Item) { i.Flow, i.Kind = f, Payment } }
func ofKind(k Kind) func(*Item)      { return func(i *Item) { i.Kind = k } }
func from(ids ...string) func(*Item) { return func(i *Item) { i.From = ids } }
func to(ids ...string) func(*Item)   { return func(i *Item) { i.To = ids } }

// Of adds all of some items, as a book of them does.
func Of(items []Item) Total { return NewBook(items).Of(ids(items)) }

func ids(items []Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.ID)
	}
	return out
}

func partOf(ids ...string) func(*Item) { return func(i *Item) { i.PartOf = ids } }
func in(source string) func(*Item)     { return func(i *Item) { i.Source = source } }
func period(s string) func(*Item)      { return func(i *Item) { i.Period = date(s) } }
func reported(s string) func(*Item)    { return func(i *Item) { i.Reported = date(s) } }
func contribution(ids ...string) func(*Item) {
	return func(i *Item) {
		i.Flow, i.Kind, i.From, i.To = "contribution", Payment, ids[:1], ids[1:]
	}
}

func date(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// The two articles, as sources with their dates.
func next(i *Item) { i.Source, i.Reported = "next-2024-10-09", date("2024-10-09") }
func bfm(i *Item)  { i.Source, i.Reported = "bfm-2024-10-21", date("2024-10-21") }

// outcome writes a total in one line for each of its parts.
func outcome(t Total) []string {
	first := "no total: " + t.Reason.String()
	if t.OK {
		first = t.Sum.String()
	}
	lines := []string{first}
	switch {
	case !t.Back.Net.IsZero():
		lines = append(lines, "less "+t.Back.Sum.String()+": "+t.Back.Net.String())
	case t.Back.Reason != 0:
		lines = append(lines, "no net: "+t.Back.Reason.String())
	}
	for _, i := range t.Added {
		lines = append(lines, "added "+i.ID)
	}
	for _, l := range t.Left {
		line := "left " + l.ID + ": " + l.Reason.String()
		if len(l.Because) > 0 {
			line += " (" + strings.Join(l.Because, ", ") + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

type totalTest struct {
	desc string
	give []Item
	want []string
}

func runTotals(t *testing.T, tests []totalTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outcome(Of(tt.give))); diff != "" {
				t.Error(diff)
			}
			slices.Reverse(tt.give)
			if diff := cmp.Diff(tt.want, outcome(Of(tt.give))); diff != "" {
				t.Errorf("in the other order: %s", diff)
			}
		})
	}
}

// TestForbiddenSums makes the nine sums that must not be made of the figures of
// the two articles.
func TestForbiddenSums(t *testing.T) {
	referral := flow("payment-promised")
	award := []Item{
		item(t, "daily-award: 1 million USD per day", flow("prize"), bfm),
		item(t, "daily-award: 1 million USD per day", flow("prize"), from("elon-musk"), bfm),
		item(t, "daily-award: 1 million USD per day", flow("prize"), from("elon-musk"), to(Unidentified), period("../2024-11-05"), bfm),
		item(t, "daily-award: 1 million USD per draw", flow("prize"), bfm),
		item(t, "daily-award: 1 million USD per day", flow("prize"), from("elon-musk"), bfm),
	}
	contributions := item(t, "musk-contributions: more than 75 million USD", contribution("elon-musk", "america-pac"), bfm)
	harris := item(t, "meta-ads-harris: more than 100 million USD", flow("ads-sold"), to("facebook", "instagram"), bfm)
	trump := item(t, "meta-ads-trump: a little over some 10 million USD", flow("ads-sold"), to("facebook", "instagram"), bfm)
	snapchat := item(t, "snapchat-ads: unquantified", flow("ad-spending"), from("elon-musk"), to("snapchat"), bfm)

	runTotals(t, []totalTest{
		{"SUM-1: one programme described twice, at a unit price", []Item{
			item(t, "voter-referral-47: 47 USD per sponsored voter", referral, from("elon-musk"), next),
			item(t, "voter-referral-47: 47 USD per cheque", referral, bfm),
			item(t, "voter-referral-47: 47 USD per pair of phone numbers", flow("outlet-computation"), from("elon-musk"), bfm),
		}, []string{
			"no total: a unit price",
			"left voter-referral-47: a unit price",
			"left voter-referral-47: a second report",
			"left voter-referral-47: a second report",
		}},
		{"SUM-2: one award mentioned five times, at a rate", slices.Clone(award), []string{
			"no total: a rate",
			"left daily-award: a rate",
			"left daily-award: a second report",
			"left daily-award: a second report",
			"left daily-award: a second report",
			"left daily-award: a second report",
		}},
		{"SUM-3: money in and money out", []Item{
			contributions, award[2],
			item(t, "voter-referral-47: 47 USD per cheque", referral, bfm),
			item(t, "support-teams-pay: unquantified", flow("wages"), from("elon-musk"), to("trump-support-teams"), bfm),
			snapchat,
		}, []string{
			"no total: one figure",
			"left daily-award: a rate",
			"left musk-contributions: no sum",
			"left snapchat-ads: no figure",
			"left support-teams-pay: no figure",
			"left voter-referral-47: a unit price",
		}},
		{"SUM-3: money out in figures is the money that came in", []Item{
			contributions,
			item(t, "gift: 20 million USD", contribution("somebody-else", "other-fund")),
			item(t, "prizes: 17 million USD", flow("prize"), from("america-pac"), to(Unidentified)),
		}, []string{
			"more than 95 million USD",
			"added gift", "added musk-contributions",
			"left prizes: passed on (musk-contributions)",
		}},
		{"SUM-4: two sides' advertisements, of unknown buyers", []Item{harris, trump}, []string{
			"no total: one figure",
			"left meta-ads-harris: no sum",
			"left meta-ads-trump: an order of magnitude",
		}},
		{"SUM-4: nor would figures for both be enough", []Item{
			harris,
			item(t, "meta-ads-trump: 12 million USD", flow("ads-sold"), to("facebook", "instagram"), bfm),
		}, []string{
			"no total: may be counted twice",
			"left meta-ads-harris: may be counted twice (meta-ads-trump)",
			"left meta-ads-trump: may be counted twice (meta-ads-harris)",
		}},
		{"SUM-4: with anything of Musk's", []Item{harris, trump, contributions}, []string{
			"no total: flows differ",
			"left meta-ads-harris: no sum",
			"left meta-ads-trump: an order of magnitude",
			"left musk-contributions: no sum",
		}},
		{"SUM-5: a fine has nothing to do with a campaign", []Item{
			contributions,
			item(t, "x-fine: 350,000 USD", flow("fine"), from("x-platform"), period("2023"), next),
		}, []string{
			"no total: flows differ",
			"left musk-contributions: no sum",
			"left x-fine: no sum",
		}},
		{"SUM-6: advertisements without a figure, paid through another organisation", []Item{contributions, snapchat}, []string{
			"no total: one figure",
			"left musk-contributions: no sum",
			"left snapchat-ads: no figure",
		}},
		{"SUM-7: audiences overlap", []Item{
			item(t, "musk-followers: 200 million followers", to("elon-musk"), next),
			item(t, "posobiec-followers: 2.7 million followers", to("jack-posobiec"), next),
		}, []string{
			"no total: may be counted twice",
			"left musk-followers: may be counted twice (posobiec-followers)",
			"left posobiec-followers: may be counted twice (musk-followers)",
		}},
		{"SUM-8: an expenditure reported by notice and again in the regular report", []Item{
			item(t, "mailing: 2,500,000.23 USD", flow("expenditure"), from("america-pac"), to("printer"), period("2024-10-12"), in("48-hour notice"), reported("2024-10-14")),
			item(t, "mailing: 2,500,000.23 USD", flow("expenditure"), from("america-pac"), to("printer"), period("2024-10-12"), in("quarterly report"), reported("2024-10-15")),
			item(t, "canvass: 1,000,000.50 USD", flow("expenditure"), from("america-pac"), to("canvassers"), period("2024-10-12"), in("48-hour notice"), reported("2024-10-14")),
		}, []string{
			"3,500,000.73 USD",
			"added canvass", "added mailing",
			"left mailing: a second report",
		}},
		{"SUM-8: notices as parts of what the reports come to", []Item{
			item(t, "reports: 196,876,190.26 USD", flow("expenditure"), from("america-pac"), in("all regular reports")),
			item(t, "notices: 185,622,067.97 USD", flow("expenditure"), from("america-pac"), in("all notices"), partOf("reports")),
		}, []string{
			"no total: one figure",
			"left notices: already in the whole (reports)",
			"left reports: no sum",
		}},
		{"SUM-9: lower bounds give a lower bound", []Item{
			contributions,
			item(t, "other-contributions: at least 20 million USD", contribution("somebody-else", "other-fund")),
		}, []string{"more than 95 million USD", "added musk-contributions", "added other-contributions"}},
		{"SUM-9: and orders of magnitude nothing", []Item{
			item(t, "a: some 10 million USD", contribution("a", "x")),
			item(t, "b: a little over some 10 million USD", contribution("b", "y")),
		}, []string{
			"no total: an order of magnitude",
			"left a: an order of magnitude",
			"left b: an order of magnitude",
		}},
	})
}

func TestReports(t *testing.T) {
	other := item(t, "other: 20 million USD", contribution("b", "y"))
	seventyFive := func(quantity, source, published string) Item {
		return item(t, "fact: "+quantity, contribution("a", "x"), in(source), reported(published))
	}
	runTotals(t, []totalTest{
		{"the oldest report speaks", []Item{
			other, seventyFive("more than 75 million USD", "late", "2024-10-21"), seventyFive("about 75 million USD", "early", "2024-10-15"),
		}, []string{"about 95 million USD", "added fact", "added other", "left fact: a second report"}},
		{"the oldest report with a figure that can be added", []Item{
			other, seventyFive("75 million USD", "late", "2024-10-21"), seventyFive("some 75 million USD", "early", "2024-10-15"), seventyFive("unquantified", "first", "2024-10-01"),
		}, []string{"95 million USD", "added fact", "added other", "left fact: a second report", "left fact: a second report"}},
		{"a report without a date is the youngest", []Item{
			other, seventyFive("75 million USD", "dated", "2024-10-21"), item(t, "fact: about 75 million USD", contribution("a", "x"), in("another")),
		}, []string{"95 million USD", "added fact", "added other", "left fact: a second report"}},
		{"reports disagree", []Item{
			other, item(t, "third: 1 USD", contribution("c", "z")), seventyFive("100 million USD", "late", "2024-10-21"), seventyFive("54.7 million USD", "early", "2024-10-15"),
		}, []string{"20,000,001 USD", "added other", "added third", "left fact: reports disagree", "left fact: reports disagree"}},
		{"reports disagree on who paid", []Item{
			other, seventyFive("75 million USD", "late", "2024-10-21"), item(t, "fact: 75 million USD", contribution("c", "x")),
		}, []string{"no total: one figure", "left fact: reports disagree", "left fact: reports disagree", "left other: no sum"}},
		{"readings at two times", []Item{
			other, item(t, "third: 1 USD", contribution("c", "z")),
			item(t, "fact: 75 million USD", contribution("a", "x"), period("2024-07"), in("early")),
			item(t, "fact: 60 million USD", contribution("a", "w"), period("2024-08"), in("late")),
			item(t, "fact: 1 million USD", contribution("a", "x"), in("undated")),
		}, []string{
			"20,000,001 USD", "added other", "added third",
			"left fact: readings at several times", "left fact: readings at several times", "left fact: readings at several times",
		}},
		{"readings hide what they hold", []Item{
			other, item(t, "part: 70 million USD", contribution("a", "x"), partOf("fact")), item(t, "third: 1 USD", contribution("c", "z")),
			item(t, "fact: 75 million USD", contribution("a", "x"), period("2024-07"), in("early")),
			item(t, "fact: 60 million USD", contribution("a", "x"), period("2024-08"), in("late")),
		}, []string{
			"20,000,001 USD", "added other", "added third",
			"left fact: readings at several times", "left fact: readings at several times", "left part: already in the whole (fact)",
		}},
		{"reports of one time disagree beside a reading at another", []Item{
			item(t, "fact: 75 million USD", contribution("a", "x"), period("2024-07"), in("early")),
			item(t, "fact: 60 million USD", contribution("a", "x"), period("2024-07-03"), in("middle")),
			item(t, "fact: 60 million USD", contribution("a", "x"), period("2024-08"), in("late")),
		}, []string{"no total: reports disagree", "left fact: reports disagree", "left fact: reports disagree", "left fact: reports disagree"}},
		{"a rate in one report, a sum in the other", []Item{
			other, seventyFive("1 million USD per day", "early", "2024-10-15"), seventyFive("17 million USD", "late", "2024-11-06"),
		}, []string{
			"no total: one figure",
			"left fact: reports differ in unit, basis, flow or side", "left fact: reports differ in unit, basis, flow or side",
			"left other: no sum",
		}},
		{"adjusted for inflation, perhaps to two years", []Item{
			seventyFive("75 million USD", "early", "2024-10-15"),
			seventyFive("80 million USD adjusted for inflation", "middle", "2024-10-15"),
			seventyFive("85 million USD adjusted for inflation", "late", "2024-10-15"),
		}, []string{
			"no total: reports differ in unit, basis, flow or side",
			"left fact: reports differ in unit, basis, flow or side", "left fact: reports differ in unit, basis, flow or side", "left fact: reports differ in unit, basis, flow or side",
		}},
		{"two flows in two reports", []Item{
			seventyFive("75 million USD", "early", "2024-10-15"),
			item(t, "fact: 75 million USD", flow("wages"), from("a"), to("x")),
		}, []string{
			"no total: reports differ in unit, basis, flow or side",
			"left fact: reports differ in unit, basis, flow or side", "left fact: reports differ in unit, basis, flow or side",
		}},
		{"a second report names the payer", []Item{
			other, item(t, "fact: 75 million USD", flow("contribution"), to("x"), in("early")), seventyFive("75 million USD", "late", "2024-10-21"),
		}, []string{"95 million USD", "added fact", "added other", "left fact: a second report"}},
		{"money without a flow", []Item{
			other, item(t, "fact: 75 million USD", from("a"), to("x")),
		}, []string{"no total: one figure", "left fact: no flow", "left other: no sum"}},
		{"the zero quantity", []Item{other, {ID: "fact"}}, []string{"no total: one figure", "left fact: no figure", "left other: no sum"}},
		{"nothing", nil, []string{"no total: nothing given"}},
		{"several reasons", []Item{
			item(t, "a: unquantified", flow("contribution")), item(t, "b: hundreds of USD", flow("contribution")),
		}, []string{"no total: no figure fits", "left a: no figure", "left b: a word for a number"}},
		{
			"two currencies",
			[]Item{other, item(t, "fact: 20 million EUR", contribution("a", "x"))},
			[]string{"no total: units differ", "left fact: no sum", "left other: no sum"},
		},
		{"too large", []Item{
			item(t, "a: 40,000,000 billion USD", contribution("a", "x")), item(t, "b: 40,000,000 billion USD", contribution("b", "y")),
		}, []string{"no total: too large", "left a: no sum", "left b: no sum"}},
	})
}

// Only payments and spending are added; what is not hides nothing, but money may
// have gone by way of what was promised.
func TestKinds(t *testing.T) {
	gift, other := item(t, "gift: 5 USD", contribution("ann", "fund")), item(t, "other: 7 USD", contribution("bob", "group"))
	third := func(k Kind) Item {
		return item(t, "third: 9 USD", contribution("fund", "group"), flow("third"), ofKind(k))
	}
	for k, reason := range notAdded {
		want := []string{"12 USD", "added gift", "added other", "left third: " + reason.String()}
		if diff := cmp.Diff(want, outcome(Of([]Item{gift, other, third(k)}))); diff != "" {
			t.Errorf("%q: %s", k, diff)
		}
		onward := item(t, "onward: 1 USD", contribution("group", "printer"))
		got := NewBook([]Item{gift, third(k), onward}).Of([]string{"gift", "onward"})
		if got.OK == (k == Promise || k == "") {
			t.Errorf("%q: %v, and the money may have gone onward: %v", k, outcome(got), k.passesOn())
		}
	}
	runTotals(t, []totalTest{
		{"only what is not added", []Item{
			item(t, "a: 5 USD", contribution("ann", "fund"), ofKind(Limit)), item(t, "b: 7 USD", contribution("bob", "group"), ofKind(Limit)),
		}, []string{"no total: a limit", "left a: a limit", "left b: a limit"}},
		{"a rate is a rate first", []Item{
			item(t, "a: 5 USD per day", contribution("ann", "fund"), ofKind(Promise)),
		}, []string{"no total: a rate", "left a: a rate"}},
	})
}

func spent(payer string, supported, opposed []string) func(*Item) {
	return func(i *Item) {
		i.Flow, i.Kind, i.From, i.For, i.Against = "ads", Spending, []string{payer}, supported, opposed
	}
}

func TestSides(t *testing.T) {
	roe, poe := []string{"roe"}, []string{"poe"}
	forRoe, more := item(t, "for-roe: 5 USD", spent("alpha", roe, nil)), item(t, "more: 1 USD", spent("beta", roe, nil))
	runTotals(t, []totalTest{
		{"one side, sellers not named", []Item{forRoe, more}, []string{"6 USD", "added for-roe", "added more"}},
		{"for and against one", []Item{forRoe, item(t, "against: 3 USD", spent("beta", nil, roe))}, []string{
			"no total: sides differ", "left against: no sum", "left for-roe: no sum",
		}},
		{"for one and against the other", []Item{forRoe, item(t, "against: 3 USD", spent("beta", nil, poe))}, []string{
			"no total: sides differ", "left against: no sum", "left for-roe: no sum",
		}},
		{"a side and none", []Item{forRoe, more, item(t, "none: 3 USD", spent("beta", nil, nil))}, []string{
			"6 USD", "added for-roe", "added more", "left none: no side",
		}},
		{"no sides", []Item{item(t, "a: 3 USD", spent("alpha", nil, nil)), item(t, "b: 3 USD", spent("beta", nil, nil))}, []string{
			"no total: no side", "left a: no side", "left b: no side",
		}},
		{"two reports, two sides", []Item{forRoe, more, item(t, "third: 3 USD", spent("c", poe, nil)), item(t, "third: 3 USD", spent("c", nil, poe))}, []string{
			"6 USD", "added for-roe", "added more", "left third: reports differ in unit, basis, flow or side", "left third: reports differ in unit, basis, flow or side",
		}},
		{"one report does not say", []Item{forRoe, more, item(t, "more: 1 USD", spent("beta", nil, nil))}, []string{
			"6 USD", "added for-roe", "added more", "left more: a second report",
		}},
		{"a seller who spends", []Item{forRoe, more, item(t, "third: 1 USD", spent("alpha", roe, nil), from("shop")), item(t, "fees: 9 USD", contribution("beta", "shop"))}, []string{
			"no total: flows differ", "left fees: no sum", "left for-roe: no sum", "left more: no sum", "left third: passed on (fees)",
		}},
	})
}

func inKind(i *Item) { i.InKind = true }

func TestInKind(t *testing.T) {
	cash, kind := item(t, "cash: 2 million USD", contribution("doe", "roe"), period("2024-07")), item(t, "kind: 1 million USD", contribution("doe", "roe"), inKind, period("2024-09"))
	runTotals(t, []totalTest{
		{"with money", []Item{cash, kind}, []string{"no total: in kind and in money", "left cash: no sum", "left kind: no sum"}},
		{"by itself", []Item{kind, item(t, "more: 5 USD", contribution("doe", "roe"), inKind, period("2024-10"))}, []string{"1,000,005 USD", "added kind", "added more"}},
		{"one report does not say", []Item{cash, kind, item(t, "kind: 1 million USD", contribution("doe", "roe"), period("2024-09"))}, []string{
			"no total: in kind and in money", "left cash: no sum", "left kind: no sum", "left kind: a second report",
		}},
	})
}

func TestOtherPrices(t *testing.T) {
	paid, more := item(t, "paid: 3 million USD", contribution("doe", "roe")), item(t, "more: 1 million USD", contribution("alma", "roe"))
	told := item(t, "told: 5 million USD in 2024 prices", contribution("eve", "roe"))
	runTotals(t, []totalTest{
		{"left out of a sum", []Item{paid, more, told}, []string{"4 million USD", "added more", "added paid", "left told: money at other prices"}},
		{"one figure beside them", []Item{paid, told}, []string{"no total: one figure", "left paid: no sum", "left told: money at other prices"}},
		{"not even at the same prices", []Item{told, item(t, "old: 2 million USD in 2024 prices", contribution("alma", "roe"))}, []string{
			"no total: money at other prices", "left old: money at other prices", "left told: money at other prices",
		}},
		{"told again at other prices", []Item{paid, more, item(t, "paid: 5 million USD adjusted for inflation", contribution("doe", "roe"))}, []string{
			"no total: one figure", "left more: no sum", "left paid: reports differ in unit, basis, flow or side", "left paid: reports differ in unit, basis, flow or side",
		}},
		{"percentages", []Item{item(t, "share: 12.5 percent"), item(t, "rest: 7 percent")}, []string{
			"no total: a percentage", "left rest: a percentage", "left share: a percentage",
		}},
	})
}

func refunds(id string) func(*Item) { return func(i *Item) { i.Refunds = id } }

func TestRefunds(t *testing.T) {
	gift := item(t, "gift: 2 million USD", contribution("doe", "roe"), period("2024-07"))
	second := item(t, "second: 1 million USD", contribution("doe", "roe"), period("2024-09"))
	back := func(s string, options ...func(*Item)) Item {
		return item(t, s, append([]func(*Item){contribution("roe", "doe"), flow("refund"), refunds("gift")}, options...)...)
	}
	half := back("back: 500,000 USD", period("2024-08"))
	runTotals(t, []totalTest{
		{"gross, back and net", []Item{gift, second, half}, []string{
			"3 million USD", "less 500,000 USD: 2.5 million USD", "added gift", "added second", "left back: given back",
		}},
		{"of one gift", []Item{gift, half}, []string{"2 million USD", "less 500,000 USD: 1.5 million USD", "added gift", "left back: given back"}},
		{"all of it", []Item{gift, back("back: 2 million USD")}, []string{"2 million USD", "less 2 million USD: 0 USD", "added gift", "left back: given back"}},
		{"twice, at two times", []Item{gift, half, back("more: 300,000 USD", period("2024-10"))}, []string{
			"2 million USD", "less 800,000 USD: 1.2 million USD", "added gift", "left back: given back", "left more: given back",
		}},
		{"perhaps the same", []Item{gift, second, half, back("more: 300,000 USD")}, []string{
			"3 million USD", "no net: refunds may be the same", "added gift", "added second", "left back: given back", "left more: given back",
		}},
		{"it is not said how much", []Item{gift, second, back("back: unquantified")}, []string{
			"3 million USD", "no net: it is not known how much was given back", "added gift", "added second", "left back: no figure",
		}},
		{"of one gift, and not how much", []Item{gift, back("back: unquantified")}, []string{
			"no total: one figure", "left back: no figure", "left gift: no sum",
		}},
		{"about so much", []Item{gift, second, back("back: about 500,000 USD")}, []string{
			"3 million USD", "no net: no common word", "added gift", "added second", "left back: given back",
		}},
		{"more than was given", []Item{gift, second, back("back: 4 million USD")}, []string{
			"3 million USD", "no net: more is given back than was given", "added gift", "added second", "left back: given back",
		}},
		{"in another currency", []Item{gift, second, back("back: 5 EUR")}, []string{
			"3 million USD", "no net: units differ", "added gift", "added second", "left back: given back",
		}},
		{"promised", []Item{gift, second, back("back: 5 USD", ofKind(Promise))}, []string{
			"3 million USD", "added gift", "added second", "left back: promised",
		}},
		{"of two gifts, by two reports", []Item{gift, second, back("back: 5 USD"), back("back: 5 USD", in("other"), refunds("second"))}, []string{
			"3 million USD", "no net: it is not known how much was given back", "added gift", "added second", "left back: reports disagree", "left back: reports disagree",
		}},
		{"at two times under one name", []Item{gift, second, half, back("back: 300,000 USD", in("other"), period("2024-10"))}, []string{
			"3 million USD", "no net: it is not known how much was given back", "added gift", "added second", "left back: readings at several times", "left back: readings at several times",
		}},
		{"of a part", []Item{gift, second, item(t, "cheque: 1 million USD", contribution("doe", "roe"), partOf("gift")), back("back: 500,000 USD", refunds("cheque"))}, []string{
			"3 million USD", "less 500,000 USD: 2.5 million USD", "added gift", "added second", "left back: given back", "left cheque: already in the whole (gift)",
		}},
		{"of what is in no total", []Item{second, item(t, "third: 1 USD", contribution("a", "b")), item(t, "gift: unquantified", contribution("doe", "poe")), half}, []string{
			"1,000,001 USD", "added second", "added third", "left back: given back", "left gift: no figure",
		}},
		{"and no word for what is left", []Item{item(t, "gift: about 2 million USD", contribution("doe", "roe")), half}, []string{
			"no total: one figure", "left back: given back", "left gift: no sum",
		}},
		{"money for goods", []Item{
			item(t, "gift: 2 million USD", contribution("doe", "roe"), inKind, period("2024-07")), item(t, "second: 1 million USD", contribution("doe", "roe"), inKind, period("2024-09")), half,
		}, []string{
			"3 million USD", "no net: in kind and in money", "added gift", "added second", "left back: given back",
		}},
		{"of a gift by way of a conduit, beside what was paid to the conduit", []Item{
			item(t, "joint: 3 million USD", contribution("doe", "fund")), item(t, "gift: 2 million USD", contribution("doe", "roe"), via("fund")), half,
		}, []string{
			"3 million USD", "less 500,000 USD: 2.5 million USD", "added joint", "left back: given back", "left gift: passed on (joint)",
		}},
		{"of what is passed on", []Item{
			item(t, "first: 3 million USD", contribution("poe", "doe")), item(t, "other: 1 million USD", contribution("lee", "doe")), gift, half,
		}, []string{
			"4 million USD", "added first", "added other", "left back: given back", "left gift: passed on (first, other)",
		}},
		{"without the word for it", []Item{gift, back("back: 5 USD", refunds(""))}, []string{
			"no total: a circle of payments", "left back: a circle of payments", "left gift: a circle of payments",
		}},
	})
	got := NewBook([]Item{gift, second, half}).Of([]string{"gift", "second"})
	if got.Back.Net.String() != "2.5 million USD" {
		t.Errorf("what is given back is taken off though it is not asked for: %v", outcome(got))
	}
}

func via(ids ...string) func(*Item) { return func(i *Item) { i.Via = ids } }

func TestConduits(t *testing.T) {
	joint := item(t, "joint: 1 million USD", contribution("doe", "fund"), period("2024-07"))
	onward := item(t, "onward: 600,000 USD", contribution("fund", "roe"), flow("transfer"), period("2024-08"))
	direct := item(t, "direct: 600,000 USD", contribution("doe", "roe"), period("2024-08"))
	throughFund := item(t, "direct: 600,000 USD", contribution("doe", "roe"), via("fund"), period("2024-08"))
	small := item(t, "small: 2 million USD", contribution(Unidentified, "roe"), via("alpha"), period("2024-07"))
	other := item(t, "other: 20 million USD", contribution("b", "y"))
	runTotals(t, []totalTest{
		{"a gift, its attribution and the transfer", []Item{joint, onward, direct, other}, []string{
			"no total: probably told again",
			"left direct: probably told again (joint, onward)", "left joint: no sum", "left onward: passed on (joint)", "left other: no sum",
		}},
		{"the same with its conduit", []Item{joint, onward, throughFund, other}, []string{
			"21 million USD", "added joint", "added other", "left direct: passed on (joint)", "left onward: passed on (direct)",
		}},
		{"what the conduit paid onward", []Item{throughFund, onward, other}, []string{
			"20.6 million USD", "added direct", "added other", "left onward: passed on (direct)",
		}},
		{"the conduit paid onward more than that", []Item{throughFund, item(t, "onward: 5 million USD", contribution("fund", "roe")), other}, []string{
			"no total: more is passed on than was received",
			"left direct: no sum", "left onward: more is passed on than was received (direct)", "left other: no sum",
		}},
		{"the conduit paid somebody else", []Item{throughFund, item(t, "rent: 5 USD", contribution("fund", "owner"))}, []string{
			"600,005 USD", "added direct", "added rent",
		}},
		{"the transfer need have no figure", []Item{joint, item(t, "onward: unquantified", contribution("fund", "roe")), direct}, []string{
			"no total: probably told again", "left direct: probably told again (joint, onward)", "left joint: no sum", "left onward: no figure",
		}},
		{"a gift at another time than both", []Item{joint, onward, item(t, "direct: 3,300 USD", contribution("doe", "roe"), period("2024-02"))}, []string{
			"1,003,300 USD", "added direct", "added joint", "left onward: passed on (joint)",
		}},
		{"no transfer is known", []Item{joint, direct}, []string{"1.6 million USD", "added direct", "added joint"}},
		{"two gifts by way of one", []Item{small, item(t, "gift: 1 million USD", contribution("doe", "roe"), via("alpha"), period("2024-09"))}, []string{
			"3 million USD", "added gift", "added small",
		}},
		{"a conduit in words’ place", []Item{small, item(t, "passed: 2 million USD", contribution("alpha", "roe"), period("2024-07")), item(t, "gift: 1 million USD", contribution("doe", "roe"), period("2024-09"))}, []string{
			"3 million USD", "added gift", "added small", "left passed: passed on (small)",
		}},
		{"one conduit paid another", []Item{
			item(t, "gift: 1 million USD", contribution("doe", "roe"), via("site", "fund"), period("2024-07")),
			item(t, "handed: 1 million USD", contribution("site", "fund"), period("2024-07")), other,
		}, []string{"21 million USD", "added gift", "added other", "left handed: passed on (gift)"}},
		{"the conduit, and a part of the gift to it", []Item{joint, onward, item(t, "direct: 600,000 USD", contribution("doe", "roe"), via("fund"), partOf("joint")), other}, []string{
			"21 million USD", "added joint", "added other", "left direct: already in the whole (joint)", "left onward: passed on (direct)",
		}},
		{"a gift in what its receiver got in all", []Item{
			joint, item(t, "all: 5 million USD", flow("contribution"), to("roe"), period("2024")), item(t, "direct: 600,000 USD", contribution("doe", "roe"), via("fund"), partOf("all")),
		}, []string{"no total: probably told again", "left all: no sum", "left direct: already in the whole (all)", "left joint: probably told again (direct)"}},
		{"what is spent at one seller", []Item{
			item(t, "mine: 5 USD", spent("doe", []string{"roe"}, nil), to("paper")), item(t, "theirs: 5 USD", spent("fund", []string{"roe"}, nil), to("paper"), period("2024-09")), joint,
		}, []string{"no total: flows differ", "left joint: no sum", "left mine: no sum", "left theirs: passed on (joint)"}},
	})
	got := NewBook([]Item{joint, onward, direct}).Of([]string{"direct", "onward"})
	if got.Reason != FlowsDiffer {
		t.Errorf("in sight of what is not asked for: %v", outcome(got))
	}
	onward.Flow = "contribution"
	got = NewBook([]Item{joint, onward, direct}).Of([]string{"direct", "onward"})
	if got.Reason != MayBeTheSame && got.Reason != ToldAgain {
		t.Errorf("in sight of what is not asked for: %v", outcome(got))
	}
}

// TestInSightOfAll asks for some facts of a book.
func TestInSightOfAll(t *testing.T) {
	first, last := item(t, "first: 20 million USD", contribution("ann", "fund-a")), item(t, "last: 20 million USD", contribution("fund-b", "camp"))
	between := func(quantity string, options ...func(*Item)) Item {
		return item(t, "between: "+quantity, append([]func(*Item){flow("payment"), from("fund-a"), to("fund-b")}, options...)...)
	}
	whole := item(t, "whole: 30 million USD", contribution("ann", "fund"))
	part := func(id, quantity, payee string) Item {
		return item(t, id+": "+quantity, contribution("ann", payee), partOf("whole"))
	}
	other := item(t, "other: 1 million USD", contribution("bob", "club"))
	same := []string{"no total: one figure", "left first: no sum", "left last: passed on (between)"}
	apart := []string{"40 million USD", "added first", "added last"}
	both := []string{"first", "last"}
	tests := []struct {
		desc string
		give []Item
		ask  []string
		want []string
	}{
		{"money that came back by another kind of payment", []Item{first, between("20 million USD"), last}, both, same},
		{"by one whose figure nobody knows", []Item{first, between("unquantified"), last}, both, same},
		{"by one at so much a day", []Item{first, between("1 million USD per day"), last}, both, same},
		{"by one whose reports disagree", []Item{first, between("20 million USD"), between("30 million USD", in("b")), last}, both, same},
		{"by two steps", []Item{first, between("20 million USD", to("fund-c")), item(t, "then: 20 million USD", flow("wages"), from("fund-c"), to("fund-b")), last}, both, []string{
			"no total: one figure", "left first: no sum", "left last: passed on (then)",
		}},
		{"what is said in general passes nothing on", []Item{first, between("20 million USD", flow("")), last}, both, apart},
		{"nor does one from somebody in words", []Item{first, between("20 million USD", from(Unidentified)), last}, both, apart},
		{"nor does other money", []Item{first, between("20 million USD", from("zoe")), last}, both, apart},
		{"more than came back", []Item{first, between("5 million USD"), last, other}, []string{"first", "last", "other"}, []string{
			"no total: more is passed on than was received", "left first: no sum", "left last: more is passed on than was received (between)", "left other: no sum",
		}},
		{"a circle that was not asked for", []Item{first, between("1 USD", to("ann")), other}, []string{"first", "other"}, []string{"21 million USD", "added first", "added other"}},
		{"two on a circle", []Item{first, item(t, "second: 5 million USD", contribution("ann", "fund-a")), between("1 USD", to("ann"))}, []string{"first", "second"}, []string{
			"no total: a circle of payments", "left first: a circle of payments", "left second: a circle of payments",
		}},
		{"parts that come to more than their whole", []Item{whole, part("a", "20 million USD", "x"), part("b", "20 million USD", "y"), other}, []string{"a", "b", "other"}, []string{
			"no total: parts exceed their whole", "left a: parts exceed their whole (whole)", "left b: parts exceed their whole (whole)", "left other: no sum",
		}},
		{"parts that do not", []Item{whole, part("a", "20 million USD", "x"), part("b", "10 million USD", "y")}, []string{"a", "b"}, []string{"30 million USD", "added a", "added b"}},
		{"parts that may", []Item{whole, part("a", "at least 20 million USD", "x"), part("b", "10 million USD", "y")}, []string{"a", "b"}, []string{"at least 30 million USD", "added a", "added b"}},
		{"a part that exceeds its whole", []Item{whole, part("a", "40 million USD", "x"), other}, []string{"a", "other"}, []string{
			"no total: a part exceeds its whole", "left a: a part exceeds its whole (whole)", "left other: no sum",
		}},
		{"a fact that is not in the book", []Item{first, last}, []string{"first", "last", "lost"}, apart},
		{"the same fact twice", []Item{first, last}, []string{"first", "last", "first"}, apart},
		{"at least and about", []Item{item(t, "a: more than 75 million USD", contribution("ann", "x")), item(t, "b: about 20 million USD", contribution("bob", "y"))}, []string{"a", "b"}, []string{
			"no total: no common word", "left a: no sum", "left b: no sum",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outcome(NewBook(tt.give).Of(tt.ask))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSoFar(t *testing.T) {
	soFar := func(id, quantity, when string) Item {
		i := item(t, id+": "+quantity, contribution("ann", "fund"))
		if i.Cumulative = true; when != "" {
			i.Period = date(when)
		}
		return i
	}
	other := item(t, "other: 1 million USD", contribution("bob", "club"))
	tests := []totalTest{
		{"at two dates", []Item{soFar("july", "50 million USD", "2024-07"), soFar("august", "60 million USD", "2024-08"), other}, []string{
			"61 million USD", "added august", "added other", "left july: an earlier state (august)",
		}},
		{"falling", []Item{soFar("july", "60 million USD", "2024-07"), soFar("august", "50 million USD", "2024-08")}, []string{
			"no total: running totals", "left august: running totals (july)", "left july: running totals (august)",
		}},
		{"without dates", []Item{soFar("a", "60 million USD", ""), soFar("b", "50 million USD", "")}, []string{
			"no total: running totals", "left a: running totals (b)", "left b: running totals (a)",
		}},
		{"a payment before", []Item{soFar("august", "60 million USD", "2024-08"), item(t, "may: 5 million USD", contribution("ann", "fund"), period("2024-05")), other}, []string{
			"61 million USD", "added august", "added other", "left may: within a wider payment (august)",
		}},
		{"a payment after", []Item{soFar("july", "60 million USD", "2024-07"), item(t, "august: 5 million USD", contribution("ann", "fund"), period("2024-08"))}, []string{
			"65 million USD", "added august", "added july",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outcome(Of(tt.give))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAlone(t *testing.T) {
	notOnlyA := func(i Item) bool {
		return slices.ContainsFunc(i.From, func(id string) bool { return id != "a" })
	}
	first := item(t, "first: 20 million USD", contribution("a", "x"))
	second := item(t, "second: 30 million USD", contribution("a", "y"))
	together := func(o func(*Item)) Item {
		return item(t, "together: 5 million USD", contribution("a", "z"), o)
	}
	tests := []totalTest{
		{"what others pay too", []Item{first, second, together(from("a", "b"))}, []string{
			"50 million USD", "added first", "added second", "left together: shared with others",
		}},
		{"somebody unidentified may pay too", []Item{first, second, together(from("a", Unidentified))}, []string{
			"50 million USD", "added first", "added second", "left together: shared with others",
		}},
		{"in one of two reports", []Item{first, second, together(from("a")), together(from("a", "b"))}, []string{
			"50 million USD", "added first", "added second", "left together: shared with others", "left together: a second report",
		}},
		{"its own reason goes before", []Item{first, second, item(t, "rate: 1 USD per day", contribution("b", "z"))}, []string{
			"50 million USD", "added first", "added second", "left rate: a rate",
		}},
		{"a shared whole takes no part out", []Item{first, item(t, "part: 2 million USD", contribution("a", "z"), partOf("together")), together(from("a", "b"))}, []string{
			"22 million USD", "added first", "added part", "left together: shared with others",
		}},
		{"nothing of its own", []Item{together(from("a", "b"))}, []string{"no total: shared with others", "left together: shared with others"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outcome(NewBook(tt.give).Alone(ids(tt.give), notOnlyA))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParts(t *testing.T) {
	year := item(t, "year: more than 75 million USD", contribution("musk", "fund"), period("2024"))
	other := item(t, "other: 20 million USD", contribution("b", "y"))
	monthly := func(id, quantity, when string, wholes ...string) Item {
		return item(t, id+": "+quantity, contribution("musk", "fund"), period(when), partOf(wholes...))
	}
	runTotals(t, []totalTest{
		{"three months without their whole", []Item{
			monthly("july", "15 million USD", "2024-07", "year"), monthly("august", "30 million USD", "2024-08", "year"), monthly("september", "30 million USD", "2024-09", "year"),
		}, []string{"75 million USD", "added august", "added july", "added september"}},
		{"with their whole", []Item{
			year, other, monthly("july", "15 million USD", "2024-07", "year"),
		}, []string{"more than 95 million USD", "added other", "added year", "left july: already in the whole (year)"}},
		{"a part of a part, over a fact that is not here", []Item{
			year, other, monthly("cheque", "1 million USD", "2024-07-03", "july", "year"),
		}, []string{"more than 95 million USD", "added other", "added year", "left cheque: already in the whole (year)"}},
		{"a part of a part, over one without a figure", []Item{
			year, other, item(t, "july: unquantified", partOf("year")), monthly("cheque", "1 million USD", "2024-07-03", "july"),
		}, []string{"more than 95 million USD", "added other", "added year", "left cheque: already in the whole (year)", "left july: no figure"}},
		{"a whole without a figure takes nothing out", []Item{
			item(t, "year: unquantified", contribution("musk", "fund")), other, monthly("july", "15 million USD", "2024-07", "year"),
		}, []string{"35 million USD", "added july", "added other", "left year: no figure"}},
		{"undated parts of one whole are apart", []Item{
			item(t, "first: 15 million USD", contribution("musk", "fund"), partOf("year")), item(t, "second: 30 million USD", contribution("musk", "fund"), partOf("year")),
		}, []string{"45 million USD", "added first", "added second"}},
		{"counts that are parts of one whole", []Item{
			item(t, "nevada: 12 offices", partOf("offices")), item(t, "arizona: 8 offices", partOf("offices")),
		}, []string{"20 offices", "added arizona", "added nevada"}},
		{"a part of itself", []Item{
			other, item(t, "a: 1 USD", contribution("a", "x"), partOf("b")), item(t, "b: 1 USD", contribution("c", "z"), partOf("a")),
		}, []string{"no total: part of itself", "left a: part of itself (b)", "left b: part of itself (a)", "left other: no sum"}},
		{"a part greater than its whole", []Item{
			other, item(t, "whole: 10 million USD", contribution("musk", "fund")), monthly("july", "15 million USD", "2024-07", "whole"),
		}, []string{"no total: a part exceeds its whole", "left july: a part exceeds its whole (whole)", "left other: no sum", "left whole: no sum"}},
		{"a part that begins where its whole ends", []Item{
			other, item(t, "whole: up to 3 USD", contribution("musk", "fund")), monthly("july", "more than 3 USD", "2024-07", "whole"),
		}, []string{"no total: a part exceeds its whole", "left july: a part exceeds its whole (whole)", "left other: no sum", "left whole: no sum"}},
		{"a whole that is less than its part", []Item{
			other, item(t, "whole: less than 3 USD", contribution("musk", "fund")), monthly("july", "at least 3 USD", "2024-07", "whole"),
		}, []string{"no total: a part exceeds its whole", "left july: a part exceeds its whole (whole)", "left other: no sum", "left whole: no sum"}},
		{"a part that may be all of its whole", []Item{
			other, item(t, "whole: up to 3 USD", contribution("musk", "fund")), monthly("july", "at least 3 USD", "2024-07", "whole"),
		}, []string{"20,000,000..20,000,003 USD", "added other", "added whole", "left july: already in the whole (whole)"}},
		{"greater than the whole of its whole", []Item{
			other, item(t, "year: 1 USD", contribution("musk", "fund")), item(t, "half: more than 0 USD", contribution("musk", "fund"), partOf("year")),
			monthly("july", "2 USD", "2024-07", "half", "year"),
		}, []string{
			"no total: a part exceeds its whole", "left half: already in the whole (year)", "left july: a part exceeds its whole (year)",
			"left other: no sum", "left year: no sum",
		}},
	})
}

func TestPassedOn(t *testing.T) {
	gift := item(t, "gift: 10 million USD", contribution("donor", "fund"))
	other := item(t, "other: 20 million USD", contribution("b", "y"))
	runTotals(t, []totalTest{
		{"a chain counts where it starts", []Item{
			gift, other,
			item(t, "grant: 8 million USD", contribution("fund", "group")),
			item(t, "ads: 5 million USD", flow("ad-spending"), from("group"), to("platform")),
		}, []string{
			"30 million USD", "added gift", "added other",
			"left ads: passed on (grant)", "left grant: passed on (gift)",
		}},
		{"a lower bound may be all of it", []Item{
			gift, other, item(t, "grant: at least 8 million USD", contribution("fund", "group")),
		}, []string{"30 million USD", "added gift", "added other", "left grant: passed on (gift)"}},
		{"more than was received", []Item{
			gift, other, item(t, "grant: 50 million USD", contribution("fund", "group")),
		}, []string{
			"no total: more is passed on than was received",
			"left gift: no sum", "left grant: more is passed on than was received (gift)", "left other: no sum",
		}},
		{"what has no figure has brought nothing that is counted", []Item{
			item(t, "gift: unquantified", contribution("donor", "fund")), other, item(t, "grant: 8 million USD", contribution("fund", "group")),
		}, []string{"28 million USD", "added grant", "added other", "left gift: no figure"}},
		{"a circle", []Item{
			gift, other, item(t, "refund: 1 million USD", contribution("fund", "donor")),
		}, []string{"no total: a circle of payments", "left gift: a circle of payments", "left other: no sum", "left refund: a circle of payments"}},
		{"to oneself", []Item{
			other, item(t, "shift: 1 million USD", contribution("fund", "fund")),
		}, []string{"no total: a circle of payments", "left other: no sum", "left shift: a circle of payments"}},
		{"a payer in words may be anybody's payee", []Item{
			gift, item(t, "grant: 8 million USD", contribution(Unidentified, "group")),
		}, []string{"no total: may be passed on", "left gift: may be passed on (grant)", "left grant: may be passed on (gift)"}},
		{"a payee who is not named may be another's payer", []Item{
			item(t, "a: 1 USD", flow("contribution"), from("a")), item(t, "b: 1 USD", contribution("b", "y")),
		}, []string{"no total: may be passed on", "left a: may be passed on (b)", "left b: may be passed on (a)"}},
		{"who sells to somebody unknown does not pay for it", []Item{
			item(t, "spring: 1 million USD", flow("ads-sold"), to("facebook"), period("2024-04")), item(t, "summer: 2 million USD", flow("ads-sold"), to("facebook"), period("2024-07")),
		}, []string{"3 million USD", "added spring", "added summer"}},
	})
}

func TestOverlaps(t *testing.T) {
	paid := func(s, when string, options ...func(*Item)) Item {
		options = append([]func(*Item){contribution("musk", "fund")}, options...)
		if when != "" {
			options = append(options, period(when))
		}
		return item(t, s, options...)
	}
	other := item(t, "other: 20 million USD", contribution("b", "y"))
	twice := []string{"no total: may be counted twice", "left a: may be counted twice (b)", "left b: may be counted twice (a)"}
	runTotals(t, []totalTest{
		{
			"two days",
			[]Item{paid("a: 1 million USD", "2024-07-03"), paid("b: 2 million USD", "2024-07-10")},
			[]string{"3 million USD", "added a", "added b"},
		},
		{"one day", []Item{paid("a: 1 million USD", "2024-07-03"), paid("b: 2 million USD", "2024-07-03")}, twice},
		{"one of them undated", []Item{paid("a: 1 million USD", ""), paid("b: 2 million USD", "2024-07-03")}, twice},
		{"one of them approximate", []Item{paid("a: 1 million USD", "2024-07-03~"), paid("b: 2 million USD", "2024-07-10")}, twice},
		{"one of them uncertain", []Item{paid("a: 1 million USD", "2024-07-03?"), paid("b: 2 million USD", "2024-07-10")}, twice},
		{"months that overlap", []Item{paid("a: 1 million USD", "2024-07/2024-08"), paid("b: 2 million USD", "2024-08/2024-09")}, twice},
		{
			"the narrower is in the wider",
			[]Item{paid("a: 1 million USD", "2024-07-03"), paid("b: 2 million USD", "2024"), other},
			[]string{"22 million USD", "added b", "added other", "left a: within a wider payment (b)"},
		},
		{
			"to date, at two dates",
			[]Item{paid("a: 75 million USD", "../2024-10-15"), paid("b: 118 million USD", "../2024-11-05"), other},
			[]string{"138 million USD", "added b", "added other", "left a: an earlier state (b)"},
		},
		{"but not if its figure does not fit", []Item{paid("a: 3 million USD", "2024-07-03"), paid("b: 2 million USD", "2024")}, twice},
		{
			"a payer among the payers",
			[]Item{paid("a: 1 million USD", "2024-07"), paid("b: 2 million USD", "2024-07", from("thiel", "musk")), other},
			[]string{"22 million USD", "added b", "added other", "left a: within a wider payment (b)"},
		},
		{"within its time, but not to the same", []Item{paid("a: 1 million USD", "2024-07", to("fund", "group")), paid("b: 2 million USD", "2024")}, twice},
		{"a payer who may be among them", []Item{paid("a: 1 million USD", "2024-07"), paid("b: 2 million USD", "2024-07", from("thiel", Unidentified))}, twice},
		{"other payers", []Item{paid("a: 1 million USD", ""), paid("b: 2 million USD", "", from("thiel"))}, []string{"3 million USD", "added a", "added b"}},
		{"other payees", []Item{paid("a: 1 million USD", ""), paid("b: 2 million USD", "", to("other-fund"))}, []string{"3 million USD", "added a", "added b"}},
		{
			"payees in words, other days",
			[]Item{paid("a: 1 million USD", "2024-07-03", to(Unidentified)), paid("b: 2 million USD", "2024-07-10", to(Unidentified))},
			[]string{"3 million USD", "added a", "added b"},
		},
		{"parts of one whole on one day", []Item{paid("a: 1 million USD", "2024-07-03", partOf("w")), paid("b: 2 million USD", "2024-07-03", partOf("w"))}, twice},
		{"counts at two dates", []Item{item(t, "a: 1 million followers", to("x"), period("2023")), item(t, "b: 2 million followers", to("x"), period("2024"))}, twice},
	})
}

// Each reason has a name of its own.
func TestReasons(t *testing.T) {
	seen := map[string]bool{}
	for r, s := range reasons {
		if seen[s] || r.String() != s {
			t.Errorf("%d: %q", r, s)
		}
		seen[s] = true
	}
	for r := NoFigure; r <= TooLarge; r++ {
		if _, ok := reasons[r]; !ok && (r <= NotSummed || r >= NothingGiven) {
			t.Errorf("reason %d has no name", r)
		}
	}
	if got := Reason(0).String(); got != "reason 0" {
		t.Error(got)
	}
}
