package render

import (
	"fmt"
	"html"
	"io"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// addMoved adds a page at each address that something had before. Where a host reads no
// _redirects, or prefers a file to a line of it, the page leads on.
func addMoved(put func(Route), s *site.Site, words *locale.Locale) {
	for _, a := range s.Aliases() {
		if !a.IsPart() {
			put(Route{Path: a.Address, Moved: true, Write: func(w io.Writer) error { return writeMoved(w, s, words, a.Node) }})
		}
	}
}

// writeMoved writes a page that leads on to n. It needs no file and no style, and is
// named to search engines under the new address.
func writeMoved(w io.Writer, s *site.Site, words *locale.Locale, n *site.Node) error {
	title, href := html.EscapeString(n.Title), html.EscapeString(s.Href(n.Path))
	_, err := fmt.Fprintf(w, `<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<title>%s</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="%s">
<meta http-equiv="refresh" content="0; url=%s">
</head>
<body>
<p>%s <a href="%s">%s</a></p>
</body>
</html>
`, words.Tag(), title, html.EscapeString(s.URL(n.Path)), href, html.EscapeString(words.Message("moved")), href, title)
	return err
}
