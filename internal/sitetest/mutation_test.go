package sitetest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/proof"
	"receipts/internal/source"
)

// TestMutation changes one thing in every amount and every date of the content
// whose quote is said to carry it, in the text of the file: a digit, the
// qualifier, the scale, the unit, the unit of time it is for; the day, the
// month, the year, the precision, an end of the period. Each of the changed
// files must be refused for what its quote does not carry.
//
// A file that is refused for another reason (a thirteenth month, a currency that
// does not exist) does not count.
//
// Then it leaves the values as they are and puts words into their quotes and
// translations that deny the figure, change it or bound it. Most of these words are
// in the tables of package evidence; its testdata/heldout.txt has others.
func TestMutation(t *testing.T) {
	figures, partly, mutants, caught, quotes, refused := 0, 0, 0, 0, 0, 0
	for _, f := range articleFiles(t) {
		values, excepted := statedValues(t, f)
		partly += excepted
		for _, v := range values {
			if codes := v.refused(v.text); len(codes) > 0 {
				t.Fatalf("%s:%s: %q is refused as it is: %v", f.Path, v.fact, v.text, codes)
			}
			figures++
			for _, mutant := range v.mutants {
				mutants++
				if slices.ContainsFunc(v.refused(mutant), isEvidence) {
					caught++
				} else {
					t.Errorf("%s: %s: %q may stand for %q, and the quote does not speak against it", f.Path, v.fact, mutant, v.text)
				}
			}
			for _, w := range v.words {
				for _, other := range w.others {
					quotes++
					if slices.ContainsFunc(v.saying(w, other).refused(v.text), isEvidence) {
						refused++
					} else {
						t.Errorf("%s: %s: %q is stated, and %q supports it", f.Path, v.fact, v.text, other)
					}
				}
			}
		}
	}
	if figures == 0 || mutants == 0 || quotes == 0 {
		t.Fatal("nothing was tried")
	}
	share := 100 * float64(caught) / float64(mutants)
	t.Logf("%d figures and dates (and %d whose quotes carry a part), %d mutants, %d caught: %.1f %%", figures, partly, mutants, caught, share)
	t.Logf("%d quotes with other words in them, %d caught: %.1f %%", quotes, refused, 100*float64(refused)/float64(quotes))
}

// putIn are words that change what a figure means, before and behind it.
var putIn = map[string][2][]string{
	"fr": {
		{
			"ne dépasse pas ", "n’a pas donné ", "le double de ", "la moitié de ", "un tiers de ", "trois fois ",
			"jusqu’à ", "plafonné à ", "moins de ", "au minimum ", "~", "env. ", "possiblement ",
		},
		{" au maximum", ", voire plus", " ou moins", " n’ont pas été versés", " chacun", " ou rien"},
	},
	"en": {
		{
			"does not exceed ", "never gave ", "twice ", "half of ", "a third of ", "three times ",
			"up to ", "capped at ", "less than ", "at a minimum ", "~", "approx. ", "arguably ",
		},
		{" at most", ", if not more", " or less", " was never paid", " apiece", " or nothing"},
	},
}

// otherWords returns versions of a text with words that change what its figure
// means. There are none if the text has several figures, since another of them may
// carry what is stated.
func otherWords(lang, text string) []string {
	found := evidence.FindQuantities(lang, text)
	if len(found) != 1 {
		return nil
	}
	start, end := found[0].Start, found[0].End
	var all []string
	for _, w := range putIn[lang][0] {
		all = append(all, text[:start]+w+text[start:])
	}
	for _, w := range putIn[lang][1] {
		all = append(all, text[:end]+w+text[end:])
	}
	return all
}

// isEvidence reports whether c says that a quote does not carry something.
func isEvidence(c diag.Code) bool {
	return slices.Contains([]diag.Code{
		diag.NoFigureInQuote, diag.OtherFigureInQuote, diag.TranslationDiffers, diag.NoDateInQuote, diag.OtherDateInQuote,
		diag.NotUnderstood,
	}, c)
}

// A statedValue is an amount or a date in a file that has no other report.
type statedValue struct {
	fact, text    string
	before, after []byte
	mutants       []string

	words []put // the quote and its translation
}

// put is a text of the file, and what it is with other words in it.
type put struct {
	key, text string
	others    []string
}

// articleFiles are the files of articles, without translations.
func articleFiles(t *testing.T) (files []source.File) {
	t.Helper()
	paths, err := filepath.Glob("../../content/articles/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal("no articles", err)
	}
	for _, path := range paths {
		if isTranslation(path) {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, source.File{Path: "content/articles/" + filepath.Base(path), Data: data})
	}
	return files
}

// file is the file with another text for the value.
func (v statedValue) file(text string) []byte { return slices.Concat(v.before, []byte(text), v.after) }

// saying is v with other words in one of its texts.
func (v statedValue) saying(w put, other string) statedValue {
	at := bytes.Index(v.after, []byte(w.key+": "))
	v.after = slices.Concat(v.after[:at], bytes.Replace(v.after[at:], []byte(w.text), []byte(other), 1))
	return v
}

// refused returns the codes of the file with another text for the value.
func (v statedValue) refused(text string) []diag.Code {
	data := v.file(text)
	page, diags := content.Parse(source.File{Path: "content/articles/a.md", Data: data}, content.DefaultLanguage, content.DefaultRegions)
	if page != nil {
		_, more := proof.ReadPage(page, data)
		diags = append(diags, more...)
	}
	var codes []diag.Code
	for _, d := range diags {
		if !d.IsWarning() {
			codes = append(codes, d.Code)
		}
	}
	return codes
}

// statedValues returns the amounts and dates of an article that have a quote
// which is said to carry them, and how many are said to be carried partly.
func statedValues(t *testing.T, f source.File) (values []statedValue, partly int) {
	page, diags := content.Parse(f, content.DefaultLanguage, content.DefaultRegions)
	if errors, _ := diags.Count(); errors > 0 {
		t.Fatalf("%s has mistakes: %v", f.Path, diags)
	}
	article := page.Front.(*content.Article)
	head, _, _ := bytes.Cut(f.Data, []byte("\namounts:\n"))
	add := func(list string, r *content.Report, fact string, at diag.Place, mutants func(string) []string) (added bool) {
		if r.Quote.Text == "" || at == (diag.Place{}) {
			return false
		}
		if r.Partly {
			partly++
			return false
		}
		start, end := itemAround(f.Data, at.Start)
		v := statedValue{fact: fact, text: string(f.Data[at.Start:at.End])}
		v.before = slices.Concat(head, []byte("\n"+list+":\n"), f.Data[start:at.Start])
		v.after = slices.Concat(f.Data[at.End:end], []byte("---\n"))
		v.mutants = mutants(v.text)
		values = append(values, v)
		return true
	}
	for i := range article.Amounts {
		a := &article.Amounts[i]
		if added := add("amounts", &a.Report, a.Fact.Text, a.Quantity.Place, amountMutants); added && a.Quantity.Kind() != amount.Unquantified {
			v := &values[len(values)-1]
			v.words = []put{
				{"quote", a.Quote.Text, otherWords(article.Source.Language, a.Quote.Text)},
				{"translation", a.Translation.Text, otherWords("en", a.Translation.Text)},
			}
		}
		add("amounts", &a.Report, a.Fact.Text, a.Period.Place, dateMutants)
	}
	for i := range article.Dates {
		e := &article.Dates[i]
		add("dates", &e.Report, e.Fact.Text, e.Date.Place, dateMutants)
	}
	return values, partly
}

var itemStart = regexp.MustCompile(`(?m)^(  - |\S)`)

// itemAround is the range of the list item in which an offset lies.
func itemAround(data []byte, at int) (start, end int) {
	end = len(data)
	for _, m := range itemStart.FindAllIndex(data, -1) {
		if m[0] > at {
			end = m[0]
			break
		}
		start = m[0]
	}
	return start, end
}

// number is the number of an amount with its scale word.
var number = regexp.MustCompile(`\d[\d,.]*`)

// amountMutants returns every amount that differs from text in one respect.
func amountMutants(text string) []string {
	stated, err := amount.Parse(text)
	if err != nil {
		panic(err)
	}
	var all []string
	add := func(s string) {
		q, err := amount.Parse(s)
		if err == nil && q != stated && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	for i, c := range text {
		for d := '0'; d <= '9' && c >= '0' && c <= '9'; d++ {
			add(text[:i] + string(d) + text[i+1:])
		}
	}
	if stated.Kind() == amount.Unquantified {
		for _, s := range []string{"47 USD", "1 million USD", "more than 75 million USD", "47 voters", "several voters"} {
			add(s)
		}
		return all
	}

	// A qualifier: another, one more, none.
	rest := text
	for _, q := range qualifiers {
		if without, ok := strings.CutPrefix(rest, q+" "); ok && q != "" && !vagueNumber.MatchString(q) {
			rest = without
			break
		}
	}
	if number.MatchString(rest) {
		for _, q := range qualifiers {
			add(strings.TrimSpace(q + " " + rest))
		}
	}

	// A scale: of a number, and of a vague one.
	for _, scale := range []string{"thousand", "million", "billion"} {
		for _, other := range []string{"", "thousand ", "million ", "billion "} {
			add(strings.Replace(text, scale+" ", other, 1))
		}
	}
	if m := number.FindStringIndex(text); m != nil {
		for _, other := range []string{" thousand", " million", " billion"} {
			add(text[:m[1]] + other + text[m[1]:])
		}
	}
	for _, form := range []string{"several", "a few", "tens of", "dozens of", "hundreds of", "thousands of", "tens of thousands of", "millions of", "a few hundred", "a few thousand", "a few tens of thousands of", "5", "12"} {
		add(form + " " + stated.Unit())
	}

	// A unit: another currency, another thing.
	count, basis, _ := strings.Cut(text, " per ")
	if basis != "" {
		basis = " per " + basis
	}
	lead := strings.TrimSuffix(count, stated.Unit())
	for _, unit := range []string{"USD", "EUR", "CAD", "GBP", "followers", "voters", "votes", "employees", "pages", "cheques", "months", "weeks", "years", "swing states", "phone numbers"} {
		if lastWord(unit) != lastWord(stated.Unit()) {
			add(lead + unit + basis)
		}
	}

	// A unit of time: another, one more, none. Other bases ("per cheque") stay: the
	// quote may carry the figure without them.
	for _, time := range []string{"minute", "hour", "day", "week", "month", "quarter", "year"} {
		add(count + " per " + time)
		if basis == " per "+time {
			add(count)
		}
	}
	return all
}

// qualifiers are all that package amount has.
var qualifiers = []string{
	"a little over some", "a little over", "about", "nearly", "more than", "at least", "less than", "up to", "exactly", "some", "",
}

var vagueNumber = regexp.MustCompile(`^(several|a few)$`)

func lastWord(s string) string { return s[strings.LastIndex(s, " ")+1:] }

// dateMutants returns every date that differs from text in one respect, except in
// whether it is uncertain.
func dateMutants(text string) []string {
	stated, err := edtf.Parse(text)
	if err != nil {
		return nil // "undated"
	}
	var all []string
	add := func(s string) {
		d, err := edtf.Parse(s)
		if err == nil && d != stated && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	for i, c := range text {
		for d := '0'; d <= '9' && c >= '0' && c <= '9'; d++ {
			add(text[:i] + string(d) + text[i+1:])
		}
	}
	part := strings.Trim(text, "~./")
	replace := func(other string) { add(strings.Replace(text, part, other, 1)) }
	year := part[:4]
	for _, y := range []int{-1, 1} {
		n, _ := strconv.Atoi(year)
		replace(strconv.Itoa(n+y) + part[4:])
	}
	for n := 1; n <= 31; n++ {
		two := string([]byte{'0' + byte(n/10), '0' + byte(n%10)})
		switch len(part) {
		case len("2024-10-05"):
			replace(part[:8] + two)
			replace(part[:5] + two + part[7:])
		case len("2024-10"):
			replace(part[:5] + two)
			replace(part + "-" + two)
		case len("2024"):
			replace(part + "-" + two)
		}
	}
	for _, n := range []int{len("2024"), len("2024-10")} {
		if len(part) > n {
			replace(part[:n])
		}
	}
	for _, s := range []string{part, part + "~", "../" + part, part + "/..", year + "/" + part, part + "/2030"} {
		add(s)
	}
	return all
}
