package view

import (
	"html/template"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// TopicsPage lists the topics.
type TopicsPage struct {
	WithText
	Topics []TopicItem
}

// TopicItem is a topic in a list.
type TopicItem struct {
	Link
	Facts   string // "7 facts"
	Summary template.HTML
}

// TopicPage is the facts of a topic in reading order.
type TopicPage struct {
	Base
	Summary template.HTML
	Facts   string // "7 facts"
	Till    []TopicLine
	Groups  []TopicGroup
	Later   []LaterView
	All     string // where all later developments are
	Onward  *Ways
}

// A TopicLine is a fact in the list of contents.
type TopicLine struct {
	ID, Title string
	TitleLang string // if it is not the page's
	Outlets   string
	Differ    string
	Amount    *locale.Quantity
}

// TopicGroup is facts below one heading, with a paragraph before them.
type TopicGroup struct {
	Title, TitleLang string // the language only if it is not the page's
	Says             template.HTML
	Facts            []LineFact
}

// A LineFact is a fact in a few lines.
type LineFact struct {
	ID string
	Link
	Reports     []LineReport
	More        string // how many reports are not shown
	Gauge       *Gauge // if one article alone reports it
	Differ      *Link  // to where accounts of it stand side by side
	Contradicts bool
}

// A LineReport is a report in a sentence: with its figure, which leads to the receipt,
// or with its quote.
type LineReport struct {
	Figure Link   // empty if it has none
	When   string // of an event: its date
	Says   template.HTML
	Quote  *Quote
	Where  string // "Next, paragraph 3 of 14; said by Elon Musk"
}

func topicsPage(on *page) Data {
	return &TopicsPage{on.withText("topics", on.t("nav.topics"), on.t("topics.description")), each(on.site.Topics, func(t *site.Topic) TopicItem {
		return TopicItem{on.to(&t.Node), on.Count("count.facts", len(t.Facts())), on.html(t.Front.Summary)}
	})}
}

func topicPage(on *page, t *site.Topic) Data {
	facts := t.Facts()
	v := &TopicPage{
		Base:    on.base("topic", t.Title, on.about(t.Front.Summary), on.crumb("/topics/")),
		Summary: on.html(t.Front.Summary), Facts: on.Count("count.facts", len(facts)), Till: each(facts, on.topicLine),
		Later: each(laterOn(t, facts), on.later), All: on.site.Href("/later/"),
	}
	for _, g := range t.Groups {
		v.Groups = append(v.Groups, TopicGroup{g.Title.Text, on.otherLang(g.Title.Place.File), on.html(g.Says), each(g.Facts, on.lineFact)})
	}
	w := Ways{Label: on.t("ways.onward"), Onward: true}
	if i := slices.IndexFunc(facts, func(f *site.Fact) bool { return f.Front != nil && f.Front.Steps.Text != "" }); i >= 0 {
		w.To = append(w.To, Way{on.link(facts[i].Path+"#_points", facts[i].Front.Steps.Text), on.t("steps.about")})
	}
	w.To = append(w.To, on.nextTopic(t)...)
	if len(w.To) > 0 {
		v.Onward = &w
	}
	return v
}

// nextTopic is the way to the topic after t, of which the last has none.
func (on *page) nextTopic(t *site.Topic) []Way {
	if t.Place+1 == len(on.site.Topics) {
		return nil
	}
	next := on.site.Topics[t.Place+1]
	return []Way{{on.to(&next.Node), on.Count("topic.next", len(next.Facts()))}}
}

// onwardFrom leads from a fact to its topic and to the fact after it there, or to the
// next topic; nil if it has no topic.
func (on *page) onwardFrom(f *site.Fact) *Ways {
	t := f.Topic
	if t == nil {
		return nil
	}
	facts := t.Facts()
	w := &Ways{Label: on.t("ways.onward"), Onward: true}
	if i := slices.Index(facts, f); i+1 < len(facts) {
		w.To = append(w.To, Way{on.toFact(facts[i+1]), on.t("fact.topic.next")})
	} else {
		w.To = append(w.To, on.nextTopic(t)...)
	}
	w.To = append(w.To, Way{on.link(t.Path, on.t("topic.fact-by-fact", t.Title)), on.Count("topic.in-order", len(facts))})
	return w
}

// TopicContents are the facts of a group of a topic, with one of them current.
type TopicContents struct {
	Topic Link
	Title string
	Facts []NavItem
}

// groupOf is the group that f stands in; nil if it is of no topic.
func (on *page) groupOf(f *site.Fact) *TopicContents {
	if f.Topic == nil {
		return nil
	}
	for _, g := range f.Topic.Groups {
		if slices.Contains(g.Facts, f) {
			return &TopicContents{on.to(&f.Topic.Node), g.Title.Text, each(g.Facts, func(other *site.Fact) NavItem { return NavItem{on.toFact(other), other == f} })}
		}
	}
	return nil
}

// laterOn are the later developments that concern t or a fact of it, oldest first.
func laterOn(t *site.Topic, facts []*site.Fact) []*site.Later {
	all := slices.Clone(t.Later())
	for _, f := range facts {
		all = append(all, f.Later()...)
	}
	slices.SortStableFunc(all, func(x, y *site.Later) int {
		if c := x.Front.Date.Compare(y.Front.Date.Date); c != 0 {
			return c
		}
		return strings.Compare(x.ID, y.ID)
	})
	return slices.Compact(all)
}

func (v items) topicLine(f *site.Fact) TopicLine {
	line := TopicLine{ID: f.ID, Title: f.Title, TitleLang: v.titleLang(&f.Node), Outlets: v.reports(f), Differ: v.differ(f)}
	if first := f.First(); first.Amount != nil {
		line.Amount = new(v.amount(first))
	}
	return line
}

func (on *page) lineFact(f *site.Fact) LineFact {
	v := LineFact{
		ID: f.ID, Link: on.toFact(f), More: on.more(len(f.Reports)),
		Reports: each(cut(f.Reports, 0, mostSides), on.lineReport),
	}
	if points := on.points(f); points != "" {
		v.Differ = new(on.link(f.Path+"#_points", points))
	}
	v.Contradicts = f.Contradictions() > 0
	article := f.First().Article
	if !slices.ContainsFunc(f.Reports, func(r *site.Report) bool { return r.Article != article }) {
		var evidence []*content.Evidence
		for _, r := range f.Reports {
			evidence = append(evidence, evidenceOf(r.Report)...)
		}
		v.Gauge = gauge(article, evidence)
	}
	return v
}

func (on *page) lineReport(r *site.Report) LineReport {
	v := LineReport{Says: on.html(r.Says), Where: outlet(r.Article)}
	if where := on.where(r.At); where != "" {
		v.Where = on.join("comma", v.Where, where)
	}
	if len(r.Speakers) > 0 {
		v.Where = on.join("semicolon", v.Where, on.t("topic.said-by", on.partyNames(r.Speakers)))
	}
	if r.Links.SameBecause.IsGiven() {
		v.Where = on.join("semicolon", v.Where, on.t("mark.inferred"))
	}
	if r.Event != nil && r.Event.Date.IsSet() && !r.Event.ProbableSlip { // a slip stands in the quote alone
		v.When = on.Date(r.Event.Date.Date)
	}
	if r.Amount != nil && !r.Amount.Quantity.IsUnquantified() {
		v.Figure = on.link(r.Address(), on.amount(r).Plain)
	} else {
		v.Quote = on.quote(r.Article, &r.Evidence)
	}
	return v
}
