package draft

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"receipts/internal/edtf"
)

// A seenPage is what the elements of a page say.
type seenPage struct {
	titles []string // its h1
	times  []string // its time[datetime]
}

// lookAt takes from a page what its article does not say: text that is struck out, and
// the marks of footnotes. It returns what its elements say of the article.
func lookAt(page *html.Node) (seen seenPage) {
	var drop []*html.Node
	for n := range page.Descendants() {
		switch n.DataAtom {
		case atom.H1:
			seen.titles = append(seen.titles, oneLine(textIn(n)))
		case atom.Time:
			for _, a := range n.Attr {
				if a.Key == "datetime" {
					seen.times = append(seen.times, strings.TrimSpace(a.Val))
				}
			}
		case atom.Del, atom.S, atom.Strike:
			drop = append(drop, n)
		case atom.Sup:
			if footnote.MatchString(textIn(n)) {
				drop = append(drop, n)
			}
		}
	}
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	return seen
}

// footnote is the mark of one: "1", "[2]", "*", and not the end of "XIXe".
var footnote = regexp.MustCompile(`^\s*(?:\(?\d{1,3}\)?|[*†‡]+|\[[^\]]*\])\s*$`)

func textIn(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

// headline is that h1 which the title of the page has with something beside it, such as
// the name of the site; or else the title.
func (p seenPage) headline(title string) string {
	for _, h := range p.titles {
		if len(strings.Fields(h)) > 2 && strings.Contains(title, h) {
			return h
		}
	}
	return title
}

// day is the day that all times of the page have; zero if they have several.
func (p seenPage) day() (day edtf.Date) {
	for _, t := range p.times {
		if len(t) < len(time.DateOnly) {
			return edtf.Date{}
		}
		at, err := time.Parse(time.DateOnly, t[:len(time.DateOnly)])
		if err != nil || !day.IsZero() && day != onDay(at) {
			return edtf.Date{}
		}
		day = onDay(at)
	}
	return day
}
