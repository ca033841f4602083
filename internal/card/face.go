package card

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

//go:embed fonts/*.ttf
var files embed.FS

// A face is a font in one weight.
type face struct {
	font  func() *sfnt.Font
	track int // between letters, in thousandths of an em
}

var (
	bold  = &face{load("newsreader-600"), -10} // titles and figures
	book  = &face{load("newsreader-400"), 0}   // words
	mono  = &face{load("chivo-mono-400"), 0}   // the record
	faces = []*face{bold, book, mono}
)

func load(name string) func() *sfnt.Font {
	return sync.OnceValue(func() *sfnt.Font {
		data, err := files.ReadFile("fonts/" + name + ".ttf")
		if err != nil {
			panic(err) // it is built in
		}
		f, err := sfnt.Parse(data)
		if err != nil {
			panic(err)
		}
		return f
	})
}

// Missing returns the letters of a text that a font of the cards does not have, each
// once.
func Missing(text string) string {
	if lacking(text) == "" { // as nearly always
		return ""
	}
	return lacking(spelled(text))
}

// lacking is Missing of a text as it is drawn.
func lacking(text string) string {
	var out strings.Builder
	buf := lookups.Get().(*sfnt.Buffer)
	defer lookups.Put(buf)
	for _, r := range text {
		if r < 0x7f || strings.ContainsRune(out.String(), r) {
			continue
		}
		if slices.ContainsFunc(faces, func(f *face) bool {
			i, err := f.font().GlyphIndex(buf, r)
			return err != nil || i == 0
		}) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// lookups are kept, since each has kilobytes.
var lookups = sync.Pool{New: func() any { return new(sfnt.Buffer) }}

// spelling has other signs for those that look the same and are not in the fonts. No
// line breaks at the spaces that French has within quotation marks and before others.
var spelling = strings.NewReplacer(
	"\u202f", "\u00a0", "\u2011", "-", "\u2010", "-",
	"« ", "«\u00a0", " »", "\u00a0»", " ?", "\u00a0?", " !", "\u00a0!", " :", "\u00a0:", " ;", "\u00a0;",
)

// spelled is a text as it is drawn, with each accent in one piece with its letter.
func spelled(text string) string { return spelling.Replace(norm.NFC.String(text)) }

// A glyph is a letter's place in a line.
type glyph struct {
	index sfnt.GlyphIndex
	x     int // of its origin, in units of the font
}

// shape places the letters of a line. The width is in units of the font.
func (f *face) shape(buf *sfnt.Buffer, text string) (line []glyph, width int) {
	font := f.font()
	em := font.UnitsPerEm()
	inUnits := fixed.I(int(em)) // at this size a unit is a pixel
	for i, r := range []rune(spelled(text)) {
		index, err := font.GlyphIndex(buf, r)
		if err != nil {
			continue // as an empty letter
		}
		if i > 0 {
			width += int(em) * f.track / 1000
			if kern, err := font.Kern(buf, line[len(line)-1].index, index, inUnits, hinting); err == nil {
				width += kern.Round()
			}
		}
		line = append(line, glyph{index, width})
		if advance, err := font.GlyphAdvance(buf, index, inUnits, hinting); err == nil {
			width += advance.Round()
		}
	}
	return line, width
}

const hinting = font.HintingNone
