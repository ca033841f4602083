package addresses

import (
	"bytes"
	"strings"
	"testing"

	"receipts/internal/source"
)

// Each line that no command wrote so is reported, and what can be understood counts.
func TestLockMistakes(t *testing.T) {
	for _, tt := range []struct {
		desc, give, want string
		whole            bool
		addresses        int
	}{
		{"as it is written", "# head\n\n/a/ -\n/a/#b x\n/b/ y\n", "", true, 3},
		{"lines that end as on Windows", "/a/ -\r\n/b/ -\r\n", "", true, 2},
		{"a line of a merge", "<<<<<<< HEAD\n/a/ -\n", "this line was written by a merge", true, 1},
		{"out of order", "/b/ -\n/a/ -\n", "the line is not in its place: the lines are sorted", true, 2},
		{"twice", "/a/ -\n/a/ x\n", `the address "/a/" stands twice`, true, 1},
		{"no address", "a -\n/b/ -\n", "this line is no address with its file", false, 1},
		{"no file", "/a/\n", "this line is no address with its file", false, 0},
	} {
		l, diags := ParseLock(source.File{Path: LockPath, Data: []byte(tt.give)})
		var got strings.Builder
		for _, d := range diags {
			got.WriteString(d.Message)
		}
		if got.String() != tt.want || l.IsWhole() != tt.whole || l.Len() != tt.addresses {
			t.Errorf("%s: %q, whole %v, with %d addresses", tt.desc, got.String(), l.IsWhole(), l.Len())
		}
	}
}

// Whatever stands in a lock, it is read, with few mistakes whose places are in the file;
// and what is written of it reads without any.
func FuzzParseLock(f *testing.F) {
	for _, seed := range []string{
		"",
		lockHead + "/ -\n/facts/a/ content/facts/a.md\n/facts/a/#b content/articles/b.md\n",
		"/b/ x\r\n/a/ y\r\n/a/ z",
		"<<<<<<< HEAD\n/a/ x\n||||||| 1\n=======\n/b/ y\n>>>>>>> other\n",
		"/a/\x00 x\n\xff\xfe\n/é/ x\n/a/  x\n/a/ x y\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, diags := ParseLock(source.File{Path: LockPath, Data: data})
		if len(diags) > mostBad {
			t.Errorf("%d mistakes", len(diags))
		}
		for _, d := range diags {
			if p := d.Place; p.File != LockPath || p.Start < 0 || p.End < p.Start || p.End > len(data) {
				t.Errorf("%q is placed at %d to %d of %d bytes", d.Message, p.Start, p.End, len(data))
			}
		}
		for address, p := range l.places {
			if got := string(data[p.Start:p.End]); got != address {
				t.Errorf("%q is said to stand at %q", address, got)
			}
		}
		if !l.IsWhole() && len(diags) == 0 {
			t.Error("a line is not understood, and nothing is said of it")
		}
		written := l.Bytes()
		again, diags := ParseLock(source.File{Path: LockPath, Data: written})
		if len(diags) > 0 || again.Len() != l.Len() || !bytes.Equal(again.Bytes(), written) {
			t.Errorf("what is written is read otherwise: %v\n%s", diags, written)
		}
	})
}
