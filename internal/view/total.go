package view

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"receipts/internal/locale"
	"receipts/internal/site"
	"receipts/internal/total"
)

// TotalView is a sum that opens to its arithmetic, or why there is none.
type TotalView struct {
	Title, TitleLang string // the language only if it is not the page's

	Sum     *locale.Quantity // nil if there is no sum
	Why     string           // why there is no sum: "a rate per day is not a sum"
	Added   []TotalFigure
	Left    []TotalReason
	Figures int // how many facts were looked at

	Back   []TotalFigure    // what was given back of it
	Net    *locale.Quantity // the sum without it; nil if it is not known, or nothing was given back
	NoNet  string           // why it is not known
	GotOff *locale.Quantity // what was given back comes to
}

// TotalReason is one reason for leaving figures out, with the figures.
type TotalReason struct {
	Title   string // begins with a capital
	Figures []TotalFigure
	More    string // how many more figures there are: "and 8 more"

	count int
}

// TotalFigure is one figure of a total, or one that was left out.
type TotalFigure struct {
	Link
	Amount  locale.Quantity
	Note    string // the kind of payment, outlet and date
	Because []Link // the other facts that the reason lies in
}

// totalOf is the view of t, the total of one person, organization or state; nil if
// no money concerns it.
func (vs items) totalOf(title string, t total.Total) *TotalView {
	if t.Reason == total.NothingGiven {
		return nil
	}
	return new(vs.total(title, t))
}

// leftFigures is how many figures are named for each reason; the ledger says of
// every figure why it is not added.
const leftFigures = 12

// total makes the view of t.
func (vs items) total(title string, t total.Total) TotalView {
	v := TotalView{Title: title}
	facts := map[string]bool{}
	for _, i := range t.Added {
		facts[i.ID] = true
		v.Added = append(v.Added, vs.totalFigure(i))
	}
	// There may be ten thousand: what is sorted is small, and the words of each
	// reason are made once.
	type reason struct {
		rank, at int
		why      string
		*total.Left
	}
	left := make([]reason, len(t.Left))
	for i := range t.Left {
		l := &t.Left[i]
		left[i] = reason{leftRank(l.Reason), i, vs.left(*l, t.Reason), l}
	}
	slices.SortFunc(left, func(x, y reason) int {
		return cmp.Or(x.rank-y.rank, cmp.Compare(x.why, y.why), byGreatest(x.Quantity, y.Quantity), x.at-y.at)
	})
	for _, l := range left {
		facts[l.ID] = true
		why := capital(l.why)
		if n := len(v.Left); n == 0 || v.Left[n-1].Title != why {
			v.Left = append(v.Left, TotalReason{Title: why})
		}
		group := &v.Left[len(v.Left)-1]
		if group.count++; group.count > leftFigures {
			group.More = vs.Count("total.more", group.count-leftFigures)
			continue
		}
		figure := vs.totalFigure(l.Item)
		for _, id := range l.Because {
			target, _ := vs.site.Resolve(id, "")
			figure.Because = append(figure.Because, Link{target.Href, target.Node.Title, vs.titleLang(target.Node)})
		}
		group.Figures = append(group.Figures, figure)
	}
	v.Figures = len(facts)
	if t.OK {
		v.Sum = new(vs.Quantity(t.Sum))
		for _, i := range t.Back.Items {
			v.Back = append(v.Back, vs.totalFigure(i))
		}
		switch {
		case !t.Back.Net.IsZero():
			v.GotOff, v.Net = new(vs.Quantity(t.Back.Sum)), new(vs.Quantity(t.Back.Net))
		case t.Back.Reason != 0:
			v.NoNet = vs.t(totalReasons[t.Back.Reason])
		}
		return v
	}
	v.Why = vs.noTotal(t)
	return v
}

// totalTitle is what a total is of.
func (w words) totalTitle(t site.ShownTotal) string {
	switch t.Of {
	case "all":
		return w.t("total.all")
	case "flow":
		label, _ := w.config.Flows.Label(t.Name)
		if t.InKind {
			label += w.t("total.in-kind")
		}
		return w.t("total.flow", label+w.spentOn(t.For, t.Against))
	}
	return t.Name
}

func (v items) totalFigure(i total.Item) TotalFigure {
	rep := v.site.ReportOf(i)
	note := v.byline(rep.Article)
	if kind := v.paymentInFull(rep); kind != "" {
		note = kind + " · " + note
	}
	return TotalFigure{
		Link: v.toReport(rep), Amount: v.Quantity(i.Quantity), Note: note,
	}
}

// capital is a phrase as a heading begins.
func capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// leftRank is the order of reasons on a page: first the figures that only lack a
// sum, last the second reports.
func leftRank(reason total.Reason) int {
	switch reason {
	case total.NotSummed:
		return 0
	case total.SecondReport:
		return 2
	}
	return 1
}

// left says why a figure is not in a total; for one that only lacks a sum, why
// there is none.
func (w words) left(l total.Left, none total.Reason) string {
	switch l.Reason {
	case total.Rate, total.UnitPrice:
		return w.t(totalReasons[l.Reason], w.Basis(l.Quantity))
	case total.NotSummed:
		switch none {
		case total.FlowsDiffer:
			return w.t("total.another-kind")
		case total.OneFigure, total.UnitsDiffer, total.TooLarge:
			return w.t(totalReasons[none])
		}
	}
	return w.t(totalReasons[l.Reason])
}

// noTotal says why there is no sum.
func (w words) noTotal(t total.Total) string {
	if t.Reason == total.OneFigure && slices.ContainsFunc(t.Left, func(l total.Left) bool { return l.ID != t.Left[0].ID }) {
		return w.t("total.only")
	}
	if t.Reason != total.Rate && t.Reason != total.UnitPrice {
		return w.t(totalReasons[t.Reason])
	}
	first := t.Left[0].Quantity
	for _, l := range t.Left {
		if l.Quantity.Basis() != first.Basis() {
			return w.t("total.unlike")
		}
	}
	return w.t(totalReasons[t.Reason], w.Basis(first))
}

// totalReasons are the words for each reason, to be read after "No total:" and
// above the figures that are left out for it.
var totalReasons = map[total.Reason]string{
	total.NoFigure:         "total.no-figure",
	total.VagueNumber:      "total.vague",
	total.OrderOfMagnitude: "total.magnitude",
	total.Rate:             "total.rate",
	total.UnitPrice:        "total.price",
	total.Percentage:       "total.percentage",
	total.OtherPrices:      "total.other-prices",
	total.NoFlow:           "total.no-payment",
	total.NoKind:           "total.no-kind",
	total.Promised:         "total.promised",
	total.OnOneDay:         "total.on-one-day",
	total.PriceOfOne:       "total.price-of-one",
	total.NotPaid:          "total.not-paid",
	total.NoSide:           "total.no-side",
	total.GivenBack:        "total.given-back",
	total.Replaced:         "total.replaced",
	total.ReportsDisagree:  "total.disagree",
	total.ReportsDiffer:    "total.differ",
	total.Shared:           "total.shared",
	total.SecondReport:     "total.second",
	total.InTheWhole:       "total.in-whole",
	total.PassedOn:         "total.passed-on",
	total.InTheWider:       "total.in-wider",
	total.EarlierState:     "total.earlier-state",
	total.SeveralReadings:  "total.several-readings",
	total.NotSummed:        "total.not-summed",
	total.NothingGiven:     "total.nothing",
	total.NoFigureFits:     "total.none-fits",
	total.OneFigure:        "total.one",
	total.UnitsDiffer:      "total.units",
	total.FlowsDiffer:      "total.flows",
	total.SidesDiffer:      "total.sides",
	total.KindAndCash:      "total.kind-and-cash",
	total.MayBeTheSame:     "total.may-be-same",
	total.RunningTotals:    "total.running-totals",
	total.MayBePassedOn:    "total.may-be-passed-on",
	total.ToldAgain:        "total.told-again",
	total.PartOfItself:     "total.part-of-itself",
	total.Circle:           "total.circle",
	total.PartExceedsWhole: "total.part-exceeds",
	total.PartsExceedWhole: "total.parts-exceed",
	total.PassedOnExceeds:  "total.passed-on-exceeds",
	total.NoCommonWord:     "total.no-common-word",
	total.UnknownRefund:    "total.unknown-refund",
	total.SameRefund:       "total.same-refund",
	total.RefundExceeds:    "total.refund-exceeds",
	total.TooLarge:         "total.too-large",
}
