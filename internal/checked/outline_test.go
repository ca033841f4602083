package checked

import (
	"testing"

	"receipts/internal/source"
)

// A field with fields in it has a line for each; plain lists stay on one line.
func TestOutline(t *testing.T) {
	const front = "---\ntitle: A fact\ndisagreements:\n  - about: How much\n    on: [amount, date]\n    sides:\n      - article: first\n        says: More.\n      - article: second\n        at: P1\n  - about: When\n    note: {of: x}\nsame: [{a: 1, b: [2, 3]}]\nlist: [one, two]\n---\n\nA body.\n\nOf two lines.\n"
	items := Items(Source{File: source.File{Path: "content/facts/a.md", Data: []byte(front)}}, nil)
	for name, want := range map[string]string{
		"title": "A fact", "list": "one; two", "same": "a: 1\nb: 2; 3", "body": "A body.\n\nOf two lines.",
		"disagreements": "- about: How much\n  on: amount; date\n  sides:\n    - article: first\n      says: More.\n    - article: second\n      at: P1\n- about: When\n  note: of: x",
	} {
		f, ok := items[0].Field(name)
		if !ok || f.Outline() != want {
			t.Errorf("%s is outlined as\n%s\nwant\n%s", name, f.Outline(), want)
		}
	}
}
