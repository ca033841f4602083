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

func (r *renderer) timeline() (view, error) {
	v := &TimelinePage{Base: r.base("/timeline/", "timeline", r.t("nav.timeline"), r.t("timeline.description"))}
	var placed []TimelineEntry
	for _, f := range r.site.Facts {
		if f.Type != site.Event {
			continue
		}
		e, ok, err := r.timelineEntry(f)
		if err != nil {
			return v, err
		}
		if ok {
			placed = append(placed, e)
		} else {
			v.NotPlaced = append(v.NotPlaced, e)
		}
	}
	slices.SortStableFunc(placed, func(x, y TimelineEntry) int {
		return cmp.Or(x.sort.Compare(y.sort), cmp.Compare(x.Href, y.Href))
	})
	for _, e := range placed {
		year := yearOf(e.sort)
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != year {
			v.Years = append(v.Years, TimelineYear{Year: year})
		}
		y := &v.Years[len(v.Years)-1]
		y.Entries = append(y.Entries, e)
	}
	v.CSV = r.site.Href("/timeline/timeline.csv")
	if s := r.strip(v.Years); s != nil {
		for i := range v.Years {
			if v.Years[i].Year == s.Year {
				v.Years[i].Strip = s
			}
		}
	}
	return v, nil
}

// timelineEntry makes the view of an event. It is placed by the most precise
// date that the source which gives it does not contradict; of equally precise
// ones by the oldest report's.
func (r *renderer) timelineEntry(f *site.Fact) (TimelineEntry, bool, error) {
	e := TimelineEntry{Link: r.link(f.Path, f.Title), Differ: r.differ(f)}
	var best *site.Report
	for _, rep := range f.Reports {
		on := &page{renderer: r, path: "/timeline/", article: rep.Article}
		w, err := r.when(rep.Event, on)
		if err != nil {
			return e, false, err
		}
		says, err := r.html(rep.Says, on)
		if err != nil {
			return e, false, err
		}
		flag, err := r.html(rep.Event.FlagReason, on)
		if err != nil {
			return e, false, err
		}
		e.Reports = append(e.Reports, TimelineReport{Article: r.link(rep.Article.Path, r.byline(rep.Article)), When: *w, Says: says, Flag: flag})
		if best == nil || precision(rep.Event) > precision(best.Event) {
			best, e.When = rep, *w
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
	return e, precision(best.Event) > 0, nil
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
