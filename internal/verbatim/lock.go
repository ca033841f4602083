package verbatim

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
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

// ParseLock parses a lock. It ignores lines that it does not understand: their
// quotes count as not verified until the sources are checked again.
func ParseLock(data []byte) *Lock {
	l := &Lock{}
	for line := range bytes.Lines(data) {
		switch f := strings.Fields(string(line)); {
		case len(f) != 3 || f[0] == "#":
		case f[1] == "source":
			l.source(f[0], f[2])
		default:
			l.add(f[0], f[1]+" "+f[2])
		}
	}
	return l
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
		l.sources[new], l.quotes[new] = hash, l.quotes[old]
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
	var articles []string
	for a := range l.sources {
		articles = append(articles, a)
	}
	slices.Sort(articles)
	for _, a := range articles {
		fmt.Fprintf(&b, "%s source %s\n", a, l.sources[a])
		var keys []string
		for k := range l.quotes[a] {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, func(x, y string) int { return cmp.Compare(x, y) })
		for _, k := range keys {
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
