package content

import "testing"

func TestKebab(t *testing.T) {
	for give, want := range map[string]string{
		"José Bové": "jose-bove", "jose\u0301 bove\u0301": "jose-bove", "Lech Wałęsa": "lech-walesa", "L’Œuvre": "l-oeuvre",
		"Straße 7": "strasse-7", "AT&T": "at-t", "İstanbul": "istanbul", "Москва": "", "--a--": "a",
	} {
		if got := Kebab(give); got != want {
			t.Errorf("Kebab(%q) = %q, want %q", give, got, want)
		}
	}
}
