package yamldoc

import (
	"regexp"
	"strings"
	"testing"

	"receipts/internal/diag"
)

func TestFirstVersion(t *testing.T) {
	for _, tt := range []struct {
		desc, text string
		want       []string // the lines that are reported
		first      string   // with the blanks at the ends of lines left out
	}{
		{"one of each line", "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> other\ne\n", []string{"<<<<<<< HEAD"}, "a\n\nb\n\n\n\n\n\ne\n"},
		{"two conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n\n<<<<<<< c\n=======\n>>>>>>> d\n", []string{"<<<<<<< a", "<<<<<<< c"}, "\n\n\n\n\n\n\n"},
		{"line ends of Windows", "a\r\n\r\n=======\r\nb\r\n", []string{"======="}, "a\r\n\r\n\r\nb\r\n"},
		{"what was forgotten", "a\n>>>>>>> other\nb\n", []string{">>>>>>> other"}, "a\n\nb\n"},
		{"a line between two texts", "a\n\n=======\n\nb\n", []string{"======="}, "a\n\n\n\nb\n"},
		{"an end that is missing", "<<<<<<< a\nb\n=======\nc\n", []string{"<<<<<<< a"}, "\nb\n\nc\n"},
		{"a heading that is underlined", "a\n\nTitle\n=======\n", nil, "a\n\nTitle\n=======\n"},
		{"other signs", "<<<<<<<\n>>>>>>>> a\n======\n========\n    <<<<<<< a\n", nil, "<<<<<<<\n>>>>>>>> a\n======\n========\n    <<<<<<< a\n"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var diags diag.List
			first := FirstVersion("f", []byte(tt.text), &diags)
			if len(first) != len(tt.text) {
				t.Errorf("%d bytes of %d", len(first), len(tt.text))
			}
			if got := regexp.MustCompile(` +(\r?\n)`).ReplaceAllString(string(first), "$1"); got != tt.first {
				t.Errorf("reads %q, want %q", got, tt.first)
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
