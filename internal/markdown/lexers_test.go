package markdown

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The committed lexers are those of the chroma that we depend on.
func TestLexersAreChromas(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/alecthomas/chroma/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("lexers/*.xml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lexers", "embedded", filepath.Base(file)))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, got) {
			t.Errorf("%s is old: run make lexers", file)
		}
	}
}

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
	} {
		buf := new(bytes.Buffer)
		highlight(buf, tt.lexer, tt.give)
		if diff := cmp.Diff(tt.want, buf.String()); diff != "" {
			t.Errorf("%s of %q (-want +got):\n%s", tt.lexer, tt.give, diff)
		}
	}
}
