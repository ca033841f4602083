package preview

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"receipts/internal/diag"
)

// The host's headers and redirects are applied here too, so that what breaks in
// production breaks in the preview. netlify.toml says which headers go with which
// paths (of several values for one header, the last counts) and which paths are
// redirected (by the first rule that matches; a file that exists goes before it,
// unless the rule is forced).

// rules are what netlify.toml says.
type rules struct {
	headers   []headerRule
	redirects []redirectRule
	notices   []string // of rules that only the host itself can apply
}

type headerRule struct {
	For    string            `toml:"for"`
	Values map[string]string `toml:"values"`
	paths  pattern
}

type redirectRule struct {
	From       string `toml:"from"`
	To         string `toml:"to"`
	Status     int    `toml:"status"`
	Force      bool   `toml:"force"`
	Query      any    `toml:"query"`
	Conditions any    `toml:"conditions"`
	Signed     string `toml:"signed"`
	paths      pattern
}

// parseRules parses a netlify.toml. Without data there are no rules.
func parseRules(data []byte) (rules, error) {
	var file struct {
		Headers   []headerRule   `toml:"headers"`
		Redirects []redirectRule `toml:"redirects"`
	}
	if err := toml.Unmarshal(data, &file); err != nil {
		return rules{}, err
	}
	r := rules{headers: file.Headers}
	for i := range r.headers {
		r.headers[i].paths = compile(r.headers[i].For)
	}
	for _, to := range file.Redirects {
		if to.Status == 0 {
			to.Status = http.StatusMovedPermanently
		}
		if why := to.beyondUs(); why != "" {
			r.notices = append(r.notices, fmt.Sprintf("the redirect from %s is left out in preview: %s", to.From, why))
			continue
		}
		to.paths = compile(to.From)
		r.redirects = append(r.redirects, to)
	}
	return r, nil
}

// hostMistake turns an error of parseRules into what a browser shows.
func hostMistake(data []byte, err error) mistake {
	m := mistake{
		Kind: "warning", File: hostFile, Line: 1, Column: 1, Message: err.Error(),
		Hint: "until it is mended, the headers and redirects of before hold",
	}
	var at toml.ParseError
	if errors.As(err, &at) {
		place := diag.Place{File: hostFile, Start: at.Position.Start, End: at.Position.Start + at.Position.Len}
		pos := place.Position(data)
		m.Line, m.Column, m.Message, m.Frame = pos.Line, pos.Column, at.Message, diag.Frame(place, data)
	}
	return m
}

// beyondUs says why a rule can only be tried at the host.
func (r redirectRule) beyondUs() string {
	target, err := url.Parse(r.To)
	switch {
	case err != nil || r.To == "":
		return "where it leads to is no address"
	case !strings.HasPrefix(r.From, "/"):
		return "it is for another domain"
	case r.Query != nil || r.Conditions != nil || r.Signed != "":
		return "it depends on more than the path"
	case target.Host != "" && !r.isRedirect():
		return "it fetches from another server"
	case strings.HasPrefix(r.To, "/.netlify/"):
		return "it leads to a function of the host"
	}
	return ""
}

func (r redirectRule) isRedirect() bool { return r.Status >= 300 && r.Status < 400 }

// header adds the headers of a path to h. Those that would let other sites read
// the preview, or that have no meaning without encryption, are left out.
func (r rules) header(h http.Header, path string) {
	for _, rule := range r.headers {
		if !rule.paths.matches(path) {
			continue
		}
		for name, value := range rule.Values {
			name = http.CanonicalHeaderKey(name)
			if strings.HasPrefix(name, "Access-Control-") || name == "Strict-Transport-Security" {
				continue
			}
			h.Set(name, strings.Join(strings.Fields(value), " "))
		}
	}
}

// redirect returns the first rule for a path, with where it leads.
func (r rules) redirect(path string, exists bool) (rule redirectRule, to string, ok bool) {
	for _, rule := range r.redirects {
		if exists && !rule.Force {
			continue
		}
		if to, ok := rule.paths.fill(rule.To, path); ok {
			return rule, to, true
		}
	}
	return redirectRule{}, "", false
}

// A pattern is a path of a rule: ":name" matches one segment of a path, "*"
// anything, and as the last segment also nothing. A slash at the end makes no
// difference.
type pattern struct {
	whole *regexp.Regexp
	names []string // of its groups, as a target has them
}

func compile(path string) pattern {
	var p pattern
	var b strings.Builder
	b.WriteString("^")
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	for i, part := range parts {
		name, isName := strings.CutPrefix(part, ":")
		switch {
		case isName && name != "":
			b.WriteString("/([^/]+)")
			p.names = append(p.names, part)
		case part == "*" && i == len(parts)-1:
			b.WriteString("(?:/(.*?))?")
			p.names = append(p.names, ":splat")
		default:
			b.WriteString("/" + strings.ReplaceAll(regexp.QuoteMeta(part), `\*`, ".*"))
		}
	}
	b.WriteString("/?$")
	p.whole = regexp.MustCompile(b.String())
	return p
}

func (p pattern) matches(path string) bool { return p.whole.MatchString(path) }

// placeholder is a name in a target.
var placeholder = regexp.MustCompile(`:[A-Za-z_]\w*`)

// fill replaces the placeholders of a target by what p finds in a path, if it
// matches. What it inserts is not searched for placeholders.
func (p pattern) fill(target, path string) (string, bool) {
	found := p.whole.FindStringSubmatch(path)
	if found == nil {
		return "", false
	}
	return placeholder.ReplaceAllStringFunc(target, func(name string) string {
		if i := slices.Index(p.names, name); i >= 0 {
			return found[i+1]
		}
		return name
	}), true
}

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
