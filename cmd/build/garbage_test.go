package main

import "testing"

// The larger a site, the less of the heap is for garbage, and never less than is
// cheap to collect.
func TestGrowth(t *testing.T) {
	last := growth(0)
	if last < 800 {
		t.Errorf("the heap of a small site may grow by %d %% only", last)
	}
	for _, files := range []int{1, 250, 300, 1_000, 3_000, 10_000, 100_000, 10_000_000} {
		now := growth(files)
		if now > last || now < 60 {
			t.Errorf("with %d files the heap may grow by %d %%, after %d %%", files, now, last)
		}
		last = now
	}
}
