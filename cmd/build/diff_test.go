package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"time"

	"receipts"
	"receipts/internal/build"
)

// archived makes an archive as git does, of files with these names. A name that ends with
// @ is of a link.
func archived(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		h := &zip.FileHeader{Name: strings.TrimSuffix(name, "@")}
		if h.SetMode(0o644); h.Name != name {
			h.SetMode(fs.ModeSymlink | 0o777)
		}
		file, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			continue
		}
		if _, err := file.Write([]byte("title: A\n")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Whatever an archive of an older edition has, it is read as far as it can be.
func FuzzArchive(f *testing.F) {
	f.Add(archived(f, "content/", "content/site.yaml"))
	f.Add(archived(f, "../outside", "/tmp/outside", "content/../a.md"))
	f.Add(archived(f, "content@", "content/people/ada.md", "content/people"))
	f.Add(archived(f, "content/site.yaml@", "content/people/ada.md@", "content/messages/fr.yaml"))
	f.Add([]byte("no archive"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil || len(data) > 1<<14 {
			t.Skip(err)
		}
		for _, file := range r.File {
			if file.UncompressedSize64 > 1<<20 {
				t.Skip() // git has none that unfolds: it stores
			}
		}
		began := time.Now()
		res, err := build.New(r, receipts.Defaults, build.Options{Jobs: 1, Once: true}).Build(t.Context())
		if err == nil && res.Site == nil {
			t.Error("no site and no error")
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("it takes %s", took)
		}
	})
}
