// Package search makes the index that the search page of a site reads. In go
// documents: texts, and the row that a reader is shown. Out come small JSON
// files, so that a first search loads a few of them and never the whole.
//
// What one search needs:
//
//	index.json          the map: how many documents, which shard has which words
//	index/words-N.json  a shard: words, and the documents that have them
//	index/rows-N.json   what is shown of a block of documents
//	index/facets.json   by what results can be narrowed, read only when asked for
//
// Every file carries the edition it belongs to, a hash of the whole index, and
// the map is read first: a browser that kept an older shard notices.
//
// Weights are computed here (BM25, a title counting as several words of text); a
// browser adds small numbers. It does not stem either: the index has all forms of
// a word that occur with its stem.
//
// The same documents give the same bytes. The package reads no file, knows no
// site and writes no HTML.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
)

// A Document is one thing that a search can find.
type Document struct {
	Kind     string // documents of a kind come together, in the order of results
	Title    Text
	Texts    []Text
	Facets   []Value
	Disputed bool
	Row      any // as JSON, what the page shows
}

// A Text is words of one language, as BCP 47 has it.
type Text struct {
	Lang  string
	Words string
}

// A Value is one value of a facet: of "state", "MI", which readers know as
// "Michigan".
type Value struct{ Facet, ID, Label string }

// RowsPerBlock is how many rows are in one file.
const RowsPerBlock = 16

// A Plan is how an index will be cut into files. It is known before there is an
// index, so that the files can be listed without making it.
type Plan struct {
	Documents int
	Shards    int
}

// bytesPerShard is how many bytes of source give about 24 KB of postings.
const bytesPerShard = 48 << 10

// PlanFor plans the index of a number of documents whose sources have so many
// bytes. The number of bytes is an estimate; it only decides how large shards are.
func PlanFor(documents, bytes int) Plan {
	return Plan{Documents: documents, Shards: 1 + bytes/bytesPerShard}
}

// MapFile is the file that a search begins with.
const MapFile = "index.json"

const (
	wordsFile  = "index/words-"
	rowsFile   = "index/rows-"
	facetsFile = "index/facets.json"
)

// Files lists the files of an index.
func (p Plan) Files() []string {
	files := []string{MapFile, facetsFile}
	for i := range p.Shards {
		files = append(files, wordsFile+strconv.Itoa(i)+".json")
	}
	for i := range p.blocks() {
		files = append(files, rowsFile+strconv.Itoa(i)+".json")
	}
	return files
}

func (p Plan) blocks() int { return (p.Documents + RowsPerBlock - 1) / RowsPerBlock }

// An Index is the finished files by name.
type Index map[string][]byte

// The JSON of the files. Keys are short, since every reader loads them.
type (
	mapJSON struct {
		Edition   string     `json:"e"`
		Documents int        `json:"n"`
		Block     int        `json:"b"`
		Kinds     []kindJSON `json:"k"`
		Borders   []string   `json:"s"` // the first word of each shard
		Dropped   string     `json:"d"` // words that are in no shard
		Disputed  string     `json:"x"`
	}
	kindJSON struct {
		Name  string `json:"k"`
		Count int    `json:"n"`
	}
	shardJSON struct {
		Edition string   `json:"e"`
		Words   []string `json:"w"` // three for each word: beginning, endings, postings
	}
	rowsJSON struct {
		Edition string            `json:"e"`
		Rows    []json.RawMessage `json:"r"`
	}
	facetsJSON struct {
		Edition string      `json:"e"`
		Facets  []facetJSON `json:"f"`
	}
	facetJSON struct {
		Name   string      `json:"k"`
		Values [][3]string `json:"v"` // id, label, documents
	}
)

// Build makes the index of documents as p has planned it.
func Build(documents []Document, p Plan) (Index, error) {
	rows := make([]json.RawMessage, len(documents))
	for i, d := range documents {
		row, err := json.Marshal(d.Row)
		if err != nil {
			return nil, err
		}
		rows[i] = row
	}
	stems, lengths := gather(documents)
	borders, shards := cut(stems, lengths, p.Shards)
	facets := facetsOf(documents)

	m := mapJSON{
		Documents: len(documents), Block: RowsPerBlock, Kinds: kindsOf(documents),
		Borders: borders, Dropped: dropped, Disputed: disputed(documents),
	}

	// The edition is a hash of everything else.
	sum := sha256.New()
	whole := json.NewEncoder(sum)
	for _, part := range []any{m, rows, shards, facets} {
		if err := whole.Encode(part); err != nil {
			return nil, err
		}
	}
	m.Edition = hex.EncodeToString(sum.Sum(nil)[:5])

	index := Index{}
	var failed error
	add := func(name string, v any) {
		data, err := json.Marshal(v)
		if err != nil {
			failed = err
		}
		index[name] = data
	}
	add(MapFile, m)
	for i, s := range shards {
		add(wordsFile+strconv.Itoa(i)+".json", shardJSON{m.Edition, s})
	}
	for i := range p.blocks() {
		block := rows[i*RowsPerBlock : min(len(rows), (i+1)*RowsPerBlock)]
		add(rowsFile+strconv.Itoa(i)+".json", rowsJSON{m.Edition, block})
	}
	add(facetsFile, facetsJSON{m.Edition, facets})
	return index, failed
}

// kindsOf counts the documents of each kind, in their order.
func kindsOf(documents []Document) []kindJSON {
	kinds := []kindJSON{}
	for _, d := range documents {
		if n := len(kinds); n == 0 || kinds[n-1].Name != d.Kind {
			kinds = append(kinds, kindJSON{Name: d.Kind})
		}
		kinds[len(kinds)-1].Count++
	}
	return kinds
}

func disputed(documents []Document) string {
	var in []int
	for i, d := range documents {
		if d.Disputed {
			in = append(in, i)
		}
	}
	return gaps(in)
}

// facetsOf lists which documents have which value of which facet, in the order
// of names and labels.
func facetsOf(documents []Document) []facetJSON {
	in := map[Value][]int{}
	for i, d := range documents {
		for _, v := range d.Facets {
			if have := in[v]; len(have) == 0 || have[len(have)-1] != i {
				in[v] = append(in[v], i)
			}
		}
	}
	values := make([]Value, 0, len(in))
	for v := range in {
		values = append(values, v)
	}
	slices.SortFunc(values, compareValues)
	facets := []facetJSON{}
	for _, v := range values {
		if n := len(facets); n == 0 || facets[n-1].Name != v.Facet {
			facets = append(facets, facetJSON{Name: v.Facet})
		}
		f := &facets[len(facets)-1]
		f.Values = append(f.Values, [3]string{v.ID, v.Label, gaps(in[v])})
	}
	return facets
}
