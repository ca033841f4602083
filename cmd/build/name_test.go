package main

import (
	"path/filepath"
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
