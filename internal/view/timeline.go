package view

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// TimelinePage is every event: those of the busiest year, then those after it, those
// before it, and those that cannot be placed.
type TimelinePage struct {
	Base
	Keys      []TimelineKey
	Strip     *Strip // of that year; nil if it cannot be drawn
	Parts     []TimelinePart
	NotPlaced []TimelineEntry
	CSV       string
}

// A TimelineKey says what a mark on the page means.
type TimelineKey struct{ Mark, Label string }

// TimelinePart is the events of a year, or of all years on one side of it,
// oldest first.
type TimelinePart struct {
	ID, Title string
	Entries   []TimelineEntry
}

// TimelineEntry is one event, with how each article dates it.
type TimelineEntry struct {
	Link
	Mark    string // one of TimelineMarks
	When    When
	Reports []TimelineReport
	More    string // how many reports are not shown: "and 8 more"
	Differ  string // how accounts of it differ, in a few words; empty if they do not

	sort edtf.Date
}

// TimelineMarks are the marks of the events in the order of the key: a day that
// is stated, a day that is inferred in part, a month, a year or about that, a
// period, a period without a beginning or an end, words, a probable slip.
var TimelineMarks = []string{"day", "inferred", "rough", "period", "open", "relative", "flagged"}

// TimelineReport is how one article dates an event.
type TimelineReport struct {
	Article Link
	When    *When // nil if the event is placed by it, and it stands there already
	Says    template.HTML
	Flag    template.HTML
}

// An eventList is all events in the order of [TimelinePage], which all of its
// sheets are cut from.
type eventList struct {
	all     []*site.Fact
	placed  int // how many of them can be placed, and come first
	busiest int // the year that most of those fall in
}

func eventsByTime(facts []*site.Fact) eventList {
	var placed, others []*site.Fact
	for _, f := range facts {
		switch {
		case f.Type != site.Event:
		case precision(placing(f).Event) > 0:
			placed = append(placed, f)
		default:
			others = append(others, f)
		}
	}
	busiest := busiestYear(placed)
	slices.SortStableFunc(placed, func(x, y *site.Fact) int {
		return cmp.Or(cmp.Compare(partOf(x, busiest), partOf(y, busiest)), placing(x).Event.Date.Compare(placing(y).Event.Date.Date), cmp.Compare(x.Path, y.Path))
	})
	return eventList{append(placed, others...), len(placed), busiest}
}

// busiestYear is the year that most of the placed events fall in, of several the
// last.
func busiestYear(placed []*site.Fact) int {
	count := map[int]int{}
	best := 0
	for _, f := range placed {
		year := yearOf(placing(f))
		count[year]++
		if count[year] > count[best] || count[year] == count[best] && year > best {
			best = year
		}
	}
	return best
}

// partOf says to which part of the timeline an event belongs: 0 is the busiest
// year, 1 what comes after it, 2 what was before.
func partOf(f *site.Fact, busiest int) int {
	switch year := yearOf(placing(f)); {
	case year > busiest:
		return 1
	case year < busiest:
		return 2
	}
	return 0
}

// timelineSheets is how many sheets the timeline has.
func timelineSheets(facts []*site.Fact) int {
	n := 0
	for _, f := range facts {
		if f.Type == site.Event {
			n++
		}
	}
	return sheets(n, perSheetEvents)
}

// placing is the report that an event is placed by: the most precise date that
// the source which gives it does not contradict; of equally precise ones the
// oldest report's.
func placing(f *site.Fact) *site.Report {
	best := f.Reports[0]
	for _, rep := range f.Reports[1:] {
		if precision(rep.Event) > precision(best.Event) {
			best = rep
		}
	}
	return best
}

func timelinePage(on *page, events eventList, sh sheet) Data {
	v := &TimelinePage{
		Base: on.base("timeline", on.t("nav.timeline"), on.t("timeline.description")),
		CSV:  on.table("/timeline/timeline.csv"),
	}
	busiest := events.busiest
	titles := [...]string{strconv.Itoa(busiest), on.t("timeline.after", busiest), on.t("timeline.before", busiest)}
	used := map[string]bool{}
	for _, f := range cut(events.all, sh, perSheetEvents) {
		e := timelineEntry(on, f)
		used[e.Mark] = true
		if precision(placing(f).Event) == 0 {
			v.NotPlaced = append(v.NotPlaced, e)
			continue
		}
		part := partOf(f, busiest)
		if n := len(v.Parts); n == 0 || v.Parts[n-1].Title != titles[part] {
			v.Parts = append(v.Parts, TimelinePart{ID: [...]string{"_year", "_after", "_before"}[part], Title: titles[part]})
		}
		p := &v.Parts[len(v.Parts)-1]
		p.Entries = append(p.Entries, e)
	}
	for _, mark := range TimelineMarks {
		if used[mark] {
			v.Keys = append(v.Keys, TimelineKey{mark, on.t("timeline." + mark)})
		}
	}
	if len(v.Parts) > 0 && v.Parts[0].ID == "_year" {
		v.Strip = on.strip(v.Parts[0].Entries, events.placed)
	}
	return v
}

// timelineEntry makes the view of an event.
func timelineEntry(on *page, f *site.Fact) TimelineEntry {
	best := placing(f)
	e := TimelineEntry{Link: on.toFact(f), Differ: on.differ(f), Mark: markOf(best.Event), sort: best.Event.Date.Date}
	e.When, e.More = *on.of(best.Article).when(best.Event), on.more(len(f.Reports))
	for _, rep := range cut(f.Reports, 0, mostSides) {
		on := on.of(rep.Article)
		when := on.when(rep.Event)
		report := TimelineReport{on.link(rep.Article.Path, on.byline(rep.Article)), when, on.html(rep.Says), on.html(rep.Event.FlagReason)}
		if rep == best {
			report.When = nil
		}
		e.Reports = append(e.Reports, report)
	}
	return e
}

// markOf is the mark of a date: one of TimelineMarks.
func markOf(e *content.Event) string {
	switch d := e.Date; {
	case e.ProbableSlip:
		return "flagged"
	case !d.IsSet():
		return "relative"
	case d.OpenStart() || d.OpenEnd():
		return "open"
	case d.IsInterval():
		return "period"
	case d.Precision() < edtf.PrecisionDay || d.Approximate() || d.Uncertain():
		return "rough"
	case !e.Known.IsEmpty():
		return "inferred"
	}
	return "day"
}

// precision says how exactly an event can be placed: 0 not at all, then by year,
// month and day. A probable slip and a period without a beginning have no place.
func precision(e *content.Event) int {
	if !e.Date.IsSet() || e.ProbableSlip || e.Date.OpenStart() {
		return 0
	}
	return int(e.Date.Precision())
}

func yearOf(rep *site.Report) int { return rep.Event.Date.Earliest().Year }
