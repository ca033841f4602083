package view

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/changes"
	"receipts/internal/content"
	"receipts/internal/site"
)

// ChangesPage is for those who look at a site before it is published: all that is
// otherwise than in an earlier edition, before and after.
type ChangesPage struct {
	Base
	Missing string // how many corrections are missing: "2 published figures"; empty if none
	Parts   []ChangedPart
}

// ChangedPart is one of [changes.Parts].
type ChangedPart struct {
	ID, Title string
	Count     string
	Things    []ChangedThing
	More      string // how many are not shown
}

// ChangedThing is all that is otherwise of one thing.
type ChangedThing struct {
	Link
	File string
	Rows []ChangedRow
}

// ChangedRow is one difference.
type ChangedRow struct {
	Article  *Link // whose statement it is
	What     string
	Old, New changes.Excerpt
	Replaces string // what an added figure takes the place of
	Missing  bool   // whether a correction should say so, and none does
	Lang     string // of Old and New, if it is not that of the page
}

// mostChanged is how many things each part of the page shows.
const mostChanged = 200

// isReviewed reports whether the site has the page of changes.
func (v *Views) isReviewed() bool { return v.staging && len(v.earlier.Sites) > 0 }

// makeChanges lists what changed since the earlier edition, in the language of v if it
// was in that too.
func (v *Views) makeChanges() []changes.Change {
	list := changes.Between(v.earlier.Sites[0], v.sites[0])
	if was := changes.Edition(v.earlier.Sites, v.site.Lang); was != nil && !v.site.IsFirst() {
		return changes.In(list, was, v.site)
	}
	return list
}

func changesPage(on *page) Data {
	v := &ChangesPage{Base: on.base("changes", on.since(), on.t("changes.description"))}
	missing := 0
	for _, part := range changes.Parts {
		list := slices.DeleteFunc(slices.Clone(on.changes()), func(c changes.Change) bool { return c.Part != part })
		if len(list) == 0 {
			continue
		}
		p := ChangedPart{ID: string(part), Title: on.t("changes." + string(part)), Count: on.Count("count.changes", len(list))}
		things := 0
		for _, run := range runs(list, func(c changes.Change) string { return c.ID }) {
			if things++; things > mostChanged {
				continue
			}
			t := ChangedThing{Link: on.changedThing(run[0]), File: run[0].Place().File, Rows: each(run, on.changedRow)}
			p.Things = append(p.Things, t)
		}
		if more := things - mostChanged; more > 0 {
			p.More = on.Count("total.more", more)
		}
		v.Parts = append(v.Parts, p)
		for _, c := range list {
			if c.Figure && !c.Noted {
				missing++
			}
		}
	}
	if missing > 0 {
		v.Missing = on.Count("changes.missing", missing)
	}
	return v
}

// since says what an earlier edition is compared with.
func (on *page) since() string {
	if on.earlier.Name != "" {
		return on.t("corrections.since", on.earlier.Name)
	}
	return on.t("corrections.since-earlier")
}

// changedThing names what c is about, and links to it if it is there.
func (v items) changedThing(c changes.Change) Link {
	switch t, ok := v.site.Resolve(c.ID, ""); {
	case c.Part == changes.Totals:
		shown := cmp.Or(c.Totals[1], c.Totals[0])
		link := Link{Href: v.site.Href("/amounts/") + "#totals", Label: v.totalTitle(*shown)}
		if shown.Of == "till" {
			link.Href = v.site.Href("/")
		}
		return link
	case c.Kind == changes.PageGone:
		return Link{Label: c.Title, Lang: v.otherLang(c.Place().File)}
	case ok && !v.site.IsFirst():
		return Link{t.Href, t.Node.Title, v.titleLang(t.Node)}
	case ok:
		return Link{Href: t.Href, Label: c.Title}
	case strings.HasPrefix(c.ID, "/"): // a list
		return v.link(c.ID, c.ID)
	case c.Of == "site":
		return v.link("/", c.Title)
	}
	return Link{Label: c.Title}
}

// changedRow says what happened.
func (v items) changedRow(c changes.Change) ChangedRow {
	row := ChangedRow{Missing: c.Figure && !c.Noted}
	if c.Words {
		row.Lang = v.otherLang(c.Place().File)
	}
	if t, ok := v.site.Resolve(c.Article, ""); ok {
		row.Article = &Link{Href: t.Href, Label: v.label(t.Node)}
	}
	row.Old, row.New = c.Excerpts()
	if old, now := v.changedValue(c, 0, c.Old), v.changedValue(c, 1, c.New); old != c.Old || now != c.New {
		row.Old, row.New = changes.Excerpt{Differs: old}, changes.Excerpt{Differs: now}
	}
	switch c.Kind {
	case changes.Changed:
		row.What = v.t("change.field." + c.Field)
	case changes.Renamed:
		row.What, row.Old, row.New = v.t("change.renamed", c.Old), changes.Excerpt{}, changes.Excerpt{}
	case changes.PageGone:
		row.What = v.t("change.page-gone")
		switch {
		case c.LeadsOn:
			row.What = v.t("change.page-leads-on")
		case c.New != "":
			row.What = v.t("change.page-moved")
		}
	default:
		row.What = v.t("change." + string(c.Kind))
	}
	if c.Replaces != "" {
		row.Replaces = v.t("change.replaces", v.changedNames(strings.Fields(c.Replaces)))
	}
	return row
}

// changedValue is the older or the newer value of c as readers see it.
func (v items) changedValue(c changes.Change, i int, value string) string {
	if value == "" {
		return ""
	}
	switch c.Field {
	case "amount": // in the notation of front matter, which is near to English
		if q, err := amount.Parse(value); err == nil && !content.SameLanguage(v.Tag(), content.DefaultLanguage) {
			return v.Quantity(q).Plain
		}
	case "total":
		return v.totalValue(*c.Totals[i])
	case "status":
		return v.t("status." + value)
	case "nature":
		return v.t("nature." + value)
	case "kind", "flag":
		return v.t("differs." + value)
	case "differs":
		return v.t("differ." + value)
	case "mark":
		return cmp.Or(v.mark(content.Mark(value)), value)
	case "flow":
		label, _ := v.site.Config.Flows.Label(value)
		return cmp.Or(label, value)
	case "from", "to", "via", "for", "against", "by", "part-of", "refunds":
		return v.changedNames(strings.Split(value, ", "))
	case "outlet":
		return v.changedNames([]string{value})
	case "about", "legal", "sides", "facts", "supersedes":
		return v.changedNames(strings.Fields(value))
	}
	return value
}

// totalValue is a sum, or why there is none.
func (w words) totalValue(t site.ShownTotal) string {
	if !t.OK {
		return w.t("total.none") + " " + w.noTotal(t.Total)
	}
	return w.Quantity(t.Sum).Plain
}

// changedNames lists things by their names. What has no page, or none any longer, is
// in words already or keeps its id.
func (v items) changedNames(list []string) string {
	for i, id := range list {
		if t, ok := v.site.Resolve(id, ""); ok && content.IsID(id) {
			list[i] = v.label(t.Node)
		}
	}
	return v.join("comma", list...)
}

func (w words) orNone(s string) string { return cmp.Or(s, w.t("change.none")) }
