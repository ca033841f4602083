//go:build unix

package preview

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// A program that is started leads a process group of its own, which the Ctrl-C
// of our terminal does not reach, and does not stay behind once it has ended.
func TestStartAlone(t *testing.T) {
	note := filepath.Join(t.TempDir(), "note")
	ended, err := start("sh", "-c", `cut -d" " -f5 /proc/$$/stat > "$0"; echo $$ >> "$0"; exit 3`, note)
	if err != nil {
		t.Skip(err)
	}
	if err := <-ended; err == nil {
		t.Error("how it ended is not said")
	}
	data, err := os.ReadFile(note)
	words := strings.Fields(string(data))
	if err != nil || len(words) != 2 {
		t.Skipf("this system does not say: %q, %v", data, err)
	}
	group, _ := strconv.Atoi(words[0])
	id, _ := strconv.Atoi(words[1])
	if own := syscall.Getpgrp(); group == own || group != id {
		t.Errorf("it is in the group %d; ours is %d, its own %d", group, own, id)
	}
	if err := syscall.Kill(id, 0); err == nil {
		t.Errorf("process %d is still there", id)
	}
}
