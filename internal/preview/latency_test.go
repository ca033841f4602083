package preview

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"receipts"
	"receipts/bench/archive"
)

// An edit is one that an author repeats on a large site: Q%s is another word each
// time.
type edit struct {
	what, file, old, new string
	page                 string // that shows it
}

func editsOf(site *archive.Archive, files map[string]string) []edit {
	i := len(site.Slugs) / 2
	name, page := site.File(i), "/articles/"+site.Slugs[i]+"/"
	body := "\n---\n\n"
	amount, _, _ := strings.Cut(files[name][strings.Index(files[name], "- fact: a1")+len("- fact: "):], "\n")
	return []edit{
		{"body", name, body, body + "Word Q%s.\n\n", page},
		{"title", name, "title: ", "title: Q%s ", page},
		{"state", name, "\nlegal:\n", "\n  - DC: The article names Q%s.\n    quote: \"in the District of Columbia\"\n    at: P1\nlegal:\n", "/states/district-of-columbia/"},
		{"fact", name, "says: The filing reports this much.", "says: The filing of Q%s reports this much.", "/facts/" + amount + "/"},
		{"name", "content/organizations/" + outletOf(files[name]) + ".md", "title: ", "title: Q%s ", page},
		{"layout", "layouts/base.html", `<body class="`, `<body class="Q%s `, page},
	}
}

// outletOf is the outlet of an article, which very many pages name.
func outletOf(text string) string {
	_, rest, _ := strings.Cut(text, "outlet: ")
	id, _, _ := strings.Cut(rest, "\n")
	return id
}

// text is the n-th version of the edited file, and the word that tells it from the
// others.
func (e edit) text(files map[string]string, n int) (text, mark string) {
	for range 4 {
		mark, n = string(rune('a'+n%26))+mark, n/26 // in letters, since a figure would have to agree with a fact
	}
	return strings.Replace(files[e.file], e.old, strings.ReplaceAll(e.new, "%s", mark), 1), "Q" + mark
}

// BenchmarkLatency measures how long an author waits, end to end over loopback:
// from the last byte of a file written to the last byte of the new page read, by a
// client that follows the same events as the browsers.
func BenchmarkLatency(b *testing.B) {
	for _, articles := range []int{1000, 10000} {
		b.Run(fmt.Sprint(articles), func(b *testing.B) {
			site := archive.New(articles, 1)
			files := maps.Collect(site.Full())
			base, err := fs.ReadFile(receipts.Defaults, "layouts/base.html")
			if err != nil {
				b.Fatal(err)
			}
			files["layouts/base.html"] = string(base)
			r := run(b, files)
			for _, e := range editsOf(site, files) {
				b.Run(e.what, func(b *testing.B) {
					defer func() {
						drain(r)
						r.write(e.file, files[e.file])
						r.next()
					}()
					measure(b, func(n int) time.Duration {
						text, mark := e.text(files, n)
						time.Sleep(2 * scanAfter) // an author does not save that often
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
			}
			r.stop()
		})
	}
}

// measure reports the median of the times that one returns for the edits.
func measure(b *testing.B, one func(n int) time.Duration) {
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		took = append(took, one(len(took)+1))
	}
	slices.Sort(took)
	median := took[len(took)/2]
	b.ReportMetric(0, "ns/op") // which counts the pauses, too
	b.ReportMetric(float64(median.Microseconds())/1000, "ms/edit")
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
