package proof

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// "Twelve days apart", or "twelve days separate", on any page is the distance of two
// days that the page knows: those on which the articles that it links to were
// published, or which report its fact, and those of the facts that it links to or
// reports. Of a page that knows fewer than two, these are the days of all articles.
// Weeks are whole ones, unless the text says "about"; months and years are not
// reckoned.

// A distance is "twelve days apart" in a text of ours.
type distance struct {
	diag.Place
	words   string
	days    int
	nearly  bool // "about two weeks apart"
	perUnit int  // days in the unit
}

var apart = regexp.MustCompile(`(?i)([\p{L}-]+ )?(?:[\p{L}-]+|\d+) (day|week)s? (?:apart|separate)\b`)

// distancesIn finds the distances in the texts of a page.
func distancesIn(p *content.Page) (found []distance) {
	read := func(d *markdown.Doc) {
		for _, t := range d.Passages() {
			if !mayBeDistance(t.Text) {
				continue
			}
			for _, m := range apart.FindAllStringSubmatchIndex(t.Text, -1) {
				words := t.Text[m[0]:m[1]]
				all := evidence.FindQuantities(p.Lang, words[:strings.LastIndexByte(words, ' ')])
				if len(all) != 1 || all[0].Kind != amount.Point {
					continue // "some days apart"
				}
				number, err := strconv.Atoi(all[0].Lo)
				if err != nil {
					continue
				}
				from := m[0] + all[0].Start
				d := distance{
					Place: diag.Place{File: p.Path, Start: t.At(from), End: t.At(m[1]-1) + 1},
					words: t.Text[from:m[1]], days: number, perUnit: 1, nearly: all[0].Qualifier != amount.Plain || all[0].Some,
				}
				if t.Text[m[4]:m[5]] == "week" {
					d.days, d.perUnit = 7*number, 7
				}
				found = append(found, d)
			}
		}
	}
	content.EachInline(p.Front, func(i content.Inline) {
		if i.Doc != nil && mayBeDistance(i.Text) { // as nearly none is
			read(i.Doc)
		}
	})
	if p.Body != nil {
		read(p.Body)
	}
	return found
}

func mayBeDistance(text string) bool {
	return strings.Contains(text, " apart") || strings.Contains(text, " separate")
}

// checkDays checks the days and distances that pages give beside their facts. Where the
// day of an article is refuted, nothing is said: what repeats it is not to blame.
func (p *Proof) checkDays() (diags diag.List) {
	isRefuted := func(a *site.Article) bool { return p.read(a.Page).dayRefuted }
	if p.Site.Partial || slices.ContainsFunc(p.Site.Articles, isRefuted) {
		return nil
	}
	for _, n := range p.Site.Nodes() {
		if n.Page != nil {
			diags = append(diags, p.checkDistances(n)...)
			diags = append(diags, p.checkDaysBeside(n)...)
		}
	}
	return diags
}

// checkDistances compares the distances on a page with the days that it knows.
func (p *Proof) checkDistances(n *site.Node) (diags diag.List) {
	for _, d := range p.read(n.Page).distances {
		days := p.daysOf(n)
		if len(days) < 2 {
			days = nil
			for _, a := range p.Site.Articles {
				days = addDay(days, a.Front.Source.Published.Date)
			}
		}
		var all []int
		for i, x := range days {
			for _, y := range days[:i] {
				all = append(all, daysApart(x, y))
			}
		}
		if len(all) == 0 || slices.ContainsFunc(all, d.is) {
			continue
		}
		hint := "mend the number, link to what is so far apart, or mark it: [[!" + d.words + "]]"
		if len(days) == 2 {
			hint = days[0].String() + " and " + days[1].String() + " are " + diag.Plural(all[0], "day") + " apart"
		}
		diags.AddHint(diag.OtherDistance, d.Place, `no two days of this page are "`+d.words+`"`, hint)
	}
	return diags
}

// is reports whether days is the distance that d says.
func (d distance) is(days int) bool {
	if d.nearly {
		return days > d.days-d.perUnit && days < d.days+d.perUnit
	}
	return days == d.days
}

// daysOf are the days that the page of n knows, each once.
func (p *Proof) daysOf(n *site.Node) (days []edtf.Date) {
	add := func(n *site.Node) {
		if a := n.Article(); a != nil {
			days = addDay(days, a.Front.Source.Published.Date)
		}
		if f := n.Fact(); f != nil {
			for _, date := range newStatedFact(f, f.Reports).dates {
				days = addDay(days, date)
			}
		}
	}
	add(n)
	if f := n.Fact(); f != nil {
		for _, r := range f.Reports {
			add(&r.Article.Node)
		}
	}
	if a := n.Article(); a != nil {
		for _, r := range a.Reports {
			add(&r.Fact.Node)
		}
	}
	for _, d := range n.Page.Texts {
		for _, ref := range d.Refs() {
			if to := p.Site.Named(ref.ID); to != nil {
				add(to)
			}
		}
	}
	return days
}

func addDay(days []edtf.Date, d edtf.Date) []edtf.Date {
	if d.IsZero() || d.IsInterval() || d.Precision() != edtf.PrecisionDay || slices.Contains(days, d) {
		return days
	}
	return append(days, d)
}
