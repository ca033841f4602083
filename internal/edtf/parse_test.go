package edtf

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

func mustParse(t testing.TB, s string) Date {
	t.Helper()
	d, err := Parse(s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return d
}

func TestParse(t *testing.T) {
	day := Part{Year: 2024, Month: 10, Day: 5}
	tests := []struct {
		desc     string
		give     string
		want     Date
		earliest string
		latest   string
	}{
		{"a year", "2024", dateOf(Part{Year: 2024}, Part{Year: 2024}, point), "2024-01-01", "2024-12-31"},
		{"a month", "2024-02", dateOf(Part{Year: 2024, Month: 2}, Part{Year: 2024, Month: 2}, point), "2024-02-01", "2024-02-29"},
		{"a day", "2024-10-05", dateOf(day, day, point), "2024-10-05", "2024-10-05"},
		{"a leap day of a century", "2000-02-29", dateOf(Part{Year: 2000, Month: 2, Day: 29}, Part{Year: 2000, Month: 2, Day: 29}, point), "2000-02-29", "2000-02-29"},
		{"approximate", "2024~", dateOf(Part{Year: 2024, Approximate: true}, Part{Year: 2024, Approximate: true}, point), "2024-01-01", "2024-12-31"},
		{"uncertain", "2024?", dateOf(Part{Year: 2024, Uncertain: true}, Part{Year: 2024, Uncertain: true}, point), "2024-01-01", "2024-12-31"},
		{"both", "2024%", dateOf(Part{Year: 2024, Approximate: true, Uncertain: true}, Part{Year: 2024, Approximate: true, Uncertain: true}, point), "2024-01-01", "2024-12-31"},
		{"an interval", "2023/2024-10-05", dateOf(Part{Year: 2023}, day, closed), "2023-01-01", "2024-10-05"},
		{"an interval that ends in its month", "2024-10-05/2024-10", dateOf(day, Part{Year: 2024, Month: 10}, closed), "2024-10-05", "2024-10-31"},
		{"one uncertain end", "2023?/2024", dateOf(Part{Year: 2023, Uncertain: true}, Part{Year: 2024}, closed), "2023-01-01", "2024-12-31"},
		{"an open start", "../2024-10-05", dateOf(Part{}, day, openStart), "0001-01-01", "2024-10-05"},
		{"an open end", "2024-10-05/..", dateOf(day, Part{}, openEnd), "2024-10-05", "9999-12-31"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got := mustParse(t, tt.give)
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(Date{}, packed{})); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.give, got.String()); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.earliest+" "+tt.latest, got.Earliest().String()+" "+got.Latest().String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	const forms = `write year, month and day as in "2024-10-05", or "2024-10", or "2024"`
	tests := []struct {
		desc  string
		give  string
		place string // the text between Start and End
		want  string // the hint
	}{
		{"a day that February has not", "2024-02-30", "30", "February 2024 has 29 days"},
		{"a leap day in another year", "2023-02-29", "29", "February 2023 has 28 days"},
		{"a leap day of a century that has none", "1900-02-29", "29", "February 1900 has 28 days"},
		{"an impossible end", "2024-02/2024-04-31", "31", "April 2024 has 30 days"},
		{"no zeros", "2024-1-5", "2024-1-5", `write "2024-01-05"`},
		{"no zeros in an interval", "2024-1-5/2024-01-08", "2024-1-5", `write "2024-01-05/2024-01-08"`},
		{"no hyphens", "20240203", "20240203", `write "2024-02-03"`},
		{"day or month first", "05/10/2024", "05/10/2024", `write "2024-10-05" for 5 October, or "2024-05-10" for 10 May`},
		{"month or day first", "10/05/2024", "10/05/2024", `write "2024-05-10" for 10 May, or "2024-10-05" for 5 October`},
		{"day first for sure", "13/10/2024", "13/10/2024", `write "2024-10-13"`},
		{"month first for sure", "10/13/2024", "10/13/2024", `write "2024-10-13"`},
		{"slashes", "2024/10/05", "2024/10/05", `write "2024-10-05"`},
		{"a slash before a month", "2024/10", "10", `write "2024-10"`},
		{"points", "13.10.2024", "13.10.2024", `write "2024-10-13"`},
		{"no year", "October 5", "October 5", `add the year in front: "YYYY-10-05"`},
		{"no year, day first", "5 October", "5 October", `add the year in front: "YYYY-10-05"`},
		{"words", "October 5, 2024", "October 5, 2024", `write "2024-10-05"`},
		{"French words", "5 octobre 2024", "5 octobre 2024", `write "2024-10-05"`},
		{"a month in words", "Oct 2024", "Oct 2024", `write "2024-10"`},
		{"year 0", "0000", "0000", `write the year with four digits, as in "2024"`},
		{"nothing but zeros", "0000-00-00", "0000", `write the year with four digits, as in "2024"`},
		{"two digits for the year", "24-10-05", "24-10-05", `write the year with four digits, then month and day, as in "2024-10-05"`},
		{"no such month", "2024-13", "13", "months are 01 to 12, seasons 21 to 24; if neither is known, write the year alone"},
		{"two years", "2017-18", "18", `for two years, write "2017/2018"`},
		{"month and day exchanged", "2024-13-01", "13", `the month comes before the day: write "2024-01-13"`},
		{"a day of a season", "2024-22-14", "22", "months are 01 to 12, seasons 21 to 24; if neither is known, write the year alone"},
		{"a season in words", "Spring 2024", "Spring 2024", `write "2024-21"`},
		{"a season of two years", "fall of 2024 to winter 2025", "fall of 2024 to winter 2025", `write "2024-23/2025-24"`},
		{"unspecified digits", "202X", "202X", forms},
		{"the end before the start", "2024-10-08/2024-10-05", "2024-10-05", `write "2024-10-05/2024-10-08"`},
		{"the same date twice", "2024/2024", "2024/2024", `write "2024"`},
		{"an empty end", "2024/", "2024/", `write "2024/.."`},
		{"an empty start", "/2024", "/2024", `write "../2024"`},
		{"two open ends", "../..", "../..", "leave the date out"},
		{"dots between the ends", "2024-10-05..2024-10-08", "2024-10-05..2024-10-08", `write "2024-10-05/2024-10-08"`},
		{"a hyphen between years", "2023-2024", "2023-2024", `write "2023/2024"`},
		{"until", "until 5 November 2024", "until 5 November 2024", `write "../2024-11-05"`},
		{"since", "since 2023", "since 2023", `write "2023/.."`},
		{"a time", "2024-10-09T16:50", "2024-10-09T16:50", `drop the time: write "2024-10-09"`},
		{"a time with seconds and a zone", "2024-10-09 16:50:00 +0200", "2024-10-09 16:50:00 +0200", `drop the time: write "2024-10-09"`},
		{"a word that ages", "today", "today", `write the date itself, as in "2024-10-05": a page must mean the same next year`},
		{"the mark in front", "~2024", "~2024", `write "2024~"`},
		{"circa", "circa 2024", "circa 2024", `write "2024~"`},
		{"two marks", "2024?~", "2024?~", `write "2024%"`},
		{"a space", "2024 ", "2024 ", `write "2024"`},
		{"empty", "", "", `write "2024-10-05", "2024-10" or "2024"`},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			d, err := Parse(tt.give)
			var se *diag.Mistake
			if !errors.As(err, &se) {
				t.Fatalf("Parse(%q) = %v, %v; want a Mistake", tt.give, d, err)
			}
			if diff := cmp.Diff(tt.want, se.Hint); diff != "" {
				t.Errorf("hint: %s", diff)
			}
			if diff := cmp.Diff(tt.place, tt.give[se.Start:se.End]); diff != "" {
				t.Errorf("place: %s", diff)
			}
			checkError(t, tt.give, se)
		})
	}
}

// checkError checks what every error must have: a place inside the text, a message
// in our style, and no proposal that Parse would refuse.
func checkError(t *testing.T, s string, e *diag.Mistake) {
	t.Helper()
	if e.Start < 0 || e.Start > e.End || e.End > len(s) {
		t.Errorf("place [%d:%d] is outside of %q", e.Start, e.End, s)
	}
	if e.Message == "" || strings.HasSuffix(e.Message, ".") || e.Hint == "" {
		t.Errorf("message %q, hint %q", e.Message, e.Hint)
	}
	_, spelling, ok := strings.Cut(e.Hint, `write "`)
	if spelling, _, _ = strings.Cut(spelling, `"`); ok {
		if _, err := Parse(spelling); err != nil {
			t.Errorf("the hint for %q proposes %q, which is refused: %v", s, spelling, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"2024", "2024-10-05~", "2023?/2024-10", "../2024-11-05", "2024-10-05/..", "2024-02-30", "05/10/2024", "2024/10/05", "October 5, 2024",
		"2024-10-09T16:50", "5 to 8 October 2024", "until 5 November 2024", "0000-00-00", "1900-02-29/1900-03", "circa 2024?", "\xff/\x00", "é 10",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			se := new(diag.Mistake)
			if !errors.As(err, &se) {
				t.Fatalf("Parse(%q): %T", s, err)
			}
			checkError(t, s, se)
			return
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Errorf("Parse(%q) = %v, written and read again %v, %v", s, d, again, err)
		}
		if d.Earliest().Compare(d.Latest()) > 0 {
			t.Errorf("%v begins on %v and ends on %v", d, d.Earliest(), d.Latest())
		}
		if !d.Overlaps(d) || d.Compare(d) != 0 {
			t.Errorf("%v is not at its own time", d)
		}
	})
}

// TestCutPart compares cutPart with a regular expression, on all texts of a few
// characters, and on dates with one byte changed.
func TestCutPart(t *testing.T) {
	pattern := regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)$`)
	check := func(s string) {
		t.Helper()
		want := make([]string, 5)
		m := pattern.FindStringSubmatch(s)
		if m != nil {
			want = m
		}
		year, month, day, mark, ok := cutPart(s)
		if !ok {
			year, month, day, mark = "", "", "", ""
		}
		if got := []string{want[0], year, month, day, mark}; ok != (m != nil) || !slices.Equal(got, want) {
			t.Fatalf("cutPart(%q) = %q, %v; the pattern finds %q", s, got[1:], ok, m)
		}
	}
	pieces := []string{"", "2024", "202", "10", "5", "-", "~", "?", "%", "/", "a", "é", " "}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				for _, d := range pieces {
					check(a + b + c + d)
					check(a + "-" + b + "-" + c + d)
				}
			}
		}
	}
	for _, s := range []string{"2024", "2024-10", "2024-10-05", "2024-10-05~", "2024-10%"} {
		for i := range len(s) {
			for c := range 256 {
				check(s[:i] + string([]byte{byte(c)}) + s[i+1:])
			}
		}
	}
}

// TestOn compares On and Between with Parse.
func TestOn(t *testing.T) {
	var parts []Part
	for _, year := range []int{0, 1, 1900, 2000, 2023, 2024, 9999, 10000} {
		for month := range 14 {
			for day := range 33 {
				if month == 0 && day > 0 {
					continue // has no spelling
				}
				p := Part{Year: year, Month: month, Day: day}
				want, err := Parse(p.String())
				if year > 9999 {
					want, err = Date{}, errors.New("five digits")
				}
				if got, ok := On(p); ok != (err == nil) || ok && got != want {
					t.Errorf("On(%v) = %v, %v; Parse says %v, %v", p, got, ok, want, err)
				}
				if day < 2 || day > 27 {
					parts = append(parts, p)
				}
			}
		}
	}
	for _, a := range parts {
		for _, b := range parts[:len(parts):len(parts)] {
			if (a.Day+b.Month)%7 != 0 { // a seventh of all pairs
				continue
			}
			want, err := Parse(a.String() + "/" + b.String())
			if a.Year > 9999 || b.Year > 9999 {
				continue
			}
			if got, ok := Between(a, b); ok != (err == nil) || ok && got != want {
				t.Fatalf("Between(%v, %v) = %v, %v; Parse says %v, %v", a, b, got, ok, want, err)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range []string{"2024-10-05", "2024-10", "../2024-11-05", "2024-10-05~"} {
			if d, err := Parse(s); err != nil || d.String() != s {
				b.Fatal(d, err)
			}
		}
	}
}
