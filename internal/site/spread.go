package site

import "slices"

// The larger steps of a build go over thousands of articles or facts that know
// nothing of each other. Such a step is spread over the processors: what each
// call finds is noted apart and joined in the order of the calls, so that it
// makes no difference how many there are.

// perWorker is how many calls one worker makes before its notes are joined: so
// many that the joining costs nothing, and so few that two processors come out
// even.
const perWorker = 256

// spread calls f for 0 to n-1, several at once. What f notes, mistakes and
// mentions, goes to the builder it is given, which is b in all other respects;
// else f may only change what belongs to i alone.
func (b *builder) spread(n int, f func(w *builder, i int)) {
	pieces := slices.Collect(slices.Chunk(make([]struct{}, n), perWorker))
	workers := make([]*builder, len(pieces))
	b.each(len(pieces), func(p int) {
		w := *b
		w.diags, w.mentions, w.reported = nil, mentions{}, nil
		workers[p] = &w
		for i := range pieces[p] {
			f(&w, p*perWorker+i)
		}
	})
	for _, w := range workers {
		b.diags = append(b.diags, w.diags...)
		for rel, found := range w.mentions {
			b.mentions[rel] = append(b.mentions[rel], found...)
		}
	}
}

// inTurn is what takes the place of Input.Each where there is none.
func inTurn(n int, f func(i int)) {
	for i := range n {
		f(i)
	}
}
