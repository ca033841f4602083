package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// printTable writes what each program took, and how that compares with the floor
// and with Hugo.
func printTable(w io.Writer, list []*program, articles, runs int, c *clock) {
	fmt.Fprintf(w, "\n%d articles, medians of %d runs; %d runs were repeated because others used the machine", articles, runs, c.repeated)
	if c.spoilt > 0 {
		fmt.Fprintf(w, ", and %d count although they did", c.spoilt)
	}
	fmt.Fprint(w, "\n\n")
	var floor, hugo *program
	for _, p := range list {
		switch p.name {
		case "floor":
			floor = p
		case "Hugo":
			hugo = p
		}
	}
	rows := [][]string{{"", "wall", "CPU", "memory", "files", "MB", "wall ÷ floor", "CPU ÷ floor", "Hugo ÷ wall", "Hugo ÷ CPU", "memory ÷ Hugo"}}
	for _, p := range list {
		row := []string{
			p.name, ms(medianOf(p.runs, wall)), ms(medianOf(p.runs, cpu)), megabytes(medianOf(p.runs, peak)),
			fmt.Sprint(p.files), fmt.Sprintf("%.1f", float64(p.bytes)/1e6),
			times(ratio(p.runs, floor.runs, wall)), times(ratio(p.runs, floor.runs, cpu)), "", "", "",
		}
		if hugo != nil {
			row[8], row[9] = times(ratio(hugo.runs, p.runs, wall)), times(ratio(hugo.runs, p.runs, cpu))
			row[10] = times(float64(medianOf(p.runs, peak)) / float64(medianOf(hugo.runs, peak)))
		}
		rows = append(rows, row)
	}
	printRows(w, rows)
}

// printRows writes a table in Markdown, with columns that line up.
func printRows(w io.Writer, rows [][]string) {
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	for i, row := range rows {
		fmt.Fprintf(t, "| %s\t|\n", strings.Join(row, "\t| "))
		if i == 0 {
			fmt.Fprintf(t, "|---%s\t|\n", strings.Repeat("\t|---:", len(row)-1))
		}
	}
	_ = t.Flush() // an error of printing could not be printed either
}

// perArticle says how the cost of an article grows with their number.
func perArticle(w io.Writer, before, after []*program, few, many int) {
	fmt.Fprintf(w, "\nCost of an article at %d, compared with %d\n\n", many, few)
	rows := [][]string{{"", "wall", "CPU"}}
	for _, p := range after {
		for _, q := range before {
			if p.name == q.name {
				per := func(of func(run) time.Duration) string {
					return times(float64(medianOf(p.runs, of)) / float64(many) / (float64(medianOf(q.runs, of)) / float64(few)))
				}
				rows = append(rows, []string{p.name, per(wall), per(cpu)})
			}
		}
	}
	printRows(w, rows)
}

func ms(d time.Duration) string {
	if d >= 10*time.Second {
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%.0f ms", float64(d.Microseconds())/1000)
}

func megabytes(n int64) string {
	if n == 0 {
		return "" // the system does not tell
	}
	return fmt.Sprintf("%.0f MB", float64(n)/1e6)
}

func times(x float64) string { return fmt.Sprintf("%.2f", x) }
