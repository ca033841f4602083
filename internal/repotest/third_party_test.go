package repotest

import (
	"crypto/sha256"
	"encoding/hex"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// thirdParty matches a row of docs/third-party.md.
var thirdParty = regexp.MustCompile("^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([0-9a-f]{64}) \\|$")

// rowsOf are the rows of the table of a text, each the cells file, origin, licence and hash;
// nil instead of one that lacks any.
func rowsOf(text string) (rows [][]string) {
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		m := thirdParty.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil || strings.TrimSpace(m[2]) == "" || strings.TrimSpace(m[3]) == "" {
			m = []string{""}
		}
		rows = append(rows, m[1:])
	}
	return rows
}

// isOurs matches the files of static/ that were made here.
var isOurs = regexp.MustCompile(`^static/(?:(?:explainer|fact|home|legal|money|search|states|style|topic)\.css|(?:ledger|search|site)\.js|icon\.svg|root/(?:_headers|robots\.txt))$`)

// mustBeListed reports whether a file belongs into docs/third-party.md.
func mustBeListed(p string) bool {
	folder, name := path.Split(p)
	return strings.HasPrefix(p, "internal/sitetest/testdata/axe/") || strings.HasPrefix(p, "internal/sitetest/testdata/schemaorg/") || folder == "static/fonts/" || strings.HasPrefix(p, "internal/region/shapes") ||
		strings.HasPrefix(p, "static/") && !isOurs.MatchString(p) ||
		strings.HasPrefix(name, "OFL") || strings.HasSuffix(name, ".min.js") || slices.Contains([]string{".woff", ".woff2", ".ttf", ".otf", ".wasm"}, path.Ext(p))
}

// docs/third-party.md has every file that others have made, and its hash.
func TestThirdPartyFiles(t *testing.T) {
	listed := map[string]bool{}
	for _, row := range rowsOf(read(t, "docs/third-party.md")) {
		if len(row) == 0 {
			t.Error("docs/third-party.md has a row without a file, an origin, a licence or a hash")
			continue
		}
		listed[row[0]] = true
		sum := sha256.Sum256([]byte(read(t, row[0])))
		if got := hex.EncodeToString(sum[:]); got != row[3] {
			t.Errorf("%s has the hash %s, which docs/third-party.md does not say", row[0], got)
		}
	}
	if len(listed) < 5 {
		t.Fatalf("docs/third-party.md lists %d files", len(listed))
	}
	eachFile(t, func(p string) {
		if mustBeListed(p) && !listed[p] {
			t.Errorf("%s is not in docs/third-party.md, nor in isOurs", p)
		}
	})
}

func TestThirdPartyRows(t *testing.T) {
	hash := strings.Repeat("0", 64)
	for give, want := range map[string]int{
		"| `a` | b 1.0 | MIT | " + hash + " |\n": 4,
		"| `a` | b 1.0 |   | " + hash + " |\n":   0,
		"| `a` | b 1.0 || " + hash + " |\n":      0,
		"| `a` |  | MIT | " + hash + " |\n":      0,
		"| `a` | b 1.0 | MIT | 0 |\n":            0,
	} {
		if rows := rowsOf(give); len(rows) != 1 || len(rows[0]) != want {
			t.Errorf("%s is read as %q", give, rows)
		}
	}
	for p, want := range map[string]bool{"static/jquery.js": true, "static/vendor/site.js": true, "static/fonts/a.woff2": true, "static/site.js": false} {
		if mustBeListed(p) != want {
			t.Errorf("%s must be listed: %v", p, !want)
		}
	}
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
		"receipts/cmd/build os/exec",         // git, for "diff" and "-since"
		"receipts/internal/content net/mail", // the form of an address; net/mail imports net
		"receipts/internal/preview net",
		"receipts/internal/preview net/http",
		"receipts/internal/preview os/exec", // the author's editor and browser
	}
	const form = `{{$p := .}}{{range .Imports}}{{$p.ImportPath}} {{$p.Standard}} {{.}}{{"\n"}}{{end}}`
	cmd := exec.Command("go", "list", "-deps", "-f", form, "./cmd/build")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, importsThatReach(string(out))); diff != "" {
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
	for _, f := range goFiles(t) {
		if f.test || strings.HasPrefix(f.folder, "bench/") {
			continue
		}
		for _, n := range systemCalls(f.syntax) {
			t.Errorf("%s: this may reach the network or another program", f.at(n))
		}
	}
}

// importsThatReach are the imports, in lines "package, whether it is standard, import", by
// which a package that is not of the standard library reaches the network, another program
// or code that is loaded.
func importsThatReach(list string) (found []string) {
	imports := map[string][]string{} // of standard packages
	var others [][]string
	for line := range strings.Lines(list) {
		if f := strings.Fields(line); f[1] == "true" {
			imports[f[0]] = append(imports[f[0]], f[2])
		} else {
			others = append(others, f)
		}
	}
	known := map[string]bool{"net": true, "os/exec": true, "plugin": true}
	var reaches func(string) bool
	reaches = func(p string) bool {
		is, ok := known[p]
		if !ok {
			is = slices.ContainsFunc(imports[p], reaches)
			known[p] = is
		}
		return is
	}
	for _, f := range others {
		if reaches(f[2]) {
			found = append(found, f[0]+" "+f[2])
		}
	}
	slices.Sort(found)
	return found
}

// harmless are the names of package syscall and of golang.org/x/sys that the program uses:
// errors, signals, what an editor is started with, and calls on files.
var harmless = regexp.MustCompile(`^(?:E[A-Z]+|Errno|SIG[A-Z]+|Signal|SysProcAttr|CREATE_NEW_PROCESS_GROUP|Flock|LOCK_[A-Z]+|Renameat2|RENAME_EXCHANGE|AT_FDCWD)$`)

// systemCalls are the places of a file that ask the system for more than that, or get past
// what Go checks.
func systemCalls(file *ast.File) (found []ast.Node) {
	system := map[string]bool{} // names of packages in the file
	for _, i := range file.Imports {
		target, _ := strconv.Unquote(i.Path.Value)
		if target != "syscall" && !strings.HasPrefix(target, "golang.org/x/sys/") {
			if target == "C" || target == "unsafe" { // //go:linkname needs unsafe
				found = append(found, i)
			}
			continue
		}
		name := path.Base(target)
		if i.Name != nil {
			name = i.Name.Name
		}
		system[name] = true
		if name == "." {
			found = append(found, i)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := s.X.(*ast.Ident)
		if ok && system[x.Name] && !harmless.MatchString(s.Sel.Name) || s.Sel.Name == "StartProcess" {
			found = append(found, s)
		}
		return true
	})
	return found
}

func TestImportsThatReach(t *testing.T) {
	const standard = "net/smtp true net\ncrypto/tls true crypto/x509\ncrypto/x509 true net\nstrings true unicode\n"
	for _, tt := range []struct {
		give string
		want []string
	}{
		{"receipts/internal/render false strings\n", nil},
		{"receipts/internal/render false net/smtp\n", []string{"receipts/internal/render net/smtp"}},
		{"receipts/internal/render false crypto/tls\n", []string{"receipts/internal/render crypto/tls"}},
		{"receipts/internal/render false plugin\n", []string{"receipts/internal/render plugin"}},
	} {
		if diff := cmp.Diff(tt.want, importsThatReach(standard+tt.give)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.give, diff)
		}
	}
	for _, tt := range []struct {
		give string
		want int
	}{
		{`import "syscall"; var x = syscall.ENOSPC`, 0},
		{`import "syscall"; var x = syscall.Exec`, 1},
		{`import s "syscall"; var x = s.Socket`, 1},
		{`import . "syscall"; var x = Socket`, 1},
		{`import "golang.org/x/sys/unix"; var x = unix.Connect`, 1},
		{`import "os"; var x = os.StartProcess`, 1},
		{`import o "os"; var x = o.StartProcess`, 1},
		{`import _ "unsafe"`, 1},
		{`import "C"`, 1},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a; "+tt.give, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(systemCalls(file)); got != tt.want {
			t.Errorf("%s: %d places, want %d", tt.give, got, tt.want)
		}
	}
}
