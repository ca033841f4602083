package view

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// cutOut matches what stands in a quote for words that are left out.
var cutOut = regexp.MustCompile(`\s*(?:\[(?:…|\.\.\.)\]|…)\s*`)

// atSource is the address of a quote in the text that an article is of: a text fragment
// (URL Fragment Text Directives, W3C WICG), which browsers scroll to and mark. Others
// open the page. It is empty if the text has no address or the report no quote.
func atSource(a *site.Article, e *content.Evidence) string {
	address := cmp.Or(a.Front.Source.URL.Text, a.Front.Source.Archived.Text)
	if address == "" || e.Quote.Text == "" {
		return ""
	}
	parts := cutOut.Split(e.Quote.Text, -1)
	words := textDirective(parts[0])
	if last := parts[len(parts)-1]; len(parts) > 1 && parts[0] != "" && last != "" {
		words += "," + textDirective(last)
	} else if len(parts) > 1 {
		return address // it begins or ends with what is left out
	}
	if !strings.Contains(address, "#") {
		address += "#"
	}
	return address + ":~:text=" + words
}

// textDirective writes words as such a fragment has them: “,”, “&” and “-” have a
// meaning there.
func textDirective(words string) string { return inDirective.Replace(url.QueryEscape(words)) }

var inDirective = strings.NewReplacer("+", "%20", "-", "%2D")
