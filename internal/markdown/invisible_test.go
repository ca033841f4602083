package markdown

import "testing"

// A reference to a character that no file may have is refused, but not in code.
func TestInvisible(t *testing.T) {
	for text, refused := range map[string]bool{
		"a &#x202E; b": true, "a &#8238; b": true, "a &#x200b;b": true, "## a &#xFEFF;": true, "[a&#x2066;](/b/)": true,
		"a &nbsp; &amp; b": false, "`&#x202E;`": false, "```\n&#x202E;\n```": false, `a \&#x202E; b`: false,
	} {
		_, list := Parse("a.md", []byte(text), Options{})
		if got := len(list) == 1 && list[0].Code == "E002"; got != refused || !refused && len(list) > 0 {
			t.Errorf("%q: %v", text, list)
		}
	}
}
