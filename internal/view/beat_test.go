package view

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

// The words of a beat are counted without its tags, since these take no room.
func TestLinesOf(t *testing.T) {
	long := strings.Repeat("word ", 2*lineChars/5)
	for _, tt := range []struct {
		desc string
		give template.HTML
		want int
	}{
		{"nothing", "", headLines},
		{"only tags", `<p class="wide"> <b></b> </p>`, headLines},
		{"a word", "<p>word</p>", headLines + 1},
		{"a paragraph each", "<p>one</p>\n<p>two</p>\n", headLines + 2},
		{"two lines but for the space at the end", template.HTML("<p>" + long + "</p>"), headLines + 2},
		{"space between words is counted", template.HTML("<p>" + long + "<i>\u00a0</i> x</p>"), headLines + 3},
		{"an address takes no room", template.HTML(`<p>a <a href="` + long + `">b</a></p>`), headLines + 1},
		{"letters, not bytes", template.HTML("<p>" + strings.Repeat("é", lineChars-1) + "</p>"), headLines + 1},
		{"no end of a tag", "<p>one</p><b", headLines + 2},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if got := linesOf([]BodyPart{{HTML: tt.give}}); got != tt.want {
				t.Errorf("linesOf(%q) = %d, want %d", tt.give, got, tt.want)
			}
		})
	}
}

// A receipt in the text takes room beside its words.
func TestLinesOfReceipts(t *testing.T) {
	body := []BodyPart{{HTML: "<p>word</p>", Receipts: make([]Receipt, 2)}, {HTML: "<p>word</p>"}}
	if got, want := linesOf(body), headLines+1+2*receiptLines+1; got != want {
		t.Errorf("linesOf is %d, want %d", got, want)
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
