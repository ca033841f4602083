package host

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// Headers are the rules of a _headers file: a path on a line, and below it the
// headers that go with it.
type Headers []HeaderRule

// A HeaderRule says which headers go with the paths that it matches.
type HeaderRule struct {
	Path   string // with "*" and ":name", as it is written
	Values []Header
	paths  pattern
}

// A Header is one of an answer.
type Header struct {
	Name, Value string
	line        line
}

// A header's name: RFC 9110, section 5.6.2.
var headerName = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")

// ParseHeaders reads a _headers file.
func ParseHeaders(f source.File) (Headers, diag.List) {
	var rules Headers
	var diags diag.List
	ours := true // whether the rule is for a path of this site
	for _, l := range lines(f) {
		if strings.HasPrefix(l.text, "/") {
			rules = append(rules, HeaderRule{Path: l.text, paths: compile(l.text)})
			ours = true
			continue
		}
		if isAddress(l.text) {
			diags.AddHint(diag.HostsDiffer, l.place, "some hosts read no whole address here", "begin with the path; the preview leaves these headers out")
			ours = false
			continue
		}
		name, value, ok := strings.Cut(l.text, ":")
		value = strings.TrimSpace(value)
		switch {
		case strings.HasPrefix(l.text, "!"):
			diags.AddHint(diag.HostsDiffer, l.place, "only Cloudflare takes a header back", "set it only for the paths that have it")
		case !ok || !headerName.MatchString(name) || value == "":
			diags.AddHint(diag.BadHeaderRule, l.place, "this is neither a path nor a header", `write a path that begins with "/", or a header as "Name: value"`)
		case !ours:
		case len(rules) == 0:
			diags.AddHint(diag.BadHeaderRule, l.place, "no path stands above this header", `write one above it, such as "/*"`)
		default:
			rule := &rules[len(rules)-1]
			rule.Values = append(rule.Values, Header{name, value, l})
		}
	}
	return rules, append(diags, rules.twice()...)
}

// twice reports headers that two rules set for one path. Netlify sends one of the
// values, Cloudflare both.
func (rules Headers) twice() diag.List {
	var diags diag.List
	for i, rule := range rules {
		for j, h := range rule.Values {
			for k, before := range rules[:i+1] {
				if k == i {
					before.Values = rule.Values[:j]
				} else if !before.paths.matches(rule.Path) && !rule.paths.matches(before.Path) {
					continue
				}
				if n := slices.IndexFunc(before.Values, func(b Header) bool { return strings.EqualFold(b.Name, h.Name) }); n >= 0 {
					diags = append(diags, diag.Diagnostic{
						Code: diag.HostsDiffer, Place: h.line.place,
						Message: fmt.Sprintf("%s is set twice for paths such as %s: some hosts send one value, others both", h.Name, longer(rule.Path, before.Path)),
						Hint:    "let no two rules that meet set the same header",
						Related: []diag.Related{{Place: before.Values[n].line.place, Note: "set here, too"}},
					})
				}
			}
		}
	}
	return diags
}

func longer(a, b string) string {
	if len(a) >= len(b) {
		return a
	}
	return b
}

// For returns the headers of a path, in the order of the file. Of several with one
// name it returns the last.
func (rules Headers) For(path string) []Header {
	var out []Header
	for _, rule := range rules {
		if !rule.paths.matches(path) {
			continue
		}
		for _, h := range rule.Values {
			out = slices.DeleteFunc(out, func(o Header) bool { return strings.EqualFold(o.Name, h.Name) })
			out = append(out, h)
		}
	}
	return out
}
