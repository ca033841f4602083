package site

import (
	"cmp"
	"slices"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/total"
)

// A Fact is an amount, an event or a claim with an id for ever, and every report
// of it.
type Fact struct {
	Node
	Front         *content.Fact // nil if we add nothing of our own
	Type          FactType
	Reports       []*Report // oldest first
	States        []*State  // by name
	Questions     []*Question
	PartOf        *Fact
	Parts         []*Fact
	Refunds       []*Fact // what it gives back; several if its reports differ
	RefundedBy    []*Fact // what gives back money of it, by id
	Disagreements []*Disagreement
	Topic         *Topic // the first that has it, or nil

	standing  []*Report     // see [Fact.Standing]; nil if all reports stand
	successor *Fact         // see [Fact.Successor]
	strongest *Disagreement // see [Fact.Strongest]

	contradictions int // see [Fact.Contradictions]

	byAnchor map[string]*Report       // of many reports; see [Fact.report]
	points   map[string]*Disagreement // of many; see [Fact.point]
	moved    bool                     // whether it has no page; see [Fact.move]
}

// fewReports is how many reports are searched without a map. Most facts have fewer.
const fewReports = 8

// report returns the report of an anchor, or nil.
func (f *Fact) report(anchor string) *Report {
	if f.byAnchor != nil {
		return f.byAnchor[anchor]
	}
	for _, r := range f.Reports {
		if r.Anchor == anchor {
			return r
		}
	}
	return nil
}

// point returns the disagreement of an anchor, or nil.
func (f *Fact) point(anchor string) *Disagreement {
	if f.points != nil {
		return f.points[anchor]
	}
	for _, d := range f.Disagreements {
		if d.Anchor == anchor {
			return d
		}
	}
	return nil
}

// ReportIn returns the first report of f by a, or nil.
func (f *Fact) ReportIn(a *Article) *Report {
	i, found := slices.BinarySearchFunc(f.Reports, a, func(r *Report, a *Article) int { return byAgeOf(r.Article, a) })
	if !found {
		return nil
	}
	return f.Reports[i]
}

// A FactType says what a fact is about.
type FactType string

// The types of facts.
const (
	Money FactType = "amount"
	Count FactType = "count"
	Event FactType = "event"
	Claim FactType = "claim"
)

// A Report is one article's account of one fact.
type Report struct {
	*content.Report
	Fact    *Fact
	Article *Article
	Anchor  string // unique on the fact's page: "next-2024-10-09", then "…-2"
	place   int    // among the reports of the fact, from 0
	Links   *content.FactLinks

	// One of these, by the fact's type.
	Amount *content.Amount
	Event  *content.Event
	Claim  *content.Claim

	From, To, Speakers []Party   // who pays, is paid, and says it
	Replaces           []*Report // the earlier figures that it is the first to replace
	ReplacedBy         *Report   // the later one that replaces it, or nil
	Refunds            *Fact     // what it gives back, or nil
	Via                []Party   // by whose way it goes
	For, Against       []Party   // whom or what it is spent to support, or to oppose
}

// A Party pays, is paid or speaks: an entity, or words for one without a page.
type Party struct {
	Entity *Entity
	Words  content.Inline
}

// addFacts makes the facts out of the reports of all articles. What follows from the
// reports of one fact together is left to [linker.settle], but for its title.
func (x *indexer) addFacts() {
	for _, a := range x.Articles {
		front := a.Front
		reports := make([]Report, 0, len(front.Amounts)+len(front.Dates)+len(front.Claims)) // in one allocation
		for i := range front.Amounts {
			m := &front.Amounts[i]
			reports = append(reports, Report{Report: &m.Report, Links: &m.FactLinks, Amount: m})
		}
		for i := range front.Dates {
			e := &front.Dates[i]
			reports = append(reports, Report{Report: &e.Report, Links: &e.FactLinks, Event: e})
		}
		for i := range front.Claims {
			c := &front.Claims[i]
			reports = append(reports, Report{Report: &c.Report, Links: &c.FactLinks, Claim: c})
		}
		a.Reports = make([]*Report, 0, len(reports))
		for i := range reports {
			reports[i].Article = a
			x.addReport(&reports[i])
		}
	}
	x.dropDrafts()
	x.titleFacts()
}

// settle gives f what follows from its reports together: their order, its type,
// addresses.
func (l *linker) settle(f *Fact) {
	f.sortReports()
	l.diags = append(l.diags, f.setType()...)
	f.anchorReports()
	if !l.Has("facts") {
		f.move()
	}
}

// sortReports puts the oldest report first.
func (f *Fact) sortReports() { slices.SortStableFunc(f.Reports, byAge) }

// byAge orders reports from the oldest on; those of one article stand together.
func byAge(x, y *Report) int { return byAgeOf(x.Article, y.Article) }

func byAgeOf(x, y *Article) int {
	if c := x.Front.Source.Published.Compare(y.Front.Source.Published.Date); c != 0 {
		return c
	}
	return cmp.Compare(x.ID, y.ID)
}

// anchorReports gives each report its anchor. The first of an article has the article's
// id, further ones a number as well, with which none may be the id of another article.
func (f *Fact) anchorReports() {
	var taken map[string]bool // made for further reports only, which are rare
	n := 0                    // of the reports of one article, which stand together
	for i, r := range f.Reports {
		if n++; i == 0 || f.Reports[i-1].Article != r.Article {
			n = 1
		}
		r.Anchor, r.place = r.Article.ID, i
		if n == 1 {
			continue
		}
		if taken == nil {
			taken = map[string]bool{}
			for _, r := range f.Reports {
				taken[r.Article.ID] = true
			}
		}
		for k := n; taken[r.Anchor]; k++ {
			r.Anchor = r.Article.ID + "-" + strconv.Itoa(k)
		}
		taken[r.Anchor] = true
	}
	if len(f.Reports) > fewReports {
		f.byAnchor = make(map[string]*Report, len(f.Reports))
		for _, r := range f.Reports {
			f.byAnchor[r.Anchor] = r
		}
	}
}

// Nth is which of the reports of its fact by its article r is, from 1.
func (r *Report) Nth() int {
	n := 1
	for ; n <= r.place && r.Fact.Reports[r.place-n].Article == r.Article; n++ {
	}
	return n
}

func (x *indexer) addReport(r *Report) {
	id := r.Links.Fact.Text
	if id == "" {
		return // reported where it is read
	}
	n := x.nodes[id]
	if n != nil && n.fact == nil {
		x.diags = append(x.diags, clash(r.Links.Fact.Place, id, n))
		return
	}
	if n == nil {
		if x.isNumber(id, r.Links.Fact.Place) {
			return
		}
		if len(x.room) == 0 {
			x.room = make([]Fact, 256)
		}
		f := &x.room[0]
		x.room = x.room[1:]
		f.Node = Node{ID: id, Kind: FactNode, Path: "/facts/" + id + "/"}
		f.Node.fact = f
		n = &f.Node
		x.Facts = append(x.Facts, f)
		x.nodes[id] = n
	}
	r.Fact = n.fact
	r.Fact.Reports = append(r.Fact.Reports, r)
	r.Article.Reports = append(r.Article.Reports, r)
}

func clash(at diag.Place, id string, other *Node) diag.Diagnostic {
	d := diag.Diagnostic{
		Code: diag.IDTaken, Place: at,
		Message: `id "` + id + `" is already taken by the ` + string(other.Kind) + " " + other.Title,
		Hint:    "give the fact another id",
	}
	if other.Page != nil {
		d.Message = `id "` + id + `" is already taken by ` + other.Page.Path
		d.Related = []diag.Related{{Place: other.Page.Place, Note: "the other file is here"}}
	}
	return d
}

// dropDrafts drops our own files on facts that only drafts report.
func (x *indexer) dropDrafts() {
	x.Facts = slices.DeleteFunc(x.Facts, func(f *Fact) bool {
		if len(f.Reports) > 0 || x.drafts[f.ID] == "" {
			return false
		}
		delete(x.nodes, f.ID)
		return true
	})
}

// setType sets f's type by its first report, and reports those of another type.
func (f *Fact) setType() (diags diag.List) {
	var first *Report
	for _, r := range f.Reports {
		t := r.factType()
		switch {
		case t == "": // an amount that could not be read
		case first == nil:
			first, f.Type = r, t
		case t != f.Type:
			diags = append(diags, diag.Diagnostic{
				Code: diag.MixedFact, Place: r.Links.Fact.Place,
				Message: `"` + f.ID + `" is reported as ` + t.withArticle() + " here and as " + f.Type.withArticle() + " elsewhere",
				Hint:    "one fact is one thing: give this one another id",
				Related: []diag.Related{{Place: first.Links.Fact.Place, Note: "it is " + f.Type.withArticle() + " here"}},
			})
		}
	}
	return diags
}

func (t FactType) withArticle() string {
	switch t {
	case Money:
		return "an amount of money"
	case Event:
		return "an event"
	}
	return "a " + string(t)
}

// factType is the type of fact that r reports; "" if its amount could not be read.
func (r *Report) factType() FactType {
	switch {
	case r.Amount != nil && r.Amount.Quantity.IsZero():
		return ""
	case r.Amount != nil && r.Amount.Quantity.IsCount():
		return Count
	case r.Amount != nil:
		return Money
	case r.Event != nil:
		return Event
	}
	return Claim
}

// linkFacts settles facts, resolves what they and their reports refer to, and notes what they
// mention.
func (l *linker) linkFacts() {
	l.spread(len(l.Facts), func(w *linker, i int) {
		f := l.Facts[i]
		w.settle(f)
		for _, r := range f.Reports {
			w.linkReport(f, r)
		}
		slices.SortFunc(f.States, func(x, y *State) int { return cmp.Compare(x.place, y.place) })
	})
	for _, f := range l.Facts {
		if len(f.Reports) == 0 {
			if !l.Partial && f.Front != nil {
				l.diags.AddHint(diag.UnreportedFact, f.Page.Place, `no article reports the fact "`+f.ID+`"`,
					cmp.Or(diag.DidYouMean(f.ID, l.factIDs()), `report it in an article with "fact: `+f.ID+`", or delete the file`))
			}
			continue
		}
		for _, r := range f.Reports {
			l.list(r)
		}
		for _, st := range f.States {
			st.Facts = append(st.Facts, f)
		}
		for _, q := range f.Questions {
			q.Facts = append(q.Facts, f)
		}
		l.linkFactPage(f)
	}
}

func (l *linker) factIDs() []string {
	var ids []string
	for _, f := range l.Facts {
		if len(f.Reports) > 0 {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// linkReport resolves what r refers to, adds it to r and to f, and notes that it
// is mentioned.
func (l *linker) linkReport(f *Fact, r *Report) {
	says := r.Says.Whole()
	l.mention(&f.Node, ReportedBy, &r.Article.Node, "", says)
	at := r.Fact.part(r.Anchor)
	parties := func(ps []content.Party, rel Relation) []Party {
		out := l.parties(ps)
		for _, p := range out {
			if p.Entity != nil {
				l.mention(&p.Entity.Node, rel, &f.Node, at, says)
			}
		}
		return out
	}
	if m := r.Amount; m != nil {
		pays, isPaid := Pays, IsPaid
		if l.KindOf(r) == total.State {
			pays, isPaid = Holds, Holds
		}
		r.From, r.To = parties(m.From, pays), parties(m.To, isPaid)
		r.Via = parties(m.Via, PassesOn)
		r.For, r.Against = parties(m.For, IsBacked), parties(m.Against, IsOpposed)
	}
	r.Speakers = parties(r.By, Says)
	if r.Claim != nil {
		for _, id := range r.Claim.About {
			if e := l.entity(id.Text, id.Place); e != nil {
				l.mention(&e.Node, AboutIt, &f.Node, at, says)
			}
		}
	}
	for _, code := range r.Links.States {
		st := l.byCode[code.Code]
		if !slices.Contains(f.States, st) {
			f.States = append(f.States, st)
		}
		l.mention(&st.Node, Places, &f.Node, at, says)
	}
	for _, ref := range r.Links.Legal {
		if q := l.question(ref.Text, ref.Place); q != nil {
			if !slices.Contains(f.Questions, q) {
				f.Questions = append(f.Questions, q)
			}
			l.mention(&q.Node, AskedOf, &f.Node, at, says)
		}
	}
}

// list adds r to the lists of the entities that take part in it.
func (l *linker) list(r *Report) {
	add := func(parties []Party, reports func(*Entity) *[]*Report) {
		for _, p := range parties {
			if p.Entity == nil {
				continue
			}
			if l := reports(p.Entity); last(*l) != r { // named twice in one list
				*l = append(*l, r)
			}
		}
	}
	if r.Amount != nil && l.KindOf(r) == total.State {
		held := func(e *Entity) *[]*Report { return &e.Held }
		add(r.From, held)
		add(r.To, held)
	} else {
		add(r.From, func(e *Entity) *[]*Report { return &e.Paid })
		add(r.To, func(e *Entity) *[]*Report { return &e.Received })
	}
	add(r.Via, func(e *Entity) *[]*Report { return &e.PassedOn })
	add(r.For, func(e *Entity) *[]*Report { return &e.Backed })
	add(r.Against, func(e *Entity) *[]*Report { return &e.Opposed })
	add(r.Speakers, func(e *Entity) *[]*Report { return &e.Said })
}

// last is the last item of a list, or the zero value.
func last[T any](list []T) T {
	if len(list) == 0 {
		var none T
		return none
	}
	return list[len(list)-1]
}

// linkFactPage resolves what our own file on a fact refers to.
func (l *linker) linkFactPage(f *Fact) {
	if f.Front == nil {
		return
	}
	if id := f.Front.PartOf; id.Text != "" {
		if whole := l.fact(id.Text, id.Place); whole != nil {
			f.PartOf = whole
			whole.Parts = append(whole.Parts, f)
			l.mention(&whole.Node, HasPart, &f.Node, "", &noWords)
		}
	}
	for i := range f.Front.Disagreements {
		d := &f.Front.Disagreements[i]
		out := &Disagreement{Fact: f, Front: d, Anchor: "disagree-" + strconv.Itoa(i+1), Kind: d.Kind, Note: d.Note, Place: d.Place}
		for j := range d.Sides {
			side := &d.Sides[j]
			a := l.article(side.Article.Text, side.Article.Place)
			out.Sides = append(out.Sides, Side{Article: a, Evidence: &side.Evidence, Says: side.Says, Gives: side.Gives})
			if a != nil {
				l.mention(&a.Node, Disagrees, &f.Node, f.part(out.Anchor), side.Says.Whole())
			}
		}
		f.Disagreements = append(f.Disagreements, out)
	}
}

// checkParts refuses a fact that is a part of itself, however far around. A
// circle is reported once, at the first of its facts.
func checkParts(facts []*Fact) (diags diag.List) {
	walk := map[*Fact]*Fact{} // by fact, where the walk began that first came to it
	for _, start := range facts {
		if start.PartOf == nil {
			continue // no part of anything
		}
		f := start
		for ; f != nil && walk[f] == nil; f = f.PartOf {
			walk[f] = start
		}
		if f == nil || walk[f] != start {
			continue // an earlier walk has reported it
		}
		circle := []*Fact{f}
		for whole := f.PartOf; whole != f; whole = whole.PartOf {
			circle = append(circle, whole)
		}
		first := slices.Index(circle, slices.MinFunc(circle, func(f, g *Fact) int { return cmp.Compare(f.ID, g.ID) }))
		circle = slices.Concat(circle[first:], circle[:first])
		f = circle[0]
		d := diag.Diagnostic{
			Code: diag.PartCycle, Place: f.Front.PartOf.Place,
			Message: `"` + f.ID + `" is a part of itself`, Hint: "take one part_of out of the circle",
		}
		for _, g := range circle[1:] {
			d.Related = append(d.Related, diag.Related{Place: g.Front.PartOf.Place, Note: `by way of "` + g.ID + `"`})
		}
		diags = append(diags, d)
	}
	return diags
}
