package draft

import "strings"

// Lines are those of the front matter that would report a finding of a: an item of the list
// that it names, with the places that a person has to write. Of a name or a citation they
// are a comment.
func (a *Article) Lines(f Finding) string {
	one := *a
	f.Related = false
	one.Found = []Finding{f}
	w := &writer{Article: &one, taken: map[string]bool{}}
	w.amounts()
	w.dates()
	w.states()
	w.rest()
	return strings.TrimRight(w.out.String(), "\n")
}
