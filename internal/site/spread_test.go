package site

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/source"
)

// A site and its mistakes are the same however many calls run at once. This one
// has more articles and facts than one piece takes, and mistakes and contradictions
// in all pieces.
func TestSpread(t *testing.T) {
	const articles = 2*perPiece + 40
	config, _ := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("title: A site\nbase_url: https://example.org\n")})
	in := Input{Config: config}
	add := func(path, text string) {
		page, _ := content.Parse(source.File{Path: path, Data: []byte(text)}, content.DefaultLanguage, content.DefaultRegions)
		in.Pages = append(in.Pages, page)
	}
	add("content/organizations/paper.md", "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n")
	add("content/people/donor.md", "---\ntitle: The Donor\nsummary: Somebody.\n---\n")
	add("content/legal/may-he.md", "---\ntitle: May he?\nsummary: A question.\n---\n")
	for i := range articles {
		front := fmt.Sprintf("title: Story %d\nsummary: What it says of [[donor]].\nsource:\n  outlet: paper\n  headline: A story\n"+
			"  published: 20%02d-10-09\n  language: en\n  read: 2026-11-22\n", i, 10+i%10) +
			amounts(money(fmt.Sprintf("gift-%d", i/2), fmt.Sprintf("%d USD", 47+i%2), "from: donor", "states: [PA, GA]", "legal: [may-he]"))
		body := fmt.Sprintf("\nThe donor gave [[gift-%d]], as 52 U.S.C. § %d says.\n", i/2, 10101+i%50)
		if i%9 == 0 {
			body += "\nSo says [[nobody]] in [a text](/nowhere/).\n"
		}
		if i%11 == 0 {
			front = strings.Replace(front, "from: donor", "from: donors", 1)
		}
		add(fmt.Sprintf("content/articles/a%d.md", i), "---\n"+front+"---\n"+body)
	}
	want, mistakes := Build(in)
	if len(want.Facts) <= perPiece || len(want.Disagreements) <= perPiece/2 || len(mistakes) < articles/9 {
		t.Fatalf("%d facts, %d disagreements, %d mistakes: they are not in all pieces", len(want.Facts), len(want.Disagreements), len(mistakes))
	}
	in.Each = func(n int, f func(int)) {
		var wg sync.WaitGroup
		for i := n - 1; i >= 0; i-- {
			wg.Go(func() { f(i) })
		}
		wg.Wait()
	}
	got, again := Build(in)
	if diff := cmp.Diff(mistakes, again); diff != "" {
		t.Errorf("mistakes (-in turn +at once):\n%s", diff)
	}
	if diff := cmp.Diff(summary(want), summary(got)); diff != "" {
		t.Errorf("site (-in turn +at once):\n%s", diff)
	}
}
