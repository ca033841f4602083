package sitetest

import (
	"encoding/csv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What facts must not be added up or set against each other to, in no file of the
// site: HTML, drawings, tables, the search index, the feed.
func TestRefusedSums(t *testing.T) {
	s := site(t)
	refused := []string{
		// Both figures of ads that Meta sold: their sum, their gap, their ratio, and
		// bounds that no source gives for “a little over some 10 million”.
		"110 million", "110000000", "110,000,000", "90 million", "90000000", "90,000,000", "ten times", "10 times", "tenfold",
		"8000000", "8,000,000", "$8 million", "13200000", "13,200,000", "13.2 million",
		// Those ads with Musk’s money, and the fine with either.
		"175 million", "175000000", "85 million", "85000000", "185 million", "185000000", "75350000", "75.35 million", "100350000", "100.35 million",
		// The award by days, from one day to the next report and to the vote.
		"17 million", "17000000", "18 million", "18000000", "32 million", "32000000",
		// The 47 dollars of both articles.
		"94 dollars", "$94", "141 dollars", "$141",
		// The width of “about”, of which nothing here is made.
		"82500000", "67500000", "67.5 million",
	}
	files := 0
	for path, data := range s.files {
		if !strings.HasSuffix(path, "/") && !strings.HasSuffix(path, ".html") && !strings.HasSuffix(path, ".csv") && !strings.HasSuffix(path, ".json") && !strings.HasSuffix(path, ".xml") ||
			strings.HasPrefix(strings.TrimPrefix(path, french), "/guide/") || strings.HasPrefix(strings.TrimPrefix(path, french), "/law-notes/") || // which have figures of their own
			strings.HasPrefix(strings.TrimPrefix(path, french), "/search/index/words") { // which says in digits where a word stands
			continue
		}
		files++
		said := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(string(data))
		for _, sum := range refused {
			if strings.Contains(said, sum) {
				t.Errorf("%s has %q", path, sum)
			}
		}
	}
	if files < 200 {
		t.Errorf("%d files were read", files)
	}
	rows, err := csv.NewReader(strings.NewReader(string(s.files["/data/reports.csv"]))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, row := range rows[1:] {
		if row[column["amount"]] == "" {
			continue // an event or a claim
		}
		lower, upper, why := row[column["lower_bound"]], row[column["upper_bound"]], row[column["no_bound_because"]]
		if (lower == "" || upper == "") != (why != "") {
			t.Errorf("%s, from %q to %q: the reason is %q", row[0], lower, upper, why)
		}
		if row[0] == "meta-ads-trump" && (lower != "" || upper != "") {
			t.Errorf("ads on Donald Trump’s side go from %q to %q", lower, upper)
		}
	}
}

// A drawing of figures has one length, whatever they are.
func TestMarksHaveOneLength(t *testing.T) {
	s := site(t)
	marks := 0
	for _, p := range s.pages {
		for _, svg := range all(p.doc, "svg") {
			if value(svg, "class") != "ends" {
				continue
			}
			marks++
			if got := value(svg, "viewBox"); got != "0 0 136 20" {
				t.Errorf("%s has a mark of %s", p.path, got)
			}
		}
		for _, n := range all(p.doc, "path") {
			if p.path == "/amounts/" && !within(n, "ends") && !within(n, "icon") {
				t.Errorf("%s draws %q, which is no mark", p.path, value(n, "d"))
			}
		}
	}
	if marks < 5 {
		t.Errorf("%d marks are drawn", marks)
	}
}

// within reports whether n is within an element of a class.
func within(n *html.Node, class string) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if strings.Contains(" "+value(up, "class")+" ", " "+class+" ") {
			return true
		}
	}
	return false
}
