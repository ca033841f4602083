package proof

import (
	"regexp"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// A day right behind a link, as in "[[next-2024-10-09|one by Next]] of 9 October 2024",
// is that of what the link leads to: of the publication of an article, of a fact. It is
// read on the pages whose prose is not held to facts otherwise (agree.go).

// A dayBeside is a day that a page has right behind a link.
type dayBeside struct {
	diag.Place
	id, words string
}

var dayBehind = regexp.MustCompile(`^(?:,? (?:of|on|from) |, | \()(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)\b`)

// daysBesideIn finds the days behind links in the body of a page.
func daysBesideIn(p *content.Page) (found []dayBeside) {
	if p.Body == nil || p.Kind == content.ArticleKind || p.Kind == content.FactKind {
		return nil
	}
	for _, t := range p.Body.Passages() {
		for _, l := range t.Labels {
			if m := dayBehind.FindStringSubmatchIndex(t.Text[l.End:]); m != nil {
				from, to := l.End+m[2], l.End+m[3]
				at := diag.Place{File: p.Path, Start: t.At(from), End: t.At(to-1) + 1}
				found = append(found, dayBeside{at, l.Ref.ID, t.Text[from:to]})
			}
		}
	}
	return found
}

// checkDaysBeside compares the days behind links on a page with those of what the
// links lead to.
func (p *Proof) checkDaysBeside(n *site.Node) (diags diag.List) {
	for _, d := range p.read(n.Page).beside {
		to := p.Site.Named(d.id)
		var have []edtf.Date
		var set dateSet
		var published edtf.Date // by which a day without a year is read
		switch {
		case to == nil:
			continue
		case to.Article() != nil:
			published = to.Article().Front.Source.Published.Date
			have = []edtf.Date{published}
			set = dateSet{few: have}
		case to.Fact() != nil && len(to.Fact().Reports) > 0:
			fact := p.statedBy(to.Fact())
			if fact.lostDates {
				continue
			}
			published = to.Fact().Reports[0].Article.Front.Source.Published.Date
			have, set = fact.dates, fact.dateSet()
		}
		if len(have) == 0 || published.IsZero() {
			continue
		}
		for _, f := range evidence.FindDates(n.Page.Lang, d.words, published) {
			if !saysDate(f.Date, set) {
				diags.AddHint(diag.OtherDayBeside, d.Place, `"`+d.words+`" is not the date of "`+to.ID+`"`, "it is "+dateInWords(localeOf(n.Page.Lang), nearestDate(f.Date, have)))
			}
		}
	}
	return diags
}
