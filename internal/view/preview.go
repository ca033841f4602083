package view

import (
	"strings"

	"receipts/internal/site"
)

// A Preview is what a script shows of a page beside a link to it: plain texts. They
// are the kind of a page, its title, its figure if it has one, what it is about,
// and how accounts differ.
type Preview [5]string

const previewsPerFile = 40

// PreviewFiles is in how many files the previews are: of some forty pages each, so
// that the first costs a few KB and the next often nothing.
func (v *Views) PreviewFiles() int {
	s := v.site
	pages := len(s.Articles) + len(s.Facts) + len(s.People) + len(s.Organizations) + len(s.Questions) + len(s.Authorities) + len(s.Terms) + len(s.States)
	return pages/previewsPerFile + 1
}

// EachPreview calls f for every address that has a preview, with how to make it:
// a page, or one report of a fact.
func (v *Views) EachPreview(f func(path string, make func() Preview)) {
	s := v.site
	for _, a := range s.Articles {
		f(a.Path, func() Preview {
			return Preview{v.t("kind.article"), a.Title, "", v.about(a.Front.Summary), v.byline(a)}
		})
	}
	for _, fact := range s.Facts {
		f(fact.Path, func() Preview { return v.factPreview(fact, fact.Reports[0]) })
		if len(fact.Reports) == 1 {
			continue
		}
		for _, rep := range fact.Reports {
			f(fact.Path+"#"+rep.Anchor, func() Preview { return v.factPreview(fact, rep) })
		}
	}
	for _, list := range [][]*site.Entity{s.People, s.Organizations} {
		for _, e := range list {
			f(e.Path, func() Preview { return Preview{v.entityKind(e), e.Title, "", v.about(e.Front.Summary), ""} })
		}
	}
	for _, q := range s.Questions {
		f(q.Path, func() Preview {
			var status []string
			for _, asked := range latestAsked(q) {
				status = append(status, outlet(asked.Article)+": "+v.t("status."+asked.Status))
			}
			return Preview{v.t("kind.question"), q.Title, "", v.about(q.Front.Summary), strings.Join(status, "; ")}
		})
	}
	for _, a := range s.Authorities {
		f(a.Path, func() Preview {
			about := ""
			if a.Front != nil {
				about = v.about(a.Front.Summary)
			}
			return Preview{v.t("kind.authority"), a.Title, "", about, a.Cite}
		})
	}
	for _, t := range s.Terms {
		f(t.Path, func() Preview { return Preview{v.t("kind.term"), t.Title, "", v.about(t.Front.Summary), ""} })
	}
	for _, st := range s.States {
		f(st.Path, func() Preview {
			return Preview{v.t("kind.state"), st.Name, "", v.Count("count.facts", len(st.Facts)), ""}
		})
	}
}

// factPreview is what one report says of a fact, and what others say instead.
func (v *Views) factPreview(f *site.Fact, rep *site.Report) Preview {
	figure := ""
	switch {
	case rep.Amount != nil:
		figure = v.amount(rep).Plain
	case rep.Event != nil && rep.Event.Date.IsSet():
		figure = v.Date(rep.Event.Date.Date)
	}
	note := v.byline(rep.Article)
	if others := v.otherFigures(f); others != "" && rep == f.Reports[0] {
		note += "; " + others
	}
	if differ := v.differ(f); differ != "" {
		note += " · " + differ
	}
	return Preview{v.t("kind." + string(f.Type)), f.Title, figure, v.about(rep.Says), note}
}
