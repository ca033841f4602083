package view

import (
	"receipts/internal/site"
)

// A Preview is what a script shows of a page beside a link to it: kind, title,
// figure, what it is about, and how accounts differ.
type Preview [5]string

const previewsPerFile = 40

// PreviewFiles is in how many files the previews are.
func (v *Views) PreviewFiles() int { return v.previewFiles }

// previewFiles makes them of some forty pages each, so that the first costs a few KB
// and the next often nothing.
func previewFiles(s *site.Site) int {
	reports := 0 // which have a preview each; a few do not count
	for _, f := range s.Facts {
		if len(f.Reports) > previewsPerFile {
			reports += len(f.Reports)
		}
	}
	pages := reports + len(s.Articles) + len(s.Facts) + len(s.People) + len(s.Organizations) + len(s.Questions) + len(s.Authorities) + len(s.Terms) + len(s.States) + len(s.Later) + len(s.Topics)
	return pages/previewsPerFile + 1
}

// EachPreview calls f for every address that has a preview, with how to make it:
// a page, or one report of a fact.
func (v *Views) EachPreview(f func(path string, make func() Preview)) {
	for _, fact := range v.site.Facts {
		f(fact.Path, func() Preview { return v.factPreview(fact, fact.First()) })
		if len(fact.Reports) == 1 {
			continue
		}
		for _, rep := range fact.Reports {
			f(rep.Address(), func() Preview { return v.factPreview(fact, rep) })
		}
	}
	eachThing(v.site, func(kind string, n *site.Node, is any) {
		if _, ok := is.(*site.TextPage); !ok {
			f(n.Path, func() Preview { return v.preview(kind, n, is) })
		}
	})
}

func (v *Views) preview(kind string, n *site.Node, is any) Preview {
	kind, about, note := v.t("kind."+kind), "", ""
	switch x := is.(type) {
	case *site.Article:
		about, note = v.about(x.Front.Summary), v.byline(x)
	case *site.Entity:
		kind, about = v.entityKind(x), v.about(x.Front.Summary)
	case *site.Question:
		var status []string
		for _, asked := range latest(x.Asked) {
			status = append(status, v.join("colon", outlet(asked.Article), v.t("status."+asked.Status.Text)))
		}
		about, note = v.about(x.Front.Summary), v.join("semicolon", status...)
	case *site.Authority:
		if note = x.Cite; x.Front != nil {
			about = v.about(x.Front.Summary)
		}
	case *site.Later:
		about, note = v.about(x.Front.Says), v.Date(x.Front.Date.Date)
	case *site.Topic:
		about = v.about(x.Front.Summary)
	case *site.Term:
		about = v.about(x.Front.Summary)
	case *site.State:
		about = v.Count("count.facts", len(x.Facts))
	}
	return Preview{kind, v.name(n), "", about, note}
}

// factPreview is what one report says of a fact, and what others say instead.
func (v *Views) factPreview(f *site.Fact, rep *site.Report) Preview {
	note := v.byline(rep.Article)
	if rep == f.First() {
		if others := v.otherFigures(f); others != "" {
			note = v.join("semicolon", note, others)
		}
	}
	if differ := v.differ(f); differ != "" {
		note += " · " + differ
	}
	return Preview{v.t("kind." + string(f.Type)), f.Title, v.figure(rep), v.about(rep.Says), note}
}
