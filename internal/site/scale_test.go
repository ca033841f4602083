package site

import (
	"fmt"
	"strings"
	"testing"

	"receipts/internal/content"
	"receipts/internal/source"
)

// generated is a site of n articles and n facts of one payer, each reported by
// two of the articles. There is a page for every tenth payee, and a file for
// every tenth fact; prose names entities without linking to them.
func generated(tb testing.TB, n int) Input {
	tb.Helper()
	files := map[string]string{
		"content/organizations/paper.md": "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n",
		"content/people/donor.md":        "---\ntitle: A Donor\nsummary: A person who gives.\n---\n",
	}
	gift := func(i int) string {
		i %= n
		return money(fmt.Sprintf("gift-%d", i), fmt.Sprintf("%d USD", 1000+i), "from: donor",
			fmt.Sprintf("to: payee-%d", i/10), fmt.Sprintf("date: %d-%02d-%02d", 1000+i/28/12, 1+i/28%12, 1+i%28), "states: [PA]")
	}
	for i := range n {
		files[fmt.Sprintf("content/articles/story-%d.md", i)] = fmt.Sprintf("---\ntitle: Story %d\nsummary: What it says.\nsource:\n  outlet: paper\n"+
			"  headline: A story\n  published: 2024-10-%02d\n  language: en\n  read: 2026-11-22\n%s---\n\n%s is named, and the Party Of Nobody.\n",
			i, 1+i%28, amounts(gift(i), gift(i+7)), payee(i/10))
		if i%10 > 0 {
			continue
		}
		files[fmt.Sprintf("content/organizations/payee-%d.md", i/10)] = fmt.Sprintf("---\ntitle: %s\nkind: company\nsummary: A company.\n---\n", payee(i/10))
		files[fmt.Sprintf("content/facts/gift-%d.md", i)] = fmt.Sprintf("---\ntitle: Gift %d\npart_of: gift-%d\n---\n", i, (i+1)%n)
	}
	config, diags := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("title: A site\nbase_url: https://example.org\n")})
	in := Input{Config: config}
	for path, text := range files {
		page, bad := content.Parse(source.File{Path: path, Data: []byte(text)}, content.DefaultLanguage, content.DefaultRegions)
		diags = append(diags, bad...)
		in.Pages = append(in.Pages, page)
	}
	if errors, _ := diags.Count(); errors > 0 {
		tb.Fatal(diags[0])
	}
	return in
}

// payee is a name without digits.
func payee(i int) string {
	var name strings.Builder
	name.WriteString("Payee ")
	for _, digit := range fmt.Sprint(i) {
		name.WriteByte("ABCDEFGHIJ"[digit-'0'])
	}
	return name.String()
}

func sizes(b *testing.B, run func(b *testing.B, n int)) {
	for _, n := range []int{1000, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, n) })
	}
}

// What takes four times as much must not take much more than four times as long.

func BenchmarkBuild(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		in := generated(b, n)
		for b.Loop() {
			Build(in)
		}
	})
}

// BenchmarkTotals makes the totals of all pages.
func BenchmarkTotals(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		s, _ := Build(generated(b, n))
		for b.Loop() {
			s.Total()
			s.TotalsOfFlow("contribution")
			for _, st := range s.States {
				s.TotalIn(st)
			}
			for _, e := range append(s.People, s.Organizations...) {
				s.TotalPaid(e)
				for _, i := range s.TotalReceived(e).Added {
					if s.ReportOf(i) == nil {
						b.Fatal("no report")
					}
				}
			}
		}
	})
}

// BenchmarkReports is one fact that n articles report, each with another figure
// and another day.
func BenchmarkReports(b *testing.B) {
	sizes(b, func(b *testing.B, n int) {
		in := generated(b, n)
		for i, p := range in.Pages {
			if p.Kind != content.ArticleKind {
				continue
			}
			text := fmt.Sprintf("---\ntitle: A story\nsummary: What it says.\nsource:\n  outlet: paper\n  headline: A story\n  published: 2024-10-09\n"+
				"  language: en\n  read: 2026-11-22\n%s---\n", amounts(money("gift", fmt.Sprintf("at least %d USD", 1000+i), "from: donor", fmt.Sprintf("date: ../%d", 1500+i%1000))))
			in.Pages[i], _ = content.Parse(source.File{Path: p.Path, Data: []byte(text)}, content.DefaultLanguage, content.DefaultRegions)
		}
		for i, p := range in.Pages {
			if strings.HasPrefix(p.Path, "content/facts/") {
				in.Pages[i], _ = content.Parse(source.File{Path: p.Path, Data: []byte("---\ntitle: X\nsummary: X.\n---\n")}, content.DefaultLanguage, content.DefaultRegions)
			}
		}
		for b.Loop() {
			s, _ := Build(in)
			s.Total()
		}
	})
}
