package content

import (
	"errors"
	"net/mail"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"

	"receipts/internal/amount"
	"receipts/internal/citation"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/markdown"
	"receipts/internal/usstate"
)

// Words is a text as the author typed it, and where.
type Words struct {
	Text  string
	Place diag.Place
}

// Inline is a text that may hold links and emphasis. Its zero value is empty.
type Inline struct {
	*markdown.Doc
	Words
}

// IsEmpty reports whether the author gave no text.
func (i Inline) IsEmpty() bool { return i.Text == "" }

// A Ref is an id that must exist; package site says whether it does.
type Ref = Words

// A Party is who pays, is paid or speaks: an id, or words where nobody has a
// page ("any US internet user").
type Party struct {
	ID    string
	Words Inline
	Place diag.Place
}

// A key is one key of a mapping and how its value is read.
type key struct {
	name     string
	required bool
	read     func(*yaml.Node)
}

const required = true

// object reads a mapping: each key once, none unknown, none required missing.
// what names the thing in messages, with its article: "an amount".
func (r *reader) object(n *yaml.Node, what string, keys []key) {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, what+" is written as keys with values")
		return
	}
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if first, ok := seen[name.Value]; ok {
			*r.diags = append(*r.diags, diag.Diagnostic{
				Code: diag.DuplicateKey, Place: r.place(name),
				Message: `the key "` + name.Value + `" stands twice`,
				Hint:    "keep one of them",
				Related: []diag.Related{{Place: r.place(first), Note: "it is first here"}},
			})
			continue
		}
		seen[name.Value] = name
		known := false
		for _, k := range keys {
			if k.name == name.Value {
				known = true
				if !r.isEmpty(name, value) {
					k.read(value)
				}
				break
			}
		}
		if !known {
			r.unknownKey(name, what, keys)
		}
	}
	for _, k := range keys {
		if _, ok := seen[k.name]; k.required && !ok {
			at := r.place(n)
			if len(n.Content) == 0 || n.Line == 1 && n.Column == 1 {
				at = diag.Place{File: r.file, Start: 0, End: 3}
			}
			r.diags.AddHint(diag.MissingKey, at, what+` needs the key "`+k.name+`"`, missingHints[k.name])
		}
	}
}

// missingHints says how to write a key that is often forgotten.
var missingHints = map[string]string{
	"quote": `quote: "the source's words, at most 20"`,
	"at":    "at: P7  (the paragraph of the quote; T is the title, C the standfirst)",
	"says":  "says: one sentence of ours that names who says it",
	"fact":  "fact: an id of your choice that stays for ever, such as daily-award",
}

func (r *reader) unknownKey(name *yaml.Node, what string, keys []key) {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	hint := diag.DidYouMean(name.Value, names)
	if hint == "" {
		hint = "the keys of " + what + " are " + strings.Join(names, ", ")
	}
	r.diags.AddHint(diag.UnknownKey, r.place(name), `unknown key "`+name.Value+`"`, hint)
}

// isEmpty reports a key without a value. YAML's words for nothing ("null",
// "~") say no more than leaving the key out.
func (r *reader) isEmpty(name, value *yaml.Node) bool {
	empty := value.Kind == yaml.ScalarNode && (value.Tag == "!!null" || strings.TrimSpace(value.Value) == "") ||
		value.Kind == yaml.SequenceNode && len(value.Content) == 0 && value.Style&yaml.FlowStyle == 0
	if empty {
		r.diags.AddHint(diag.EmptyValue, r.place(name), `"`+name.Value+`" has no value`, "write one, or leave the key out")
	}
	return empty
}

func (r *reader) wrongType(n *yaml.Node, message string) {
	r.diags.Add(diag.WrongType, r.place(n), message)
}

// words reads a text.
func (r *reader) words(n *yaml.Node) Words {
	if n.Kind != yaml.ScalarNode {
		if isUnquotedLink(n) {
			place := r.place(n)
			r.diags.AddHint(diag.UnquotedLink, place, "a text that begins with a link needs quotes: YAML reads [[ ]] as a list", `write it as "[[…]] …"`)
			return Words{Place: place}
		}
		kind := "a list"
		if n.Kind == yaml.MappingNode {
			kind = "keys with values"
		}
		r.wrongType(n, "a text is expected here, not "+kind)
		return Words{Place: r.place(n)}
	}
	return Words{Text: strings.TrimSpace(n.Value), Place: r.inside(n)}
}

// inside is the place of a scalar without its quotation marks.
func (r *reader) inside(n *yaml.Node) diag.Place {
	p := r.place(n)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && p.End-p.Start >= 2 {
		p.Start++
		if r.src[p.End-1] == r.src[p.Start-1] {
			p.End--
		}
	}
	return p
}

func isUnquotedLink(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0 && len(n.Content) == 1 &&
		n.Content[0].Kind == yaml.SequenceNode && n.Content[0].Style&yaml.FlowStyle != 0
}

// inline reads a text that may hold links.
func (r *reader) inline(n *yaml.Node) Inline {
	w := r.words(n)
	if w.Text == "" {
		return Inline{Words: w}
	}
	return r.inlineWords(n, w)
}

func (r *reader) inlineWords(n *yaml.Node, w Words) Inline {
	doc, diags := markdown.ParseInline(r.file, w.Text, r.within(n))
	*r.diags = append(*r.diags, diags...)
	return Inline{Doc: doc, Words: w}
}

// list calls read for each item. A single value stands for a list of one.
func (r *reader) list(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode || isUnquotedLink(n) {
		read(n)
		return
	}
	for _, item := range n.Content {
		if item.Kind == yaml.ScalarNode && (item.Tag == "!!null" || strings.TrimSpace(item.Value) == "") {
			r.diags.AddHint(diag.EmptyValue, r.place(item), "an item of the list is empty", "write it, or delete the line")
			continue
		}
		read(item)
	}
}

// items reads a list of mappings.
func (r *reader) items(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.diags.AddHint(diag.WrongType, r.place(n), "a list is expected here", `begin each item with "- "`)
		return
	}
	r.list(n, read)
}

func (r *reader) inlines(n *yaml.Node) []Inline {
	var out []Inline
	r.list(n, func(item *yaml.Node) { out = append(out, r.inline(item)) })
	return out
}

func (r *reader) wordList(n *yaml.Node) []Words {
	var out []Words
	r.list(n, func(item *yaml.Node) { out = append(out, r.words(item)) })
	return out
}

// ref reads an id.
func (r *reader) ref(n *yaml.Node) Ref {
	w := r.words(n)
	if w.Text != "" && !IsID(w.Text) {
		hint := ""
		if k := kebab(w.Text); IsID(k) {
			hint = `write "` + k + `"`
		}
		r.diags.AddHint(diag.UnknownID, w.Place, `"`+w.Text+`" is not an id: ids are lower-case letters, digits and single hyphens`, hint)
		w.Text = ""
	}
	return w
}

func (r *reader) refs(n *yaml.Node) []Ref {
	var out []Ref
	r.list(n, func(item *yaml.Node) {
		if w := r.ref(item); w.Text != "" {
			out = append(out, w)
		}
	})
	return out
}

// party reads an id or words. What has the form of an id is one; words that
// stand for nobody's page have a space or a capital.
func (r *reader) party(n *yaml.Node) Party {
	w := r.words(n)
	if IsID(w.Text) {
		return Party{ID: w.Text, Place: w.Place}
	}
	if w.Text == "" {
		return Party{Place: w.Place}
	}
	return Party{Words: r.inlineWords(n, w), Place: w.Place}
}

func (r *reader) parties(n *yaml.Node) []Party {
	var out []Party
	r.list(n, func(item *yaml.Node) {
		if p := r.party(item); p.ID != "" || !p.Words.IsEmpty() {
			out = append(out, p)
		}
	})
	return out
}

// choice reads one word of a closed list.
func (r *reader) choice(n *yaml.Node, what string, allowed []string) string {
	w := r.words(n)
	for _, a := range allowed {
		if w.Text == a {
			return a
		}
	}
	if w.Text != "" {
		hint := diag.DidYouMean(w.Text, allowed)
		if hint == "" {
			hint = "one of " + strings.Join(allowed, ", ")
		}
		r.diags.AddHint(diag.UnknownWord, w.Place, `unknown `+what+` "`+w.Text+`"`, hint)
	}
	return ""
}

func (r *reader) flag(n *yaml.Node) bool {
	return r.choice(n, "value", []string{"true", "false"}) == "true"
}

// A Quantity is an amount and where it stands.
type Quantity struct {
	amount.Quantity
	Place diag.Place
}

// IsCount reports whether q counts things other than money.
func (q Quantity) IsCount() bool {
	return !q.IsZero() && !q.IsMoney() && q.Kind() != amount.Unquantified
}

// IsUnquantified reports whether q is money without a number.
func (q Quantity) IsUnquantified() bool { return q.Kind() == amount.Unquantified }

func (r *reader) quantity(n *yaml.Node) Quantity {
	w := r.words(n)
	if w.Text == "" {
		return Quantity{Place: w.Place}
	}
	q, err := amount.Parse(w.Text)
	var bad *amount.SyntaxError
	if errors.As(err, &bad) {
		r.diags.AddHint(diag.BadQuantity, r.part(n, bad.Start, bad.End), bad.Message, bad.Hint)
	}
	return Quantity{q, w.Place}
}

// part is the place of the bytes start to end of n's value.
func (r *reader) part(n *yaml.Node, start, end int) diag.Place {
	at := r.within(n)
	from, to := at(start), at(start)
	if end > start {
		to = at(end-1) + 1
	}
	return diag.Place{File: r.file, Start: from, End: to}
}

// A Date is an EDTF date and where it stands.
type Date struct {
	edtf.Date
	Place diag.Place
}

func (r *reader) date(n *yaml.Node) Date {
	w := r.words(n)
	if w.Text == "" {
		return Date{Place: w.Place}
	}
	d, err := edtf.Parse(w.Text)
	var bad *edtf.SyntaxError
	if errors.As(err, &bad) {
		r.diags.AddHint(diag.BadDate, r.part(n, bad.Start, bad.End), bad.Message, bad.Hint)
	}
	return Date{d, w.Place}
}

// day reads a date that must be a whole day.
func (r *reader) day(n *yaml.Node) Date {
	before := len(*r.diags)
	d := r.date(n)
	if len(*r.diags) == before && d.IsSet() && (d.IsInterval() || d.Precision() != edtf.PrecisionDay) {
		r.diags.AddHint(diag.BadDate, d.Place, "a day is expected here", "write it as 2024-10-21")
	}
	return d
}

// IsSet reports whether the author gave a date that could be read.
func (d Date) IsSet() bool { return d.Date != edtf.Date{} }

func (r *reader) url(n *yaml.Node) Words {
	w := r.words(n)
	if w.Text == "" {
		return w
	}
	u, err := url.Parse(w.Text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(w.Text, " \t\"<>\\^`{|}") {
		r.diags.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a web address`, "write the whole address, beginning with https://")
		w.Text = ""
	}
	return w
}

func (r *reader) mailAddress(n *yaml.Node) Words {
	w := r.words(n)
	if a, err := mail.ParseAddress(w.Text); w.Text != "" && (err != nil || a.Address != w.Text) {
		r.diags.AddHint(diag.BadURL, w.Place, `"`+w.Text+`" is not a mail address`, "write it as name@example.org")
		w.Text = ""
	}
	return w
}

func (r *reader) language(n *yaml.Node) string {
	w := r.words(n)
	if w.Text == "" {
		return ""
	}
	if _, err := language.Parse(w.Text); err != nil {
		r.diags.AddHint(diag.BadLanguage, w.Place, `"`+w.Text+`" is not a language code`, `write a BCP 47 code such as "fr" or "en"`)
		return ""
	}
	return w.Text
}

func (r *reader) number(n *yaml.Node) int {
	w := r.words(n)
	i, err := strconv.Atoi(w.Text)
	if w.Text == "" {
		return 0
	}
	if err != nil || i < 1 || i > 100_000 || strconv.Itoa(i) != w.Text {
		r.diags.AddHint(diag.BadNumber, w.Place, `"`+w.Text+`" is not a whole number from 1 to 100000`, "")
		return 0
	}
	return i
}

// A StateCode is a USPS code of a state that exists.
type StateCode struct {
	Code  string
	Place diag.Place
}

func (r *reader) stateCode(n *yaml.Node) (StateCode, bool) {
	w := r.words(n)
	if _, ok := usstate.ByCode(w.Text); ok {
		return StateCode{w.Text, w.Place}, true
	}
	if w.Text != "" {
		r.diags.AddHint(diag.UnknownState, w.Place, `unknown state "`+w.Text+`"`, stateHint(w.Text))
	}
	return StateCode{}, false
}

func stateHint(s string) string {
	if st, ok := usstate.ByName(s); ok {
		return `write its USPS code, "` + st.Code + `"`
	}
	if _, ok := usstate.ByCode(strings.ToUpper(s)); ok {
		return `write "` + strings.ToUpper(s) + `"`
	}
	if hint := diag.DidYouMean(s, usstate.Codes()); hint != "" {
		return hint
	}
	return `states are written as USPS codes, such as "PA"`
}

func (r *reader) stateCodes(n *yaml.Node) []StateCode {
	var out []StateCode
	r.list(n, func(item *yaml.Node) {
		if s, ok := r.stateCode(item); ok {
			out = append(out, s)
		}
	})
	return out
}

// A Locator says where in a source a quote stands: T is the title, ST the
// subtitle, C the standfirst, head the dateline, H1 the first intertitle, P1
// the first paragraph.
type Locator struct {
	Kind  string // "T", "ST", "C", "head", "H" or "P"
	N     int    // of H and P, from 1
	Place diag.Place
}

var locatorPattern = regexp.MustCompile(`^(?:(T|ST|C|head)|([HP])([1-9]\d{0,3}))$`)

func (r *reader) locator(n *yaml.Node) Locator {
	w := r.words(n)
	m := locatorPattern.FindStringSubmatch(w.Text)
	if m == nil {
		if w.Text != "" {
			r.diags.AddHint(diag.BadLocator, w.Place, `"`+w.Text+`" is not a place in a source`,
				"write P7 for paragraph 7, H1 for the first intertitle, T for the title, ST for the subtitle, C for the standfirst, head for the dateline")
		}
		return Locator{}
	}
	number, _ := strconv.Atoi(m[3])
	return Locator{Kind: m[1] + m[2], N: number, Place: w.Place}
}

// IsZero reports whether the author gave no locator that could be read.
func (l Locator) IsZero() bool { return l.Kind == "" }

// String returns the locator as the author writes it: "P7".
func (l Locator) String() string {
	if l.N == 0 {
		return l.Kind
	}
	return l.Kind + strconv.Itoa(l.N)
}

// A Law is a reference to an authority: a citation, or an authority's id.
type Law struct {
	Citation citation.Citation
	ID       string // the citation's slug, or the id
	Place    diag.Place
}

func (r *reader) laws(n *yaml.Node) []Law {
	var out []Law
	r.list(n, func(item *yaml.Node) {
		w := r.words(item)
		if w.Text == "" {
			return
		}
		if IsID(w.Text) {
			out = append(out, Law{ID: w.Text, Place: w.Place})
			return
		}
		c, err := citation.Parse(w.Text)
		var bad *citation.SyntaxError
		if errors.As(err, &bad) {
			hint := bad.Hint
			if hint == "" {
				hint = `write it as "52 U.S.C. § 10307(c)", or give the id of a file in content/law/`
			}
			r.diags.AddHint(diag.BadCitation, r.part(item, bad.Start, bad.End), bad.Message, hint)
			return
		}
		out = append(out, Law{Citation: c, ID: c.Slug(), Place: w.Place})
	})
	return out
}
