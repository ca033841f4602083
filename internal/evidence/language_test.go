package evidence

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestRoles checks that a token that is skipped for want of a role begins no
// quantity, in texts made of the words of the tables, of numbers and of marks.
func TestRoles(t *testing.T) {
	links := []string{"", " than", " of", " de", " peu", "-"}
	tails := []string{"5 et 6 dollars", "5 and 6 dollars", "75 million", "million dollars", "un million de dollars", "dizaine de voix", "dozen voters", "$5", "voters", "Pitt"}
	begun := 0
	for _, l := range []*language{english(), french()} {
		for _, w := range wordsOfTables(l) {
			for _, first := range []string{w, strings.ToUpper(w)} {
				for _, link := range links {
					for _, tail := range tails {
						begun += checkRoles(t, l, first+link+" "+tail)
						begun += checkRoles(t, l, first+link+tail)
					}
				}
			}
		}
	}
	if begun < 50_000 {
		t.Errorf("only %d quantities", begun)
	}
}

// checkRoles returns at how many tokens of a text a quantity begins.
func checkRoles(t *testing.T, l *language, text string) (begun int) {
	t.Helper()
	p := newReader(l, text)
	defer p.done()
	for i := range p.ts {
		if _, _, ok := p.quantity(i, true); ok {
			begun++
			if !p.mayBegin(i, true) {
				t.Fatalf("%q: a quantity begins at token %d, %q", text, i, p.ts[i].text)
			}
		}
	}
	return begun
}

// wordsOfTables are all words that l knows, of whatever use.
func wordsOfTables(l *language) []string {
	seen := map[string]bool{}
	note := func(list string) {
		for w := range strings.FieldsSeq(list) {
			seen[w] = true
		}
	}
	// Words that stand in the code of the cardinals.
	note("a cent cents mille et and hundred thousand")
	for _, table := range []map[string]int{frenchUnits, englishUnits} {
		for w := range table {
			note(w)
		}
	}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			note(v.String())
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(k)
				walk(v.MapIndex(k))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).Name != "roles" {
					walk(v.Field(i))
				}
			}
		}
	}
	walk(reflect.ValueOf(*l))
	return slices.Sorted(maps.Keys(seen))
}

// TestCodeStarts checks that every text that letterCodes finds begins as codeStarts
// says.
func TestCodeStarts(t *testing.T) {
	pieces := []string{"A", "O", "M", "U", "R", "D", "N", "o", "s", "S", "ec", "e", "Art", "art", "Pub", "P", "H", "L", ".", " ", "°", "º", "n", "No.", "5", "\u00a0"}
	found := 0
	var try func(text string, more int)
	try = func(text string, more int) {
		if m := letterCodes.FindString(text + "7"); m != "" {
			found++
			if codeEnd(text+"7", 0) != len(m) {
				t.Fatalf("codeEnd(%q) does not find %q", text+"7", m)
			}
		}
		if more > 0 {
			for _, p := range pieces {
				try(text+p, more-1)
			}
		}
	}
	try("", 4)
	if found < 1000 {
		t.Errorf("only %d codes", found)
	}
}
