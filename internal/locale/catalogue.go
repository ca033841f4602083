package locale

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"receipts/internal/amount"
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Catalogue is what a file says of a language.
type Catalogue struct {
	tag      language.Tag
	words    words
	messages map[string]string // keys of plural forms end in their category: "count.facts.one"
}

//go:embed languages
var languages embed.FS

// Languages are the codes of those that are built in, sorted.
var Languages = sync.OnceValue(func() []string {
	entries, err := languages.ReadDir("languages")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var codes []string
	for _, e := range entries {
		codes = append(codes, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return codes
})

// Source is the file of a language that is built in; nil of another one.
func Source(code string) []byte {
	data, err := languages.ReadFile("languages/" + code + ".yaml")
	if err != nil {
		return nil
	}
	return data
}

// known is the catalogue of a language that is built in, checked against that of
// English, which is checked against none.
func known(code string, english *Catalogue) *Catalogue {
	c := &Catalogue{tag: language.MustParse(code)}
	var diags diag.List
	c.read("languages/"+code+".yaml", Source(code), english, &diags)
	if len(diags) > 0 {
		panic(fmt.Sprintf("locale: %v", diags)) // a test reads all of them
	}
	return c
}

// Line is a BCP 47 code and those of the languages that it takes its words from where it
// has none, as CLDR has them: "fr-CA" and "fr"; "en-GB", "en-001" and "en".
func Line(code string) []string {
	var line []string
	for tag := language.Make(code); tag != language.Und; tag = tag.Parent() {
		line = append(line, tag.String())
	}
	return line
}

// BuiltIn is the code of the first in the line of a language that is built in; "" if
// none is.
func BuiltIn(code string) string {
	for _, c := range Line(code) {
		if slices.Contains(Languages(), c) {
			return c
		}
	}
	return ""
}

// Of returns the catalogue of a language as it is built in; nil if none in its line is.
func Of(code string) *Catalogue {
	from := BuiltIn(code)
	if from == "" {
		return nil
	}
	c := *builtIn()[from]().file
	c.tag = language.Make(code)
	return &c
}

// Read reads a file of a site, content/messages/CODE.yaml, into the catalogue of a
// language that has CODE in its line. It says what is other than in base, or all if that
// is nil.
func Read(code, file string, data []byte, base *Catalogue) (*Catalogue, diag.List) {
	var diags diag.List
	c := &Catalogue{tag: language.Make(code)}
	if base != nil {
		*c = *base
	}
	if yamldoc.CheckBytes(file, data, &diags) {
		c.read(file, yamldoc.FirstVersion(file, data, &diags), English().Catalogue, &diags)
	}
	return c, diags
}

// Load returns the locale of a language that is built in. It is false of another.
func Load(code string) (*Locale, bool) {
	if l, ok := builtIn()[code]; ok {
		return l(), true
	}
	c := Of(code)
	if c == nil {
		return nil, false
	}
	return New(c), true
}

// builtIn are the locales that are built in, by the codes of their languages.
var builtIn = sync.OnceValue(func() map[string]func() *Locale {
	all := map[string]func() *Locale{}
	for _, code := range Languages() {
		all[code] = sync.OnceValue(func() *Locale { return New(known(code, English().Catalogue)) })
	}
	all["en"] = English
	return all
})

// read reads a file into c. Its messages are checked against those of English, if that
// is not nil.
func (c *Catalogue) read(file string, data []byte, english *Catalogue, diags *diag.List) {
	isNew := c.messages == nil
	whole := yamldoc.Object("a language", []yamldoc.Field[Catalogue]{
		yamldoc.Key("quotes", isNew, quotes, func(c *Catalogue) *[]string { return &c.words.quotes }, `the marks around a quote and around one inside it: ["“", "”", "‘", "’"]`),
		yamldoc.Key("leading_articles", yamldoc.Optional, yamldoc.List(plain), func(c *Catalogue) *[]string { return &c.words.leading }, `what an index passes over at the beginning of a title: ["the ", "a ", "an "]`),
		yamldoc.Key("quantities", isNew, quantities(isNew), func(c *Catalogue) *words { return &c.words }, "how numbers and money are written"),
		yamldoc.Key("currencies", isNew, table("the currencies", currencyType, amount.Currencies(), false), func(c *Catalogue) *map[string]currency { return &c.words.currencies }, "the signs and names of currencies, by ISO 4217 code"),
		yamldoc.Key("units", yamldoc.Optional, table("the units", nounType, nil, false), func(c *Catalogue) *map[string]noun { return &c.words.units }, "what the front matter counts, such as voters, in this language"),
		yamldoc.Key("dates", isNew, dates(isNew), func(c *Catalogue) *words { return &c.words }, "how dates are written"),
		yamldoc.Key("messages", isNew, messages(english), func(c *Catalogue) *map[string]string { return &c.messages }, "the site’s own words"),
	})
	yamldoc.Read(file, data, 0, whole, c, nil, diags)
	if isNew && english != nil && len(*diags) == 0 {
		c.checkWhole(english, file, diags)
	}
}

// plain is a text of which no place is kept. Blanks at its ends count: in French a mark
// may be one, or end in one.
var plain = yamldoc.Custom(yamldoc.Text.Form, func(r *yamldoc.Reader, v *string, n yamldoc.Node) bool {
	var w yamldoc.Words
	ok := yamldoc.Text.Read(r, &w, n)
	*v = n.Exact()
	return ok && *v != ""
})

// pattern is a text with a place for a value, {}, or with places for two, {1} and {2},
// in any order.
func pattern(values int) yamldoc.Type[string] {
	want := []string{"{}"}
	if values == 2 {
		want = []string{"{1}", "{2}"}
	}
	return yamldoc.Scalar("a pattern", func(r *yamldoc.Reader, w yamldoc.Words) (string, bool) {
		if w.Text != "" && !slices.Equal(places(w.Text), want) {
			r.AddHint(diag.BadMessage, w.Place, "the pattern needs "+diag.Plural(values, "place")+": "+strings.Join(want, " and "), "write "+strings.Join(want, " and ")+" where the values stand")
		}
		return w.Text, w.Text != ""
	})
}

// money is a pattern of a sign and a number.
var money = yamldoc.Scalar("a pattern", func(r *yamldoc.Reader, w yamldoc.Words) (string, bool) {
	if w.Text != "" && (!strings.Contains(w.Text, signPlace) || !strings.Contains(w.Text, numberPlace)) {
		r.AddHint(diag.BadMessage, w.Place, "the pattern has no place for the sign, or for the number", "write {sign} and {number} in their order")
	}
	return w.Text, w.Text != ""
})

// numberingSystem is one of CLDR.
var numberingSystem = yamldoc.Scalar("a numbering system", func(r *yamldoc.Reader, w yamldoc.Words) (string, bool) {
	ok := isNumberingSystem(w.Text)
	if !ok && w.Text != "" {
		r.AddHint(diag.BadMessage, w.Place, `no digits are called "`+w.Text+`"`, `write the code of a numbering system of CLDR, such as "arab", "arabext", "beng", "deva", "latn" or "mymr"`)
	}
	return w.Text, ok
})

// exactly is a list of so many texts.
func exactly(n int) yamldoc.Type[[]string] {
	return yamldoc.Row(plain, n, func(r *yamldoc.Reader, node yamldoc.Node, got int) {
		r.Add(diag.BadMessage, r.Place(node), fmt.Sprintf("the list has %s, and needs %d", diag.Plural(got, "item"), n))
	})
}

var quotes = exactly(4)

// table is a mapping to values of a type, whose keys are some words: all of them if it
// is whole. Without words any key will do.
func table[V any](what string, of yamldoc.Type[V], keys []string, whole bool) yamldoc.Type[map[string]V] {
	form := &yamldoc.Form{What: what, Values: of.Form}
	return yamldoc.Custom(form, func(r *yamldoc.Reader, all *map[string]V, n yamldoc.Node) bool {
		seen := map[string]bool{}
		merged := map[string]V{}
		maps.Copy(merged, *all)
		for name, value := range r.Entries(n, what) {
			seen[name.Text] = true
			var v V
			switch {
			case keys != nil && !slices.Contains(keys, name.Text):
				r.AddHint(diag.UnknownKey, name.Place, `unknown key "`+name.Text+`"`, diag.DidYouMean(name.Text, keys))
			case of.Read(r, &v, value):
				merged[name.Text] = v
			}
		}
		for _, key := range keys {
			if whole && !seen[key] {
				r.AddHint(diag.MissingKey, r.Place(n), what+` need the key "`+key+`"`, key+": the same in this language")
			}
		}
		*all = merged
		return true
	})
}

// categories are those of CLDR in which a noun or a message may stand.
var categories = []string{"zero", "one", "two", "few", "many", "other"}

// nounType is a noun: one text, or its forms.
var nounType = yamldoc.Custom(&yamldoc.Form{What: "a noun", Values: plain.Form, Or: plain.Form}, func(r *yamldoc.Reader, v *noun, n yamldoc.Node) bool {
	if !n.IsMapping() {
		return plain.Read(r, &v.other, n)
	}
	var withSign currency
	readForms(r, &withSign, n, false)
	*v = withSign.noun
	return true
})

// currencyType is a noun with a sign.
var currencyType = yamldoc.Custom(&yamldoc.Form{What: "a currency", Values: plain.Form}, func(r *yamldoc.Reader, v *currency, n yamldoc.Node) bool {
	readForms(r, v, n, true)
	return true
})

func readForms(r *yamldoc.Reader, v *currency, n yamldoc.Node, signs bool) {
	for name, value := range r.Entries(n, "the forms of a noun") {
		var form string
		plain.Read(r, &form, value)
		switch {
		case name.Text == "sign" && signs:
			v.sign = form
		case name.Text == "linked":
			v.linked = form
		case name.Text == "other":
			v.other = form
		case slices.Contains(categories, name.Text):
			if v.forms == nil {
				v.forms = map[string]string{}
			}
			v.forms[name.Text] = form
		default:
			r.AddHint(diag.UnknownKey, name.Place, `unknown key "`+name.Text+`"`, "the forms of a noun are "+strings.Join(categories, ", ")+", and linked")
		}
	}
	if v.other == "" {
		r.AddHint(diag.MissingKey, r.Place(n), `a noun needs the key "other"`, "other: the form of all numbers that have none of their own")
	}
}

func quantities(whole bool) yamldoc.Type[words] {
	return yamldoc.Object("the quantities", []yamldoc.Field[words]{
		yamldoc.Key("qualifiers", whole, table("the qualifiers", plain, qualifierWords(), whole), func(w *words) *map[string]string { return &w.qualifiers }, "the words before a number"),
		yamldoc.Key("digits", yamldoc.Optional, numberingSystem, func(w *words) *string { return &w.digits }, "the numbering system of CLDR, such as arabext, if its digits are not Latin"),
		yamldoc.Key("group", yamldoc.Optional, pattern(2), func(w *words) *string { return &w.group }, "around each two groups of three digits, {1} and {2}, where it is not as in CLDR"),
		yamldoc.Key("some", whole, plain, func(w *words) *string { return &w.some }, "the word before an order of magnitude"),
		yamldoc.Key("over_some", whole, plain, func(w *words) *string { return &w.overSome }, "the words before what is a little over one"),
		yamldoc.Key("scales", whole, table("the scales", nounType, []string{"million", "billion"}, whole), func(w *words) *map[string]noun { return &w.scales }, "the words after a number: million and billion"),
		yamldoc.Key("no_figure", whole, plain, func(w *words) *string { return &w.noFigure }, "what stands for money without a number"),
		yamldoc.Key("per", whole, pattern(1), func(w *words) *string { return &w.per }, "what one such sum is for: per {}"),
		yamldoc.Key("share", whole, pattern(1), func(w *words) *string { return &w.share }, "what a percentage is of: of {}"),
		yamldoc.Key("prices", whole, pattern(1), func(w *words) *string { return &w.prices }, "around a year: in {} prices"),
		yamldoc.Key("adjusted", whole, plain, func(w *words) *string { return &w.adjusted }, "adjusted for inflation"),
		yamldoc.Key("range", whole, pattern(2), func(w *words) *string { return &w.rangeShown }, "from one number, {1}, to another, {2}, as shown"),
		yamldoc.Key("range_said", whole, pattern(2), func(w *words) *string { return &w.rangeSaid }, "the same in words"),
		yamldoc.Key("with_sign", whole, money, func(w *words) *string { return &w.withSign }, "a sign and a number: {sign}{number}"),
		yamldoc.Key("with_code", whole, money, func(w *words) *string { return &w.withCode }, "the same with the code of a currency that has no sign: {sign} {number}"),
		yamldoc.Key("in_words", yamldoc.Optional, pattern(2), func(w *words) *string { return &w.inWords }, "around millions, {1}, and the name of a currency, {2}, if it is written instead of the sign"),
		yamldoc.Key("of", whole, plain, func(w *words) *string { return &w.of }, "the word before what is counted"),
		yamldoc.Key("after_scale", yamldoc.Optional, yamldoc.Flag("answer", "yes", "no"), func(w *words) *bool { return &w.afterScale }, "whether millions take it: yes"),
		yamldoc.Key("vague", whole, table("the numbers in words", plain, amount.VagueForms(), whole), func(w *words) *map[string]string { return &w.vague }, "numbers in words"),
	})
}

var scaleNames = map[amount.Scale]string{amount.Million: "million", amount.Billion: "billion"}

func qualifierWords() []string {
	var all []string
	for q := amount.About; q <= amount.Exactly; q++ {
		all = append(all, q.String())
	}
	return all
}

func dates(whole bool) yamldoc.Type[words] {
	return yamldoc.Object("the dates", []yamldoc.Field[words]{
		yamldoc.Key("months", whole, exactly(12), func(w *words) *[]string { return &w.months }, "the names of the months"),
		yamldoc.Key("short_months", whole, exactly(12), func(w *words) *[]string { return &w.shortMonths }, "their short names"),
		yamldoc.Key("seasons", whole, exactly(4), func(w *words) *[]string { return &w.seasons }, "the seasons, from spring on"),
		yamldoc.Key("first_day", yamldoc.Optional, plain, func(w *words) *string { return &w.firstDay }, "the first day of a month, if it is not 1"),
		yamldoc.Key("day_month", whole, pattern(2), func(w *words) *string { return &w.dayMonth }, "around a day, {1}, and a month, {2}"),
		yamldoc.Key("with_year", whole, datedType(2), func(w *words) *dated { return &w.withYear }, "around these, a month or a season, {1}, and a year, {2}"),
		yamldoc.Key("about", whole, datedType(1), func(w *words) *dated { return &w.about }, "around an approximate date"),
		yamldoc.Key("uncertain", whole, datedType(1), func(w *words) *dated { return &w.uncertain }, "around an uncertain date"),
		yamldoc.Key("from", whole, datedType(1), func(w *words) *dated { return &w.from }, "around the beginning of what has no end"),
		yamldoc.Key("until", whole, datedType(1), func(w *words) *dated { return &w.until }, "around the end of what has no beginning"),
		yamldoc.Key("start", whole, datedType(1), func(w *words) *dated { return &w.start }, "around the beginning of an interval"),
		yamldoc.Key("end", whole, datedType(1), func(w *words) *dated { return &w.end }, "around its end"),
		yamldoc.Key("contractions", yamldoc.Optional, table("the contractions", plain, nil, false), func(w *words) *map[string]string { return &w.contractions }, "what is written where words of a pattern and of a date meet: {le é: l’é}"),
	})
}

// datedType is one pattern for all dates, or one for each precision.
func datedType(values int) yamldoc.Type[dated] {
	one, keys := pattern(values), []yamldoc.Field[dated]{
		yamldoc.Key("day", yamldoc.Required, pattern(values), func(d *dated) *string { return &d.day }, "around a day"),
		yamldoc.Key("month", yamldoc.Required, pattern(values), func(d *dated) *string { return &d.month }, "around a month"),
		yamldoc.Key("season", yamldoc.Required, pattern(values), func(d *dated) *string { return &d.season }, "around a season"),
	}
	if values == 1 {
		keys = append(keys, yamldoc.Key("year", yamldoc.Required, one, func(d *dated) *string { return &d.year }, "around a year"))
	}
	each := yamldoc.Object("a pattern of dates", keys)
	return yamldoc.Custom(&yamldoc.Form{What: "a pattern", Or: one.Form, Keys: each.Keys}, func(r *yamldoc.Reader, d *dated, n yamldoc.Node) bool {
		if n.IsMapping() {
			return each.Read(r, d, n)
		}
		var all string
		ok := one.Read(r, &all, n)
		*d = dated{all, all, all, all}
		return ok
	})
}

// messages are the site's own words. A message has the places of the English one;
// a form for a number may go without: "one article".
func messages(english *Catalogue) yamldoc.Type[map[string]string] {
	form := &yamldoc.Form{What: "the messages", Values: plain.Form}
	return yamldoc.Custom(form, func(r *yamldoc.Reader, all *map[string]string, n yamldoc.Node) bool {
		merged := make(map[string]string, max(len(*all), 1024))
		maps.Copy(merged, *all)
		for name, value := range r.Entries(n, "the messages") {
			found := map[string]string{}
			read := func(key string, value yamldoc.Node) {
				var text string
				if plain.Read(r, &text, value) && (english == nil || english.isLike(r, key, name, text, r.Inside(value))) {
					found[key] = text
				}
			}
			switch {
			case value.IsMapping():
				for category, value := range r.Entries(value, "the forms of a message") {
					if !slices.Contains(categories, category.Text) {
						r.AddHint(diag.UnknownKey, category.Place, `unknown key "`+category.Text+`"`, "the forms of a message are "+strings.Join(categories, ", "))
						continue
					}
					read(name.Text+"."+category.Text, value)
				}
			case english != nil && english.Has(name.Text+".other"): // one form for all numbers
				read(name.Text+".other", value)
			default:
				read(name.Text, value)
			}
			if found[name.Text+".other"] != "" { // it replaces the message in all its forms
				for _, category := range categories {
					delete(merged, name.Text+"."+category)
				}
			}
			maps.Copy(merged, found)
		}
		*all = merged
		return true
	})
}

// isLike reports whether c, that of English, has a message with the same places.
func (c *Catalogue) isLike(r *yamldoc.Reader, key string, name yamldoc.Words, text string, at diag.Place) bool {
	original, form := key, ""
	if i := strings.LastIndexByte(key, '.'); i >= 0 && slices.Contains(categories, key[i+1:]) && c.Has(key[:i]+".other") {
		original, form = key[:i]+".other", key[i+1:]
	}
	if i := strings.LastIndexByte(key, '.'); key != name.Text && form == "" && c.Has(key[:i]) {
		r.AddHint(diag.BadMessage, at, `the message "`+name.Text+`" does not depend on a number`, "write it as one text")
		return false
	}
	if !c.Has(original) {
		r.AddHint(diag.UnknownMessage, name.Place, `there is no message "`+name.Text+`"`, diag.DidYouMean(name.Text, c.Keys()))
		return false
	}
	want, got := places(c.messages[original]), places(text)
	if more := firstOutside(got, want); more != "" {
		r.AddHint(diag.BadMessage, at, `nothing is put in the place of "`+more+`"`, "in English: "+c.messages[original])
		return false
	}
	if less := firstOutside(want, got); less != "" && (form == "" || form == "other") {
		r.AddHint(diag.BadMessage, at, `the message has no place "`+less+`"`, "in English: "+c.messages[original])
		return false
	}
	return true
}

// firstOutside is the first of some words that others lack.
func firstOutside(words, others []string) string {
	for _, w := range words {
		if !slices.Contains(others, w) {
			return w
		}
	}
	return ""
}

// checkWhole reports the messages that a language lacks.
func (c *Catalogue) checkWhole(english *Catalogue, file string, diags *diag.List) {
	var missing []string
	for _, key := range english.Keys() {
		if _, ok := c.messages[key]; !ok && !english.isOtherForm(key) {
			missing = append(missing, key)
		}
	}
	if n := len(missing); n > 0 {
		const named = 5
		diags.AddHint(diag.BadMessage, diag.Place{File: file}, diag.Plural(n, "message")+" of the site is missing: "+strings.Join(missing[:min(n, named)], ", "),
			`"eject messages" writes all of them in English`)
	}
}

// isOtherForm reports whether a message of c, that of English, is a form that another
// language may lack.
func (c *Catalogue) isOtherForm(key string) bool {
	i := strings.LastIndexByte(key, '.')
	return key[i+1:] != "other" && slices.Contains(categories, key[i+1:]) && c.Has(key[:i]+".other")
}
