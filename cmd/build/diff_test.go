package main

import (
	"archive/tar"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// archived makes an archive of entries with one name each.
func archived(t testing.TB, entries ...tar.Header) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range entries {
		data := []byte("data")
		if h.Typeflag == tar.TypeReg {
			h.Size = int64(len(data))
		} else {
			data = nil
		}
		h.Mode = 0o644
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Whatever an archive has, nothing is written outside the folder, and no link into it.
func FuzzExtract(f *testing.F) {
	file := func(name string) tar.Header { return tar.Header{Typeflag: tar.TypeReg, Name: name} }
	f.Add(archived(f, tar.Header{Typeflag: tar.TypeDir, Name: "content/"}, file("content/site.yaml")))
	f.Add(archived(f, file("../outside")))
	f.Add(archived(f, file("/tmp/outside")))
	f.Add(archived(f, tar.Header{Typeflag: tar.TypeSymlink, Name: "content", Linkname: ".."}, file("content/outside")))
	f.Add(archived(f, tar.Header{Typeflag: tar.TypeDir, Name: "a/../../b"}))
	f.Add([]byte("no archive"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			t.Skip()
		}
		around := t.TempDir()
		inside := filepath.Join(around, "inside")
		if err := os.Mkdir(inside, 0o755); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(inside)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		_ = extract(bytes.NewReader(data), root)
		entries, err := os.ReadDir(around)
		if err != nil || len(entries) != 1 {
			t.Fatalf("beside the folder there is now %v: %v", entries, err)
		}
		err = filepath.WalkDir(inside, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !d.Type().IsRegular() {
				t.Errorf("%s is %v", p, d.Type())
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
