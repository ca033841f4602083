package checked

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"receipts/internal/diag"
	"receipts/internal/disk"
	"receipts/internal/source"
)

// A Change is what is done to one item. Its zero value changes nothing.
type Change struct {
	Review *Review    // the item as the person who makes the change has seen it
	Sign   *Signature // to be added in place of one of the same name; those of an earlier version go
	Query  *Query     // to be added
	Answer *Query     // to be taken away
}

// With returns f with some changes. The error says what in one is missing.
func (f *File) With(changes ...Change) (*File, error) {
	out := f.clone()
	for _, c := range changes {
		l, err := out.lines[c.Review.ID].with(c)
		if err != nil {
			return nil, err
		}
		out.put(c.Review.ID, l)
	}
	return out, nil
}

func (l line) with(c Change) (line, error) {
	seen := c.Review
	if c.Sign != nil {
		if seen.IsUnfilled() {
			return l, diag.Wrong(0, 0, `"`+seen.ID+`" has places to fill in`, "fill it in first")
		}
		if err := complete("a signature", c.Sign.On, part{"a name", &c.Sign.Name, mostName}, part{"a role", &c.Sign.Role, mostName}); err != nil {
			return l, err
		}
		switch l.hash {
		case seen.Hash:
		case "", seen.Signed:
			l.signatures = nil
		default:
			return l, diag.Wrong(0, 0, `another version of "`+seen.ID+`" was signed meanwhile`, "look at it as it is now, then sign again")
		}
		l.hash, l.fields = seen.Hash, seen.shorts()
		others := slices.DeleteFunc(slices.Clone(l.signatures), func(s Signature) bool { return sameName(s.Name, c.Sign.Name) })
		l.signatures = signedBy(others, *c.Sign)
	}
	if c.Query != nil {
		if err := complete("a query", c.Query.On, part{"a name", &c.Query.By, mostName}, part{"a text", &c.Query.Says, 0}); err != nil {
			return l, err
		}
		if !slices.Contains(l.queries, *c.Query) {
			l.queries = append(slices.Clone(l.queries), *c.Query)
		}
	}
	if c.Answer != nil {
		if !slices.Contains(l.queries, *c.Answer) {
			return l, diag.Wrong(0, 0, `that query about "`+seen.ID+`" is not there any more`, "somebody has answered it")
		}
		l.queries = slices.DeleteFunc(slices.Clone(l.queries), func(q Query) bool { return q == *c.Answer })
	}
	return l, nil
}

// Lacks reports whether f has lost the signature that a change has added to it. It has not
// where another version of the item was signed since.
func (f *File) Lacks(c Change) bool {
	l := f.lines[c.Review.ID]
	if c.Sign == nil || l.hash != "" && l.hash != c.Review.Hash {
		return false
	}
	return !slices.ContainsFunc(l.signatures, func(s Signature) bool { return sameName(s.Name, c.Sign.Name) })
}

// A part is a text of a signature or a query, with what it is and how many characters it
// may have; 0 for any number.
type part struct {
	what string
	text *string
	most int
}

// mostName is how many characters a name or a role may have.
const mostName = 80

// complete puts texts of a signature or a query on one line each. The error says which is
// missing or too long, is not UTF-8, or holds a character that nobody sees.
func complete(of, day string, parts ...part) error {
	if !IsDay(day) {
		return diag.Wrong(0, 0, `"`+day+`" is not a day`, "write it as 2026-11-29")
	}
	for _, p := range parts {
		if p.most > 0 {
			*p.text = strings.Join(strings.Fields(*p.text), " ")
		}
		*p.text = oneLine(*p.text)
		if *p.text == "" {
			return diag.Wrong(0, 0, of+" lacks "+p.what, "a signature has a name, a role and a day; a query a name, a day and a text")
		}
		if n := utf8.RuneCountInString(*p.text); p.most > 0 && n > p.most {
			return diag.Wrong(0, 0, fmt.Sprintf("%s has %s of %d characters", of, p.what, n), fmt.Sprintf("%d are enough", p.most))
		}
		if !utf8.ValidString(*p.text) {
			return diag.Wrong(0, 0, of+" is not UTF-8", "type it anew")
		}
		if strings.ContainsFunc(*p.text, diag.IsInvisible) {
			return diag.Wrong(0, 0, of+" has an invisible character in it", "type it anew")
		}
	}
	return nil
}

func (l line) isEmpty() bool { return l.hash == "" && len(l.queries) == 0 }

func (f *File) clone() *File {
	out := empty()
	out.broken = f.broken
	maps.Copy(out.lines, f.lines)
	maps.Copy(out.places, f.places)
	return out
}

// put gives an item its line while a file is made; an empty one is none.
func (f *File) put(id string, l line) {
	if f.lines[id] = l; l.isEmpty() {
		delete(f.lines, id)
		delete(f.places, id)
	}
}

// A Refused error says that the file of signatures has mistakes, for which it is not
// written.
type Refused struct{ Diags diag.List }

func (e *Refused) Error() string { return Path + " has mistakes" }

// Write makes changes to the file of signatures of the site in a folder. What others have
// written to it since it was read stays; see [disk.Update]. The error is a [Refused] if a
// line of it is not understood, or a [diag.Mistake] of the changes.
func Write(ctx context.Context, root string, changes ...Change) error {
	return disk.Update(ctx, filepath.Join(root, filepath.FromSlash(Path)), func(old []byte) ([]byte, error) {
		f, diags := Parse(source.File{Path: Path, Data: old})
		if !f.IsWhole() {
			return nil, &Refused{diags}
		}
		f, err := f.With(changes...)
		if err != nil {
			return nil, err
		}
		return f.Bytes(), nil
	})
}

// Renamed is f with other ids of items.
func (f *File) Renamed(now func(id string) string) *File {
	out := empty()
	out.broken = f.broken
	for id, l := range f.lines {
		out.lines[now(id)] = l
	}
	return out
}

// Restated is f, of which the items had other ids and named others by other ids: what was
// signed as it was then is signed as it is now, since a new name changes no statement.
func (f *File) Restated(was, now *Reviews, id func(old string) string) *File {
	if was == nil {
		return f
	}
	out := f.clone()
	for _, before := range was.All {
		after := now.Of(id(before.ID))
		if after == nil {
			continue
		}
		if l := f.lines[after.ID]; l.hash == before.Hash {
			l.hash, l.fields = after.Hash, after.shorts()
			out.put(after.ID, l)
		}
	}
	return out
}
