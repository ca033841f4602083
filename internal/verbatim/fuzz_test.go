package verbatim

import (
	"bytes"
	"testing"

	"receipts/internal/source"
)

// Whatever stands in a lock, it is read; and what is written of it reads as the same.
func FuzzParseLock(f *testing.F) {
	for _, seed := range []string{
		"",
		lockHead + "first source 0123\nfirst P4 4567\nfirst T 89ab\n",
		"a source b\r\na source c\r\na P1 d\r\na P1 d\r\n",
		"<<<<<<< HEAD\na source 1\n=======\na source 2\n>>>>>>> other\n",
		"# a b\n a\tb  c \na b c d\n\xff \x00 \u00a0\n\u2028a source x",
		"a P1 b\n", "source source source\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			t.Skip()
		}
		l, _ := ParseLock(source.File{Data: data})
		written := l.Bytes()
		again, _ := ParseLock(source.File{Data: written})
		if !bytes.Equal(again.Bytes(), written) {
			t.Errorf("what is written is read otherwise:\n%s\n%s", written, again.Bytes())
		}
		for a := range l.sources {
			if !again.Knows(a) {
				t.Errorf("the source of %q is lost", a)
			}
			if !again.Knows("other") {
				again.Rename(a, "other")
				again.Rename("other", a)
			}
		}
		if got := again.Bytes(); !bytes.Equal(got, written) {
			t.Errorf("renamed there and back, it is\n%s, not\n%s", got, written)
		}
	})
}

// Whatever a source and a quote are, a source is cut in one way, a quote is found where
// its words are, and what is found is the quote.
func FuzzParseSource(f *testing.F) {
	f.Add("Title\n\nOne sentence.\nAnother one.\n", "Title", "Another", 2)
	f.Add("Un million\u00a0» par jour.\r\n\r\nL’« offre »…\n50\u202f000 dollars.", "", "50 000 dollars", 3)
	f.Add("A line that is\nwrapped here.\nB.\xff\n\x00", "B.", "wrapped", 0)
	f.Add("1.\n2.\n3.", "1.", "350,000", -1)
	f.Fuzz(func(t *testing.T, text, title, quote string, n int) {
		if len(text) > 1<<12 {
			t.Skip()
		}
		lengths := Lengths(text, title)
		for _, l := range [][]int{lengths, make([]int, min(max(n, 0), 50))} {
			s, ok := ParseSource(text, title, l)
			if !ok {
				continue
			}
			for _, kind := range []string{"P", "H", "T", "C"} {
				found, elsewhere := s.Find(kind, n, quote)
				if found && elsewhere != "" {
					t.Errorf("%q is found, and elsewhere in %s", quote, elsewhere)
				}
				all := s.Occurrences(kind, n, quote)
				if found != (len(all) > 0) {
					t.Errorf("%q is found: %v, and occurs %d times", quote, found, len(all))
				}
				for _, o := range all {
					if o.Start < 0 || o.End > len(o.Text) || o.Text[o.Start:o.End] != fold(quote) {
						t.Errorf("%q occurs at %d to %d of %q", quote, o.Start, o.End, o.Text)
					}
				}
			}
		}
	})
}
