package evidence

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"receipts/internal/amount"
)

// A quoteRow is a quote with what may be stated of it; see the test of the rows in
// package proof, which also judges hints.
type quoteRow struct {
	ID, Lang           string
	Quote, Translation string
	Right, May         []string
}

func quoteRows(t testing.TB) []quoteRow {
	t.Helper()
	data, err := os.ReadFile("testdata/quotes/amounts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var rows []quoteRow
	for line := range strings.Lines(string(data)) {
		var row quoteRow
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		rows = append(rows, row)
	}
	return rows
}

func (row quoteRow) quote() Quote {
	return Quote{Lang: row.Lang, Text: row.Quote, Translation: row.Translation, TranslationLang: "en"}
}

// carriers are the right statements of all rows that their quotes carry, and where.
func carriers(t testing.TB) (all []carried) {
	for _, row := range quoteRows(t) {
		for _, stated := range row.Right {
			q := quantity(t, stated)
			if at, problems := Hold(q, row.quote()); len(problems) == 0 && at != (Carrier{}) {
				all = append(all, carried{row, q, at})
			}
		}
	}
	return all
}

type carried struct {
	row quoteRow
	q   amount.Quantity
	at  Carrier
}

// TestRowMutants changes one thing in each right statement: a digit, the scale, the
// qualifier, the unit, the basis. Of the same quote none may be carried that is
// not right as well.
func TestRowMutants(t *testing.T) {
	total := 0
	for _, row := range quoteRows(t) {
		for _, stated := range row.Right {
			for _, m := range mutants(quantity(t, stated)) {
				if s := m.String(); m.Kind() == amount.Unquantified || s == strings.Replace(stated, "some ", "about ", 1) || slices.Contains(row.Right, s) || slices.Contains(row.May, s) {
					continue
				}
				if total++; len(Supports(m, row.quote())) == 0 {
					t.Errorf("%s: “%s” is %s, and carries %s", row.ID, row.Quote, stated, m)
				}
			}
		}
	}
	if total < 5000 {
		t.Errorf("only %d mutants", total)
	}
}

// weighty are words that make something else of the figure behind them, in each
// language.
var weighty = map[string][]string{
	"en": {"not", "half", "two", "three", "17", "$", "€", "euros", "pesos", "per", "each", "twice", "perhaps", "an average", "by", "all but", "some 5", "a bogus", "a so-called", "many of the", "a chunk of the", "toward a", "zillion"},
	"fr": {"pas", "la moitié de", "deux", "trois", "17", "$", "€", "euros", "pesos", "par", "chaque", "le double de", "peut-être", "en moyenne", "sauf", "quelque 5", "un faux don de", "une tranche des", "zillion de"},
}

// weightyBehind are words that make something else of the sum before them.
var weightyBehind = map[string][]string{
	"en": {"hundred", "million", "zillion", "milliard", "gross", "net of refunds", "before tax", "plus fees", "in bitcoin", "in pesos", "in Canadian money", "(AU)", "each", "apiece", "short", "perhaps", "less", "too much", "a head", "on the dollar", "± 5", "per gazoo", "gazoo million"},
	"fr": {"zillions", "milliards", "cents", "bruts", "nets", "hors taxes", "en bitcoins", "en pesos", "en monnaie canadienne", "chacun", "de moins", "de trop", "peut-être", "par tête", "± 5", "constants", "gazous"},
}

// withBehind is the quote of c with some words behind its figure.
func (c carried) withBehind(words string) Quote {
	e := c.row.quote()
	e.Text = e.Text[:c.at.End] + " " + words + e.Text[c.at.End:]
	e.Translation = ""
	return e
}

// isOfWeightBehind reports whether a word behind the figure of c makes something else
// of it. The noun of a count goes on with other words, its own money and its own prices
// say the same, and an item of a list may have a scale of its own.
func (c carried) isOfWeightBehind(w string) bool {
	ownMoney := strings.HasSuffix(w, "pesos") && sharedBy("peso", c.q.Unit())
	ownScale := strings.HasPrefix(w, "milli") && !strings.Contains(c.row.Quote[c.at.Start:c.at.End], "illi")
	ownPrices := w == "constants" && c.q.Prices() != amount.Nominal
	return c.q.IsMoney() && c.q.Basis() == "" && !ownMoney && !ownScale && !ownPrices
}

// TestWordsOfWeightBehind puts a word of weight behind the sum of each quote that
// carries its statement.
func TestWordsOfWeightBehind(t *testing.T) {
	total := 0
	for _, c := range carriers(t) {
		for _, w := range weightyBehind[c.row.Lang] {
			e := c.withBehind(w)
			if !c.isOfWeightBehind(w) {
				continue
			}
			if total++; len(compareQuote(c.q, e)) == 0 {
				t.Errorf("%s: “%s” carries %s", c.row.ID, e.Text, c.q)
			}
		}
	}
	if total < 3000 {
		t.Errorf("only %d quotes", total)
	}
}

// with is the quote of c with some words before its figure.
func (c carried) with(words string) Quote {
	e := c.row.quote()
	e.Text = e.Text[:c.at.Start] + words + " " + e.Text[c.at.Start:]
	e.Translation = "" // what the quote itself carries
	return e
}

// TestWordsOfWeight puts a word of weight before the figure of each quote that
// carries its statement.
func TestWordsOfWeight(t *testing.T) {
	total := 0
	for _, c := range carriers(t) {
		for _, w := range weighty[c.row.Lang] {
			e := c.with(w)
			if c.isOther(w) {
				continue
			}
			if total++; len(compareQuote(c.q, e)) == 0 {
				t.Errorf("%s: “%s” carries %s", c.row.ID, e.Text, c.q)
			}
		}
	}
	if total < 3000 {
		t.Errorf("only %d quotes", total)
	}
}

// isOther reports whether a word before the figure of c says what that says: its
// currency, or that it is of each of several.
func (c carried) isOther(w string) bool {
	kind := map[string]string{"$": "$", "€": "euro", "euros": "euro", "pesos": "peso"}[w]
	if strings.HasSuffix(w, " de") || strings.HasSuffix(w, " des") { // "de de 5 à 8" is no French
		return strings.HasPrefix(strings.ToLower(c.row.Quote[c.at.Start:]), "de ")
	}
	if w == "by" && !c.q.IsMoney() { // who did it
		return true
	}
	several := strings.Fields("each chaque two three deux trois 17")
	return c.q.Basis() != "" && (slices.Contains(several, w) || w == "some 5" || w == "quelque 5") || sharedBy(kind, c.q.Unit())
}

// compareQuote is [Supports], without the noun in French: that is looked for in the
// translation.
func compareQuote(q amount.Quantity, e Quote) []Problem {
	if e.Lang == "en" {
		return Supports(q, e)
	}
	s := readQuote(q, e)
	defer s.done()
	return s.compare(q, e)
}

// FuzzWordsOfWeight puts two words of weight before the figure, in any order and
// with other words between; and one behind it, with other words after that.
func FuzzWordsOfWeight(f *testing.F) {
	all := carriers(f)
	f.Add(0, 1, 2, "")
	f.Add(7, 0, 0, " of")
	f.Add(100, 3, 9, " more than")
	f.Add(52, 124, 45, " ") // "four per zillion $50,000 checks"
	f.Add(187, 3, 180, "")  // "trois par 15 à 20 salariés"
	f.Fuzz(func(t *testing.T, i, first, second int, between string) {
		if i < 0 || first < 0 || second < 0 || len(between) > 20 || strings.ContainsFunc(between, func(r rune) bool { return !(r == ' ' || r >= 'a' && r <= 'z') }) {
			return
		}
		c := all[i%len(all)]
		behind := weightyBehind[c.row.Lang]
		if w := behind[second%len(behind)]; c.isOfWeightBehind(w) && (between == "" || strings.HasPrefix(between, " ")) {
			if e := c.withBehind(w + between); len(compareQuote(c.q, e)) == 0 {
				t.Errorf("%s: “%s” carries %s", c.row.ID, e.Text, c.q)
			}
		}
		if slices.Contains([]string{"2", "3", "5", "17"}, c.q.Decimal(c.q.Lo())) {
			return // the word itself would carry it
		}
		words := weighty[c.row.Lang]
		a, b := words[first%len(words)], words[second%len(words)]
		if a == b || c.isOther(b) || between != "" && (!strings.HasPrefix(between, " ") || b == "par" || b == "by") { // "choisi par"
			return
		}
		if e := c.with(a + between + " " + b); len(compareQuote(c.q, e)) == 0 {
			t.Errorf("%s: “%s” carries %s", c.row.ID, e.Text, c.q)
		}
	})
}
