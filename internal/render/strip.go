package render

import (
	"slices"
	"time"
	"unicode/utf8"

	"receipts/internal/edtf"
)

// A Strip draws the busiest year of the timeline along an axis of months, for
// wide screens. What it shows, the list below it says.
type Strip struct {
	Year   string
	Height int
	Axis   int // y of the axis
	Months []StripMonth
	Marks  []StripMark
}

// StripMonth is the first day of a month on the axis.
type StripMonth struct {
	X    int
	Name string
}

// StripMark is an event: a disc for a day, a ring in the middle of what is
// known less exactly.
type StripMark struct {
	Mark         string // as of [TimelineEntry]
	X            int
	Label        string
	LabelX       int
	LabelY, Line int // y of the label, and where the line down to the axis begins
}

const (
	stripWidth  = 1120
	stripMargin = 24
	stripRow    = 26
	stripChar   = 9 // width of a character of a label
	stripMost   = 20
)

// strip draws the year with the most events that a month or a day is known of;
// it is nil if there are too few or too many of them to be drawn.
func (r *renderer) strip(years []TimelineYear) *Strip {
	var best TimelineYear
	for _, y := range years {
		var known []TimelineEntry
		for _, e := range y.Entries {
			if e.sort.Precision() >= edtf.PrecisionMonth && !e.sort.IsInterval() {
				known = append(known, e)
			}
		}
		if len(known) > len(best.Entries) {
			best = TimelineYear{Year: y.Year, Entries: known}
		}
	}
	n := len(best.Entries)
	if n < 3 || n > stripMost {
		return nil
	}
	from := firstOfMonth(best.Entries[0].sort.Earliest())
	to := firstOfMonth(best.Entries[n-1].sort.Latest()).AddDate(0, 1, 0)
	at := func(t time.Time) int {
		return stripMargin + int(int64(stripWidth-2*stripMargin)*int64(t.Sub(from)/time.Hour)/int64(to.Sub(from)/time.Hour))
	}
	s := &Strip{Year: best.Year}
	for m := from; m.Before(to); m = m.AddDate(0, 1, 0) {
		s.Months = append(s.Months, StripMonth{at(m), r.words.Month(int(m.Month()))})
	}
	// From the last event to the first, a label stands in the lowest row where
	// it runs into no later label and no line that leads up to one.
	var rows []int // how far each row is taken, from the right
	for i := n - 1; i >= 0; i-- {
		e := best.Entries[i]
		x := (at(dayTime(e.sort.Earliest())) + at(dayTime(e.sort.Latest()))) / 2
		width := stripChar * utf8.RuneCountInString(e.Label)
		left := max(0, min(x-8, stripWidth-width))
		row := 0
		for row < len(rows) && left+width+12 > slices.Min(rows[row:]) {
			row++
		}
		if row == len(rows) {
			rows = append(rows, stripWidth)
		}
		rows[row] = left
		s.Marks = append(s.Marks, StripMark{Mark: e.Mark, X: x, Label: e.Label, LabelX: left, LabelY: row})
	}
	s.Axis = stripRow*len(rows) + 24
	s.Height = s.Axis + 44
	for i := range s.Marks {
		m := &s.Marks[i]
		m.LabelY = s.Axis - 18 - stripRow*m.LabelY
		m.Line = m.LabelY + 6
	}
	return s
}

func dayTime(d edtf.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func firstOfMonth(d edtf.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), 1, 0, 0, 0, 0, time.UTC)
}
