// Package addresses keeps the promise that no published address is lost. A lock lists
// what a site has published: each page, and the anchors of facts, reports, later
// developments and terms; not headings, further sheets or drafts.
//
// What goes in is a Site and the bytes of its lock; what comes out is what was lost,
// and the lock as it should be. The package reads and writes no file.
package addresses

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// LockPath is the path of a site's lock.
const LockPath = "content/addresses.lock"

const lockHead = "# Addresses that this site has published, each with its file. Losing one is an error.\n# Written by \"addresses\"; don't edit.\n"

// noFile stands in the lock for what has no file: a list, or a state without prose.
const noFile = "-"

// A Lock is the addresses that a site promises, each with the file that had it. Its
// zero value is empty.
type Lock struct {
	files  map[string]string // by address
	places map[string]diag.Place
	broken bool // whether some line is not understood
}

// row matches a line of a lock.
var row = regexp.MustCompile(`^(/[!-~]*) ([!-~]+)$`)

// mostBad is how many lines of a lock are reported.
const mostBad = 20

// ParseLock parses a lock. Lines that it does not understand are reported, and the
// other ones count: each address is a promise, whichever side of a merge it is from.
func ParseLock(f source.File) (*Lock, diag.List) {
	l := &Lock{files: map[string]string{}, places: map[string]diag.Place{}}
	var diags diag.List
	report := func(at diag.Place, message, hint string) {
		if len(diags) < mostBad {
			diags.AddHint(diag.BadLock, at, message, hint)
		}
	}
	last, start := "", 0
	for line := range bytes.Lines(f.Data) {
		text := strings.TrimRight(string(line), "\r\n")
		at := diag.Place{File: f.Path, Start: start, End: start + len(text)}
		start += len(line)
		m := row.FindStringSubmatch(text)
		switch {
		case text == "" || text[0] == '#':
			continue
		case source.OfMerge([]byte(text)):
			report(at, "this line was written by a merge", mend)
		case m == nil:
			l.broken = true
			report(at, "this line is no address with its file", `put the line back as it was in the revision before, or delete it and run "addresses"`)
		case m[1] == last:
			report(at, `the address "`+m[1]+`" stands twice`, mend)
		case m[1] < last:
			report(at, "the line is not in its place: the lines are sorted", mend)
		}
		if m == nil {
			continue
		}
		last = max(last, m[1])
		at.End = at.Start + len(m[1])
		l.files[m[1]], l.places[m[1]] = m[2], at
	}
	return l, diags
}

// mend is what to do with a lock of which every line is understood.
const mend = `run "addresses", which keeps the addresses of both sides and sorts them`

// Bytes writes the lock, sorted, so that the same addresses give the same bytes.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(lockHead)
	for _, address := range slices.Sorted(maps.Keys(l.files)) {
		fmt.Fprintf(&b, "%s %s\n", address, l.files[address])
	}
	return b.Bytes()
}

// IsWhole reports whether every line of l was understood. A lock that is not may lack
// addresses, and is not to be replaced.
func (l *Lock) IsWhole() bool { return !l.broken }

// Has reports whether l has an address.
func (l *Lock) Has(address string) bool { return l.files[address] != "" }

// Len is how many addresses there are in l.
func (l *Lock) Len() int { return len(l.files) }
