package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"receipts/internal/disk"
)

// What an editor writes between reading and writing is not lost: the change is made to
// that.
func TestUpdateAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	calls := 0
	err := disk.Update(t.Context(), path, func(old []byte) ([]byte, error) {
		if calls++; calls == 1 {
			if err := os.WriteFile(path, []byte("by hand\n"), 0o666); err != nil {
				return nil, err
			}
		}
		return append(old, "added\n"...), nil
	})
	data, _ := os.ReadFile(path)
	if err != nil || calls != 2 || string(data) != "by hand\nadded\n" {
		t.Errorf("%q after %d calls, %v", data, calls, err)
	}
}

// An error of the change leaves the file as it is, and nothing beside it.
func TestUpdateRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte("before\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	refused := errors.New("refused")
	err := disk.Update(t.Context(), path, func([]byte) ([]byte, error) { return []byte("after\n"), refused })
	if data, _ := os.ReadFile(path); !errors.Is(err, refused) || string(data) != "before\n" {
		t.Errorf("%q, %v", data, err)
	}
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(files) > 0 {
		t.Errorf("left behind: %v", files)
	}
}
