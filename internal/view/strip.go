package view

import (
	"slices"
	"time"
	"unicode/utf8"

	"receipts/internal/edtf"
)

// A Strip draws the busiest year of the timeline along an axis of months, for wide
// screens.
type Strip struct {
	Finding string // "5 of 11 dated events fall between July and November 2024"
	Height  int
	Axis    int // y of the axis
	Months  []StripMonth
	Marks   []StripMark
}

// StripMonth is the first day of a month on the axis.
type StripMonth struct {
	X    int
	Name string
}

// StripMark is an event: its mark on the axis, in the middle of what is known
// less exactly than a day, a stem up from it, and its name beside the upper end
// of the stem, as a flag flies at its pole.
type StripMark struct {
	Mark         string // as of [TimelineEntry]
	X            int
	Label        string
	LabelX       int
	LabelY, Line int // y of the label, and where the stem begins

	row, width int
	left       bool // whether the label stands to the left of its stem
}

const (
	stripWidth  = 1120
	stripMargin = 24
	stripRow    = 26
	stripChar   = 10 // width of a character of a label
	stripGap    = 6  // between a stem and its label; two of it between labels
	stripMost   = 20
)

// strip draws those of a year's events of which a month or a day is known; it is
// nil if there are too few or too many of them to be drawn. dated is how many
// events the site can date.
func (v items) strip(year []TimelineEntry, dated int) *Strip {
	var known []TimelineEntry
	for _, e := range year {
		if e.sort.Precision() >= edtf.PrecisionMonth && !e.sort.IsInterval() {
			known = append(known, e)
		}
	}
	n := len(known)
	if n < 3 || n > stripMost {
		return nil
	}
	first, last := known[0].sort.Earliest(), known[0].sort.Latest()
	for _, e := range known {
		if l := e.sort.Latest(); dayTime(l).After(dayTime(last)) {
			last = l
		}
	}
	from, to := firstOfMonth(first), firstOfMonth(last).AddDate(0, 1, 0)
	at := func(t time.Time) int {
		return stripMargin + int(int64(stripWidth-2*stripMargin)*int64(t.Sub(from)/time.Hour)/int64(to.Sub(from)/time.Hour))
	}
	s := &Strip{Finding: v.t("timeline.finding", n, dated, v.Month(first.Month), v.Month(last.Month), first.Year)}
	if first.Month == last.Month {
		s.Finding = v.t("timeline.finding-month", n, dated, v.Month(first.Month), first.Year)
	}
	for m := from; m.Before(to); m = m.AddDate(0, 1, 0) {
		s.Months = append(s.Months, StripMonth{at(m), v.Month(int(m.Month()))})
	}
	for _, e := range known {
		s.Marks = append(s.Marks, StripMark{
			Mark: e.Mark, X: (at(dayTime(e.sort.Earliest())) + at(dayTime(e.sort.Latest()))) / 2,
			Label: e.Label, width: stripChar * utf8.RuneCountInString(e.Label),
		})
	}
	rows, ok := fly(s.Marks)
	if !ok {
		return nil
	}
	s.Axis = stripRow*rows + 24
	s.Height = s.Axis + 44
	for i := range s.Marks {
		m := &s.Marks[i]
		m.LabelX, _ = m.label()
		m.LabelY = s.Axis - 18 - stripRow*m.row
		m.Line = m.LabelY - 11
	}
	return s
}

// label is where a mark's label begins and ends.
func (m *StripMark) label() (from, to int) {
	if m.left {
		return m.X - stripGap - m.width, m.X - stripGap
	}
	return m.X + stripGap, m.X + stripGap + m.width
}

// fly gives each label its side and the lowest row where it covers no other
// label and no stem, and says how many rows there are. It sorts the marks from
// left to right, and fails if a label has no room on either side.
//
// Labels stand to the right of their stems, unless the edge or the stem of a
// label on the left is in the way. Rows are given from right to left, then, to
// those on the left, from left to right: a stem is thus never led through what
// has its place already.
func fly(marks []StripMark) (rows int, ok bool) {
	slices.SortStableFunc(marks, func(a, b StripMark) int { return a.X - b.X })
	var order []*StripMark
	for i := range slices.Backward(marks) {
		m := &marks[i]
		_, end := m.label()
		if end <= stripWidth && !slices.ContainsFunc(marks[i+1:], func(o StripMark) bool { return o.left && m.X < o.X && o.X < end+2*stripGap }) {
			order = append(order, m)
			continue
		}
		m.left = true
		if start, _ := m.label(); start < 0 {
			return 0, false
		}
	}
	for i := range marks {
		if marks[i].left {
			order = append(order, &marks[i])
		}
	}
	for i, m := range order {
		from, to := m.label()
		for slices.ContainsFunc(order[:i], func(o *StripMark) bool {
			start, end := o.label()
			return o.row == m.row && from < end+2*stripGap && start < to+2*stripGap || o.row > m.row && from < o.X && o.X < to
		}) {
			m.row++
		}
		rows = max(rows, m.row+1)
	}
	return rows, true
}

func dayTime(d edtf.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func firstOfMonth(d edtf.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), 1, 0, 0, 0, 0, time.UTC)
}
