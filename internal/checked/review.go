package checked

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"receipts/internal/diag"
)

// A Review is an item with what is known of its reading.
type Review struct {
	Item
	Needed  int         // how many signatures the site asks for; 0 if it does not ask
	By      []Signature // of the item as it is now, by date
	Queries []Query

	// Before are the signatures of the item as it was before it changed, and Signed is
	// its hash then; empty if it has not changed, or nobody had signed it.
	Before []Signature
	Signed string
	// Changed are the names of the fields that have changed since, sorted.
	Changed []string

	line diag.Place // in the file of signatures
}

// HasChanged reports whether r was signed and says something else now.
func (r *Review) HasChanged() bool { return r.Signed != "" }

// IsChecked reports whether r has the signatures that the site asks for, at least one.
func (r *Review) IsChecked() bool { return len(r.By) >= max(1, r.Needed) }

// Reviews are the items of a site with what is known of their reading. A nil pointer has
// none, as of a site that does not ask for signatures.
type Reviews struct {
	Needed int       // how many signatures of each item the site asks for; 0 if it does not ask
	All    []*Review // by id

	byID    map[string]*Review
	byPlace map[diag.Place]*Review
	notes   map[string][]*Review // by page, in its order
	unknown []string             // ids in the file that no item has
	file    *File
}

// Compare holds the items of a site, in the order of its files, to the file of
// signatures.
func Compare(items []Item, f *File, needed int) *Reviews {
	s := &Reviews{Needed: needed, byID: map[string]*Review{}, byPlace: map[diag.Place]*Review{}, notes: map[string][]*Review{}, file: f}
	for _, item := range items {
		r := &Review{Item: item, Needed: needed, line: f.places[item.ID]}
		l := f.lines[item.ID]
		r.Queries = l.queries
		if l.hash == item.Hash {
			r.By = l.signatures
		} else if l.hash != "" {
			r.Before, r.Signed, r.Changed = l.signatures, l.hash, changed(item, l.fields)
		}
		s.All = append(s.All, r)
		s.byID[item.ID], s.byPlace[item.Place] = r, r
		if item.Kind == Note {
			s.notes[item.Page] = append(s.notes[item.Page], r)
		}
	}
	slices.SortFunc(s.All, func(a, b *Review) int { return cmp.Compare(a.ID, b.ID) })
	for _, id := range slices.Sorted(maps.Keys(f.lines)) {
		if s.byID[id] == nil {
			s.unknown = append(s.unknown, id)
		}
	}
	return s
}

// changed are the fields of an item that differ from those that were signed, by name.
func changed(item Item, signed map[string]string) (names []string) {
	now := item.shorts()
	for name, hash := range now {
		if signed[name] != hash {
			names = append(names, name)
		}
	}
	for name := range signed {
		if now[name] == "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Of returns the item with an id, or nil.
func (s *Reviews) Of(id string) *Review {
	if s == nil {
		return nil
	}
	return s.byID[id]
}

// At returns the item whose first key stands at a place, as that of a report, or nil.
func (s *Reviews) At(p diag.Place) *Review {
	if s == nil {
		return nil
	}
	return s.byPlace[p]
}

// Notes are those of a page, in its order.
func (s *Reviews) Notes(page string) []*Review {
	if s == nil {
		return nil
	}
	return s.notes[page]
}

// File is what the reviews were made of, as it was read.
func (s *Reviews) File() *File { return s.file }

// mostNamed is how many items a message names.
const mostNamed = 3

// Check reports what the file signs that the site does not have and, if the site asks
// for signatures, what has changed since, what lacks some, and what is still asked.
func (s *Reviews) Check() (diags diag.List) {
	for i, id := range s.unknown {
		if i == mostBad {
			break
		}
		hint := cmp.Or(diag.DidYouMean(id, slices.Collect(maps.Keys(s.byID))), "if it is gone, delete the line")
		diags.AddHint(diag.UnknownItem, s.file.places[id], `nothing that can be checked is called "`+id+`"`, hint)
	}
	if s.Needed == 0 {
		return diags
	}
	var none, few []string
	for _, r := range s.All {
		switch {
		case r.Draft:
		case r.HasChanged():
			diags = append(diags, r.changedSince())
		case len(r.By) == 0:
			none = append(none, r.ID)
		case !r.IsChecked():
			few = append(few, r.ID)
		}
		for _, q := range r.Queries {
			diags.AddHint(diag.OpenQuery, r.Place, fmt.Sprintf("%s asks about %q: %s", q.By, r.ID, q.Says), `look it up; then "review -answer `+r.ID+`"`)
		}
	}
	at := diag.Place{File: Path}
	if len(none) > 0 {
		diags.AddHint(diag.NotChecked, at, diag.Plural(len(none), "item")+" not read against a source yet: "+some(none), `"review -list -unsigned" lists them; read each beside its source, then "review -sign ID -by NAME -role ROLE"`)
	}
	if len(few) > 0 {
		diags.AddHint(diag.NotChecked, at, diag.Plural(len(few), "item")+" read by one person, and the site asks for two: "+some(few), `"review -list -unsigned" lists them; another person reads each, then "review -sign ID -by NAME -role ROLE"`)
	}
	return diags
}

func (r *Review) changedSince() diag.Diagnostic {
	last := r.Before[len(r.Before)-1]
	at, what := r.Place, "something"
	if len(r.Changed) > 0 {
		what = strings.Join(r.Changed, ", ")
		if f, ok := r.Field(r.Changed[0]); ok {
			at = f.Place
		}
	}
	return diag.Diagnostic{
		Code: diag.ChangedSince, Place: at, Message: fmt.Sprintf("%q has changed since %s (%s) checked it on %s: %s", r.ID, last.Name, last.Role, last.On, what),
		Hint: `read it beside its source again; then "review -sign ` + r.ID + ` -by NAME -role ROLE"`,
	}
}

func some(ids []string) string {
	names := strings.Join(ids[:min(len(ids), mostNamed)], ", ")
	if more := len(ids) - mostNamed; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return names
}
