// Command floor does only what every generator of such a site must do, with the
// libraries of this one: read every article, parse its front matter into YAML
// nodes, turn its body into HTML with code highlighted, write it. No template runs,
// no link is resolved, nothing is checked. The rest of a build's time is what the
// build does for the site.
//
//	go run ./bench/floor SITE OUT
//
// OUT must not exist. It gets one file for each article, the body alone.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
	"gopkg.in/yaml.v3"

	"receipts/internal/build"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: floor SITE OUT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

func run(site, out string) error {
	if _, err := os.Lstat(out); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already", out)
	}
	folder := filepath.Join(site, "content", "articles")
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(out, "articles"), 0o755); err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Typographer),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(newCode(), 100))))
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	return build.Each(context.Background(), 0, len(entries), func(i int) error {
		name := entries[i].Name()
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		buf := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(buf)
		buf.Reset()
		if err := article(md, b, buf); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		page := filepath.Join(out, "articles", strings.TrimSuffix(name, ".md"))
		if err := os.Mkdir(page, 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(page, "index.html"), buf.Bytes(), 0o644)
	})
}

// article parses the front matter of a file and writes its body as HTML.
func article(md goldmark.Markdown, file []byte, w io.Writer) error {
	rest, ok := bytes.CutPrefix(file, []byte("---\n"))
	front, body, closed := bytes.Cut(rest, []byte("\n---\n"))
	if !ok || !closed {
		return errors.New("no front matter")
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(front, &doc); err != nil {
		return err
	}
	return md.Convert(body, w)
}

// code renders fenced code with a class for each token that has a colour.
type code struct {
	lexers    map[string]chroma.Lexer
	formatter *html.Formatter
}

func newCode() code {
	c := code{map[string]chroma.Lexer{}, html.New(html.WithClasses(true))}
	for _, name := range []string{"json", "yaml"} {
		c.lexers[name] = chroma.Coalesce(lexers.Get(name))
	}
	return c
}

func (c code) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		block := n.(*ast.FencedCodeBlock)
		lexer := c.lexers[string(block.Language(source))]
		if lexer == nil {
			return ast.WalkStop, fmt.Errorf("code in %q", block.Language(source))
		}
		tokens, err := lexer.Tokenise(nil, string(block.Lines().Value(source)))
		if err != nil {
			return ast.WalkStop, err
		}
		return ast.WalkSkipChildren, c.formatter.Format(w, styles.Fallback, tokens)
	})
}
