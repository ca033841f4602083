package render

import (
	"cmp"
	"encoding/xml"
	"io"
	"strconv"
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

// maxFeed is how many entries a feed carries.
const maxFeed = 50

// addFeeds adds the feed of the site, one of all corrections, and one for each thing
// that readers may follow.
func addFeeds(add func(path string, write func(io.Writer) error), s *site.Site, views *view.Views) {
	add("/feed.xml", func(w io.Writer) error {
		f := feedOf(s, views, "/", s.Config.Title.Text)
		f.Subtitle = s.Config.Tagline.Text
		f.addArticles(s, views, s.Articles)
		return writeXML(w, f)
	})
	if s.Has("corrections") {
		add("/corrections/feed.xml", func(w io.Writer) error {
			f := feedOf(s, views, "/corrections/", views.FeedOfCorrections())
			times := map[string]int{} // there may be several of one thing on one day
			for _, c := range s.Corrections {
				if c.Article.IsDraft() {
					continue
				}
				id := s.URL(c.Article.Path) + "#_" + c.Date.String() + "-" + cmp.Or(c.Fact.Text, c.Question.Text, c.State.Code, c.Withdrawn.Text)
				if times[id]++; times[id] > 1 {
					id += "-" + strconv.Itoa(times[id])
				}
				f.add(s, atomEntry{Title: c.Article.Title, ID: id, Summary: views.Correction(c)},
					c.Article.Path, c.Date.String())
			}
			return writeXML(w, f)
		})
	}
	views.EachFollowed(func(n *site.Node) {
		add(n.FeedPath(), func(w io.Writer) error {
			f := feedOf(s, views, n.Path, n.Title)
			news := s.NewsOf(n)
			for _, l := range news.Later {
				f.add(s, atomEntry{Title: l.Title, ID: s.URL("/later/") + "#" + l.ID, Summary: views.Plain(l.Front.Says)}, l.Path, l.Told().String())
			}
			f.addArticles(s, views, news.Articles)
			return writeXML(w, f)
		})
	})
}

// feedOf is the feed of the page at a path, without entries.
func feedOf(s *site.Site, views *view.Views, path, title string) *atomFeed {
	cfg := s.Config
	if path != "/" {
		title += " · " + cfg.Title.Text
	}
	return &atomFeed{
		Lang: views.Tag(), Title: title, ID: s.URL(path),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.URL(path + "feed.xml")},
			{Rel: "alternate", Type: "text/html", Href: s.URL(path)},
		},
		Author: atomAuthor{cmp.Or(cfg.Publisher.Text, cfg.Title.Text)}, Rights: cfg.License.Text, Updated: atomTime("1970-01-01"),
	}
}

// addArticles adds the newest articles. What readers are told has changed at is the day
// we read the source or corrected our summary, never the time of a build.
func (f *atomFeed) addArticles(s *site.Site, views *view.Views, articles []*site.Article) {
	for _, a := range articles {
		if !a.IsDraft() {
			f.add(s, atomEntry{Title: a.Title, ID: s.URL(a.Path), Summary: strings.TrimSpace(views.Plain(a.Front.Summary) + " " + views.Amendments(a))}, a.Path, a.Updated().String())
		}
	}
}

// add adds an entry on what stands at a path since a day, unless the feed is full.
func (f *atomFeed) add(s *site.Site, e atomEntry, path, day string) {
	if len(f.Entries) == maxFeed {
		return
	}
	e.Updated, e.Links = atomTime(day), []atomLink{{Rel: "alternate", Type: "text/html", Href: s.URL(path)}}
	f.Updated = max(f.Updated, e.Updated)
	f.Entries = append(f.Entries, e)
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
