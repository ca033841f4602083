package proof

import (
	"maps"
	"slices"
	"testing"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
	"receipts/internal/source"
)

// retoldSite are the names of a small site: two people, two newspapers, one of which
// has another name in French.
var retoldSite = map[string]string{
	"content/site.yaml":                 "title: A site\nbase_url: https://example.org\nlanguages: [en, fr]\n",
	"content/people/jane-doe.md":        "---\ntitle: Jane Doe\nsummary: Made up.\n---\n",
	"content/people/rick-roe.md":        "---\ntitle: Rick Roe\nsummary: Made up.\n---\n",
	"content/people/zoe-poe.md":         "---\ntitle: Zoe Poe\nsummary: Made up.\n---\n",
	"content/organizations/gazette.md":  "---\ntitle: The Gazette\nalso: [Gazette]\nkind: outlet\nsummary: Made up.\n---\n",
	"content/organizations/herald.md":   "---\ntitle: The Herald\nalso: [Herald]\nkind: outlet\nsummary: Made up.\n---\n",
	"content/organizations/court.md":    "---\ntitle: The High Court\nkind: court\nsummary: Made up.\n---\n",
	"content/organizations/court.fr.md": "---\ntitle: Haute Cour\nsummary: Fictive.\n---\n",
}

// retoldSays is what the check says of a sentence of a report, and of its translation.
func retoldSays(t *testing.T, from, to string) []string {
	t.Helper()
	const head = "---\ntitle: A story\nsummary: A summary.\nsource:\n  outlet: gazette\n  headline: A story\n  published: 2024-10-21\n  language: en\n  read: 2026-11-22\n" +
		"claims:\n  - fact: it\n    title: It\n    quote: Zoe Poe was not there\n    at: P1\n    says: >-\n      "
	files := map[string]string{"content/articles/story.md": head + from + "\n---\n", "content/articles/story.fr.md": "---\ntitle: Un récit\nclaims:\n  - fact: it\n    says: >-\n      " + to + "\n---\n"}
	maps.Copy(files, retoldSite)
	of, originals := map[string]source.File{}, map[string]string{}
	for path, text := range files {
		if original, lang := content.TranslationOf(path); lang != "" {
			of[original] = source.File{Path: path, Data: []byte(text)}
		} else {
			originals[path] = text
		}
	}
	in := pagesOf(originals)
	s, _ := site.Build(site.Input{Config: in.config, Pages: in.pages})
	fr := pages{config: in.config, read: map[*content.Page]*Page{}}
	for _, p := range in.pages {
		text := []byte(originals[p.Path])
		page, read := p, in.read[p]
		if f, ok := of[p.Path]; ok {
			page, _ = content.Translate(p, source.File{Path: p.Path, Data: text}, f, "fr")
			read = read.InWords(p, page, text)
		}
		fr.pages, fr.read[page] = append(fr.pages, page), read
	}
	other, _ := site.Build(site.Input{Config: fr.config, Lang: "fr", Pages: fr.pages})
	_, memory, diags := Check(Input{Site: other, First: s, Pages: fr.read})
	_, _, again := Check(Input{Site: other, First: s, Pages: fr.read, Memory: memory})
	told := func(diags diag.List) (out []string) {
		for _, d := range diags {
			if d.Code == diag.TranslationTurned {
				out = append(out, d.Message)
			}
		}
		return out
	}
	if !slices.Equal(told(diags), told(again)) {
		t.Errorf("a next check says %q, and the first said %q", told(again), told(diags))
	}
	return told(diags)
}

func TestRetold(t *testing.T) {
	for _, tt := range []struct{ desc, from, to, want string }{
		{
			"the same", "The Gazette writes that Doe paid Roe.", "La Gazette écrit que Doe a payé Roe.", "",
		},
		{
			"another payer", "The Gazette writes that Doe has given this to a fund.", "La Gazette écrit que Roe a donné cette somme à un fonds.",
			"the original says that Jane Doe pays, the translation that it is Rick Roe",
		},
		{
			"payer and payee changed places", "The Gazette writes that Doe paid Roe.", "La Gazette écrit que Roe a payé Doe.",
			"the original says that Jane Doe pays, the translation that it is Rick Roe",
		},
		{
			"the same in the passive", "The Gazette writes that Doe paid Roe.", "La Gazette écrit que Roe a été payé par Doe.", "",
		},
		{
			"another person", "The Gazette writes that Doe was there.", "La Gazette écrit que Poe était là.",
			"the original names Jane Doe, the translation Zoe Poe",
		},
		{
			"nobody on the page is called so", "The Gazette writes that she was there.", "La Gazette écrit que Rick Roe était là.",
			"the translation names Rick Roe, and nothing in the file of the original does",
		},
		{
			"who is meant by a pronoun is on the page", "The Gazette writes that she was not there.", "La Gazette écrit que Zoe Poe n’était pas là.", "",
		},
		{
			"a person is left out", "The Gazette writes that Doe was there.", "La Gazette écrit que c’était là.",
			"the original names Jane Doe, the translation does not",
		},
		{
			"a person by a pronoun", "The Gazette writes that Doe was there.", "La Gazette écrit qu’elle était là.", "",
		},
		{
			"a person by a title", "The Gazette writes that Doe was there.", "La Gazette écrit que la milliardaire était là.", "",
		},
		{
			"one of two in a row", "The Gazette writes that Doe was there, as Poe was, before her.", "La Gazette écrit que Doe était là, comme Doe, avant elle.",
			"the original names Zoe Poe, the translation Jane Doe",
		},
		{
			"a name in French", "The Gazette writes that the High Court has it.", "La Gazette écrit que c’est à la Haute Cour.", "",
		},
		{
			"a name in French that is not known", "The Gazette writes that the High Court has it.", "La Gazette écrit que c’est à la Cour.", "",
		},
		{
			"a newspaper is left out", "According to the Herald, cited by the Gazette, Doe was there.", "Selon le journal, cité par la Gazette, Doe était là.", "",
		},
		{
			"a link names", "The Gazette writes that [[jane-doe|this]] was so.", "La Gazette écrit que [[jane-doe|Doe]] l’était.", "",
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := retoldSays(t, tt.from, tt.to)
			if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Equal(got, []string{tt.want}) {
				t.Errorf("%s\n%s\ngot  %q\nwant %q", tt.from, tt.to, got, tt.want)
			}
		})
	}
}
