package render

import (
	"html/template"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// AmountsPage is the ledger: every report of money and of a count.
type AmountsPage struct {
	Base
	Rows   []LedgerRow
	Counts []LedgerRow
}

// LedgerRow is one report in the ledger.
type LedgerRow struct {
	Link     // to the report on the fact's page
	Amount   locale.Quantity
	Flow     string
	From, To []Party
	Period   string
	Article  Link
	Where    string
	Disagree bool
}

func (r *renderer) amounts() (view, error) {
	v := &AmountsPage{Base: r.base("/amounts/", "amounts", r.t("amounts.title"), r.t("amounts.description"))}
	on := &page{renderer: r, path: "/amounts/"}
	for _, f := range r.site.Facts {
		for _, rep := range f.Reports {
			if rep.Amount == nil {
				continue
			}
			row, err := r.ledgerRow(rep, on)
			if err != nil {
				return v, err
			}
			if f.Type == site.Money {
				v.Rows = append(v.Rows, row)
			} else {
				v.Counts = append(v.Counts, row)
			}
		}
	}
	return v, nil
}

func (r *renderer) ledgerRow(rep *site.Report, on *page) (LedgerRow, error) {
	f, m := rep.Fact, rep.Amount
	flow, _ := r.site.Config.Flows.Label(m.Flow.Text)
	row := LedgerRow{
		Link: r.link(f.Path+"#"+rep.Anchor, f.Title), Amount: r.words.Quantity(m.Quantity.Quantity), Flow: flow,
		Article: r.link(rep.Article.Path, r.byline(rep.Article)), Where: rep.At.String(), Disagree: len(f.Disagreements) > 0,
		Period: m.PeriodAs.Text,
	}
	if m.Period.IsSet() {
		row.Period = r.words.Date(m.Period.Date)
	}
	var err error
	if row.From, err = r.partiesOr(rep.From, m.FromAs, on); err != nil {
		return row, err
	}
	row.To, err = r.partiesOr(rep.To, m.ToAs, on)
	return row, err
}

// partiesOr is the parties, or how the article words them where it names none.
func (r *renderer) partiesOr(ps []site.Party, as content.Inline, on *page) ([]Party, error) {
	if len(ps) > 0 || as.IsEmpty() {
		return r.parties(ps, on)
	}
	words, err := r.html(as, on)
	return []Party{{Words: words}}, err
}

// DisagreementsPage lists every point on which sources differ.
type DisagreementsPage struct {
	Base
	Kinds []DisagreementGroup
}

// DisagreementGroup is the points of one kind.
type DisagreementGroup struct {
	ID, Title, About string
	Points           []DisagreementView
}

// byKind lists the disagreements by kind, contradictions first.
func (r *renderer) byKind() []*site.Disagreement {
	var out []*site.Disagreement
	for _, kind := range content.DisagreementKinds {
		for _, d := range r.site.Disagreements {
			if d.Kind == kind {
				out = append(out, d)
			}
		}
	}
	return out
}

func (r *renderer) disagreementsPage() (view, error) {
	v := &DisagreementsPage{Base: r.base("/disagreements/", "disagreements", r.t("nav.disagreements"), r.t("disagreements.description"))}
	on := &page{renderer: r, path: "/disagreements/"}
	for _, d := range r.byKind() {
		if n := len(v.Kinds); n == 0 || v.Kinds[n-1].ID != d.Kind {
			v.Kinds = append(v.Kinds, DisagreementGroup{
				ID: d.Kind, Title: r.t("disagreement." + d.Kind), About: r.t("disagreement.about." + d.Kind),
			})
		}
		point, err := r.disagreement(d, on)
		if err != nil {
			return v, err
		}
		group := &v.Kinds[len(v.Kinds)-1]
		group.Points = append(group.Points, point)
	}
	return v, nil
}

// CorrectionsPage is our policy and every correction, newest first.
type CorrectionsPage struct {
	Base
	Body  template.HTML
	Fixes []CorrectionView
}

func (r *renderer) corrections() (view, error) {
	v := &CorrectionsPage{}
	title, description, body, err := r.prosePart("/corrections/", r.t("nav.corrections"), r.t("corrections.description"))
	if err != nil {
		return v, err
	}
	v.Base, v.Body = r.base("/corrections/", "corrections", title, description), body
	for _, c := range r.site.Corrections {
		fix, err := r.correction(c)
		if err != nil {
			return v, err
		}
		v.Fixes = append(v.Fixes, fix)
	}
	return v, nil
}
