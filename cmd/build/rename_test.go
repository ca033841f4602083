package main

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

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
	disk.Before = func(op, _ string) error {
		if op == "write" {
			return os.WriteFile(page, []byte(before[page]), 0o644)
		}
		return nil
	}
	defer func() { disk.Before = nil }()
	var said strings.Builder
	status := run(t.Context(), "build", []string{"rename", "doe", "jane-doe", "-j", "1"}, io.Discard, &said)
	if now := filesOf(t, "."); status != 2 || !strings.Contains(said.String(), page+" has changed meanwhile") || now[page] != before[page] || now["content/people/jane-doe.md"] != "" {
		t.Errorf("status %d: %s\n%s", status, said.String(), now[page])
	}
	disk.Before = nil

	unlock, err := disk.Lock(t.Context(), "content") // as checked.Write does
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, stop := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer stop()
	if status := run(ctx, "build", []string{"rename", "doe", "jane-doe", "-j", "1"}, io.Discard, io.Discard); status == 0 {
		t.Errorf("%s may be written while it is renamed in", checked.Path)
	}
}
