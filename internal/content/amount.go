package content

import (
	"fmt"
	"slices"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// An Amount is a report of money or of a count.
type Amount struct {
	Report
	FactLinks
	Quantity     Quantity
	Of           Words // what a percentage is of
	Flow         Words // of the vocabulary in site.yaml; empty for counts
	From, To     []Party
	FromAs, ToAs Inline  // as the article words them
	InKind       bool    // whether goods or services are given, not money
	Via          []Party // by whose way it goes from From to To
	For, Against []Party // whom or what it is spent to support, or to oppose
	Period       Date
	PeriodAs     Words
	Refunds      Ref   // the fact whose money it gives back
	Supersedes   []Ref // the articles or facts whose figure this one replaces
}

var amountReport = yamldoc.Object("an amount", factReportKeys(
	func(a *Amount) *FactLinks { return &a.FactLinks },
	[]yamldoc.Field[Amount]{
		yamldoc.Key("amount", yamldoc.Required, quantity, func(a *Amount) *Quantity { return &a.Quantity }, "how much, such as more than 75 million EUR, or 165 pages"),
		yamldoc.Key("of", yamldoc.Optional, text, func(a *Amount) *Words { return &a.Of }, "what a percentage is of, such as all donors"),
		yamldoc.Key("flow", yamldoc.Optional, verbatim, func(a *Amount) *Words { return &a.Flow }, "what kind of payment it is, such as contribution"),
		yamldoc.Key("from", yamldoc.Optional, yamldoc.List(party), func(a *Amount) *[]Party { return &a.From }, "who pays: ids or words"),
		yamldoc.Key("to", yamldoc.Optional, yamldoc.List(party), func(a *Amount) *[]Party { return &a.To }, "who is paid: ids or words"),
		yamldoc.Key("from_as", yamldoc.Optional, inline, func(a *Amount) *Inline { return &a.FromAs }, "how the article describes who pays"),
		yamldoc.Key("to_as", yamldoc.Optional, inline, func(a *Amount) *Inline { return &a.ToAs }, "how the article describes who is paid"),
		yamldoc.Key("via", yamldoc.Optional, yamldoc.List(party), func(a *Amount) *[]Party { return &a.Via }, "by whose way it goes, such as a joint fund: ids or words"),
		yamldoc.Key("for", yamldoc.Optional, yamldoc.List(party), func(a *Amount) *[]Party { return &a.For }, "whom or what it is spent to support: ids or words"),
		yamldoc.Key("against", yamldoc.Optional, yamldoc.List(party), func(a *Amount) *[]Party { return &a.Against }, "whom or what it is spent to oppose: ids or words"),
		yamldoc.Key("date", yamldoc.Optional, date, func(a *Amount) *Date { return &a.Period }, "the time that the money is for, such as 2024-07"),
		yamldoc.Key("date_as", yamldoc.Optional, text, func(a *Amount) *Words { return &a.PeriodAs }, "the words for that time, where they give no date"),
		yamldoc.Key("in_kind", yamldoc.Optional, yamldoc.Flag("value", "true", "false"), func(a *Amount) *bool { return &a.InKind }, "true if goods or services of that worth are given, not money"),
		yamldoc.Key("refunds", yamldoc.Optional, ref, func(a *Amount) *Ref { return &a.Refunds }, "the id of the fact whose money it gives back"),
		yamldoc.Key("supersedes", yamldoc.Optional, yamldoc.List(ref), func(a *Amount) *[]Ref { return &a.Supersedes }, "the id of the article or the fact whose figure this one replaces, as an amended filing does"),
	},
	func(a *Amount) *Report { return &a.Report }, reportKeys(yamldoc.Required), partlyKeys,
)).Beside(fact.Form, fileOfFact).Beside(besides, fileOfLater).Then(func(r *yamldoc.Reader, a *Amount, n yamldoc.Node) {
	finishReport(r, &a.Report, n)
	if a.Quantity.IsCount() {
		if a.InKind {
			r.AddHint(diag.NothingPaid, a.Quantity.Place, `a count has no "in_kind": nothing is paid`, `leave out "in_kind"`)
		}
		for _, key := range a.KeysOfPayments() {
			r.AddHint(diag.NothingPaid, key.Place, `a count has no "`+key.Text+`": nothing is paid`, `leave out "`+key.Text+`"`)
		}
	}
	if a.Of.IsGiven() && !a.Quantity.IsZero() && !a.Quantity.IsPercentage() {
		r.AddHint(diag.OfNoPercentage, a.Of.Place, fmt.Sprintf(`"of" says what a percentage is of, and %q is none`, a.Quantity), `leave out "of"; or, if the source gives a share, write it as in "12.5 percent"`)
	}
	checkSides(r, a)
	for _, p := range a.Via {
		if slices.ContainsFunc(a.From, p.isSame) || slices.ContainsFunc(a.To, p.isSame) {
			r.AddHint(diag.ViaIsParty, p.Place, "who passes money on neither pays it nor is paid", `keep it under "via" if it passes on what another gave, else under "from" or "to"`)
		}
	}
	switch {
	case a.Quantity.IsZero(): // reported where it is read, or as missing
	case !a.Quantity.IsCount() && !a.Flow.IsGiven():
		r.AddHint(diag.NoFlow, a.Quantity.Place, "an amount of money needs a flow", `add a line such as "flow: contribution"`)
	case a.Quantity.IsCount() && a.Flow.Text != "":
		r.AddHint(diag.NoFlow, a.Flow.Place, "a count has no flow: nothing is paid", `leave out "flow"`)
	}
})

// KeysOfPayments are the keys of a that say something of money which goes from one to
// another, each with the place of its first value.
func (a *Amount) KeysOfPayments() []Words {
	var keys []Words
	for _, key := range []struct {
		name    string
		parties []Party
	}{{"via", a.Via}, {"for", a.For}, {"against", a.Against}} {
		if len(key.parties) > 0 {
			keys = append(keys, Words{Text: key.name, Place: key.parties[0].Place})
		}
	}
	if a.Refunds.IsGiven() {
		keys = append(keys, Words{Text: "refunds", Place: a.Refunds.Place})
	}
	return keys
}

// checkSides refuses money that is spent for and against one and the same, or that is
// paid to whom it is spent against.
func checkSides(r *yamldoc.Reader, a *Amount) {
	for _, p := range a.Against {
		switch {
		case slices.ContainsFunc(a.For, p.isSame):
			r.AddHint(diag.ForAndAgainst, p.Place, "it is spent for and against the same", "keep the one that the article says")
		case slices.ContainsFunc(a.To, p.isSame):
			r.AddHint(diag.PaidAgainst, p.Place, "what is spent against somebody is not paid to them", `take it out of "to": that is who gets the money, such as a seller of advertisements`)
		}
	}
}

// isSame reports whether p and q are the same id, or the same words.
func (p Party) isSame(q Party) bool { return p.ID == q.ID && p.Words.Text == q.Words.Text }
