package evidence

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

func seeds(f *testing.F) {
	for _, s := range []string{
		"", "plus de 75 millions de dollars", "un peu plus d'une dizaine de millions", "quatre-vingt-dix-sept", "350 000 $",
		"entre 10 et 12 millions", "$8–12 million a day", "two of the seven", "Le 8, dans", "du 5 au 8 octobre prochain",
		"52 U.S.C. § 10307(c)", "@America123_12", "le 31 novembre", "1.2.3.4", "1,000,000.50", "quelques\u202f", "d'd'd'", "\xff1\xff",
		"---1-2-3", "a few a few tens of", "un demi-demi-million", "depuis quatre ans et demi", "999999999999999999 milliards",
		"0 et 00", "404 Media", "10/7/2024", "half half half a", "İ 5 İ", "mi-mi-octobre", "e\u0301te\u0301 2024",
		"in constant 2024 dollars, (2024 dollars", "euros constants de 2015 de 2016", "adjusted for inflation to 2024 prices of", "in 2024 in 2024 prices", "0,5 % % percent",
	} {
		f.Add(s)
	}
}

func checkRange(t *testing.T, text string, last, start, end int) {
	t.Helper()
	switch {
	case start < last, end <= start, end > len(text):
		t.Fatalf("%q: range %d–%d behind %d", text, start, end, last)
	case !utf8.RuneStart(text[start]) && utf8.ValidString(text), end < len(text) && !utf8.RuneStart(text[end]) && utf8.ValidString(text):
		t.Fatalf("%q: range %d–%d cuts a character", text, start, end)
	}
}

func FuzzFindQuantities(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"fr", "en"} {
			last := 0
			for _, q := range FindQuantities(lang, text) {
				checkRange(t, text, last, q.Start, q.End)
				last = q.End
				q.Quantity()
			}
		}
	})
}

func FuzzFindDates(f *testing.F) {
	seeds(f)
	published, _ := edtf.Parse("2024-02-29")
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"fr", "en"} {
			last := 0
			alone := FindDates(lang, text, published)
			for _, d := range alone {
				checkRange(t, text, last, d.Start, d.End)
				last = d.End
			}
			if figures, dates := Find(lang, text, published); !reflect.DeepEqual(figures, FindQuantities(lang, text)) || !reflect.DeepEqual(dates, alone) {
				t.Fatalf("%q: Find reads %v and %v, alone they are %v and %v", text, figures, dates, FindQuantities(lang, text), alone)
			}
		}
	})
}

func FuzzAround(f *testing.F) {
	for _, s := range []string{"plus de ‹75 millions de dollars› par an", "la veille du ‹5 novembre›", "n’a pas ‹", "‹»5, 6 et› 8 octobre"} {
		quote, c := around(s)
		f.Add(c.Text, c.Start, len(quote))
	}
	q, _ := amount.Parse("75 million USD")
	d, _ := edtf.Parse("2024-11-05")
	f.Fuzz(func(t *testing.T, text string, start, length int) {
		if start < 0 || length < 0 || start > len(text) || length > len(text)-start {
			return
		}
		e := Quote{Lang: "fr", Text: text[start : start+length]}
		for _, p := range append(Around(q, e, Context{text, start, start + length}), AroundDate(d, e, d, Context{text, start, start + length})...) {
			if p.In != InSource || p.Found != text[p.Start:p.End] {
				t.Fatalf("%q: %+v", text, p)
			}
		}
	})
}

// TestLinear reads long texts made of what needs looking ahead or back.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"two-", "quatre-vingt-", "quelques dizaines de ", "a few ", "1 ", "1-", "1,", "1.", "11 000 ", "du 5 au ", "October 5 to ", "2020-", "d'", "entre 1 et ",
		"pas ", "not ", "n’a pas 5 ", "5 et ", "le 5, ", "mardi ", "la veille du ", "moitié des ", "avant le ", "5+",
		"1a", "@a", "(", "§ 1", "one hundred and ", "per ", "un peu plus ", "half a ", "le ", "mi-", "1:", "1/", "01 23 ", "a-", "3 a-",
	} {
		// Twelve short texts and one as long as all of them take the same time, give
		// or take; where time grows with the square, the long one takes twelve times
		// it. Both run equally long, so that a busy machine slows both. What a text
		// costs is the least that it took.
		short, long := timeOf(unit, 12, 5_000), timeOf(unit, 1, 60_000)
		for range 8 {
			if long <= 3*short {
				break
			}
			short, long = min(short, timeOf(unit, 12, 5_000)), min(long, timeOf(unit, 1, 60_000))
		}
		if long > 3*short {
			t.Errorf("%q takes %v in twelve texts and, in one, %v", unit, short, long)
		}
	}
}

// timeOf is how long it takes to read a text of so many bytes so many times.
func timeOf(unit string, times, length int) time.Duration {
	text := strings.Repeat(unit, length/len(unit))
	start := time.Now()
	for range times {
		for _, lang := range []string{"fr", "en"} {
			FindQuantities(lang, text)
			FindDates(lang, text, edtf.Date{})
		}
	}
	return time.Since(start)
}
