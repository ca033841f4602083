package view

import (
	"slices"
	"sync"

	"receipts/internal/site"
)

// A Record is the data of one page, for programs: the row of what the page is about, and
// the rows of all tables that refer to that row. It follows from the tables and their
// references alone, for every kind of page.
type Record struct {
	Page  string // its address
	Table *Table
	Row   int
	Lists []RecordList // in the order of the tables; none is empty
}

// A RecordList is the rows of a table that refer to the row of a record, or are a part
// of what refers to it.
type RecordList struct {
	Table *Table
	Rows  []int32 // their numbers in the table
	More  int     // how many are not shown
}

// Cut are the lists that do not show all rows.
func (r Record) Cut() (cut []RecordList) {
	for _, l := range r.Lists {
		if l.More > 0 {
			cut = append(cut, l)
		}
	}
	return cut
}

// MaxRows is how many rows a list of a record has. What more there are, is in the table:
// else a state that is in every article would have a record of many megabytes.
const MaxRows = 250

// recordPath is where the record of a node is; "" if it has none.
func (v *Views) recordPath(n *site.Node) string {
	if n == nil || !v.site.HasRecords() || v.recordsOf(n.Kind) == nil {
		return ""
	}
	return n.Path + site.RecordName
}

// Record is where the record of p is, and how to make it. Further sheets of a page and
// pages of no table have none.
func (p *Page) Record() (path string, make func() Record) {
	if p.sheet > 0 {
		return "", nil
	}
	return p.views.recordPath(p.About), func() Record { return p.views.record(p.About) }
}

func (v *Views) record(n *site.Node) Record {
	of := v.recordsOf(n.Kind)
	place := of.places()[n.ID]
	r := Record{Page: v.site.URL(n.Path), Table: of.table, Row: place}
	for _, from := range of.referring() {
		if rows := from.rows[place]; len(rows) > 0 {
			shown := min(len(rows), MaxRows)
			r.Lists = append(r.Lists, RecordList{from.table, rows[:shown], len(rows) - shown})
		}
	}
	return r
}

// records are those of the rows of a table.
type records struct {
	table     *Table
	places    func() map[string]int // of its rows, by id
	referring func() []referrer
}

// A referrer is a table of which rows refer to rows of another: to row i of that do
// those with the numbers rows[i].
type referrer struct {
	table *Table
	rows  [][]int32
}

// recordsOf are those of a kind of page; nil if there are none.
func (v *Views) recordsOf(kind site.Kind) *records {
	all := v.records()
	if i := slices.IndexFunc(all, func(r records) bool { return slices.Contains(r.table.Pages, kind) }); i >= 0 {
		return &all[i]
	}
	return nil
}

// makeRecords prepares the records of all pages. Which rows refer to which is found out
// once for each table, when the first of its records is made.
func (v *Views) makeRecords() (all []records) {
	tables := v.Tables()
	for i := range tables {
		t := &tables[i]
		if t.Pages == nil {
			continue
		}
		places := sync.OnceValue(t.places)
		all = append(all, records{t, places, sync.OnceValue(func() (list []referrer) {
			for i := range tables {
				if columns := tables[i].leading(t.Name, tables); len(columns) > 0 {
					list = append(list, referrer{&tables[i], tables[i].referring(columns, places())})
				}
			}
			return list
		})})
	}
	return all
}

// places are the numbers of the rows of t, by id.
func (t *Table) places() map[string]int {
	id, places := t.column("id"), make(map[string]int, t.Len())
	for i := range t.Len() {
		places[t.Cell(i, id)] = i
	}
	return places
}

// leading are the columns of t that hold an id of a row of another table: they refer to
// that or, with others, to what has it in its key, as the report of a quote has its fact.
func (t *Table) leading(to string, tables []Table) (columns []int) {
	for _, ref := range t.Refers {
		if ref.Table == to {
			columns = append(columns, t.column(ref.Columns[0]))
			continue
		}
		by := tables[slices.IndexFunc(tables, func(t Table) bool { return t.Name == ref.Table })]
		for _, further := range by.Refers {
			if i := slices.Index(ref.Key, further.Columns[0]); i >= 0 && further.Table == to {
				columns = append(columns, t.column(ref.Columns[i]))
			}
		}
	}
	return columns
}

// referring are, for each row of another table, the rows of t that hold its id in one of
// some columns.
func (t *Table) referring(columns []int, places map[string]int) [][]int32 {
	rows := make([][]int32, len(places))
	for i := range t.Len() {
		for _, c := range columns {
			place, ok := places[t.Cell(i, c)]
			if !ok {
				continue
			}
			if before := rows[place]; len(before) == 0 || before[len(before)-1] != int32(i) {
				rows[place] = append(before, int32(i))
			}
		}
	}
	return rows
}
