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

// TimelinePage is all that has a date: what the articles report, their publication,
// and what comes from outside them.
type TimelinePage struct {
	WithText
	Dek     string
	Keys    []TimelineKey
	Orders  []NavItem // oldest first, newest first
	Outside bool      // whether anything comes from outside
	Parts   []TimelinePart
	CSV     string
	Onward  *Ways
}

// A TimelineKey says what a mark on the page means.
type TimelineKey struct{ Mark, Label string }

// TimelinePart is the rows of the busiest year, or of all years on one side of it.
type TimelinePart struct {
	ID, Title string
	Rows      []TimelineRow
}

// TimelineRow has a date, and what stands at it in each layer. The publication of an
// article has a row of its own.
type TimelineRow struct {
	When      When
	In        *TimelineEntry
	Out       *LaterView
	Published *Publication
}

// Publication is an article that comes out.
type Publication struct {
	Outlet Link
	Title  string
}

// TimelineEntry is one event of the articles, with how each of them tells it.
type TimelineEntry struct {
	Link
	Mark    string // one of TimelineMarks
	Reports []TimelineReport
	More    string // how many reports are not shown: "and 8 more"
	Differ  string // how accounts of it differ, in a few words; empty if they do not
}

// TimelineMarks are the marks of the dates in the order of the key: a day that is
// stated, a day that is inferred in part, a month, a year or about that, a period, a
// period without a beginning or an end, words, a probable slip, and what comes from
// outside.
var TimelineMarks = []string{"day", "inferred", "rough", "period", "open", "relative", "flagged", "outside"}

// TimelineReport is how one article dates an event.
type TimelineReport struct {
	Article Link
	When    *When // nil if the row says it already
	Says    template.HTML
	Flag    template.HTML
	Same    bool // whether only we say that the article means this event
}

// A happening is what a row is made of. Rows of one day stand as their ranks do, so
// that what is only known to be told by an article stands before its publication.
type happening struct {
	at        edtf.Date
	rank      int
	fact      *site.Fact
	dated     *site.Later // gives fact its date, which its articles do not
	later     *site.Later
	published *site.Article
}

const (
	itself = iota
	toldBy // only known to be before at
	published
)

// A timetable is all happenings in one of two orders, of which all sheets of the timeline
// are cut.
type timetable struct {
	rows    []happening
	busiest int // the year that most events of the articles fall in
	outside bool
}

func timetableOf(s *site.Site) timetable {
	var t timetable
	shown := eachEvent(s, func(h happening) { t.rows = append(t.rows, h) })
	t.busiest = busiestYear(t.rows)
	for _, l := range s.Later {
		t.outside = true
		if !shown[l] {
			t.rows = append(t.rows, happening{at: l.Front.Date.Date, later: l})
		}
	}
	for _, a := range s.Articles {
		t.rows = append(t.rows, happening{at: a.Front.Source.Published.Date, rank: published, published: a})
	}
	if t.busiest == 0 {
		t.busiest = busiestYear(t.rows)
	}
	slices.SortStableFunc(t.rows, func(x, y happening) int {
		return cmp.Or(x.day().Compare(y.day()), cmp.Compare(x.rank, y.rank), x.at.Compare(y.at))
	})
	return t
}

func (t timetable) reversed() timetable {
	t.rows = slices.Clone(t.rows)
	slices.Reverse(t.rows)
	return t
}

// eachEvent calls f for each event, with what comes from outside on it, and returns
// all of that.
func eachEvent(s *site.Site, f func(happening)) (shown map[*site.Later]bool) {
	shown = map[*site.Later]bool{}
	for _, fact := range s.Facts {
		if fact.Type == site.Event {
			h := place(fact)
			if h.later = beside(h, shown); h.later != nil {
				shown[h.later] = true
			}
			f(h)
		}
	}
	return shown
}

// timelineSheets is how many sheets the timeline has.
func timelineSheets(s *site.Site) int {
	events := 0
	shown := eachEvent(s, func(happening) { events++ })
	return sheets(events+len(s.Later)-len(shown)+len(s.Articles), perSheetEvents)
}

// place puts an event at its date. Without one it stands at the date that is known
// from outside, if that is not after the article; else where its article came out.
func place(f *site.Fact) happening {
	h := happening{fact: f}
	e, first := placing(f).Event, f.Reports[0].Article
	for _, rep := range f.Reports {
		if rep.Article.Front.Source.Published.Compare(first.Front.Source.Published.Date) < 0 {
			first = rep.Article
		}
	}
	switch {
	case precision(e) > 0:
		h.at = e.Date.Date
		return h
	case e.Date.OpenStart() && !e.ProbableSlip:
		h.at, h.rank = e.Date.Date, toldBy
		return h
	}
	for _, l := range f.Later() {
		if d := l.Front.Date; !d.IsInterval() && d.Precision() >= edtf.PrecisionMonth && d.Compare(first.Front.Source.Published.Date) <= 0 {
			h.at, h.dated = d.Date, l
			return h
		}
	}
	h.at, h.rank = first.Front.Source.Published.Date, toldBy
	return h
}

// beside is what comes from outside on an event at its time, and stands in no row
// yet; nil if nothing does.
func beside(h happening, shown map[*site.Later]bool) *site.Later {
	if h.rank == toldBy || h.at.IsInterval() {
		return nil
	}
	for _, l := range h.fact.Later() {
		if d := l.Front.Date; !shown[l] && !d.IsInterval() && d.Precision() >= h.at.Precision() && h.at.Overlaps(d.Date) {
			return l
		}
	}
	return nil
}

// busiestYear is the year that most rows fall in, of several the last; 0 without rows.
func busiestYear(rows []happening) int {
	count := map[int]int{}
	best := 0
	for _, h := range rows {
		year := h.year()
		count[year]++
		if count[year] > count[best] || count[year] == count[best] && year > best {
			best = year
		}
	}
	return best
}

func (h happening) year() int { return h.day().Year }

// day is the day that a row stands at: of what comes from outside alone, the last that
// it can mean.
func (h happening) day() edtf.Day {
	switch {
	case h.fact == nil && h.later != nil:
		return h.later.Last()
	case h.at.OpenStart():
		return h.at.Latest()
	}
	return h.at.Earliest()
}

// part says to which part of the timeline a row belongs: before the busiest year, in
// it, or after it.
func (t timetable) part(h happening) int { return cmp.Compare(h.year(), t.busiest) + 1 }

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

// The two orders of the timeline.
const (
	oldestFirst = "/timeline/"
	newestFirst = "/timeline/newest/"
)

func timelinePage(on *page, t timetable, sh sheet) Data {
	v := &TimelinePage{Outside: t.outside, CSV: on.table("reports"), Onward: on.onward(oldestFirst)}
	if on.path == newestFirst {
		v.WithText = on.withTextOf(oldestFirst, "timeline", on.t("way.timeline"), on.t("timeline.description"), on.crumb(oldestFirst))
		v.Dek = v.Description
		v.retitle(on.t("timeline.newest-title", v.Title), on.t("timeline.newest-about", v.Description))
	} else {
		v.WithText = on.withText("timeline", on.t("way.timeline"), on.t("timeline.description"))
		v.Dek = v.Description
	}
	if sh > 0 {
		v.Body = nil
	}
	v.Orders = []NavItem{
		{on.link(oldestFirst, on.t("timeline.oldest")), on.path != newestFirst},
		{on.link(newestFirst, on.t("timeline.newest")), on.path == newestFirst},
	}
	titles := [...]string{on.t("timeline.before", t.busiest), on.Digits(strconv.Itoa(t.busiest)), on.t("timeline.after", t.busiest)}
	used := map[string]bool{}
	for _, h := range cut(t.rows, sh, perSheetEvents) {
		row := on.timelineRow(h)
		if row.In != nil {
			used[row.In.Mark] = true
		}
		if row.Out != nil {
			used["outside"] = true
		}
		part := t.part(h)
		if n := len(v.Parts); n == 0 || v.Parts[n-1].Title != titles[part] {
			v.Parts = append(v.Parts, TimelinePart{ID: [...]string{"_before", "_year", "_after"}[part], Title: titles[part]})
		}
		p := &v.Parts[len(v.Parts)-1]
		p.Rows = append(p.Rows, row)
	}
	for _, mark := range TimelineMarks {
		if used[mark] {
			v.Keys = append(v.Keys, TimelineKey{mark, on.t("timeline." + mark)})
		}
	}
	return v
}

func (on *page) timelineRow(h happening) TimelineRow {
	var row TimelineRow
	if h.later != nil {
		row.Out = new(on.later(h.later))
		row.When = When{ISO: row.Out.When.ISO, Text: on.Date(h.at)}
	}
	if a := h.published; a != nil {
		date := a.Front.Source.Published
		row.When = When{ISO: iso(date), Text: on.Date(date.Date), Known: on.of(a).html(a.Front.Source.PublishedKnown)}
		row.Published = &Publication{on.toArticle(a), on.Quoted(a.Title)}
	}
	if h.fact != nil {
		row.In = on.timelineEntry(h)
		row.When = on.timelineDate(h)
	}
	return row
}

// timelineDate is the date of an event, and how it is known.
func (on *page) timelineDate(h happening) When {
	rep := placing(h.fact)
	when := *on.of(rep.Article).when(rep.Event)
	said := on.t("timeline.not-dated", outlet(rep.Article))
	switch {
	case rep.Event.ProbableSlip:
		said = on.t("timeline.prints", outlet(rep.Article), cmp.Or(rep.Event.AsWritten.Text, when.Text))
	case !rep.Event.Date.IsSet() && rep.Event.AsWritten.IsGiven():
		said = on.join("comma", when.Text, outlet(rep.Article))
	}
	switch {
	case h.dated != nil:
		at := h.dated.Front.Date
		return When{ISO: iso(at), Text: on.Date(at.Date), Known: on.noteOf(said, on.t("timeline.from-outside"))}
	case h.rank == toldBy && !h.at.OpenStart():
		return When{Text: on.t("timeline.by", on.Date(h.at)), Known: on.noteOf(said)}
	case h.later != nil && h.later.Front.Date.Date != h.at:
		outside := on.noteOf(on.t("timeline.outside-says", on.Date(h.later.Front.Date.Date)))
		if when.Known != "" {
			outside = when.Known + escaped(on.t("join.semicolon")) + outside
		}
		when.Known = outside
	}
	return when
}

// timelineEntry makes the view of an event.
func (on *page) timelineEntry(h happening) *TimelineEntry {
	f, best := h.fact, placing(h.fact)
	e := &TimelineEntry{Link: on.toFact(f), Differ: on.differ(f), Mark: markOf(best.Event), More: on.more(len(f.Reports))}
	for _, rep := range cut(f.Reports, 0, mostSides) {
		on := on.of(rep.Article)
		report := TimelineReport{Article: on.link(rep.Article.Path, outlet(rep.Article)), Says: on.html(rep.Says), Flag: on.html(rep.Event.FlagReason), Same: rep.Links.SameBecause.IsGiven()}
		if rep != best && (!rep.Event.Date.IsSet() || rep.Event.Date.Date != best.Event.Date.Date) {
			report.When = on.when(rep.Event)
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
