package host

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// Redirects are the rules of a _redirects file, of which the first that matches a
// path counts. Each is a line: from where, to where, and the status.
type Redirects []Redirect

// A Redirect says where a path leads.
type Redirect struct {
	From   string // with "*" and ":name", as it is written
	To     string // a path or an address, with ":splat" and ":name"
	Status int    // of statuses
	Place  diag.Place
	paths  pattern
}

// statuses are those that every host sends.
var statuses = []int{rewritten, 301, 302, 303, 307, 308}

// rewritten serves another page at the path that was asked for.
const rewritten = 200

// ParseRedirects reads a _redirects file.
func ParseRedirects(f source.File) (Redirects, diag.List) {
	var rules Redirects
	var diags diag.List
	for _, l := range lines(f) {
		rule, bad := parseRedirect(l)
		diags = append(diags, bad...)
		if rule.From != "" {
			rules = append(rules, rule)
		}
	}
	return rules, diags
}

// onlyNetlify is the hint for what the file of that host says as well.
const onlyNetlify = "put it into netlify.toml, which no other host reads; the preview leaves it out"

// parseRedirect reads a line, and returns no rule if that cannot be followed here.
func parseRedirect(l line) (rule Redirect, diags diag.List) {
	words := strings.Fields(l.text)
	if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") }); i >= 0 {
		words = words[:i]
	}
	refuse := func(code diag.Code, message, hint string) (Redirect, diag.List) {
		diags.AddHint(code, l.place, message, hint)
		return Redirect{}, diags
	}
	isTarget := func(w string) bool { return strings.HasPrefix(w, "/") || isAddress(w) }
	form := `write from where, to where and the status: "/old/ /new/ 301"`
	switch from := words[0]; {
	case len(words) < 2:
		return refuse(diag.BadRedirect, "this redirect leads nowhere", form)
	case isAddress(from):
		return refuse(diag.HostsDiffer, "only Netlify redirects from a whole address", onlyNetlify)
	case !strings.HasPrefix(from, "/") || strings.ContainsAny(from, "?#"):
		return refuse(diag.BadRedirect, `"`+from+`" is no path that an address has`, form)
	case strings.Contains(words[1], "=") && !isTarget(words[1]):
		return refuse(diag.HostsDiffer, "only Netlify redirects by what is asked for", onlyNetlify)
	case !isTarget(words[1]):
		return refuse(diag.BadRedirect, `"`+words[1]+`" is neither a path nor an address`, form)
	case len(words) == 2:
		diags.AddHint(diag.HostsDiffer, l.place, "without a status, hosts take a redirect for permanent or for temporary", "write 301 or 302 at its end")
		words = append(words, "301")
	}
	number, forced := strings.CutSuffix(words[2], "!")
	status, err := strconv.Atoi(number)
	switch {
	case err != nil || status < 200 || status > 599:
		return refuse(diag.BadRedirect, `"`+words[2]+`" is no status`, form)
	case forced || len(words) > 3 || !slices.Contains(statuses, status) || status == rewritten && isAddress(words[1]):
		return refuse(diag.HostsDiffer, "only Netlify reads this redirect whole", onlyNetlify)
	}
	return Redirect{From: words[0], To: words[1], Status: status, Place: l.place, paths: compile(words[0])}, diags
}

// Find returns the first rule for a path, with where it leads: to a path or, from
// which the browser is led on, to an address.
func (rules Redirects) Find(path string) (rule Redirect, to string, ok bool) {
	for _, rule := range rules {
		if to, ok := rule.target(path); ok {
			return rule, to, true
		}
	}
	return Redirect{}, "", false
}

func (r Redirect) target(path string) (string, bool) {
	if r.Status == rewritten {
		return r.paths.fill(r.To, path, func(found string) string { return found })
	}
	to, ok := r.paths.fill(r.To, path, func(found string) string { return (&url.URL{Path: found}).EscapedPath() })
	if strings.HasPrefix(r.To, "/") && !strings.HasPrefix(r.To, "//") { // only a rule that names a server leads to one
		to = "/" + strings.TrimLeft(to, "/")
	}
	return to, ok
}

// Matches reports whether a rule is for a path.
func (r Redirect) Matches(path string) bool { return r.paths.matches(path) }
