package view

import (
	"strings"

	"receipts/internal/citation"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// Ref says where a reference leads and what it is called where its author gave
// no label. An amount is called by its figure, qualifier and all: on an
// article's page by that article's, elsewhere by the oldest report's.
func (on *page) Ref(ref *markdown.Ref) markdown.Target {
	t, ok := on.site.Resolve(ref.ID, ref.Fragment)
	if t.Node == nil {
		return markdown.Target{Label: ref.ID}
	}
	label, isTitle := on.refLabel(t)
	out := markdown.Target{Href: t.Href, Label: label, OK: ok && (t.Fact != nil || !ref.Embed)}
	if isTitle {
		out.Lang = on.titleLang(t.Node)
	}
	return out
}

// refLabel is what a reference without a label says, and whether that is the title of what
// it leads to.
func (on *page) refLabel(t site.Target) (label string, isTitle bool) {
	switch {
	case t.Fact != nil:
		if r := on.report(t.Fact); r != nil && r.Amount != nil && !r.Amount.Quantity.IsUnquantified() {
			return on.amount(r).Plain, false
		}
		return t.Node.Title, true
	case t.Node.Kind == site.AuthorityNode:
		if a := on.site.Authority(t.Node.ID); a != nil {
			return a.Cite, false
		}
	case t.Node.Kind == site.QuestionNode:
		return short(t.Node), true
	}
	return t.Node.Title, true
}

// report is the report of f that this page speaks of.
func (on *page) report(f *site.Fact) *site.Report {
	if on.article != nil {
		if r := f.ReportIn(on.article); r != nil {
			return r
		}
	}
	if len(f.Reports) > 0 {
		return f.First()
	}
	return nil
}

// Cite leads a citation to the page of its authority.
func (on *page) Cite(c citation.Citation) markdown.Target {
	t, ok := on.site.Resolve(c.Slug(), "")
	return markdown.Target{Href: t.Href, Label: c.String(), OK: ok}
}

// Asset gives the published address of an image in static/.
func (on *page) Asset(dest string) (string, bool) {
	path, ok := on.asset(dest)
	return on.site.Href(path), ok
}

// Link gives the published address of an ordinary link; it is empty if the site
// has no such page, which only a preview sees. A link to a part that a page does
// not have leads to the page.
func (on *page) Link(dest string) string {
	if name, part := on.site.StaticFile(dest, on.path); name != "" {
		href, _ := on.Asset(name)
		if part != "" {
			href += "#" + part
		}
		return href
	}
	whole, _, _ := strings.Cut(dest, "#")
	if _, ok := on.site.ResolveLink(whole, on.path); !ok {
		return ""
	}
	href, _ := on.site.ResolveLink(dest, on.path)
	return href
}
