package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/source"
)

// smallSite builds a site of three articles, of 9, 15 and 21 October 2024: "a",
// "b" and "c". Each is given as the YAML of what it reports. Further files come
// by their paths; content/site.yaml has the lines of "site".
func smallSite(t testing.TB, reports map[string]string, files map[string]string) (*Site, diag.List) {
	t.Helper()
	pages := map[string]string{
		"content/organizations/paper.md": "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n",
	}
	for _, id := range []string{"donor", "other", "fund", "third"} {
		pages["content/organizations/"+id+".md"] = fmt.Sprintf("---\ntitle: The %s\nkind: company\nsummary: A company.\n---\n", id)
	}
	for id, yaml := range reports {
		day := map[string]int{"a": 9, "b": 15, "c": 21}[id]
		pages["content/articles/"+id+".md"] = fmt.Sprintf("---\ntitle: Story %s\nsummary: What it says.\nsource:\n  outlet: paper\n"+
			"  headline: A story\n  published: 2024-10-%02d\n  language: en\n  read: 2026-11-22\n%s---\n", id, day, yaml)
	}
	var yaml strings.Builder
	yaml.WriteString("title: A site\nbase_url: https://example.org\n")
	for path, text := range files {
		if path == "site" {
			yaml.WriteString(text)
			continue
		}
		pages[path] = text
	}
	config, diags := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte(yaml.String())})
	in := Input{Config: config}
	for path, text := range pages {
		page, bad := content.Parse(source.File{Path: path, Data: []byte(text)})
		diags = append(diags, bad...)
		in.Pages = append(in.Pages, page)
	}
	s, more := Build(in)
	return s, slices.Concat(diags, more).Sorted()
}

// money is a report of an amount in the front matter of an article, with
// further lines separated by semicolons: money("gift", "47 USD", "from: donor").
func money(fact, quantity string, lines ...string) string {
	lines = append([]string{"amount: " + quantity, "flow: contribution"}, lines...)
	if quantity == "unquantified" { // which any quote carries
		return report(fact, lines...)
	}
	return event(fact, lines...)
}

func event(fact string, lines ...string) string {
	return report(fact, append([]string{"quote_supports: partly", "quote_lacks: All of it."}, lines...)...)
}

func report(fact string, lines ...string) string {
	var out strings.Builder
	out.WriteString("  - fact: " + fact + "\n")
	for _, l := range append(lines, "says: The paper writes so.", "quote: words of the source", "at: P1") {
		out.WriteString("    " + l + "\n")
	}
	return out.String()
}

func amounts(reports ...string) string { return "amounts:\n" + strings.Join(reports, "") }
func dates(reports ...string) string   { return "dates:\n" + strings.Join(reports, "") }
