package checked

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// Path is the path of the file of signatures. It has a line for each item, sorted, so
// that two people who sign different items change different lines.
const Path = "content/checked.yaml"

const head = "# What was read against its source, by whom and when, with a hash of what it said then.\n# Written by \"review\"; don't edit.\n"

// A File is the signatures and queries of a site. It is never changed: what adds to one
// returns another.
type File struct {
	lines  map[string]line // by the id of the item
	places map[string]diag.Place
	broken bool     // whether a line is not understood
	kept   []string // items of which a merge may have brought an answered query back, by id
}

// A line is what is known of one item.
type line struct {
	hash       string            // of the item as it was signed; empty if it is not
	fields     map[string]string // short hashes, by name
	signatures []Signature
	queries    []Query
}

// A Signature says that an item was read against its source.
type Signature struct {
	Name string // or initials; never published
	Role string
	On   string // 2026-11-29
}

// A Query is a question about an item, which stays until it is answered.
type Query struct {
	By   string
	On   string
	Says string
}

// itemID matches what an item may be called; plainID, what YAML reads without quotation
// marks, as almost all are.
var (
	itemID  = regexp.MustCompile(`^[^\s"\\]+$`)
	plainID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9/#._-]*$`)
)

// mostBad is how many lines of the file are reported.
const mostBad = 20

// Parse reads the file of signatures line by line, so that a mistake in one costs no
// other. A missing file is an empty one.
func Parse(f source.File) (*File, diag.List) {
	out := empty()
	var diags diag.List
	var c *conflict
	start := 0
	for raw := range bytes.Lines(f.Data) {
		text := bytes.TrimRight(raw, "\r\n")
		at := diag.Place{File: f.Path, Start: start, End: start + len(text)}
		start += len(raw)
		if len(bytes.TrimSpace(text)) == 0 || text[0] == '#' {
			continue
		}
		before := len(diags)
		if source.OfMerge(text) {
			diags.AddHint(diag.Conflict, at, "this line was written by a merge", mend)
			c = out.enter(c, text[0])
		} else if c.holds(f, at) {
			out.read(f, at, &diags)
		}
		if len(diags) > before && len(diags) > mostBad {
			diags = diags[:mostBad]
		}
	}
	return out, diags
}

// mend is what to do with a file of which every line is understood.
const mend = `run "review -mend", which keeps the signatures of both sides`

// A conflict is a part of the file of which a merge has left both sides, and between them,
// if it was told to, what they have in common.
type conflict struct {
	ours, base, theirs *File
	in                 *File // the one that is being read
}

func empty() *File { return &File{lines: map[string]line{}, places: map[string]diag.Place{}} }

// enter returns the conflict, if any, in which one is behind a line of a merge that begins
// with a sign. At its end f is rid of queries that a side has answered.
func (f *File) enter(c *conflict, sign byte) *conflict {
	switch {
	case sign == '<':
		c = &conflict{ours: empty()}
		c.in = c.ours
	case c == nil:
	case sign == '|':
		c.base = empty()
		c.in = c.base
	case sign == '=':
		c.theirs = empty()
		c.in = c.theirs
	default:
		f.settle(c)
		c = nil
	}
	return c
}

// holds notes the line at a place. It is false if the line is of what both sides had
// before, which is no part of the file.
func (c *conflict) holds(file source.File, at diag.Place) bool {
	if c == nil {
		return true
	}
	c.in.read(file, at, new(diag.List))
	return c.in != c.base
}

// settle takes the queries away that one side has and the other has answered. Without a
// base that is not known, and all stay.
func (f *File) settle(c *conflict) {
	if c.theirs == nil {
		return
	}
	both := maps.Clone(c.ours.lines)
	maps.Copy(both, c.theirs.lines)
	for _, id := range slices.Sorted(maps.Keys(both)) {
		ours, theirs := c.ours.lines[id].queries, c.theirs.lines[id].queries
		l := f.lines[id]
		isUnsure := false
		l.queries = slices.DeleteFunc(slices.Clone(l.queries), func(q Query) bool {
			if slices.Contains(ours, q) == slices.Contains(theirs, q) {
				return false
			}
			isUnsure = isUnsure || c.base == nil
			return c.base != nil && slices.Contains(c.base.lines[id].queries, q)
		})
		if isUnsure {
			f.kept = append(f.kept, id)
		}
		f.put(id, l)
	}
}

// Unsure are the items with a query that one side of a merge has and the other, perhaps,
// has answered, by id.
func (f *File) Unsure() []string { return f.kept }

// read reads the line at a place of f.
func (f *File) read(file source.File, at diag.Place, diags *diag.List) {
	var bad diag.List
	var row row
	ok := yamldoc.CheckBytes(file.Path, file.Data[at.Start:at.End], &bad)
	for i := range bad {
		bad[i].Place.Start += at.Start
		bad[i].Place.End += at.Start
	}
	ok = ok && yamldoc.Read(file.Path, file.Data[:at.End], at.Start, rowType, &row, nil, &bad)
	switch {
	case len(bad) > 0:
	case !itemID.MatchString(row.id.Text):
		bad.AddHint(diag.BadSignature, at, "this line is of no item", signAnew)
	default:
		row.check(row.id.Place, &bad)
	}
	*diags = append(*diags, bad...)
	if !ok || len(bad) > 0 {
		f.broken = true
		return
	}
	id := row.id.Text
	first, twice := f.lines[id]
	if !twice {
		f.lines[id], f.places[id] = row.line, row.id.Place
		return
	}
	d := diag.Diagnostic{
		Code: diag.DuplicateKey, Place: row.id.Place, Message: `"` + id + `" has two lines`, Hint: mend,
		Related: []diag.Related{{Place: f.places[id], Note: "it is first here"}},
	}
	if both, ok := first.and(row.line); ok {
		f.lines[id] = both
	} else {
		f.broken = true
		d.Hint = "they are of two versions of it: keep the line of what it says now, or none"
	}
	*diags = append(*diags, d)
}

// and is l with the signatures and queries of other. It is false if both are signed, as of
// different versions of the item.
func (l line) and(other line) (line, bool) {
	if l.hash != "" && other.hash != "" && l.hash != other.hash {
		return l, false
	}
	if l.hash == "" {
		l.hash, l.fields = other.hash, other.fields
	}
	for _, s := range other.signatures {
		l.signatures = signedBy(l.signatures, s)
	}
	for _, q := range other.queries {
		if !slices.Contains(l.queries, q) {
			l.queries = append(slices.Clone(l.queries), q)
		}
	}
	return l, true
}

// signedBy is list with s in place of an earlier signature of the same name, sorted.
func signedBy(list []Signature, s Signature) []Signature {
	list = slices.DeleteFunc(slices.Clone(list), func(t Signature) bool { return sameName(s.Name, t.Name) && t.On <= s.On })
	if !slices.ContainsFunc(list, func(t Signature) bool { return sameName(s.Name, t.Name) }) {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b Signature) int { return strings.Compare(a.On+a.Name, b.On+b.Name) })
	return list
}

// sameName reports whether two names, or initials, are of one person: whatever their
// case, spaces, stops, and the way that their accents are coded.
func sameName(a, b string) bool { return strings.EqualFold(bare(a), bare(b)) }

// bare is the letters and digits of a name that can be seen; of a name without any, the name.
func bare(name string) string {
	name = norm.NFKC.String(name)
	letters := func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) && !unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
			return r
		}
		return -1
	}
	return cmp.Or(strings.Map(letters, name), name)
}

// IsWhole reports whether every line of f was understood. One that is not may lack
// signatures, and is not to be replaced.
func (f *File) IsWhole() bool { return !f.broken }

// Bytes writes f, sorted, so that the same signatures give the same bytes. Without any
// there is no file, and there are no bytes.
func (f *File) Bytes() []byte {
	if len(f.lines) == 0 {
		return nil
	}
	var b bytes.Buffer
	b.WriteString(head)
	for _, id := range slices.Sorted(maps.Keys(f.lines)) {
		name := id
		if !plainID.MatchString(id) {
			name = yamldoc.Quoted(id)
		}
		b.WriteString(name + ": {")
		f.lines[id].write(&b)
		b.WriteString("}\n")
	}
	return b.Bytes()
}

func (l line) write(b *bytes.Buffer) {
	q := yamldoc.Quoted
	if l.hash != "" {
		var fields []string
		for _, name := range slices.Sorted(maps.Keys(l.fields)) {
			fields = append(fields, name+"="+l.fields[name])
		}
		var by []string
		for _, s := range l.signatures {
			by = append(by, fmt.Sprintf("{name: %s, role: %s, date: %s}", q(s.Name), q(s.Role), s.On))
		}
		fmt.Fprintf(b, "by: [%s], hash: %s, fields: %s", strings.Join(by, ", "), l.hash, strings.Join(fields, " "))
	}
	if len(l.queries) > 0 {
		var queries []string
		for _, a := range l.queries {
			queries = append(queries, fmt.Sprintf("{by: %s, date: %s, says: %s}", q(a.By), a.On, q(a.Says)))
		}
		if l.hash != "" {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "queries: [%s]", strings.Join(queries, ", "))
	}
}

// A row is a line with the id of its item.
type row struct {
	id content.Words
	line
}

// Form says as data what may stand in the file.
func Form() *yamldoc.Form { return rowType.Form }

// rowType is "ID: {by: …}".
var rowType = yamldoc.Custom(&yamldoc.Form{What: "the file of signatures", Values: lineType.Form}, func(r *yamldoc.Reader, v *row, n yamldoc.Node) bool {
	for id, value := range r.Entries(n, "the file of signatures") {
		v.id = id
		lineType.Read(r, &v.line, value)
	}
	return true
})

var lineType = yamldoc.Object("an item", []yamldoc.Field[line]{
	yamldoc.Key("by", yamldoc.Optional, yamldoc.List(signature), func(l *line) *[]Signature { return &l.signatures }, "who has read it against its source, each with name, role and date"),
	yamldoc.Key("hash", yamldoc.Optional, hash, func(l *line) *string { return &l.hash }, "of what the item said then"),
	yamldoc.Key("fields", yamldoc.Optional, fieldHashes, func(l *line) *map[string]string { return &l.fields }, "a short hash of each of its fields"),
	yamldoc.Key("queries", yamldoc.Optional, yamldoc.List(query), func(l *line) *[]Query { return &l.queries }, "what is still to be answered, each with by, date and says"),
})

// check reports what is wrong with a line of which each value can be read.
func (l line) check(at diag.Place, diags *diag.List) {
	signed := len(l.signatures) > 0
	if signed != (l.hash != "") || signed != (len(l.fields) > 0) || !signed && len(l.queries) == 0 {
		diags.AddHint(diag.BadSignature, at, "this is neither a signature with its hash nor a query", signAnew)
	}
	for i, s := range l.signatures {
		if slices.ContainsFunc(l.signatures[:i], func(t Signature) bool { return sameName(s.Name, t.Name) }) {
			diags.AddHint(diag.SignedTwice, at, `"`+s.Name+`" has signed twice, and counts once`, "keep the later signature")
		}
	}
}

// signAnew is what to do with a line that is damaged.
const signAnew = `take the line as it was in the revision before, or delete it and sign anew with "review -sign"`

var signature = yamldoc.Object("a signature", []yamldoc.Field[Signature]{
	yamldoc.Key("name", yamldoc.Required, words, func(s *Signature) *string { return &s.Name }, "a name or initials"),
	yamldoc.Key("role", yamldoc.Required, words, func(s *Signature) *string { return &s.Role }, "as whom, such as first reading"),
	yamldoc.Key("date", yamldoc.Required, day, func(s *Signature) *string { return &s.On }, "the day, such as 2026-11-29"),
})

var query = yamldoc.Object("a query", []yamldoc.Field[Query]{
	yamldoc.Key("by", yamldoc.Required, words, func(q *Query) *string { return &q.By }, "a name or initials"),
	yamldoc.Key("date", yamldoc.Required, day, func(q *Query) *string { return &q.On }, "the day, such as 2026-11-29"),
	yamldoc.Key("says", yamldoc.Required, words, func(q *Query) *string { return &q.Says }, "what is to be answered"),
})

var words = yamldoc.Whole(yamldoc.Scalar("a text", func(_ *yamldoc.Reader, w content.Words) (string, bool) { return oneLine(w.Text), w.Text != "" }))

// oneLine is s without line ends, as it is written into a line.
func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, isBlank), " ") }

const dayPattern = `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`

var day = yamldoc.Scalar("a day", func(r *yamldoc.Reader, w content.Words) (string, bool) {
	if w.Text != "" && !IsDay(w.Text) {
		r.AddHint(diag.BadDate, w.Place, `"`+w.Text+`" is not a day`, "write it as 2026-11-29")
		return "", false
	}
	return w.Text, w.Text != ""
}).Matching(dayPattern)

var days = regexp.MustCompile(dayPattern)

// IsDay reports whether s is a day, such as 2026-11-29.
func IsDay(s string) bool {
	_, err := edtf.Parse(s)
	return err == nil && days.MatchString(s)
}

var hash = yamldoc.Scalar("a hash", func(r *yamldoc.Reader, w content.Words) (string, bool) {
	switch {
	case w.Text == "":
		return "", false
	case hashes.MatchString(w.Text):
		return w.Text, true
	case otherHashes.MatchString(w.Text):
		r.AddHint(diag.BadSignature, w.Place, `this program does not know the form of the hash "`+w.Text+`"`, "a newer version of it has written the file: take that one")
	default:
		r.AddHint(diag.BadSignature, w.Place, `"`+w.Text+`" is not a hash of an item`, signAnew)
	}
	return "", false
}).Matching(hashPattern)

const hashPattern = `^` + hashForm + `[0-9a-f]{16}$`

var (
	hashes      = regexp.MustCompile(hashPattern)
	otherHashes = regexp.MustCompile(`^[0-9]+-[0-9a-z]+$`)
)

const fieldsPattern = `^` + fieldHash + `( ` + fieldHash + `)*$`

const fieldHash = `[A-Za-z0-9][A-Za-z0-9_.-]*=[0-9a-f]{4}`

var fieldsForm = regexp.MustCompile(fieldsPattern)

var fieldHashes = yamldoc.Scalar("hashes of fields", func(r *yamldoc.Reader, w content.Words) (map[string]string, bool) {
	if w.Text == "" {
		return nil, false
	}
	if !fieldsForm.MatchString(w.Text) {
		r.AddHint(diag.BadSignature, w.Place, "these are not hashes of fields", signAnew)
		return nil, false
	}
	out := map[string]string{}
	for f := range strings.FieldsSeq(w.Text) {
		name, hash, _ := strings.Cut(f, "=")
		out[name] = hash
	}
	return out, true
}).Matching(fieldsPattern)
