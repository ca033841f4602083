package build_test

import (
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// A link to what is not yet written stops a build, and a preview goes on: its
// page has routes, and the mistake is reported all the same. Any other mistake
// stops both.
func TestUnwritten(t *testing.T) {
	for _, tt := range []struct {
		desc, old, new string
		goesOn         bool
	}{
		{"a link to nobody", "under 52", "and [[nobody]] under 52", true},
		{"a link in the front matter", "It says that [[ada]]", "It says that [[nobody]]", true},
		{"a section", "See [[first#what-was-paid]]", "See [[first#what-was-hidden]]", true},
		{"a receipt", "![[a-fine]]", "![[no-fine]]", true},
		{"an ordinary link", "See [[first#what-was-paid]]", "See [her](/people/nobody/)", true},
		{"a receipt of a person", "![[a-fine]]", "![[ada]]", false},
		{"who pays", "from: ada\n", "from: nobody\n", false},
		{"another mistake beside it", "under 52", "and [[nobody]] <b>under</b> 52", false},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := fixture.Small()
			found := false
			for name, text := range files {
				if strings.Contains(text, tt.old) {
					files[name], found = strings.Replace(text, tt.old, tt.new, 1), true
				}
			}
			if !found {
				t.Fatalf("no file has %q", tt.old)
			}
			strict, _ := outcomeOf(t, build.New(fixture.FS(files), receipts.Defaults, build.Options{}))
			lenient, _ := outcomeOf(t, build.New(fixture.FS(files), receipts.Defaults, build.Options{Unwritten: true}))
			if diff := differ(strict.Diags, lenient.Diags); diff != "" {
				t.Errorf("the mistakes differ:\n%s", diff)
			}
			if len(strict.Routes) > 0 {
				t.Error("a build goes on")
			}
			if goesOn := len(lenient.Routes) > 0; goesOn != tt.goesOn {
				t.Errorf("a preview goes on is %t: %v", goesOn, lenient.Diags)
			}
		})
	}
}
