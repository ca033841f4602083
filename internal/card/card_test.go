package card

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/locale"
)

var update = flag.Bool("update", false, "draw the cards of testdata anew")

var (
	gift = locale.Quantity{Before: "more than", Number: "$75\u00a0million", Plain: "more than $75\u00a0million"}
	rate = locale.Quantity{Number: "$1\u00a0million", After: "per day", Plain: "$1\u00a0million per day"}
	wide = locale.Quantity{
		Before: "a little over some", Number: "$1,234,567–2,345,678", After: "per pair of phone numbers of voters in one of the seven states",
		Plain: "a little over some $1,234,567–2,345,678 per pair of phone numbers of voters in one of the seven states",
	}
	endless = locale.Quantity{Number: "$1", After: strings.Repeat("per word of it ", 20), Plain: "$1 " + strings.Repeat("per word of it ", 20)}
)

// golden are the cards whose pictures are in testdata, all made up.
var golden = []struct {
	name string
	give Card
}{
	{"article", Card{
		Site: "Receipts", Host: "receipts.example", Kind: "Article summary, in our words", Title: "A fund says what it gave, and to whom",
		Source: "as reported by The Paper, 5 Oct 2024", Place: "paragraph\u00a04", Figure: gift, Text: []string{"The gift in July"}, Note: "contribution reported",
		Caveat: "the articles contradict each other",
	}},
	{"rate", Card{
		Site: "Receipts", Host: "receipts.example", Kind: "Article summary, in our words", Title: "An award for each day",
		Source: "as reported by The Paper, 5 Oct 2024", Place: "title", Figure: rate, Text: []string{"The award"}, Note: "prize promised",
	}},
	{"question", Card{
		Site: "Receipts", Host: "receipts.example", Kind: "Legal question",
		Title: "May a fund that gives to a committee also pay those who go from door to door for the candidate whom the committee is for?",
		Text:  []string{"The Paper raises it, in a remark of its own; it mentions no case.", "Another paper reports a ruling."}, Note: "and 3 more articles that speak of it",
	}},
	{"letters", Card{
		Site: "Reçus", Host: "recus.example", Kind: "Où ? Là.", Title: "« Œuvre », cœur, île, forêt, naïf : ÀÂÇÉÈÊËÎÏÔÙÛÜŸ, Łódź, Dvořák, Şahin, Nguyễn, ŵŷ",
		Text: []string{"Zoë’s façade – “90 %” … 5 × 3 − 1 = £14 or €14"}, Note: "AVATAR To. We, Yes fi ff ffi",
	}},
	{"shortest", Card{Title: "A"}},
	{"longest", Card{
		Site: "The Receipts of a Newsroom in a Small Town by the Sea and Its Friends", Host: "receipts.of.a.newsroom.in.a.small.town.example",
		Kind: "Article summary, in our words", Title: strings.Repeat("A title that goes on, as some do, ", 12),
		Source: "as reported by The Daily Paper of the North and the South, 5 Oct 2024, citing another paper and an agency", Place: "paragraph\u00a0114",
		Figure: wide, Text: []string{"The gift in July"}, Note: "contribution reported, for Ann Lee, against Bob Ray and all others", Caveat: "the articles contradict each other",
	}},
}

// The pixels are what testdata has, whatever the machine. How they are compressed is
// for the Go release to say.
func TestGolden(t *testing.T) {
	for _, c := range golden {
		t.Run(c.name, func(t *testing.T) {
			got := drawn(t, c.give)
			file := filepath.Join("testdata", c.name+".png")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if p, q := decoded(t, got), decoded(t, want); !bytes.Equal(p.Pix, q.Pix) || !cmp.Equal(p.Palette, q.Palette) {
				t.Errorf("%s shows another picture: run with -update and look at it", file)
			}
		})
	}
}

func drawn(t testing.TB, c Card) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Draw(&out, c); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func decoded(t testing.TB, data []byte) *image.Paletted {
	t.Helper()
	p, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Bounds(); got != image.Rect(0, 0, Width, Height) {
		t.Fatalf("the picture is %v", got)
	}
	return p.(*image.Paletted)
}

// No card is larger than 60 KB, not even one full of letters.
func TestSize(t *testing.T) {
	cards := make([]Card, 0, 60)
	for n := 1; n < 40; n++ {
		text := strings.TrimSpace(strings.Repeat("Wqgx& 8%5 ßæŵ kXRQ ", n))
		cards = append(cards, Card{Title: text}, Card{
			Site: "Receipts", Host: "receipts.example", Kind: "Article summary, in our words", Title: text,
			Source: text, Place: "paragraph 5", Text: []string{text, text}, Note: text, Caveat: text,
		})
	}
	for _, c := range golden {
		cards = append(cards, c.give)
	}
	for _, c := range cards {
		if n := len(drawn(t, c)); n > 60_000 {
			t.Errorf("%s: %d bytes", c.Title, n)
		}
	}
}

// Cards do not depend on those that were drawn before, or at the same time.
func TestTogether(t *testing.T) {
	want := make([][]byte, len(golden))
	for i, c := range golden {
		want[i] = drawn(t, c.give)
	}
	var all sync.WaitGroup
	for range 4 {
		for i, c := range golden {
			all.Go(func() {
				var out bytes.Buffer
				if err := Draw(&out, c.give); err != nil || !bytes.Equal(out.Bytes(), want[i]) {
					t.Errorf("%s: another picture, or %v", c.name, err)
				}
			})
		}
	}
	all.Wait()
}

// Nothing on a slip is cut: what has no room as a whole is left out.
func TestSlipIsWhole(t *testing.T) {
	p := newPen()
	long := strings.Repeat("a source that has a long name, ", 20)
	for _, tt := range []struct {
		desc string
		give Card
		want string // which parts are there
	}{
		{"qualifier", Card{Source: "s", Figure: gift, Note: "n"}, "source, figure, words"},
		{"unit", Card{Source: "s", Figure: rate}, "source, figure"},
		{"figure in lines", Card{Source: "s", Figure: wide, Caveat: "c"}, "source, figure, words"},
		{"figure without room", Card{Source: "s", Figure: endless, Text: []string{"t"}}, "source"},
		{"words without room", Card{Source: "s", Figure: gift, Text: []string{long}}, "source"},
		{"source without room", Card{Source: long, Figure: gift, Text: []string{"t"}}, ""},
		{"sentences", Card{Text: []string{"One.", "Two."}}, "words"},
		{"a sentence without room", Card{Text: []string{"One.", long}}, ""},
		{"too much together", Card{Source: "s", Figure: wide, Text: slices.Repeat([]string{"Two lines of a text that is as long as it has to be for two lines."}, 4)}, "source"},
		{"nothing", Card{Title: "t"}, ""},
	} {
		s := p.slip(&tt.give)
		var got []string
		for name, c := range map[string]column{"source": s.head, "figure": s.left, "words": s.right} {
			if c.height > 0 {
				got = append(got, name)
			}
		}
		slices.SortFunc(got, func(x, y string) int {
			return strings.Index("source figure words", x) - strings.Index("source figure words", y)
		})
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: got %v, want %s", tt.desc, got, tt.want)
		}
		if (s.height() > 0) != (tt.want != "") || s.height() > slipMost {
			t.Errorf("%s: %d high", tt.desc, s.height())
		}
	}
}

func TestMissing(t *testing.T) {
	for _, tt := range []struct{ desc, give, want string }{
		{"plain", "A title, 5 % of it: “yes”", ""},
		{"French", "« Œuvre »\u00a0: ça et là, à 5\u202f000 €", ""},
		{"accents apart", "e\u0301te\u0301", ""},
		{"hyphen that does not break", "A\u2011B", ""},
		{"Vietnamese", "Nguyễn", ""},
		{"Cyrillic", "Влад и Влад", "Влади"},
		{"Hebrew", "שלום", "שלום"},
		{"Chinese", "北京 2024", "北京"},
		{"emoji", "Yes 👍", "👍"},
	} {
		if got := Missing(tt.give); got != tt.want {
			t.Errorf("%s: Missing(%q) = %q, want %q", tt.desc, tt.give, got, tt.want)
		}
	}
}

// The colours are those of the stylesheet.
func TestColours(t *testing.T) {
	css, err := os.ReadFile("../../static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]color.RGBA{"paper": paperColor, "slip": slipColor, "ink": inkColor, "soft": softColor, "alert": alertColor, "rule": ruleColor} {
		if want := fmt.Sprintf("--%s: light-dark(#%02x%02x%02x, ", name, c.R, c.G, c.B); !strings.Contains(string(css), want) {
			t.Errorf("the stylesheet has no %q", want)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		drawn(b, golden[0].give)
	}
}
