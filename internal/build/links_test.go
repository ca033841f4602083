package build_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

var hrefs = regexp.MustCompile(`href="(/[^"#]*)`)

// Where a link passes the check, it leads to what is published.
func TestLinksLead(t *testing.T) {
	for _, tt := range []struct{ desc, file, text, want string }{
		{"a static file", "content/pages/about.md", "[Style](/static/style.css)", "/static/style."},
		{"a static file, from here", "content/pages/about.md", "[Style](../static/style.css#top)", "/static/style."},
		{"a file of static/root/", "content/pages/about.md", "[Robots](/static/root/robots.txt)", "/robots.txt"},
		{"from a term, which has no page of its own", "content/glossary/word.md", "[People](../people/)", "/people/"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := fixture.Small()
			files[tt.file] = "---\ntitle: Word\nsummary: One of many.\n---\n\n" + tt.text + "\n"
			o, _ := outcomeOf(t, build.New(fixture.FS(files), receipts.Defaults, build.Options{}))
			if bad := mistakes(o.Diags); len(bad) > 0 {
				t.Fatal(bad)
			}
			label := ">" + tt.text[1:strings.Index(tt.text, "]")] + "</a>"
			var led []string
			for path, body := range o.Routes {
				for line := range strings.SplitSeq(body, "<a ") {
					if before, _, ok := strings.Cut(line, label); ok && strings.HasSuffix(path, "/") && hrefs.MatchString(before) {
						led = append(led, html.UnescapeString(hrefs.FindStringSubmatch(before)[1]))
					}
				}
			}
			for _, address := range led {
				if _, ok := o.Routes[address]; !ok {
					t.Errorf("a link leads to %s, where there is nothing", address)
				}
			}
			if !slices.ContainsFunc(led, func(p string) bool { return strings.HasPrefix(p, tt.want) }) {
				t.Errorf("the links lead to %v, want one to %s", led, tt.want)
			}
		})
	}
}
