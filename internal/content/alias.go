package content

import (
	"regexp"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// Aliased is what had another id or another address before.
type Aliased struct {
	// Aliases are ids that it had, or whole addresses on this site, which begin with
	// a slash.
	Aliases []Words
}

// Former are the aliases of a page or a fact.
func (a *Aliased) Former() []Words { return a.Aliases }

var aliasKeys = []yamldoc.Field[Aliased]{
	yamldoc.Key("aliases", yamldoc.Optional, yamldoc.List(alias), func(a *Aliased) *[]Words { return &a.Aliases }, "the ids that it had before, or old addresses of this site, such as /2024/old-page/"),
}

// aliasesOf are the keys of the aliases of a T.
func aliasesOf[T any](part func(*T) *Aliased) []yamldoc.Field[T] {
	return yamldoc.Part(part, aliasKeys)
}

// oldAddress matches the addresses at which a file can be written that leads on: its
// bytes are the same in a URL, in the name of a file and in a line of _redirects.
var oldAddress = regexp.MustCompile(`^(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){1,9}$`)

// alias is an id, or an address that begins with a slash.
var alias = unbracketed("an id or an address", func(r *yamldoc.Reader, w Words) (Words, bool) {
	switch {
	case w.Text == "":
		return w, false
	case IsID(w.Text):
		return w, true
	}
	code, hint := diag.BadAlias, `write an id as it was, or an address such as "/2024/old-page/"`
	path := strings.TrimSuffix(w.Text, "/")
	switch name := path[strings.LastIndexByte(path, '/')+1:]; {
	case strings.Contains(w.Text, "://"):
		hint = `write what follows the name of the server, such as "/2024/old-page/"`
	case strings.ContainsAny(w.Text, "#?"):
		hint = `leave out "?" and "#" and what follows: a page leads on as a whole`
	case isKebab(w.Text):
		code, hint = diag.BadFileName, source.Misnamed(w.Text)
	case !oldAddress.MatchString(path):
	case source.Misnamed(path[1:]) != "":
		code, hint = diag.BadFileName, source.Misnamed(path[1:])
	case name == "index.html":
		hint = `write "` + strings.TrimSuffix(path, name) + `"`
	case strings.HasSuffix(w.Text, "/"), strings.HasSuffix(name, ".html"):
		return w, true
	case !strings.Contains(name, "."):
		hint = `write "` + w.Text + `/"`
	default:
		hint = "only pages lead on: an address ends in a slash or in .html"
	}
	r.AddHint(code, w.Place, `"`+w.Text+`" cannot be an alias`, hint)
	return Words{Place: w.Place}, false
}).Matching(`^([a-z0-9]+(-[a-z0-9]+)*|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+(/|\.html))$`)
