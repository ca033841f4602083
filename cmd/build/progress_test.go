package main

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A terminal shows what takes long, and nothing else.
func TestProgress(t *testing.T) {
	const up, end = "\r", " …\x1b[K"
	const long = patience + time.Millisecond // the line has been drawn by then
	tests := []struct {
		desc string
		give func(p *progress)
		want string
	}{
		{"a short command", func(p *progress) {
			p.phase("reading", 3)
			p.phase("writing", 9)
			p.update(64)
		}, ""},
		{"one that reads for long", func(p *progress) {
			p.phase("reading", 1234)
			time.Sleep(long)
			p.phase("checking", 1234)
		}, up + "reading 1,234 files" + end + up + "checking 1,234 files" + end + "\r\x1b[K"},
		{"one that looks for files", func(*progress) {
			time.Sleep(long)
		}, up + "reading" + end + "\r\x1b[K"},
		{"one that writes", func(p *progress) {
			p.phase("writing", 2000)
			time.Sleep(long)
			p.update(63)
			p.update(1024)
			p.update(128) // of another goroutine, late
		}, up + "writing 2,000 files" + end + up + "writing 1,024 of 2,000 files" + end + up + "writing 1,024 of 2,000 files" + end + "\r\x1b[K"},
		{"after the end", func(p *progress) {
			p.clear()
			time.Sleep(long)
			p.phase("writing", 9)
		}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var got bytes.Buffer
				p := startProgress(&got)
				tt.give(p)
				synctest.Wait()
				p.clear()
				if diff := cmp.Diff(tt.want, got.String()); diff != "" {
					t.Errorf("terminal (-want +got):\n%s", diff)
				}
			})
		})
	}
	newProgress(&bytes.Buffer{}).phase("reading", 1) // no terminal: nothing happens
}
