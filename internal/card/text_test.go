package card

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever the text, each line has room, words stay in order, and only what is marked
// as cut lacks its end.
func TestSet(t *testing.T) {
	p := newPen()
	letters := rapid.SampledFrom([]rune("abc  éŁ&—W,«» ?\u00a0"))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.TrimSpace(rapid.StringOfN(letters, 1, 300, -1).Draw(t, "text"))
		if text == "" {
			return
		}
		f := rapid.SampledFrom(faces).Draw(t, "face")
		s := shape{width: rapid.IntRange(200, 1100).Draw(t, "width"), sizes: []int{60, 30}, most: rapid.IntRange(1, 5).Draw(t, "most"), balanced: rapid.Bool().Draw(t, "balanced")}
		b := p.set(f, text, s)
		if len(b.lines) == 0 || len(b.lines) > s.most {
			t.Fatalf("%d lines", len(b.lines))
		}
		if got := p.width(b); got > s.width+2 {
			t.Fatalf("%d wide, in %d: %q", got, s.width, b.lines)
		}
		if whole := strings.Join(b.lines, " ") == spelled(text); whole == b.cut {
			t.Fatalf("cut is %v: %q", b.cut, b.lines)
		}
	})
}

func TestSetInSteps(t *testing.T) {
	p := newPen()
	for _, tt := range []struct {
		desc, give string
		size       int
		cut        bool
	}{
		{"short", "A title", 80, false},
		{"longer", "A title that is too long for one line of the large size", 40, false},
		{"too long", strings.Repeat("A title that is too long for one line of any size ", 3), 40, true},
		{"one word", strings.Repeat("W", 100), 40, true},
	} {
		b := p.set(bold, tt.give, shape{width: 1072, sizes: []int{80, 40}, most: 1})
		if b.size != tt.size || b.cut != tt.cut {
			t.Errorf("%s: size %d, cut %v", tt.desc, b.size, b.cut)
		}
		if b.cut != strings.HasSuffix(b.lines[0], ellipsis) {
			t.Errorf("%s: %q", tt.desc, b.lines)
		}
	}
}

// Letters keep clear of each other as the fonts say.
func TestKerning(t *testing.T) {
	p := newPen()
	for _, pair := range []string{"AV", "To", "Wa", "L’"} {
		letters := []rune(pair)
		apart := p.measure(bold, string(letters[0])) + p.measure(bold, string(letters[1])) + bold.track*2
		if together := p.measure(bold, pair); together >= apart {
			t.Errorf("%s: %d wide, %d apart", pair, together, apart)
		}
	}
}
