package render

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

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

// movedBeside lead from where the feed and the record of a page were, which lay beside it,
// to where they are.
func movedBeside(s *site.Site, routes []Route) []moved {
	former := map[string][]string{} // addresses of pages, by that of now
	for _, a := range s.Aliases() {
		if a.ID != "" && !a.IsPart() {
			former[a.Node.Path] = append(former[a.Node.Path], a.Address)
		}
	}
	if len(former) == 0 {
		return nil
	}
	var out []moved
	for _, r := range routes {
		folder, name := path.Split(r.Path)
		if name == "" {
			continue
		}
		for _, was := range former[folder] {
			out = append(out, moved{was + name, r.Path})
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

// writeHidden writes the file of headers with one more that keeps search engines out of
// all files: a picture or a table cannot say so itself, as a page does.
func writeHidden(w io.Writer, own []byte) error {
	const name = "X-Robots-Tag"
	if bytes.Contains(bytes.ToLower(own), []byte(strings.ToLower(name)+":")) { // no header twice
		_, err := w.Write(own)
		return err
	}
	_, err := fmt.Fprintf(w, "%s\n\n/*\n  %s: noindex\n", bytes.TrimRight(own, "\n"), name)
	return err
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
