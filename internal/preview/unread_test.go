package preview

import (
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// The bar counts what was not read of a site that asks for it, and leads to the list.
func TestUnread(t *testing.T) {
	for config, want := range map[string]*unread{"": nil, "checked: 1\n": {24, "/coverage/#unread"}, "checked: 1\nleave_out: [coverage]\n": nil} {
		files := fixture.Small()
		files["content/site.yaml"] += config
		res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{}).Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got := unreadIn(res); (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("with %q: %v, want %v", config, got, want)
		}
	}
}
