package verbatim

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// LockPath is where the lock of a site lies.
const LockPath = "content/quotes.lock"

// A Lock remembers which quotes were found in which source, and as evidence of
// what. Its zero value remembers nothing.
type Lock struct {
	sources map[string]string          // by article
	quotes  map[string]map[string]bool // by article: hashes
}

const lockHead = "# Quotes that were found word for word in their sources: hashes only.\n# Written by \"build check -sources DIR\"; don't edit.\n"

// ParseLock reads a lock. A line that it does not understand counts as absent:
// the quotes it stood for are not verified until the sources are checked again.
func ParseLock(data []byte) *Lock {
	l := &Lock{}
	sc := bufio.NewScanner(bytes.NewReader(data))
	for sc.Scan() {
		switch f := strings.Fields(sc.Text()); {
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

// AddSource notes that the source of an article was looked into.
func (l *Lock) AddSource(article string, s *Source) { l.source(article, s.Hash) }

// Add notes that quote was found at a place of the article's source, and that
// nothing around it there speaks against what is stated of it.
func (l *Lock) Add(article string, s *Source, at, quote, stated string) {
	l.source(article, s.Hash)
	l.add(article, key(s.Hash, at, quote, stated))
}

// Has reports whether quote was found at that place of the source that the
// lock knows, as evidence of what is stated.
func (l *Lock) Has(article, at, quote, stated string) bool {
	return l != nil && l.quotes[article][key(l.sources[article], at, quote, stated)]
}

// Knows reports whether the source of an article was ever checked.
func (l *Lock) Knows(article string) bool { return l != nil && l.sources[article] != "" }

// key stands for a quote at a place of a source, and for the figure or date
// that rests on it: a hash of all four. What a quote was found good for says
// nothing of another figure.
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

// Merge takes over from old what is known of articles that l does not know, but
// for those of which it is doubted now.
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
