package repotest

import (
	"crypto/sha256"
	"encoding/hex"
	"go/ast"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// docs/third-party.md has every file that others have made, and its hash.
func TestThirdPartyFiles(t *testing.T) {
	line := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| [^|]+ \\| ([0-9a-f]{64}) \\|$")
	listed := map[string]bool{}
	for _, m := range line.FindAllStringSubmatch(read(t, "docs/third-party.md"), -1) {
		listed[m[1]] = true
		sum := sha256.Sum256([]byte(read(t, m[1])))
		if got := hex.EncodeToString(sum[:]); got != m[2] {
			t.Errorf("%s has the hash %s, which docs/third-party.md does not say", m[1], got)
		}
	}
	if len(listed) < 5 {
		t.Fatalf("docs/third-party.md lists %d files", len(listed))
	}
	eachFile(t, func(p string) {
		folder, name := path.Split(p)
		isTheirs := strings.HasPrefix(p, "internal/sitetest/testdata/axe/") || strings.HasPrefix(p, "internal/sitetest/testdata/schemaorg/") || folder == "static/fonts/" || strings.HasPrefix(p, "internal/region/shapes") ||
			strings.HasPrefix(name, "OFL") || strings.HasSuffix(name, ".min.js") || slices.Contains([]string{".woff", ".woff2", ".ttf", ".otf", ".wasm"}, path.Ext(p))
		if isTheirs && !listed[p] {
			t.Errorf("%s is not in docs/third-party.md", p)
		}
	})
}

// The program reaches the network and other programs by these packages alone. Of two
// libraries nothing of the kind is called: minify would start minifiers that are set
// by command, and has, like brotli, a wrapper for servers.
func TestWhoReachesOut(t *testing.T) {
	want := []string{
		"codeberg.org/readeck/go-readability/v2 net/http",
		"github.com/andybalholm/brotli net/http",
		"github.com/tdewolff/minify/v2 net/http",
		"github.com/tdewolff/minify/v2 os/exec",
		"receipts/cmd/build net",
		"receipts/cmd/build os/exec", // git, for "diff" and "-since"
		"receipts/internal/preview net",
		"receipts/internal/preview net/http",
		"receipts/internal/preview os/exec", // the author's editor and browser
	}
	const form = `{{$p := .}}{{if not .Standard}}{{range .Imports}}{{if or (eq . "net") (eq . "net/http") (eq . "os/exec") (eq . "net/rpc") (eq . "plugin")}}{{$p.ImportPath}} {{.}}{{"\n"}}{{end}}{{end}}{{end}}`
	cmd := exec.Command("go", "list", "-deps", "-f", form, "./cmd/build")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Fields(strings.ReplaceAll(string(out), " ", "\x00"))
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], "\x00", " ")
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("imports (-want +got):\n%s", diff)
	}
	reaching := regexp.MustCompile(`^(AddCmd|FromURL|HTTPCompressor|Middleware|ResponseWriter)`)
	for _, f := range goFiles(t) {
		if f.test || f.folder == "internal/preview" { // which imports neither library
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && reaching.MatchString(s.Sel.Name) {
				t.Errorf("%s: %s is for a server or another program", f.at(s), s.Sel.Name)
			}
			return true
		})
	}
}
