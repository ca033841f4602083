package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is written by one goroutine and read by another.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// says waits until a pattern is found in what was written, and returns it with
// its groups.
func (o *output) says(t *testing.T, pattern string) []string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for range 1000 {
		if m := re.FindStringSubmatch(o.String()); m != nil {
			return m
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("it never says %s, but\n%s", pattern, o)
	return nil
}

// The whole command: where the preview is, one line for a rebuild, mistakes as
// build prints them, and a clean end.
func TestPreviewCommand(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const page = "---\ntitle: About us\nsummary: Who we are.\n---\n"
	write("content/site.yaml", "title: A site\nbase_url: https://example.org\n")
	write("content/pages/about.md", page)

	// Another program uses the port.
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var stdout, stderr output
	status := make(chan int)
	go func() {
		status <- run(ctx, "build", []string{"preview", "-root", root, "-addr", fmt.Sprint("127.0.0.1:", port)}, &stdout, &stderr)
	}()
	address := stdout.says(t, `preview at (http://127\.0\.0\.1:\d+/) \(Ctrl-C ends it\)`)[1]
	if strings.Contains(address, fmt.Sprint(port)) {
		t.Errorf("it serves at %s, which is taken", address)
	}
	stderr.says(t, fmt.Sprintf("port %d is taken: serving on %s instead", port, strings.Trim(address[len("http://127.0.0.1:"):], "/")))
	stdout.says(t, `the site → \d+ ms, 0 warnings\n`)

	res, err := http.Get(address + "about/")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || !bytes.Contains(body, []byte("<h1>About us</h1>")) {
		t.Errorf("the page is %s (%v)", body, err)
	}
	write("content/pages/about.md", page+"\nSee [[nobody]].\n")
	stdout.says(t, `content/pages/about\.md → \d+ ms, 1 error, 0 warnings\n`)
	stderr.says(t, `content/pages/about\.md:6:7: error: nothing has the id "nobody" \[E041\]\n +6 \| See \[\[nobody\]\]\.`)
	write("content/pages/about.md", page+"\nSee us.\n")
	stdout.says(t, `content/pages/about\.md → \d+ ms, 0 warnings\n`)

	http.DefaultClient.CloseIdleConnections()
	cancel()
	select {
	case got := <-status:
		if got != exitOK {
			t.Errorf("exit status %d: %s", got, &stderr)
		}
	case <-time.After(10 * time.Second):
		t.Error("it does not end")
	}
}

// An author who lets other machines in is told so, with the address for a phone.
func TestPreviewForOthers(t *testing.T) {
	for _, tt := range []struct {
		addr            net.Addr
		drafts          bool
		address, warned string
	}{
		{&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}, true, "http://127.0.0.1:8080/", ""},
		{&net.TCPAddr{IP: net.IPv6loopback, Port: 8080}, false, "http://[::1]:8080/", ""},
		{&net.TCPAddr{IP: net.IPv4zero, Port: 8080}, true, "http://localhost:8080/", "drafts included"},
		{&net.TCPAddr{IP: net.IPv4(192, 168, 1, 7), Port: 8080}, false, "http://192.168.1.7:8080/", "without drafts"},
	} {
		var stdout, stderr output
		inv := &invocation{program: "build", stdout: &stdout, stderr: &stderr}
		inv.drafts = tt.drafts
		if got := inv.welcome(tt.addr); got != tt.address {
			t.Errorf("%s is at %s, want %s", tt.addr, got, tt.address)
		}
		if got := stderr.String(); tt.warned == "" && got != "" || !strings.Contains(got, tt.warned) {
			t.Errorf("%s: it warns %q", tt.addr, got)
		}
	}
}
