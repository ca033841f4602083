package sitetest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// A dataPackage is datapackage.json as a program reads it.
type dataPackage struct {
	Name, Title, Description, Version string
	Licenses                          []struct{ Name, Path, Title string }
	Sources                           []struct{ Title, Path string }
	Resources                         []struct {
		Name, Path, Title, Description, Type, Encoding string
		Schema                                         dataSchema
	}
}

type dataSchema struct {
	Fields      []dataField
	PrimaryKey  []string
	ForeignKeys []struct {
		Fields    []string
		Reference struct {
			Resource string
			Fields   []string
		}
	}
}

type dataField struct {
	Name, Type, Format, Description string
	Constraints                     struct {
		Required, Unique bool
		Pattern          string
		Enum             []string
	}
}

// A dataTable is one table as it was read back.
type dataTable struct {
	dataSchema
	column map[string]int
	rows   [][]string
}

// key is the cells of some columns of a row; it is false if all are empty.
func (t *dataTable) key(row, columns []string) (string, bool) {
	var cells []string
	for _, c := range columns {
		cells = append(cells, row[t.column[c]])
	}
	return strings.Join(cells, "\x00"), strings.Join(cells, "") != ""
}

// Every table agrees with what datapackage.json says of it: types, keys and references.
func TestData(t *testing.T) {
	small, errSmall := buildFrom(fixture.FS(fixture.Small()), receipts.Defaults, build.Options{})
	full, errFull := buildFrom(fixture.FS(maps.Collect(archive.New(24, 1).Full())), receipts.Defaults, build.Options{})
	if err := errors.Join(errSmall, errFull); err != nil {
		t.Fatal(err)
	}
	most := map[string]int{} // rows
	for name, s := range map[string]*built{"real": site(t), "small": small, "archive": full} {
		for _, fault := range dataFaults(s.files) {
			t.Errorf("%s: %s", name, fault)
		}
		for path, data := range s.files {
			if strings.HasSuffix(path, ".csv") {
				most[path] = max(most[path], bytes.Count(data, []byte("\n"))-1)
			}
		}
	}
	for path, n := range most {
		if n == 0 {
			t.Errorf("no site has a row of %s", path)
		}
	}
}

// What a table of before had is in those of today, and its address leads there.
func TestDataOfBefore(t *testing.T) {
	s := site(t)
	want := "/amounts/amounts.csv /data/reports.csv 301\n/timeline/timeline.csv /data/reports.csv 301\n" +
		"/states/states.csv /data/regions.csv 301\n/articles/quotes.csv /data/paragraphs.csv 301\n"
	var got strings.Builder
	for line := range strings.Lines(string(s.files["/_redirects"])) {
		if !strings.HasSuffix(line, "/states/ 301\n") { // see TestSilentStates
			got.WriteString(line)
		}
	}
	if got.String() != want {
		t.Errorf("the redirects are\n%s", got.String())
	}
	for line := range strings.Lines(want) {
		from, to, _ := strings.Cut(strings.TrimSuffix(line, " 301\n"), " ")
		if s.files[from] != nil || s.files[to] == nil {
			t.Errorf("%s is there, or %s is not", from, to)
		}
	}
	for _, p := range s.pages {
		for n := range elements(p.doc) {
			if href := value(n, "href"); strings.HasSuffix(href, ".csv") && !strings.HasPrefix(href, "/data/") {
				t.Errorf("%s links to %s", p.path, href)
			}
		}
	}
}

// The page on the data has each table with its rows counted, at most four of its columns
// and three of its rows.
func TestDataPage(t *testing.T) {
	s := site(t)
	var p dataPackage
	if err := json.Unmarshal(s.files["/data/datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	page := s.at["/data/"]
	for _, r := range p.Resources {
		heading := page.ids[r.Name]
		if heading == nil {
			t.Errorf("%s is not on the page", r.Name)
			continue
		}
		says := heading.NextSibling.NextSibling
		rows := bytes.Count(s.files["/data/"+r.Path], []byte("\n")) - 1
		unit := "rows"
		if rows == 1 {
			unit = "row"
		}
		if got, want := text(says), fmt.Sprintf("%s %d %s, %d columns", r.Description, rows, unit, len(r.Schema.Fields)); got != want {
			t.Errorf("of %s it says %q, want %q", r.Name, got, want)
		}
		if rows == 0 {
			continue
		}
		look := says.NextSibling.NextSibling
		if n := len(all(look, "tr")) - 1; n != min(rows, 3) {
			t.Errorf("%d rows of %s are shown", n, r.Name)
		}
		if n := len(all(look, "th")); n == 0 || n > 4 {
			t.Errorf("%d columns of %s are shown", n, r.Name)
		}
	}
	if cite := page.ids["_cite"]; cite == nil || !strings.Contains(text(cite.Parent), p.Version) {
		t.Error("the page does not say how to cite this version")
	}
}

// What is wrong with a table is found: of each rule, one that is broken.
func TestDataFaults(t *testing.T) {
	for _, tt := range []struct{ desc, path, old, new, want string }{
		{"a reference to nothing", "/data/reports.csv", "\r\nmusk-contributions,bfm-2024-10-21,1,", "\r\nmusk-contribution,bfm-2024-10-21,1,", "refers to no row"},
		{"a key twice", "/data/facts.csv", "\r\ndaily-award-end,", "\r\ndaily-award,", "twice"},
		{"another type", "/data/sources.csv", ",2024-10-09,", ",9 October 2024,", "no date"},
		{"another word", "/data/facts.csv", ",claim,", ",rumour,", "is none of"},
		{"a formula", "/data/facts.csv", "\r\ndaily-award,amount,", "\r\ndaily-award,amount,=", "formula"},
		{"an empty cell", "/data/regions.csv", ",PA,", ",,", "is empty"},
		{"another header", "/data/later.csv", "id,title,", "id,name,", "columns"},
		{"lines of another system", "/data/later.csv", "\r\n", "\n", "CR LF"},
		{"no such table", "/data/datapackage.json", `"facts.csv"`, `"fact.csv"`, "is not published"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := maps.Clone(site(t).files)
			broken := bytes.Replace(files[tt.path], []byte(tt.old), []byte(tt.new), 1)
			if bytes.Equal(broken, files[tt.path]) {
				t.Fatalf("%s has no %q", tt.path, tt.old)
			}
			files[tt.path] = broken
			if faults := dataFaults(files); !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, tt.want) }) {
				t.Errorf("no fault has %q: %q", tt.want, faults)
			}
		})
	}
}

// dataFaults reads every table back and says what does not hold.
func dataFaults(files map[string][]byte) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	var p dataPackage
	if err := json.Unmarshal(files["/data/datapackage.json"], &p); err != nil {
		return []string{err.Error()}
	}
	if p.Title == "" || p.Description == "" || !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(p.Name) ||
		!regexp.MustCompile(`^\d+\.\d+\.\d+(\+\d{4}-\d\d-\d\d)?$`).MatchString(p.Version) {
		fault("the package is called %q (%q), version %q", p.Name, p.Title, p.Version)
	}
	tables, described := map[string]*dataTable{}, map[string]bool{}
	for _, r := range p.Resources {
		path := "/data/" + r.Path
		described[path] = true
		data, ok := files[path]
		if !ok {
			fault("%s is not published", path)
			continue
		}
		if r.Type != "table" || r.Encoding != "utf-8" || r.Title == "" || r.Description == "" || len(r.Schema.PrimaryKey) == 0 {
			fault("%s is described as %+v", path, r)
		}
		table, found := readTable(r.Schema, data)
		for _, f := range found {
			fault("%s: %s", path, f)
		}
		if table != nil {
			tables[r.Name] = table
		}
	}
	for path := range files {
		if strings.HasSuffix(path, ".csv") && !described[path] {
			fault("%s is not described", path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		t := tables[name]
		for _, fk := range t.ForeignKeys {
			target := tables[name]
			if to := fk.Reference.Resource; to != "" {
				target = tables[to]
			}
			if target == nil || !slices.Equal(fk.Reference.Fields, target.PrimaryKey) {
				fault("%s: %v refers to %+v", name, fk.Fields, fk.Reference)
				continue
			}
			keys := map[string]bool{}
			for _, row := range target.rows {
				k, _ := target.key(row, fk.Reference.Fields)
				keys[k] = true
			}
			for i, row := range t.rows {
				if k, ok := t.key(row, fk.Fields); ok && !keys[k] {
					fault("%s: %v of row %d, %q, refers to no row of %q", name, fk.Fields, i+1, k, fk.Reference.Resource)
				}
			}
		}
	}
	return faults
}

// formula is how a cell begins that a spreadsheet may run.
var formula = regexp.MustCompile(`^[\s\x{a0}\x{202f}]*[=+\-@＝＋－＠\t\r]`)

// readTable reads a table by its schema. The table is nil if it cannot be read.
func readTable(schema dataSchema, data []byte) (t *dataTable, faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if !utf8.Valid(data) {
		fault("it is not UTF-8")
	}
	if n := bytes.Count(data, []byte("\n")); n != bytes.Count(data, []byte("\r\n")) || !bytes.HasSuffix(data, []byte("\r\n")) {
		fault("its lines do not all end in CR LF")
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, append(faults, err.Error())
	}
	t = &dataTable{schema, map[string]int{}, rows[1:]}
	var names []string
	for i, f := range schema.Fields {
		t.column[f.Name] = i
		names = append(names, f.Name)
	}
	if !slices.Equal(names, rows[0]) {
		return nil, append(faults, fmt.Sprintf("its columns are %q, not %q", rows[0], names))
	}
	if lines := bytes.Count(data, []byte("\n")); lines != len(rows) {
		fault("its %d rows stand on %d lines", len(rows), lines)
	}
	keys, unique := map[string]bool{}, map[string]bool{}
	for i, row := range t.rows {
		k, _ := t.key(row, schema.PrimaryKey)
		if keys[k] {
			fault("row %d: the key %q is there twice", i+1, k)
		}
		keys[k] = true
		for j, f := range schema.Fields {
			cell := row[j]
			if f.Constraints.Unique && unique[f.Name+"\x00"+cell] {
				fault("row %d: %s %q is there twice", i+1, f.Name, cell)
			}
			unique[f.Name+"\x00"+cell] = true
			if f.Type == "string" && formula.MatchString(cell) {
				fault("row %d: %s %q may be run as a formula", i+1, f.Name, cell)
			}
			if what := cellFault(f, cell); what != "" {
				fault("row %d: %s %q %s", i+1, f.Name, cell, what)
			}
			if slices.Contains(schema.PrimaryKey, f.Name) && cell == "" {
				fault("row %d: %s of the key is empty", i+1, f.Name)
			}
		}
	}
	for _, f := range schema.Fields {
		if f.Description == "" {
			fault("%s is not described", f.Name)
		}
	}
	return t, faults
}

// cellFault says what a cell is against the type and the constraints of its field.
func cellFault(f dataField, cell string) string {
	if cell == "" {
		if f.Constraints.Required {
			return "is empty"
		}
		return ""
	}
	var err error
	switch f.Type {
	case "string":
		if f.Format == "uri" {
			if u, bad := url.Parse(cell); bad != nil || u.Scheme == "" || u.Host == "" {
				return "is no address"
			}
		}
	case "integer":
		_, err = strconv.Atoi(cell)
	case "number":
		if !regexp.MustCompile(`^-?\d+(\.\d+)?$`).MatchString(cell) {
			return "is no number"
		}
	case "boolean":
		if cell != "true" && cell != "false" {
			return "is neither true nor false"
		}
	case "date":
		_, err = time.Parse(time.DateOnly, cell)
	default:
		return "has the type " + f.Type
	}
	if err != nil {
		return "is no " + f.Type
	}
	if p := f.Constraints.Pattern; p != "" && !regexp.MustCompile(p).MatchString(cell) {
		return "is not as " + p
	}
	if len(f.Constraints.Enum) > 0 && !slices.Contains(f.Constraints.Enum, cell) {
		return fmt.Sprintf("is none of %q", f.Constraints.Enum)
	}
	return ""
}
