package checked

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"receipts/internal/content"
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

// IsUnsigned reports whether r lacks a signature that the site asks for. A draft needs none.
func (r *Review) IsUnsigned() bool { return !r.IsChecked() && !r.Draft }

// IsUnfilled reports whether a place of r is still to be filled in, as in a draft.
func (r *Review) IsUnfilled() bool {
	return slices.ContainsFunc(r.Fields, func(f Field) bool { return strings.Contains(f.text, content.ToFill) })
}

// SignedBy returns the signature of r, as it is now, by a name. It is false if there is none.
func (r *Review) SignedBy(name string) (Signature, bool) {
	at := slices.IndexFunc(r.By, func(s Signature) bool { return sameName(s.Name, name) })
	if at < 0 {
		return Signature{}, false
	}
	return r.By[at], true
}

// Reviews are the items of a site with what is known of their reading. A nil pointer has
// none, as of a site that does not ask for signatures.
type Reviews struct {
	Needed int       // how many signatures of each item the site asks for; 0 if it does not ask
	All    []*Review // by id

	byID    map[string]*Review
	byPlace map[diag.Place]*Review
	notes   map[string][]*Review // by file, in its order
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
			s.notes[item.Place.File] = append(s.notes[item.Place.File], r)
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

// Asked is s if the site asks for signatures, and nil otherwise.
func (s *Reviews) Asked() *Reviews {
	if s == nil || s.Needed == 0 {
		return nil
	}
	return s
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

// Notes are those of a file, in its order.
func (s *Reviews) Notes(file string) []*Review {
	if s == nil {
		return nil
	}
	return s.notes[file]
}

// File is what the reviews were made of, as it was read; an empty one of none.
func (s *Reviews) File() *File {
	if s == nil {
		return &File{}
	}
	return s.file
}

// mostNamed is how many items a message names.
const mostNamed = 3

// A History returns an item as it was when its hash was the one given, if it still knows.
type History func(item Item, hash string) (Item, bool)

// Check reports what the file signs that the site does not have and, if the site asks
// for signatures, what has changed since, what lacks some, and what is still asked. The
// history, which may be nil, has the words of before.
func (s *Reviews) Check(before History) (diags diag.List) {
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
	told := 0
	for _, r := range s.All {
		switch {
		case r.Draft:
		case r.HasChanged():
			if told++; told > mostBad {
				before = nil // to look for hundreds takes minutes
			}
			diags = append(diags, r.changedSince(before))
		case len(r.By) == 0:
			none = append(none, r.ID)
		case !r.IsChecked():
			few = append(few, r.ID)
		}
		for _, q := range r.Queries {
			diags.AddHint(diag.OpenQuery, r.Place, fmt.Sprintf("%s asks about %q: %s", q.By, r.ID, q.Says), `look it up; then "review -answer `+r.ID+` -by NAME"`)
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

func (r *Review) changedSince(before History) diag.Diagnostic {
	last := r.Before[len(r.Before)-1]
	d := diag.Diagnostic{
		Code: diag.ChangedSince, Place: r.Place, Message: fmt.Sprintf("%q has changed since %s (%s) read it on %s", r.ID, last.Name, last.Role, last.On),
		Hint: `read it beside its source again; then "review -sign ` + r.ID + ` -by NAME -role ROLE"`,
	}
	if len(r.Changed) > 0 {
		d.Message += ": " + strings.Join(r.Changed, ", ")
	}
	for _, v := range r.Versions(before) {
		d.Related = append(d.Related, diag.Related{Place: v.Place, Note: v.String()})
	}
	return d
}

// A Version is a field that has changed: what it says, and what it said when it was
// signed, both cut to what differs.
type Version struct {
	Name     string
	Was, Is  string
	HasWas   bool       // whether it is known what it said
	Place    diag.Place // of what it says; of the item if it says nothing
	WasWhole string     // what it said, uncut
}

func (v Version) String() string {
	switch {
	case v.HasWas && v.Was == "":
		return fmt.Sprintf("%s is new: %q", v.Name, v.Is)
	case v.Is == "" && v.HasWas:
		return fmt.Sprintf("%s is gone; it was %q", v.Name, v.Was)
	case v.Is == "":
		return v.Name + " is gone"
	case v.HasWas:
		return fmt.Sprintf("%s was %q, and is %q", v.Name, v.Was, v.Is)
	}
	return fmt.Sprintf("%s is %q now", v.Name, v.Is)
}

// Versions are the fields of r that have changed.
func (r *Review) Versions(before History) (all []Version) {
	var then Item
	known := false
	if before != nil && r.HasChanged() {
		then, known = before(r.Item, r.Signed)
	}
	for _, name := range r.Changed {
		v := Version{Name: name, Place: r.Place, HasWas: known}
		if f, ok := r.Field(name); ok {
			v.Is, v.Place = f.Text(), f.Place
		}
		if f, ok := then.Field(name); ok {
			v.Was, v.WasWhole = f.Text(), f.Outline()
		}
		v.Was, v.Is = apart(v.Was, v.Is)
		all = append(all, v)
	}
	return all
}

// mostShown is how many characters of what two versions share are shown on each side of
// where they differ, and how many of what differs.
const mostShown = 30

// apart cuts two texts to where they differ, with some words around.
func apart(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	start := 0
	for start < min(len(x), len(y)) && x[start] == y[start] {
		start++
	}
	end := 0
	for end < min(len(x), len(y))-start && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	cut := func(r []rune) string {
		from, to := max(0, start-mostShown), min(len(r), len(r)-end+mostShown)
		to = min(to, from+5*mostShown)
		for from > 0 && r[from-1] != ' ' && start-from < 2*mostShown {
			from--
		}
		for to < len(r) && r[to] != ' ' && to-from < 6*mostShown {
			to++
		}
		out := string(r[from:to])
		if from > 0 {
			out = "…" + out
		}
		if to < len(r) {
			out += "…"
		}
		return out
	}
	return cut(x), cut(y)
}

func some(ids []string) string {
	names := strings.Join(ids[:min(len(ids), mostNamed)], ", ")
	if more := len(ids) - mostNamed; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return names
}
