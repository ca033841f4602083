package markdown

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Code blocks, highlighted with classes (see [Stylesheet]). The languages with
// colours are the few that the guide needs.

// Lines are short because patterns may take quadratic time for a line that is
// made for it.
const (
	maxCode      = 16 << 10 // bytes
	maxCodeLines = 400
	maxCodeLine  = 500 // bytes
)

// languages maps what an author writes to the name of a lexer. Those without one
// are shown as they stand.
var languages = map[string]string{
	"bash":     "Bash",
	"css":      "",
	"diff":     "",
	"go":       "Go",
	"html":     "",
	"js":       "",
	"json":     "JSON",
	"markdown": "Markdown",
	"sh":       "Bash",
	"text":     "",
	"toml":     "",
	"yaml":     "YAML",
}

// otherNames are spellings in use elsewhere, for a hint.
var otherNames = map[string]string{
	"console": "text", "golang": "go", "htm": "html", "javascript": "js", "jsonc": "json", "md": "markdown",
	"plain": "text", "plaintext": "text", "shell": "sh", "txt": "text", "yml": "yaml", "zsh": "sh",
}

// fenceParser notes which code blocks have a closing line: others go to the end of what
// they stand in.
type fenceParser struct{ parser.BlockParser }

func (p fenceParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, segment := reader.PeekLine()
	more := p.BlockParser.Continue(node, reader, pc)
	if more == parser.Close {
		stateOf(pc).spans[node] = span{segment.Start, segment.Start + len(line)}
	}
	return more
}

func (c *collector) fencedCode(n *ast.FencedCodeBlock) {
	if _, closed := c.spans[n]; !closed {
		c.add(diag.EmptyBlock, c.firstLine(n), "the code block has no end", "end it with a line of the signs that it begins with")
	} else if util.IsBlank(n.Lines().Value(c.src)) {
		c.empty(n, "code block")
	}
	language := ""
	if n.Info != nil {
		info := n.Info.Segment
		word, _, _ := bytes.Cut(info.Value(c.src), []byte(" "))
		language = string(word)
		if _, ok := languages[language]; !ok {
			c.add(diag.UnknownLanguage, span{info.Start, info.Start + len(word)},
				fmt.Sprintf("code in %q cannot be highlighted", language), languageHint(language))
			language = ""
		}
	}
	c.codeBlock(n, language)
}

func languageHint(language string) string {
	if name := otherNames[strings.ToLower(language)]; name != "" {
		return fmt.Sprintf("did you mean %q?", name)
	}
	names := slices.Sorted(maps.Keys(languages))
	if hint := diag.DidYouMean(language, names); hint != "" {
		return hint
	}
	return "write one of " + strings.Join(names, ", ")
}

func (c *collector) indentedCode(n *ast.CodeBlock) { c.codeBlock(n, "") }

func (c *collector) codeBlock(n ast.Node, language string) {
	lines := n.Lines()
	code := string(lines.Value(c.src))
	if len(code) > maxCode || lines.Len() > maxCodeLines {
		c.tooComplex(c.firstLine(n), fmt.Sprintf("a code block is longer than %d KiB or %d lines", maxCode>>10, maxCodeLines), "show a part of it")
		code = ""
	}
	for i := range lines.Len() {
		if line := lines.At(i); line.Len() > maxCodeLine {
			c.tooComplex(span{line.Start, line.Start + 1}, fmt.Sprintf("a line of code is longer than %d bytes", maxCodeLine), "break the line")
			code = ""
		}
	}
	var b bytes.Buffer
	highlight(&b, languages[language], code)
	if c.code == nil {
		c.code = map[ast.Node][]byte{}
	}
	c.found.hasCode = true
	c.code[n] = fmt.Appendf(nil, "<pre class=\"chroma\" tabindex=\"0\"><code%s>%s</code></pre>\n", languageClass(language), b.Bytes())
}

// languageClass is an attribute from our own list of words.
func languageClass(language string) string {
	if language == "" {
		return ""
	}
	return ` class="language-` + language + `"`
}

// highlight writes code with a span for each token that has a colour.
func highlight(b *bytes.Buffer, lexer, code string) {
	if lexer == "" {
		b.Write(util.EscapeHTML([]byte(code)))
		return
	}
	tokens, err := lexersByName()[lexer].Tokenise(nil, code)
	if err != nil {
		panic(err) // our own rules cannot be compiled
	}
	for _, t := range tokens.Tokens() {
		class := tokenClass(t.Type)
		if class == "" || strings.TrimSpace(t.Value) == "" {
			b.Write(util.EscapeHTML([]byte(t.Value)))
			continue
		}
		line := strings.TrimRight(t.Value, "\n")
		fmt.Fprintf(b, `<span class="%s">`, class)
		b.Write(util.EscapeHTML([]byte(line)))
		b.WriteString("</span>" + t.Value[len(line):])
	}
}

// tokenClass is the class of a kind of token, or of the nearest kind above it.
// What a lexer takes for a mistake has none: an example may be one.
func tokenClass(t chroma.TokenType) string {
	for ; t > 0; t = t.Parent() {
		if class, ok := chroma.StandardTypes[t]; ok {
			return class
		}
	}
	return ""
}

func registerCode(r renderer.NodeRendererFuncRegisterer) {
	block := func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.Write(w.(*output).code[n])
		}
		return ast.WalkSkipChildren, nil
	}
	r.Register(ast.KindFencedCodeBlock, block)
	r.Register(ast.KindCodeBlock, block)
}
