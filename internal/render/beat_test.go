package render

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Receipts stand beside the text as long as that leaves no hole below it; then
// they fill the hole, two in a row.
func TestBeatPlaces(t *testing.T) {
	type placed struct{ Beside, Below int }
	for _, tt := range []struct {
		desc  string
		lines int // of the text
		slips int
		want  placed
	}{
		{"none", 20, 0, placed{0, 0}},
		{"one beside a long text", 30, 1, placed{1, 0}},
		{"one beside a line of text", 1, 1, placed{1, 0}},
		{"two beside a text as long", 22, 2, placed{2, 0}},
		{"a second below a short text", 9, 2, placed{1, 1}},
		{"a row of two below", 15, 4, placed{2, 2}},
		{"many", 14, 6, placed{3, 3}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var b Beat
			for range tt.slips {
				b.place(Receipt{}, tt.lines)
			}
			if diff := cmp.Diff(tt.want, placed{len(b.Beside), len(b.Below)}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLinesOf(t *testing.T) {
	short := linesOf("<p>A <a href=\"/" + template.HTML(strings.Repeat("x", 500)) + "\">word</a>.</p>")
	long := linesOf("<p>" + template.HTML(strings.Repeat("word ", 100)) + "</p>")
	if short > 4 || long < 7 || long > 12 {
		t.Errorf("a word takes %d lines, 500 letters %d", short, long)
	}
}

// A single report has something beside it, if there is anything at all.
func TestBesideASingleReport(t *testing.T) {
	one, two := make([]Receipt, 1), make([]Receipt, 2)
	states, notes, mentions := make([]Link, 1), make([]OutsideView, 1), make([]MentionGroup, 1)
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
