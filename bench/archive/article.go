package archive

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// An Article is one article before it is written for a program.
type Article struct {
	Title, Slug, Summary string
	Published, Read      time.Time
	Publisher, URL       string
	Amounts              []Amount
	States               []State
	Events               []Event
	Questions            []Question
	Entities             []Entity

	archive  *Archive
	index    int
	headings []string
}

// An Amount is money that one entity gave another.
type Amount struct {
	ID        string // "a1"
	Value     int    // in dollars
	From, To  Entity
	Date      time.Time
	Qualifier string // "about ", or nothing
}

// An Event is what happened on a day.
type Event struct {
	ID    string // "e1"
	Date  time.Time
	Title string
}

// A Link is a link in the body of an article.
type Link struct {
	Kind      string // "article", "entity" or "question"
	ID, Label string
}

// The first day of the archive, and how many days it covers.
var firstDay = time.Date(2015, time.January, 5, 0, 0, 0, 0, time.UTC)

const days = 3950

// Article makes the i-th article.
func (a *Archive) Article(i int) *Article {
	d := diceFor(a.seed, "article", i)
	x := &Article{Title: a.Titles[i], Slug: a.Slugs[i], archive: a, index: i}
	x.Read = firstDay.AddDate(0, 0, 400+d.below(days-400))
	x.Published = before(d, x.Read, 0, 4)
	x.Publisher = pick(d, publishers)
	x.URL = "https://" + slug(x.Publisher) + ".example/" + x.Published.Format("2006/01/02") + "/" + x.Slug
	for _, j := range a.byState.draw(d, 1+d.share(34, 22, 15, 10, 7, 6, 6)) {
		x.States = append(x.States, states[j])
	}
	for _, j := range a.byEntity.draw(d, d.between(2, 5)) {
		x.Entities = append(x.Entities, a.Entities[j])
	}
	for _, j := range a.byQuestion.draw(d, 1+d.share(55, 30, 15)) {
		x.Questions = append(x.Questions, a.Questions[j])
	}
	// Every entity of an article is in one of its amounts.
	n := max(d.between(2, 5), (len(x.Entities)+1)/2)
	for k := range n {
		x.Amounts = append(x.Amounts, Amount{
			ID: fmt.Sprint("a", k+1), Value: value(d), Qualifier: pick(d, qualifiers), Date: before(d, x.Published, 5, 300),
			From: x.Entities[2*k%len(x.Entities)], To: x.Entities[(2*k+1)%len(x.Entities)],
		})
	}
	for range d.between(2, 4) {
		x.Events = append(x.Events, Event{Date: before(d, x.Published, 0, 400), Title: pick(d, eventTitles)})
	}
	slices.SortStableFunc(x.Events, func(x, y Event) int { return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(x.Title, y.Title)) })
	for k := range x.Events {
		x.Events[k].ID = fmt.Sprint("e", k+1)
	}
	x.Summary = fmt.Sprintf("How %s moved, who has to report it, and what the rules in %s say.", x.Amounts[0].Words(), x.States[0].Name)
	x.headings = sample(d, headings, d.between(3, 4))
	return x
}

func before(d *dice, day time.Time, least, most int) time.Time {
	return day.AddDate(0, 0, -d.between(least, most))
}

// steps are the values of a decade of the E24 series, which are even on a
// logarithmic scale: there are as many small amounts as large ones.
var steps = []int{10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91}

// value is from some hundreds to tens of millions of dollars, as round as such
// figures are.
func value(d *dice) int {
	i := d.between(12, 134)
	v := steps[i%len(steps)] * 10
	for range i / len(steps) {
		v *= 10
	}
	if v < 1_000_000 {
		v += d.below(100) * max(1, v/10_000)
	}
	return v
}

// Figure is the amount as prose has it, without its qualifier.
func (m Amount) Figure() string {
	if m.Value >= 1_000_000 {
		return fmt.Sprintf("$%s million", millions(m.Value))
	}
	return "$" + thousands(m.Value)
}

// Words is the amount as prose has it: "about $1.3 million".
func (m Amount) Words() string { return m.Qualifier + m.Figure() }

func millions(v int) string {
	s := fmt.Sprintf("%d.%02d", v/1_000_000, v%1_000_000/10_000)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// thousands writes a number with its commas.
func thousands(v int) string {
	s := fmt.Sprint(v)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func long(t time.Time) string { return t.Format("2 January 2006") }
func iso(t time.Time) string  { return t.Format(time.DateOnly) }
