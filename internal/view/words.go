package view

import (
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// words are the site's own words, and how it names figures, dates and sources.
type words struct {
	*locale.Locale
	config *content.Config // its vocabularies
}

// t is a message of the catalogue.
func (w words) t(key string, args ...any) string { return w.Message(key, args...) }

// join puts words together with the mark of the language between them: its "comma",
// "semicolon" or "colon".
func (w words) join(mark string, list ...string) string {
	return strings.Join(list, w.t("join."+mark))
}

// otherDirection is the direction of words in a language, if it is not the page's.
func (w words) otherDirection(lang string) string {
	if dir := locale.DirectionOf(lang); dir != w.Direction() {
		return dir
	}
	return ""
}

// amount is what a report says an amount is.
func (w words) amount(rep *site.Report) locale.Quantity {
	if q := rep.Amount.Quantity.Quantity; rep.Amount.Of.Text != "" {
		return w.PercentageOf(q, rep.Amount.Of.Text)
	}
	return w.Quantity(rep.Amount.Quantity.Quantity)
}

// figure is the amount or the date that a report gives; empty if it gives none.
func (w words) figure(rep *site.Report) string {
	switch {
	case rep.Amount != nil:
		return w.amount(rep).Plain
	case rep.Event != nil && rep.Event.Date.IsSet():
		return w.Date(rep.Event.Date.Date)
	}
	return ""
}

// payment is what the kind of payment is called that a report speaks of; empty if
// that is not known.
func (w words) payment(rep *site.Report) string {
	label, _ := w.config.Flows.Label(rep.Amount.Flow.Text)
	return label
}

// paymentInFull says besides whether it is in kind, and whom it is spent for and
// against: "independent expenditure, for Ann Lee".
func (w words) paymentInFull(rep *site.Report) string {
	kind := w.payment(rep)
	if rep.Amount.InKind {
		kind += w.t("total.in-kind")
	}
	return kind + w.spentOn(rep.For, rep.Against)
}

// spentOn says whom something is spent for and against: ", for Ann Lee".
func (w words) spentOn(supported, opposed []site.Party) string {
	side := func(key string, parties []site.Party) string {
		if len(parties) == 0 {
			return ""
		}
		return w.t("join.comma") + w.t(key, w.partyNames(parties))
	}
	return side("side.for", supported) + side("side.against", opposed)
}

// partyNames are parties by their titles or their words: "Ann Lee, a voter".
func (w words) partyNames(parties []site.Party) string {
	var list []string
	for _, p := range parties {
		if p.Entity != nil {
			list = append(list, p.Entity.Title)
		} else {
			list = append(list, p.Words.Text)
		}
	}
	return w.join("comma", list...)
}

// period is the period of an amount, in words if no date is given.
func (w words) period(m *content.Amount) string {
	if m.Period.IsSet() {
		return w.Date(m.Period.Date)
	}
	return m.PeriodAs.Text
}

// mark says that a statement is not verified; empty if it is.
func (w words) mark(m content.Mark) string {
	if m == content.Verified {
		return ""
	}
	return w.t("mark." + string(m))
}

// published is the day on which an article was.
func (w words) published(a *site.Article) string {
	return w.ShortDate(a.Front.Source.Published.Date)
}

// outlet is the name of an article's outlet.
func outlet(a *site.Article) string {
	if a.Outlet == nil {
		return a.Title
	}
	return a.Outlet.Title
}

// byline names an article by outlet and date: "BFM Tech&Co, 21 Oct 2024".
func (w words) byline(a *site.Article) string {
	return w.join("comma", outlet(a), w.published(a))
}

// label is how a node is named in a list of different things.
func (w words) label(n *site.Node) string {
	switch {
	case n.Kind == site.ArticleNode:
		if a := n.Article(); a != nil {
			return w.byline(a)
		}
	case n.Kind == site.QuestionNode:
		return short(n)
	}
	return n.Title
}

func short(n *site.Node) string {
	if q, ok := n.Page.Front.(*content.Question); ok && q.Short.Text != "" {
		return q.Short.Text
	}
	return n.Title
}

// reported is a figure with who reports it: "$1.4 million, The Paper, 1 Dec 2024".
func (w words) reported(rep *site.Report) string {
	return w.join("comma", w.amount(rep).Plain, w.byline(rep.Article))
}

// mostOthers is how many other figures are named beside the first report's.
const mostOthers = 4

// otherFigures lists the figures that differ from the first report's, each with its
// outlet; of many, the first. It is empty where all agree to the word.
func (w words) otherFigures(f *site.Fact) string {
	standing := f.Standing()
	first := standing[0]
	if first.Amount == nil {
		return ""
	}
	seen := map[amount.Quantity]bool{first.Amount.Quantity.Quantity: true}
	var out []string
	more := 0
	for _, rep := range standing[1:] {
		q := rep.Amount.Quantity.Quantity
		if seen[q] {
			continue
		}
		seen[q] = true
		if len(out) == mostOthers {
			more++
			continue
		}
		out = append(out, w.join("colon", outlet(rep.Article), w.amount(rep).Plain))
	}
	if more > 0 {
		out = append(out, w.Count("total.more", more))
	}
	return w.join("semicolon", out...)
}

// tally says how much is said of money: "6 figures, 9 mentions without a figure".
func (w words) tally(facts []*site.Fact) string {
	t := site.TallyOf(facts)
	figures, mentions := w.Count("count.figures", t.Figures), w.Count("count.mentions", t.Mentions)
	switch {
	case t.Mentions == 0:
		return figures
	case t.Figures == 0:
		return mentions
	}
	return w.join("comma", figures, mentions)
}

// reports says which articles report f: by the names of their outlets, or, of many, how
// many they are. Those of which only we say that they mean f stand apart.
func (w words) reports(f *site.Fact) string {
	told := map[*site.Article]bool{} // by the article itself
	for _, r := range f.Reports {
		told[r.Article] = told[r.Article] || !r.Links.SameBecause.IsGiven()
	}
	var own, inferred []*site.Article
	for _, r := range f.Reports {
		is, first := told[r.Article]
		switch delete(told, r.Article); {
		case !first:
		case is:
			own = append(own, r.Article)
		default:
			inferred = append(inferred, r.Article)
		}
	}
	named := func(articles []*site.Article) string {
		var outlets []string
		for _, a := range articles {
			if name := outlet(a); !slices.Contains(outlets, name) {
				outlets = append(outlets, name)
			}
			if len(outlets) > mostOutlets {
				return w.Count("count.articles", len(articles))
			}
		}
		return w.join("comma", outlets...)
	}
	switch {
	case len(inferred) == 0:
		return named(own)
	case len(own) == 0:
		return w.t("count.inferred", named(inferred))
	}
	return w.join("semicolon", named(own), w.t("count.inferred", named(inferred)))
}

// mostOutlets is how many outlets are named that report one fact.
const mostOutlets = 2

// differ says in a few words how accounts of f differ, by the strongest kind; it is
// empty if they do not.
func (w words) differ(f *site.Fact) string {
	if d := f.Strongest(); d != nil {
		return w.verdict(d)
	}
	return ""
}

// verdict says in a few words how the sides of d differ: that they contradict each
// other only where what one writes does not fit what another writes.
func (w words) verdict(d *site.Disagreement) string {
	if d.Kind == "within-article" && len(d.Sides) > 0 && d.Sides[0].Article != nil {
		return w.t("differs.itself", outlet(d.Sides[0].Article))
	}
	return w.t("differs." + d.Kind)
}

// points says on how many points accounts of f differ, contradictions apart from
// the rest.
func (w words) points(f *site.Fact) string {
	n := f.Contradictions()
	smaller := len(f.Disagreements) - n
	switch {
	case n > 0 && smaller > 0:
		return w.join("semicolon", w.Count("count.contradictions", n), w.Count("count.smaller", smaller))
	case n > 0:
		return w.Count("count.contradictions", n)
	case smaller == 1:
		return capital(w.verdict(f.Disagreements[0]))
	case smaller > 1:
		return w.Count("count.smaller", smaller)
	}
	return ""
}
