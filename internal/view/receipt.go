package view

import (
	"html/template"
	"strings"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// receipt makes the view of one report.
func (on *page) receipt(rep *site.Report) Receipt {
	f, src := rep.Fact, &rep.Article.Front.Source
	v := Receipt{
		ID: f.ID, Anchor: rep.Anchor, Title: f.Title,
		FactHref: on.site.Href(rep.Address()), Here: here(f),
		Article: on.toArticle(rep.Article),
		Date:    on.ShortDate(src.Published.Date),
		Differ:  on.differ(f), Points: on.points(f),
	}
	v.Says = on.html(rep.Says)
	v.Quotes = on.quotes(rep.Article, rep.Report)
	v.Where = on.where(rep.Article, rep.At)
	v.Gauge = gauge(rep.Article, evidenceOf(rep.Report))
	on.lines(&v, rep)
	switch {
	case rep.Amount != nil:
		v.Amount = new(on.amount(rep))
		if f.Type == site.Money {
			v.Flow = on.flow(rep)
		}
	case rep.Event != nil:
		v.When = on.when(rep.Event)
		if rep.Event.ProbableSlip {
			v.Flag = on.html(rep.Event.FlagReason)
		}
	case rep.Claim != nil:
		v.Nature = on.t("nature." + rep.Claim.Nature)
	}
	return v
}

// here is the anchor of a fact that is read on the page of its article; it is
// empty if the fact has a page of its own.
func here(f *site.Fact) string {
	_, anchor, _ := strings.Cut(f.Path, "#")
	return anchor
}

// lines are the small print of a receipt: who says it, in which voice, when.
func (on *page) lines(v *Receipt, rep *site.Report) {
	add := func(key, value string) {
		if value != "" {
			v.Lines = append(v.Lines, Line{Label: on.t(key), Text: value, Brief: key == "receipt.voice" || key == "receipt.period"})
		}
	}
	if len(rep.By) > 0 {
		by := on.parties(rep.By)
		v.Lines = append(v.Lines, Line{Label: on.t("receipt.said-by"), Parties: by, Brief: true})
	}
	add("receipt.where", v.Where)
	add("receipt.voice", on.t("voice."+string(rep.Voice), outlet(rep.Article)))
	if m := rep.Amount; m != nil {
		add("receipt.flow", on.payment(rep))
		switch {
		case m.Period.IsSet():
			add("receipt.period", on.Date(m.Period.Date))
		case m.PeriodAs.Text != "":
			add("receipt.period", m.PeriodAs.Text)
		}
		if rep.Fact.Type == site.Money && !m.Quantity.IsUnquantified() {
			key := "receipt.currency-stated"
			if rep.Article.Front.Source.InferredMoney {
				key = "receipt.currency-inferred"
			}
			add("receipt.currency", on.t(key, m.Quantity.Unit()))
		}
	}
	if !rep.Lacks.IsEmpty() {
		lacks := on.html(rep.Lacks)
		v.Lines = append(v.Lines, Line{Label: on.t("receipt.lacks"), Known: lacks})
	}
	if rep.Event != nil && !rep.Event.Known.IsEmpty() {
		known := on.html(rep.Event.Known)
		v.Lines = append(v.Lines, Line{Label: on.t("receipt.known"), Known: known})
	}
}

func (on *page) flow(rep *site.Report) *Flow {
	m := rep.Amount
	return &Flow{
		Label: on.payment(rep), From: on.parties(rep.From), To: on.parties(rep.To),
		FromAs: on.html(m.FromAs), ToAs: on.html(m.ToAs),
	}
}

// Receipt is one report of a fact, with its evidence.
type Receipt struct {
	ID       string // of the fact
	Anchor   string
	Here     string // its anchor on its article's page, if the fact has no page
	Title    string // of the fact
	FactHref string
	Article  Link   // "BFM Tech&Co"
	Date     string // of the article
	OnFact   bool   // whether it stands on the fact's own page
	Amount   *locale.Quantity
	When     *When
	Says     template.HTML
	Flow     *Flow
	Quotes   []Quote
	Lines    []Line
	Flag     template.HTML // why a date is a probable slip
	Differ   string        // how accounts of the fact differ, in a few words; empty if they do not
	Points   string        // "Sources disagree on 5 points"; empty if they do not
	Nature   string
	Where    string // of the first quote
	Gauge    *Gauge // nil if it cannot be drawn
	CSV      string // where the table with its row is; empty if there is none
	Shown    bool   // whether its slip stands on the page already
}

// Flow is who pays whom.
type Flow struct {
	Label        string
	From, To     []Party
	FromAs, ToAs template.HTML
}

// A Line is a label and its value: words, a chain of who says it, or how a
// date is known.
type Line struct {
	Label   string
	Text    string
	Parties []Party
	Known   template.HTML
	Brief   bool // whether a compact receipt has it: who says it, and the period
}
