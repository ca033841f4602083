package proof

import (
	"strings"
	"testing"
)

func TestNamesInTextsOfOthers(t *testing.T) {
	p, _ := proved(map[string]string{
		"content/site.yaml":                   "title: A site\nbase_url: https://example.org\n",
		"content/people/jane-doe.md":          "---\ntitle: Jane Doe\nsummary: A senator.\n---\n",
		"content/people/jim-roe.md":           "---\ntitle: Jim Roe\nsummary: A miller.\n---\n",
		"content/people/ann-roe.md":           "---\ntitle: Ann Roe\nsummary: A baker.\n---\n",
		"content/organizations/oak-fund.md":   "---\ntitle: Oak Fund\nalso: [the fund, “Oak”]\nkind: fund\nsummary: A fund.\n---\n",
		"content/organizations/next.md":       "---\ntitle: Next\nkind: outlet\nsummary: A newspaper.\n---\n",
		"content/organizations/does-watch.md": "---\ntitle: Jane Doe’s watch\nkind: group\nsummary: A group.\n---\n",
		"content/organizations/amis.md":       "---\ntitle: L’Association des amis\nkind: group\nsummary: A group.\n---\n",
		"content/organizations/campagne.md":   "---\ntitle: Campagne de Jane Doe\nkind: group\nsummary: A campaign.\n---\n",
	}, Input{})
	names := NamesOf(p.Site)
	for text, want := range map[string]string{
		"Jane Doe, or Doe’s friend, gave it.":     "Jane Doe=jane-doe Doe=jane-doe",
		"“Jane\u00a0Doe’s watch” and the fund":    "Jane\u00a0Doe’s watch=does-watch",
		"The fund paid. An Oak Fund paid.":        "Oak Fund=oak-fund",
		"The Green Oak Fund is another one.":      "",
		"Jim Roe and Ann Roe are. Roe is not.":    "Jim Roe=jim-roe Ann Roe=ann-roe",
		"Sue Doe is another, and so is S. Doe.":   "",
		"But Doe and Senator Doe are the same.":   "Doe=jane-doe Doe=jane-doe",
		"Next Friday it rains. It is in Next.":    "Next=next",
		"He said: “We won.” Thus Oak Fund paid.":  "Oak Fund=oak-fund",
		"« We won. » Thus Oak Fund paid.":         "Oak Fund=oak-fund",
		"“We won.” Next Friday it rains.":         "",
		"« We won. » Next Friday it rains.":       "",
		"Senator Jane Doe keeps her title.":       "Jane Doe=jane-doe",
		"De l’Association des amis.":              "l’Association des amis=amis",
		"À la campagne de Jane Doe, à campagne":   "campagne de Jane Doe=campagne",
		"À la campagne de Doe":                    "campagne de Doe=campagne",
		"Doering and Janet Doelle are not meant.": "",
	} {
		var got []string
		for _, n := range names.In(text) {
			got = append(got, text[n.Start:n.End]+"="+strings.Join(n.IDs, "+"))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q:\n  %s\nnot\n  %s", text, got, want)
		}
	}
}
