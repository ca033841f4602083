package render

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"receipts/internal/site"
	"receipts/internal/view"
)

// A record is JSON with each row on a line of its own. Numbers are written as the digits
// of their cells, which a float may not hold, and empty cells are left out.

// recordHead is how every record of a site begins.
func recordHead(s *site.Site, views *view.Views) ([]byte, error) {
	d := views.DataPackage()
	head := struct {
		Schema  string   `json:"$schema"`
		Version string   `json:"version"`
		Package string   `json:"package"`
		License *license `json:"license,omitempty"`
	}{Schema: s.URL(view.RecordSchemaPath), Version: d.Version, Package: s.URL(view.PackagePath)}
	if d.License.Words != "" {
		head.License = new(licenseAs(d.License, s.URL("/data/")))
	}
	out, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	return out[:len(out)-len("}")], nil
}

// writeRecord writes a record after its head.
func writeRecord(w io.Writer, head []byte, r view.Record) error {
	b := append(make([]byte, 0, 4096), head...)
	b = appendText(append(b, ",\n\"page\":"...), r.Page)
	b = appendText(append(b, ",\"table\":"...), r.Table.Name)
	b = appendRow(append(b, ",\n\"row\":"...), r.Table, r.Row)
	b = appendMembers(append(b, ",\n\"rows\":"...), r.Lists, func(b []byte, l view.RecordList) []byte {
		for i, row := range l.Rows {
			b = appendRow(append(b, "[,"[min(i, 1)], '\n'), l.Table, int(row))
		}
		return append(b, ']')
	})
	if cut := r.Cut(); len(cut) > 0 {
		b = appendMembers(append(b, ",\n\"more\":"...), cut, func(b []byte, l view.RecordList) []byte {
			return strconv.AppendInt(b, int64(l.More), 10)
		})
	}
	_, err := w.Write(append(b, "}\n"...))
	return err
}

// appendMembers writes an object with a member for each table of a list.
func appendMembers(b []byte, lists []view.RecordList, value func([]byte, view.RecordList) []byte) []byte {
	b = append(b, '{')
	for i, l := range lists {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = value(append(appendText(b, l.Table.Name), ':'), l)
	}
	return append(b, '}')
}

func appendRow(b []byte, t *view.Table, row int) []byte {
	begin := len(b)
	for i := range t.Columns {
		c, cell := &t.Columns[i], t.Cell(row, i)
		if cell == "" {
			continue
		}
		b = appendText(append(b, ','), c.Name)
		b = append(b, ':')
		switch {
		case c.List:
			for j, item := range strings.Split(cell, view.BetweenItems) {
				b = appendText(append(b, "[,"[min(j, 1)]), item)
			}
			b = append(b, ']')
		case c.IsText():
			b = appendText(b, cell)
		default:
			b = append(b, cell...)
		}
	}
	b[begin] = '{'
	return append(b, '}')
}

// appendText writes a string. What JSON has short forms for, such as \n, is written by
// its number.
func appendText(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	done := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ':
			b = append(append(b, s[done:i]...), '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			done = i + 1
		case c == '"' || c == '\\':
			b = append(append(b, s[done:i]...), '\\')
			done = i
		}
	}
	return append(append(b, s[done:]...), '"')
}
