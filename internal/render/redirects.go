package render

import (
	"fmt"
	"io"

	"receipts/internal/site"
	"receipts/internal/view"
)

// redirectsPath is the file that hosts such as Netlify and Cloudflare Pages read: a
// line for each address that has moved. A file of the author's of that name takes its
// place.
const redirectsPath = "/_redirects"

// writeRedirects leads from where pages and tables were to where they are.
func writeRedirects(w io.Writer, s *site.Site, tables []view.Table) error {
	for _, a := range s.Aliases() {
		if a.IsPart() {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s %s 301\n", s.Href(a.Address), s.Href(a.Node.Path)); err != nil {
			return err
		}
	}
	for _, t := range tables {
		for _, was := range t.Was {
			if _, err := fmt.Fprintf(w, "%s %s 301\n", s.Href(was), s.Href(t.Path())); err != nil {
				return err
			}
		}
	}
	return nil
}
