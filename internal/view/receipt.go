package view

import (
	"html/template"
	"strings"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
	"receipts/internal/total"
)

// receipt makes the view of one report.
func (on *page) receipt(rep *site.Report) Receipt {
	f, a := rep.Fact, rep.Article
	_, here, _ := strings.Cut(f.Path, "#")
	v := Receipt{
		ID: f.ID, Anchor: rep.Anchor, Was: rep.FormerAnchors(), Here: here, Title: f.Title, TitleLang: on.titleLang(&f.Node), FactHref: on.site.Href(rep.Address()),
		Article: on.toArticle(a), Date: on.published(a), Differ: on.differ(f), Points: on.points(f),
		Says: on.html(rep.Says), Quotes: on.quotes(a, rep.Report), Where: on.where(rep.At),
		Gauge: gauge(a, evidenceOf(rep.Report)), Lines: on.lines(rep), Caveats: on.caveats(rep),
		Same: on.html(rep.Links.SameBecause),
	}
	if later := rep.ReplacedBy; later != nil {
		v.Replaced = &Link{Href: on.site.Href(later.Address()), Label: on.reported(later)}
	}
	if here != "" {
		v.Was = each(f.Former(), func(id string) string { return strings.TrimSuffix(here, f.ID) + id })
	}
	switch {
	case rep.Amount != nil:
		v.Amount = new(on.amount(rep))
		v.Ends = slipEnds(rep.Amount.Quantity.Quantity)
		if f.Type == site.Money {
			v.Flow = &Flow{
				Label: on.payment(rep), From: on.parties(rep.From), To: on.parties(rep.To),
				Via: on.parties(rep.Via), For: on.parties(rep.For), Against: on.parties(rep.Against),
				FromAs: on.html(rep.Amount.FromAs), ToAs: on.html(rep.Amount.ToAs),
				Held: on.site.KindOf(rep) == total.State,
			}
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

// lines are the small print of a receipt.
func (on *page) lines(rep *site.Report) []Line {
	var out []Line
	add := func(key, value string) {
		if value != "" {
			out = append(out, Line{Label: on.t(key), Text: value, Brief: key == "receipt.voice" || key == "receipt.period"})
		}
	}
	if len(rep.Speakers) > 0 {
		out = append(out, Line{Label: on.t("receipt.said-by"), Parties: on.parties(rep.Speakers), Brief: true})
	}
	add("receipt.where", on.where(rep.At))
	add("receipt.voice", on.t("voice."+string(rep.Voice), outlet(rep.Article)))
	if m := rep.Amount; m != nil {
		add("receipt.flow", on.payment(rep))
		add("receipt.period", on.period(m))
		if rep.Fact.Type == site.Money && !m.Quantity.IsUnquantified() {
			key := "receipt.currency-stated"
			if rep.Article.Front.Source.InferredMoney {
				key = "receipt.currency-inferred"
			}
			add("receipt.currency", on.t(key, m.Quantity.Unit()))
		}
	}
	if rep.Amount != nil && rep.Amount.InKind {
		add("receipt.in-kind", on.t("receipt.in-kind-text"))
	}
	if gift := rep.Refunds; gift != nil {
		out = append(out, Line{Label: on.t("receipt.refunds"), Parties: []Party{{Link: on.toFact(gift)}}})
	}
	for _, earlier := range cut(rep.Replaces, 0, mostSides) {
		add("receipt.replaces", on.reported(earlier))
	}
	if more := on.more(len(rep.Replaces)); more != "" {
		add("receipt.replaces", more)
	}
	out = append(out, on.caveats(rep)...)
	if rep.Event != nil {
		out = on.addText(out, "receipt.known", rep.Event.Known)
	}
	return out
}

// caveats are what the author says of the evidence, where it does not carry all
// that is stated, or a check speaks against it. Compact receipts have them in the
// open, since the reader is to see them beside the quote.
func (on *page) caveats(rep *site.Report) []Line {
	return on.addText(on.addText(nil, "receipt.lacks", rep.Lacks), "receipt.because", rep.Because)
}

func (on *page) addText(lines []Line, key string, i content.Inline) []Line {
	if i.IsEmpty() {
		return lines
	}
	return append(lines, Line{Label: on.t(key), Known: on.html(i)})
}

// Receipt is one report of a fact, with its evidence.
type Receipt struct {
	ID        string // of the fact
	Anchor    string
	Was       []string // anchors that it had, or its fact if that has no page
	Here      string   // its anchor on its article's page, if the fact has no page
	Title     string   // of the fact
	TitleLang string   // its language, if it is not the page's
	FactHref  string
	Article   Link   // "BFM Tech&Co"
	Date      string // of the article
	OnFact    bool   // whether it stands on the fact's own page
	Archived  string // a copy of it in an archive
	AtSource  string // where the quote can be read, if it stands on the fact's own page
	Amount    *locale.Quantity
	Ends      Ends // of an amount of which not both ends are stated
	When      *When
	Says      template.HTML
	Flow      *Flow
	Quotes    []Quote
	Lines     []Line
	Caveats   []Line        // those of Lines that tell what the evidence does not carry
	Same      template.HTML // why we take it for this fact, where the article does not say so
	Flag      template.HTML // why a date is a probable slip
	Differ    string        // how accounts of the fact differ, in a few words; empty if they do not
	Points    string        // "The articles contradict each other on 2 points"; empty if they do not
	Nature    string
	Where     string // of the first quote
	Gauge     *Gauge // nil if it cannot be drawn
	CSV       string // where the table with its row is; empty if there is none
	Replaced  *Link  // the later figure that replaces it: "$1.4 million, The Paper, 1 Dec 2024"
	Shown     bool   // whether its slip stands on the page already
}

// Flow is a payment, with payers and payees; or what somebody has or owes, with those
// and whom it is owed to.
type Flow struct {
	Label        string
	Held         bool // whether it is no payment, but there or owed on a day
	From, To     []Party
	Via          []Party
	For, Against []Party
	FromAs, ToAs template.HTML
}

// A Line is a label and its value: words, speakers, or how a date is known.
type Line struct {
	Label   string
	Text    string
	Parties []Party
	Known   template.HTML
	Brief   bool // whether a compact receipt has it too
}
