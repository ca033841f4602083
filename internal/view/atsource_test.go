package view

import (
	"testing"

	"receipts/internal/content"
	"receipts/internal/site"
)

func TestAtSource(t *testing.T) {
	for _, tt := range []struct{ desc, address, archived, quote, want string }{
		{"a quote", "https://example.org/a", "", "plus de 75 millions", "https://example.org/a#:~:text=plus%20de%2075%20millions"},
		{"signs with a meaning", "https://example.org/a", "", "peut-être, R&D + 1", "https://example.org/a#:~:text=peut%2D%C3%AAtre%2C%20R%26D%20%2B%201"},
		{"an address with a fragment", "https://example.org/a#top", "", "so", "https://example.org/a#top:~:text=so"},
		{"words left out", "https://example.org/a", "", "first words […] last words", "https://example.org/a#:~:text=first%20words,last%20words"},
		{"left out twice", "https://example.org/a", "", "one … two … three", "https://example.org/a#:~:text=one,three"},
		{"left out at the end", "https://example.org/a", "", "first words…", "https://example.org/a"},
		{"a copy in an archive", "", "https://example.org/copy", "so", "https://example.org/copy#:~:text=so"},
		{"no address", "", "", "so", ""},
		{"no quote", "https://example.org/a", "", "", ""},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			a := &site.Article{Front: &content.Article{}}
			a.Front.Source.URL.Text, a.Front.Source.Archived.Text = tt.address, tt.archived
			e := &content.Evidence{}
			e.Quote.Text = tt.quote
			if got := atSource(a, e); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
