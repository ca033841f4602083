package site

import (
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/markdown"
)

// A fact is called what its own file says. Without one it is called what a report
// says; where none does, it has the words of its oldest report. An id is no title.

// maxTitle is how many characters of a report's words make a title.
const maxTitle = 64

// titleFacts gives the facts without a file their titles.
func (x *indexer) titleFacts() {
	for _, f := range x.Facts {
		x.titleOf(f)
		given := f.givenTitle()
		if given == nil || f.Page != nil && f.Front == nil { // a file that cannot be read is reported
			continue
		}
		at, text := given.Links.Title.Place, f.Title
		if f.Front != nil {
			at = f.Front.Title.Place
		}
		for _, r := range f.Reports {
			if t := r.Links.Title; t.Text != "" && t.Text != text {
				x.diags = append(x.diags, diag.Diagnostic{
					Code: diag.TitleDiffers, Place: t.Place, Message: `"` + f.ID + `" has two titles`,
					Hint:    "keep one of them: a fact is called the same wherever it is reported",
					Related: []diag.Related{{Place: at, Note: `it is called "` + text + `" here`}},
				})
			}
		}
	}
}

// givenTitle is the oldest report of f that gives it a title, or nil.
func (f *Fact) givenTitle() *Report {
	var first *Report
	for _, r := range f.Reports {
		if r.Links.Title.Text != "" && (first == nil || byAge(r, first) < 0) {
			first = r
		}
	}
	return first
}

// TitlePlace is where the words of f's title are written.
func (f *Fact) TitlePlace() diag.Place {
	if f.Front != nil {
		return f.Front.Title.Place
	}
	if given := f.givenTitle(); given != nil {
		return given.Links.Title.Place
	}
	return slices.MinFunc(f.Reports, byAge).Says.Place
}

// TitleFile is the file that the words of n's title are from; empty of what has its name
// from elsewhere, as a region has, or from nowhere.
func (n *Node) TitleFile() string {
	if f := n.fact; f != nil && len(f.Reports) > 0 {
		return f.TitlePlace().File
	}
	return n.titleFile
}

// titleOf is the title of f, which it is given if it has none yet.
func (x *indexer) titleOf(f *Fact) string {
	if f.Title != "" {
		return f.Title
	}
	if given := f.givenTitle(); given != nil {
		f.Title = given.Links.Title.Text
		return f.Title
	}
	f.Title = "…" // where words of two facts refer to each other
	says := slices.MinFunc(f.Reports, byAge).Says.Whole().Text(titles{x: x})
	if says = strings.TrimRight(says, " ."); says == "" {
		says = f.ID // the missing sentence is reported where it is read
	}
	f.Title = Shorten(says, maxTitle)
	return f.Title
}

// titles resolves what the words of a report refer to, to what it is called.
type titles struct {
	markdown.Resolver
	x *indexer
}

func (t titles) Ref(ref *markdown.Ref) markdown.Target {
	n := t.x.Named(ref.ID)
	switch {
	case n == nil:
		return markdown.Target{Label: ref.ID}
	case n.fact != nil:
		return markdown.Target{Label: t.x.titleOf(n.fact)}
	}
	return markdown.Target{Label: n.Title}
}

// Shorten cuts a text at a word, after so many characters at most.
func Shorten(s string, most int) string {
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	n, end := 0, len(s)
	for i := range s {
		if n == most {
			end = i
			break
		}
		n++
	}
	if end == len(s) {
		return s
	}
	cut := s[:end]
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.–—") + "…"
}
