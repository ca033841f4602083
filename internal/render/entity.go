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
	Body      []BodyPart
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

func (r *renderer) entities(path string, list []*site.Entity, sh sheet) view {
	key := strings.Trim(path, "/")
	v := &EntitiesPage{Base: r.base(path, "entities", r.t("nav."+key), r.t(key+".description"))}
	on := &page{renderer: r, path: path}
	for _, e := range cut(list, sh, 2*perSheetTexts) {
		summary := r.html(e.Front.Summary, on)
		v.Entities = append(v.Entities, EntityItem{r.link(e.Path, e.Title), r.entityKind(e), summary})
	}
	return v
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

func (r *renderer) entity(e *site.Entity, payments entityPayments, sh sheet) view {
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
	v.Summary = r.html(e.Front.Summary, on)
	v.Paid.Rows = r.ledgerRows(cut(payments.paid, sh, perSheetRows), on)
	v.Received.Rows = r.ledgerRows(cut(payments.received, sh, perSheetRows), on)
	for _, rep := range cut(e.Said, sh, perSheetTexts) {
		rc := r.receipt(rep, &page{renderer: r, path: e.Path, article: rep.Article})
		v.Said = append(v.Said, rc)
	}
	v.Articles = r.articleItems(cut(e.Articles, sh, perSheetTexts), on)
	if sh > 0 {
		return v
	}
	v.PaidTotal = r.totalOf(r.t("total.paid", e.Title), r.site.TotalPaid(e))
	v.GotTotal = r.totalOf(r.t("total.received", e.Title), r.site.TotalReceived(e))
	v.Body = on.body(e.Page.Body.Pieces(on))
	v.Notes = r.outsides(e.Front.Notes, on)
	return v
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
