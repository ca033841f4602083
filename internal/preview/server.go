package preview

import (
	"bytes"
	"context"
	"embed"
	"io"
	"io/fs"
	"log"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"receipts/internal/diag"
	"receipts/internal/render"
)

// ownFolder is the folder of the preview's own addresses; no page may use it.
const (
	ownFolder  = "/-/"
	eventsPath = ownFolder + "events"
	openPath   = ownFolder + "open"
	themePath  = ownFolder + "theme/" // of the built-in stylesheet and its fonts
)

//go:embed assets
var assets embed.FS

// writeFor is how long a browser may take to read one answer.
const writeFor = 30 * time.Second

// newServer returns the server of a preview. Its event streams end with ctx.
func newServer(ctx context.Context, p *preview, addr net.Addr) *http.Server {
	return &http.Server{
		Handler: p.handler(newGuard(addr)),

		// Otherwise the server answers "OPTIONS *" itself, past the guard.
		DisableGeneralOptionsHandler: true,

		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // a browser that hangs up needs no message
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
}

// handler answers requests that the guard lets through.
func (p *preview) handler(g guard) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		protect(h)
		if status, why := g.refuse(r); status != 0 {
			http.Error(w, why, status)
			return
		}
		switch {
		case r.URL.Path == eventsPath:
			p.events(w, r)
			return
		case r.URL.Path == openPath:
			p.open(w, r)
			return
		}
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeFor))
		if strings.HasPrefix(r.URL.Path, deskPath) {
			p.desk(w, r)
			return
		}
		if name, ok := strings.CutPrefix(r.URL.Path, themePath); ok {
			p.theme(w, r, name)
			return
		}
		if name, ok := strings.CutPrefix(r.URL.Path, ownFolder); ok {
			p.own(w, r, name)
			return
		}
		p.serve(w, r, p.sideOf(r).state.edition())
	})
}

// noFrames is added to the policy of the site.
const noFrames = "frame-ancestors 'none'"

// protect sets headers of every answer, whatever the host's rules say: no browser
// keeps it or guesses its type, and no other site may embed or read it.
func protect(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("X-Frame-Options", "DENY")
	if !slices.Contains(h.Values("Content-Security-Policy"), noFrames) {
		h.Add("Content-Security-Policy", noFrames)
	}
}

// own serves the preview's own script and styles.
func (p *preview) own(w http.ResponseWriter, r *http.Request, name string) {
	sendFile(w, r, assets, "assets/"+name, ".css", ".js")
}

// sendFile sends a file whose name ends in one of the extensions. Go's own file server
// is not used, since it takes Cache-Control from an answer to a bad range.
func sendFile(w http.ResponseWriter, r *http.Request, files fs.FS, name string, extensions ...string) {
	data, err := fs.ReadFile(files, name)
	if err != nil || !slices.Contains(extensions, path.Ext(name)) {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(name))
	if r.Method != http.MethodHead {
		_, _ = w.Write(data)
	}
}

// serve answers with a page or a file of an edition.
func (p *preview) serve(w http.ResponseWriter, r *http.Request, e *edition) {
	if e.shown == nil {
		p.mistakes(w, r, noPageYet, e.page, e.mistakes(p).Stops)
		return
	}
	base := e.shown.Site.Base
	at, ok := strings.CutPrefix(r.URL.Path, base)
	if !ok || base != "" && at == "" {
		to := url.URL{Path: base + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusFound)
		return
	}
	route, exists := find(e, at)
	if exists {
		p.write(w, r, e, route, at, http.StatusOK)
		return
	}
	if rule, to, ok := e.rules.redirects.Find(at); ok {
		if rule.Status != http.StatusOK {
			w.Header().Set("Location", leads(to, r.URL.RawQuery))
			w.WriteHeader(rule.Status)
			return
		}
		file, _, _ := strings.Cut(to, "?")
		if other, found := find(e, file); found {
			p.write(w, r, e, other, at, http.StatusOK)
			return
		}
	}
	if folder, ok := find(e, at+"/"); ok && !strings.HasSuffix(at, "/") {
		to := url.URL{Path: base + folder.Path, RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusMovedPermanently)
		return
	}
	if missing, ok := e.shown.Route("/404.html"); ok {
		p.write(w, r, e, missing, at, http.StatusNotFound)
		return
	}
	http.NotFound(w, r)
}

// leads is the address that a redirect goes to, with the query of the request unless
// it has its own.
func leads(to, query string) string {
	to, fragment, has := strings.Cut(to, "#")
	if query != "" && !strings.Contains(to, "?") {
		to += "?" + query
	}
	if has {
		to += "#" + fragment
	}
	return to
}

// find returns the route of a path, which may name a page by its file.
func find(e *edition, at string) (render.Route, bool) {
	if route, ok := e.shown.Route(at); ok {
		return route, true
	}
	if folder, ok := strings.CutSuffix(at, "/index.html"); ok {
		return e.shown.Route(folder + "/")
	}
	return render.Route{}, false
}

// write sends what a route writes, with the host's headers. A page gets the
// preview's script, and is otherwise as published.
func (p *preview) write(w http.ResponseWriter, r *http.Request, e *edition, route render.Route, at string, status int) {
	var b bytes.Buffer
	if err := route.Write(&b); err != nil {
		p.fault(w, r, e, route, err)
		return
	}
	body := b.Bytes()
	h := w.Header()
	h.Del("Content-Security-Policy")
	e.rules.header(h, at)
	if route.IsPage() && !p.Bare {
		body = inject(body, e.page)
		if policy := h.Get("Content-Security-Policy"); policy != "" {
			h.Set("Content-Security-Policy", widen(policy, "http://"+r.Host+ownFolder))
		}
	}
	protect(h)
	h.Set("Content-Type", contentType(route.File()))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
}

// fault answers for a page whose layout has failed. Apart from [preview.tryLayouts],
// such a mistake shows only when a browser asks for the page.
func (p *preview) fault(w http.ResponseWriter, r *http.Request, e *edition, route render.Route, err error) {
	d, ok := e.shown.Explain(err)
	if !ok {
		d = diag.Diagnostic{Message: route.Path + ": " + err.Error()}
		p.tell("%s cannot be made: %v", route.Path, err)
		p.mistakes(w, r, thisPageNot, e.page, []mistake{{Message: d.Message, Kind: "fault"}})
		return
	}
	p.tell("%s cannot be made: %s: %s", route.Path, d.Place.File, d.Message)
	p.mistakes(w, r, thisPageNot, e.page, p.describe(e, diag.List{d}, e.shown.Text))
}

// inject puts the preview's script at the end of a page's body.
func inject(page []byte, name string) []byte {
	script := `<script src="` + ownFolder + `preview.js" data-page="` + name + `" defer></script>`
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	out := make([]byte, 0, len(page)+len(script))
	out = append(out, page[:at]...)
	out = append(out, script...)
	return append(out, page[at:]...)
}

// types are the content types of the host, by extension. The list of this machine
// may differ.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".csv": "text/csv; charset=utf-8", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif",
	".gif": "image/gif", ".ico": "image/x-icon", ".woff2": "font/woff2", ".woff": "font/woff", ".pdf": "application/pdf",
	".webmanifest": "application/manifest+json", ".jsonld": "application/ld+json",
}

func contentType(file string) string {
	ext := strings.ToLower(path.Ext(file))
	if t := types[ext]; t != "" {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}
