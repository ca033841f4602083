package layout

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"iter"
	"maps"
	"math"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A label is a named string, and one with words of its own.
type (
	label string
	spoke string
	count int
)

func (s spoke) String() string { return "“" + string(s) + "” & more" }

func (l label) Loud() string { return strings.ToUpper(string(l)) }

// A pair has methods on values and on pointers.
type pair struct {
	A, B string
	N    int
}

func (p pair) Both() string                { return p.A + "&" + p.B }
func (p *pair) Swapped() string            { return p.B + "<" + p.A }
func (p *pair) IsNil() bool                { return p == nil }
func (p pair) With(sep string, n int) pair { return pair{p.A + sep, p.B, n} }
func (p pair) Many(all ...string) string   { return p.A + strings.Join(all, "|") }
func (p pair) Fails() (string, error)      { return "", errors.New("no <such> pair") }
func (p pair) Two() (int, int)             { return 1, 2 }
func (p pair) Works() (label, error)       { return "work's", nil }

// A shout is printed by a method of its pointer.
type shout struct{ S string }

func (s *shout) String() string { return s.S + "!" }

type inner struct{ Deep string }

func (inner) Method() string { return "inner's" }

type Outer struct{ Shown string }

// A told is what a script element has as JSON.
type told struct {
	Text string `json:"@text"`
	None string `json:"none,omitempty"`
	More []*told
}

// A thing has a field of every kind that a layout may meet.
type thing struct {
	*inner
	Outer
	Title    string
	Label    label
	Spoke    spoke
	HTML     template.HTML
	URL      template.URL
	CSS      template.CSS
	Link     string
	Yes, No  bool
	N        int
	Count    count
	Small    int8
	U        uint16
	F        float64
	Empty    string
	List     []string
	None     []string
	Pairs    []pair
	Ptrs     []*pair
	Array    [2]pair
	Map      map[string]int
	Labels   map[label]string
	Ints     map[int]string
	Floats   map[float64]string
	Uints    map[uint]string
	MinusOff float64
	Complex  complex128
	AnyPtr   *any
	ListPtr  *[]string
	Any      any
	Nothing  any
	Pair     pair
	Ptr      *pair
	Nil      *pair
	PtrPtr   **pair
	Stringer fmt.Stringer
	NoWords  fmt.Stringer
	Things   []any
	Func     func() string
	Seq      iter.Seq[string]
	Seq2     iter.Seq2[string, int]
	Shout    shout
	ShoutPtr *shout
	Err      error
	Bytes    []byte
	Next     *thing
	Told     told
	TheyTold *told
	NotTold  *told
	Day      time.Time
	Nan      struct{ F float64 }
	hidden   string
}

// nasty would end its element, if it were not escaped.
const nasty = "</script><script>alert(1)</script><!--]]> & \u2028\u2029 */ \"'\\\x00\xff é"

func things() *thing {
	p, list, anything := &pair{"1<2", "2", 2}, []string{"l<1", "l2"}, any("any")
	return &thing{
		inner: &inner{"deep"}, Outer: Outer{"shown"},
		Title: "a <b> & \"c\" + 'd'\x00\xff é", Label: "la<bel", Spoke: "spo<ke", HTML: "<i>x &amp; y</i>", URL: "javascript:a('b')", CSS: "color: red",
		Link: "https://example.org/ü?a=b&c=d e#f%20%", Yes: true, N: -42, Count: 7, Small: -3, U: 300, F: 1e21,
		List: []string{"x", "<y>", "z"}, Pairs: []pair{{"1<2", "2", 2}, {"3", "4", 0}}, Ptrs: []*pair{p, nil}, Array: [2]pair{{"p", "q", 1}, {}},
		Map: map[string]int{"b": 2, "a": 1, "Title": 3}, Labels: map[label]string{"b": "2", "a": "1"}, Ints: map[int]string{10: "ten", -1: "minus"},
		Floats: map[float64]string{1.5: "x", 0.5: "y"}, Uints: map[uint]string{3: "c", 2: "b"}, MinusOff: math.Copysign(0, -1), Complex: 1i,
		AnyPtr: &anything, ListPtr: &list, Any: pair{"any", "thing", 9}, Pair: pair{"5", "6", 0}, Ptr: p, PtrPtr: &p,
		Stringer: spoke("inside"), Things: []any{1, "two", nil, pair{"t", "u", 0}, p, template.HTML("<hr>"), []string{"n"}, template.URL("x:y")},
		Func: func() string { return "called" }, Seq: slices.Values([]string{"s<1", "s2"}), Seq2: maps.All(map[string]int{"k": 5}),
		Shout: shout{"hey<"}, ShoutPtr: &shout{"ho"}, Err: errors.New("an <error>"), Bytes: []byte("hi"),
		Told: told{Text: nasty, More: []*told{{Text: "x"}}}, TheyTold: &told{Text: nasty}, Nan: struct{ F float64 }{math.NaN()},
		Next: &thing{inner: &inner{}, Title: "next"}, hidden: "seen by nobody",
	}
}

var funcs = template.FuncMap{
	"upper":  strings.ToUpper,
	"say":    func(key string, args ...any) string { return fmt.Sprint(append([]any{key + ":"}, args...)...) },
	"count":  func(key string, n int) string { return fmt.Sprint(key, n) },
	"asset":  asset,
	"pairOf": func(p *pair) string { return p.A },
	"valued": func(p pair) string { return p.B },
	"shown":  func(s fmt.Stringer) string { return s.String() },
	"float":  func(f float64, u uint8, b bool, l label) string { return fmt.Sprint(f, u, b, l) },
	"any":    func(v any) any { return v },
	"list":   func(v ...string) []string { return v },
	"boom":   func(string) string { panic("boom") },
	"kind":   func(v reflect.Value) string { return v.Kind().String() },
	"now":    func() string { return "never" },
	"html2":  func(s string) template.HTML { return template.HTML(s) },
}

func asset(name string) (pair, error) {
	if name == "none" {
		return pair{}, errors.New("there is no " + name)
	}
	return pair{"/" + name + "?<", "hash+", 1}, nil
}

// partials are there for every template of the tests.
const partials = `{{define "show"}}<p title="{{.}}">{{.}}</p>{{end}}` +
	`{{define "pair"}}{{.A}}/{{.B}}{{$.N}}{{end}}` +
	`{{define "both"}}{{.Both}}{{end}}` +
	`{{define "bare"}}<b>bare</b>{{end}}` +
	`{{define "swapped"}}{{.Swapped}}{{end}}` +
	`{{define "down"}}{{.Title}};{{with .Next}}{{template "down" .}}{{end}}{{end}}` +
	`{{define "forever"}}x{{template "forever" .}}{{end}}`

// A fataler is a test, or one try of a random test.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func parsed(t fataler, text string) *template.Template {
	t.Helper()
	set := template.New("set").Funcs(funcs)
	template.Must(set.New("partials").Parse(partials))
	_, err := set.New("page").Parse(text)
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	return set
}

// compare executes a template by both engines and reports why it was left to
// html/template, if it was.
func compare(t fataler, text string, data any) string {
	t.Helper()
	var want, got bytes.Buffer
	wantErr := parsed(t, text).ExecuteTemplate(&want, "page", data)
	p := New(parsed(t, text), funcs)
	for range 2 { // the second time with all that the first has kept
		got.Reset()
		gotErr := p.Execute(&got, "page", data)
		if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(gotErr)); diff != "" {
			t.Fatalf("%s\nerror (-html/template +compiled):\n%s", text, diff)
		}
		if wantErr != nil {
			want.Reset() // nothing half-written is let through
		}
		if diff := cmp.Diff(want.String(), got.String()); diff != "" {
			t.Fatalf("%s\n(-html/template +compiled):\n%s", text, diff)
		}
	}
	return strings.Join(p.Left(), "; ")
}

func TestExecute(t *testing.T) {
	for _, tt := range []struct {
		desc, give string
		left       string // part of the reason, if it is left to html/template
	}{
		// What our layouts have is compiled.
		{"texts", `{{.Title}} {{.Label}} {{.CSS}} {{.HTML}}<p title="{{.Title}}" id='{{.Label}}'><title>{{.Title}}</title><textarea>{{.Title}}</textarea>`, ""},
		{"links", `<a href="{{.Link}}"><a href="{{.Title}}:x"><a href="/{{.Link}}/"><a href="/?q={{.Link}}#{{.Title}}">`, ""},
		{"integers", `{{.N}} {{.Count}} {{.Small}} {{12}} {{-3}} <p title="{{.N}}">`, ""},
		{"what methods return", `{{.Pair.Both}} {{.Pair.Swapped}} {{.Ptr.Both}} {{.Ptr.Swapped}} {{.Label.Loud}} {{.Pair.Works}} {{if .Nil.IsNil}}nil{{end}}`, ""},
		{"of elements", `{{range .Pairs}}{{.Both}}{{.Swapped}}{{end}}{{range $i, $p := .Pairs}}{{$i}}{{$p.Both}}{{$p.Swapped}}{{.A}}{{$.N}}{{end}}`, ""},
		{"fields behind pointers", `{{.Next.Title}} {{.Next.Pair.A}} {{.Deep}} {{.Outer.Shown}} {{.Shown}} {{.Method}}`, ""},
		{"an element", `{{with index .Pairs 0}}{{.A}}{{.Both}}{{.Swapped}}{{end}}{{index .List 1}}`, ""},
		{"branches", `{{if .Empty}}x{{else if .Title}}{{.N}}{{else}}w{{end}}{{with .Empty}}{{.}}{{else with .Ptr}}{{.A}}{{$.N}}{{else}}x{{end}}`, ""},
		{"lists", `{{range .List}}{{.}},{{end}}{{range .None}}x{{else}}none{{end}}{{range $i, $e := .List}}{{if $i}}, {{end}}{{$e}}{{.}}{{end}}`, ""},
		{"a variable", `{{$x := .Title}}{{$p := .Pair}}{{with .Pair}}{{$x := .A}}{{$x}}{{end}}{{$x}}{{$p.Both}}{{$p.A}}`, ""},
		{"partials", `{{template "pair" .Pair}}{{template "pair" .Ptr}}{{template "bare"}}{{template "show" .Title}}{{template "show" .N}}{{range .Pairs}}{{template "both" .}}{{end}}`, ""},
		{"messages", `{{say "k"}} {{say "k" 1 .Title .Pair .Nil}} {{count "k" .N}} {{upper .Title}}{{with asset "x"}}<a href="{{.A}}">{{.Both}}</a>{{end}}`, ""},
		{"conditions", `{{if and .Yes (not .No) (or .Empty .N)}}x{{end}}{{if or .Empty .None}}y{{else}}z{{end}}{{if not (and .Yes .Empty)}}w{{end}}`, ""},
		{"orders", strings.Join(each(`{{if %s .N -42}}1{{end}}{{if %[1]s .N 5}}2{{end}}{{if %[1]s .Small .N}}3{{end}}{{if %[1]s .Label "la<bel"}}4{{end}}{{if %[1]s (len .List) 2}}5{{end}}`, "eq ne lt le gt ge"), ""), ""},
		{"the value of a condition", `{{with or .Empty .Title}}{{.}}{{end}}`, "the words of a <nil>"},
		{"its value unseen", `{{with or .Empty .Title}}x{{end}}{{with and .Yes .Empty}}y{{end}}`, "the value of and or or"},

		{"text", "a<b>c</b>", ""},
		{"nothing", "", ""},
		{"comment", "a{{/* x */}}b{{- /* y */ -}} c", ""},

		// Values where html/template escapes them.
		{"a string in text and attributes", `{{.Title}} <p title="{{.Title}}" class='{{.Title}}'>`, ""},
		{"a string in a title and a text area", `<title>{{.Title}} {{.HTML}}</title><textarea>{{.Title}}</textarea>`, "markup where there is none"},
		{"a link", `<a href="{{.Link}}">{{.Link}}</a><a href="/{{.Link}}/">x</a><a href="/?q={{.Link}}#{{.Title}}">y</a>`, ""},
		{"a bad link", `<a href="{{.Title}}:x">{{.Title}}</a><a href="{{.Spoke}}">`, "the words of a layout.spoke"},
		{"a safe link", `<a href="{{.URL}}">{{.URL}}</a><a href="/?q={{.URL}}">`, "an address that is safe"},
		{"markup", `{{.HTML}}<textarea>{{.HTML}}</textarea>`, "markup where there is none"},
		{"markup in an attribute", `<p title="{{.HTML}}">`, "markup where there is none"},
		{"markup without tags in an attribute", `{{with html2 "a &amp; b"}}<p title="{{.}}" id='{{.}}'>{{end}}`, "markup where there is none"},
		{"named strings", `{{.Label}} {{.Spoke}} {{.CSS}} <p title="{{.Label}} {{.Spoke}}">`, "the words of a layout.spoke"},
		{"numbers", `{{.N}} {{.Count}} {{.Small}} {{.U}} {{.F}} {{12}} {{-3}} <p title="{{.N}}{{.U}}"><a href="/{{.N}}">`, "a uint16 in print"},
		{"booleans", `{{.Yes}}{{.No}}{{true}}`, "a bool in print"},
		{"structs, slices and maps", `{{.Pair}} {{.List}} {{.None}} {{.Map}} {{.Bytes}} {{.Array}}`, "a layout.pair in print"},
		{"pointers", `{{.Ptr}} {{.Nil}} {{.PtrPtr}}`, "a *layout.pair in print"},
		{"interfaces", `{{.Any}} {{.Nothing}} {{.Stringer}} {{.NoWords}} {{.Err}}`, "a value of type interface {}"},
		{"words of a pointer", `{{.Shout}} {{.ShoutPtr}} {{range .Things}}{{.}},{{end}}`, "a layout.shout in print"},
		{"an escaper that is not ours", `<p style="color: {{.Title}}">`, "cssvaluefilter"},
		{"JSON", `<script type="application/ld+json">{{.Told}}</script><script type="application/ld+json">{{.TheyTold}}</script>`, ""},
		{"a text in a script", `<script>x = {{.Title}}</script>`, "a string in a script"},
		{"what has words of its own in a script", `<script type="application/ld+json">{{.Shout}}</script>`, "a layout.shout in a script"},
		{"what has JSON of its own", `<script type="application/ld+json">{{.Day}}</script>`, "a time.Time in a script"},
		{"nothing in a script", `<script type="application/ld+json">{{.NotTold}}</script>`, "reflect: call"},
		{"what JSON cannot have", `<script type="application/ld+json">{{.Nan}}</script>`, "a value that JSON cannot have"},
		{"an attribute without quotes", `<p title={{.Title}}>`, "nospaceescaper"},
		{"the name of an attribute", `<p {{.Label}}="x">`, "htmlnamefilter"},
		{"an escaper that the author wrote", `{{.Title | html}} {{html .Title}}`, "a pipeline with html"},
		{"another", `<a href="?{{.Title | urlquery}}">{{print .Title | html}}`, "a pipeline with urlquery"},

		// Fields, methods and keys.
		{"embedded", `{{.Shown}} {{.Outer.Shown}} {{.Method}}`, ""},
		{"embedded behind a pointer", `{{.Deep}} {{.Next.Deep}}`, ""},
		{"embedded behind nil", `{{with .Next}}{{with .Next}}{{.Deep}}{{end}}{{end}}`, ""},
		{"a chain", `{{.Next.Title}} {{.Next.Pair.A}} {{(.Next).Title}} {{(index .Pairs 0).A}}`, "(.Next).Title"},
		{"methods", `{{.Pair.Both}} {{.Pair.Swapped}} {{.Ptr.Both}} {{.Ptr.Swapped}} {{.PtrPtr.Both}} {{.Label.Loud}}`, "*layout.pair has no Both"},
		{"methods of elements", `{{range .Pairs}}{{.Both}}{{.Swapped}}{{end}}{{range .Array}}{{.Both}}{{.Swapped}}{{end}}`, "a range over what is no slice"},
		{"a method of the pointer of a copy", `{{with .Any}}{{.Both}}{{.Swapped}}{{end}}`, "a value of type interface {}"},
		{"methods with arguments", `{{.Pair.With "-" 3}} {{(.Ptr.With "x" .N).N}} {{3 | .Pair.With "y"}} {{.Pair.Many}} {{.Pair.Many "a" .Title}}`, "arguments of .Pair.With"},
		{"a method of nil", `{{.Nil.IsNil}}`, "a bool in print"},
		{"a method with an error", `{{.Pair.Works}} {{.Pair.Fails}}`, "a function has failed"},
		{"a method of what is in an interface", `{{.Any.Both}} {{.Stringer.String}} {{.Err.Error}}`, "a value of type interface {}"},
		{"with arguments", `{{.Any.Many "x"}}`, "arguments of .Any.Many"},
		{"keys", `{{.Map.a}} {{.Map.Title}}`, "map[string]int has no a"},
		{"a missing key", `{{.Map.nope}}`, "map[string]int has no nope"},
		{"a key of a named type", `{{.Labels.a}}`, "has no a"},
		{"a field of nil", `x{{.Nil.A}}`, "zero Value"},
		{"a field of nothing", `x{{.Nothing.A}}`, "a value of type interface {}"},
		{"a field that is not there", `x{{.Nope}}`, "has no Nope"},
		{"one that nobody asks for", `x{{if .No}}{{.Nope}}{{end}}`, "has no Nope"},
		{"a hidden field", `{{.hidden}}`, "has no hidden"},
		{"a function in a field", `{{.Func}}`, "a func() string in print"},
		{"a method with too few arguments", `{{.Pair.With "x"}}`, "arguments of .Pair.With"},
		{"an argument of a field", `{{.Title 3}}`, "arguments of .Title"},

		// Branches.
		{"if", `{{if .Yes}}y{{end}}{{if .No}}n{{end}}{{if .N}}1{{else}}0{{end}}{{if .Empty}}x{{else if .Title}}z{{else}}w{{end}}`, ""},
		{"if of a variable", `{{if $x := .Title}}{{$x}}{{else}}{{$x}}!{{end}}{{if $x := .Empty}}{{$x}}{{else}}[{{$x}}]{{end}}`, "a variable of a branch"},
		{"with", `{{with .Title}}{{.}}{{end}}{{with .Nil}}{{.A}}{{else}}{{.Title}}{{end}}{{with .Ptr}}{{.A}}{{$.N}}{{end}}`, ""},
		{"else with", `{{with .Empty}}{{.}}{{else with .Any}}{{.A}}{{else}}x{{end}}`, "a value of type interface {}"},
		{"with a variable", `{{with $p := .Pair}}{{$p.A}}{{.B}}{{end}}`, "a variable of a branch"},
		{"with of any type", `{{range .Things}}{{with .}}{{.}}{{else}}-{{end}}{{end}}`, "a value of type interface {}"},
		{"truth of each kind", strings.Join(each(`{{if .%s}}1{{else}}0{{end}}`, "Title Empty N U Yes No List None Array Map Pair Ptr Nil Func Seq Bytes Things AnyPtr ListPtr"), ""), ""},
		{"truth of a fraction", `{{if .F}}1{{else}}0{{end}}{{if .MinusOff}}1{{else}}0{{end}}{{if .Complex}}1{{else}}0{{end}}`, "whether such a value is true"},
		{"truth of an interface", `{{if .Any}}1{{end}}{{if .Nothing}}1{{else}}0{{end}}{{if .Stringer}}1{{end}}{{if .Err}}1{{end}}`, "a value of type interface {}"},
		{"constants", `{{if true}}a{{else}}b{{end}}{{if 0}}a{{else}}b{{end}}{{with "x"}}{{.}}{{$.Title}}{{end}}{{with ""}}y{{else}}{{.Title}}{{end}}`, "true"},

		// Loops.
		{"range", `{{range .List}}{{.}},{{end}}{{range .None}}x{{else}}none{{end}}{{range .Array}}{{.A}}{{end}}`, "a range over what is no slice"},
		{"range with variables", `{{range $i, $e := .List}}{{$i}}{{$e}}{{.}}{{end}}{{range $e := .Pairs}}{{$e.A}}{{end}}`, "the variables of a range"},
		{"range over maps", `{{range .Map}}{{.}}{{end}}{{range $k, $v := .Labels}}{{$k.Loud}}{{$v}}{{end}}{{range $k, $v := .Ints}}{{$k}}{{$v}}{{end}}`, "a range over what is no slice"},
		{"range over a map of floats", `{{range .Floats}}{{.}}{{end}}`, "a range over what is no slice"},
		{"range over numbers", `{{range 3}}{{.}}{{end}}{{range $i := .Count}}{{$i}}{{end}}{{range .Small}}x{{else}}none{{end}}`, "a range over what is no slice"},
		{"range over functions", `{{range .Seq}}{{.}}{{end}}{{range .Seq2}}{{.}}{{end}}{{range $k := .Seq2}}{{$k}}{{end}}{{range $k, $v := .Seq2}}{{$k}}{{$v}}{{.}}{{end}}`, "a range over what is no slice"},
		{"range over what is in an interface", `{{with .Things}}{{range index . 6}}{{.}}{{end}}{{end}}{{range .Nothing}}x{{else}}none{{end}}`, "a value of type interface {}"},
		{"range over the fields of any type", `{{range .Things}}{{if .}}{{.}}{{end}}{{end}}{{range slice .Things 3 5}}{{.A}}{{.Both}}{{end}}`, "a value of type interface {}"},
		{"range over nothing to range over", `{{range .Title}}x{{end}}`, "a range over what is no slice"},
		{"range over nil", `x{{range .Nil}}x{{end}}`, "a range over what is no slice"},
		{"break and continue", `{{range $i, $e := .List}}{{if eq $i 1}}{{continue}}{{end}}{{$e}}{{if $i}}{{break}}{{end}}{{range 5}}{{if .}}{{break}}{{end}}{{.}}{{end}}{{end}}`, "*parse.ContinueNode"},
		{"break out of a sequence", `{{range .Seq}}{{.}}{{break}}{{end}}{{range .Map}}{{.}}{{break}}{{end}}{{range .Array}}{{break}}{{end}}{{range .Count}}{{.}}{{break}}{{end}}{{range .Seq2}}{{break}}{{end}}`, "a range over what is no slice"},
		{"a variable of before", `{{$x := ""}}{{range $x = .List}}{{$x}}{{end}}{{$x}}`, "the variables of a range"},

		// Variables.
		{"variables", `{{$x := .Title}}{{$y := .N}}{{$x}}{{$y}}{{with .Pair}}{{$x := .A}}{{$x}}{{end}}{{$x}}{{$}}`, "a *layout.thing in print"},
		{"assignment", `{{$n := 0}}{{range .Pairs}}{{$n = .N}}{{end}}{{$n}}{{$s := "x"}}{{if .Yes}}{{$s = .Title}}{{end}}{{$s}}`, "a variable that is set again"},
		{"assignment of another type", `{{$n := 0}}{{$n = .Title}}{{$n}}`, "a variable that is set again"},
		{"a variable of another branch", `{{if .No}}{{$x := 1}}{{else}}{{$x}}{{end}}`, "not in scope"},
		{"a variable in an expression", `{{if ($x := .Title)}}{{$x}}{{end}}`, "inside of an expression"},
		{"a copy", `{{$p := .Pair}}{{$p.Both}}{{$p.Swapped}}{{$a := .Any}}{{$a.A}}`, "a value of type interface {}"},

		// Templates.
		{"template", `{{template "pair" .Pair}}{{template "pair" .Ptr}}{{template "pair" .Any}}{{template "bare"}}{{template "show" .Title}}{{template "show" .N}}`, "a value of type interface {}"},
		{"template of all types", `{{range .Things}}{{template "show" .}}{{end}}`, "a value of type interface {}"},
		{"template of nothing", `{{template "show" .Nothing}}{{template "show"}}{{template "show" .NoWords}}{{template "show" .Stringer}}`, "a value of type interface {}"},
		{"template that calls itself", `{{template "down" .}}`, ""},
		{"template with methods", `{{range .Pairs}}{{template "both" .}}{{template "swapped" .}}{{end}}`, ""},
		{"template without that method", `{{template "swapped" .Any}}`, "a value of type interface {}"},
		{"template in an attribute", `<p title="{{template "bare"}}">`, "no such template"},
		{"template and block", `{{block "b" .Pair}}{{.A}}{{end}}`, ""},

		// Functions.
		{"functions", `{{upper .Title}} {{.Title | upper | upper}} {{say "k"}} {{say "k" 1 .Title .Pair .Nil .Nothing true nil}} {{count "k" .N}} {{.N | count "k"}}`, "a pipeline with upper"},
		{"functions of constants", `{{upper "a"}} {{say "k" 1}} {{with asset "x"}}<a href="{{.A}}">{{.Both}}</a>{{end}} {{(asset "y").B}}`, "(asset \"y\").B"},
		{"a function that fails", `x{{with asset "none"}}{{.A}}{{end}}`, "a function has failed"},
		{"one that nobody calls", `x{{if .No}}{{with asset "none"}}{{.A}}{{end}}{{end}}`, ""},
		{"a function that panics", `{{boom "x"}}`, "boom"},
		{"arguments by pointer and value", `{{pairOf .Ptr}} {{pairOf .Pair}} {{valued .Ptr}} {{valued .Pair}} {{valued .Any}}`, "an argument of another type than *layout.pair"},
		{"nil for an argument", `{{pairOf .Nothing}}`, "a value of type interface {}"},
		{"an argument of another type", `{{upper .N}}`, "an argument of another type"},
		{"a constant of another type", `{{upper 3}}`, "an argument of another type than string"},
		{"constants for parameters", `{{float 1 2 true "x"}} {{float 1.5 3 false "y"}} {{any 1}} {{any .Pair}} {{shown .Spoke}} {{shown .Stringer}}`, "true"},
		{"other constants", `{{1.5}}`, "1.5"},
		{"constants written in another way", `{{0x10}}`, "0x10"},
		{"builtins", `{{len .List}} {{len .Title}} {{len .Map}} {{index .List 1}} {{index .Map "a"}} {{index .Map "zz"}} {{index .Ints 10}} {{index .Things 3}} {{(index .Things 3).A}}`, "function len of these arguments"},
		{"slices", `{{slice .Title 2}} {{slice .List 1 2}} {{slice .Title 1 3}}`, "function slice of these arguments"},
		{"print", `{{print .N .Title}} {{printf "%q %v" .Title .Pair}} {{println 1 "x"}} {{js .Title}} {{.Title | printf "%s!"}}`, "function print of these arguments"},
		{"and, or, not", `{{and .Yes .Title}} {{and .Empty .Nope2}}`, "the words of a <nil>"},
		{"and, or, not of fields", `{{and .Yes .Title}} {{or .Empty .N .Title}} {{not .Yes}} {{if and .Yes (not .No) (or .Empty .N)}}x{{end}} {{.N | and .Yes}} {{or .Empty .None}}`, "the words of a <nil>"},
		{"comparisons", `{{eq .N -42}} {{eq .Title "x" "y"}} {{eq .Label "la<bel"}} {{ne .U 3}} {{lt .Small 1}} {{le .N 1}} {{gt (len .List) 2}} {{ge "a" "b"}} {{eq .Yes true}} {{lt 1 2}}`, "a bool in print"},
		{"comparisons of one kind", `{{eq .N -42}} {{eq .Title "x" "y"}} {{eq .Label "la<bel"}} {{lt .Small 1}} {{le .N 1}} {{gt (len .List) 2}} {{ge "a" "b"}} {{eq .Yes true}} {{eq .F .F}} {{lt .F .F}}`, "a bool in print"},
		{"comparisons of other things", `{{eq .Ptr .Nil}} {{eq .Pair .Pair}} {{eq .Nothing nil}}`, "function eq of these arguments"},
		{"what cannot be compared", `{{eq .N .Title}}`, "function eq of these arguments"},
		{"an index out of range", `{{index .List 3}}`, "out of range"},
		{"builtins of pointers and of other kinds", `{{len .ListPtr}} {{index .ListPtr 1}} {{slice .ListPtr 1}} {{index .Uints 3}} {{index .List (len "x")}} {{index .Uints .U}}`, "function len of these arguments"},
		{"indexes of other kinds", `{{index .ListPtr 1}} {{index .Uints 3}} {{index .Ints .Small}} {{index .Map .Nothing}}`, "function index of these arguments"},
		{"an index of nothing", `{{index .Nothing}}`, "a value of type interface {}"},
		{"an unsigned index", `{{index .Things .U}}`, "function index of these arguments"},
		{"unsigned comparisons", `{{eq .U .U}} {{lt .U .U}} {{ge .U .U}}`, "function eq of these arguments"},
		{"an order of what has none", `{{lt .Yes .No}}`, "function lt of these arguments"},
		{"a function of reflection", `{{kind .Title}}`, "reflect.Value"},
		{"a function without arguments", `{{now}} {{print now}} {{print (asset "x").A}}`, "now"},
		{"a method with two results", `{{.Pair.Two}}`, "the results of"},
		{"nothing for a string", `{{upper nil}}`, "nil"},
		{"an argument of no function", `{{$ 4}}`, "arguments of $"},
		{"range through pointers", `{{range .ListPtr}}{{.}}{{end}}{{range .AnyPtr}}x{{end}}`, "a range over what is no slice"},
		{"a link behind a pointer", `<a href="{{.AnyPtr}}">{{.ListPtr}}</a>{{with index .Things 5}}{{.}}{{end}}`, "a *interface {} in print"},
		{"a field of a pointer to an interface", `{{.AnyPtr.A}}`, "interface {} has no A"},
		{"range over an unsigned map", `{{range $k, $v := .Uints}}{{$k}}{{$v}}{{end}}`, "a range over what is no slice"},
		{"call", `{{call .Func}}`, "function call"},
		{"no function of that many arguments", `{{not 1 2}}`, "function not of these arguments"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			left := compare(t, tt.give, things())
			if !strings.Contains(left, tt.left) || (tt.left == "") != (left == "") {
				t.Errorf("left to html/template because of %q, not %q", left, tt.left)
			}
		})
	}
}

func each(format, names string) []string {
	var out []string
	for name := range strings.FieldsSeq(names) {
		out = append(out, fmt.Sprintf(format, name))
	}
	return out
}

// The data itself may be of any type.
func TestExecuteData(t *testing.T) {
	for _, data := range []any{nil, "a<b", 3, true, []string{"x"}, map[string]string{"A": "y"}, pair{A: "z"}, &pair{A: "z"}, (*pair)(nil), template.HTML("<b>"), spoke("s"), &shout{"s"}, reflect.ValueOf(pair{A: "v"})} {
		for _, text := range []string{`{{.}}`, `{{with .}}{{.}}{{else}}none{{end}}`, `{{.A}}`, `{{range .}}{{.}}{{end}}`, `{{template "pair" .}}`} {
			compare(t, text, data)
		}
	}
}

// Options of the set apply.
func TestMissingKeyOption(t *testing.T) {
	for _, option := range []string{"missingkey=default", "missingkey=zero", "missingkey=error"} {
		const text = `{{.m.x}}{{.y.z}}`
		data := map[string]map[string]string{"m": {}}
		var want, got strings.Builder
		wantErr := parsed(t, text).Option(option).ExecuteTemplate(&want, "page", data)
		gotErr := New(parsed(t, text).Option(option), funcs).Execute(&got, "page", data)
		if wantErr != nil {
			want.Reset()
		}
		if diff := cmp.Diff([]string{fmt.Sprint(wantErr), want.String()}, []string{fmt.Sprint(gotErr), got.String()}); diff != "" {
			t.Errorf("%s (-html/template +compiled):\n%s", option, diff)
		}
	}
}

// A template that cannot be made safe leaves the others as they are.
func TestUnsafeTemplate(t *testing.T) {
	const text = `<p>{{.Title}}</p>{{define "open"}}<a href="{{end}}{{define "bad"}}{{if .}}<a href="{{end}}{{.}}{{end}}`
	set, p := parsed(t, text), New(parsed(t, text), funcs)
	for _, name := range []string{"page", "open", "bad", "nowhere", "page", "bad", "pair"} {
		var want, got strings.Builder
		wantErr, gotErr := set.ExecuteTemplate(&want, name, things()), p.Execute(&got, name, things())
		if diff := cmp.Diff(fmt.Sprint(wantErr), fmt.Sprint(gotErr)); diff != "" {
			t.Errorf("%s (-html/template +compiled):\n%s", name, diff)
		}
		if wantErr == nil && want.String() != got.String() {
			t.Errorf("%s: %q, not %q", name, got.String(), want.String())
		}
	}
}

// Templates without end are stopped, and the error says where.
func TestEndlessTemplate(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(256 << 20)) // of which html/template needs half
	const turns, bytes = "the layout has not ended after 1000000 turns of its loops", "the layout has not ended after 16 MiB"
	for _, tt := range []struct{ desc, give, want string }{
		{"a template that calls itself", `{{template "forever" .}}`, "partials:1:310: templates that call each other do not end"},
		{"a loop over a number", "\n{{range 1000000000}}{{end}}", "page:2:8: " + turns},
		{"one that prints nothing", "{{range 1000000000}}{{$.Empty}}{{end}}", "page:1:8: " + turns},
		{"one that prints", "{{range 1000000000}}{{$.Title}} and more{{end}}", "page:1:8: " + turns},
		{"loops in loops", "{{range .Long}}\n{{range $.Long}}{{range $.Long}}{{end}}{{end}}{{end}}", "page:2:24: " + turns},
		{"templates in loops", `{{range .Long}}{{range $.Long}}{{template "bare"}}{{end}}{{end}}`, "partials:1:144: " + turns},
		{"much in a loop", "{{range .Long}}{{range $.Long}}\n" + strings.Repeat("much ", 10) + "{{end}}{{end}}", "page:1:23: " + bytes},
		{"in an attribute", `{{range 1000000000}}<p title="{{range 9}}x{{end}}">{{end}}`, "page:1:38: " + turns},
	} {
		var out strings.Builder
		data := struct {
			Empty, Title string
			Long         []string
		}{Title: "x", Long: make([]string, 2000)}
		err := New(parsed(t, tt.give), funcs).Execute(&out, "page", data)
		if endless := new(EndlessError); !errors.As(err, &endless) || err.Error() != "template: "+tt.want || out.Len() > 0 {
			t.Errorf("%s: %v, want %s", tt.desc, err, tt.want)
		}
	}
}

// An error of the writer is returned.
func TestWriteError(t *testing.T) {
	if err := New(parsed(t, `x`), funcs).Execute(refusing{}, "page", nil); err == nil || err.Error() != "enough" {
		t.Error(err)
	}
}

// Several goroutines execute, and compile, at once.
func TestConcurrentUse(t *testing.T) {
	const text = `{{range .Things}}{{template "all" .}}{{end}}{{range .Pairs}}{{template "all" .A}}{{.Both}}{{end}}{{template "down" .}}` +
		`{{define "all"}}[{{.}}]{{end}}{{define "js"}}<script>{{.}}</script>{{end}}`
	var want bytes.Buffer
	if err := parsed(t, text).ExecuteTemplate(&want, "page", things()); err != nil {
		t.Fatal(err)
	}
	p := New(parsed(t, text), funcs)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				var got bytes.Buffer
				if err := p.Execute(&got, "page", things()); err != nil || !bytes.Equal(want.Bytes(), got.Bytes()) {
					t.Errorf("%v: %s", err, &got)
				}
				if err := p.Execute(io.Discard, "js", 1); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
