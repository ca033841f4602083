package yamldoc

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

// A meal is a small schema with every kind of type.
type meal struct {
	Name    Words
	Courses []course
	Drinks  []string
	Hot     bool
	Price   price
	Guests  map[string]string
}

type course struct {
	Name Words
	Size size
}

type size string

type price struct {
	Euros string
	Place diag.Place
}

var euros = Scalar("a price", func(r *Reader, w Words) (string, bool) {
	number, unit, _ := strings.Cut(w.Text, " ")
	if w.Text != "" && unit != "EUR" {
		r.AddMistake(diag.BadQuantity, w, diag.Wrong(len(w.Text)-len(unit), len(w.Text), "not euros", ""), "write EUR")
		return "", false
	}
	return number, w.Text != ""
})

var mealKeys = append([]Field[meal]{
	Key("name", Required, Text, func(m *meal) *Words { return &m.Name }, "what it is called"),
	Key("courses", Optional, List(Object("a course", []Field[course]{
		Key("name", Required, Text, func(c *course) *Words { return &c.Name }, "what is served"),
		Key("size", Optional, Choice("size", size("small"), size("large")), func(c *course) *size { return &c.Size }, "how much"),
	})), func(m *meal) *[]course { return &m.Courses }, "what is served"),
	Key("drinks", Optional, List(Choice("drink", "water", "wine")), func(m *meal) *[]string { return &m.Drinks }, "what is poured"),
	Key("hot", Optional, Flag("value", "yes", "no"), func(m *meal) *bool { return &m.Hot }, "whether it is warm"),
	Key("guests", Optional, guests, func(m *meal) *map[string]string { return &m.Guests }, "who comes"),
}, Part(func(m *meal) *price { return &m.Price }, []Field[price]{
	Key("price", Optional, euros, func(p *price) *string { return &p.Euros }, "what it costs"),
})...)

var mealType = Object("a meal", mealKeys).Then(func(r *Reader, m *meal, n Node) { m.Price.Place = r.Place(n) })

var guests = Custom(&Form{What: "the guests", Values: Text.Form}, func(r *Reader, v *map[string]string, n Node) bool {
	*v = map[string]string{}
	for name, value := range r.Entries(n, "the guests") {
		var w Words
		Text.Read(r, &w, value)
		(*v)[name.Text] = w.Text
	}
	return true
})

func TestRead(t *testing.T) {
	const src = "name: Supper\ncourses:\n  - name: soup\n    size: large\n  - name: 'bread'\ndrinks: water\nhot: yes\nprice: 12 EUR\nguests: {ann: a, bob: b}\n"
	var got meal
	var diags diag.List
	if !Read("f", []byte(src), 0, mealType, &got, nil, &diags) || len(diags) > 0 {
		t.Fatal(diags)
	}
	at := func(s string) diag.Place {
		i := strings.Index(src, s)
		return diag.Place{File: "f", Start: i, End: i + len(s)}
	}
	want := meal{
		Name: Words{"Supper", at("Supper")}, Drinks: []string{"water"}, Hot: true, Price: price{"12", at("name")},
		Courses: []course{{Words{"soup", at("soup")}, "large"}, {Words{"bread", at("bread")}, ""}},
		Guests:  map[string]string{"ann": "a", "bob": "b"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Each mistake is named once, at its own bytes.
func TestReadMistakes(t *testing.T) {
	tests := []struct {
		desc, give string
		want       []string
	}{
		{"nothing", "", []string{`"" a meal needs the key "name": name: what it is called`}},
		{"an unknown key", "name: a\nhott: yes\n", []string{`"hott" unknown key "hott": did you mean "hot"?`}},
		{"one whose value is wrong as well", "name: a\nPRICE: 12 USD\n", []string{`"PRICE" unknown key "PRICE": did you mean "price"?`, `"USD" not euros: write EUR`}},
		{"one for a required key", "NAME: a\n", []string{`"NAME" unknown key "NAME": did you mean "name"?`}},
		{"one beside the key that is meant", "PRICE: 12 USD\nname: a\nprice: 12 EUR\n", []string{`"PRICE" unknown key "PRICE": did you mean "price"?`}},
		{"one like none", "name: a\nxylophone: yes\n", []string{`"xylophone" unknown key "xylophone": the keys of a meal are name, courses, drinks, hot, guests, price`}},
		{"a key twice", "name: a\nname: b\n", []string{`"name" the key "name" stands twice: keep one of them`}},
		{"a key without a value", "name:\n", []string{`"name" "name" has no value: write one, or leave the key out`}},
		{"a text for a list", "name: a\ncourses: soup\n", []string{`"soup" a list is expected here: begin each item with "- "`}},
		{"a text for a mapping", "name: a\ncourses: [soup]\n", []string{`"soup" a course is written as keys with values: `}},
		{"a list for a text", "name: [a]\n", []string{`"[a]" a text is expected here, not a list: `}},
		{"keys for a price", "name: a\nprice: {b: c}\n", []string{`"{b: c}" a price is expected here, not keys with values: `}},
		{"a link without quotes", "name: [[a]]\n", []string{`"[[a]]" a text that begins with a link needs quotes: YAML reads [[ ]] as a list: write "[[a]]"`}},
		{"a value with nothing to be seen", "name: \"\\u200d \\u00ad\"\n", []string{`"name" "name" has no value: write one, or leave the key out`}},
		{"an empty item", "name: a\ndrinks: [wine, ~]\n", []string{`"~" an item of the list is empty: write it, or delete the line`}},
		{"another word", "name: a\ndrinks: [wine, watr]\n", []string{`"watr" unknown drink "watr": did you mean "water"?`}},
		{"within a text", "name: a\nprice: 12 USD\n", []string{`"USD" not euros: write EUR`}},
		{"in one that begins on the next line", "name: a\nprice: \"\n  12 USD\"\n", []string{`"USD" not euros: write EUR`}},
		{"a word twice", "name: a\nguests: {ann: b, ann: c}\n", []string{`"ann" the key "ann" stands twice: keep one of them`}},
		{"lists in lists without end", "drinks: " + strings.Repeat("[", 25) + strings.Repeat("]", 25) + "\n", []string{`"[[[[[]]]]]" values are nested too deeply: `}},
		{"a long key", strings.Repeat("a", 1025) + ": b\n", []string{`"` + strings.Repeat("a", 1025) + `" the key is longer than 1024 characters: a key is one word`}},
		{"a long key that YAML reads", "name: a\n" + strings.Repeat("a", 1024) + ": @\n", []string{`"@" a text cannot begin with "@": put it in quotes: ` + strings.Repeat("a", 1024) + `: "@"`}},
		{"no mapping of words", "name: a\nguests: ann\n", []string{`"ann" the guests are written as keys with values: `}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			var diags diag.List
			var m meal
			Read("f", []byte(tt.give), 0, mealType, &m, nil, &diags)
			var got []string
			for _, d := range diags {
				got = append(got, fmt.Sprintf("%q %s: %s", tt.give[d.Place.Start:d.Place.End], d.Message, d.Hint))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("mistakes (-want +got):\n%s", diff)
			}
		})
	}
}

// Bytes that no author means to write are refused, each at its place.
func TestCheckBytes(t *testing.T) {
	for _, tt := range []struct {
		desc, give string
		want       []string
		ok         bool
	}{
		{"a text", "a\tb\r\né\n", nil, true},
		{"a byte order mark", "\ufeffa", []string{"E002 0 the file begins with a byte order mark"}, false},
		{"one inside", "a\ufeff", []string{"E002 1 invisible character U+FEFF"}, false},
		{"a byte that is not UTF-8", "a\xffb\x00", []string{"E001 1 the byte 0xFF is not UTF-8"}, false},
		{"a zero and an override", "\x00a\u202e", []string{"E002 0 invisible character U+0000", "E002 2 invisible character U+202E"}, false},
		{"a return alone", "a\rb\n", []string{"E002 1 invisible character U+000D"}, false},
		{"returns in place of line ends", "---\rtitle: a\r---\r", []string{"E002 3 the lines end as on the first Macs, in U+000D alone"}, false},
		{"too much", strings.Repeat("a", maxFile+1), []string{"E016 0 the file is larger than 1 MiB"}, false},
	} {
		var diags diag.List
		ok := CheckBytes("f", []byte(tt.give), &diags)
		var got []string
		for _, d := range diags {
			got = append(got, fmt.Sprintf("%s %d %s", d.Code, d.Place.Start, d.Message))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || ok != tt.ok {
			t.Errorf("%s: %v (-want +got):\n%s", tt.desc, ok, diff)
		}
	}
}

// A form says the same as the table, with what is below it.
func TestForm(t *testing.T) {
	var got []string
	for _, k := range mealType.Keys {
		line := fmt.Sprintf("%s %v: %s, %s", k.Name, k.Required, k.Form.What, k.Sentence)
		if k.Form.Item != nil {
			line += fmt.Sprint("; items ", k.Form.Item.What, k.Form.Item.Words, len(k.Form.Item.Keys))
		}
		got = append(got, line)
	}
	want := []string{
		"name true: a text, what it is called",
		"courses false: a list, what is served; items a course[] 2",
		"drinks false: a list, what is poured; items a word[water wine] 0",
		"hot false: a word, whether it is warm",
		"guests false: the guests, who comes",
		"price false: a price, what it costs",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}
