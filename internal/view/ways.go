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
func (on *page) ways() *Ways { return on.waysTo(Ways{Label: on.t("ways.four")}, explainers) }

// onward is where the page leads on to; nil if the site has none of it.
func (on *page) onward(path string) *Ways {
	return on.waysTo(Ways{Label: on.t("ways.onward"), Onward: true}, onward[path])
}

func (on *page) waysTo(w Ways, paths []string) *Ways {
	for _, path := range paths {
		if on.site.Shows(path) {
			key := "home"
			if path != "/" {
				key = path[1 : len(path)-1]
			}
			w.To = append(w.To, Way{on.link(path, on.t("way."+key)), on.t("way." + key + ".about")})
		}
	}
	if len(w.To) == 0 {
		return nil
	}
	return &w
}
