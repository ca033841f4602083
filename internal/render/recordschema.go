package render

import (
	"encoding/json"
	"io"
	"strings"

	"receipts/internal/schema"
	"receipts/internal/site"
	"receipts/internal/view"
)

// What records have is published as JSON Schema, from the tables.

type object = map[string]any

func writeRecordSchema(w io.Writer, s *site.Site, views *view.Views) error {
	tables, rows, more := object{}, object{}, object{}
	var ofPages []string
	var rowOf []object
	for _, t := range views.Tables() {
		row := object{"$ref": "#/$defs/" + t.Name}
		tables[t.Name] = rowSchema(t)
		if len(t.Refers) > 0 {
			rows[t.Name] = object{"type": "array", "items": row, "minItems": 1, "maxItems": view.MaxRows}
			more[t.Name] = object{"type": "integer", "minimum": 1}
		}
		if t.Pages != nil {
			ofPages = append(ofPages, t.Name)
			rowOf = append(rowOf, object{"properties": object{"table": object{"const": t.Name}, "row": row}})
		}
	}
	major, _, _ := strings.Cut(view.DataVersion, ".")
	record := objectSchema("The row of what a page is about, and the rows of all tables that refer to it.", object{
		"$schema": object{"const": s.URL(view.RecordSchemaPath)},
		"version": object{"type": "string", "pattern": `^` + major + `\.`, "description": "The version of the tables and the last day that they tell of. The first number changes when something goes or means something else."},
		"package": object{"type": "string", "format": "uri", "description": "The Data Package that all rows are from."},
		"license": objectSchema("What may be done with the data.", object{"name": object{"type": "string"}, "path": object{"type": "string"}, "title": object{"type": "string"}}, "path", "title"),
		"page":    object{"type": "string", "format": "uri", "description": "The page that the data is of."},
		"table":   object{"enum": ofPages, "description": "The table that the row is from."},
		"row":     object{"type": "object"},
		"rows":    objectSchema("By table, the rows that refer to the row, in the order of the table. A table without such rows is left out.", rows),
		"more":    objectSchema("By table, how many rows more refer to it: long lists end before the last row, and the file of the table has all.", more),
	}, "$schema", "version", "package", "page", "table", "row", "rows")
	record["$schema"], record["$id"], record["$defs"], record["oneOf"] = schema.Dialect, s.URL(view.RecordSchemaPath), tables, rowOf
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(record)
}

// objectSchema is the schema of an object that has no other keys.
func objectSchema(about string, properties object, required ...string) object {
	o := object{"type": "object", "description": about, "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

// rowSchema is the schema of a row. A cell that is empty in the table is left out.
func rowSchema(t view.Table) object {
	columns := object{}
	var required []string
	for _, c := range t.Columns {
		is := object{"type": c.Type, "description": c.About}
		switch {
		case c.List:
			is["type"], is["items"], is["minItems"] = "array", object{"type": "string", "minLength": 1}, 1
		case c.Type == "date":
			is["type"], is["format"] = "string", "date"
		case c.Format != "":
			is["format"] = c.Format
		case c.Pattern != "":
			is["pattern"] = c.Pattern
		case len(c.Words) > 0:
			is["enum"] = c.Words
		case c.Type == "string":
			is["minLength"] = 1
		}
		columns[c.Name] = is
		if c.Needed {
			required = append(required, c.Name)
		}
	}
	return objectSchema(t.About, columns, required...)
}
