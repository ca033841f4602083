package render

import (
	"crypto/sha512"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
	"receipts/internal/source"
)

func static(files ...string) []source.File {
	var out []source.File
	for i := 0; i < len(files); i += 2 {
		out = append(out, source.File{Path: "static/" + files[i], Data: []byte(files[i+1])})
	}
	return out
}

func TestAssetNames(t *testing.T) {
	a, diags := NewAssets(static("style.css", "p{top:0}", "fonts/a.woff2", "font", "app.js", "1", "plain", "x", "root/robots.txt", "r", "root/a/b.txt", "b"), "")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for _, tt := range []struct {
		name, path string
		integrity  bool
	}{
		{"style.css", `^/static/style\.[0-9a-f]{10}\.css$`, true},
		{"app.js", `^/static/app\.[0-9a-f]{10}\.js$`, true},
		{"fonts/a.woff2", `^/static/fonts/a\.[0-9a-f]{10}\.woff2$`, false},
		{"plain", `^/static/plain\.[0-9a-f]{10}$`, false},
		{highlightAsset, `^/static/highlight\.[0-9a-f]{10}\.css$`, true},
		{"root/robots.txt", `^/robots\.txt$`, false},
		{"root/a/b.txt", `^/a/b\.txt$`, false},
	} {
		v, err := a.view(tt.name, "/base")
		if err != nil {
			t.Error(err)
			continue
		}
		path, ok := strings.CutPrefix(v.URL, "/base")
		if !ok || !regexp.MustCompile(tt.path).MatchString(path) {
			t.Errorf("%s is published at %s, want %s", tt.name, v.URL, tt.path)
		}
		want := ""
		if tt.integrity {
			sum := sha512.Sum384(a.byName[tt.name].data)
			want = "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
		}
		if v.Integrity != want {
			t.Errorf("%s has integrity %q, want %q", tt.name, v.Integrity, want)
		}
	}
	if _, err := a.view("none.css", ""); err == nil {
		t.Error("a file that does not exist has an address")
	}
	if !slices.IsSortedFunc(a.files, func(x, y *asset) int { return strings.Compare(x.path, y.path) }) {
		t.Error("files are not sorted by path")
	}
}

// The name of a file changes with its bytes, and with those of what it names.
func TestFingerprints(t *testing.T) {
	path := func(files ...string) string {
		a, diags := NewAssets(static(files...), "")
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		return a.byName["style.css"].path
	}
	one := path("style.css", "p{top:0}")
	if path("style.css", "p{top:0}") != one {
		t.Error("the same bytes have another name")
	}
	if path("style.css", "q{top:0}") == one {
		t.Error("other bytes have the same name")
	}
	const sheet = "p{background:url(a.png)}"
	if path("style.css", sheet, "a.png", "1") == path("style.css", sheet, "a.png", "2") {
		t.Error("a stylesheet has the same name with another picture")
	}
}

func TestStylesheetAddresses(t *testing.T) {
	files := static("a.png", "a", "img/b.png", "b", "css/sheet.css", "")
	plain, _ := NewAssets(files, "")
	a, b := plain.byName["a.png"].path, plain.byName["img/b.png"].path
	for _, tt := range []struct {
		desc, give, want string
		fault            string // the text at its place
	}{
		{desc: "none", give: "p { color: red }", want: "p{color:red}"},
		{desc: "beside", give: "p{background:url(../a.png)}", want: "p{background:url(/base" + a + ")}"},
		{desc: "quoted", give: `p{background:url("../a.png")}`, want: "p{background:url(/base" + a + ")}"},
		{desc: "single quotes and spaces", give: `p{background:url( '../img/b.png' )}`, want: "p{background:url(/base" + b + ")}"},
		{desc: "spaces", give: `p{background:url( ../a.png )}`, want: "p{background:url(/base" + a + ")}"},
		{desc: "two", give: "p{src:url(../a.png),url(../img/b.png)}", want: "p{src:url(/base" + a + "),url(/base" + b + ")}"},
		{desc: "a licence, in a comment", give: "/*! url(../a.png) */", want: "/*!url(/base" + a + ")*/"},
		{desc: "data", give: `p{background:url(data:image/png;base64,AA==)}`, want: `p{background:url(data:image/png,%00)}`},
		{desc: "fragment of the page", give: `p{filter:url(#blur)}`, want: `p{filter:url(#blur)}`},
		{desc: "elsewhere", give: `p{src:url(https://example.org/a.woff2)}`, want: `p{src:url(https://example.org/a.woff2)}`},
		{desc: "unknown", give: "q{background:url(../c.png)}", want: "q{background:url(../c.png)}", fault: "../c.png"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := static("a.png", "a", "img/b.png", "b", "css/sheet.css", tt.give)
			assets, diags := NewAssets(files, "/base")
			if diff := cmp.Diff(tt.want, string(assets.byName["css/sheet.css"].data)); diff != "" {
				t.Errorf("stylesheet (-want +got):\n%s", diff)
			}
			var got strings.Builder
			for _, d := range diags {
				if d.Code != diag.UnknownAsset || d.Place.File != "static/css/sheet.css" {
					t.Errorf("%v", d)
				}
				got.WriteString(tt.give[d.Place.Start:d.Place.End])
			}
			if got.String() != tt.fault {
				t.Errorf("faults at %q, want %q", got.String(), tt.fault)
			}
		})
	}
}

// A stylesheet may import any other, whose rules are then in it; but not, by whatever
// way, itself.
func TestStylesheetImports(t *testing.T) {
	sheets := []string{"a.css", "@import url(z.css);p{top:0}", "m.css", "q{top:0}", "z.css", "@import url(m.css);"}
	assets, diags := NewAssets(static(sheets...), "")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for name, want := range map[string]string{"a.css": "q{top:0}p{top:0}", "z.css": "q{top:0}", "m.css": "q{top:0}"} {
		if got := string(assets.byName[name].data); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	sheets[3] = "@import url(a.css);"
	_, diags = NewAssets(static(sheets...), "")
	if len(diags) != 1 || diags[0].Place.File != "static/m.css" || !strings.Contains(diags[0].Message, `"a.css" imports`) {
		t.Errorf("a circle: %v", diags)
	}
}

func TestRouteFiles(t *testing.T) {
	for _, tt := range []struct {
		path, file string
		page       bool
	}{
		{"/", "index.html", true},
		{"/facts/a/", "facts/a/index.html", true},
		{"/404.html", "404.html", true},
		{"/feed.xml", "feed.xml", false},
		{"/static/a.0123.css", "static/a.0123.css", false},
	} {
		r := Route{Path: tt.path}
		if r.File() != tt.file || r.IsPage() != tt.page {
			t.Errorf("%s is written to %s, page %t", tt.path, r.File(), r.IsPage())
		}
	}
}
