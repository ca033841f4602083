package view

import (
	"slices"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// What was read against its source stands on pages and in the data with how many people
// read it, as whom, and when. Their names are not published.

// readAgainst says that an item was read as it is now: "read against the source on 29
// November 2026 (first reading)"; or that it has changed since. It is empty if it was never
// read, or the site does not ask.
func (w words) readAgainst(r *checked.Review) string {
	switch {
	case r != nil && r.HasChanged():
		return w.t("checked.since")
	case r == nil || len(r.By) == 0:
		return ""
	}
	if len(r.By) == 1 {
		return w.t("checked.once", w.onDay(r.By[0].On), w.role(r.By[0].Role))
	}
	var all []string
	for _, s := range r.By {
		all = append(all, w.join("comma", w.role(s.Role), w.onDay(s.On)))
	}
	return w.t("checked.often", w.Number(int64(len(all))), w.join("semicolon", all...))
}

// role is a role as readers see it: as it is written, unless the catalogue has a word.
func (w words) role(role string) string {
	if key := "checked.role." + strings.ReplaceAll(strings.ToLower(role), " ", "-"); w.Has(key) {
		return w.t(key)
	}
	return role
}

// readOf says in a message how many of some items were read, of how many, and when the
// last was. It is empty if none was.
func (w words) readOf(message string, list []*checked.Review) string {
	done, last := 0, ""
	for _, r := range list {
		if r != nil && len(r.By) > 0 {
			done++
			last = max(last, r.By[len(r.By)-1].On)
		}
	}
	if done == 0 {
		return ""
	}
	return w.t(message, w.Number(int64(done)), w.Number(int64(len(list))), w.onDay(last))
}

// readReports says how many of the reports of a were read.
func (on *page) readReports(a *site.Article) string {
	var list []*checked.Review
	a.Front.EachReport(func(rep *content.Report) { list = append(list, on.reviews.At(rep.Place)) })
	return on.readOf("checked.reports", list)
}

// readLater says how many of the later developments were read.
func (on *page) readLater() string {
	return on.readOf("checked.later", each(on.site.Later, func(l *site.Later) *checked.Review { return on.reviews.Of(l.ID) }))
}

// notes are those of a page, each with whether it was read.
func (on *page) notes(p *content.Page, list []content.Outside) []OutsideView {
	reviews := on.reviews.Notes(p.Path)
	out := each(list, on.outside)
	for i := range out {
		if i < len(reviews) {
			out[i].Checked = on.readAgainst(reviews[i])
		}
	}
	return out
}

// unread are the items that not as many people have read as the site asks for, each
// with where it is read; and how many there are.
func (on *page) unread() (items []CoverageItem, count int) {
	if on.reviews == nil {
		return nil, 0
	}
	reports := map[diag.Place]*site.Report{} // by where they begin
	for _, a := range on.site.Articles {
		for _, rep := range a.Reports {
			reports[rep.Report.Place] = rep
		}
	}
	for _, r := range on.reviews.All {
		if !r.IsUnsigned() {
			continue
		}
		count++
		item := CoverageItem{Note: on.t("checked.kind." + string(r.Kind))}
		if r.HasChanged() {
			item.Note = on.join("comma", item.Note, on.t("checked.changed"))
		}
		if rep := reports[r.Place]; rep != nil {
			item.Link = on.toReport(rep)
		} else {
			item.Link = on.toPage(r)
		}
		items = append(items, item)
	}
	return items, count
}

// toPage leads to the page that an item stands on; the site file's words are on the home
// page.
func (on *page) toPage(r *checked.Review) Link {
	if n := on.nodeOf(r); n != nil {
		return on.to(n)
	}
	return on.link("/", on.site.Config.Title.Text)
}

// nodeOf is what the page of an item is about; nil for the site file.
func (v items) nodeOf(r *checked.Review) *site.Node {
	if i := slices.IndexFunc(v.site.States, func(st *site.State) bool { return st.Page != nil && st.Page.Path == r.Place.File }); i >= 0 {
		return &v.site.States[i].Node
	}
	return v.site.Named(r.Page)
}

func (t tables) checked() Table {
	rows := slices.DeleteFunc(slices.Clone(t.reviews.All), func(r *checked.Review) bool { return r.Draft })
	standing := func(r *checked.Review) string {
		switch {
		case r.HasChanged():
			return "changed"
		case r.IsChecked():
			return "checked"
		}
		return "unchecked"
	}
	return tableOf(Table{
		Name: "checked", Title: t.t("table.checked"), About: t.t("table.checked.about"), Key: []string{"item"},
	}, slices.Values(rows),
		col("item", anyText, func(r *checked.Review) string { return r.ID }, "The item: the id of its page; of a report, with its fact, question or region; of a note, with the host that it leads to.").looked(),
		col("kind", oneOf(checked.Kinds...), func(r *checked.Review) string { return string(r.Kind) }, "What it is.").needed().looked(),
		col("page", anyText, func(r *checked.Review) string { return r.Page }, "The page in whose file it stands.").needed(),
		col("standing", oneOf("checked", "changed", "unchecked"), standing, "Whether as many people have read it against its source as the site asks for, or it has changed since.").needed().looked(),
		col("people", aWhole, func(r *checked.Review) string { return lengthOf(r.By) }, "How many people have read it as it is now.").needed().looked(),
		col("roles", anyText, func(r *checked.Review) string {
			return strings.Join(each(r.By, func(s checked.Signature) string { return s.Role }), "; ")
		}, "As whom they have read it, in the order of the days."),
		col("day", aDay, func(r *checked.Review) string {
			if len(r.By) == 0 {
				return ""
			}
			return r.By[len(r.By)-1].On
		}, "The day on which it was last read."),
	)
}

// onDay is a day of a signature in words.
func (w words) onDay(s string) string {
	d, err := edtf.Parse(s)
	if err != nil {
		return s // no signature has one
	}
	return w.Date(d)
}
