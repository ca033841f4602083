package site

import (
	"cmp"
	"math"
	"slices"

	"receipts/internal/amount"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
)

// What a mistaken figure or date may have been meant to repeat is looked for on
// the whole site, for every mistake, so it is found by its size.

// A figureIndex holds the figures and dates of many facts by their size. It
// finds what [nearestFigure] and [nearestEvent] do.
type figureIndex struct {
	facts   []*pageFact
	figures []sizedFigure
	byUnit  map[figureUnit][]spot
	vague   map[figureUnit]int      // the first vague figure
	ofSize  map[float64]int         // the first figure, of whatever unit
	named   map[string][]figureUnit // units that a noun names

	dates        []sizedDate
	begins, ends []spot
}

type figureUnit struct {
	unit  string
	money bool
}

type sizedFigure struct {
	fact *pageFact
	q    amount.Quantity
}

type sizedDate struct {
	fact *pageFact
	date edtf.Date
}

// A spot is a size, and the place of what has it in the order of the facts.
type spot struct {
	at    float64
	order int
}

func newFigureIndex(facts []*pageFact) *figureIndex {
	x := &figureIndex{facts: facts, byUnit: map[figureUnit][]spot{}, vague: map[figureUnit]int{}, ofSize: map[float64]int{}, named: map[string][]figureUnit{}}
	for _, f := range facts {
		for _, q := range f.quantities {
			if q.Kind() == amount.Unquantified {
				continue
			}
			n := len(x.figures)
			x.figures = append(x.figures, sizedFigure{f, q})
			unit := figureUnit{q.Unit(), q.IsMoney()}
			if q.Kind() == amount.Vague {
				first(x.vague, unit, n)
				first(x.vague, figureUnit{}, n)
				continue
			}
			size := magnitude(q.Decimal(q.Hi()))
			first(x.ofSize, size, n)
			x.byUnit[unit] = append(x.byUnit[unit], spot{size, n})
		}
		for _, d := range f.dates {
			n := len(x.dates)
			x.dates = append(x.dates, sizedDate{f, d})
			x.begins = append(x.begins, spot{float64(dayNumber(d.Earliest())), n})
			x.ends = append(x.ends, spot{float64(dayNumber(d.Latest())), n})
		}
	}
	bySize := func(a, b spot) int { return cmp.Or(cmp.Compare(a.at, b.at), a.order-b.order) }
	for _, spots := range x.byUnit {
		slices.SortFunc(spots, bySize)
	}
	slices.SortFunc(x.begins, bySize)
	slices.SortFunc(x.ends, bySize)
	return x
}

func first[K comparable](m map[K]int, k K, n int) {
	if _, known := m[k]; !known {
		m[k] = n
	}
}

// around returns the spots next to a size: the first of the nearest that are no
// smaller, and the first of the nearest that are smaller.
func around(spots []spot, at float64) []spot {
	atLeast := func(at float64) int {
		i, _ := slices.BinarySearchFunc(spots, at, func(s spot, at float64) int { return cmp.Compare(s.at, at) })
		return i
	}
	var out []spot
	i := atLeast(at)
	if i < len(spots) {
		out = append(out, spots[i])
	}
	if i > 0 {
		out = append(out, spots[atLeast(spots[i-1].at)])
	}
	return out
}

// nearestFigure is [nearestFigure] of all facts of x.
func (x *figureIndex) nearestFigure(f evidence.Found) (*pageFact, amount.Quantity) {
	best, found := math.Log(10), -1
	take := func(n int, distance float64) {
		if distance < best || distance == best && (found < 0 || n < found) {
			best, found = distance, n
		}
	}
	size := magnitude(f.Hi)
	switch {
	case f.Noun == "" && !f.IsMoney() && f.Kind == amount.Vague:
		if n, known := x.vague[figureUnit{}]; known {
			take(n, 0)
		}
	case f.Noun == "" && !f.IsMoney():
		if n, known := x.ofSize[size]; known {
			take(n, 0)
		}
	default:
		for _, u := range x.units(f) {
			if n, known := x.vague[u]; known && f.Kind == amount.Vague {
				take(n, 0)
			}
			if f.Kind == amount.Vague {
				continue
			}
			for _, s := range around(x.byUnit[u], size) {
				take(s.order, math.Abs(math.Log((size+1e-9)/(s.at+1e-9))))
			}
		}
	}
	if found < 0 {
		return nil, amount.Quantity{}
	}
	return x.figures[found].fact, x.figures[found].q
}

// units are those that a figure may be of.
func (x *figureIndex) units(f evidence.Found) []figureUnit {
	if f.IsMoney() {
		return []figureUnit{{f.Currency, true}}
	}
	units, known := x.named[f.Noun]
	if !known {
		seen := map[figureUnit]bool{}
		for _, s := range x.figures {
			if u := (figureUnit{s.q.Unit(), false}); !s.q.IsMoney() && !seen[u] {
				seen[u] = true
				if evidence.Names(u.unit, f.Noun) {
					units = append(units, u)
				}
			}
		}
		x.named[f.Noun] = units
	}
	return units
}

// nearestEvent is [nearestEvent] of all facts of x.
func (x *figureIndex) nearestEvent(d edtf.Date) (*pageFact, edtf.Date) {
	best, found := maxDaysApart, -1
	for _, near := range [][]spot{around(x.begins, float64(dayNumber(d.Earliest()))), around(x.ends, float64(dayNumber(d.Latest())))} {
		for _, s := range near {
			if n := daysApart(d, x.dates[s.order].date); n < best || n == best && found >= 0 && s.order < found {
				best, found = n, s.order
			}
		}
	}
	if found < 0 {
		return nil, edtf.Date{}
	}
	return x.dates[found].fact, x.dates[found].date
}
