// Package desk puts the summary of an article beside the text of its source: which
// words of the text its reports use, what was found in it and no report has, and what
// is wrong with each report.
//
// In go an article of a Site, its file with the diagnostics, and the reading of the
// text; out comes plain data, for the desk of package preview. The package reads no
// file and writes no HTML.
package desk

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/citation"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/draft"
	"receipts/internal/site"
	"receipts/internal/verbatim"
)

// A Page is the desk of one article.
type Page struct {
	Blocks   []*Block  // of the text, in order; none without a text
	Astray   []*Report // whose quote does not stand where the report says
	Problems diag.List // of the file, of no report
	Counts
}

// Counts are the numbers of an article.
type Counts struct {
	Reports     int
	Used        int // findings that a report has
	Unused      int
	Unclear     int
	Diagnostics int // of all the file
}

// A Block is a paragraph, a title or an intertitle of the text, with what stands in it.
type Block struct {
	At       string // as a locator: "P7"
	IsTitle  bool
	Pieces   []Piece
	Reports  []*Report  // whose first quote stands here
	Findings []*Finding // that no report has, or that are not understood
}

// A Report is one of the article, numbered as its file has them. One that is still to be
// filled in is among them, though it is no report of the Site yet.
type Report struct {
	*checked.Review
	Label
	Problems diag.List
	Notes    []string // what the text says against its quotes

	quotes []content.Evidence // the first one first
}

// Of is what r is of: a fact, a question, the code of a state.
func (r *Report) Of() string { return strings.TrimPrefix(r.ID, r.Page+"#") }

// FrontOf is what an article says, with the places that are still to be filled in.
func FrontOf(a *site.Article) *content.Article { return cmp.Or(a.Page.Begun, a.Front) }

// A Finding is one that is marked in the text.
type Finding struct {
	draft.Finding
	Label
}

// Of returns the desk of an article. text is its file; the reviews and the diagnostics
// may be those of all files; r is the reading of its source, or nil.
func Of(a *site.Article, text []byte, reviews *checked.Reviews, diags diag.List, r *draft.Reading) *Page {
	p := &Page{}
	reports := reportsOf(a, reviews)
	p.Counts.Reports = len(reports)
	p.sort(a.Page.Path, text, reports, diags)
	if r == nil {
		p.Astray = reports
		return p
	}
	find := newFinder(r)
	blocks := make([]*Block, len(r.Places))
	ranges := make([][]marked, len(r.Places))
	for i, place := range r.Places {
		blocks[i] = blockOf(r, place)
	}
	for _, rep := range reports {
		home := -1
		for i, q := range rep.quotes {
			at := find.locate(q)
			for _, m := range at {
				ranges[m.block] = append(ranges[m.block], marked{m.start, m.end, rep.Label})
			}
			switch {
			case len(at) == 0:
				rep.Notes = append(rep.Notes, find.astray(q))
			case i == 0:
				home = at[0].block
			}
		}
		if home < 0 {
			p.Astray = append(p.Astray, rep)
			continue
		}
		blocks[home].Reports = append(blocks[home].Reports, rep)
	}
	has := hasOf(a)
	seen := map[string]bool{} // names, regions and citations, which are met again and again
	number := map[Mark]int{}
	quoted := slices.Clone(ranges) // by reports alone
	i := 0                         // of the block, since what was found is in order
	for _, f := range r.Found {
		for f.Start >= r.Places[i].End {
			i++
		}
		start, end := f.Start-r.Places[i].Start, f.End-r.Places[i].Start
		isQuoted := slices.ContainsFunc(quoted[i], func(m marked) bool { return m.start < end && start < m.end })
		if isQuoted || has(f) {
			p.Used++
			continue
		}
		what := string(f.Kind) + " " + cmp.Or(f.Value, strings.Join(f.IDs, " "), r.Text[f.Start:f.End])
		if f.Kind == draft.Name || f.Kind == draft.State || f.Kind == draft.Citation {
			if seen[what] {
				continue
			}
			seen[what] = true
		}
		mark := Unused
		if p.Unused++; f.Value == "" {
			mark = Unclear
			p.Unused--
			p.Unclear++
		}
		number[mark]++
		blocks[i].Findings = append(blocks[i].Findings, &Finding{f, Label{mark, number[mark]}})
		ranges[i] = append(ranges[i], marked{start, end, Label{mark, number[mark]}})
	}
	for i, place := range r.Places {
		blocks[i].Pieces = cut(r.Text[place.Start:place.End], ranges[i])
	}
	p.Blocks = blocks
	return p
}

// Passages are the blocks of a text in which quotes stand, with these marked and nothing
// else; that of the first quote comes first. Without quotes it is the whole text.
func Passages(r *draft.Reading, quotes []content.Evidence) (blocks []*Block) {
	ranges := map[int][]marked{}
	var order []int
	if len(quotes) == 0 {
		for i := range r.Places {
			order = append(order, i)
		}
	}
	find := newFinder(r)
	for _, q := range quotes {
		for _, s := range find.locate(q) {
			if ranges[s.block] == nil {
				order = append(order, s.block)
			}
			ranges[s.block] = append(ranges[s.block], marked{s.start, s.end, Label{Mark: Used}})
		}
	}
	for _, i := range order {
		b := blockOf(r, r.Places[i])
		b.Pieces = cut(r.Text[r.Places[i].Start:r.Places[i].End], ranges[i])
		blocks = append(blocks, b)
	}
	return blocks
}

// blockOf is a block without what stands in it.
func blockOf(r *draft.Reading, place verbatim.Place) *Block {
	return &Block{At: r.Locator(place), IsTitle: place.Kind == "T" || place.Kind == "H"}
}

// reportsOf are the reports of an article as its file has them.
func reportsOf(a *site.Article, reviews *checked.Reviews) []*Report {
	quotes := map[diag.Place][]content.Evidence{}
	FrontOf(a).EachReport(func(r *content.Report) { quotes[r.Place] = QuotesOf(r) })
	var all []*Report
	for _, item := range reviews.All {
		if item.Kind == checked.Report && item.Page == a.ID {
			all = append(all, &Report{Review: item, quotes: quotes[item.Place]})
		}
	}
	slices.SortFunc(all, func(x, y *Report) int { return x.Place.Start - y.Place.Start })
	for i, r := range all {
		r.Label = Label{Used, i + 1}
	}
	return all
}

// QuotesOf are the quotes of a report, the first one first.
func QuotesOf(r *content.Report) []content.Evidence {
	all := append([]content.Evidence{r.Evidence}, r.Also...)
	return slices.DeleteFunc(all, content.Evidence.IsZero)
}

// sort gives each diagnostic of a file to the report in whose lines it stands, and
// those that point there from another file.
func (p *Page) sort(path string, text []byte, reports []*Report, diags diag.List) {
	ends := make([]int, len(reports))
	for i, r := range reports {
		ends[i] = ItemEnd(text, r.Place.Start)
	}
	at := func(place diag.Place) *Report {
		for i, r := range reports {
			if place.File == path && r.Place.Start <= place.Start && place.Start < ends[i] {
				return r
			}
		}
		return nil
	}
	for _, d := range diags {
		r := at(d.Place)
		for _, related := range d.Related {
			if r == nil && d.Place.File != path {
				r = at(related.Place)
			}
		}
		switch {
		case r != nil:
			r.Problems = append(r.Problems, d)
		case d.Place.File == path:
			p.Problems = append(p.Problems, d)
		default:
			continue
		}
		p.Diagnostics++
	}
}

// ItemEnd is where the item of a list ends whose first key is at start: before the first
// line that is indented less than that key.
func ItemEnd(text []byte, start int) int {
	line := bytes.LastIndexByte(text[:min(start, len(text))], '\n') + 1
	column := start - line
	for at := line; at < len(text); {
		next := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		l := text[at:next]
		indent := len(l) - len(bytes.TrimLeft(l, " "))
		if at > line && indent < column && len(bytes.TrimSpace(l)) > 0 {
			return at
		}
		at = next
	}
	return len(text)
}

// A spot is where a quote stands in a block.
type spot struct{ block, start, end int }

// A finder looks for quotes in the blocks of a text, of which it reads each once.
type finder struct {
	*draft.Reading
	texts []*verbatim.Text
}

func newFinder(r *draft.Reading) *finder { return &finder{r, make([]*verbatim.Text, len(r.Places))} }

// in returns where a quote stands in a block.
func (f *finder) in(block int, text string) [][2]int {
	if f.texts[block] == nil {
		place := f.Places[block]
		f.texts[block] = verbatim.NewText(f.Text[place.Start:place.End])
	}
	return f.texts[block].Locate(text)
}

// locate returns where a quote stands at the place that its report names.
func (f *finder) locate(q content.Evidence) (all []spot) {
	for i, place := range f.Places {
		if isAt(place, q.At.String()) {
			for _, s := range f.in(i, q.Quote.Text) {
				all = append(all, spot{i, s[0], s[1]})
			}
		}
	}
	return all
}

// isAt reports whether a locator names a place. Those of a subtitle, standfirst or
// dateline name all that comes before the first paragraph, as for "check".
func isAt(p verbatim.Place, at string) bool {
	switch p.Kind {
	case "":
		return at == "ST" || at == "C" || at == "head"
	case "T":
		return at == "T"
	}
	return at == p.Kind+strconv.Itoa(p.N)
}

// astray says where a quote stands that does not stand at its place.
func (f *finder) astray(q content.Evidence) string {
	for i, place := range f.Places {
		if len(f.in(i, q.Quote.Text)) > 0 {
			return "“" + q.Quote.Text + "” stands at " + f.Locator(place) + ", not at " + q.At.String()
		}
	}
	return "“" + q.Quote.Text + "” does not stand in the text, word for word"
}

// law begins the slug of a citation among ids.
const law = "/law/"

// hasOf returns whether an article speaks of what was found, wherever it does: of a name
// or a region there is no need to quote every place.
func hasOf(a *site.Article) func(draft.Finding) bool {
	has := map[string]bool{}
	node := func(n *site.Node) {
		if n != nil {
			has[n.ID] = true
		}
	}
	entity := func(e *site.Entity) {
		if e != nil {
			node(&e.Node)
		}
	}
	parties := func(lists ...[]site.Party) {
		for _, p := range slices.Concat(lists...) {
			entity(p.Entity)
		}
	}
	for _, n := range a.Refs {
		node(n)
	}
	for _, d := range a.Page.Texts {
		for _, c := range d.Citations() {
			has[law+c.Slug] = true
		}
	}
	entity(a.Outlet)
	entity(a.Author)
	for _, r := range a.Reports {
		parties(r.From, r.To, r.Speakers, r.Via, r.For, r.Against)
		if r.Claim != nil {
			for _, id := range r.Claim.About {
				has[id.Text] = true
			}
		}
		for _, s := range r.Links.States {
			has[s.Code] = true
		}
	}
	for _, s := range a.Said {
		parties(s.Speakers)
		has[s.State.Code] = true
	}
	for _, q := range a.Legal {
		parties(q.Speakers)
	}
	published := FrontOf(a).Source.Published
	return func(f draft.Finding) bool {
		switch f.Kind {
		case draft.Date:
			return f.At == "head" && f.Day == published.Date // as the source prints it
		case draft.Name:
			return slices.ContainsFunc(f.IDs, func(id string) bool { return has[id] })
		case draft.State:
			return has[f.Value]
		case draft.Citation:
			return slices.ContainsFunc(citation.Find([]byte(f.Value)), func(m citation.Match) bool { return has[law+m.Citation.Slug()] })
		}
		return false
	}
}
