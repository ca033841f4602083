package evidence

import "sync"

// tokens are a text cut into its tokens. Most methods read something at a token
// and return the token behind it.
type tokens struct {
	l    *language
	text string
	ts   []token
}

// dateReader reads dates at a token of one text, and what they are made of.
type dateReader struct{ tokens }

// parser reads the dates of one text with the words around them.
type parser struct{ dateReader }

// reader reads the figures of one text.
type reader struct {
	parser
	source   string    // the currency of the source, "" if it is not told
	pricings []pricing // of words that were cut out
	all      []foundAt // the figures, once quantities has read them
}

// readers are reused: allocating tokens and figures for all prose took a tenth of
// the time of reading a site.
var readers = sync.Pool{New: func() any { return new(reader) }}

// newReader returns a reader of which nothing is left when done is called.
func newReader(l *language, text string) *reader {
	r := readers.Get().(*reader)
	r.l, r.text, r.ts, r.all, r.source = l, text, l.appendTokens(r.ts[:0], text), r.all[:0], ""
	r.cutPrices()
	return r
}

// done gives r to the next text.
func (r *reader) done() {
	clear(r.ts) // a pool keeps no text alive
	clear(r.all)
	r.text = ""
	readers.Put(r)
}

// none stands for the tokens before the first and behind the last.
var none = token{kind: mark, spaced: true}

// at returns a token, which is not to be changed.
func (p *tokens) at(i int) *token {
	if i < 0 || i >= len(p.ts) {
		return &none
	}
	return &p.ts[i]
}
