package content

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
	"receipts/internal/source"
)

func TestTranslationOf(t *testing.T) {
	for _, tt := range []struct{ file, original, lang string }{
		{"content/facts/a.fr.md", "content/facts/a.md", "fr"},
		{"content/site.fr.yaml", "content/site.yaml", "fr"},
		{"content/facts/a.pt-BR.md", "content/facts/a.md", "pt-BR"},
		{"content/facts/a.zh-Hant.md", "content/facts/a.md", "zh-Hant"},
		{"content/facts/a.md", "", ""},
		{"content/site.yaml", "", ""},
		{"content/facts/a.FR.md", "", ""},    // no second name of one language
		{"content/facts/a.pt_BR.md", "", ""}, //
		{"content/facts/a.notes.md", "", ""}, // no language
		{"content/facts/a.fr.txt", "", ""},
		{"content/facts/a..md", "", ""},
		{"content/fr/a.md", "", ""},
		{"static/a.fr.css", "", ""},
	} {
		original, lang := TranslationOf(tt.file)
		if original != tt.original || lang != tt.lang {
			t.Errorf("%s is a translation of %q into %q, want %q and %q", tt.file, original, lang, tt.original, tt.lang)
		}
		if lang != "" && TranslationPath(original, lang) != tt.file {
			t.Errorf("the translation of %s into %s is %s", original, lang, TranslationPath(original, lang))
		}
	}
}

// The note of what a translation is of changes one line, whatever lines end in, and no
// value, reference or quote of the original counts for it.
func TestNoteTranslated(t *testing.T) {
	note := func(original, translation string) string {
		t.Helper()
		out, ok := NoteTranslated(source.File{Path: "content/people/a.md", Data: []byte(original)}, source.File{Path: "content/people/a.fr.md", Data: []byte(translation)})
		if !ok {
			return "refused"
		}
		return string(out)
	}
	const original = "---\ntitle: Ada\nsummary: Writes.\n---\n\nMuch.\n"
	const translation = "---\nsummary: Écrit.\n---\n\nBeaucoup.\n"
	noted := note(original, translation)
	line, rest, _ := strings.Cut(strings.TrimPrefix(noted, "---\n"), "\n")
	if !strings.HasPrefix(line, "translated_from: ") || "---\n"+rest != translation {
		t.Fatalf("noted as %q", noted)
	}
	dos := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for _, tt := range []struct {
		desc, original, translation, want string
	}{
		{"noted already", original, noted, noted},
		{"with lines of DOS", dos(original), dos(translation), dos(noted)},
		{"noted, with lines of DOS", dos(original), dos(noted), dos(noted)},
		{"an older note", original, strings.Replace(noted, line, "translated_from: 0", 1), noted},
		{"a name and no words", strings.Replace(original, "Ada", "Eva", 1), noted, noted},
		{"in the body alone", original, translation + "\ntranslated_from: x\n", noted + "\ntranslated_from: x\n"},
		{"no front matter", original, "Beaucoup.\n", "refused"},
		{"mistakes of the original", "---\ntitle: [\n---\n", translation, "refused"},
	} {
		if diff := cmp.Diff(tt.want, note(tt.original, tt.translation)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.desc, diff)
		}
	}
	for _, changed := range []string{strings.Replace(original, "Writes", "Reads", 1), strings.Replace(original, "Much", "Little", 1)} {
		if note(changed, noted) == noted {
			t.Errorf("other words are not noted: %s", changed)
		}
	}
}

// Items of a list are found by what names them, or by their order.
func TestTranslatedLists(t *testing.T) {
	original := "---\ntitle: A story\nsummary: It.\nsource: {outlet: paper, headline: H, published: 2024-10-01, language: en, read: 2026-11-22}\namounts:\n" +
		"  - {fact: one, amount: 1 USD, flow: prize, says: First., quote: a, at: P1}\n" +
		"  - {fact: two, amount: 2 USD, flow: prize, says: Second., quote: b, at: P2}\n" +
		"  - {fact: two, amount: 2 USD, flow: prize, says: Again., quote: c, at: P3}\n" +
		"does_not_say: [This., That.]\n---\n"
	f := source.File{Path: "content/articles/a.md", Data: []byte(original)}
	page, _ := Parse(f, "en", DefaultRegions)
	for _, tt := range []struct{ desc, give, want, mistake string }{
		{"all", "amounts:\n  - {fact: one, says: Un.}\n  - {fact: two, says: Deux.}\n  - {fact: two, says: Encore.}\n", "Un. Deux. Encore. This. That.", ""},
		{"the last of them", "amounts:\n  - {fact: two, says: Deux.}\n", "First. Deux. Again. This. That.", ""},
		{"in another order", "amounts:\n  - {fact: two, says: Deux.}\n  - {fact: one, says: Un.}\n", "Un. Deux. Again. This. That.", ""},
		{"one that the original has no longer", "amounts:\n  - {fact: three, says: Trois.}\n  - {fact: two, says: Deux.}\n", "First. Deux. Again. This. That.", ""},
		{"one more than there are of a fact", "amounts:\n  - {fact: one, says: Un.}\n  - {fact: one, says: Une.}\n", "Un. Second. Again. This. That.", ""},
		{"without a name", "amounts:\n  - {says: Un.}\n", "Un. Second. Again. This. That.", ""},
		{"one too many", "does_not_say: [Ceci., Cela., Autre.]\n", "First. Second. Again. This. That.", ""},
		{"too few", "does_not_say: [Ceci.]\n", "First. Second. Again. This. That.", ""},
		{"both of them", "does_not_say: [Ceci., Cela.]\n", "First. Second. Again. Ceci. Cela.", ""},
		{"a value", "amounts:\n  - {fact: one, at: P2}\n", "", `"at" is not a matter of words: the original alone says it`},
		{"a text for a list", "amounts: Un.\n", "", "an amount is written as keys with values"},
		{"a list for a text", "summary: [Un.]\n", "", "a text is expected here, not a list"},
		{"a key without words", "summary:\n", "", `"summary" has no value`},
		{"a key twice", "summary: Un.\nsummary: Deux.\n", "", `the key "summary" stands twice`},
	} {
		file := source.File{Path: "content/articles/a.fr.md", Data: []byte("---\n" + tt.give + "---\n")}
		out, diags := Translate(page, f, file, "fr")
		var mistakes []string
		for _, d := range diags {
			if !d.Code.IsWarning() {
				mistakes = append(mistakes, d.Message)
			}
		}
		if got := strings.Join(mistakes, "; "); got != tt.mistake {
			t.Errorf("%s: the mistakes are %q, want %q", tt.desc, got, tt.mistake)
			continue
		}
		a := out.Front.(*Article)
		var says []string
		for i := range a.Amounts {
			says = append(says, a.Amounts[i].Says.Text)
		}
		for _, w := range a.DoesNotSay {
			says = append(says, w.Text)
		}
		if got := strings.Join(says, " "); tt.want != "" && got != tt.want {
			t.Errorf("%s: %s, want %s", tt.desc, got, tt.want)
		}
	}
}

// FuzzTranslate checks that no translation makes Translate panic, that its mistakes lie
// in its file or in the original, and that it leaves the values of the original alone.
func FuzzTranslate(f *testing.F) {
	original := source.File{Path: "content/articles/a.md", Data: []byte(wholeArticle)}
	f.Add([]byte(wholeArticle))
	f.Add([]byte("---\ntitle: Un\n---\n\n## Titre\n"))
	for _, file := range scriptFiles(f) {
		if _, lang := TranslationOf(file.Path); lang != "" {
			f.Add(file.Data)
		}
	}
	for _, front := range []string{"amounts: [{fact: a-fact, says: x}]", "amounts: {}", "amounts: [[]]", "amounts: [null]", "states: [{PA: x}, {}]", "does_not_say: [[[a]]]", "from: [[a]]", "a: &b\nc: *b", "translated_from: [a]", "translated_from: {}", "? [a]\n: b", "source: {by: 1, published_known: 2}", "corrections: [{was: a}]"} {
		f.Add([]byte("---\n" + front + "\n---\n"))
	}
	page, _ := Parse(original, "en", DefaultRegions)
	was := fmt.Sprintf("%+v", *page.Front.(*Article))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<13 {
			t.Skip()
		}
		file := source.File{Path: "content/articles/a.fr.md", Data: data}
		out, diags := Translate(page, original, file, "fr")
		if now := fmt.Sprintf("%+v", *page.Front.(*Article)); now != was {
			t.Fatalf("the original has changed:\n%s\n%s", was, now)
		}
		var own, others diag.List
		for _, d := range diags {
			if d.Place.File == file.Path {
				own = append(own, d)
			} else {
				others = append(others, d)
			}
		}
		if len(others) > 0 {
			t.Errorf("a mistake is told of another file: %v", others)
		}
		for i := range own {
			own[i].Related = nil
		}
		checkDiags(t, file, own)
		a, b := *page.Front.(*Article), *out.Front.(*Article)
		if len(a.Amounts) != len(b.Amounts) || len(a.States) != len(b.States) || a.Source.URL != b.Source.URL {
			t.Error("a value has changed")
		}
		for i := range a.Amounts {
			if a.Amounts[i].Quote != b.Amounts[i].Quote || a.Amounts[i].At != b.Amounts[i].At || a.Amounts[i].Fact != b.Amounts[i].Fact || !reflect.DeepEqual(a.Amounts[i].Quantity, b.Amounts[i].Quantity) {
				t.Errorf("a value of amount %d has changed:\n%+v\n%+v", i, a.Amounts[i], b.Amounts[i])
			}
		}
		if noted, ok := NoteTranslated(original, file); ok {
			if again, _ := NoteTranslated(original, source.File{Path: file.Path, Data: noted}); !bytes.Equal(again, noted) {
				t.Errorf("noted twice, it is another file:\n%q\n%q", noted, again)
			}
		}
	})
}
