package corpus

import (
	"fmt"
	"strings"
)

// HugoFiles are a Hugo site with the same articles, as its documentation would
// have one write it: amounts in the front matter, people, organizations and
// states as taxonomies, and a page for each of them.
func HugoFiles(n int) map[string]string {
	files := map[string]string{
		"hugo.toml": "baseURL = 'https://large.example/'\ntitle = 'A large site'\n[taxonomies]\nperson = 'people'\norganization = 'organizations'\nstate = 'states'\n",
		"layouts/_default/baseof.html": "<!doctype html><html lang=en><head><title>{{ .Title }} · {{ site.Title }}</title></head><body>" +
			"<nav><a href=/>{{ site.Title }}</a></nav><main>{{ block \"main\" . }}{{ end }}</main></body></html>\n",
		"layouts/_default/single.html": `{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<table>{{ range .Params.amounts }}<tr><th>{{ .fact }}</th><td>{{ .amount }}</td><td>{{ .quote }}</td><td>{{ .at }}</td></tr>{{ end }}</table>
{{ range $kind := slice "people" "organizations" "states" }}<ul>{{ range $.GetTerms $kind }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
{{ .Content }}{{ end }}
`,
		"layouts/_default/list.html": `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
		"layouts/index.html": `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 50 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
	}
	for i := range n {
		files[Article(i)] = hugoArticle(n, i)
	}
	return files
}

func hugoArticle(n, i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: The story of %s\nsummary: What it says.\ndate: 2024-%02d-%02d\n", name(i), 1+i%10, 1+i%28)
	fmt.Fprintf(&b, "people: [%s, %s]\norganizations: [%s]\nstates: [%s]\namounts:\n", person(n, i), person(n, i+1), org(n, i), codes[i%len(codes)])
	for _, a := range []struct {
		fact  string
		value int
	}{{fmt.Sprintf("shared-%04d", i/perShared), 1000 + i/perShared*7}, {fmt.Sprintf("gift-%05d", i), 2000 + i*3}, {fmt.Sprintf("fee-%05d", i), 3000 + i*5}} {
		fmt.Fprintf(&b, "  - fact: %s\n    amount: %s USD\n    quote: \"%s dollars were given\"\n    at: P2\n", a.fact, thousands(a.value), thousands(a.value))
	}
	fmt.Fprintf(&b, "---\n\n%s See [another]({{< relref \"story-%05d\" >}}).\n\n## What was given\n\n%s\n\n", filler(i, 120), (i*13+5)%n, filler(i+1, 120))
	fmt.Fprintf(&b, "## What followed\n\n%s\n\n- %s\n- %s\n\n*%s*\n", filler(i+2, 120), filler(i+3, 20), filler(i+4, 20), filler(i+5, 60))
	return b.String()
}
