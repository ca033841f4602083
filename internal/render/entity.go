package render

import (
	"html/template"
	"strings"
	"sync"

	"receipts/internal/site"
)

// EntitiesPage lists people, or organizations.
type EntitiesPage struct {
	Base
	Entities []EntityItem
}

// EntityItem is a person or an organization in a list.
type EntityItem struct {
	Link
	Kind    string
	Summary template.HTML
}

// EntityPage is one person or organization.
type EntityPage struct {
	Base
	Kind      string
	Summary   template.HTML
	Also      string
	FEC       string
	URL       string
	Body      template.HTML
	Paid      LedgerView
	PaidTotal *TotalView // nil if no money is paid
	Received  LedgerView
	GotTotal  *TotalView
	Said      []Receipt
	Articles  []ArticleItem
	Notes     []OutsideView
	Named     bool // by an article, not only by us
	Mentioned []MentionGroup
	Cite      Citation
}

func (r *renderer) entities(path string, list []*site.Entity, sh sheet) (view, error) {
	key := strings.Trim(path, "/")
	v := &EntitiesPage{Base: r.base(path, "entities", r.t("nav."+key), r.t(key+".description"))}
	on := &page{renderer: r, path: path}
	for _, e := range cut(list, sh, 2*perSheetTexts) {
		summary, err := r.html(e.Front.Summary, on)
		if err != nil {
			return v, err
		}
		v.Entities = append(v.Entities, EntityItem{r.link(e.Path, e.Title), r.entityKind(e), summary})
	}
	return v, nil
}

func (r *renderer) entityKind(e *site.Entity) string {
	if e.Kind == site.PersonNode {
		return r.t("entity.person")
	}
	label, _ := r.site.Config.OrgKinds.Label(e.Front.Kind.Text)
	return label
}

// entitySheets is how many sheets the page of e has.
func entitySheets(e *site.Entity) int {
	return max(
		sheets(len(e.Paid), perSheetRows), sheets(len(e.Received), perSheetRows), sheets(len(e.Said), perSheetTexts),
		sheets(len(e.Articles), perSheetTexts), mentionSheets(&e.Node),
	)
}

// entityPayments are the payments of an entity in the order of the ledger,
// sorted once for all sheets of its page.
type entityPayments struct{ paid, received []*site.Report }

func paymentsOf(e *site.Entity) func() entityPayments {
	return sync.OnceValue(func() entityPayments { return entityPayments{byAmount(e.Paid), byAmount(e.Received)} })
}

func (r *renderer) entity(e *site.Entity, payments entityPayments, sh sheet) (view, error) {
	on := &page{renderer: r, path: e.Path}
	section := "/people/"
	if e.Kind == site.OrganizationNode {
		section = "/organizations/"
	}
	v := &EntityPage{
		Base: r.base(e.Path, "entity", e.Title, describe(r.plain(e.Front.Summary)), r.crumb(section)),
		Kind: r.entityKind(e), Also: joinWords(e.Front.Also), FEC: e.Front.FEC.Text, URL: e.Front.URL.Text,
		Mentioned: r.mentions(e.Mentions(), sh), Named: r.named(e), Cite: r.cite(&e.Node),
	}
	var err error
	if v.Summary, err = r.html(e.Front.Summary, on); err != nil {
		return v, err
	}
	if v.Paid.Rows, err = r.ledgerRows(cut(payments.paid, sh, perSheetRows), on); err != nil {
		return v, err
	}
	if v.Received.Rows, err = r.ledgerRows(cut(payments.received, sh, perSheetRows), on); err != nil {
		return v, err
	}
	for _, rep := range cut(e.Said, sh, perSheetTexts) {
		rc, err := r.receipt(rep, &page{renderer: r, path: e.Path, article: rep.Article})
		if err != nil {
			return v, err
		}
		v.Said = append(v.Said, rc)
	}
	if v.Articles, err = r.articleItems(cut(e.Articles, sh, perSheetTexts), on); err != nil {
		return v, err
	}
	if sh > 0 {
		return v, nil
	}
	v.PaidTotal = r.totalOf(r.t("total.paid", e.Title), r.site.TotalPaid(e))
	v.GotTotal = r.totalOf(r.t("total.received", e.Title), r.site.TotalReceived(e))
	if v.Body, err = e.Page.Body.HTML(on); err != nil {
		return v, err
	}
	v.Notes, err = r.outsides(e.Front.Notes, on)
	return v, err
}

// named reports whether an article names e, or a fact does that one reports.
func (r *renderer) named(e *site.Entity) bool {
	for _, m := range e.Mentions() {
		if m.By.Kind == site.ArticleNode || m.By.Kind == site.FactNode && m.Relation < site.Disagrees {
			return true
		}
	}
	return false
}
