package markdown

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// TestContrast computes the contrast of every kind of token against its
// ground, as WCAG 2 defines it.
func TestContrast(t *testing.T) {
	luminance := func(c chroma.Colour) float64 {
		channel := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*channel(c.Red()) + 0.7152*channel(c.Green()) + 0.0722*channel(c.Blue())
	}
	for _, s := range []*chroma.Style{lightStyle, darkStyle} {
		ground := s.Get(chroma.Background).Background
		for kind := range chroma.StandardTypes {
			if kind <= 0 && kind != chroma.Background {
				continue // of line numbers and the like, which we do not have
			}
			e := s.Get(kind)
			if e.Background.IsSet() && e.Background != ground || e.Italic == chroma.Yes {
				t.Errorf("%s: %s has a ground of its own or is italic: %s", s.Name, kind, e)
			}
			a, b := luminance(e.Colour), luminance(ground)
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("%s: %s has contrast %.2f", s.Name, kind, ratio)
			}
		}
	}
}

func TestStylesheet(t *testing.T) {
	css := string(Stylesheet())
	if css != string(Stylesheet()) {
		t.Error("not the same twice")
	}
	for _, want := range []string{
		".chroma { color: #14201a; background-color: #fdfefb }\n", `:root[data-theme="dark"] .chroma { color: #e6ece4; background-color: #1a241e }`,
		`:root:not([data-theme="light"]) .chroma :is(`, "@media (prefers-color-scheme: dark)",
	} {
		if !strings.Contains(css, want) {
			t.Errorf("no %q in\n%s", want, css)
		}
	}
	if regexp.MustCompile(`italic|\.err\b|<`).MatchString(css) {
		t.Error(css)
	}
	if strings.Count(css, "{") != strings.Count(css, "}") {
		t.Error("braces")
	}
}
