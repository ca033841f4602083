package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRuns(t *testing.T) {
	for _, tt := range []struct {
		desc string
		give []string
		want [][]string
	}{
		{"nothing", nil, nil},
		{"one", []string{"ab"}, [][]string{{"a", "ab"}}},
		{"a key that comes again", []string{"ab", "ac", "b", "ad"}, [][]string{{"a", "ab", "ac"}, {"b", "b"}, {"a", "ad"}}},
	} {
		var got [][]string
		for key, run := range runs(tt.give, func(s string) string { return s[:1] }) {
			got = append(got, append([]string{key}, run...))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.desc, diff)
		}
	}
	for key := range runs([]string{"a", "b"}, func(s string) string { return s }) {
		if key == "b" {
			t.Error("goes on after a break")
		}
		break
	}
}
