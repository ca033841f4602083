package proof

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/region"
	"receipts/internal/site"
)

// A Memory says of which articles the prose agreed with its facts when the Site
// was checked last, and of which nothing spoke against what the reports state. To ask
// it of all again takes a third of a build. The zero Memory knows of none.
//
// Both follow from the page, from what it links to, and from names on the site and its regions. Pages
// and reports never change once made: where each of these is the same one, the
// answer is what it was. Mistakes are not remembered.
type Memory struct {
	names  string         // see [namesToSkip]
	words  *locale.Locale // see [Input]
	agreed map[*content.Page][]basis
	many   map[string]*manyReports // by the id of the fact

	called string                 // see [calledOn]; of a further edition with the names of the first
	retold map[*content.Page]bool // the translated pages that name whom their originals do

	regions *region.Set // that the site speaks of
	stood   map[*content.Page][]basis
}

// A basis is one thing that prose was compared with: a *content.Report, all reports of
// a fact that has many, or the *content.Page of an article; nil for a link that makes
// no difference.
type basis any

// manyReports are all reports of a fact that has more than a few. Every article may
// rest on them, so they are one basis: as long as they are the same reports, it is the
// same.
type manyReports struct{ reports []*content.Report }

// basesOfMany are the bases of the facts with many reports, by id; those of before
// where nothing has changed.
func basesOfMany(facts []*site.Fact, before map[string]*manyReports) map[string]*manyReports {
	out := map[string]*manyReports{}
	for _, f := range facts {
		if len(f.Reports) <= fewReports {
			continue
		}
		all := &manyReports{make([]*content.Report, len(f.Reports))}
		for i, r := range f.Reports {
			all.reports[i] = r.Report
		}
		if old := before[f.ID]; old != nil && slices.Equal(old.reports, all.reports) {
			all = old
		}
		out[f.ID] = all
	}
	return out
}

// reports are those of facts with many that m knows.
func (m *Memory) reports() map[string]*manyReports {
	if m == nil {
		return nil
	}
	return m.many
}

// recall returns what m knows of prose if the names on the site, and the words for what is
// counted, are still the same.
func (m *Memory) recall(names []name, words *locale.Locale) *Memory {
	var all strings.Builder
	for _, n := range names {
		all.WriteString(n.words + "\n")
	}
	if m == nil || m.names != all.String() || m.words != words {
		return &Memory{names: all.String()}
	}
	return m
}

// knowsStatements reports whether nothing spoke against what a states, with the same
// names on the site and the same bases.
func (m *Memory) knowsStatements(a *site.Article, called string, bases []basis) bool {
	if m == nil || m.called != called {
		return false
	}
	before, known := m.stood[a.Page]
	return known && slices.Equal(before, bases)
}

// knows reports whether the prose of a, which rests on bases, is known to agree.
func (m *Memory) knows(a *site.Article, bases []basis) bool {
	before, known := m.agreed[a.Page]
	return known && slices.Equal(before, bases)
}

// basesOf lists what the prose of a is compared with besides what stands on its
// page.
func basesOf(a *site.Article, many map[string]*manyReports) []basis {
	out := make([]basis, 0, len(a.Reports)+len(a.Refs))
	for _, r := range a.Reports { // without those whose fact has an id that is taken
		out = append(out, r.Report)
	}
	for _, n := range a.Refs {
		switch {
		case n == nil:
			out = append(out, nil)
		case n.Fact() != nil && many[n.ID] != nil:
			out = append(out, many[n.ID])
		case n.Fact() != nil:
			for _, r := range n.Fact().Reports {
				out = append(out, r.Report)
			}
		case n.Article() != nil:
			out = append(out, n.Page)
		}
	}
	return out
}
