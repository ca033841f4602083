package render

import (
	"encoding/xml"
	"io"

	"receipts/internal/site"
	"receipts/internal/view"
)

// The description by which a browser offers the search of the site in its address bar:
// OpenSearch 1.1, Draft 6.
type openSearch struct {
	XMLName     xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
	ShortName   string   `xml:"ShortName"`
	Description string   `xml:"Description"`
	Encoding    string   `xml:"InputEncoding"`
	URL         struct {
		Type     string `xml:"type,attr"`
		Template string `xml:"template,attr"`
	} `xml:"Url"`
}

// maxShortName is how many characters the format allows, less one for the mark of what
// was cut.
const maxShortName = 16 - 1

func writeOpenSearch(w io.Writer, s *site.Site, views *view.Views) error {
	title := s.Config.Title.Text
	d := openSearch{ShortName: site.Shorten(title, maxShortName), Description: views.SearchOf(), Encoding: "UTF-8"}
	d.URL.Type, d.URL.Template = "text/html", s.URL("/search/")+"?q={searchTerms}"
	return writeXML(w, d)
}
