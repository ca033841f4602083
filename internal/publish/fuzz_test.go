package publish

import (
	"io/fs"
	"strings"
	"testing"
)

// Whatever a marker says, it is read, and a file of another name than those it lists is
// none that a build wrote. What is written of names reads as the same names.
func FuzzMarker(f *testing.F) {
	f.Add([]byte(markerText), "index.html")
	f.Add([]byte(markerText+"\nindex.html\n\"a\\nb\"\n"), "a/b.html")
	f.Add([]byte("mine"), "\"")
	f.Add([]byte(strings.ReplaceAll(markerText+"\n../x\n/etc/passwd\n", "\n", "\r\n")), "a\nb")
	f.Add([]byte("mine"), "/")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		inv := parseMarker(data)
		if inv.isOurs() != strings.HasPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), markerText) {
			t.Errorf("%q is ours: %v", data, inv.isOurs())
		}
		if _, listed := inv[".git"]; listed && inv.isOurs() && !strings.Contains(string(data), "git") {
			t.Error("the repository is taken for ours")
		}
		if name == "." || !fs.ValidPath(name) || strings.Contains(name, "\r\n") {
			return // no file is called so; the lines of a marker may end in CR LF
		}
		if isFolder, listed := parseMarker(markerOf([]string{name}))[name]; !listed || isFolder {
			t.Errorf("%q is listed: %v, as a folder: %v", name, listed, isFolder)
		}
	})
}
