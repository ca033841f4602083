package main

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/bench/archive"
	"receipts/internal/fixture"
)

func runsOf(seconds ...int) []run {
	var out []run
	for _, s := range seconds {
		out = append(out, run{wall: time.Duration(s) * time.Second, cpu: time.Duration(2*s) * time.Second, peak: int64(s) * 1e6})
	}
	return out
}

func TestMedian(t *testing.T) {
	for _, tt := range []struct {
		desc string
		give []run
		want time.Duration
	}{
		{"one", runsOf(3), 3 * time.Second},
		{"odd", runsOf(9, 1, 2), 2 * time.Second},
		{"even", runsOf(4, 1, 2, 90), 3 * time.Second},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if got := medianOf(tt.give, wall); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// A ratio is of pairs: a minute in which all was slow changes nothing.
func TestRatio(t *testing.T) {
	if got := ratio(runsOf(2, 20, 4), runsOf(1, 10, 2), wall); got != 2 {
		t.Errorf("%v, want 2", got)
	}
}

func TestPrintTable(t *testing.T) {
	list := []*program{
		{name: "floor", runs: runsOf(1, 1), files: 10, bytes: 1e6},
		{name: equalWork, runs: runsOf(2, 2), files: 12, bytes: 2e6},
		{name: "Hugo", runs: runsOf(8, 8), files: 12, bytes: 2e6},
	}
	var b strings.Builder
	printTable(&b, list, 100, 2, &clock{repeated: 3, spoilt: 1})
	want := `
100 articles, medians of 2 runs; 3 runs were repeated because others used the machine, and 1 count although they did

|                      | wall    | CPU     | memory | files | MB  | wall ÷ floor | CPU ÷ floor | Hugo ÷ wall | Hugo ÷ CPU | memory ÷ Hugo |
|---                   |---:     |---:     |---:    |---:   |---: |---:          |---:         |---:         |---:        |---:           |
| floor                | 1000 ms | 2000 ms | 1 MB   | 10    | 1.0 | 1.00         | 1.00        | 8.00        | 8.00       | 0.12          |
| Receipts, equal work | 2000 ms | 4000 ms | 2 MB   | 12    | 2.0 | 2.00         | 2.00        | 4.00        | 4.00       | 0.25          |
| Hugo                 | 8000 ms | 16.0 s  | 8 MB   | 12    | 2.0 | 8.00         | 8.00        | 1.00        | 1.00       | 1.00          |
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// A run that other programs have disturbed is repeated, but not for ever.
func TestClock(t *testing.T) {
	c := &clock{quiet: -1, retries: 2} // no machine is that quiet
	made := 0
	_, err := c.time(t.Context(), func() (*exec.Cmd, error) {
		made++
		return exec.Command(os.Args[0], "-test.run", "^$"), nil
	})
	if err != nil || made != 3 || c.repeated != 2 || c.spoilt != 1 {
		t.Errorf("%d runs, %d repeated, %d spoilt, %v", made, c.repeated, c.spoilt, err)
	}
	failure := errors.New("no folder")
	if _, err := c.time(t.Context(), func() (*exec.Cmd, error) { return nil, failure }); !errors.Is(err, failure) {
		t.Errorf("%v, want %v", err, failure)
	}
}

func TestTree(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, fixture.FS(map[string]string{"a": "12", "b/c": "345", "b/d/e": ""})); err != nil {
		t.Fatal(err)
	}
	files, bytes, err := tree(dir)
	if files != 3 || bytes != 5 || err != nil {
		t.Errorf("%d files, %d bytes, %v", files, bytes, err)
	}
}

// Every edit changes its file, and shows its word there.
func TestEdits(t *testing.T) {
	a := archive.New(30, 1)
	tools := &tools{hugo: "hugo"}
	files := map[string]map[string]string{"equal": {}, "receipts": {"layouts/base.html": `<body class="page">`}, "hugo": {}}
	maps.Insert(files["equal"], a.Equal())
	maps.Insert(files["receipts"], a.Full())
	maps.Insert(files["hugo"], a.Hugo())
	for _, s := range tools.servers(a) {
		var kinds []string
		for _, e := range s.edits {
			kinds = append(kinds, e.kind)
			old := files[s.site][e.file]
			first, second := e.change(old, marked(1)), e.change(old, marked(2))
			if !strings.Contains(first, "Markaaab") || !strings.Contains(second, "Markaaac") {
				t.Errorf("%s: the edit of a %s does not show its word", s.name, e.kind)
			}
		}
		if diff := cmp.Diff([]string{"body", "states", "title", "fact", "layout"}, kinds); diff != "" {
			t.Errorf("%s: %s", s.name, diff)
		}
	}
}
