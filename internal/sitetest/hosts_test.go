package sitetest

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/host"
	"receipts/internal/source"
)

// rulesFor are the headers that the site tells its host to send.
func rulesFor(t testing.TB, files map[string][]byte) host.Headers {
	t.Helper()
	rules, diags := host.ParseHeaders(source.File{Path: host.HeadersPath, Data: files[host.HeadersPath]})
	if len(diags) > 0 || len(rules) == 0 {
		t.Fatalf("_headers has %d rules, and this is wrong: %v", len(rules), diags)
	}
	return rules
}

// revalidate is what hosts that read _headers send by themselves, and servers do not.
const revalidate = "/* Cache-Control: public, max-age=0, must-revalidate"

// asRules are the headers of a configuration, each with its path.
var asRules = map[string]func(text string) []string{
	"nginx.conf": func(text string) []string {
		maps := map[string]string{}
		for _, m := range regexp.MustCompile(`(?s)map \$uri (\$\w+) \{(.*?)\n\}`).FindAllStringSubmatch(text, -1) {
			maps[m[1]] = m[2]
		}
		var out []string
		for _, m := range regexp.MustCompile(`(?m)^ *add_header (\S+) (?:"([^"]*)" always|(\$\w+));`).FindAllStringSubmatch(text, -1) {
			if m[3] == "" {
				out = append(out, "/* "+m[1]+": "+m[2])
			}
			for _, row := range regexp.MustCompile(`(?m)^ *(default|~\^(/\S+/)) +"([^"]+)";`).FindAllStringSubmatch(maps[m[3]], -1) {
				out = append(out, strings.TrimSuffix(row[2], "/")+"/* "+m[1]+": "+row[3])
			}
		}
		return out
	},
	"Caddyfile": func(text string) []string {
		var out []string
		if m := regexp.MustCompile(`(?s)\n\theader \{(.*?)\n\t\}`).FindStringSubmatch(text); m != nil {
			for _, row := range regexp.MustCompile(`(?m)^\t\t(\S+) "([^"]+)"$`).FindAllStringSubmatch(m[1], -1) {
				out = append(out, "/* "+row[1]+": "+row[2])
			}
		}
		for _, row := range regexp.MustCompile(`(?m)^\theader (?:(/\S+) |\?)(\S+) "([^"]+)"$`).FindAllStringSubmatch(text, -1) {
			path := row[1]
			if path == "" {
				path = "/*"
			}
			out = append(out, path+" "+row[2]+": "+row[3])
		}
		return out
	},
}

// Other sites may show cards, and their programs read what is for programs.
func TestForOtherSites(t *testing.T) {
	s := site(t)
	rules := rulesFor(t, s.files)
	value := func(path, name string) string {
		if s.files[path] == nil {
			t.Errorf("%s is not published", path)
		}
		for _, h := range rules.For(path) {
			if h.Name == name {
				return h.Value
			}
		}
		return ""
	}
	for _, card := range []string{"/cards/site.png", "/cards/articles/bfm-2024-10-21.png"} {
		if got := value(card, "Cross-Origin-Resource-Policy"); got != "cross-origin" {
			t.Errorf("%s may be shown by %q", card, got)
		}
	}
	for _, data := range []string{"/data/reports.csv", "/data/record.schema.json", "/facts/daily-award/index.json", "/feed.xml"} {
		if got := value(data, "Access-Control-Allow-Origin"); got != "*" {
			t.Errorf("%s may be read by %q", data, got)
		}
	}
}

// The configurations in docs/hosts/ say what _headers says.
func TestHostSnippets(t *testing.T) {
	want := []string{revalidate}
	for _, rule := range rulesFor(t, site(t).files) {
		for _, h := range rule.Values {
			want = append(want, rule.Path+" "+h.Name+": "+h.Value)
		}
	}
	slices.Sort(want)
	for name, read := range asRules {
		got := read(snippet(t, name))
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("docs/hosts/%s differs from _headers (-want +got):\n%s", name, diff)
		}
	}
}

func snippet(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "docs", "hosts", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// replaced is text with each of pairs in the place of the one before it, which it has.
func replaced(t *testing.T, text string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the configuration has no %q", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// A server program runs with its configuration where it is installed.
var servers = []struct {
	program string
	config  func(t *testing.T, folder, at string) (file, text string)
	args    []string
}{
	{
		"nginx",
		func(t *testing.T, folder, at string) (file, text string) {
			text = replaced(t, snippet(t, "nginx.conf"), "listen 80;", "listen "+at+";", "/srv/receipts/public", filepath.Join(folder, "public"))
			return "conf", "daemon off; master_process off; pid pid; events {}\nhttp {\naccess_log off; client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;\n" +
				"types { text/html html; text/css css; application/json json; text/xml xml; text/plain txt; }\n" + text + "}\n"
		},
		[]string{"-e", "stderr", "-p", ".", "-c", "conf"},
	},
	{
		"caddy",
		func(t *testing.T, folder, at string) (file, text string) {
			return "conf", "{\n\tadmin off\n}\n" + replaced(t, snippet(t, "Caddyfile"), "\nexample.org {", "\nhttp://"+at+" {", "/srv/receipts/public", filepath.Join(folder, "public"))
		},
		[]string{"run", "--config", "conf", "--adapter", "caddyfile"},
	},
}

// nginx and Caddy send what _headers says, each header once, and the page for what is
// missing as missing.
func TestHosts(t *testing.T) {
	s := site(t)
	rules := rulesFor(t, s.files)
	for _, server := range servers {
		t.Run(server.program, func(t *testing.T) {
			program, err := exec.LookPath(server.program)
			if err != nil {
				t.Skip(server.program + " is not installed")
			}
			folder, at := t.TempDir(), freePort(t)
			for path, data := range s.files {
				if strings.HasSuffix(path, "/") {
					path += "index.html"
				}
				save(t, filepath.Join(folder, "public", filepath.FromSlash(path)), data)
			}
			file, text := server.config(t, folder, at)
			save(t, filepath.Join(folder, file), []byte(text))
			cmd := exec.Command(program, server.args...)
			cmd.Dir, cmd.Env = folder, append(os.Environ(), "HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CONFIG_HOME="+folder)
			var said strings.Builder
			cmd.Stderr = &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				_ = cmd.Process.Signal(os.Interrupt)
				_ = cmd.Wait()
				if t.Failed() {
					t.Log(said.String())
				}
			})
			for path := range s.files {
				if strings.HasPrefix(path, "/static/style.") {
					ask(t, rules, at, path, path, 200)
				}
			}
			ask(t, rules, at, "/", "/", 200)
			ask(t, rules, at, "/data/reports.csv", "/data/reports.csv", 200)
			ask(t, rules, at, "/search/index.json", "/search/index.json", 200)
			ask(t, rules, at, "/nothing/here/", "/", 404)
			ask(t, rules, at, "/static/nothing.css", "/", 404)
			ask(t, rules, at, "/_headers", "/", 404)
		})
	}
}

// ask asks for a path, and expects the headers of another.
func ask(t *testing.T, rules host.Headers, at, path, as string, status int) {
	t.Helper()
	var res *http.Response
	err := fmt.Errorf("not asked")
	for range 100 { // it may still be starting
		if res, err = http.Get("http://" + at + path); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != status {
		t.Errorf("%s has status %d, want %d", path, res.StatusCode, status)
	}
	if status == 404 && !strings.Contains(string(body), "<main") {
		t.Errorf("%s is answered with %.80s", path, body)
	}
	want := map[string]string{}
	if status == 200 {
		want["Cache-Control"] = strings.TrimPrefix(revalidate, "/* Cache-Control: ")
	}
	for _, h := range rules.For(as) {
		want[h.Name] = h.Value
	}
	for name := range res.Header {
		if _, ours := want[name]; !ours && (strings.HasPrefix(name, "Access-") || name == "Cache-Control") {
			t.Errorf("%s has %s: %s", path, name, res.Header.Get(name))
		}
	}
	for name, value := range want {
		if got := res.Header.Values(name); len(got) != 1 || got[0] != value {
			t.Errorf("%s has %s: %q, want %q", path, name, got, value)
		}
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func save(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
