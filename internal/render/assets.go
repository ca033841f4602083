package render

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/host"
	"receipts/internal/markdown"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// rootFolder is the part of static/ that is published under its own names at
// the root: robots.txt, favicon.ico and what else has a fixed address.
const rootFolder = "root/"

// highlightAsset is the stylesheet of code blocks, made by package markdown.
const highlightAsset = "highlight.css"

// Assets are the static files as they are published: each under a name that
// contains a hash of its bytes, so that a browser may cache it for ever.
type Assets struct {
	byName map[string]*asset
	files  []*asset // by path

	Redirects host.Redirects // the author's own
	redirects []byte         // the same, as written

	sheets map[string]source.File // by name
	begun  map[string]bool        // of sheets, those that are added or about to be
}

type asset struct {
	name      string // "style.css"
	path      string // "/static/style.3f2a9c1b.css"
	integrity string // for link and script: "sha384-…"
	data      []byte
}

func (a *asset) write(w io.Writer) error {
	_, err := w.Write(a.data)
	return err
}

// NewAssets takes the files of static/. Stylesheets may name other static
// files by url(…), relative to themselves; those names are replaced by the
// published ones, and one that does not exist is an error at its place. base
// is the path that the site is published under.
func NewAssets(files []source.File, base string) (*Assets, diag.List) {
	var diags diag.List
	a := &Assets{byName: map[string]*asset{}, sheets: map[string]source.File{}, begun: map[string]bool{}}
	for _, f := range files {
		if source.IsText(f.Path) {
			f.Data = yamldoc.FirstVersion(f.Path, f.Data, &diags)
		}
		if path.Ext(f.Path) == ".css" && !strings.HasPrefix(staticName(f.Path), rootFolder) {
			a.sheets[staticName(f.Path)] = f
			continue
		}
		switch f.Path {
		case "static/root" + host.HeadersPath:
			_, bad := host.ParseHeaders(f)
			diags = append(diags, bad...)
		case "static/root" + host.RedirectsPath:
			var bad diag.List
			a.redirects = f.Data
			a.Redirects, bad = host.ParseRedirects(f)
			diags = append(diags, bad...)
			continue
		}
		data := f.Data
		if !strings.HasPrefix(staticName(f.Path), rootFolder) {
			var bad diag.List
			data, bad = minified(f)
			diags = append(diags, bad...)
		}
		a.add(staticName(f.Path), data)
	}
	for _, name := range slices.Sorted(maps.Keys(a.sheets)) {
		diags = append(diags, a.addSheet(name, base)...)
	}
	if a.byName[highlightAsset] == nil {
		data, _ := minified(source.File{Path: highlightAsset, Data: markdown.Stylesheet()})
		a.add(highlightAsset, data)
	}
	slices.SortFunc(a.files, func(x, y *asset) int { return strings.Compare(x.path, y.path) })
	return a, diags
}

// addSheet adds a stylesheet of a.sheets, after those that it imports, since its
// bytes have their published names.
func (a *Assets) addSheet(name, base string) diag.List {
	f, waits := a.sheets[name]
	if !waits || a.begun[name] {
		return nil
	}
	a.begun[name] = true
	data, diags := a.resolveURLs(f, base)
	data, bad := minified(source.File{Path: f.Path, Data: data})
	a.add(name, a.withImports(data, base))
	return append(diags, bad...)
}

// An import of a stylesheet of ours, as minified.
var cssImport = regexp.MustCompile(`@import\s*(?:url\()?["']?([^"')\s]+)["']?\)?;`)

// withImports puts the rules of a stylesheet where it is imported, so that a page makes
// one request for both.
func (a *Assets) withImports(data []byte, base string) []byte {
	return cssImport.ReplaceAllFunc(data, func(statement []byte) []byte {
		address := string(cssImport.FindSubmatch(statement)[1])
		for _, f := range a.files {
			if base+f.path == address {
				return f.data
			}
		}
		return statement
	})
}

// path is where a static file is published, below the site's base path.
func (a *Assets) path(name string) (string, bool) {
	f := a.byName[name]
	if f == nil {
		return "", false
	}
	return f.path, true
}

func staticName(p string) string { return strings.TrimPrefix(p, "static/") }

func (a *Assets) add(name string, data []byte) {
	f := &asset{name: name, data: data}
	if own, ok := strings.CutPrefix(name, rootFolder); ok {
		f.path = "/" + own
	} else {
		sum := sha256.Sum256(data)
		ext := path.Ext(name)
		f.path = "/static/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
		switch ext {
		case ".css", ".js":
			sum := sha512.Sum384(data)
			f.integrity = "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
		}
	}
	a.byName[name] = f
	a.files = append(a.files, f)
}

// Names lists the static files by their own names.
func (a *Assets) Names() []string { return slices.Sorted(maps.Keys(a.byName)) }

// A Style is a stylesheet as pages link to it, below the site's base path.
type Style struct{ Name, Path, Integrity string }

// Styles lists the stylesheets that are published under a hash, by path.
func (a *Assets) Styles() []Style {
	var out []Style
	for _, f := range a.files {
		if path.Ext(f.name) == ".css" && f.integrity != "" {
			out = append(out, Style{f.name, f.path, f.integrity})
		}
	}
	return out
}

var cssURL = regexp.MustCompile(`url\(\s*(['"]?)([^'")]*[^'")\s])\s*(['"]?)\s*\)`)

// resolveURLs replaces the names in a stylesheet's url(…) by published paths.
func (a *Assets) resolveURLs(f source.File, base string) ([]byte, diag.List) {
	var diags diag.List
	var out bytes.Buffer
	last := 0
	for _, m := range cssURL.FindAllSubmatchIndex(f.Data, -1) {
		name, _, _ := strings.Cut(string(f.Data[m[4]:m[5]]), "#")
		name, _, _ = strings.Cut(name, "?")
		if name == "" || strings.Contains(name, ":") {
			continue
		}
		target := path.Join(path.Dir(staticName(f.Path)), name)
		diags = append(diags, a.addSheet(target, base)...)
		asset := a.byName[target]
		if asset == nil {
			message := `there is no file "` + target + `" in static/`
			if a.begun[target] {
				message = `"` + target + `" imports this stylesheet itself, or one that does`
			}
			diags.AddHint(diag.UnknownAsset, diag.Place{File: f.Path, Start: m[4], End: m[5]}, message, diag.DidYouMean(target, a.Names()))
			continue
		}
		out.Write(f.Data[last:m[4]])
		out.WriteString(base + asset.path)
		last = m[4] + len(name)
	}
	out.Write(f.Data[last:])
	return out.Bytes(), diags
}
