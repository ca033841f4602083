package proof

import (
	"testing"

	"receipts/internal/content"

	"github.com/google/go-cmp/cmp"
)

// Only what a fact could contradict is kept of a page's prose.
func TestProseOf(t *testing.T) {
	text := "---\ntitle: Gifts in Ohio\nsummary: It says what was given.\nsource:\n  outlet: paper\n  headline: News\n  published: 2024-10-09\n  language: en\n  read: 2026-11-22\n---\n\n" +
		"Nothing is counted here, as [[somebody]] writes.\n\nIt was 47 dollars. On 3 May it was more; [[!West Virginia]] had none.\n\n- A list of words.\n- West Virginia, and `Ohio`.\n"
	in := pagesOf(map[string]string{"content/articles/a.md": text})
	if len(in.diags) > 0 {
		t.Fatal(in.diags)
	}
	page := in.pages[0]
	type read struct {
		Text           string
		Figures, Dates int
		States         []string
		Place          string // of the first state, or of the first stretch
	}
	var got []read
	for _, p := range in.read[page].prose {
		r := read{Text: p.Text}
		start, end := 0, 0
		for i, s := range p.clauses {
			r.Figures += len(s.figures)
			r.Dates += len(s.datesOn(page.Front.(*content.Article).Source.Published.Date))
			if i == 0 {
				start, end = s.start, s.start+len(s.text)
			}
		}
		for i, s := range p.states {
			r.States = append(r.States, s.code)
			if i == 0 {
				start, end = s.start, s.end
			}
		}
		at := p.place(start, end)
		r.Place = text[at.Start:at.End]
		got = append(got, r)
	}
	want := []read{
		{Text: "Gifts in Ohio", States: []string{"OH"}, Place: "Ohio"},
		{Text: "It was 47 dollars. On 3 May it was more; \uFFFC had none.", Figures: 1, Dates: 1, Place: "It was 47 dollars."},
		{Text: "West Virginia, and \uFFFC.", States: []string{"WV"}, Place: "West Virginia"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
