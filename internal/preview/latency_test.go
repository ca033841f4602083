package preview

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"receipts/bench/corpus"
)

// An edit is one that an author makes to a large site, again and again: Q%s is
// another word each time.
type edit struct {
	what, file, old, new string
	page                 string // that shows it
}

func editsOf(articles int) []edit {
	name := corpus.Article(articles / 2)
	page := "/articles/" + strings.TrimSuffix(filepath.Base(name), ".md") + "/"
	return []edit{
		{"text", name, "\n\n## What was given", " Word Q%s.\n\n## What was given", page},
		{"title", name, "title: The story of ", "title: The tale Q%s of ", page},
		{"state", name, "says: The outlet dates the meeting.", "states: [WY]\n    says: The outlet dates meeting Q%s.", page},
		{"report of a fact that five share", name, "says: The outlet writes that this much", "says: The outlet writes, Q%s, that this much", page},
		{"name that many pages show", "content/people/person-0001.md", "title: ", "title: Q%s ", "/people/person-0001/"},
	}
}

// text is the n-th version of the edited file, and the word by which one knows it.
func (e edit) text(files map[string]string, n int) (text, mark string) {
	for range 4 {
		mark, n = string(rune('a'+n%26))+mark, n/26 // a figure would have to be a fact's
	}
	return strings.Replace(files[e.file], e.old, strings.ReplaceAll(e.new, "%s", mark), 1), "Q" + mark
}

// BenchmarkLatency measures what an author waits for, end to end over loopback:
// from the last byte of a file written to the last byte of the new page read, by
// somebody who is told as the browsers are. Where hugo is on PATH, its server is
// measured in the same run, with an edit of a text of the same length.
func BenchmarkLatency(b *testing.B) {
	for _, articles := range []int{1000, 10000} {
		b.Run(fmt.Sprint(articles), func(b *testing.B) {
			files := corpus.Files(articles)
			r := run(b, files)
			ours := map[string]time.Duration{}
			for _, e := range editsOf(articles) {
				b.Run(strings.ReplaceAll(e.what, " ", "_"), func(b *testing.B) {
					ours[e.what] = measure(b, func(n int) time.Duration {
						text, mark := e.text(files, n)
						time.Sleep(2 * lookAfter) // an author does not save that often
						drain(r)
						r.write(e.file, text)
						start := time.Now()
						r.next()
						if _, body := r.get(e.page); !strings.Contains(body, mark) {
							b.Fatalf("%s does not show %s", e.page, mark)
						}
						return time.Since(start)
					})
				})
				r.write(e.file, files[e.file])
				r.next()
			}
			r.stop()
			b.Run("text_with_hugo_server", func(b *testing.B) { benchmarkHugo(b, articles, ours["text"]) })
		})
	}
}

// measure reports the median of what one says the time of each edit was.
func measure(b *testing.B, one func(n int) time.Duration) time.Duration {
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		took = append(took, one(len(took)+1))
	}
	slices.Sort(took)
	median := took[len(took)/2]
	b.ReportMetric(0, "ns/op") // which counts the pauses, too
	b.ReportMetric(float64(median.Microseconds())/1000, "ms/edit")
	return median
}

func drain(r *running) {
	for {
		select {
		case <-r.rebuilds:
		case <-r.said:
		default:
			return
		}
	}
}

func benchmarkHugo(b *testing.B, articles int, ours time.Duration) {
	hugo, err := exec.LookPath("hugo")
	if err != nil {
		b.Skip("hugo is not on PATH")
	}
	folder := b.TempDir()
	files := corpus.HugoFiles(articles)
	save := func(name, text string) {
		p := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for name, text := range files {
		save(name, text)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	l.Close()
	ctx, cancel := context.WithCancel(b.Context())
	cmd := exec.CommandContext(ctx, hugo, "server", "-s", folder, "--bind", "127.0.0.1", "--port", port, "--renderToMemory")
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		cancel()
		_ = cmd.Wait() // it was killed
	}()
	e := editsOf(articles)[0]
	page := "http://127.0.0.1:" + port + e.page
	shows := func(mark string) {
		for start := time.Now(); ; time.Sleep(2 * time.Millisecond) {
			if res, err := http.Get(page); err == nil {
				body, _ := io.ReadAll(res.Body)
				res.Body.Close()
				if res.StatusCode == http.StatusOK && strings.Contains(string(body), mark) {
					return
				}
			}
			if time.Since(start) > 3*time.Minute {
				b.Fatalf("hugo never shows %q", mark)
			}
		}
	}
	shows("<h1>")
	theirs := measure(b, func(n int) time.Duration {
		text, mark := e.text(files, n)
		time.Sleep(2 * lookAfter)
		save(e.file, text)
		start := time.Now()
		shows(mark)
		return time.Since(start)
	})
	if ours > 0 {
		b.ReportMetric(float64(theirs)/float64(ours), "times-ours")
	}
}
