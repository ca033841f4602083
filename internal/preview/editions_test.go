package preview

import (
	"net/http"
	"strings"
	"testing"

	"receipts/internal/fixture"
)

// A translation that is saved is shown at once, in its edition alone; an original in
// both. A mistake in a translation is told on its page.
func TestTranslationSaved(t *testing.T) {
	r := run(t, fixture.InFrench())
	shows := func(address, want string) {
		t.Helper()
		if status, body := r.get(address); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d, and %q is not there", address, status, want)
		}
	}
	shows("/fr/people/ada/", "Écrit des lettres")
	shows("/people/ada/", "Writes letters")
	save := func(file, old, with string) {
		t.Helper()
		r.write(file, strings.Replace(fixture.InFrench()[file], old, with, 1))
		r.next()
	}
	save("content/people/ada.fr.md", "Écrit", "Poste")
	shows("/fr/people/ada/", "Poste des lettres")
	shows("/people/ada/", "Writes letters")
	save("content/people/ada.md", "title: Ada", "title: Ada Two")
	shows("/fr/people/ada/", "Ada Two")
	shows("/people/ada/", "Ada Two")
	save("content/people/ada.fr.md", "summary:", "draft: true\nsummary:")
	for _, address := range []string{"/fr/people/ada/", "/people/ada/"} {
		if stops := r.told(address).Stops; len(stops) != 1 || stops[0].File != "content/people/ada.fr.md" || stops[0].Line != 2 {
			t.Errorf("%s: the mistakes are %+v", address, stops)
		}
	}
	save("content/people/ada.fr.md", "Écrit", "Envoie")
	shows("/fr/people/ada/", "Envoie des lettres")
	for address, want := range map[string]string{"/fr/people/ada/": "content/people/ada.fr.md", "/people/ada/": "content/people/ada.md", "/fr/organizations/gazette/": "content/organizations/gazette.md"} {
		if s := r.told(address).Source; s == nil || s.File != want {
			t.Errorf("%s is made from %+v, want %s", address, s, want)
		}
	}
}
