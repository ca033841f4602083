package schema_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"receipts/internal/checked"
	"receipts/internal/source"
)

// The file of signatures and its schema agree.
func TestSignatures(t *testing.T) {
	signatures := compile(t)["checked"]
	const good = `first#a-fine.2: {by: [{name: "AB", role: "first reading", date: 2026-11-29}], hash: 1-8ac616946565af51, fields: at=acbb says.fr=2a85}
site.yaml: {queries: [{by: "CD", date: 2026-11-30, says: "Which?"}]}
`
	for _, tt := range []struct{ old, new string }{
		{"", ""},
		{"hash:", "hsh:"},
		{"1-8ac6", "2-8ac6"},
		{"at=acbb", "at=acb"},
		{", role: \"first reading\"", ""},
		{"2026-11-29", "29.11.2026"},
		{"says: \"Which?\"", "asks: \"Which?\""},
		{"[{by: \"CD\", date: 2026-11-30, says: \"Which?\"}]", "{by: \"CD\", date: 2026-11-30, says: \"Which?\"}"},
	} {
		text := strings.Replace(good, tt.old, tt.new, 1)
		_, diags := checked.Parse(source.File{Path: checked.Path, Data: []byte(text)})
		var n yaml.Node
		if err := yaml.Unmarshal([]byte(text), &n); err != nil {
			t.Fatal(err)
		}
		err := signatures.Validate(valueOf(n.Content[0]))
		if reads := tt.old == ""; (len(diags) == 0) != reads || (err == nil) != reads {
			t.Errorf("with %q: read with %v, and the schema says %v", tt.new, diags, err)
		}
	}
}
