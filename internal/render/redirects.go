package render

import (
	"bytes"
	"fmt"
	"io"

	"receipts/internal/site"
	"receipts/internal/view"
)

// A moved is an address that leads to another one.
type moved struct{ from, to string } // below the site's base path

// movedPages lead from where pages were to where they are.
func movedPages(s *site.Site) []moved {
	var out []moved
	for _, a := range s.Aliases() {
		if !a.IsPart() {
			out = append(out, moved{s.Path(a.Address), s.Path(a.Node.Path)})
		}
	}
	return out
}

// movedTables lead from where tables were to where they are.
func movedTables(tables []view.Table) []moved {
	var out []moved
	for _, t := range tables {
		for _, was := range t.Was {
			out = append(out, moved{was, t.Path()})
		}
	}
	return out
}

// writeRedirects writes the file that hosts read (see package host): the author's
// own lines, which go before ours, and a line for each address that has moved. A host
// counts the first path from the folder that is published, and browsers are told the
// second as it is.
func writeRedirects(w io.Writer, s *site.Site, own []byte, list []moved) error {
	if len(own) > 0 && !bytes.HasSuffix(own, []byte("\n")) {
		own = append(bytes.Clone(own), '\n')
	}
	if _, err := w.Write(own); err != nil {
		return err
	}
	for _, m := range list {
		if _, err := fmt.Fprintf(w, "%s %s 301\n", m.from, s.Href(m.to)); err != nil {
			return err
		}
	}
	return nil
}
