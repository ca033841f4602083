package build

import (
	"context"
	"fmt"
	"io/fs"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"receipts"
	"receipts/internal/fixture"
)

// manyReports is a site with one fact of a kind that has n reports: in as many
// articles, or in one. No two of them say the same.
func manyReports(kind string, n int, inOne bool) map[string]string {
	files := fixture.Articles(nil, nil)
	anchor := func(i int) string {
		switch {
		case !inOne:
			return fmt.Sprintf("story-%d", i)
		case i > 0:
			return fmt.Sprintf("story-%d", i+1)
		}
		return "story"
	}
	list := "amounts"
	if kind == "slip" {
		list = "dates"
	}
	report := func(i int) string {
		if kind == "slip" {
			return fixture.Event("gift", fmt.Sprintf("date: %d-%02d-%02d", 1500+i/300, 1+i/25%12, 1+i%25), "flag: probable-slip", "flag_reason: It cannot be.")
		}
		lines := []string{"from: donor", "to: fund", fmt.Sprintf("date: %d-07", 1920+i%100)}
		if kind == "amended" && i > 0 {
			lines = append(lines, "supersedes: gift")
		}
		return fixture.Money("gift", fmt.Sprintf("%d USD", 1000+i), lines...)
	}
	says := func(i int) string {
		if kind == "slip" {
			return ""
		}
		return fmt.Sprintf("It was %d dollars. That was given in July %d. So says [[gift#%s]].", 1000+i, 1920+i%100, anchor(i))
	}
	published := func(i int) time.Time {
		if kind == "amended" { // each on a later day
			return time.Date(2000, 1, i, 0, 0, 0, 0, time.UTC)
		}
		return time.Date(2024, 10, 1+i%28, 0, 0, 0, 0, time.UTC)
	}
	article := func(i int, reports, says string) string {
		return fmt.Sprintf("---\ntitle: A story\nsummary: What [[gift]] was.\nsource:\n  outlet: paper\n  headline: A story\n"+
			"  published: %s\n  language: en\n  read: 2026-11-22\n%s---\n\nOf [[gift]]. %s\n", published(i).Format(time.DateOnly), reports, says)
	}
	files["content/facts/gift.md"] = "---\ntitle: The gift\nsummary: It was 1000 dollars.\n---\n\nOn " + published(8).Format("2 January 2006") + " it was told.\n"
	if kind == "slip" {
		delete(files, "content/facts/gift.md")
	}
	var all strings.Builder
	for i := range n {
		if inOne {
			all.WriteString(report(i))
			continue
		}
		files[fmt.Sprintf("content/articles/story-%d.md", i)] = article(i, list+":\n"+report(i), says(i))
		if i%2 == 0 { // as another article has it
			files[fmt.Sprintf("content/articles/talk-%d.md", i)] = article(i, "", says((i+7)%n))
		}
	}
	if inOne {
		files["content/articles/story.md"] = article(8, list+":\n"+all.String(), says(0))
	}
	return files
}

// hows are the kinds of reports, and where they stand. In one article, which is of one
// day, no report replaces another.
var hows = []struct {
	kind  string
	inOne bool
}{{"amount", false}, {"amount", true}, {"slip", false}, {"slip", true}, {"amended", false}}

// BenchmarkReports builds the site of one fact with many reports. Four times as many
// must not take much more than four times as long.
func BenchmarkReports(b *testing.B) {
	for _, how := range hows {
		where := "articles"
		if how.inOne {
			where = "article" // a file is not larger than 1 MiB
		}
		for _, n := range []int{1000, 4000} {
			b.Run(fmt.Sprintf("%s/%s/%d", how.kind, where, n), func(b *testing.B) {
				files := fixture.FS(manyReports(how.kind, n, how.inOne))
				written := int64(0)
				b.ReportAllocs()
				for b.Loop() {
					n, err := writeAll(files)
					if err != nil {
						b.Fatal(err)
					}
					written = n
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/report")
				b.ReportMetric(float64(written)/float64(n), "B/report")
			})
		}
	}
}

// Every report of a fact is on one sheet of its page, where links lead, and no sheet
// has more than some.
func TestReportsOnSheets(t *testing.T) {
	const n = 101
	for _, kind := range []string{"amount", "slip"} {
		res, err := New(fixture.FS(manyReports(kind, n, false)), receipts.Defaults, Options{}).Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if errors, _ := res.Diags.Count(); errors > 0 {
			t.Fatal(res.Diags[0])
		}
		pages := map[string]string{}
		for _, r := range res.Routes {
			var b strings.Builder
			if err := r.Write(&b); err != nil {
				t.Fatal(err)
			}
			pages[r.Path] = b.String()
		}
		gift := res.Site.Facts[0]
		if len(gift.Reports) != n {
			t.Fatalf("%d reports", len(gift.Reports))
		}
		parts := map[string]string{} // of the page, by anchor
		for _, r := range gift.Reports {
			parts[r.Anchor] = r.Address()
		}
		for _, d := range gift.Disagreements {
			parts[d.Anchor] = d.Address()
		}
		for anchor, address := range parts {
			path, _, _ := strings.Cut(address, "#")
			if !strings.Contains(pages[path], ` id="`+anchor+`"`) {
				t.Errorf("%s leads to a page without that part", address)
			}
		}
		for path, page := range pages {
			if count := strings.Count(page, `<article class="receipt"`); count > 40 {
				t.Errorf("%s has %d receipts", path, count)
			}
			for _, m := range regexp.MustCompile(`href="(/facts/gift/[^"#]*)#([^"]+)"`).FindAllStringSubmatch(page, -1) {
				if !strings.Contains(pages[m[1]], ` id="`+m[2]+`"`) {
					t.Errorf("%s links to %s#%s, where nothing is", path, m[1], m[2])
				}
			}
		}
		if pages["/facts/gift/3/"] == "" || pages["/facts/gift/4/"] != "" {
			t.Error("the page has not three sheets")
		}
	}
}

// One more report takes the same memory, however many there are. Of time, which other
// programs take some of, [BenchmarkReports] tells the same.
func TestReportsCostTheSame(t *testing.T) {
	bytesOf := func(kind string, n int, inOne bool) float64 {
		files := fixture.FS(manyReports(kind, n, inOne))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := writeAll(files); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for _, how := range hows {
		var taken []float64
		for _, n := range []int{200, 400, 800, 1600} {
			taken = append(taken, bytesOf(how.kind, n, how.inOne))
		}
		early, late := (taken[1]-taken[0])/200, (taken[3]-taken[2])/800
		if late > 1.25*early {
			t.Errorf("%s, in one article %v: a report takes %.0f bytes among 400, and %.0f among 1,600", how.kind, how.inOne, early, late)
		}
	}
}

// writeAll builds a site and writes all its files; it returns how many bytes they have.
func writeAll(files fs.FS) (int64, error) {
	res, err := New(files, receipts.Defaults, Options{}).Build(context.Background())
	if err != nil {
		return 0, err
	}
	if mistakes, _ := res.Diags.Count(); mistakes > 0 {
		return 0, fmt.Errorf("%+v", res.Diags[0])
	}
	w := &counting{}
	for _, r := range res.Routes {
		if err := r.Write(w); err != nil {
			return 0, err
		}
	}
	return w.n, nil
}

type counting struct{ n int64 }

func (c *counting) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
