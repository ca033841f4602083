package main

import (
	"bytes"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestCalledBy(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"receipts", "help"}, "receipts"},
		{[]string{filepath.Join("bin", "build")}, "build"},
		{[]string{filepath.Join(t.TempDir(), "receipts.exe")}, "receipts"},
		{[]string{"Receipts.EXE"}, "Receipts"},
		{[]string{"receipts-1.2"}, "receipts-1.2"},
		{[]string{"reçus"}, "reçus"},
		{[]string{"my receipts"}, fallback},
		{[]string{"a;rm"}, fallback},
		{[]string{"a\x1b[31m"}, fallback},
		{[]string{"a\nb"}, fallback},
		{[]string{"-c"}, fallback},
		{[]string{".exe"}, fallback},
		{[]string{"."}, fallback},
		{[]string{"/"}, fallback},
		{[]string{""}, fallback},
		{nil, fallback},
	} {
		if got := calledBy(tt.args); got != tt.want {
			t.Errorf("called as %q it is %q, want %q", tt.args, got, tt.want)
		}
	}
}

// "make install" puts the program into PREFIX/bin, and it knows what it is called there.
func TestInstall(t *testing.T) {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("make is not installed")
	}
	prefix := t.TempDir()
	install := exec.Command("make", "install", "PREFIX="+prefix)
	install.Dir = repository
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(filepath.Join(prefix, "bin", "receipts"), "help").Output()
	if err != nil || !strings.Contains(string(out), "\nUsage: receipts [COMMAND]") {
		t.Errorf("%v\n%s", err, out)
	}
}

// What a terminal is told repeats no control character, and no word of any length.
func TestToldPlainly(t *testing.T) {
	long := "a\x1b[31m\u202e" + strings.Repeat("q", 5000)
	for _, args := range [][]string{
		{"build", "-base-url", long},
		{"build", "-root", long},
		{"build", "-shard", long},
		{"check", "-format", long},
		{"preview", "-addr", long},
		{long},
		{"help", long},
		{"new", long, long},
		{"rename", long, long},
		{"-" + long},
	} {
		var said bytes.Buffer
		if status := run(t.Context(), "build", args, io.Discard, &said); status != exitFault || said.Len() == 0 || said.Len() > 2000 || strings.ContainsAny(said.String(), "\x1b\u202e") {
			t.Errorf("%s: status %d, %d bytes: %.300q", args[0][:min(len(args[0]), 9)], status, said.Len(), said.String())
		}
	}
}
