package view

// Ways are the ways on from a page.
type Ways struct {
	Label  string
	Onward bool // at the end of a page
	To     []Way
}

// A Way leads to one of the pages that explain.
type Way struct {
	Link
	About string
}

// explainers are the pages that explain, as the head of every page has them.
var explainers = []string{"/timeline/", "/legal/", "/money/", "/later/"}

// onward are the two pages that each of them leads on to. The first of the two,
// from the law on, leads through the money to what became of it.
var onward = map[string][]string{
	"/timeline/": {"/legal/", "/later/"},
	"/legal/":    {"/money/", "/later/"},
	"/money/":    {"/later/", "/timeline/"},
	"/later/":    {"/timeline/", "/"},
}

// ways are the pages that explain, of those that the site has.
func (on *page) ways() *Ways { return on.waysTo(Ways{Label: on.t("ways.home")}, explainers) }

// onward is where the page leads on to; nil if the site has none of it.
func (on *page) onward(path string) *Ways {
	return on.waysTo(Ways{Label: on.t("ways.onward"), Onward: true}, onward[path])
}

// waysTo are the ways to those of some pages that the site has. The front page is one if
// it begins with a short version.
func (on *page) waysTo(w Ways, paths []string) *Ways {
	for _, path := range paths {
		switch {
		case path == "/" && len(on.config.Short) == 0 || !on.site.Shows(path):
		case path == "/":
			w.To = append(w.To, Way{on.link(path, on.t("way.home")), on.t("way.home.about")})
		case path == "/legal/" && on.site.Lead == nil:
			w.To = append(w.To, Way{on.link(path, on.legalTitle()), on.t("legal.description")})
		default:
			key := "way." + path[1:len(path)-1]
			w.To = append(w.To, Way{on.link(path, on.t(key)), on.t(key + ".about")})
		}
	}
	if len(w.To) == 0 {
		return nil
	}
	return &w
}
