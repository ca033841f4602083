package render

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"

	"receipts/internal/view"
)

// Tables are CSV as of RFC 4180, in UTF-8, with a header.

func writeTable(w io.Writer, t view.Table) error {
	out := &table{csv.NewWriter(w)}
	out.w.UseCRLF = true
	var head []string
	for _, c := range t.Columns {
		head = append(head, c.Name)
	}
	out.row(head...)
	for cells := range t.Rows() {
		out.row(cells...)
	}
	out.w.Flush()
	return out.w.Error()
}

type table struct{ w *csv.Writer }

// lineBreak keeps every cell on one line, so that a line is a row for readers
// without a CSV parser, such as static/ledger.js.
var lineBreak = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// row writes one line. Its error stays with the writer.
func (t *table) row(cells ...string) {
	for i := range cells {
		cells[i] = inert(lineBreak.Replace(cells[i]))
	}
	_ = t.w.Write(cells)
}

var (
	startsFormula = regexp.MustCompile(`^[\s\x{a0}\x{202f}]*[=+\-@＝＋－＠\t\r\n]`)
	plainNumber   = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

// inert keeps a spreadsheet from running a cell as a formula: what would start
// one is led by an apostrophe, which spreadsheets read as "text follows". Some take the
// full-width forms of the signs, of Chinese and Japanese keyboards, for the signs. See
// OWASP, CSV Injection.
func inert(cell string) string {
	if startsFormula.MatchString(cell) && !plainNumber.MatchString(cell) {
		return "'" + cell
	}
	return cell
}
