package build_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

var keyLine = regexp.MustCompile(`(?m)^([ -]*[a-z_]+: )(\S.*)$`)

// Whatever stands where a value does, no message repeats all of it.
func TestMessagesAreShort(t *testing.T) {
	const path = "content/articles/first.md"
	files := fixture.Small()
	text := files[path]
	longest := 0
	for _, at := range keyLine.FindAllStringSubmatchIndex(text, -1) {
		for _, long := range []string{"9", "a", "é ", "[[x]] ", "1,000 USD, "} {
			files[path] = text[:at[4]] + strings.Repeat(long, 3000/len(long)) + "1.234 USD" + text[at[5]:]
			res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{Once: true}).Build(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range res.Diags {
				said := d.Message + d.Hint
				for _, r := range d.Related {
					said += r.Note
				}
				if longest = max(longest, len(said)); len(said) > 1500 {
					t.Errorf("%s%.5s…: a message of %d bytes: %s", text[at[2]:at[3]], long, len(said), fmt.Sprintf("%.300s…", said))
				}
			}
		}
	}
	t.Logf("the longest message has %d bytes", longest)
}
