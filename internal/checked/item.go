// Package checked knows what of a site was read against its sources, by whom and when,
// and what has changed since. Statements are signed item by item in a committed file.
//
// What goes in is the files of a site; what comes out is its items, each with who has
// checked it as it is now, and the file of signatures with one more or one less. The
// package does not judge whether a statement is right, and writes no other file.
package checked

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"receipts/internal/diag"
)

// A Kind says what an item is.
type Kind string

// The kinds of items, in the order of the site's sections.
const (
	Report   Kind = "report"
	Note     Kind = "note"
	Question Kind = "question"
	Later    Kind = "later"
	Page     Kind = "page" // what a file states beside reports and notes
)

// Kinds are all kinds of items.
var Kinds = []Kind{Report, Note, Question, Later, Page}

// An Item is what is checked in one go: all that a site states of one thing, in all of
// its languages.
type Item struct {
	// ID is the id of its page; of a report "first#a-fine", the second of one fact
	// "first#a-fine.2", and of a note the host that it leads to, "first#example.org".
	ID     string
	Kind   Kind
	Page   string     // the page in whose file it stands
	Place  diag.Place // of its first key, as [content.Report] has it
	Draft  bool       // whether it is of a draft, which needs no signature yet
	Fields []Field    // by name
	Hash   string     // of all fields

	list string // the key below which it stands; empty for a page
	of   string // what it names in that list; empty if nothing
}

// A Field is one thing that an item states: the value of a key, the text below the front
// matter ("body"), the text of its source ("source-text"). Words of a translation are fields
// of their own, "says.fr".
type Field struct {
	Name  string
	Place diag.Place
	text  string // with the signs of canonical
}

// Text is what the field says, for people.
func (f Field) Text() string { return strings.Trim(shown.Replace(f.text), "; ") }

var shown = strings.NewReplacer(closes+divides+opens, "\n", opens, "", closes, "", sets, ": ", divides, "; ")

// short is a hash by which one can tell whether a field has changed.
func (f Field) short() string {
	sum := sha256.Sum256([]byte(f.text))
	return hex.EncodeToString(sum[:2])
}

// hashForm begins every hash. If what goes into one ever changes, so does this.
const hashForm = "1-"

// seal sorts the fields of i and sets its hash.
func (i *Item) seal() {
	slices.SortFunc(i.Fields, func(a, b Field) int { return cmp.Compare(a.Name, b.Name) })
	h := sha256.New()
	for _, f := range i.Fields {
		h.Write([]byte(f.Name + sets + f.text + divides))
	}
	i.Hash = hashForm + hex.EncodeToString(h.Sum(nil)[:8])
}

// Field returns the field with a name. It is false if there is none.
func (i *Item) Field(name string) (Field, bool) {
	at := slices.IndexFunc(i.Fields, func(f Field) bool { return f.Name == name })
	if at < 0 {
		return Field{}, false
	}
	return i.Fields[at], true
}

// shorts are short hashes of the fields of i, by name.
func (i *Item) shorts() map[string]string {
	all := map[string]string{}
	for _, f := range i.Fields {
		all[f.Name] = f.short()
	}
	return all
}
