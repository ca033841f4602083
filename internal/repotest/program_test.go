package repotest

import (
	"bytes"
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Who builds the program of one revision with -trimpath has the same bytes, in
// whatever folder and with nothing kept from earlier builds. (What git says of the
// folder is left out: a copy has no history.)
func TestProgramIsTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles all packages, those of Go too")
	}
	build := func(dir string, env ...string) []byte {
		program := filepath.Join(t.TempDir(), "build.exe")
		cmd := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-buildvcs=false", "-o", program, "./cmd/build")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go build: %v\n%s", err, out)
		}
		data, err := os.ReadFile(program)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	copied := t.TempDir()
	eachFile(t, func(p string) {
		target := filepath.Join(copied, filepath.FromSlash(p))
		if err := cmp.Or(os.MkdirAll(filepath.Dir(target), 0o777), os.WriteFile(target, []byte(read(t, p)), 0o666)); err != nil {
			t.Fatal(err)
		}
	})
	if !bytes.Equal(build("../.."), build(copied, "GOCACHE="+t.TempDir())) {
		t.Error(`two builds differ: compare what "go version -m" and "go tool nm -size" say of them`)
	}
}
