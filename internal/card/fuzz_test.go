package card

import (
	"bytes"
	"image/png"
	"testing"

	"receipts/internal/locale"
)

// Whatever words a card has, it is a picture of one size, the same each time, or none
// is drawn.
func FuzzDraw(f *testing.F) {
	f.Add("A title", "Some text", "75")
	f.Add("« Œuvre » \u202e\ufb01\u0301\u0301", "a\u00adb\u200bc\nd", "\xff")
	f.Add("العربية", "日本語", "−1")
	f.Fuzz(func(t *testing.T, title, text, number string) {
		if len(title)+len(text)+len(number) > 1<<10 {
			t.Skip()
		}
		c := Card{
			Site: title, Host: text, Kind: title, Title: title, Source: text, Place: number, Text: []string{text, title}, Note: number, Caveat: text,
			Figure: locale.Quantity{Before: text, Number: number, After: title, Plain: number},
		}
		Missing(title + text)
		if !c.IsDrawn() {
			return
		}
		var one, two bytes.Buffer
		if err := Draw(&one, c); err != nil {
			t.Fatal(err)
		}
		size, err := png.DecodeConfig(bytes.NewReader(one.Bytes()))
		if err != nil || size.Width != Width || size.Height != Height {
			t.Fatalf("the card is %d×%d: %v", size.Width, size.Height, err)
		}
		if err := Draw(&two, c); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Error("the card is another one each time")
		}
	})
}
