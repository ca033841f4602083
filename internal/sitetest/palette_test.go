package sitetest

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"testing"

	"receipts"
)

// The palette is checked here, since axe-core does not check text inside a picture.
// Text has 4.5 : 1, controls and what a picture means have 3 : 1: WCAG 2.2, 1.4.3
// and 1.4.11.
func TestPalette(t *testing.T) {
	css, err := fs.ReadFile(receipts.Defaults, "static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	tokens := map[string][2]string{} // light, dark
	for _, m := range regexp.MustCompile(`--(\w+): light-dark\((#\w+), (#\w+)\);`).FindAllStringSubmatch(string(css), -1) {
		tokens[m[1]] = [2]string{m[2], m[3]}
	}
	const text, graphic = 4.5, 3
	for _, pair := range []struct {
		front, ground string
		least         float64
	}{
		{"ink", "paper", text},
		{"ink", "slip", text},
		{"ink", "mark", text},
		{"ink", "tint1", text},
		{"soft", "paper", text},
		{"soft", "slip", text},
		{"link", "paper", text},
		{"link", "slip", text},
		{"link", "wash", text},
		{"alert", "paper", text},
		{"alert", "slip", text},
		{"alert", "wash", text},
		{"on2", "tint2", text},
		{"paper", "ink", text},
		{"line", "paper", graphic},
		{"line", "slip", graphic},
		{"tint2", "slip", graphic},
		{"tint2", "paper", graphic},
	} {
		for i, theme := range []string{"light", "dark"} {
			front, ground := tokens[pair.front][i], tokens[pair.ground][i]
			if front == "" || ground == "" {
				t.Fatalf("style.css has no token %s or %s", pair.front, pair.ground)
			}
			if got := contrast(t, front, ground); got < pair.least {
				t.Errorf("%s: %s on %s has %.2f : 1, less than %v", theme, pair.front, pair.ground, got, pair.least)
			}
		}
	}
	if got := fmt.Sprintf("%.1f", contrast(t, "#000", "#fff")); got != "21.0" {
		t.Errorf("black on white has %s : 1", got)
	}
}

// contrast is the contrast ratio of WCAG 2.2 of two colours, from their relative
// luminance.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	digits := hex[1:]
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		t.Fatalf("%s is no colour", hex)
	}
	linear := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*linear(16) + .7152*linear(8) + .0722*linear(0)
}
