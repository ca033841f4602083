package markdown

import (
	"bytes"
	"html"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/google/go-cmp/cmp"
)

// No pattern of a lexer has a limit on time, whatever state or lexer it is used in.
func TestUntimed(t *testing.T) {
	for name, rules := range lexerRules {
		rules := rules()
		var timed []string
		checked := 0
		rules["root"] = append(rules["root"], chroma.Rule{Mutator: &probe{func(r *chroma.CompiledRule) {
			if checked++; r.Regexp.MatchTimeout != math.MaxInt64 {
				timed = append(timed, r.Pattern)
			}
		}}})
		if _, err := newLexer(name, rules).Tokenise(nil, "a"); err != nil || timed != nil || checked < 10 {
			t.Errorf("%s: %v, of %d rules these have a limit: %q", name, err, checked, timed)
		}
	}
}

// A probe sees each rule when a lexer is compiled.
type probe struct{ see func(*chroma.CompiledRule) }

func (*probe) Mutate(*chroma.LexerState) error { panic("the rule is still there") }

func (p *probe) MutateLexer(rules chroma.CompiledRules, state string, i int) error {
	rules[state] = slices.Concat(rules[state][:i], rules[state][i+1:])
	for _, state := range rules {
		for _, r := range state {
			p.see(r)
		}
	}
	return nil
}

// FuzzCode highlights any text: what is shown is the text, and it takes no minutes.
func FuzzCode(f *testing.F) {
	names := slices.Sorted(maps.Keys(lexerRules))
	for i := range names {
		for _, s := range []string{
			"a: [b, {c: 'd' # e\nf: >-\n  g\n\n  h\n", "---\na: b\n---\n# c\n```sh\nd\n```\n", "<<a\nb\n\ta\n$((1+2#3)) $(echo `a` ${b:-\"c\"})", "\"" + strings.Repeat("\\1", 27), "/* a", "<!-- a", "func f() { return `a` }",
		} {
			f.Add(byte(i), s)
		}
	}
	f.Fuzz(func(t *testing.T, name byte, code string) {
		if !utf8.ValidString(code) || strings.ContainsFunc(code, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) || len(code) > 1<<12 {
			t.Skip() // none of that comes to be code
		}
		var b bytes.Buffer
		began := time.Now()
		highlight(&b, names[int(name)%len(names)], code)
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%q takes %s", code, took)
		}
		if shown := html.UnescapeString(spans.ReplaceAllString(b.String(), "")); shown != code {
			t.Errorf("%q is shown as %q", code, shown)
		}
	})
}

var spans = regexp.MustCompile(`</?span[^>]*>`)

func TestOwnLexers(t *testing.T) {
	for _, tt := range []struct{ lexer, give, want string }{
		{"Markdown", "---\ntitle: A\n---\n\n# One\n\n## Two\n", `<span class="nn">---</span>
<span class="nt">title</span><span class="p">:</span> <span class="l">A</span>
<span class="nn">---</span>

<span class="gh"># One</span>

<span class="gu">## Two</span>
`},
		{"Markdown", "See [[daily-award|it]] and [more](https://a.example).\n![[daily-award]]", `See <span class="nt">[[daily-award|it]]</span> and [<span class="nt">more</span>](<span class="na">https://a.example</span>).
<span class="nt">![[daily-award]]</span>`},
		{"Markdown", "- **so** `it` 2 * 3 [[!5]]\n1. \\*a\n> b <!-- c -->", `<span class="k">-</span> <span class="gs">**so**</span> <span class="sb">` + "`it`" + `</span> 2 * 3 <span class="nt">[[!5]]</span>
<span class="k">1.</span> \*a
<span class="k">&gt;</span> b <span class="cm">&lt;!-- c --&gt;</span>`},
		{"Markdown", "```json\n{}\n```\n", "<span class=\"s\">```json</span>\n<span class=\"p\">{}</span>\n<span class=\"s\">```</span>\n"},
		{"YAML", "---\n# so\n- fact: daily-award # it\n  amount: 1 million USD per day\n  date: 2024-07-13\n", `<span class="nn">---</span>
<span class="c"># so</span>
- <span class="nt">fact</span><span class="p">:</span> <span class="l">daily-award</span> <span class="c"># it</span>
  <span class="nt">amount</span><span class="p">:</span> <span class="l">1 million USD per day</span>
  <span class="nt">date</span><span class="p">:</span> <span class="ld">2024-07-13</span>
`},
		{"YAML", "title: \"A: b\"\nat: [P5, 'P6']\ndraft: true\nsays: No figure.\nurl: https://a.example/#b\nparagraphs: 18\namount: 350,000 USD", `<span class="nt">title</span><span class="p">:</span> <span class="s2">&quot;A: b&quot;</span>
<span class="nt">at</span><span class="p">:</span> <span class="p">[</span><span class="l">P5</span><span class="p">,</span> <span class="s1">'P6'</span><span class="p">]</span>
<span class="nt">draft</span><span class="p">:</span> <span class="kc">true</span>
<span class="nt">says</span><span class="p">:</span> <span class="l">No figure.</span>
<span class="nt">url</span><span class="p">:</span> <span class="l">https://a.example/#b</span>
<span class="nt">paragraphs</span><span class="p">:</span> <span class="m">18</span>
<span class="nt">amount</span><span class="p">:</span> <span class="l">350,000 USD</span>`},
		{"YAML", "at: [[P5, {a: b # so\ntitle: it", `<span class="nt">at</span><span class="p">:</span> <span class="p">[[</span><span class="l">P5</span><span class="p">,</span> <span class="p">{</span><span class="l">a</span><span class="p">:</span> <span class="l">b</span><span class="c"> # so</span>
<span class="nt">title</span><span class="p">:</span> <span class="l">it</span>`},
		{"YAML", "summary: >-\n  One line.\n  Another.\nnote: it", `<span class="nt">summary</span><span class="p">:</span> <span class="p">&gt;-</span><span class="sd">
  One line.
  Another.</span>
<span class="nt">note</span><span class="p">:</span> <span class="l">it</span>`},
		{"JSON", "{\n  \"form\": \"F3X \\\" a\", \"items\": [1, -2.5, true, null] // so\n}", `<span class="p">{</span>
  <span class="nt">&quot;form&quot;</span><span class="p">:</span> <span class="s2">&quot;F3X \&quot; a&quot;</span><span class="p">,</span> <span class="nt">&quot;items&quot;</span><span class="p">:</span> <span class="p">[</span><span class="mi">1</span><span class="p">,</span> <span class="mf">-2.5</span><span class="p">,</span> <span class="kc">true</span><span class="p">,</span> <span class="kc">null</span><span class="p">]</span> <span class="c1">// so</span>
<span class="p">}</span>`},
		{"Go", "func f(s string) { return 1 } // so", `<span class="k">func</span> <span class="nf">f</span><span class="p">(</span><span class="nx">s</span> <span class="kt">string</span><span class="p">)</span> <span class="p">{</span> <span class="k">return</span> <span class="m">1</span> <span class="p">}</span> <span class="c1">// so</span>`},
		{"Bash", "#!/bin/sh\nif cd a; then echo \"b $c \\\"d\" 'e' # so\nf=$(g $((1 + 2)) ${h:-i} `j`) # so\n", `<span class="cp">#!/bin/sh</span>
<span class="k">if</span> <span class="nb">cd</span> a<span class="p">;</span> <span class="k">then</span> <span class="nb">echo</span> <span class="s2">&quot;b </span><span class="nv">$c</span><span class="s2"> \&quot;d&quot;</span> <span class="s1">'e'</span> <span class="c1"># so</span>
<span class="nv">f</span><span class="o">=</span><span class="k">$(</span>g <span class="k">$((</span><span class="m">1</span> <span class="o">+</span> <span class="m">2</span><span class="k">))</span> <span class="si">${</span><span class="nv">h</span><span class="k">:-</span><span class="nv">i</span><span class="si">}</span> <span class="sb">` + "`</span>j<span class=\"sb\">`" + `</span><span class="k">)</span> <span class="c1"># so</span>
`},
		{"Bash", "a '$b' <<-'EOF'\n $c\n\tEOF\nfi \\\nd \"e\\1\\2", `a <span class="s1">'$b'</span> <span class="s">&lt;&lt;-'EOF'
 $c
	EOF</span>
<span class="k">fi</span> <span class="se">\</span>
d <span class="s2">&quot;e\1\2</span>`},
	} {
		buf := new(bytes.Buffer)
		highlight(buf, tt.lexer, tt.give)
		if diff := cmp.Diff(tt.want, buf.String()); diff != "" {
			t.Errorf("%s of %q (-want +got):\n%s", tt.lexer, tt.give, diff)
		}
	}
}
