package render

import "testing"

func TestCompact(t *testing.T) {
	for _, tt := range []struct{ desc, give, want string }{
		{"rules", "a {\n  color: red;\n  margin: 0 1px;\n}\n\nb, i { top: 0 }\n", "a{color: red;margin: 0 1px;}b,i{top: 0}"},
		{"a descendant and a pseudo-class stay apart", ".a :hover > .b { x: y; }", ".a :hover>.b{x: y;}"},
		{"sums need their blanks", "a { width: calc(1px + 2px); }", "a{width: calc(1px + 2px);}"},
		{"media", "@media (min-width: 1px) and (color) {\n a { b: c } }", "@media (min-width: 1px) and (color){a{b: c}}"},
		{"comments", "/* one */ a /* two */ b { }", "a b{}"},
		{"notices stay", "/*! by us */\na { }", "/*! by us */ a{}"},
		{"strings stay", `a { content: "a  /* b */  \" ;"; }`, `a{content: "a  /* b */  \" ;";}`},
		{"a string that never ends", "a { content: \"b", "a{content: \"b"},
		{"escapes", `q { quotes: "«\a0" "\a0»"; } .a\ b { }`, `q{quotes: "«\a0" "\a0»";}.a\ b{}`},
		{"a comment that never ends", "a { } /* b", "a{}"},
		{"empty", "", ""},
	} {
		if got := string(compact([]byte(tt.give))); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.desc, got, tt.want)
		}
	}
}
