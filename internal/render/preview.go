package render

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"strconv"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/site"
)

// Previews are what a script shows of a page beside a link to it: plain texts,
// in files of some forty pages each, so that the first costs a few KB and the
// next often nothing. Which file a page is in follows from its address:
// FNV-1a of the address, 32 bits, modulo the number of files.

// A preview is the kind of a page, its title, its figure if it has one, what it
// is about, and how accounts differ.
type preview [5]string

const previewsPerFile = 40

// previewFiles is how many files the previews are in.
func (r *renderer) previewFiles() int {
	s := r.site
	pages := len(s.Articles) + len(s.Facts) + len(s.People) + len(s.Organizations) + len(s.Questions) + len(s.Authorities) + len(s.Terms) + len(s.States)
	return pages/previewsPerFile + 1
}

func previewFile(href string, files int) int {
	h := fnv.New32a()
	_, _ = io.WriteString(h, href)
	return int(h.Sum32() % uint32(files))
}

// previews adds the files of previews. Which pages are in which is worked out
// once, by the first that is asked for.
func (r *renderer) previews(add func(path string, write func(io.Writer) error)) {
	type entry struct {
		href string
		make func() preview
	}
	files := r.previewFiles()
	sorted := sync.OnceValue(func() [][]entry {
		out := make([][]entry, files)
		r.eachPreview(func(path string, make func() preview) {
			href := r.site.Href(path)
			i := previewFile(href, files)
			out[i] = append(out[i], entry{href, make})
		})
		return out
	})
	for i := range files {
		add("/previews/"+strconv.Itoa(i)+".json", func(w io.Writer) error {
			of := map[string]preview{}
			for _, e := range sorted()[i] {
				of[e.href] = e.make()
			}
			return json.NewEncoder(w).Encode(of) // keys are written sorted
		})
	}
}

// eachPreview calls f for every address that has a preview, with how to make it:
// a page, or one report of a fact.
func (r *renderer) eachPreview(f func(path string, make func() preview)) {
	s := r.site
	for _, a := range s.Articles {
		f(a.Path, func() preview {
			return preview{r.t("kind.article"), a.Title, "", r.about(a.Front.Summary), r.byline(a)}
		})
	}
	for _, fact := range s.Facts {
		f(fact.Path, func() preview { return r.factPreview(fact, fact.Reports[0]) })
		if len(fact.Reports) == 1 {
			continue
		}
		for _, rep := range fact.Reports {
			f(fact.Path+"#"+rep.Anchor, func() preview { return r.factPreview(fact, rep) })
		}
	}
	for _, list := range [][]*site.Entity{s.People, s.Organizations} {
		for _, e := range list {
			f(e.Path, func() preview { return preview{r.entityKind(e), e.Title, "", r.about(e.Front.Summary), ""} })
		}
	}
	for _, q := range s.Questions {
		f(q.Path, func() preview {
			var status []string
			for _, asked := range latestAsked(q) {
				status = append(status, r.outlet(asked.Article)+": "+r.t("status."+asked.Status))
			}
			return preview{r.t("kind.question"), q.Title, "", r.about(q.Front.Summary), strings.Join(status, "; ")}
		})
	}
	for _, a := range s.Authorities {
		f(a.Path, func() preview {
			about := ""
			if a.Front != nil {
				about = r.about(a.Front.Summary)
			}
			return preview{r.t("kind.authority"), a.Title, "", about, a.Cite}
		})
	}
	for _, t := range s.Terms {
		f(t.Path, func() preview { return preview{r.t("kind.term"), t.Title, "", r.about(t.Front.Summary), ""} })
	}
	for _, st := range s.States {
		f(st.Path, func() preview {
			return preview{r.t("kind.state"), st.Name, "", r.words.Count("count.facts", len(st.Facts)), ""}
		})
	}
}

// about is the words of a text, short enough to be read at a glance.
func (r *renderer) about(i content.Inline) string { return describe(r.plain(i)) }

// factPreview is what one report says of a fact, and what others say instead.
func (r *renderer) factPreview(f *site.Fact, rep *site.Report) preview {
	figure := ""
	switch {
	case rep.Amount != nil:
		figure = r.words.Quantity(rep.Amount.Quantity.Quantity).Plain
	case rep.Event != nil && rep.Event.Date.IsSet():
		figure = r.words.Date(rep.Event.Date.Date)
	}
	note := r.byline(rep.Article)
	if others := r.otherFigures(f); others != "" && rep == f.Reports[0] {
		note += "; " + others
	}
	if differ := r.differ(f); differ != "" {
		note += " · " + differ
	}
	return preview{r.t("kind." + string(f.Type)), f.Title, figure, r.about(rep.Says), note}
}
