package preview

import (
	"slices"
	"strings"
)

// widen lets a page load what is under /-/ even if its policy forbids it: it adds
// that folder to the sources of what the preview's own script needs. A policy that
// allows the page's own origin already stays as it is.
func widen(policy, own string) string {
	directives := map[string][]string{}
	var order []string
	for d := range strings.SplitSeq(policy, ";") {
		words := strings.Fields(d)
		if len(words) == 0 {
			continue
		}
		name := strings.ToLower(words[0])
		if _, twice := directives[name]; !twice {
			directives[name] = words[1:]
			order = append(order, name)
		}
	}
	wider := false
	for _, name := range []string{"script-src", "style-src", "connect-src"} {
		sources, given := directives[name]
		if !given {
			if sources, given = directives["default-src"]; !given {
				continue
			}
		}
		if slices.Contains(sources, "'self'") || slices.Contains(sources, "*") {
			continue
		}
		if _, has := directives[name]; !has {
			order = append(order, name)
		}
		sources = slices.DeleteFunc(slices.Clone(sources), func(s string) bool { return s == "'none'" })
		directives[name] = append(sources, own)
		wider = true
	}
	if !wider {
		return policy
	}
	var out []string
	for _, name := range order {
		out = append(out, strings.Join(append([]string{name}, directives[name]...), " "))
	}
	return strings.Join(out, "; ")
}
