package yamldoc

import (
	"strings"
	"testing"

	"receipts/internal/diag"
)

func TestConflicts(t *testing.T) {
	for _, tt := range []struct {
		desc, text string
		want       []string // the lines that are reported
	}{
		{"one of each line", "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> other\ne\n", []string{"<<<<<<< HEAD"}},
		{"two conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n\n<<<<<<< c\n=======\n>>>>>>> d\n", []string{"<<<<<<< a", "<<<<<<< c"}},
		{"line ends of Windows", "a\r\n\r\n=======\r\nb\r\n", []string{"======="}},
		{"what was forgotten", "a\n>>>>>>> other\nb\n", []string{">>>>>>> other"}},
		{"a line between two texts", "a\n\n=======\n\nb\n", []string{"======="}},
		{"a heading that is underlined", "a\n\nTitle\n=======\n", nil},
		{"other signs", "<<<<<<<\n>>>>>>>> a\n======\n========\n    <<<<<<< a\n", nil},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var diags diag.List
			if ok := CheckBytes("f", []byte(tt.text), &diags); ok != (len(tt.want) == 0) {
				t.Errorf("ok is %v", ok)
			}
			var got []string
			for _, d := range diags {
				got = append(got, tt.text[d.Place.Start:d.Place.End])
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
