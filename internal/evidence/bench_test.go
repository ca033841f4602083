package evidence

import (
	"strings"
	"testing"
)

// BenchmarkSupports compares the reports of the first two articles with their
// quotes, as every build does.
func BenchmarkSupports(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range reports {
			r.problems(b)
		}
	}
}

// BenchmarkProse reads figures and dates out of some 3,000 words of prose.
func BenchmarkProse(b *testing.B) {
	text := strings.Repeat("BFM writes that Musk has already invested more than 75 million dollars in the campaign, that a voter in one of "+
		"seven swing states receives one million dollars a day until 5 November 2024, and that nobody has said who pays for it. ", 75)
	published := day(b, bfm)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FindQuantities("en", text)
		FindDates("en", text, published)
	}
}
