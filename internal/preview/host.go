package preview

import (
	"bytes"
	"net/http"
	"strings"

	"receipts/internal/build"
	"receipts/internal/host"
	"receipts/internal/source"
)

// The host's headers and redirects are applied here too, so that what breaks in
// production breaks in the preview. They are read from the files that are published
// for the host. A file that exists goes before a redirect.

// rules are what the published files tell a host.
type rules struct {
	headers   host.Headers
	redirects host.Redirects
}

// rulesOf reads what a site tells its host. What is wrong with it was said when the
// site was built.
func rulesOf(res *build.Result) rules {
	published := func(path string) source.File {
		var b bytes.Buffer
		if route, ok := res.Route(path); !ok || route.Write(&b) != nil {
			return source.File{}
		}
		return source.File{Path: path, Data: b.Bytes()}
	}
	var r rules
	r.headers, _ = host.ParseHeaders(published(host.HeadersPath))
	r.redirects, _ = host.ParseRedirects(published(host.RedirectsPath))
	return r
}

// header adds the headers of a path to h. Those that would let other sites read
// the preview, or that have no meaning without encryption, are left out.
func (r rules) header(h http.Header, path string) {
	for _, header := range r.headers.For(path) {
		name := http.CanonicalHeaderKey(header.Name)
		if !strings.HasPrefix(name, "Access-Control-") && name != "Strict-Transport-Security" {
			h.Set(name, header.Value)
		}
	}
}
