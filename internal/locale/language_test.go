package locale

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// readOwn reads the file that a site has for a language.
func readOwn(code string, data []byte) (*Catalogue, diag.List) {
	return Read(code, "content/messages/"+code+".yaml", data, Of(code))
}

// A language has the words of the first in its line that is built in, and says only what
// differs.
func TestLine(t *testing.T) {
	for _, tt := range []struct{ code, line, builtIn string }{
		{"fr", "fr", "fr"},
		{"fr-CA", "fr-CA fr", "fr"},
		{"en-CA", "en-CA en-001 en", "en"},
		{"zh-TW", "zh-TW zh-Hant", ""},
		{"sr-Latn", "sr-Latn", ""},
	} {
		if diff := cmp.Diff(tt.line+"|"+tt.builtIn, strings.Join(Line(tt.code), " ")+"|"+BuiltIn(tt.code)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.code, diff)
		}
	}
	c, diags := readOwn("fr-CA", []byte("messages:\n  nav.glossary: Lexique\n"))
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	l := New(c)
	if diff := cmp.Diff("fr-CA Lexique Faits 2 faits", l.Tag()+" "+l.Message("nav.glossary")+" "+l.Message("nav.facts")+" "+l.Count("count.facts", 2)); diff != "" {
		t.Error(diff)
	}
	if open, _ := l.Marks("fr"); open != "«\u00a0" {
		t.Errorf("quotes in French begin with %q", open)
	}
	if french(t).Message("nav.glossary") == "Lexique" {
		t.Error("French has changed, too")
	}
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
		c, diags := readOwn(tt.code, own(tt.forms))
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
	_, diags := readOwn("eo", without)
	if len(diags) != 1 || diags[0].Code != diag.BadMessage || !strings.HasSuffix(diags[0].Message, ": nav.glossary") {
		t.Errorf("%v", diags)
	}
	if _, diags := readOwn("fr", []byte("messages:\n  nav.glossary: Lexique\n")); len(diags) > 0 {
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
		c, diags := readOwn("fr", []byte("messages:\n  "+tt.give+"\n"))
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
		code := strings.TrimSuffix(path.Base(file), ".yaml")
		c, diags := Read(code, file, data, Of(code))
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
