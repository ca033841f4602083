package preview

import "testing"

func TestWiden(t *testing.T) {
	const own = "http://127.0.0.1:8080/-/"
	for _, tt := range []struct{ desc, give, want string }{
		{"already wide enough", "default-src 'self'", "default-src 'self'"},
		{"says nothing of scripts", "img-src 'none'", "img-src 'none'"},
		{
			"nothing at all", "default-src 'none'",
			"default-src 'none'; script-src " + own + "; style-src " + own + "; connect-src " + own,
		},
		{
			"another source", "default-src 'self'; script-src https://cdn.example; frame-ancestors 'none'",
			"default-src 'self'; script-src https://cdn.example " + own + "; frame-ancestors 'none'",
		},
		{"the first counts", "script-src 'self'; script-src 'none'; style-src 'self'; connect-src *", "script-src 'self'; script-src 'none'; style-src 'self'; connect-src *"},
	} {
		if got := widen(tt.give, own); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.desc, tt.give, got, tt.want)
		}
	}
}
