package locale

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"receipts/internal/diag"
)

// Each language that is built in is whole.
func TestLanguagesLoad(t *testing.T) {
	if len(Languages()) < 2 {
		t.Fatal(Languages())
	}
	for _, code := range Languages() {
		l, ok := Load(code)
		if !ok || l.Tag() != code {
			t.Errorf("%s cannot be loaded", code)
			continue
		}
		var diags diag.List
		l.checkWhole(English().Catalogue, code, &diags)
		for _, key := range l.Keys() {
			if strings.TrimSpace(l.Message(key)) == "" {
				diags.Add(diag.BadMessage, diag.Place{}, key)
			}
		}
		if len(diags) > 0 {
			t.Errorf("%s: %v", code, diags)
		}
	}
	if _, ok := Load("eo"); ok {
		t.Error("a language is built in that is none")
	}
}

// own is a file of a language that is not built in, made of the English one, with the
// forms of one message.
func own(forms string) []byte {
	facts := []byte("  count.facts:\n")
	src := Source("en")
	i := bytes.Index(src, facts) + len(facts)
	rest := src[i:]
	for bytes.HasPrefix(rest, []byte("    ")) {
		rest = rest[bytes.IndexByte(rest, '\n')+1:]
	}
	return []byte(string(src[:i]) + forms + string(rest))
}

// A message has the plural forms of its language, as of CLDR; one that it lacks is said
// as "other".
func TestPluralForms(t *testing.T) {
	for _, tt := range []struct {
		code, forms string
		want        map[int]string
	}{
		{"pl", "    one: \"{1} one\"\n    few: \"{1} few\"\n    many: \"{1} many\"\n    other: \"{1} other\"\n", map[int]string{1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 100: "many"}},
		{"ar", "    zero: zero\n    one: one\n    two: two\n    few: \"{1} few\"\n    many: \"{1} many\"\n    other: \"{1} other\"\n", map[int]string{0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}},
		{"ja", "    other: \"{1} other\"\n", map[int]string{0: "other", 1: "other", 2: "other"}},
		{"ru", "    one: \"{1} one\"\n    other: \"{1} other\"\n", map[int]string{1: "one", 21: "one", 2: "other", 5: "other"}},
	} {
		c, diags := Read("content/messages/"+tt.code+".yaml", own(tt.forms))
		if len(diags) > 0 {
			t.Errorf("%s: %v", tt.code, diags)
			continue
		}
		l := New(c)
		for n, want := range tt.want {
			if got := l.Count("count.facts", n); got != want && got != l.Number(int64(n))+" "+want {
				t.Errorf("%s: %d facts are %q, want %q", tt.code, n, got, want)
			}
		}
	}
}

// A file of a language that is not built in has all messages, or says which it lacks.
func TestMissingMessages(t *testing.T) {
	without := bytes.Replace(own("    other: \"{1} facts\"\n"), []byte("  nav.glossary:"), []byte("  #"), 1)
	_, diags := Read("content/messages/eo.yaml", without)
	if len(diags) != 1 || diags[0].Code != diag.BadMessage || !strings.HasSuffix(diags[0].Message, ": nav.glossary") {
		t.Errorf("%v", diags)
	}
	if _, diags := Read("content/messages/fr.yaml", []byte("messages:\n  nav.glossary: Lexique\n")); len(diags) > 0 {
		t.Errorf("a file that changes one message of a language that is built in: %v", diags)
	}
}

// A message that replaces one has its places, and nothing of the one before.
func TestReplacedMessages(t *testing.T) {
	for _, tt := range []struct{ give, want string }{
		{`nav.facts: "Faits {0}"`, `nothing is put in the place of "{0}"`},
		{`nav.facts: "Faits {Regionz}"`, `nothing is put in the place of "{Regionz}"`},
		{`nav.facts: "Faits {name}"`, `nothing is put in the place of "{name}"`},
		{`nav.facts: "Faits {{"`, `nothing is put in the place of "{"`},
		{`nav.facts: "Faits }"`, `nothing is put in the place of "}"`},
		{`nav.timeline: {one: Temps, other: Temps}`, `the message "nav.timeline" does not depend on a number`},
		{`nav.timelin: Temps`, `there is no message "nav.timelin"`},
		{`nav.facts: "Faits par {region}"`, "Faits par région|2 faits"},
		{`count.facts: "{1} bidules"`, "Faits|1 bidules"},
		{`count.facts: {other: "{1} bidules"}`, "Faits|1 bidules"},
		{`count.facts: {one: "{1} bidule"}`, "Faits|1 bidule"},
	} {
		c, diags := Read("content/messages/fr.yaml", []byte("messages:\n  "+tt.give+"\n"))
		var got string
		if len(diags) > 0 {
			got = diags[0].Message
		} else {
			l := New(c).Naming("région", "régions")
			n := 1
			if strings.HasSuffix(tt.want, "2 faits") {
				n = 2
			}
			got = l.Message("nav.facts") + "|" + l.Count("count.facts", n)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.give, got, tt.want)
		}
	}
}

// FuzzCatalogue checks that no file of a language makes Read panic, nor what it read
// the words of values.
func FuzzCatalogue(f *testing.F) {
	f.Add("content/messages/fr.yaml", Source("fr"))
	f.Add("content/messages/eo.yaml", Source("en"))
	for _, text := range []string{
		"", "quotes: [a]", "messages: {nav.glossary: {one: a, other: b}}", "messages: {count.facts: x}", "messages: {count.facts: {one: '{2}'}}", "messages: []", "units: {a: {linked: b}}", "currencies: {USD: {sign: $}}",
		"quantities: {per: '{}{}', with_sign: x, scales: {million: y}, group: '{}'}", "dates: {months: [], about: {day: '{}'}}", "a: &b\nc: *b", "messages: {untranslated: '{1}{9}%n'}",
	} {
		f.Add("content/messages/fr.yaml", []byte(text))
	}
	f.Fuzz(func(t *testing.T, file string, data []byte) {
		c, diags := Read(file, data)
		for _, d := range diags {
			if d.Message == "" || d.Place.Start > d.Place.End || d.Place.End > len(data) {
				t.Errorf("%+v", d)
			}
		}
		if c == nil || len(diags) > 0 {
			return
		}
		l := New(c)
		for _, key := range l.Keys() {
			if got := l.Message(key, "a", 2, "c", 4); strings.HasPrefix(got, "["+key) {
				t.Error(fmt.Sprint(key, " has no message"))
			}
		}
		l.Count("count.facts", 2)
	})
}
