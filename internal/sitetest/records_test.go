package sitetest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/view"
)

// A record is the data of a page as a program reads it. Its numbers are as written.
type record struct {
	Version, Package, Page, Table string
	License                       struct{ Name, Path, Title string }
	Row                           map[string]any
	Rows                          map[string][]map[string]any
	More                          map[string]int
}

const recordSchema = "/data/record.schema.json"

// recordTables are the tables of which each row has a page.
var recordTables = []string{"sources", "facts", "topics", "entities", "regions", "questions", "authorities"}

func isRecord(path string) bool {
	return path == recordSchema || strings.HasSuffix(path, "/index.json") && !strings.HasSuffix(path, "/search/index.json")
}

// The record of every page is as its schema says and has what the tables have: its row,
// and the rows that refer to it.
func TestRecords(t *testing.T) {
	long := fixture.Articles(map[string]string{"a": ""}, nil)
	path := "content/articles/a.md"
	long[path] = strings.Replace(long[path], "  language: en\n", fmt.Sprintf("  language: en\n  paragraphs: %d\n", view.MaxRows+7), 1)
	for name, files := range map[string]map[string]string{"small": fixture.Small(), "long": long, "archive": maps.Collect(archive.New(24, 1).Full())} {
		s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range recordFaults(t, s.files) {
			t.Errorf("%s: %s", name, fault)
		}
		if name != "long" {
			continue
		}
		if r := readRecord(t, s.files["/articles/a/index.json"]); len(r.Rows["paragraphs"]) != view.MaxRows || r.More["paragraphs"] != 7 {
			t.Errorf("of %d paragraphs, %d are shown and %d more are counted", view.MaxRows+7, len(r.Rows["paragraphs"]), r.More["paragraphs"])
		}
	}
	s := site(t)
	for _, fault := range recordFaults(t, s.files) {
		t.Error(fault)
	}
	if r := readRecord(t, s.files["/facts/daily-award/index.json"]); len(r.Rows["quotes"]) != 5 || r.Rows["reports"][0]["lower_bound"] != json.Number("1000000") || r.License.Name != "CC-BY-4.0" {
		t.Errorf("the record of an amount is %+v", r)
	}
}

// The head of a page leads to its record, from its further sheets too.
func TestRecordLinks(t *testing.T) {
	s := site(t)
	linked := map[string]bool{}
	for _, p := range s.pages {
		for _, n := range all(p.doc, "link") {
			if value(n, "type") != "application/json" {
				continue
			}
			href := value(n, "href")
			if !strings.HasPrefix(p.first(), strings.TrimSuffix(href, "index.json")) || s.files[href] == nil || value(n, "rel") != "alternate" {
				t.Errorf("%s leads to %s", p.path, href)
			}
			linked[href] = true
		}
	}
	for path := range s.files {
		if isRecord(path) && path != recordSchema && !linked[path] {
			t.Errorf("no page leads to %s", path)
		}
	}
	for _, path := range []string{"/articles/bfm-2024-10-21/", "/facts/daily-award/", "/people/elon-musk/", "/organizations/next/", "/states/pennsylvania/", "/law/11-cfr-100-16/", "/legal/ad-disclaimers/"} {
		if s.at[path] == nil || !linked[path+"index.json"] {
			t.Errorf("%s has no record", path)
		}
	}
}

// What is wrong with a record is found: of each rule, one that is broken.
func TestRecordFaults(t *testing.T) {
	for _, tt := range []struct{ desc, old, new, want string }{
		{"another number", `"lower_bound":1000000`, `"lower_bound":1000000.0`, "lower_bound"},
		{"a number as a text", `"lower_bound":1000000`, `"lower_bound":"1000000"`, "is not as its schema says"},
		{"another word", `"says":"BFM writes`, `"says":"Next writes`, "says"},
		{"a list that is shorter", `"GA","NV"`, `"GA"`, "states"},
		{"a row that is missing", `"rows":{"reports":[`, `"rows":{"report":[`, "is not as its schema says"},
		{"a column that is not there", `"type":"amount"`, `"type":"amount","kin":""`, "is not as its schema says"},
		{"of another page", `"row":{"id":"daily-award"`, `"row":{"id":"daily-awards"`, "no row"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			const path = "/facts/daily-award/index.json"
			files := maps.Clone(site(t).files)
			maps.DeleteFunc(files, func(p string, _ []byte) bool { return isRecord(p) && p != path && p != recordSchema })
			broken := bytes.Replace(files[path], []byte(tt.old), []byte(tt.new), 1)
			if bytes.Equal(broken, files[path]) {
				t.Fatalf("%s has no %q", path, tt.old)
			}
			files[path] = broken
			if faults := recordFaults(t, files); !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, tt.want) }) {
				t.Errorf("no fault has %q: %q", tt.want, faults)
			}
		})
	}
}

func readRecord(t *testing.T, data []byte) (r record) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&r); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return r
}

// recordFaults holds every record to the schema and to the tables, which are read back
// from what is published.
func recordFaults(t *testing.T, files map[string][]byte) (faults []string) {
	t.Helper()
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	var p dataPackage
	if err := json.Unmarshal(files["/data/datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	tables, pages := map[string]*dataTable{}, 0
	for _, r := range p.Resources {
		tables[r.Name], _ = readTable(r.Schema, files["/data/"+r.Path])
		if slices.Contains(recordTables, r.Name) {
			for _, row := range tables[r.Name].rows { // of a state of which nothing is said there is no page
				if strings.HasSuffix(row[tables[r.Name].column["address"]], "/"+row[tables[r.Name].column["id"]]+"/") {
					pages++
				}
			}
		}
	}
	schema := compileSchema(t, files[recordSchema])
	records := 0
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if !isRecord(path) || path == recordSchema {
			continue
		}
		records++
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(files[path]))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			fault("%s is not as its schema says: %v", path, err)
			continue
		}
		r := readRecord(t, files[path])
		if r.Version != p.Version || !strings.HasSuffix(r.Page, strings.TrimSuffix(path, "index.json")) || r.Row["address"] != r.Page {
			fault("%s is of %s, version %s", path, r.Page, r.Version)
		}
		at := slices.IndexFunc(tables[r.Table].rows, func(row []string) bool { return row[tables[r.Table].column["id"]] == r.Row["id"] })
		if at < 0 {
			fault("%s: no row of %s has its id", path, r.Table)
			continue
		}
		for _, what := range rowFaults(tables[r.Table], tables[r.Table].rows[at], r.Row) {
			fault("%s: %s", path, what)
		}
		for name, table := range tables {
			want := rowsReferring(tables, name, r.Table, r.Row["id"].(string))
			got := r.Rows[name]
			if len(got)+r.More[name] != len(want) || r.More[name] > 0 && len(got) != view.MaxRows {
				fault("%s: of %d rows of %s it has %d and %d more", path, len(want), name, len(got), r.More[name])
				continue
			}
			for i := range got {
				for _, what := range rowFaults(table, want[i], got[i]) {
					fault("%s: row %d of %s: %s", path, i+1, name, what)
				}
			}
		}
	}
	if records != pages && records > 1 { // a test of faults leaves one
		fault("there are %d records of %d pages", records, pages)
	}
	return faults
}

// rowsReferring are the rows of a table of which a reference leads to the row of another
// with an id, or leads to a row with that id in its key.
func rowsReferring(tables map[string]*dataTable, name, to, id string) (rows [][]string) {
	table := tables[name]
	for _, row := range table.rows {
		for _, fk := range table.ForeignKeys {
			by := cmp.Or(fk.Reference.Resource, name)
			leads := by == to && row[table.column[fk.Fields[0]]] == id
			for _, further := range tables[by].ForeignKeys {
				i := slices.Index(fk.Reference.Fields, further.Fields[0])
				leads = leads || i >= 0 && by != to && cmp.Or(further.Reference.Resource, by) == to && row[table.column[fk.Fields[i]]] == id
			}
			if leads {
				rows = append(rows, row)
				break
			}
		}
	}
	return rows
}

// rowFaults says where a row of a record is not that of the table.
func rowFaults(table *dataTable, cells []string, row map[string]any) (faults []string) {
	for i, f := range table.Fields {
		var got string
		switch v := row[f.Name].(type) {
		case nil:
		case string:
			got = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(v)
		case []any:
			for _, item := range v {
				got += " " + item.(string)
			}
			got = got[1:]
		default:
			got = fmt.Sprint(v) // of a number, its digits
		}
		_, has := row[f.Name]
		if want := cells[i]; got != want && "'"+got != want || has != (want != "") {
			faults = append(faults, fmt.Sprintf("%s is %q, in the table %q", f.Name, got, want))
		}
	}
	return faults
}

func compileSchema(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}
