package render

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"receipts/internal/edtf"
	"receipts/internal/site"
)

// TimelinePage is every event: by year, then those that cannot be placed.
type TimelinePage struct {
	Base
	Years     []TimelineYear
	NotPlaced []TimelineEntry
}

// TimelineYear is the events of one year, oldest first.
type TimelineYear struct {
	Year    string
	Entries []TimelineEntry
}

// TimelineEntry is one event, with how each article dates it.
type TimelineEntry struct {
	Link
	Mark     string // "day", "rough" (month, year or approximate), "relative" or "flag"
	When     When
	Reports  []TimelineReport
	Disagree bool

	sort edtf.Date
}

// TimelineReport is how one article dates an event.
type TimelineReport struct {
	Article Link
	When    When
	Says    template.HTML
	Flag    template.HTML
}

func (r *renderer) timeline() (any, error) {
	v := TimelinePage{Base: r.base("/timeline/", "timeline", r.t("nav.timeline"), r.t("timeline.description"))}
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
	return v, nil
}

// timelineEntry makes the view of an event. It is placed by the first report
// that gives a date which the source itself does not contradict.
func (r *renderer) timelineEntry(f *site.Fact) (TimelineEntry, bool, error) {
	e := TimelineEntry{Link: r.link(f.Path, f.Title), Mark: "relative", Disagree: len(f.Disagreements) > 0}
	placed := false
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
		d := rep.Event.Date
		switch {
		case placed:
		case rep.Event.ProbableSlip:
			e.Mark, e.When = "flag", *w
		case d.IsSet() && !d.OpenStart():
			placed, e.When, e.sort = true, *w, d.Date
			e.Mark = "rough"
			if w.ISO != "" && d.Precision() == edtf.PrecisionDay {
				e.Mark = "day"
			}
		case e.When.Text == "":
			e.When = *w
		}
	}
	return e, placed, nil
}

func yearOf(d edtf.Date) string { return strconv.Itoa(d.Earliest().Year) }
