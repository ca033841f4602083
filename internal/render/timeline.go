package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// TimelinePage is every event: by year, then those that cannot be placed.
type TimelinePage struct {
	Base
	Years     []TimelineYear
	NotPlaced []TimelineEntry
	CSV       string
}

// TimelineYear is the events of one year, oldest first.
type TimelineYear struct {
	Year    string
	Entries []TimelineEntry
	Strip   *Strip // of the busiest year; nil for the others
}

// TimelineEntry is one event, with how each article dates it.
type TimelineEntry struct {
	Link
	Mark    string // "day", "rough" (month, year or approximate), "relative" or "flagged"
	When    When
	Reports []TimelineReport
	Differ  string // how accounts of it differ, in a few words; empty if they do not

	sort edtf.Date
}

// TimelineReport is how one article dates an event.
type TimelineReport struct {
	Article Link
	When    When
	Says    template.HTML
	Flag    template.HTML
}

// events lists all events: those that can be placed, in the order of time, then
// the others.
func (r *renderer) events() []*site.Fact {
	var placed, others []*site.Fact
	for _, f := range r.site.Facts {
		switch {
		case f.Type != site.Event:
		case precision(placing(f).Event) > 0:
			placed = append(placed, f)
		default:
			others = append(others, f)
		}
	}
	slices.SortStableFunc(placed, func(x, y *site.Fact) int {
		return cmp.Or(placing(x).Event.Date.Compare(placing(y).Event.Date.Date), cmp.Compare(x.Path, y.Path))
	})
	return append(placed, others...)
}

// timelineSheets is how many sheets the timeline has.
func (r *renderer) timelineSheets() int {
	n := 0
	for _, f := range r.site.Facts {
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

func (r *renderer) timeline(all []*site.Fact, sh sheet) (view, error) {
	v := &TimelinePage{
		Base: r.base("/timeline/", "timeline", r.t("nav.timeline"), r.t("timeline.description")),
		CSV:  r.site.Href("/timeline/timeline.csv"),
	}
	for _, f := range cut(all, sh, perSheetEvents) {
		e, err := r.timelineEntry(f)
		if err != nil {
			return v, err
		}
		if precision(placing(f).Event) == 0 {
			v.NotPlaced = append(v.NotPlaced, e)
			continue
		}
		year := yearOf(e.sort)
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != year {
			v.Years = append(v.Years, TimelineYear{Year: year})
		}
		y := &v.Years[len(v.Years)-1]
		y.Entries = append(y.Entries, e)
	}
	if s := r.strip(v.Years); s != nil {
		for i := range v.Years {
			if v.Years[i].Year == s.Year {
				v.Years[i].Strip = s
			}
		}
	}
	return v, nil
}

// timelineEntry makes the view of an event.
func (r *renderer) timelineEntry(f *site.Fact) (TimelineEntry, error) {
	e := TimelineEntry{Link: r.link(f.Path, f.Title), Differ: r.differ(f)}
	best := placing(f)
	for _, rep := range f.Reports {
		on := &page{renderer: r, path: "/timeline/", article: rep.Article}
		w, err := r.when(rep.Event, on)
		if err != nil {
			return e, err
		}
		says, err := r.html(rep.Says, on)
		if err != nil {
			return e, err
		}
		flag, err := r.html(rep.Event.FlagReason, on)
		if err != nil {
			return e, err
		}
		e.Reports = append(e.Reports, TimelineReport{Article: r.link(rep.Article.Path, r.byline(rep.Article)), When: *w, Says: says, Flag: flag})
		if rep == best {
			e.When = *w
		}
	}
	e.sort = best.Event.Date.Date
	switch p := precision(best.Event); {
	case best.Event.ProbableSlip:
		e.Mark = "flagged"
	case p == 0:
		e.Mark = "relative"
	case p == int(edtf.PrecisionDay) && e.When.ISO != "":
		e.Mark = "day"
	default:
		e.Mark = "rough"
	}
	return e, nil
}

// precision says how exactly an event can be placed: 0 not at all, then by
// year, month and day. A date that its source speaks against places nothing,
// and neither does a period without a beginning.
func precision(e *content.Event) int {
	if !e.Date.IsSet() || e.ProbableSlip || e.Date.OpenStart() {
		return 0
	}
	return int(e.Date.Precision())
}

func yearOf(d edtf.Date) string { return strconv.Itoa(d.Earliest().Year) }
