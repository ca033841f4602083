package render

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/view"
)

// Tables are CSV as of RFC 4180, in UTF-8, with a header.

func writeTable(w io.Writer, t view.Table) error {
	out := &table{csv.NewWriter(w)}
	out.w.UseCRLF = true
	cells := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = c.Name
	}
	out.row(cells...)
	for row := range t.Len() {
		for i := range cells {
			cells[i] = t.Cell(row, i)
		}
		out.row(cells...)
	}
	out.w.Flush()
	return out.w.Error()
}

type table struct{ w *csv.Writer }

var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// row writes one line. Its error stays with the writer. Every cell is on one line, so
// that a line is a row for readers without a CSV parser, such as static/ledger.js.
func (t *table) row(cells ...string) {
	for i, cell := range cells {
		if strings.ContainsAny(cell, "\r\n") {
			cell = lineBreaks.Replace(cell)
		}
		cells[i] = inert(cell)
	}
	_ = t.w.Write(cells)
}

// formulaSigns begin a formula. Some spreadsheets take the full-width forms, of Chinese
// and Japanese keyboards, for the signs.
const formulaSigns = "=+-@＝＋－＠"

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

// inert keeps a spreadsheet from running a cell as a formula: what would start
// one is led by an apostrophe, which spreadsheets read as "text follows". See OWASP, CSV
// Injection.
func inert(cell string) string {
	rest := strings.TrimLeftFunc(cell, unicode.IsSpace)
	sign, _ := utf8.DecodeRuneInString(rest)
	runs := rest != "" && strings.ContainsRune(formulaSigns, sign) || strings.ContainsAny(cell[:len(cell)-len(rest)], "\t\r\n")
	if runs && !plainNumber.MatchString(cell) {
		return "'" + cell
	}
	return cell
}
