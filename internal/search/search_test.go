package search

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func document(kind, title string, texts ...string) Document {
	d := Document{Kind: kind, Title: Text{"en", title}, Row: map[string]string{"t": title}}
	for _, t := range texts {
		lang, words, ok := strings.Cut(t, ": ")
		if !ok {
			lang, words = "en", t
		}
		d.Texts = append(d.Texts, Text{lang, words})
	}
	return d
}

var few = []Document{
	document("fact", "The 47 dollars", "$47 per sponsored voter", "fr: payer 47 dollars à tout internaute états-unien parrainant un électeur", "paragraph 5"),
	document("fact", "Musk’s contributions", "more than $75\u00a0million", "75000000", "fr: plus de 75 millions de dollars"),
	document("fact", "The award", "$1\u00a0million per day in Pennsylvania, 350,000 people, 1.5 of them"),
	document("question", "Is paying people to sign vote buying?", "52 U.S.C. § 10307(c) and 11 CFR 109.21"),
	document("article", "A million dollars a day", "By Raphaël Grably. The fund pays; payments go on. œuvre"),
	document("article", "X at the Supreme Court", "X Corp. asked the Court. The fund is mentioned once among many other words that make this text long and heavy"),
	document("organization", "The Who", "A band. Its re-election is no more than at its whole"),
	document("organization", "More", "AT&T"),
	document("organization", "AT&T", "Reelection in 501(c)(4)"),
	document("organization", "American Industries", "IT"),
}

func build(t testing.TB, documents []Document, shards int) Index {
	t.Helper()
	index, err := Build(documents, Plan{len(documents), shards})
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		desc, give string
		want       []int
	}{
		{"a number", "47", []int{0}},
		{"money", "$47", []int{0}},
		{"money with its scale", "75 million", []int{1}},
		{"money in words of another language", "75 millions", []int{1}},
		{"money in full", "$75,000,000", []int{1}},
		{"thousands", "350000", []int{2}},
		{"thousands with a no-break space", "350\u00a0000", []int{2}},
		{"a fraction", "1.5", []int{2}},
		{"a fraction with a comma", "1,5", []int{2}},
		{"a citation", "10307(c)", []int{3}},
		{"letters with points", "52 U.S.C.", []int{3}},
		{"the same without", "52 usc", []int{3}},
		{"a part of a regulation", "109.21", []int{3}},
		{"an accent", "Raphaël", []int{4}},
		{"an accent left out", "raphael", []int{4}},
		{"an accent written as a mark of its own", "raphae\u0308l", []int{4}},
		{"an accent left out in French", "electeur", []int{0}},
		{"another form", "paid voters", nil}, // "paid" does not occur
		{"a form that occurs", "payment", nil},
		{"forms of a stem", "pays", []int{3, 4}}, // paying, pays; and not "payer", which is French for it
		{"a ligature", "oeuvre", []int{4}},
		{"one letter", "X", []int{5}},
		{"a possessive", "Musk's", []int{1}},
		{"a word of a title first", "court", []int{5}},
		{"a short text before a long one", "fund", []int{4, 5}},
		{"words that are dropped", "the of", nil},
		{"dropped words do not matter", "the court", []int{5}},
		{"a name of words that are dropped", "the who", []int{6}},
		{"one such word", "More", []int{7}}, // and not where it is one among others
		{"another name of it", "IT", []int{9}},
		{"half of such a name", "the more", nil},
		{"a name with a sign", "AT&T", []int{8, 7}},
		{"the name apart", "at t", []int{8, 7}},
		{"the name in one", "att", []int{8, 7}},
		{"a hyphen", "re-election", []int{6, 8}},
		{"no hyphen", "reelection", []int{6, 8}},
		{"a hyphen that does not break", "re\u2011election", []int{6, 8}},
		{"a blank for a hyphen", "re election", []int{6}},
		{"a section in one", "501c4", []int{8}},
		{"a section", "501(c)(4)", []int{8}},
		{"the parts of a section", "501 c 4", []int{8}},
		{"a section and a word", "501c4 reelection", []int{8}},
		{"a subsection in one", "10307c", []int{3}},
		{"nowhere", "zebra", nil},
		{"words of two documents", "47 court", nil},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			for _, shards := range []int{1, 2, 7, 500} {
				if diff := cmp.Diff(tt.want, newReader(t, build(t, few, shards)).find(tt.give)); diff != "" {
					t.Errorf("%d shards, %q: %s", shards, tt.give, diff)
				}
			}
		})
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		desc, give string
		want       []string
	}{
		{"nothing", " –—!", nil},
		{"money", "$47-dollar, 47th", []string{"47", "dollar", "=47dollar", "47th"}},
		{"thousands", "1,000,000 or 1\u202f000\u202f000, and 12,34", []string{"1000000", "or", "1000000", "and", "12.34"}},
		{"years in a list", "2020, 2024", []string{"2020", "2024"}},
		{"parts of numbers", "109.21(a)(2). v1.5 2.", []string{"109.21", "a", "2", "=109.21a2", "v1", "5", "2"}},
		{"letters with points", "U.S.C. e.g. a.bc J.D.", []string{"usc", "eg", "a", "bc", "jd"}},
		{"apostrophes", "Musk’s l'argent", []string{"musk", "s", "l", "argent"}},
		{"accents", "ÉLECTEUR e\u0301te\u0301 Œuvre Straße Ásgarð Þór Ħal ısı", []string{"electeur", "ete", "oeuvre", "strasse", "asgard", "thor", "hal", "isi"}},
		{"compounds", "Re-election, the e-mail’s non‑profit", []string{"re", "election", "=reelection", "the", "e", "mail", "=email", "s", "non", "profit", "=nonprofit"}},
		{"names with a sign between letters", "AT&T and R&D, Tech&Co", []string{"at", "t", "=att", "and", "r", "d", "=rd", "tech", "co", "=techco"}},
		{"sections", "501(c)(4) and § 10307(c).", []string{"501", "c", "4", "=501c4", "and", "10307", "c", "=10307c"}},
		{"compounds of long parts only, blanks, dashes", "swing-state, Foo (bar), 2020–24, - a -- --b", []string{"swing", "state", "foo", "bar", "2020", "24", "a", "b"}},
		{"numbers in a row", "1.5x-y 109.21(a)(2)", []string{"1.5", "x", "y", "=xy", "109.21", "a", "2", "=109.21a2"}},
		{"digits of all kinds", "m² ½", []string{"m2", "12"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var got []string
			eachWord(tt.give, func(w string) { got = append(got, fold(w)) }, func(c string) { got = append(got, "="+fold(c)) })
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every word of every document finds it, whatever the shards.
func TestEveryWordFinds(t *testing.T) {
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("abcdeéœßàz12 ,.'-\u00a0UX字")), 0, 60, -1)
	rapid.Check(t, func(t *rapid.T) {
		var documents []Document
		for i := range rapid.IntRange(1, 40).Draw(t, "documents") {
			documents = append(documents, Document{
				Kind: "k", Title: Text{"en", letters.Draw(t, "title")},
				Texts: []Text{{rapid.SampledFrom([]string{"en", "fr", "fr-CA", "de", ""}).Draw(t, "lang"), letters.Draw(t, "text")}},
				Row:   i,
			})
		}
		index, err := Build(documents, Plan{len(documents), rapid.IntRange(1, 30).Draw(t, "shards")})
		if err != nil {
			t.Fatal(err)
		}
		r := &reader{files: index, moved: map[string]bool{}, t: new(testing.T)}
		r.load(MapFile, &r.m)
		for i, d := range documents {
			for _, text := range append(d.Texts, d.Title) {
				find := func(w string) {
					form := fold(w)
					if form == "" || isDropped[form] {
						return
					}
					if r.word(form)[i] == 0 {
						t.Fatalf("%q, which is %q, does not find document %d: %q", w, form, i, text.Words)
					}
				}
				eachWord(text.Words, find, find)
			}
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"$1,000,000.50", "U.S.C. § 30116(a)", "l’élection", "a\u0301b ½ \xff", "ﬁ№²"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		eachWord(s, func(w string) {
			if w == "" {
				t.Fatalf("an empty word in %q", s)
			}
			if form := fold(w); fold(form) != form {
				t.Errorf("%q is %q, and that is %q", w, form, fold(form))
			}
		}, func(c string) {
			if form := fold(c); fold(form) != form {
				t.Errorf("%q is %q, and that is %q", c, form, fold(form))
			}
		})
	})
}

func TestGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SliceOfDistinct(rapid.IntRange(0, 1<<20), rapid.ID).Draw(t, "numbers")
		slices.Sort(in)
		if got := ungap(gaps(in)); !slices.Equal(in, got) {
			t.Fatalf("%v became %v", in, got)
		}
	})
}

// The plan names every file that an index has, and no other.
func TestPlan(t *testing.T) {
	for _, n := range []int{0, 1, 16, 17, 200} {
		var documents []Document
		for i := range n {
			documents = append(documents, document("fact", fmt.Sprint("number ", i)))
		}
		p := PlanFor(n, n*10_000)
		index, err := Build(documents, p)
		if err != nil {
			t.Fatal(err)
		}
		want := p.Files()
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(index))); diff != "" {
			t.Errorf("%d documents: %s", n, diff)
		}
	}
}

func TestFacets(t *testing.T) {
	documents := []Document{
		{Kind: "fact", Facets: []Value{{"state", "MI", "Michigan"}, {"state", "PA", "Pennsylvania"}, {"state", "MI", "Michigan"}}, Disputed: true},
		{Kind: "fact", Facets: []Value{{"year", "2024", "2024"}}},
		{Kind: "article", Facets: []Value{{"state", "MI", "Michigan"}}, Disputed: true},
	}
	r := newReader(t, build(t, documents, 1))
	if diff := cmp.Diff([]kindJSON{{"fact", 2}, {"article", 1}}, r.m.Kinds); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{0, 2}, ungap(r.m.Disputed)); diff != "" {
		t.Error(diff)
	}
	var f facetsJSON
	r.load("index/facets.json", &f)
	want := []facetJSON{
		{"state", [][3]string{{"MI", "Michigan", "01"}, {"PA", "Pennsylvania", "0"}}},
		{"year", [][3]string{{"2024", "2024", "1"}}},
	}
	if diff := cmp.Diff(want, f.Facets); diff != "" {
		t.Error(diff)
	}
}

// The same documents give the same files; any other give another edition.
func TestEdition(t *testing.T) {
	first := build(t, few, 3)
	if diff := cmp.Diff(first, build(t, slices.Clone(few), 3)); diff != "" {
		t.Error(diff)
	}
	edition := newReader(t, first).m.Edition
	for i, change := range []func(*Document){
		func(d *Document) { d.Row = "another" },
		func(d *Document) { d.Kind = "another" },
		func(d *Document) { d.Title.Words += " zebra" },
		func(d *Document) { d.Disputed = !d.Disputed },
		func(d *Document) { d.Facets = append(d.Facets, Value{"state", "PA", "Pennsylvania"}) },
	} {
		other := slices.Clone(few)
		change(&other[i])
		if newReader(t, build(t, other, 3)).m.Edition == edition {
			t.Errorf("another index has the same edition")
		}
	}
}

// A shard has about the planned size, unless one word alone is larger.
func TestShardSize(t *testing.T) {
	documents := corpus(1000)
	index, err := Build(documents, PlanFor(len(documents), sourceBytes(documents)))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range index {
		if strings.Contains(name, "words-") && len(data) > 40<<10 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
}
