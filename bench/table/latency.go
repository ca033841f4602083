package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"receipts"
	"receipts/bench/archive"
)

// pause is the time between two saves. A server may clean up after a save in that
// time.
const pause = 1500 * time.Millisecond

// An edit is one kind of save, repeated with another word each time.
type edit struct {
	kind   string
	file   string
	change func(text, word string) string
	page   string // that shows the word
}

// A server shows an author what she saves.
type server struct {
	name  string
	site  string
	start func(ctx context.Context, site, port string) *exec.Cmd
	edits []edit
}

// before inserts more before the first occurrence of place in a text.
func before(place, more string) func(text, word string) string {
	return func(text, word string) string {
		return strings.Replace(text, place, strings.ReplaceAll(more, "%", word)+place, 1)
	}
}

// after inserts more after the first occurrence of place in a text.
func after(place, more string) func(text, word string) string {
	return func(text, word string) string {
		return strings.Replace(text, place, place+strings.ReplaceAll(more, "%", word), 1)
	}
}

func (t *tools) servers(a *archive.Archive) []server {
	i := len(a.Slugs) / 2
	file, page := a.File(i), "/articles/"+a.Slugs[i]+"/"
	ours := func(layout func(text, word string) string) []edit {
		return []edit{
			{"body", file, after("\n---\n\n", "Word %.\n\n"), page},
			{"states", file, before("\nlegal:\n", "\n  - DC: The article names %.\n    quote: \"in the District of Columbia\"\n    at: P1"), "/states/district-of-columbia/"},
			{"title", file, after("title: ", "% "), page},
			{"fact", file, func(text, word string) string {
				amounts, rest, _ := strings.Cut(text, "\ndates:\n")
				return amounts + "\ndates:\n" + strings.Replace(rest, "says: ", "says: "+word+" ", 1)
			}, page},
			{"layout", "layouts/base.html", layout, page},
		}
	}
	preview := func(ctx context.Context, site, port string) *exec.Cmd {
		return exec.CommandContext(ctx, t.build, "preview", "-root", site, "-addr", "127.0.0.1:"+port)
	}
	list := []server{
		{equalWork, "equal", preview, ours(after("<body", ` class="%"`))},
		{"Receipts, all it does", "receipts", preview, ours(after(`<body class="`, "% "))},
	}
	if t.hugo != "" {
		list = append(list, server{"Hugo", "hugo", func(ctx context.Context, site, port string) *exec.Cmd {
			return exec.CommandContext(ctx, t.hugo, "server", "-s", site, "--bind", "127.0.0.1", "--port", port, "--renderToMemory")
		}, []edit{
			{"body", file, after("\n---\n\n", "Word %.\n\n"), page},
			{"states", file, func(text, word string) string {
				text = regexp.MustCompile(`(?m)^states: .*$`).ReplaceAllString(text, "states: [DC]")
				return strings.Replace(text, "title: ", "title: "+word+" ", 1)
			}, "/states/dc/"},
			{"title", file, after("title: ", "% "), page},
			{"fact", file, after("qualifier: \"", "% "), page},
			{"layout", "layouts/baseof.html", after("<body", " class=\"%\""), page},
		}})
	}
	return list
}

// latency measures the time from the last byte of a save to the last byte of a
// page that shows it, for a client that asks all the time.
func latency(ctx context.Context, w io.Writer, t *tools, articles int, dir string, edits int) error {
	a := archive.New(articles, 1)
	rows := [][]string{{"from a save to the page"}}
	for _, s := range t.servers(a) {
		row, err := s.measure(ctx, filepath.Join(dir, s.site), edits)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		if len(rows[0]) == 1 {
			for _, e := range s.edits {
				rows[0] = append(rows[0], e.kind)
			}
			rows[0] = append(rows[0], "memory")
		}
		rows = append(rows, append([]string{s.name}, row...))
	}
	fmt.Fprintf(w, "\n%d articles, medians of %d edits\n\n", articles, edits)
	printRows(w, rows)
	return nil
}

func (s server) measure(ctx context.Context, site string, edits int) (row []string, err error) {
	if s.site == "receipts" { // whose layouts are built in
		b, err := receipts.Defaults.ReadFile("layouts/base.html")
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Join(site, "layouts"), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(site, "layouts", "base.html"), b, 0o644); err != nil {
			return nil, err
		}
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	cmd := s.start(ctx, site, port)
	if err := cmd.Start(); err != nil {
		stop()
		return nil, err
	}
	defer func() {
		stop()
		_ = cmd.Wait() // it was ended by force
	}()
	base := "http://127.0.0.1:" + port
	if _, err := until(ctx, base+s.edits[0].page, "<main"); err != nil {
		return nil, err
	}
	word := 0
	for _, e := range s.edits {
		name := filepath.Join(site, filepath.FromSlash(e.file))
		old, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var took []time.Duration
		for i := range edits + 1 {
			word++
			mark := marked(word)
			text := e.change(string(old), mark)
			if text == string(old) {
				return nil, fmt.Errorf("nothing to edit in %s for %s", e.file, e.kind)
			}
			time.Sleep(pause + time.Duration(word%7)*37*time.Millisecond) // in step with no timer of a server
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				return nil, err
			}
			d, err := until(ctx, base+e.page, mark)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", e.kind, err)
			}
			if i > 0 { // the first finds caches empty
				took = append(took, d)
			}
		}
		if err := os.WriteFile(name, old, 0o644); err != nil {
			return nil, err
		}
		time.Sleep(pause) // until the old text is back
		row = append(row, ms(median(took, func(x, y time.Duration) time.Duration { return (x + y) / 2 })))
	}
	return append(row, megabytes(peakMemoryOf(cmd.Process.Pid))), nil
}

// marked is a word that no text has, in letters, since a figure would have to agree
// with a fact.
func marked(n int) string {
	s := ""
	for range 4 {
		s, n = string(rune('a'+n%26))+s, n/26
	}
	return "Mark" + s
}

// until asks for a page every millisecond until it has a word.
func until(ctx context.Context, address, word string) (time.Duration, error) {
	const most = 5 * time.Minute
	for start := time.Now(); ; time.Sleep(time.Millisecond) {
		if body := read(address); strings.Contains(body, word) {
			return time.Since(start), nil
		}
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if time.Since(start) > most {
			return 0, fmt.Errorf("%s does not show %q within %s", address, word, most)
		}
	}
}

// read returns a page, or "" while there is none.
func read(address string) string {
	res, err := http.Get(address)
	if err != nil {
		return ""
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		return ""
	}
	return string(b)
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
