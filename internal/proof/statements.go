package proof

import (
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// A statementCheck asks whether what a report of an article states besides its figure
// stands in its sentence and its quotes: its parties, its states, who says it. It
// takes the whole site, since it takes the names of its people and organizations.
type statementCheck struct {
	site  *site.Site
	names nameIndex
	read  *Page // of the article
	complaints

	misstated []string // states that texts name in place of one that is given, which is reported
}

func (c *statementCheck) complain(t *told, code diag.Code, at diag.Place, message, hint string) {
	c.of(t.Report, diag.Diagnostic{Code: code, Place: at, Message: message, Hint: hint})
}

// checkArticle checks all reports of a.
func (c *statementCheck) checkArticle(a *site.Article) {
	for _, r := range a.Reports {
		t := c.tell(a, r.Report)
		t.fact, t.states, t.amount = r.Fact.ID, r.Links.States, r.Amount
		if m := r.Amount; m != nil {
			for _, as := range []content.Inline{m.FromAs, m.ToAs} {
				if !as.IsEmpty() {
					t.as = append(t.as, c.tale(t.lang, c.words(as)))
				}
			}
			c.checkParties(t)
			c.checkFlow(t)
		}
		c.checkRest(t)
	}
	for _, asked := range a.Legal {
		c.checkRuling(asked)
		c.checkRest(c.tell(a, &asked.Report))
	}
	for _, said := range a.Said {
		t := c.tell(a, &said.Report)
		if !slices.ContainsFunc(t.quotes, func(q tale) bool { return len(evidence.FindStates(c.site.Regions, q.lang, q.text)) > 0 }) {
			t.states = []content.StateCode{said.State} // or else the quote is held to it; see states.go
		}
		c.checkRest(t)
	}
}

// checkRest makes the checks that all kinds of reports have.
func (c *statementCheck) checkRest(t *told) {
	if !t.article.Front.LostState {
		before := len(c.diags)
		c.checkStates(t)
		c.checkUnlisted(t, c.diags[before:])
	}
	c.checkSpeakers(t)
	c.checkNamesTranslated(t)
}

// checkedStatements are what came of the reports of all articles.
type checkedStatements struct {
	diags     diag.List
	misstated [][]string // by article, as a statementCheck has them
	called    string     // see [Memory]
	stood     map[*content.Page][]basis
}

// checkStatements checks the reports of all articles, and the answers of their
// authors.
func (p *Proof) checkStatements(in Input, bases [][]basis) checkedStatements {
	articles := p.Site.Articles
	out := checkedStatements{misstated: make([][]string, len(articles))}
	called, ok := calledOn(p.Site, in.Pages)
	if !ok {
		return out
	}
	names := sync.OnceValue(func() nameIndex { return callings(p.Site) })
	stand := make([]bool, len(articles))
	out.diags = each(in.Each, len(articles), func(i int) []diag.Diagnostic {
		a := articles[i]
		if stand[i] = in.Memory.knowsStatements(a, called, bases[i]); stand[i] {
			return nil
		}
		c := statementCheck{site: p.Site, names: names(), read: p.read(a.Page)}
		c.checkArticle(a)
		c.diags = append(c.diags, checkAnswers(a.Front, c.read.answered, c.answered)...)
		stand[i] = len(c.diags) == 0 && !tellsOfRulings(a)
		out.misstated[i] = c.misstated
		return c.diags
	})
	out.called, out.stood = called, make(map[*content.Page][]basis, len(articles))
	for i, a := range articles {
		if stand[i] {
			out.stood[a.Page] = bases[i]
		}
	}
	return out
}

// checkFlow checks that the kind of payment stands in the words of t, if the site
// file gives words for it.
func (c *statementCheck) checkFlow(t *told) {
	words := c.site.Config.FlowWords[t.amount.Flow.Text]
	if len(words) == 0 {
		return
	}
	for _, text := range t.texts() {
		if slices.ContainsFunc(words, func(w string) bool { return containsWord(text.text, w) }) {
			return
		}
	}
	c.complain(t, diag.FlowNotNamed, t.amount.Flow.Place, `neither the sentence nor a quote has a word for "`+t.amount.Flow.Text+`"`,
		"it is said by "+strings.Join(words, ", ")+orStands)
}
