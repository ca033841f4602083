package content

import (
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Correction is a mistake of ours, mended in public. It may name what it is
// about: a fact, a legal question, a state, or something that this site had and
// has no longer.
type Correction struct {
	Date      Date
	Was, Now  Inline
	Fact      Ref
	Question  Ref
	State     StateCode
	Withdrawn Ref
	Place     diag.Place
}

var correction = yamldoc.Object("a correction", []yamldoc.Field[Correction]{
	yamldoc.Key("date", yamldoc.Required, day, func(c *Correction) *Date { return &c.Date }, "the day of the correction, such as 2026-11-23"),
	yamldoc.Key("was", yamldoc.Required, inline, func(c *Correction) *Inline { return &c.Was }, "what the page said"),
	yamldoc.Key("now", yamldoc.Required, inline, func(c *Correction) *Inline { return &c.Now }, "what it says now"),
	yamldoc.Key("fact", yamldoc.Optional, ref, func(c *Correction) *Ref { return &c.Fact }, "the fact that it is about"),
	yamldoc.Key("question", yamldoc.Optional, ref, func(c *Correction) *Ref { return &c.Question }, "the legal question that it is about"),
	yamldoc.Key("state", yamldoc.Optional, stateCode, func(c *Correction) *StateCode { return &c.State }, "the state that it is about"),
	yamldoc.Key("withdrawn", yamldoc.Optional, ref, func(c *Correction) *Ref { return &c.Withdrawn }, "the id of what this site has no longer"),
}).Then(func(r *yamldoc.Reader, c *Correction, n yamldoc.Node) { c.Place = r.Place(n) })
