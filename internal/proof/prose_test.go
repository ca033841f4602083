package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/source"
)

// Only what a fact could contradict is kept of a page's prose.
func TestProse(t *testing.T) {
	text := "---\ntitle: Gifts in Ohio\nsummary: It says what was given.\nsource:\n  outlet: paper\n  headline: News\n  published: 2024-10-09\n  language: en\n  read: 2026-11-22\n---\n\n" +
		"Nothing is counted here, as [[somebody]] writes.\n\nIt was 47 dollars. On 3 May it was more; [[!West Virginia]] had none.\n\n- A list of words.\n- West Virginia, and `Ohio`.\n"
	page, diags := Parse(source.File{Path: "content/articles/a.md", Data: []byte(text)})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	type read struct {
		Text           string
		Figures, Dates int
		States         []string
		Place          string // of the first state, or of the first stretch
	}
	var got []read
	for _, p := range page.Prose {
		r := read{Text: p.Text}
		start, end := 0, 0
		for i, s := range p.Stretches {
			r.Figures += len(s.Figures)
			r.Dates += len(s.DatesOn(page.Front.(*Article).Source.Published.Date))
			if i == 0 {
				start, end = s.Start, s.Start+len(s.Text)
			}
		}
		for i, s := range p.States {
			r.States = append(r.States, s.Code)
			if i == 0 {
				start, end = s.Start, s.End
			}
		}
		at := p.Place(start, end)
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
