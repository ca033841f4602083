package view

import (
	"iter"
	"slices"
	"sync"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Table is one that readers can download. What a table is, its file, its columns
// and its keys, is said once, where its rows are made: the file, datapackage.json, the
// page on the data and the records of pages are all written from that.
type Table struct {
	Name    string // "facts", of the file /data/facts.csv
	Title   string
	About   string // one sentence
	Columns []Column
	Key     []string    // the columns that no two rows have alike
	Refers  []Reference // to rows of other tables
	Was     []string    // addresses that files had of which this one has the contents
	Pages   []site.Kind // whose pages the rows are of, by their id

	Len  func() int                   // of the rows
	Cell func(row, column int) string // both from 0
}

// column is the place of the column of a name.
func (t *Table) column(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// Path is where the file of t is.
func (t *Table) Path() string { return tablePath(t.Name) }

func tablePath(name string) string { return "/data/" + name + ".csv" }

// A Column is one of a table, as the fields of Table Schema are.
type Column struct {
	Name   string
	About  string
	Needed bool // whether no cell is empty
	Looked bool // whether the page on the data shows it
	cells
}

// cells are what the cells of a column may be.
type cells struct {
	Type    string // of Table Schema
	Format  string
	Pattern string
	Words   []string // if these are all that there are
	List    bool     // whether a cell is a list, as of [BetweenItems]
}

// IsText reports whether a cell is a text, or a list of texts; others are numbers or
// truth values.
func (c cells) IsText() bool { return c.Type == "string" || c.Type == "date" }

// A Reference says that some columns hold the key of a row of another table, or of
// another row of this one, or are all empty.
type Reference struct {
	Columns []string
	Table   string
	Key     []string
}

// BetweenItems stands between the items of a cell that is a list. Table Schema has a
// type for lists, but its published profile does not, and validators refuse it.
const BetweenItems = " "

var (
	anyText  = cells{Type: "string"}
	anID     = cells{Type: "string", Pattern: content.IDPattern}
	manyIDs  = cells{Type: "string", Pattern: "^[A-Za-z0-9-]+( [A-Za-z0-9-]+)*$", List: true}
	aCode    = cells{Type: "string", Pattern: "^[A-Z0-9]+(-[A-Z0-9]+)*$"}
	anURL    = cells{Type: "string", Format: "uri"}
	aDay     = cells{Type: "date"}
	aTime    = cells{Type: "string", Pattern: content.DatePattern}
	aNumber  = cells{Type: "number"}
	aWhole   = cells{Type: "integer"}
	isOrNot  = cells{Type: "boolean"}
	aLocator = cells{Type: "string", Pattern: content.LocatorPattern}
	aMark    = oneOf(content.Verified, content.Inferred, content.Unverified)
	aVoice   = oneOf(content.OwnVoice, content.CitedVoice, content.UnclearVoice)
)

// oneOf are cells with one of some words.
func oneOf[W ~string](words ...W) cells {
	return cells{Type: "string", Words: each(words, func(w W) string { return string(w) })}
}

// A column of rows of a type: what its cells are, and how each is made.
type column[R any] struct {
	Column
	cell func(R) string
}

func col[R any](name string, of cells, cell func(R) string, about string) column[R] {
	return column[R]{Column{Name: name, About: about, cells: of}, cell}
}

// needed is a column without empty cells.
func (c column[R]) needed() column[R] {
	c.Needed = true
	return c
}

// looked is a column that the page on the data shows.
func (c column[R]) looked() column[R] {
	c.Looked = true
	return c
}

// tableOf completes a table by its columns and by what there is a row of.
func tableOf[R any](t Table, rows iter.Seq[R], columns ...column[R]) Table {
	t.Columns = each(columns, func(c column[R]) Column { return c.Column })
	for i := range t.Columns {
		for _, key := range t.Key {
			t.Columns[i].Needed = t.Columns[i].Needed || t.Columns[i].Name == key
		}
	}
	list := sync.OnceValue(func() []R { return slices.Collect(rows) })
	t.Len = func() int { return len(list()) }
	t.Cell = func(row, column int) string { return columns[column].cell(list()[row]) }
	return t
}

// refer is a reference of one column to the id of a row.
func refer(column, table string) Reference {
	return Reference{[]string{column}, table, []string{"id"}}
}
