package proof

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"receipts/internal/amount"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
)

// A quoteRow is a quote with what an author may state of it, and what has to be
// refused. What "may" have is right too, or not spelled by front matter; it is not
// tried, and a hint may propose it.
type quoteRow struct {
	ID, Class, Lang, Kind string
	Published             string
	Quote, Translation    string
	Right, May, Wrong     []string
}

// quoteRows are the rows that package evidence is tested with.
func quoteRows(t *testing.T) []quoteRow {
	t.Helper()
	files, err := filepath.Glob("../evidence/testdata/quotes/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no rows", err)
	}
	var rows []quoteRow
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			var row quoteRow
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatalf("%s: %s: %v", name, line, err)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func (row quoteRow) quote() evidence.Quote {
	return evidence.Quote{Lang: row.Lang, Text: row.Quote, Translation: row.Translation, TranslationLang: "en"}
}

// judge returns why a statement is refused, and what an author is told to write.
// A spelling that front matter does not have is refused before.
func (row quoteRow) judge(t *testing.T, stated string) (problems []evidence.Problem, proposed []string, ok bool) {
	t.Helper()
	hint := ""
	if row.Kind == "date" {
		d, err := edtf.Parse(stated)
		published, err2 := edtf.Parse(row.Published)
		if err != nil || err2 != nil {
			return nil, nil, false
		}
		problems = evidence.SupportsDate(d, row.quote(), published)
		hint = writeDate(d, row.quote(), published)
	} else {
		q, err := amount.Parse(stated)
		if err != nil {
			return nil, nil, false
		}
		problems = evidence.Supports(q, row.quote())
		hint = writeAmount(q, row.quote())
	}
	if len(problems) == 0 {
		return nil, nil, true
	}
	if problems[0].MayBeRead() {
		hint = readHint(problems[0])
	}
	for _, m := range proposalRE.FindAllStringSubmatch(hint+"\n"+problems[0].Message, -1) {
		proposed = append(proposed, strings.Trim(m[1]+m[2], `"`))
	}
	return problems, proposed, true
}

var proposalRE = regexp.MustCompile(`\bwrite ("[^"]+"|[\d.][\d./~?%-]*)|\bas in ("[^"]+")`)

// rightShare is the least share of right statements that have to be accepted at
// once. The others ask for "quote_read". Wrong ones are all refused.
const rightShare = 0.92

// TestQuoteRows tries right and wrong statements of many quotes, by class.
func TestQuoteRows(t *testing.T) {
	right, accepted := map[string]int{}, map[string]int{}
	wrong := 0
	for _, row := range quoteRows(t) {
		for _, stated := range row.Right {
			right[row.Class]++
			problems, proposed, ok := row.judge(t, stated)
			row.checkProposed(t, stated, proposed)
			switch {
			case !ok:
				t.Errorf("%s: front matter does not have %q", row.ID, stated)
			case len(problems) == 0:
				accepted[row.Class]++
			case !problems[0].MayBeRead():
				t.Errorf("%s: “%s” is refused for %s without asking to look: %s", row.ID, row.Quote, stated, problems[0].Message)
			default:
				t.Logf("%s: “%s” is refused for %s until it is read: %s", row.ID, row.Quote, stated, problems[0].Message)
			}
		}
		for _, stated := range row.Wrong {
			wrong++
			problems, proposed, ok := row.judge(t, stated)
			if row.checkProposed(t, stated, proposed); ok && len(problems) == 0 {
				t.Errorf("%s: “%s” carries %s", row.ID, row.Quote, stated)
			}
		}
	}
	if wrong < 1000 {
		t.Errorf("only %d wrong statements", wrong)
	}
	all, taken := 0, 0
	for class, n := range right {
		all, taken = all+n, taken+accepted[class]
		if t.Logf("%-24s %3d of %3d right statements accepted", class, accepted[class], n); (class == "plain" || class == "qualifier") && accepted[class] < n {
			t.Errorf("%s: only %d of %d right statements are accepted", class, accepted[class], n)
		}
	}
	if share := float64(taken) / float64(all); !(share >= rightShare) {
		t.Errorf("%.3f of the right statements are accepted", share)
	}
}

func (row quoteRow) checkProposed(t *testing.T, stated string, proposed []string) {
	t.Helper()
	for _, p := range proposed {
		if !slices.Contains(row.Right, p) && !slices.Contains(row.May, p) {
			t.Errorf("%s: “%s” is stated as %s, and the hint proposes %s", row.ID, row.Quote, stated, p)
		}
	}
}
