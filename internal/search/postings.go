package search

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
)

// BM25 with its usual constants. A word of a title counts as several of the
// text.
const (
	saturation  = 1.2
	lengthShare = .75
	titleWords  = 4
)

// The weight of a word in a document has two factors. The one that differs between
// documents has so many levels; the one that is the same for all is stored once
// with the word, times rarityUnit, so that a browser adds whole numbers.
const (
	levels     = 8
	rarityUnit = 10
)

// A stem is a word in all its forms with the documents that have it. Two
// languages share the stems that they spell alike.
type stem struct {
	forms []string // folded, in the order of their first occurrence
	docs  []int32  // ascending
	times []uint16 // how often, a title's words counted as more
}

// A collector reads documents one after another.
type collector struct {
	stems  []*stem
	byStem map[string]int32
	seen   map[string]map[string]int32 // by language: the stem of a word as written, or -1

	inDoc []uint16 // by stem, of the document that is read
	found []int32  // the stems that it has
	words int
}

// gather returns all stems with their documents, and how many words each
// document has.
func gather(documents []Document) ([]*stem, []int) {
	c := &collector{byStem: map[string]int32{}, seen: map[string]map[string]int32{}}
	lengths := make([]int, len(documents))
	for i, d := range documents {
		c.words = 0
		c.read(d.Title, titleWords)
		for _, t := range d.Texts {
			c.read(t, 1)
		}
		lengths[i] = c.words
		for _, id := range c.found {
			s := c.stems[id]
			s.docs = append(s.docs, int32(i))
			s.times = append(s.times, c.inDoc[id])
			c.inDoc[id] = 0
		}
		c.found = c.found[:0]
	}
	return c.stems, lengths
}

// read counts the words of a text. Those that are dropped count where a text has no
// others: it may be a name, such as "The Who".
func (c *collector) read(t Text, weight uint16) {
	seen := c.seen[t.Lang]
	if seen == nil {
		seen = map[string]int32{}
		c.seen[t.Lang] = seen
	}
	idOf := func(word string) int32 {
		id, ok := seen[word]
		if !ok {
			id = c.meet(t.Lang, word)
			seen[strings.Clone(word)] = id
		}
		return id
	}
	others, dropped := false, false
	eachWord(t.Words, func(word string) {
		if id := idOf(word); id >= 0 {
			c.count(id, weight)
			c.words += int(weight)
			others = true
		} else {
			dropped = true
		}
	}, func(compound string) {
		if id := idOf(compound); id >= 0 {
			c.count(id, weight)
		}
	})
	if others || !dropped {
		return
	}
	eachWord(t.Words, func(word string) {
		if form := fold(word); form != "" {
			c.count(c.stem(form, form), weight)
			c.words += int(weight)
		}
	}, func(string) {})
}

// count notes that the document has a stem once more.
func (c *collector) count(id int32, weight uint16) {
	if c.inDoc[id] == 0 {
		c.found = append(c.found, id)
	}
	c.inDoc[id] = uint16(min(math.MaxUint16, int(c.inDoc[id])+int(weight)))
}

// meet finds or makes the stem of a word that is new in this language. It is -1
// for a word that is dropped.
func (c *collector) meet(lang, word string) int32 {
	form := fold(word)
	if form == "" || isDropped[form] {
		return -1
	}
	return c.stem(stemOf(lang, word, form), form)
}

// stem finds or makes a stem, of which form is one.
func (c *collector) stem(key, form string) int32 {
	id, ok := c.byStem[key]
	if !ok {
		id = int32(len(c.stems))
		c.byStem[key] = id
		c.stems = append(c.stems, &stem{})
		c.inDoc = append(c.inDoc, 0)
	}
	if s := c.stems[id]; !slices.Contains(s.forms, form) {
		s.forms = append(s.forms, form)
	}
	return id
}

// stemOf stems a word before it is folded, since accents tell French endings apart.
func stemOf(lang, word, form string) string {
	if strings.ContainsAny(form, "0123456789") {
		return form
	}
	base, _, _ := strings.Cut(lang, "-")
	switch base {
	case "en":
		return fold(english.Stem(word, false))
	case "fr":
		return fold(french.Stem(word, false))
	}
	return form
}

// level is how much a word counts in a document, from 1 to levels.
func level(times, length int, average float64) int {
	tf := float64(times)
	share := tf / (tf + saturation*(1-lengthShare+lengthShare*float64(length)/average)) // below 1
	return 1 + min(levels-1, int(share*levels))
}

// rarity is how much a word counts that is in so many of all documents.
func rarity(in, all int) int {
	idf := math.Log(1 + (float64(all-in)+.5)/(float64(in)+.5))
	return max(1, int(math.Round(rarityUnit*idf)))
}

// postings writes the documents of s: its rarity, then for each level from the
// highest "LEVEL:GAPS".
func (s *stem) postings(lengths []int, average float64) string {
	var at [levels + 1][]int
	for i, d := range s.docs {
		l := level(int(s.times[i]), lengths[d], average)
		at[l] = append(at[l], int(d))
	}
	var out strings.Builder
	out.WriteString(strconv.FormatInt(int64(rarity(len(s.docs), len(lengths))), 36))
	for l := levels; l > 0; l-- {
		if len(at[l]) > 0 {
			out.WriteByte(' ')
			out.WriteString(strconv.Itoa(l))
			out.WriteByte(':')
			out.WriteString(gaps(at[l]))
		}
	}
	return out.String()
}

const base36 = "0123456789abcdefghijklmnopqrstuvwxyz"

// gaps writes ascending numbers as the steps between them. A step ends in one
// character in base 36; what is above that goes before it in base 26, in capitals,
// so that steps need no separator.
func gaps(numbers []int) string {
	var b strings.Builder
	last := -1
	for _, n := range numbers {
		step := n - last - 1
		last = n
		var high []byte
		for h := step / 36; h > 0; h /= 26 {
			high = append(high, byte('A'+h%26))
		}
		for i := len(high) - 1; i >= 0; i-- {
			b.WriteByte(high[i])
		}
		b.WriteByte(base36[step%36])
	}
	return b.String()
}
