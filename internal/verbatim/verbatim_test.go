package verbatim

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"receipts/internal/source"
)

const text = `Section
The headline as printed
A standfirst in one line
First paragraph, with “quotes” and a figure of 350 000 dollars.
An intertitle
Second paragraph: it’s the last…
Comments (3)
First paragraph, with “quotes” and a figure of 350 000 dollars.
`

func parse(t *testing.T) *Source {
	t.Helper()
	s, ok := ParseSource(text, "The headline as printed", []int{63, 32})
	if !ok {
		t.Fatal("no paragraphs found")
	}
	return s
}

func TestFind(t *testing.T) {
	s := parse(t)
	for _, tt := range []struct {
		desc, kind string
		n          int
		quote      string
		found      bool
		elsewhere  string
	}{
		{"in its paragraph", "P", 1, "a figure of 350 000 dollars", true, ""},
		{"no-break spaces are spaces", "P", 1, "350\u202f000\u00a0dollars", true, ""},
		{"shapes of quotation marks do not count", "P", 1, `with « quotes » and`, true, ""},
		{"nor do apostrophes and dots", "P", 2, "it's the last...", true, ""},
		{"another paragraph is named", "P", 2, "350 000 dollars", false, "P1"},
		{"a digit counts", "P", 1, "350 001 dollars", false, ""},
		{"a number is not cut at its front", "P", 1, "50 000 dollars", false, ""},
		{"nor at a group of digits", "P", 1, "000 dollars", false, ""},
		{"nor at its end", "P", 1, "a figure of 350", false, ""},
		{"a word is not cut", "P", 1, "igure of 350 000", false, ""},
		{"a number that begins a quote may follow words", "P", 1, "350 000", true, ""},
		{"the title", "T", 0, "headline as", true, ""},
		{"the standfirst", "C", 0, "standfirst", true, ""},
		{"an intertitle", "H", 1, "An intertitle", true, ""},
		{"what follows the article is not part of it", "P", 2, "Comments", false, ""},
		{"nothing is nowhere", "P", 1, " ", false, ""},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			found, elsewhere := s.Find(tt.kind, tt.n, tt.quote)
			if found != tt.found || elsewhere != tt.elsewhere {
				t.Errorf("Find(%s%d, %q) = %v, %q; want %v, %q", tt.kind, tt.n, tt.quote, found, elsewhere, tt.found, tt.elsewhere)
			}
		})
	}
}

func TestParseSourceWithoutParagraphs(t *testing.T) {
	for _, lengths := range [][]int{nil, {63, 31}, {64}} {
		if _, ok := ParseSource(text, "", lengths); ok {
			t.Errorf("ParseSource with lengths %v found paragraphs", lengths)
		}
	}
}

func TestOccurrences(t *testing.T) {
	s, ok := ParseSource("47 dollars, puis 147 dollars et « 47\u00a0dollars » encore.\n", "", []int{0})
	if !ok {
		t.Fatal("no paragraph found")
	}
	var got []string
	for _, o := range s.Occurrences("P", 1, "47 dollars") {
		got = append(got, o.Text[:o.Start]+"|"+o.Text[o.Start:o.End])
	}
	want := []string{"|47 dollars", `47 dollars, puis 147 dollars et"|47 dollars`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, other := range []struct {
		kind, quote string
	}{{"P", ""}, {"P", "48 dollars"}, {"T", "47 dollars"}} {
		if got := s.Occurrences(other.kind, 1, other.quote); got != nil {
			t.Errorf("%q at %s: %v", other.quote, other.kind, got)
		}
	}
}

func TestParseSourceByCount(t *testing.T) {
	const text = "Section\nA title\nFirst, with a figure.\n\nAn intertitle\nSecond: “the last”…\nComments (3)\n"
	if diff := cmp.Diff([]int{21, 19}, Lengths(text, "A title")); diff != "" {
		t.Error(diff)
	}
	s, ok := ParseSource(text, "A title", []int{0, 0})
	if !ok {
		t.Fatal("two paragraphs are not found")
	}
	for _, tt := range []struct {
		kind  string
		n     int
		quote string
	}{{"P", 2, "the last"}, {"H", 1, "intertitle"}, {"T", 0, "title"}} {
		if found, elsewhere := s.Find(tt.kind, tt.n, tt.quote); !found {
			t.Errorf("%q is at %q", tt.quote, elsewhere)
		}
	}
	for _, n := range []int{0, 1, 3} {
		if _, ok := ParseSource(text, "A title", make([]int, n)); ok {
			t.Errorf("%d paragraphs are found", n)
		}
	}
}

func TestLock(t *testing.T) {
	s := parse(t)
	l := &Lock{}
	l.Add("b", s, "P1", "350 000 dollars", "350,000 USD")
	l.Add("b", s, "T", "headline", "350,000 USD")
	l.Add("a", s, "P2", "the last…", "350,000 USD")
	data := l.Bytes()
	if bytes.Contains(data, []byte("dollars")) {
		t.Error("the lock holds words of the source")
	}
	read := parseLock(t, string(data))
	if diff := cmp.Diff(string(data), string(read.Bytes())); diff != "" {
		t.Error(diff)
	}
	for _, tt := range []struct {
		desc, article, at, quote, stated string
		want                             bool
	}{
		{"as it was found", "b", "P1", "350 000 dollars", "350,000 USD", true},
		{"white space does not count", "b", "P1", "350\u00a0000 dollars", "350,000 USD", true},
		{"another figure", "b", "P1", "350 001 dollars", "350,000 USD", false},
		{"another place", "b", "P2", "350 000 dollars", "350,000 USD", false},
		{"evidence of another figure", "b", "P1", "350 000 dollars", "950,000 USD", false},
		{"another article", "a", "P1", "350 000 dollars", "350,000 USD", false},
	} {
		if got := read.Has(tt.article, tt.at, tt.quote, tt.stated); got != tt.want {
			t.Errorf("%s: Has = %v, want %v", tt.desc, got, tt.want)
		}
	}
	read.AddSource("b", &Source{Hash: "another"})
	if read.Has("b", "P1", "350 000 dollars", "350,000 USD") {
		t.Error("a quote of one source is found in another")
	}
	if (*Lock)(nil).Has("b", "P1", "x", "") || (*Lock)(nil).Knows("b") {
		t.Error("no lock knows something")
	}
	bare := parseLock(t, "# "+strings.Repeat("x", 1<<16)+"\na source 0123\n") // in which no quote was found
	bare.Rename("a", "b")
	if !bare.Knows("b") || bare.Knows("a") {
		t.Error("an article is not renamed")
	}
}

// parseLock parses a lock of which every line is to be understood.
func parseLock(t *testing.T, lock string) *Lock {
	t.Helper()
	l, diags := ParseLock(source.File{Path: LockPath, Data: []byte(lock)})
	if len(diags) > 0 {
		t.Error(diags)
	}
	return l
}

func TestParseLock(t *testing.T) {
	const ours, theirs = "a P1 01\n", "a T 02\na source ff\n"
	for _, tt := range []struct{ give, at, message string }{
		{"garbage\n", "garbage", "this line is no quote that was found"},
		{"\x00 \n", "\x00 ", "this line is no quote that was found"},
		{"a P1\n", "a P1", "this line is no quote that was found"},
		{"a P1 no\n", "a P1 no", "this line is no quote that was found"},
		{"=======\r\n", "=======", "this line was written by a merge"},
		{"<<<<<<< HEAD\n", "<<<<<<< HEAD", "this line was written by a merge"},
		{">>>>>>> a branch\n", ">>>>>>> a branch", "this line was written by a merge"},
	} {
		lock := ours + tt.give + theirs
		l, diags := ParseLock(source.File{Path: LockPath, Data: []byte(lock)})
		if len(diags) != 1 || lock[diags[0].Place.Start:diags[0].Place.End] != tt.at || diags[0].Message != tt.message {
			t.Errorf("%q: %v", tt.give, diags)
		}
		if got := string(l.Bytes()); got != lockHead+"a source ff\na P1 01\na T 02\n" {
			t.Errorf("%q: the rest is read as %q", tt.give, got)
		}
	}
	if _, diags := ParseLock(source.File{Data: []byte(strings.Repeat("junk\n", 1000))}); len(diags) != mostBad {
		t.Errorf("%d messages on one lock", len(diags))
	}
}

func TestLockMerge(t *testing.T) {
	s := parse(t)
	const stated = "350,000 USD"
	old, l := &Lock{}, &Lock{}
	for _, article := range []string{"a", "b", "c"} {
		old.Add(article, s, "P1", "figure", stated)
	}
	l.Add("b", s, "P2", "the last", stated)
	l.Merge(old, func(article string) bool { return article == "c" })
	if !l.Has("a", "P1", "figure", stated) || !l.Has("b", "P2", "the last", stated) || l.Has("b", "P1", "figure", stated) || l.Knows("c") {
		t.Errorf("merged lock is\n%s", l.Bytes())
	}
}

// prose is two paragraphs and what stands around them, a line each.
const prose = `Section
Le comité a reçu un chèque
Selon deux témoins, l’argent est passé par un cabinet états-unien dès le 5 octobre, avant que la société ne s’efface à son tour. Elle a reçu 350 000 dollars, et n’en a rendu qu’une partie, sans dire à qui. Ses comptes, que le greffe conserve, s’arrêtent là.
Ce que dit la loi
Le député, élu en 2020, avait déjà défini les règles. « Rien n’est caché », a-t-il affirmé.
Commentaires (3)
`

// wrap breaks lines as fold, fmt and a program with hyphens do.
func wrap(text string, width int, between string) string {
	var b strings.Builder
	for l := range strings.Lines(text) {
		n := 0
		for i, w := range strings.Fields(l) {
			if size := utf8.RuneCountInString(w); i > 0 && n+1+size > width {
				b.WriteString("\n")
				n = 0
			} else if i > 0 {
				b.WriteString(" ")
				n++
			}
			b.WriteString(w)
			n += utf8.RuneCountInString(w)
		}
		b.WriteString("\n" + between)
	}
	return b.String()
}

func TestParseSourceInOtherShapes(t *testing.T) {
	lines := strings.Split(prose, "\n")
	lengths := []int{utf8.RuneCountInString(lines[2]), utf8.RuneCountInString(lines[4])}
	want, ok := ParseSource(prose, lines[1], lengths)
	if !ok {
		t.Fatal("no paragraphs found")
	}
	shapes := map[string]string{
		"NFD":         norm.NFD.String(prose),
		"hyphens":     strings.Replace(prose, "états-unien", "états-\nunien", 1),
		"soft hyphen": strings.Replace(prose, "témoins", "té\u00admoins", 1),
		"invisible":   strings.Replace(prose, "témoins", "\u202at\u200bé\U000e0041moins\u202c", 1),
		"ligatures":   strings.NewReplacer("ff", "ﬀ", "fi", "ﬁ").Replace(prose),
		"blank lines": strings.ReplaceAll(prose, "\n", "\n\n"),
		"NFD wrapped": norm.NFD.String(wrap(prose, 60, "")),
	}
	for width := 40; width <= 100; width++ {
		shapes[fmt.Sprint(width, " wide")] = wrap(prose, width, "")
		shapes[fmt.Sprint(width, " wide, blank lines")] = wrap(prose, width, "\n")
	}
	parsed := 0
	for shape, text := range shapes {
		for _, known := range [][]int{lengths, {0, 0}} {
			s, ok := ParseSource(text, lines[1], known)
			if !ok && known[0] == 0 && strings.HasSuffix(shape, "wide") {
				continue // a paragraph ends in a full line, and nothing tells
			}
			if parsed++; !ok {
				t.Errorf("%s, %v: no paragraphs found", shape, known)
				continue
			}
			if s.Hash != want.Hash {
				t.Errorf("%s is another source", shape)
			}
			for _, q := range []struct {
				kind  string
				n     int
				quote string
			}{
				{"T", 0, "reçu un chèque"},
				{"H", 1, "Ce que dit la loi"},
				{"P", 1, "passé par un cabinet états-unien dès le 5\u00a0octobre"},
				{"P", 1, "que la société ne s’efface"},
				{"P", 2, "élu en 2020, avait déjà défini les règles"},
				{"P", 2, "« Rien n’est caché »"},
			} {
				if found, elsewhere := s.Find(q.kind, q.n, norm.NFD.String(q.quote)); !found {
					t.Errorf("%s, %v: %q is at %q, not %s%d", shape, known, q.quote, elsewhere, q.kind, q.n)
				}
			}
			if found, _ := s.Find("P", 1, "passe par un cabinet"); found {
				t.Errorf("%s: an accent does not count", shape)
			}
		}
	}
	if parsed < 2*len(shapes)-20 {
		t.Errorf("the paragraphs of %d texts in %d were found", parsed, 2*len(shapes))
	}
}
