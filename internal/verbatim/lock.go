package verbatim

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// LockPath is the path of a site's lock.
const LockPath = "content/quotes.lock"

// A Lock records which quotes were found in which source, and as evidence of what
// statement. Its zero value is empty.
type Lock struct {
	sources map[string]string          // by article
	quotes  map[string]map[string]bool // by article: hashes
}

const lockHead = "# Quotes that were found word for word in their sources: hashes only.\n# Written by \"check -sources DIR\"; don't edit.\n"

// row matches a line of a lock: the hash of the source of an article, or that of a quote at
// a place.
var row = regexp.MustCompile(`^([a-z0-9-]+) (\S+) ([0-9a-f]+)$`)

// mostBad is how many lines of a lock are reported.
const mostBad = 20

// ParseLock parses a lock. Lines that it does not understand are reported, and their
// quotes count as not verified until the sources are checked again.
func ParseLock(f source.File) (*Lock, diag.List) {
	l := &Lock{}
	var diags diag.List
	start := 0
	for line := range bytes.Lines(f.Data) {
		text := bytes.TrimRight(line, "\r\n")
		at := diag.Place{File: f.Path, Start: start, End: start + len(text)}
		start += len(line)
		m := row.FindSubmatch(text)
		switch {
		case len(text) == 0, text[0] == '#':
		case m == nil:
			message := "this line is no quote that was found"
			if source.OfMerge(text) {
				message = "this line was written by a merge"
			}
			if len(diags) < mostBad {
				diags.AddHint(diag.BadLock, at, message, `delete the line, then run "check -sources DIR", which looks up what is missing`)
			}
		case string(m[2]) == "source":
			l.source(string(m[1]), string(m[3]))
		default:
			l.add(string(m[1]), string(m[2])+" "+string(m[3]))
		}
	}
	return l, diags
}

func (l *Lock) source(article, hash string) {
	if l.sources == nil {
		l.sources = map[string]string{}
	}
	l.sources[article] = hash
}

func (l *Lock) add(article, key string) {
	if l.quotes == nil {
		l.quotes = map[string]map[string]bool{}
	}
	if l.quotes[article] == nil {
		l.quotes[article] = map[string]bool{}
	}
	l.quotes[article][key] = true
}

// AddSource records that the source of an article was checked.
func (l *Lock) AddSource(article string, s *Source) { l.source(article, s.Hash) }

// Add records that quote was found at a place of the article's source, and that
// nothing around it there contradicts what is stated.
func (l *Lock) Add(article string, s *Source, at, quote, stated string) {
	l.source(article, s.Hash)
	l.add(article, key(s.Hash, at, quote, stated))
}

// Has reports whether the lock has quote at that place of the article's source, as
// evidence of what is stated.
func (l *Lock) Has(article, at, quote, stated string) bool {
	return l != nil && l.quotes[article][key(l.sources[article], at, quote, stated)]
}

// Rename gives an article another id.
func (l *Lock) Rename(old, new string) {
	if hash, ok := l.sources[old]; ok {
		l.source(new, hash)
		for k := range l.quotes[old] {
			l.add(new, k)
		}
		delete(l.sources, old)
		delete(l.quotes, old)
	}
}

// Restate changes what a quote that the lock has is evidence of.
func (l *Lock) Restate(article, at, quote, before, now string) {
	if before != now && l.Has(article, at, quote, before) {
		source := l.sources[article]
		delete(l.quotes[article], key(source, at, quote, before))
		l.add(article, key(source, at, quote, now))
	}
}

// Source is a hash of the text of the source of an article; empty if it was never checked.
func (l *Lock) Source(article string) string {
	if l == nil {
		return ""
	}
	return l.sources[article]
}

// Knows reports whether the source of an article was ever checked.
func (l *Lock) Knows(article string) bool { return l.Source(article) != "" }

// key is a place and a hash of it, the source, the quote and what is stated. A quote
// that was verified for one figure is not verified for another.
func key(source, at, quote, stated string) string {
	return at + " " + sum(source+"\n"+at+"\n"+fold(quote)+"\n"+stated)
}

// Bytes writes the lock, sorted, so that the same quotes give the same bytes.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(lockHead)
	for _, a := range slices.Sorted(maps.Keys(l.sources)) {
		fmt.Fprintf(&b, "%s source %s\n", a, l.sources[a])
		for _, k := range slices.Sorted(maps.Keys(l.quotes[a])) {
			fmt.Fprintf(&b, "%s %s\n", a, k)
		}
	}
	return b.Bytes()
}

// Merge copies from old the articles that l does not know, except those that are
// doubted now.
func (l *Lock) Merge(old *Lock, isDoubted func(article string) bool) {
	if old == nil {
		return
	}
	for a, hash := range old.sources {
		if l.Knows(a) || isDoubted(a) {
			continue
		}
		l.source(a, hash)
		for k := range old.quotes[a] {
			l.add(a, k)
		}
	}
}
