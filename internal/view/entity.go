package view

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

func entitiesPage(on *page, list []*site.Entity, sh sheet) Data {
	key := strings.Trim(on.path, "/")
	v := &EntitiesPage{Base: on.base("entities", on.t("nav."+key), on.t(key+".description"))}
	for _, e := range cut(list, sh, 2*perSheetTexts) {
		summary := on.html(e.Front.Summary)
		v.Entities = append(v.Entities, EntityItem{on.to(&e.Node), on.entityKind(e), summary})
	}
	return v
}

func (v *Views) entityKind(e *site.Entity) string {
	if e.Kind == site.PersonNode {
		return v.t("entity.person")
	}
	label, _ := v.site.Config.OrgKinds.Label(e.Front.Kind.Text)
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

func entityPage(on *page, e *site.Entity, payments entityPayments, sh sheet) Data {
	section := "/people/"
	if e.Kind == site.OrganizationNode {
		section = "/organizations/"
	}
	v := &EntityPage{
		Base: on.base("entity", e.Title, on.about(e.Front.Summary), on.crumb(section)),
		Kind: on.entityKind(e), Also: joinWords(e.Front.Also), FEC: e.Front.FEC.Text, URL: e.Front.URL.Text,
		Mentioned: on.mentions(e.Mentions(), sh), Named: isNamed(e), Cite: on.cite(&e.Node),
	}
	v.Summary = on.html(e.Front.Summary)
	v.Paid.Rows = on.ledgerRows(cut(payments.paid, sh, perSheetRows))
	v.Received.Rows = on.ledgerRows(cut(payments.received, sh, perSheetRows))
	for _, rep := range cut(e.Said, sh, perSheetTexts) {
		v.Said = append(v.Said, on.of(rep.Article).receipt(rep))
	}
	v.Articles = on.articleItems(cut(e.Articles, sh, perSheetTexts))
	if sh > 0 {
		return v
	}
	v.PaidTotal = on.totalOf(on.t("total.paid", e.Title), on.site.TotalPaid(e))
	v.GotTotal = on.totalOf(on.t("total.received", e.Title), on.site.TotalReceived(e))
	v.Body = on.body(e.Page.Body)
	v.Notes = on.outsides(e.Front.Notes)
	return v
}

// isNamed reports whether an article names e, or a fact does that one reports.
func isNamed(e *site.Entity) bool {
	for _, m := range e.Mentions() {
		if m.By.Kind == site.ArticleNode || m.By.Kind == site.FactNode && m.Relation < site.Disagrees {
			return true
		}
	}
	return false
}
