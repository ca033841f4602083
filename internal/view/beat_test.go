package view

import "testing"

// One or two slips stand beside the text of a beat; without any, and with more, the
// text has the whole width. Reports without a figure are one slip, of however many.
func TestBeatIsWide(t *testing.T) {
	for _, tt := range []struct {
		desc            string
		slips, noFigure int
		want            bool
	}{
		{"no slip", 0, 0, true},
		{"one", 1, 0, false},
		{"lines without a figure", 0, 4, false},
		{"one, and lines", 1, 4, false},
		{"two", 2, 0, false},
		{"two, and lines", 2, 1, true},
		{"three", 3, 0, true},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			b := Beat{Slips: make([]Receipt, tt.slips), NoFigure: make([]Receipt, tt.noFigure)}
			if got := b.IsWide(); got != tt.want {
				t.Errorf("IsWide is %v", got)
			}
		})
	}
}

// A single report has something beside it, if there is anything at all.
func TestBesideASingleReport(t *testing.T) {
	one, two := make([]Receipt, 1), make([]Receipt, 2)
	states, notes, mentions := make([]Link, 1), make([]OutsideView, 1), Mentions{Groups: make([]MentionGroup, 1)}
	for _, tt := range []struct {
		desc  string
		give  FactPage
		want  string
		below bool
	}{
		{"two reports", FactPage{Receipts: two, States: states, Notes: notes}, "", true},
		{"states first", FactPage{Receipts: one, States: states, Notes: notes, Mentioned: mentions}, "where", true},
		{"then the note", FactPage{Receipts: one, Notes: notes, Mentioned: mentions}, "note", false},
		{"then what mentions it", FactPage{Receipts: one, Mentioned: mentions}, "mentioned", false},
		{"nothing", FactPage{Receipts: one}, "", false},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			tt.give.Beside = tt.give.beside()
			if tt.give.Beside != tt.want || tt.give.Below() != tt.below {
				t.Errorf("beside: %q, below: %v; want %q, %v", tt.give.Beside, tt.give.Below(), tt.want, tt.below)
			}
		})
	}
}
