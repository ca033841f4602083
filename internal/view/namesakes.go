package view

import (
	"slices"
	"strings"

	"receipts/internal/site"
)

// People and organizations of one name are told apart by what they are, wherever they
// stand beside others: in lists, tables, filters, pictures and the search.

// maxWhat is how many characters of a summary say what somebody is.
const maxWhat = 48

// namesakes are the names of all who share theirs with another, each with what it is:
// the kind; among those of one kind the summary; where that is the same, too, the id.
func (v *Views) namesakes() map[*site.Node]string {
	byTitle := map[string][]*site.Entity{}
	for _, e := range slices.Concat(v.site.People, v.site.Organizations) {
		title := strings.ToLower(e.Title)
		byTitle[title] = append(byTitle[title], e)
	}
	out := map[*site.Node]string{}
	for _, named := range byTitle {
		if len(named) < 2 {
			continue
		}
		kinds := count(named, v.entityKind)
		what := func(e *site.Entity) string {
			if kind := v.entityKind(e); kinds[kind] == 1 {
				return kind
			}
			return strings.TrimRight(site.Shorten(v.Plain(e.Front.Summary), maxWhat), ".")
		}
		whats := count(named, what)
		for _, e := range named {
			is := what(e)
			if whats[is] > 1 || is == "" {
				is = e.ID
			}
			out[&e.Node] = e.Title + " (" + is + ")"
		}
	}
	return out
}

// count is how many of a list there are by key.
func count[T any](list []T, key func(T) string) map[string]int {
	out := map[string]int{}
	for _, x := range list {
		out[key(x)]++
	}
	return out
}
