package view

import (
	"encoding/json"
	"slices"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// factThing is what articles report of a fact: a claim by the one that does, or a claim
// that has as its parts those of each. A report of which only we say that it means this fact
// is our inference, and no part.
func (on *page) factThing(f *site.Fact) *Thing {
	reports := slices.DeleteFunc(slices.Clone(f.Reports), func(r *site.Report) bool { return r.Links.SameBecause.IsGiven() })
	if len(reports) == 0 {
		reports = f.Reports
	}
	claims := each(cut(reports, 0, mostClaims), on.claim)
	t := claims[0]
	if len(reports) > 1 {
		t = &Thing{Type: "Claim", HasPart: claims}
		for i, c := range claims[1:] { // those of one article stand together
			if c.Appearance.ID == claims[i].Appearance.ID {
				c.Appearance = &Thing{ID: c.Appearance.ID}
			}
		}
	}
	t.ID, t.Name = on.thingID(f.Path), f.Title
	t.SpatialCov = each(cut(f.States, 0, mostRelated), on.place)
	return t
}

// claim is what one article says of a fact, in a sentence that names it. Its author is
// who says so, where that is known: the first of those whom the article cites, or its
// outlet.
func (on *page) claim(rep *site.Report) *Thing {
	t := &Thing{Type: "Claim", ID: on.site.URL(rep.Address()), Text: on.of(rep.Article).plain(rep.Says), Appearance: on.original(rep.Article)}
	switch {
	case rep.Voice == content.OwnVoice && rep.Article.Outlet != nil:
		t.Author = on.entityRef(rep.Article.Outlet)
	case rep.Voice == content.CitedVoice && len(rep.Speakers) > 0 && rep.Speakers[0].Entity != nil:
		t.Author = on.entityRef(rep.Speakers[0].Entity)
	}
	var about things
	switch {
	case rep.Amount != nil && !rep.Amount.Quantity.IsUnquantified():
		about = append(about, on.amountThing(rep))
	case rep.Event != nil:
		about = append(about, eventThing(rep))
	}
	for _, parties := range [][]site.Party{rep.From, rep.To, rep.Via, rep.For, rep.Against} {
		for _, p := range parties {
			if p.Entity != nil {
				about.add(on.entityRef(p.Entity))
			}
		}
	}
	if rep.Claim != nil {
		t.Kind = on.t("nature." + rep.Claim.Nature)
		for _, id := range rep.Claim.About {
			if n := on.site.Named(id.Text); n != nil {
				about.add(on.named(n))
			}
		}
	}
	t.About = about
	return t
}

// amountThing is an amount with the ends that its source states, and no number where it
// states none. Its name has every word of it, so that no qualifier gets lost.
func (on *page) amountThing(rep *site.Report) *Thing {
	q := rep.Amount.Quantity.Quantity
	t := &Thing{Type: "QuantitativeValue", Name: on.amount(rep).Plain, UnitText: q.Unit()}
	if q.IsMoney() {
		flow, _ := on.site.Config.Flows.Label(rep.Amount.Flow.Text)
		t = &Thing{Type: "MonetaryAmount", Kind: flow, Name: t.Name, Currency: q.Unit()}
	}
	if q.Prices() != amount.Nominal { // at other prices it is no sum of that currency
		return t
	}
	numbers := t
	if basis := q.Basis(); basis != "" { // as the pay of a job has it: docs/decisions, json-ld
		numbers = &Thing{Type: "QuantitativeValue", UnitText: basis}
		t.Value = numbers
	}
	lo, hi := q.Stated()
	least, most := json.Number(bound(q, lo)), json.Number(bound(q, hi))
	switch {
	case least != "" && lo == hi:
		numbers.Value = least
	case q.Qualifier() == amount.LessThan || q.Qualifier() == amount.UpTo: // the source says nothing of nothing
		numbers.MaxValue = most
	default:
		numbers.MinValue, numbers.MaxValue = least, most
	}
	if numbers != t && numbers.Value == nil && numbers.MinValue == "" && numbers.MaxValue == "" {
		t.Value = nil
	}
	return t
}

// eventThing is an event with the date that its source gives, if that is certain and has a form in
// ISO 8601.
func eventThing(rep *site.Report) *Thing {
	t := &Thing{Type: "Event", Name: rep.Fact.Title}
	if d := rep.Event.Date; d.IsSet() && !rep.Event.ProbableSlip {
		t.StartDate = isoPart(d.Start())
		if d.IsInterval() {
			t.EndDate = isoPart(d.End())
		}
	}
	return t
}

// isoPart is a day, a month or a year; empty for what ISO 8601 cannot say, or not for
// certain.
func isoPart(p edtf.Part) string {
	if p.IsSeason() || p.Approximate || p.Uncertain {
		return ""
	}
	return p.String()
}
