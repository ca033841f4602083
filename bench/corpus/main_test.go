package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestRun(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct {
		desc string
		args []string
		want int
		file string
	}{
		{"ours", []string{"-n", "3", "-out", "ours"}, 0, "content/site.yaml"},
		{"the peers' pages", []string{"-n", "3", "-for", "equal", "-out", "equal"}, 0, "layouts/article.html"},
		{"Hugo", []string{"-n", "3", "-for", "hugo", "-out", "hugo"}, 0, "content/states/pa/_index.md"},
		{"Eleventy", []string{"-n", "3", "-for", "eleventy", "-out", "eleventy"}, 0, "data/names.json"},
		{"a folder that exists", []string{"-n", "3", "-out", "hugo"}, 1, ""},
		{"no folder", []string{"-n", "3"}, 2, ""},
		{"another program", []string{"-for", "make", "-out", "x"}, 2, ""},
		{"no articles", []string{"-n", "-1", "-out", "x"}, 2, ""},
		{"no number", []string{"-n", "many", "-out", "x"}, 2, ""},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			args := append([]string{}, tt.args...)
			if last := len(args) - 1; args[last-1] == "-out" {
				args[last] = filepath.Join(dir, args[last])
				defer func(name string) {
					if _, err := os.Stat(filepath.Join(name, filepath.FromSlash(tt.file))); tt.want == 0 && err != nil {
						t.Error(err)
					}
				}(args[last])
			}
			if got := run(args, io.Discard); got != tt.want {
				t.Errorf("exit status %d, want %d", got, tt.want)
			}
		})
	}
}
