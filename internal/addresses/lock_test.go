package addresses

import (
	"bytes"
	"testing"

	"receipts/internal/source"
)

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
