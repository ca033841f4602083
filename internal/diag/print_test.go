package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// show prints one diagnostic whose place is the text between two "|".
func show(t *testing.T, marked string) string {
	t.Helper()
	start := strings.IndexByte(marked, '|')
	text := strings.Replace(marked, "|", "", 1)
	end := start
	if i := strings.IndexByte(text, '|'); i >= 0 {
		end = i
		text = strings.Replace(text, "|", "", 1)
	}
	var l List
	l.Add("E020", Place{File: "f", Start: start, End: end}, "m")
	var b bytes.Buffer
	if err := Text(&b, l, func(string) []byte { return []byte(text) }, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFrame(t *testing.T) {
	long := strings.Repeat("0123456789", 20)
	tests := []struct{ desc, give, want string }{
		{
			"a word", "a: 1\namount: |$75M| now\nb",
			"f:2:9: error: m [E020]\n    2 | amount: $75M now\n      |         ^^^^\n",
		},
		{
			"a position alone", "amount: |$75M",
			"f:1:9: error: m [E020]\n    1 | amount: $75M\n      |         ^\n",
		},
		{
			"letters of several bytes take one column", "é€: |café| x",
			"f:1:8: error: m [E020]\n    1 | é€: café x\n      |     ^^^^\n",
		},
		{
			"an accent of its own takes none", "e\u0301a |e\u0301b|",
			"f:1:6: error: m [E020]\n    1 | e\u0301a e\u0301b\n      |    ^^\n",
		},
		{
			"a tab takes one column", "\ta:\t|b|",
			"f:1:5: error: m [E020]\n    1 |  a: b\n      |     ^\n",
		},
		{
			"line ends of Windows are not shown", "a\r\nb: |c|\r\nd\r\n",
			"f:2:4: error: m [E020]\n    2 | b: c\n      |    ^\n",
		},
		{
			"the place is the line end itself", "ab|\r\n|c",
			"f:1:3: error: m [E020]\n    1 | ab\n      |   ^\n",
		},
		{
			"what goes over the line is marked to its end", "ab |cd\nef| g",
			"f:1:4: error: m [E020]\n    1 | ab cd\n      |    ^^\n",
		},
		{
			"an empty line", "a\n|\nb",
			"f:2:1: error: m [E020]\n    2 |\n      | ^\n",
		},
		{
			"the end of a file", "a\n|",
			"f:2:1: error: m [E020]\n    2 |\n      | ^\n",
		},
		{
			"what a terminal would obey is shown as a sign", "a\x1b[31m |b\x00\u202e\x7f\xff|",
			"f:1:8: error: m [E020]\n    1 | a␛[31m b␀·␡�\n      |        ^^^^^\n",
		},
		{
			"a long line is cut behind", "|ab|" + long,
			"f:1:1: error: m [E020]\n    1 | ab" + long[:94] + "…\n      | ^^\n",
		},
		{
			"and before", long + "|ab|",
			"f:1:201: error: m [E020]\n    1 | …" + long[200-48:] + "ab\n      | " + strings.Repeat(" ", 49) + "^^\n",
		},
		{
			"a long mark is cut", "|" + long + "|",
			"f:1:1: error: m [E020]\n    1 | " + long[:96] + "…\n      | " + strings.Repeat("^", 96) + "\n",
		},
		{
			"the gutter is as wide as the number", strings.Repeat("\n", 99) + "|x|",
			"f:100:1: error: m [E020]\n    100 | x\n        | ^\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(t, tt.give)); diff != "" {
				t.Errorf("Text (-want +got):\n%s", diff)
			}
		})
	}
}

var clashes = List{
	{
		Code: "E040", Place: Place{File: "b.md", Start: 2, End: 5}, Message: "id \"a,b\" is 100% taken\nhere", Hint: "rename: it",
		Related: []Related{{Place: Place{File: "a.md", End: 3}, Note: "the other file"}},
	},
	{Code: "W001", Place: Place{File: "gone: 50%,.md"}, Message: "nothing"},
}

func clashFiles(path string) []byte {
	return map[string][]byte{"a.md": []byte("---\n"), "b.md": []byte("x\nabc d\n")}[path]
}

func TestText(t *testing.T) {
	const want = `b.md:2:1: error: id "a,b" is 100% taken␊here [E040]
    2 | abc d
      | ^^^
  a.md:1:1: the other file
    1 | ---
      | ^^^
  hint: rename: it

gone: 50%,.md:1:1: warning: nothing [W001]
`
	var b bytes.Buffer
	if err := Text(&b, clashes, clashFiles, false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("Text (-want +got):\n%s", diff)
	}

	var colored bytes.Buffer
	if err := Text(&colored, clashes, clashFiles, true); err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("\x1b[1m", "", "\x1b[1;31m", "", "\x1b[1;33m", "", "\x1b[1;36m", "", "\x1b[0m", "").Replace(colored.String())
	if diff := cmp.Diff(want, plain); diff != "" {
		t.Errorf("Text without its colours (-want +got):\n%s", diff)
	}
	if plain == colored.String() {
		t.Error("Text with color has none")
	}
}

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, clashes, clashFiles); err != nil {
		t.Fatal(err)
	}
	var got []jsonDiagnostic
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []jsonDiagnostic{
		{
			File: "b.md", Line: 2, Column: 1, EndLine: 2, EndColumn: 4, Severity: "error", Code: "E040",
			Message: "id \"a,b\" is 100% taken\nhere", Hint: "rename: it",
			Related: []jsonRelated{{"a.md", 1, 1, "the other file"}},
		},
		{File: "gone: 50%,.md", Line: 1, Column: 1, EndLine: 1, EndColumn: 1, Severity: "warning", Code: "W001", Message: "nothing"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	b.Reset()
	if err := JSON(&b, nil, clashFiles); err != nil || b.String() != "[]\n" {
		t.Errorf("JSON of nothing = %q, %v", b.String(), err)
	}
}

func TestGitHub(t *testing.T) {
	const want = `::error file=b.md,line=2,col=1,endColumn=4,title=E040::id "a,b" is 100%25 taken%0Ahere%0Ahint: rename: it
::warning file=gone%3A 50%25%2C.md,line=1,col=1,title=W001::nothing
`
	var b bytes.Buffer
	if err := GitHub(&b, clashes, clashFiles, false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("GitHub (-want +got):\n%s", diff)
	}
}

// FuzzText checks that any place in any text is printed on three lines without
// control characters.
func FuzzText(f *testing.F) {
	f.Add("title: é\r\n\tb\x1b", 3, 9, "unknown key \"\x00\"")
	f.Add("", 0, 0, "")
	f.Add("\n\n", 2, 1, "m\n")
	f.Add("before", -5, -1, "m")
	f.Add(strings.Repeat("é", 200), 199, 300, "\u202e")
	f.Fuzz(func(t *testing.T, text string, start, end int, message string) {
		l := List{{Code: "E001", Place: Place{File: "f", Start: start, End: end}, Message: message}}
		files := func(string) []byte { return []byte(text) }
		var b bytes.Buffer
		if err := Text(&b, l, files, false); err != nil {
			t.Fatal(err)
		}
		want := 3
		if text == "" {
			want = 1
		}
		if got := strings.Count(b.String(), "\n"); got != want {
			t.Errorf("%d lines, want %d:\n%s", got, want, b.String())
		}
		if !utf8.Valid(b.Bytes()) || strings.ContainsFunc(b.String(), func(r rune) bool { return r != '\n' && isFormat(r) }) {
			t.Errorf("what a terminal would obey: %q", b.String())
		}
		if err := GitHub(&b, l, files, false); err != nil {
			t.Fatal(err)
		}
		b.Reset()
		if err := JSON(&b, l, files); err != nil || !json.Valid(b.Bytes()) {
			t.Errorf("JSON: %v, %q", err, b.String())
		}
	})
}

// The lines to paste of a hint stay lines, and none has a control character.
func TestHintToPaste(t *testing.T) {
	l := List{{Code: "E110", Place: Place{File: "f"}, Message: "m", Hint: "write below:\n- a: b\x1b\n  c: d"}}
	var b bytes.Buffer
	if err := Text(&b, l, func(string) []byte { return nil }, false); err != nil {
		t.Fatal(err)
	}
	want := "f:1:1: error: m [E110]\n  hint: write below:\n  - a: b␛\n    c: d\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// What hides text is refused, and what is part of words is not.
func TestIsInvisible(t *testing.T) {
	for _, r := range "\x00\x1b\u0085\u115f\u1160\u200b\u2028\u202e\u2060\u2064\u2069\u3164\ufeff\uffa0\ufff9\ufffb\ufffe\U0001fffe\U000e0001\U000e0041\U000e007f" {
		if !IsInvisible(r) {
			t.Errorf("%U is let through", r)
		}
		if r > 0x20 && visible([]byte(string(r))) != "·" {
			t.Errorf("%U is printed as it is", r)
		}
	}
	for _, r := range "aé\u00a0\u00ad\u200c\u200d\u2011\u202f\ufe0f\ufffc\ufffd\U0001f3f4\U00012028\U000e0100" {
		if IsInvisible(r) {
			t.Errorf("%U is refused", r)
		}
	}
}
