package proof

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
	"receipts/internal/source"
)

// realFiles are the files of the real site's content in its first language, by their
// paths.
func realFiles(tb testing.TB) map[string]string {
	tb.Helper()
	files := map[string]string{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(p, ".md") && p != content.ConfigPath {
			return err
		}
		if _, lang := content.TranslationOf(p); lang != "" {
			return nil
		}
		data, err := fs.ReadFile(root, p)
		files[p] = string(data)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// proseCodes are what checking prose reports.
var proseCodes = []diag.Code{diag.FigureWithoutFact, diag.DateWithoutFact, diag.LabelDisagrees, diag.StateWithoutFact}

func ofProse(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return !slices.Contains(proseCodes, d.Code) })
}

// print writes diagnostics as an author sees them.
func printed(tb testing.TB, list diag.List, files map[string]string) string {
	tb.Helper()
	var b bytes.Buffer
	if err := diag.Text(&b, list, func(path string) []byte { return []byte(files[path]) }, false); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// The prose of the real site agrees with its facts.
func TestRealProse(t *testing.T) {
	files := realFiles(t)
	_, list := proved(files, Input{})
	if wrong := ofProse(list); len(wrong) > 0 {
		t.Error(printed(t, wrong, files))
	}
}

// TestProse reads one sentence on the page of an article or a fact.
func TestProse(t *testing.T) {
	const (
		config = "title: A\nbase_url: https://example.org\n"
		from   = "source:\n  outlet: paper\n  headline: A\n  published: 2024-10-21\n  language: en\n  read: 2026-11-22\n"
		quote  = "    quote: a\n    quote_supports: partly\n    quote_lacks: all\n    at: P1\n"
		facts  = `amounts:
  - fact: given
    amount: more than 75 million USD
    flow: contribution
    date: ../2024-11-05
    says: A.
` + quote + `  - fact: price
    amount: 47 USD per sponsored voter
    flow: payment-promised
    says: A.
` + quote + `  - fact: award
    amount: 1 million USD per day
    flow: prize
    says: A.
` + quote + `  - fact: sold
    amount: unquantified
    flow: ads-sold
    says: A.
` + quote + `  - fact: range
    amount: 10..12 million EUR
    flow: fine
    says: A.
` + quote + `  - fact: states
    amount: 7 swing states
    states: [PA, MI]
    says: A.
` + quote + `  - fact: ran
    amount: 2 swing states
    says: A.
` + quote + `  - fact: margin
    amount: a few thousand voters
    says: A.
` + quote + `  - fact: share
    amount: 12 percent
    says: A.
` + quote + `dates:
  - fact: rally
    date: 2024-10-05
    says: A.
` + quote + `  - fact: month
    date: 2024-08
    says: A.
` + quote + `  - fact: bought
    date: 2022~
    says: A.
` + quote + `  - fact: undated
    date: undated
    says: A.
` + quote + `claims:
  - fact: claim
    nature: statement
    says: A.
` + quote + "corrections:\n  - date: 2024-12-01\n    was: A.\n    now: B.\n"
		other = "amounts:\n  - fact: elsewhere\n    amount: 99 pages\n    says: A.\n" + quote
	)
	tests := []struct {
		desc, give string
		want       []string // code and words
	}{
		{"no figure", "A word.", nil},

		{"a figure with its qualifier", "More than 75 million dollars.", nil},
		{"other words for the qualifier", "Over $75 million.", nil},
		{"without the qualifier", "75 million dollars.", []string{"E095 75 million dollars"}},
		{"with another", "At least 75 million dollars.", []string{"E095 At least 75 million dollars"}},
		{"another number", "More than 57 million dollars.", []string{"E095 More than 57 million dollars"}},
		{"another currency", "More than 75 million euros.", []string{"E095 More than 75 million euros"}},
		{"without the unit", "It was more than 75 million.", nil},
		{"exactly is no qualifier", "Exactly 47 dollars.", nil},
		{"the basis may be left out", "It is 47 dollars.", nil},
		{"the basis", "It is 47 dollars for each sponsored voter.", nil},
		{"another basis", "It is 47 dollars a day.", []string{"E095 47 dollars a day"}},
		{"a time of day", "A million dollars a day, $1 million per day, the million.", nil},
		{"another time", "A million dollars a week.", []string{"E095 A million dollars a week"}},
		{"a range", "Between 10 and 12 million euros.", nil},
		{"half of a range", "It was 10 million euros.", []string{"E095 10 million euros"}},
		{"vague money of an amount without a number", "He gave millions of dollars.", nil},
		{"a measure of its own", "He gave tens of millions of dollars.", []string{"E095 tens of millions of dollars"}},
		{"figures in one sentence", "From 47 dollars to 48 dollars, $49.", []string{"E095 From 47 dollars to 48 dollars", "E095 $49"}},

		{"small numbers", "In two ways, for three weeks; one of twelve; both, a third, the second.", nil},
		{"vague words", "Several days, a few people, dozens of calls, millions.", nil},
		{"a number above twelve", "He named 13 people and twenty others.", []string{"E095 13 people", "E095 twenty others"}},
		{"a percentage", "It is 12 percent, 5 percent.", []string{"E095 5 percent"}},
		{"what a fact counts", "Seven swing states, seven states.", nil},
		{"another number of it", "Six swing states.", []string{"E095 Six swing states"}},
		{"some of a whole", "In two of the seven swing states.", nil},
		{"another number of a whole", "In three of the seven swing states.", []string{"E095 three"}},
		{"another whole", "In two of the eight swing states.", []string{"E095 eight swing states"}},
		{"a vague number of what is counted", "A few thousand voters.", nil},
		{"another vague number", "A few million voters.", []string{"E095 A few million voters"}},
		{"what no fact counts", "Two phone numbers.", nil},

		{"a day", "On 5 October, on October 5, 2024.", nil},
		{"another day", "On 6 October.", []string{"E096 6 October"}},
		{"another year", "On 5 October 2023.", []string{"E096 5 October 2023"}},
		{"less precise", "In October 2024, in 2024.", nil},
		{"more precise", "On 3 August 2024.", []string{"E096 3 August 2024"}},
		{"the day of publication", "The article of 21 October.", nil},
		{"the day of a correction", "Corrected on 1 December 2024.", nil},
		{"the end of a period", "Until 5 November.", nil},
		{"an approximate year", "In 2022.", nil},
		{"an interval", "From 5 to 21 October 2024.", nil},
		{"another interval", "From 6 to 21 October 2024.", []string{"E096 6 to 21 October 2024"}},
		{"no such day", "On 31 June 2024.", []string{"E096 31 June 2024"}},
		{"what is relative", "Last week, four years ago, the following year.", nil},

		{"a denial", "He never paid 1 million dollars a day, and did not give 47 dollars.", []string{"E095 1 million dollars a day", "E095 47 dollars"}},
		{"a denial of somebody's", "He denies having given [[given|more than 75 million dollars]], or 47 dollars.", nil},
		{"a denial that is not of the figure", "It is not said who gave more than 75 million dollars.", nil},
		{"another figure made of one", "He pays twice 1 million dollars a day, and half of the 47 dollars.", []string{"E095 1 million dollars a day", "E095 47 dollars"}},
		{"a denial before a label", "He never paid [[award|1 million dollars a day]].", []string{"E097 1 million dollars a day"}},
		{"a denied day", "It was not on 5 October.", []string{"E096 5 October"}},
		{"another day of the week", "On Sunday 5 October 2024, [[rally|Sunday, 5 October]].", []string{"E096 Sunday 5 October 2024", "E096 Sunday, 5 October"}},
		{"its day of the week", "On Saturday 5 October 2024.", nil},
		{"before and since a day", "Until 5 November 2024, before 5 October, [[rally|before 5 October]].", []string{"E096 5 October", "E097 5 October"}},
		{"before what is on a day", "Before the poll of 5 November.", nil},
		{"the day we read it", "We read it on 22 November 2026.", nil},

		{"a label", "He gave [[given|more than 75 million dollars]].", nil},
		{"a label with words around it", "He gave more than [[given|75 million]] dollars.", nil},
		{"a label with the wrong words around it", "He gave nearly [[given|75 million]] dollars.", []string{"E097 nearly 75 million dollars"}},
		{"a label of another fact", "He gave [[price|more than 75 million dollars]].", []string{"E097 more than 75 million dollars"}},
		{"a label of a fact without a number", "He gave [[sold|47 dollars]].", []string{"E097 47 dollars"}},
		{"a label that is not what is counted", "[[states|Seven]] people.", nil},
		{"a bare number in the label of a count", "[[states|six]] of them", []string{"E097 six"}},
		{"one part of a whole", "In [[ran|two of the seven]].", nil},
		{"the label of a claim", "He gave [[claim|47 dollars]] on [[claim|6 October]].", []string{"E096 6 October"}},
		{"the label of a day", "On [[rally|5 October]], [[rally|6 October]].", []string{"E097 6 October"}},
		{"the label of an event without a date", "On [[undated|5 October]].", nil},
		{"the label of a person", "He [[paper|gave 48 dollars]].", []string{"E095 48 dollars"}},

		{"a mark", "He gave [[!48 dollars]] on [[!6 October]] in [[!Ohio]].", nil},
		{"code, citations, names with digits", "`48 dollars`, 52 U.S.C. § 10307(c), 404 Media, Channel 45 Now, P13, @x99.", nil},
		{"nothing is read across a link", "More than [[rally]] 75 million dollars.", []string{"E095 75 million dollars"}},

		{"a state", "In Pennsylvania and Michigan.", nil},
		{"another state", "In Ohio.", []string{"E098 Ohio"}},
		{"a state that is linked", "In [[OH]], that is Ohio.", nil},
		{"part of another state’s name", "In West Virginia.", []string{"E098 West Virginia"}},
		{"part of a longer name", "The New York Times, Georgia Tech, Washington, Ohioans.", nil},
		{"the name of an entry", "The Ohio Post writes.", nil},

		{"a fact of another article", "It has 99 pages.", []string{"E095 99 pages"}},
		{"one that is linked", "See [[elsewhere]]: 99 pages.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			_, list := proved(map[string]string{
				content.ConfigPath:               config,
				"content/articles/story.md":      "---\ntitle: A\nsummary: A.\n" + from + facts + "---\n" + tt.give + "\n",
				"content/articles/other.md":      "---\ntitle: A\nsummary: A.\n" + from + other + "---\n",
				"content/organizations/paper.md": "---\ntitle: The Ohio Post\nalso: [Channel 45 Now]\nkind: outlet\nsummary: A.\n---\n",
			}, Input{})
			var got []string
			for _, d := range ofProse(list) {
				text := "---\ntitle: A\nsummary: A.\n" + from + facts + "---\n" + tt.give + "\n"
				words := strings.NewReplacer("[[", "", "]]", "").Replace(text[d.Place.Start:d.Place.End])
				if i := strings.IndexByte(words, '|'); i >= 0 {
					words = words[:strings.LastIndexByte(words[:i], ' ')+1] + words[i+1:]
				}
				got = append(got, string(d.Code)+" "+words)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", tt.give, diff)
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	in := pagesOf(realFiles(b))
	s, _ := site.Build(site.Input{Config: in.config, Pages: in.pages})
	for b.Loop() {
		Check(Input{Site: s, Pages: in.read})
	}
}

// mutants are other words for those of numbers, months and qualifiers.
var mutants = map[string]string{
	"two": "three", "three": "two", "four": "five", "seven": "eight", "million": "billion", "tens": "hundreds",
	"thousands": "millions", "thousand": "million", "hundreds": "dozens", "October": "November", "November": "October",
	"July": "June", "September": "August", "more": "less",
}

// TestRealProseMutated changes each digit and each word of a number, one at a
// time, in every figure and date of the real site's prose: no change goes
// unnoticed.
func TestRealProseMutated(t *testing.T) {
	files := realFiles(t)
	in := pagesOf(files)
	p, _ := prove(in, Input{})
	var places []diag.Place
	add := func(p *proseCheck, prose []passage) {
		for _, text := range prose {
			for _, f := range evidence.FindQuantities("en", text.Text) {
				if p.isFigure(f, "en") {
					places = append(places, text.place(f.Start, f.End))
				}
			}
			for _, d := range evidence.FindDates("en", text.Text, p.published[0]) {
				if !d.Relative {
					places = append(places, text.place(d.Start, d.End))
				}
			}
		}
	}
	for _, a := range p.Site.Articles {
		add(p.articleCheck(a), p.read(a.Page).prose)
	}
	for _, f := range p.Site.Facts {
		if f.Front != nil {
			add(p.factPageCheck(f), p.read(f.Page).prose)
		}
	}
	changed, missed := 0, 0
	// What a change makes may be another date of the page: that of publication.
	isOtherDate := func(words string) bool {
		var published []edtf.Date
		for _, a := range p.Site.Articles {
			published = append(published, a.Front.Source.Published.Date)
		}
		for _, p := range published {
			for _, d := range evidence.FindDates("en", words, p) {
				if saysDate(d.Date, dateSet{few: published}) {
					return true
				}
			}
		}
		return false
	}
	try := func(at diag.Place, start int, old, new string) {
		changed++
		data := files[at.File]
		mutant := data[:start] + new + data[start+len(old):]
		file := source.File{Path: at.File, Data: []byte(mutant)}
		page, _ := content.Parse(file, content.DefaultLanguage, content.DefaultRegions)
		others := pages{config: in.config, pages: slices.Clone(in.pages), read: maps.Clone(in.read)}
		others.pages[slices.IndexFunc(in.pages, func(p *content.Page) bool { return p.Path == at.File })] = page
		others.read[page], _ = ReadPage(page, file.Data)
		if _, list := prove(others, Input{}); len(ofProse(list)) == 0 {
			if isOtherDate(mutant[at.Start : at.End+len(new)-len(old)]) {
				return
			}
			missed++
			line := at.Position([]byte(data)).Line
			t.Errorf("%s:%d: no check sees %q for %q in %q", at.File, line, new, old, data[at.Start:at.End])
		}
	}
	for _, at := range places {
		words := files[at.File][at.Start:at.End]
		for i, c := range []byte(words) {
			if '0' <= c && c <= '9' {
				try(at, at.Start+i, string(c), string('1'+(c-'0')%9))
			}
		}
		for _, w := range wordPattern.FindAllStringIndex(words, -1) {
			if new := mutants[words[w[0]:w[1]]]; new != "" {
				try(at, at.Start+w[0], words[w[0]:w[1]], new)
			}
		}
	}
	if changed < 100 {
		t.Errorf("only %d changes were tried", changed)
	}
	t.Logf("%d of %d changes to %d figures and dates noticed", changed-missed, changed, len(places))
}

var wordPattern = regexp.MustCompile(`[A-Za-z]+`)
