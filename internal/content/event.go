package content

import (
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// undated stands for the date if the article gives none, not even in words.
const undated = "undated"

// An Event is a report of something that happens at a date.
type Event struct {
	Report
	FactLinks
	Date         Date // not set if the article gives none
	Undated      bool // the author says so: "date: undated"
	AsWritten    Words
	Known        Inline // how the date is known
	ProbableSlip bool
	FlagReason   Inline
}

var eventReport = yamldoc.Object("a date", factReportKeys(
	func(e *Event) *FactLinks { return &e.FactLinks },
	[]yamldoc.Field[Event]{
		yamldoc.Key("date", yamldoc.Optional, eventDate, func(e *Event) *Event { return e }, "when it happens, such as 2024-10-05, or undated"),
		yamldoc.Key("as_written", yamldoc.Optional, text, func(e *Event) *Words { return &e.AsWritten }, "the words that the article has for the date"),
		yamldoc.Key("known", yamldoc.Optional, inline, func(e *Event) *Inline { return &e.Known }, "how the date is known, where the source does not print all of it"),
		yamldoc.Key("flag", yamldoc.Optional, yamldoc.Flag("flag", "probable-slip"), func(e *Event) *bool { return &e.ProbableSlip }, "probable-slip, where the source speaks against the date that it prints"),
		yamldoc.Key("flag_reason", yamldoc.Optional, inline, func(e *Event) *Inline { return &e.FlagReason }, "what in the source speaks against the date"),
	},
	func(e *Event) *Report { return &e.Report }, reportKeys(yamldoc.Required), partlyKeys,
)).Beside(fact.Form, fileOfFact).Beside(besides, fileOfLater).Then(func(r *yamldoc.Reader, e *Event, n yamldoc.Node) {
	finishReport(r, &e.Report, n)
	if n.IsMapping() && !e.Date.IsGiven() && !e.AsWritten.IsGiven() && !e.Undated {
		r.AddHint(diag.NoDate, e.Place, "an event needs a date, or the words the article has in its place",
			`add "date: 2024-10-05", or "as_written: for a few hours", or "date: undated"`)
	}
	if e.ProbableSlip && !e.FlagReason.IsGiven() {
		r.AddHint(diag.MissingKey, e.Place, `a flag needs the key "flag_reason"`, "say what in the source speaks against the date")
	}
})

var eventDate = yamldoc.Custom(&yamldoc.Form{What: date.What, Words: []string{undated}, Or: date.Form}, func(r *yamldoc.Reader, e *Event, n yamldoc.Node) bool {
	if e.Undated = n.Text() == undated; e.Undated {
		return true
	}
	return date.Read(r, &e.Date, n)
})
