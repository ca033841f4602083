package render

import (
	"cmp"
	"encoding/xml"
	"io"
	"strings"

	"receipts/internal/site"
	"receipts/internal/view"
)

// The Atom syndication format, RFC 4287.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   atomAuthor  `xml:"author"`
	Rights   string      `xml:"rights,omitempty"`
	Entries  []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string     `xml:"title"`
	ID      string     `xml:"id"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Summary string     `xml:"summary"`
}

// maxFeed is how many articles the feed carries.
const maxFeed = 50

// writeFeed writes the Atom feed: the newest articles. What readers are told has
// changed at is the day we read the source or corrected our summary, never the
// time of a build.
func writeFeed(w io.Writer, s *site.Site, views *view.Views) error {
	cfg := s.Config
	f := atomFeed{
		Lang: views.Tag(), Title: cfg.Title.Text, Subtitle: cfg.Tagline.Text, ID: s.URL("/"),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.URL("/feed.xml")},
			{Rel: "alternate", Type: "text/html", Href: s.URL("/")},
		},
		Author: atomAuthor{cmp.Or(cfg.Publisher.Text, cfg.Title.Text)}, Rights: cfg.License.Text, Updated: atomTime("1970-01-01"),
	}
	for _, a := range s.Articles {
		if a.IsDraft() {
			continue
		}
		if len(f.Entries) == maxFeed {
			break
		}
		e := atomEntry{
			Title: a.Title, ID: s.URL(a.Path), Updated: atomTime(updated(a)),
			Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: s.URL(a.Path)}},
			Summary: strings.TrimSpace(views.Plain(a.Front.Summary) + " " + views.Amendments(a)),
		}
		f.Updated = max(f.Updated, e.Updated)
		f.Entries = append(f.Entries, e)
	}
	return writeXML(w, f)
}

// updated is the day an article of ours last changed: read, or corrected.
func updated(a *site.Article) string {
	day := a.Front.Source.Read.String()
	for _, c := range a.Front.Corrections {
		day = max(day, c.Date.String())
	}
	return day
}

func atomTime(day string) string { return day + "T00:00:00Z" }

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
