package publish

import (
	"os"
	"path"
	"path/filepath"
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
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		marker := filepath.Join(dir, markerName)
		if err := os.WriteFile(marker, data, 0o644); err != nil {
			t.Fatal(err)
		}
		inv, err := readMarker(dir)
		if err != nil {
			t.Fatal(err)
		}
		if inv.isOurs() != strings.HasPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), markerText) {
			t.Errorf("%q is ours: %v", data, inv.isOurs())
		}
		if _, listed := inv[".git"]; listed && inv.isOurs() && !strings.Contains(string(data), "git") {
			t.Error("the repository is taken for ours")
		}
		if name == "." || name != path.Clean(name) || !filepath.IsLocal(name) || strings.Contains(name, "\r\n") {
			return // no file in a folder is called so; the lines of a marker may end in CR LF
		}
		if err := writeMarker(dir, []string{name}); err != nil {
			t.Fatal(err)
		}
		if inv, err = readMarker(dir); err != nil {
			t.Fatal(err)
		}
		if isFolder, listed := inv[name]; !listed || isFolder {
			t.Errorf("%q is listed: %v, as a folder: %v", name, listed, isFolder)
		}
	})
}
