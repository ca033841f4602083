package evidence

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// A dateRow is a quoteRow of a date.
type dateRow struct {
	quoteRow
	Published string
}

func dateRows(t testing.TB) (rows []dateRow) {
	t.Helper()
	data, err := os.ReadFile("testdata/quotes/dates.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var row dateRow
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		rows = append(rows, row)
	}
	return rows
}

// TestDateRowMutants changes one thing in each right date: a digit, the precision,
// the reservation, an end. Of the same quote none may be carried that is not right
// as well.
func TestDateRowMutants(t *testing.T) {
	total := 0
	for _, row := range dateRows(t) {
		for _, stated := range row.Right {
			for _, m := range dateMutants(day(t, stated)) {
				s := m.String()
				if slices.Contains(row.Right, s) || slices.Contains(row.May, s) {
					continue
				}
				if total++; len(SupportsDate(m, row.quote(), day(t, row.Published))) == 0 {
					t.Errorf("%s: “%s” is %s, and carries %s", row.ID, row.Quote, stated, s)
				}
			}
		}
	}
	if total < 5000 {
		t.Errorf("only %d mutants", total)
	}
}

// weightyDates are words that make another date of the one behind them, or many.
var weightyDates = map[string][]string{
	"en": {"not", "every", "each", "except", "two years after", "a week before", "shortly before", "perhaps", "any day but", "half of", "the week before", "excluding", "rather than", "instead of", "the Friday before", "a day short of"},
	"fr": {"pas", "chaque", "sauf", "deux ans après", "une semaine avant", "peu avant", "peut-être", "hormis", "la moitié de", "la semaine après", "à l’exception de", "au lieu de", "plutôt que", "dans la foulée de"},
}

// TestDateWordsOfWeight puts words of weight before the date of each quote that
// carries its statement.
func TestDateWordsOfWeight(t *testing.T) {
	total := 0
	for _, row := range dateRows(t) {
		for _, stated := range row.Right {
			d, published := day(t, stated), day(t, row.Published)
			at, problems := HoldDate(d, row.quote(), published)
			if len(problems) > 0 || at == (Carrier{}) {
				continue
			}
			for _, w := range weightyDates[row.Lang] {
				e := row.quote()
				e.Text = e.Text[:at.Start] + w + " " + e.Text[at.Start:]
				e.Translation = ""
				if total++; len(SupportsDate(d, e, published)) == 0 {
					t.Errorf("%s: “%s” carries %s", row.ID, e.Text, stated)
				}
			}
		}
	}
	if total < 1000 {
		t.Errorf("only %d quotes", total)
	}
}

// weightyBehindDates are words that make another date of a day or a month before them.
var weightyBehindDates = map[string][]string{
	"en": {"two years ago", "a year earlier", "of the previous year", "of that year", "the year before", "in the following year", "of his first term", "several decades back", "18 months ago", "of an election year", "in Ohio last year", "FY2023"},
	"fr": {"il y a deux ans", "de l’année précédente", "un an plus tôt", "d’une année électorale", "de cette année-là", "voilà dix ans", "de la campagne suivante", "dix ans après", "du siècle dernier"},
}

// TestDateWordsBehind puts words of weight behind the date of each quote that carries
// its statement, where no year is printed.
func TestDateWordsBehind(t *testing.T) {
	total := 0
	for _, row := range dateRows(t) {
		for _, stated := range row.Right {
			d, published := day(t, stated), day(t, row.Published)
			e := row.quote()
			at, problems := HoldDate(d, e, published)
			if len(problems) > 0 || at == (Carrier{}) {
				continue
			}
			i := slices.IndexFunc(FindDates(e.Lang, e.Text, published), func(f FoundDate) bool {
				return f.Start == at.Start && f.YearInferred && !f.Relative
			})
			if i < 0 {
				continue
			}
			for _, w := range weightyBehindDates[row.Lang] {
				e.Text = row.Quote[:at.End] + " " + w + row.Quote[at.End:]
				e.Translation = ""
				if total++; len(SupportsDate(d, e, published)) == 0 {
					t.Errorf("%s: “%s” carries %s", row.ID, e.Text, stated)
				}
			}
		}
	}
	if total < 500 {
		t.Errorf("only %d quotes", total)
	}
}
