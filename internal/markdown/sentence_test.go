package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentenceEnds(t *testing.T) {
	for _, tt := range []struct {
		desc string
		give string // with | between sentences
	}{
		{"two", "Musk paid.| Harris did not.|"},
		{"marks", "Who paid?| Musk!| Really?!| Yes…| So it is."},
		{"no mark at the end", "It rose.| And fell"},
		{"titles", "Mr. Musk and Ms. Harris met Sen. Vance and Gov. Shapiro."},
		{"versus", "In Trump v. United States the court ruled."},
		{"statute", "Under 52 U.S.C. § 10307(c) and 18 U.S.C. 597 it is.| The rest is not."},
		{"statute before a name", "The U.S. Supreme Court ruled."},
		{"statute at the end", "He lives in the U.S.| The court is there."},
		{"number", "See No. 23-939 and Pub. L. No. 107-155."},
		{"the answer no", "The answer was no.| Musk left."},
		{"initials", "J. D. Vance and Donald J. Trump came."},
		{"decimals", "It cost 2.7 million USD.| Then 47.50 more."},
		{"year", "It began in 2024.| Musk joined."},
		{"company", "Tesla Inc. and X Corp. v. Smith.| The end."},
		{"company at the end", "He owns X Corp.| It is his."},
		{"latin", "Some payments, e.g. Musk’s, i.e. his own, were large."},
		{"quotation", "“I pay.”| He paid."},
		{"quotation inside", "He said “Wow!” and paid."},
		{"French quotation", "« Je paie. »| Il paie."},
		{"brackets", "He paid (so it says).| (It does not.)| Done."},
		{"dots", "He paid ... later."},
		{"month", "On Oct. 5 he spoke."},
		{"list number", "1. Musk paid."},
		{"address", "See example.org for it.| Next."},
		{"lower case", "The iPhone etc. are named."},
		{"a reference follows", "He paid.| \uFFFC did not."},
		{"a reference before", "This is \uFFFC.| Next."},
	} {
		want := strings.TrimSuffix(tt.give, "|")
		text := strings.ReplaceAll(tt.give, "|", "")
		var got strings.Builder
		last := 0
		for _, end := range SentenceEnds(text) {
			got.WriteString(text[last:end])
			if end < len(text) {
				got.WriteByte('|')
			}
			last = end
		}
		got.WriteString(text[last:])
		if diff := cmp.Diff(want, got.String()); diff != "" {
			t.Errorf("%s: %s", tt.desc, diff)
		}
	}
}

func TestSentence(t *testing.T) {
	src := "A first one. The [[musk-fund|fund]] of [[elon-musk]]\npaid under 52 U.S.C.\n§ 10307(c) in the *U.S.* Others, such as [[x]], did not."
	doc, list := Parse("a.md", []byte(src), Options{})
	if len(list) > 0 {
		t.Fatal(list)
	}
	got := []string{
		doc.Refs()[0].Sentence.Text(nil), doc.Refs()[1].Sentence.Text(nil), doc.Citations()[0].Sentence.Text(nil), doc.Refs()[2].Sentence.Text(nil),
	}
	one := "The fund of elon-musk paid under 52 U.S.C. § 10307(c) in the U.S. Others, such as x, did not."
	if diff := cmp.Diff([]string{one, one, one, one}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ give, want string }{
		{"Überblick", "überblick"},
		{"  A -- B  ", "a-b"},
		{"47 dollars?", "47-dollars"},
		{"Pétition, l’été", "pétition-l-été"},
		{"Деньги", "деньги"},
		{"資金 2024", "資金-2024"},
		{"e\u0301te\u0301", "été"},
		{"!?", ""},
	} {
		if got := slug(tt.give); got != tt.want {
			t.Errorf("slug(%q) = %q, want %q", tt.give, got, tt.want)
		}
	}
}
