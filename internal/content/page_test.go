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

func parse(t *testing.T, path, text string) *Page {
	t.Helper()
	page, diags := Parse(source.File{Path: path, Data: []byte(text)}, DefaultLanguage, DefaultRegions)
	if len(diags) > 0 {
		t.Fatalf("mistakes: %v", diags)
	}
	return page
}

func TestWholeArticle(t *testing.T) {
	page := parse(t, "content/articles/a-million.md", wholeArticle)
	if page.Kind != ArticleKind || page.ID != "a-million" || page.Place != (diag.Place{File: page.Path, End: 3}) {
		t.Errorf("page = %s %s %v", page.Kind, page.ID, page.Place)
	}
	a := page.Front.(*Article)
	if a.Partial {
		t.Error("an article without mistakes is partial")
	}
	got := map[string]any{
		"summary":    a.Summary.Text,
		"headline":   a.Source.Headline.Text,
		"published":  a.Source.Published.String(),
		"paragraphs": a.Source.Paragraphs,
		"inferred":   a.Source.InferredMoney,
		"by":         a.Source.By.ID,
		"amount":     a.Amounts[0].Quantity.String(),
		"from":       []string{a.Amounts[0].From[0].ID, a.Amounts[0].From[0].Words.Text},
		"to":         []string{a.Amounts[0].To[0].ID, a.Amounts[0].To[0].Words.Text, a.Amounts[0].To[1].ID},
		"states":     []string{a.Amounts[0].States[0].Code, a.Amounts[0].States[1].Code},
		"at":         a.Amounts[0].At.String(),
		"also":       a.Amounts[0].Also[0].At.String(),
		"voice":      a.Amounts[0].Voice,
		"flag":       a.Dates[0].ProbableSlip,
		"own voice":  a.Dates[0].Voice,
		"partly":     a.Dates[0].Partly,
		"lacks":      a.Dates[0].Lacks.Text,
		"says":       a.Claims[0].Says.Text,
		"nature":     a.Claims[0].Nature,
		"state":      a.States[0].State.Code,
		"state says": a.States[0].Says.Text,
		"status":     a.Legal[0].Status.Text,
		"cited":      a.Legal[0].Voice,
		"not said":   len(a.DoesNotSay),
		"mark":       a.Notes[0].Mark,
		"now":        a.Corrections[0].Now.Text,
		"corrected":  []string{a.Corrections[0].Fact.Text, a.Corrections[0].Question.Text, a.Corrections[0].State.Code, a.Corrections[0].Withdrawn.Text},
	}
	want := map[string]any{
		"summary":    "The paper describes how [[ann-lee]] backs a candidate: a daily award, calls and «annonces».",
		"headline":   "Un million par jour : l'offre d'Ann Lee",
		"published":  "2024-10-21",
		"paragraphs": []int{361, 388, 361, 394},
		"inferred":   true,
		"by":         "bob-ray",
		"amount":     "1 million USD per day",
		"from":       []string{"ann-lee", ""},
		"to":         []string{"", "one voter a day", "paper"},
		"states":     []string{"PA", "GA"},
		"at":         "P4",
		"also":       "T",
		"voice":      UnclearVoice,
		"flag":       true,
		"own voice":  OwnVoice,
		"partly":     true,
		"lacks":      "the year, as [[daily-award|elsewhere]]",
		"says":       `According to Lee, "it works" — see [[daily-award]].`,
		"nature":     "statement",
		"state":      "MI",
		"state says": "The paper mentions ads in [[MI]].",
		"status":     "question-raised",
		"cited":      CitedVoice,
		"not said":   2,
		"mark":       Inferred,
		"now":        "Two.",
		"corrected":  []string{"daily-award", "paid-petition", "PA", "weekly-award"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("article (-want +got):\n%s", diff)
	}
}

func TestWholeSite(t *testing.T) {
	c, diags := ParseConfig(source.File{Path: ConfigPath, Data: []byte(wholeSite)})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if c.BaseURL.Text != "https://example.org/receipts" {
		t.Errorf("base_url = %q", c.BaseURL.Text)
	}
	if diff := cmp.Diff([]string{"prize", "wages"}, c.Flows.IDs()); diff != "" {
		t.Errorf("flows (-want +got):\n%s", diff)
	}
	if kinds := c.Flows.Kind("prize") + " " + c.Flows.Kind("wages"); kinds != "promise " {
		t.Errorf("kinds of flows = %q", kinds)
	}
	if label, ok := c.OrgKinds.Label("outlet"); !ok || label != "news outlet" {
		t.Errorf("outlet = %q, %v", label, ok)
	}
	if _, ok := c.OrgKinds.Label("court"); ok {
		t.Error("a vocabulary of the site's own still has the words of the default")
	}
}

// TestLineEnds checks that the line ends of Windows change nothing: neither what
// is read nor where a mistake is.
func TestLineEnds(t *testing.T) {
	positions := func(f source.File) (out []string) {
		var diags diag.List
		if f.Path == ConfigPath {
			_, diags = ParseConfig(f)
		} else {
			_, diags = Parse(f, DefaultLanguage, DefaultRegions)
		}
		for _, d := range diags.Sorted() {
			at := d.Place.Position(f.Data)
			out = append(out, string(d.Code)+" "+d.Message, d.Hint, fmt.Sprint(at))
		}
		return out
	}
	for _, f := range scriptFiles(t) {
		windows := source.File{Path: f.Path, Data: bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))}
		if diff := cmp.Diff(positions(f), positions(windows)); diff != "" {
			t.Errorf("%s with the line ends of Windows (-plain +windows):\n%s\n%s", f.Path, diff, f.Data)
		}
	}
	page, diags := Parse(source.File{Path: "content/articles/a.md", Data: []byte(strings.ReplaceAll(wholeArticle, "\n", "\r\n"))}, DefaultLanguage, DefaultRegions)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if got, want := page.Front.(*Article).Summary.Text, parse(t, "content/articles/a.md", wholeArticle).Front.(*Article).Summary.Text; got != want {
		t.Errorf("summary = %q, want %q", got, want)
	}
}

// TestLost checks what an article says of itself when something in it could not be
// read: what may be a fact, and what may be a state. Whatever refers to these is not
// to blame.
func TestLost(t *testing.T) {
	const claim = "claims:\n  - fact: %s\n    nature: statement\n    says: So.\n    quote: so\n    at: P1\n"
	good := fmt.Sprintf(claim, "words")
	tests := []struct {
		desc, give    string
		partial, lost bool
	}{
		{"all is read", good, false, false},
		{"a fact that is no id, but near one", fmt.Sprintf(claim, "Words"), false, false},
		{"a fact without an id", fmt.Sprintf(claim, "[]"), true, false},
		{"no fact", "claims:\n  - nature: statement\n", true, false},
		{"an item that is none", "amounts: [none]\n", true, false},
		{"no list", "dates: none\n", true, false},
		{"no list inside", good + "    also: none\n", true, false},
		{"a key that may be a list of facts", "amonts: []\n", true, false},
		{"a key inside a report", good + "    vioce: own\n", false, false},
		{"a word that is none", "draft: perhaps\n", false, false},
		{"paragraphs that are no numbers", "source:\n  paragraphs: [many]\n", false, false},
		{"a number that is none", "source:\n  paragraphs: many\n", false, false},
		{"a state of a fact", good + "    states: [XX]\n", false, true},
		{"states without a value", good + "    states:\n", false, true},
		{"a state of its own", "states:\n  - XX: So.\n", false, true},
		{"a state that is no text", "corrections:\n  - state: {a: b}\n", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			page, diags := Parse(source.File{Path: "content/articles/a.md", Data: []byte("---\n" + tt.give + "---\n")}, DefaultLanguage, DefaultRegions)
			a, ok := page.Front.(*Article)
			if !ok {
				t.Fatal(diags)
			}
			if a.Partial != tt.partial || a.LostState != tt.lost {
				t.Errorf("partial %v, lost a state %v, want %v and %v", a.Partial, a.LostState, tt.partial, tt.lost)
			}
		})
	}
}

// TestEachInline checks that EachInline, the one list of where links may stand,
// leaves out no field of any kind of page.
func TestEachInline(t *testing.T) {
	for kind, f := range fronts {
		t.Run(string(kind), func(t *testing.T) {
			front := f.read("", nil, 0, nil, new(diag.List))
			want, got := map[string]int{}, map[string]int{}
			fillInlines(reflect.ValueOf(front).Elem(), string(kind), want)
			if len(want) == 0 {
				t.Fatal("a kind of page without any inline text")
			}
			EachInline(front, func(i Inline) {
				if i.Text != "" {
					got[i.Text]++
				}
			})
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("inline texts (-want +got):\n%s", diff)
			}
		})
	}
}

// fillInlines gives every inline text below v its own path as its words, and
// every list one item.
func fillInlines(v reflect.Value, path string, names map[string]int) {
	if v.Type() == reflect.TypeFor[Inline]() {
		v.Set(reflect.ValueOf(Inline{Words: Words{Text: path}}))
		names[path] = 1
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fillInlines(v.Index(0), path, names)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				fillInlines(v.Field(i), path+"."+f.Name, names)
			}
		}
	}
}

// TestNothingHidden checks that no field of a front matter has the name of a field
// of something embedded beside it: one of the two would be read by mistake.
func TestNothingHidden(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var check func(reflect.Type)
	check = func(of reflect.Type) {
		if of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Map {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || of.PkgPath() != reflect.TypeFor[Page]().PkgPath() || seen[of] {
			return
		}
		seen[of] = true
		names := map[string]bool{}
		for field := range of.Fields() {
			names[field.Name] = true
		}
		for field := range of.Fields() {
			check(field.Type)
			if field.Anonymous && field.Type.Kind() == reflect.Struct {
				for _, inner := range reflect.VisibleFields(field.Type) {
					if names[inner.Name] {
						t.Errorf("%s.%s hides that of %s", of.Name(), inner.Name, field.Name)
					}
				}
			}
		}
	}
	for _, f := range fronts {
		check(reflect.TypeOf(f.read("", nil, 0, nil, new(diag.List))))
	}
	check(reflect.TypeFor[Config]())
}

// Without a mark nothing counts as checked.
func TestMark(t *testing.T) {
	const note = "says: It was so.\n    url: https://example.org/\n    publisher: The Paper\n"
	tests := []struct {
		desc, give string
		want       Mark
	}{
		{"none", "", Unverified},
		{"given", "    mark: verified\n", Verified},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			fact := parse(t, "content/facts/an-award.md",
				"---\ntitle: An award\nnotes:\n  - "+note+tt.give+"---\n").Front.(*Fact)
			authority := parse(t, "content/law/a-manual.md",
				"---\ntitle: A manual\ncite: A manual\nkind: manual\nsummary: It guides.\n"+strings.TrimLeft(tt.give, " ")+"---\n").Front.(*Authority)
			later := parse(t, "content/later/a-suit.md",
				"---\ntitle: A suit\ndate: 2024-11-05\nabout: an-award\n"+strings.ReplaceAll(note+tt.give, "    ", "")+"---\n").Front.(*Later)
			got := []Mark{fact.Notes[0].Mark, authority.Mark, later.Mark}
			if diff := cmp.Diff([]Mark{tt.want, tt.want, tt.want}, got); diff != "" {
				t.Errorf("marks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestIsID(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "daily-award": true, "52-usc-10307-c": true, "404-media": true,
		"": false, "-a": false, "a-": false, "a--b": false, "A": false, "a b": false, "é": false, "a_b": false, "a\n": false,
	} {
		if got := IsID(s); got != want {
			t.Errorf("IsID(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestWordStarts(t *testing.T) {
	tests := []struct {
		desc, give string
		want       int
	}{
		{"nothing", "", 0},
		{"words", "un million de dollars, chaque jour", 6},
		{"an elision is one word", "l'achat d'une voix", 3},
		{"signs alone are none", "« Un million » – oui !", 3},
		{"a number with a no-break space is two", "350\u00a0000 dollars", 3},
		{"narrow no-break spaces", "jour\u202f? oui", 2},
		{"blanks around", "  a\n b ", 2},
		{"an omission is none", "un … million", 2},
	}
	for _, tt := range tests {
		if got := len(wordStarts(tt.give)); got != tt.want {
			t.Errorf("%s: %q has %d words, want %d", tt.desc, tt.give, got, tt.want)
		}
	}
	const quote = "« Un million » – oui"
	want := []int{strings.Index(quote, "Un"), strings.Index(quote, "million"), strings.Index(quote, "oui")}
	if diff := cmp.Diff(want, wordStarts(quote)); diff != "" {
		t.Errorf("words begin (-want +got):\n%s", diff)
	}
}

// BenchmarkParse reads an article with every key, and one as most are.
func BenchmarkParse(b *testing.B) {
	var usual strings.Builder
	usual.WriteString("---\ntitle: Ad disclaimers\nsummary: \"How at least $47,248 moved.\"\nsource:\n  outlet: filing\n  headline: Ad disclaimers\n" +
		"  published: 2017-12-18\n  language: en\n  url: https://example.org/a\n  read: 2017-12-19\n  paragraphs: 20\namounts:\n")
	for i := range 6 {
		fmt.Fprintf(&usual, "  - fact: a%[1]d\n    amount: at least 47,24%[1]d USD\n    flow: gift\n    from: north-fund\n    to: south-fund\n    date: 2017-07-2%[1]d\n"+
			"    says: The filing reports this much.\n    quote: \"at least 47,24%[1]d dollars on 2%[1]d July 2017\"\n    at: P%[2]d\n", i, i+1)
	}
	usual.WriteString("---\n\n")
	for range 8 {
		usual.WriteString("The treasurer called the payment routine and said that every gift had been itemized. It is an estimate, since the books " +
			"for the period had not been closed. Researchers found $1,618 in reserved airtime for Pennsylvania alone.\n\n")
	}
	for _, bench := range []struct{ name, text string }{{"every key", wholeArticle}, {"usual", usual.String()}} {
		b.Run(bench.name, func(b *testing.B) {
			file := source.File{Path: "content/articles/a.md", Data: []byte(bench.text)}
			b.SetBytes(int64(len(file.Data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, diags := Parse(file, DefaultLanguage, DefaultRegions); bench.name == "usual" && len(diags) > 0 {
					b.Fatal(diags[0])
				}
			}
		})
	}
}
