package main

import (
	"context"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"receipts/internal/checked"
	"receipts/internal/disk"
	"receipts/internal/fixture"
)

// What is saved or signed while a rename is made is not lost: a file that was read and has
// changed since stops it, and no two write the file of signatures at once.
func TestRenameMeanwhile(t *testing.T) {
	site := fixture.Read(t, "testdata/script/rename_translated.txtar")
	t.Chdir(t.TempDir())
	putFiles(t, ".", site)
	before := filesOf(t, ".")
	const page = "content/people/doe.md"
	before[page] += "Saved meanwhile.\n"
	isLocked := true
	disk.Before = func(op, _ string) error {
		if op != "write" {
			return nil
		}
		ended, end := context.WithCancel(t.Context())
		end()
		if unlock, err := disk.Lock(ended, "content"); err == nil { // as checked.Write does
			unlock()
			isLocked = false
		}
		return os.WriteFile(page, []byte(before[page]), 0o644)
	}
	defer func() { disk.Before = nil }()
	var said strings.Builder
	status := run(t.Context(), "build", []string{"rename", "doe", "jane-doe", "-j", "1"}, io.Discard, &said)
	if now := filesOf(t, "."); status != 2 || !strings.Contains(said.String(), page+" has changed meanwhile") || now[page] != before[page] || now["content/people/jane-doe.md"] != "" {
		t.Errorf("status %d: %s\n%s", status, said.String(), now[page])
	}
	if !isLocked && runtime.GOOS != "windows" {
		t.Errorf("%s may be written while it is renamed in", checked.Path)
	}
}
