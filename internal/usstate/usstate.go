// Package usstate knows the fifty states and the District of Columbia: their
// codes, names, addresses and places on a tile map.
//
// In goes a code, a slug or a name as an author wrote it; out comes a [State].
// The list is complete and fixed. The package knows neither territories nor
// anything that happens in a state, and never corrects a spelling.
package usstate

import (
	"slices"
	"strings"
)

// The size of the tile map: [State.Col] is below Cols, [State.Row] below Rows.
const (
	Cols = 11
	Rows = 8
)

// A State is one of the fifty states, or the District of Columbia. The zero
// State is none of them.
type State struct {
	Code string // of the postal service: "NC"
	Name string // in English: "North Carolina"
	Slug string // in addresses: "north-carolina"

	// Col and Row place the state on a map of equal tiles, counted from the
	// upper left, so that every state can be tapped.
	Col, Row int
}

// NameIn returns the state's name in a language given by its BCP 47 tag. For
// languages other than French it is the English one.
func (s State) NameIn(lang string) string {
	if primary, _, _ := strings.Cut(strings.ToLower(lang), "-"); primary == "fr" {
		if name := french[s.Code]; name != "" {
			return name
		}
	}
	return s.Name
}

// All returns the states sorted by their English names.
func All() []State { return slices.Clone(states) }

// Codes returns the codes in alphabetical order.
func Codes() []string {
	codes := make([]string, len(states))
	for i, s := range states {
		codes[i] = s.Code
	}
	slices.Sort(codes)
	return codes
}

// ByCode finds a state by its code, in capitals.
func ByCode(code string) (State, bool) { return find(byCode, code) }

// BySlug finds a state by its slug.
func BySlug(slug string) (State, bool) { return find(bySlug, slug) }

// ByName finds a state by its English or French name, without regard to case.
func ByName(name string) (State, bool) { return find(byName, strings.ToLower(name)) }

// The indexes give positions in states.
var byCode, bySlug, byName = index()

func index() (code, slug, name map[string]int) {
	code, slug, name = map[string]int{}, map[string]int{}, map[string]int{}
	for i, s := range states {
		code[s.Code], slug[s.Slug] = i, i
		name[strings.ToLower(s.Name)] = i
	}
	for c, f := range french {
		name[strings.ToLower(f)] = code[c]
	}
	return code, slug, name
}

func find(index map[string]int, key string) (State, bool) {
	i, ok := index[key]
	if !ok {
		return State{}, false
	}
	return states[i], true
}
