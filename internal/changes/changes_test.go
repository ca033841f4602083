package changes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/site"
	"receipts/internal/source"
)

// edition assembles a site with one article, whose lists are given as YAML.
func edition(t *testing.T, lists string) *site.Site {
	t.Helper()
	files := map[string]string{
		"content/organizations/paper.md": "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n",
		"content/legal/allowed.md":       "---\ntitle: Is it allowed?\nshort: Allowed\nsummary: The paper asks.\n---\n",
		"content/articles/story.md": "---\ntitle: A story\nsummary: What it says.\nsource:\n  outlet: paper\n  headline: A story\n" +
			"  published: 2024-10-21\n  language: en\n  read: 2026-11-22\n" + lists + "---\n",
	}
	config, _ := content.ParseConfig(source.File{Path: content.ConfigPath, Data: []byte("title: A site\nbase_url: https://example.org\n")})
	in := site.Input{Config: config}
	for path, text := range files {
		p, diags := content.Parse(source.File{Path: path, Data: []byte(text)})
		for _, d := range diags {
			if !d.IsWarning() {
				t.Fatalf("%s: %s", d.Place.File, d.Message)
			}
		}
		in.Pages = append(in.Pages, p)
	}
	s, diags := site.Build(in)
	for _, d := range diags {
		if !d.IsWarning() {
			t.Fatalf("%s: %s", d.Place.File, d.Message)
		}
	}
	return s
}

const (
	award = `amounts:
  - fact: award
    amount: 75 million USD
    flow: prize
    from: paper
    to: a voter
    states: [PA, MI]
    says: The paper writes so.
    quote: 75 million dollars
    at: P1
`
	vote = `dates:
  - fact: vote
    date: 2024-11-05
    says: The paper gives the day.
    quote: 5 November
    at: P1
`
	asked = `legal:
  - question: allowed
    status: question-raised
    says: The paper asks.
    quote: allowed
    at: P1
`
)

func TestBetween(t *testing.T) {
	correction := "corrections:\n  - date: 2026-11-23\n    was: one thing\n    now: another\n"
	for _, tt := range []struct {
		desc, old, new string
		want           []string
	}{
		{"nothing", award + vote + asked, award + vote + asked, nil},
		{"a fact added", award, award + vote, []string{"vote: added 2024-11-05"}},
		{"a fact withdrawn", award + vote, award, []string{"vote: withdrawn 2024-11-05 !"}},
		{
			"an amount, with its quote", award, strings.ReplaceAll(award, "75", "80"),
			[]string{"award: amount 75 → 80 million USD !", "award: quote 75 → 80 million dollars"},
		},
		{
			"an amount with a correction", award, strings.ReplaceAll(award, "75", "more than 75") + correction,
			[]string{"award: amount 75 → more than 75 million USD", "award: quote 75 → more than 75 million dollars"},
		},
		{
			"a correction of another fact does not count", award + vote, strings.ReplaceAll(award, "75", "76") + vote + correction + "    fact: vote\n",
			[]string{"award: amount 75 → 76 million USD !", "award: quote 75 → 76 million dollars"},
		},
		{
			"a date", vote, strings.NewReplacer("2024-11-05", "2024-11-06", "5 November", "6 November").Replace(vote),
			[]string{"vote: date 2024-11-05 → 2024-11-06 !", "vote: quote 5 → 6 November"},
		},
		{"who pays", award, strings.Replace(award, "    from: paper\n", "", 1), []string{"award: from paper → none"}},
		{"who is paid", award, strings.Replace(award, "a voter", "two voters", 1), []string{"award: to a voter → two voters"}},
		{"the order of states says nothing", award, strings.Replace(award, "[PA, MI]", "[MI, PA]", 1), nil},
		{"states", award, strings.Replace(award, "[PA, MI]", "[PA]", 1), []string{"award: states MI PA → PA"}},
		{
			"a second report of the same fact", award, award + strings.TrimPrefix(award, "amounts:\n"),
			[]string{"award: report added 75 million USD"},
		},
		{
			"a status", asked, strings.Replace(asked, "question-raised", "pending", 1),
			[]string{"allowed: status question-raised → pending !"},
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var got []string
			for _, c := range Between(edition(t, tt.old), edition(t, tt.new)) {
				s := c.ID + ": " + c.String()
				if c.IsFigure() && !c.Noted {
					s += " !"
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
