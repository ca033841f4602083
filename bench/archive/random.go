package archive

import (
	"math"
	"math/bits"
	"slices"
)

// A dice is a small random generator (SplitMix64). It is our own, so that no
// release of a library changes the archives.
type dice struct{ state uint64 }

// diceFor returns the dice of one purpose: what is drawn for one article does
// not depend on what was drawn for another.
func diceFor(seed uint64, purpose string, i int) *dice {
	d := &dice{seed}
	for _, c := range []byte(purpose) {
		d.state += uint64(c)
		d.next()
	}
	d.state += uint64(i)
	d.next()
	return d
}

func (d *dice) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	x := d.state
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// below is a number from 0 to n-1.
func (d *dice) below(n int) int {
	hi, _ := bits.Mul64(d.next(), uint64(n))
	return int(hi)
}

// between is a number from lo to hi, both included.
func (d *dice) between(lo, hi int) int { return lo + d.below(hi-lo+1) }

func pick[T any](d *dice, list []T) T { return list[d.below(len(list))] }

func shuffle[T any](d *dice, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := d.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}

// sample is n different things of a list, in random order.
func sample[T any](d *dice, list []T, n int) []T {
	all := slices.Clone(list)
	shuffle(d, all)
	return all[:min(n, len(all))]
}

// A ranking draws ranks, the first of them most often: the weight of rank i is
// 1/(i+1)^s. The sums of weights are whole numbers, the same on every machine.
type ranking []int

func newRanking(n int, s float64) ranking {
	r := make(ranking, n)
	sum := 0
	for i := range r {
		sum += int(math.Round(1e6 * math.Pow(float64(i+1), -s)))
		r[i] = sum
	}
	return r
}

// draw is k different ranks, in the order in which they were drawn.
func (r ranking) draw(d *dice, k int) []int {
	var out []int
	for len(out) < min(k, len(r)) {
		i, found := slices.BinarySearch(r, d.below(r[len(r)-1]))
		if found { // a sum belongs to the rank after it
			i++
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// share draws an index by the given shares.
func (d *dice) share(shares ...int) int {
	sum := 0
	for _, s := range shares {
		sum += s
	}
	x := d.below(sum)
	for i, s := range shares {
		if x -= s; x < 0 {
			return i
		}
	}
	return len(shares) - 1
}
