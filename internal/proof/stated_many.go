package proof

import (
	"slices"

	"receipts/internal/amount"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// One fact may have thousands of reports, and each of their articles may speak of it
// in prose. What many reports state is therefore looked up, not searched.

// fewReports is how many reports are searched.
const fewReports = 8

// A statedIndex finds figures by their number and dates by their parts.
type statedIndex struct {
	byNumber map[string][]amount.Quantity // each once; "" has those without digits
	units    map[string]bool              // of counts

	whole               map[edtf.Date]bool
	parts, begin, ended map[edtf.Part]bool // of all dates; of periods, where they begin and end
}

func indexStated(quantities []amount.Quantity, dates []edtf.Date) *statedIndex {
	x := &statedIndex{
		byNumber: map[string][]amount.Quantity{}, units: map[string]bool{}, whole: map[edtf.Date]bool{},
		parts: map[edtf.Part]bool{}, begin: map[edtf.Part]bool{}, ended: map[edtf.Part]bool{},
	}
	seen := map[amount.Quantity]bool{}
	for _, q := range quantities {
		if seen[q] {
			continue
		}
		seen[q] = true
		key := ""
		if q.Kind() == amount.Point || q.Kind() == amount.Range {
			key = q.Decimal(q.Lo())
		}
		x.byNumber[key] = append(x.byNumber[key], q)
		if !q.IsMoney() {
			x.units[q.Unit()] = true
		}
	}
	for _, d := range dates {
		if d.IsZero() || x.whole[d] {
			continue
		}
		x.whole[d] = true
		addParts(x.parts, d.Start())
		addParts(x.parts, d.End())
		if d.IsInterval() {
			addParts(x.begin, d.Start())
			addParts(x.ended, d.End())
		}
	}
	return x
}

// addParts adds a date with the month and the year that it lies in.
func addParts(to map[edtf.Part]bool, p edtf.Part) {
	if p.Year == 0 {
		return
	}
	to[edtf.Part{Year: p.Year}] = true
	to[edtf.Part{Year: p.Year, Month: p.Month}] = true
	to[edtf.Part{Year: p.Year, Month: p.Month, Day: p.Day}] = true
}

// finds reports whether p is one of some parts; for a season, in which months lie,
// whether it is so of one of the dates.
func (x *statedIndex) finds(parts map[edtf.Part]bool, p edtf.Part, of func(edtf.Date) bool) bool {
	if !p.IsSeason() {
		return parts[exactly(p)]
	}
	for d := range x.whole {
		if of(d) {
			return true
		}
	}
	return false
}

// exactly is p without what is said of how sure it is.
func exactly(p edtf.Part) edtf.Part { return edtf.Part{Year: p.Year, Month: p.Month, Day: p.Day} }

// readMany reads what the facts with many reports state.
func (p *Proof) readMany() {
	p.many = map[*site.Fact]*statedFact{}
	for _, f := range p.Site.Facts {
		if len(f.Reports) > fewReports {
			p.many[f] = p.stated(f, f.Reports)
		}
	}
}

// statedBy is a fact with what all its reports state.
func (p *Proof) statedBy(f *site.Fact) *statedFact {
	if many := p.many[f]; many != nil {
		return many
	}
	return p.stated(f, f.Reports)
}

// stated is a fact with what reports state of it, and whether something of that is
// lost.
func (p *Proof) stated(f *site.Fact, reports []*site.Report) *statedFact {
	s := newStatedFact(f, reports)
	for _, r := range reports {
		if r.Amount == nil && r.Event == nil {
			continue
		}
		refuted := p.isRefuted(r)
		if r.Amount != nil {
			s.lostFigures = s.lostFigures || r.Amount.Quantity.IsZero() || refuted
			s.lostDates = s.lostDates || r.Amount.Period.IsGiven() && r.Amount.Period.IsZero() || refuted
		} else {
			s.lostDates = s.lostDates || r.Event.Date.IsGiven() && r.Event.Date.IsZero() || refuted
		}
	}
	return s
}

// like are the figures of fact that f may repeat.
func (fact *statedFact) like(f evidence.Found) []amount.Quantity {
	switch {
	case fact.index == nil:
		return fact.quantities
	case f.Kind == amount.Vague:
		return fact.index.byNumber[""]
	}
	return fact.index.byNumber[f.Lo]
}

// counts reports whether fact counts what a noun names.
func (fact *statedFact) counts(noun string, names naming) bool {
	if fact.index == nil {
		return slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return !q.IsZero() && !q.IsMoney() && names(q.Unit(), noun) })
	}
	for unit := range fact.index.units {
		if names(unit, noun) {
			return true
		}
	}
	return false
}

// A dateSet is dates that prose may repeat.
type dateSet struct {
	few  []edtf.Date
	many []*statedIndex
}

func (s *dateSet) add(dates ...edtf.Date) { s.few = append(s.few, dates...) }

func (s *dateSet) addFact(f *statedFact) {
	if f.index != nil {
		s.many = append(s.many, f.index)
		return
	}
	s.few = append(s.few, f.dates...)
}

// dateSet is the dates of fact.
func (fact *statedFact) dateSet() dateSet {
	var s dateSet
	s.addFact(fact)
	return s
}

func (s dateSet) contains(d edtf.Date) bool {
	return slices.Contains(s.few, d) || slices.ContainsFunc(s.many, func(x *statedIndex) bool { return x.whole[d] })
}

// saysPart reports whether an end of a date lies in p.
func (s dateSet) saysPart(p edtf.Part) bool {
	return slices.ContainsFunc(s.few, func(h edtf.Date) bool { return !h.IsZero() && (p.Has(h.Start()) || p.Has(h.End())) }) ||
		slices.ContainsFunc(s.many, func(x *statedIndex) bool {
			return x.finds(x.parts, p, func(h edtf.Date) bool { return p.Has(h.Start()) || p.Has(h.End()) })
		})
}

// begins reports whether a period begins in p.
func (s dateSet) begins(p edtf.Part) bool {
	return slices.ContainsFunc(s.few, func(h edtf.Date) bool { return h.IsInterval() && p.Has(h.Start()) }) ||
		slices.ContainsFunc(s.many, func(x *statedIndex) bool {
			return x.finds(x.begin, p, func(h edtf.Date) bool { return h.IsInterval() && p.Has(h.Start()) })
		})
}

// ends reports whether a period ends in p.
func (s dateSet) ends(p edtf.Part) bool {
	return slices.ContainsFunc(s.few, func(h edtf.Date) bool { return h.IsInterval() && p.Has(h.End()) }) ||
		slices.ContainsFunc(s.many, func(x *statedIndex) bool {
			return x.finds(x.ended, p, func(h edtf.Date) bool { return h.IsInterval() && p.Has(h.End()) })
		})
}
