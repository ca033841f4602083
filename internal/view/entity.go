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
	FEC       Link // its number at the FEC, with its page there
	URL       string
	Body      []BodyPart
	Paid      LedgerView
	PaidTotal *TotalView // nil if no money is paid
	Received  LedgerView
	GotTotal  *TotalView
	Held      []Series
	Via       LedgerView // what goes by way of it
	ViaTotal  *TotalView
	Backed    LedgerView // what is spent for it
	BackTotal *TotalView
	Opposed   LedgerView
	OppTotal  *TotalView
	Said      []Receipt
	Articles  []ArticleItem
	Notes     []OutsideView
	Later     *LaterList
	Named     bool // by an article, not only by us
	Mentioned Mentions
	Cite      HowToCite
}

func entitiesPage(on *page, list []*site.Entity, sh sheet) Data {
	key := strings.Trim(on.path, "/")
	v := &EntitiesPage{Base: on.base("entities", on.t("nav."+key), on.t(key+".description"))}
	v.Entities = each(cut(list, sh, 2*perSheetTexts), func(e *site.Entity) EntityItem {
		return EntityItem{on.to(&e.Node), on.entityKind(e), on.html(e.Front.Summary)}
	})
	return v
}

func (w words) entityKind(e *site.Entity) string {
	if e.Kind == site.PersonNode {
		return w.t("entity.person")
	}
	label, _ := w.config.OrgKinds.Label(e.Front.Kind.Text)
	return label
}

// committee is the number of a committee at the FEC and its page there; empty if e has none.
func committee(e *site.Entity) Link {
	id := e.Front.FEC.Text
	if id == "" {
		return Link{}
	}
	return Link{Href: "https://www.fec.gov/data/committee/" + id + "/", Label: id}
}

// entitySheets is how many sheets the page of e has.
func entitySheets(e *site.Entity) int {
	return max(
		sheets(len(e.Paid), perSheetRows), sheets(len(e.Received), perSheetRows), sheets(len(heldMoments(e)), perSheetRows), sheets(len(e.PassedOn), perSheetRows), sheets(len(e.Backed), perSheetRows), sheets(len(e.Opposed), perSheetRows), sheets(len(e.Said), perSheetTexts),
		sheets(len(e.Articles), perSheetTexts), mentionSheets(&e.Node, nothing),
	)
}

// entityPayments are the payments of an entity in the order of the ledger,
// sorted once for all sheets of its page.
type entityPayments struct {
	paid, received, passedOn, backed, opposed []*site.Report
	held                                      []moment
}

func paymentsOf(e *site.Entity) func() entityPayments {
	return sync.OnceValue(func() entityPayments {
		return entityPayments{byAmount(e.Paid), byAmount(e.Received), byAmount(e.PassedOn), byAmount(e.Backed), byAmount(e.Opposed), heldMoments(e)}
	})
}

func entityPage(on *page, e *site.Entity, payments entityPayments, sh sheet) Data {
	section := "/people/"
	if e.Kind == site.OrganizationNode {
		section = "/organizations/"
	}
	v := &EntityPage{
		Base: on.base("entity", e.Title, on.about(e.Front.Summary), on.crumb(section)),
		Kind: on.entityKind(e), Also: joinWords(e.Front.Also), FEC: committee(e), URL: e.Front.URL.Text,
		Summary: on.html(e.Front.Summary), Articles: each(cut(e.Articles, sh, perSheetTexts), on.articleItem),
		Said:      each(cut(e.Said, sh, perSheetTexts), func(rep *site.Report) Receipt { return on.of(rep.Article).receipt(rep) }),
		Mentioned: on.mentions(&e.Node, nothing, sh), Named: isReported(e), Cite: on.cite(&e.Node),
	}
	v.Paid.Rows = on.ledgerRows(cut(payments.paid, sh, perSheetRows))
	v.Received.Rows = on.ledgerRows(cut(payments.received, sh, perSheetRows))
	v.Via.Rows = on.ledgerRows(cut(payments.passedOn, sh, perSheetRows))
	v.Backed.Rows = on.ledgerRows(cut(payments.backed, sh, perSheetRows))
	v.Opposed.Rows = on.ledgerRows(cut(payments.opposed, sh, perSheetRows))
	v.Held = on.held(cut(payments.held, sh, perSheetRows))
	v.isMainly(func() *Thing { return on.entityThing(e) })
	if sh > 0 {
		return v
	}
	v.PaidTotal = on.totalOf(on.t("total.paid", e.Title), on.site.TotalPaid(e))
	v.GotTotal = on.totalOf(on.t("total.received", e.Title), on.site.TotalReceived(e))
	v.ViaTotal = on.totalOf(on.t("total.via", e.Title), on.site.TotalVia(e))
	v.BackTotal = on.totalOf(on.t("total.for", e.Title), on.site.TotalFor(e))
	v.OppTotal = on.totalOf(on.t("total.against", e.Title), on.site.TotalAgainst(e))
	v.Body = on.body(e.Page)
	v.Notes, v.Later = on.notes(e.Page, e.Front.Notes), on.laterOf(&e.Node)
	v.Explains = v.Later != nil || len(v.Notes) > 0
	return v
}

// isReported reports whether an article names e, or a fact does that one reports.
func isReported(e *site.Entity) bool {
	for _, m := range e.Mentions() {
		if m.By.Kind == site.ArticleNode && m.Relation != site.NotNamed || m.By.Kind == site.FactNode && m.Relation <= site.AboutIt {
			return true
		}
	}
	return false
}
