package markdown

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// The lexers of code blocks: Bash of chroma, which "make lexers" copies, and four of
// our own in place of chroma's, which are not rules alone or go letter by letter.
// chroma's package of lexers would read all of its own at every start.
//
//go:embed lexers/*.xml
var lexerFiles embed.FS

// lexersByName contains our languages and no other. Those inside others (anything
// in Markdown) are looked up here too, so that no other lexer is ever used. They
// are made when the first block needs one.
var lexersByName = sync.OnceValue(func() map[string]chroma.Lexer {
	registry := chroma.NewLexerRegistry()
	m := map[string]chroma.Lexer{}
	for _, name := range languages {
		var lexer chroma.Lexer
		switch {
		case name == "" || m[name] != nil:
			continue
		case name == "Go":
			lexer = chroma.MustNewLexer(&chroma.Config{Name: name, Aliases: []string{"go"}}, goRules)
		case name == "JSON":
			lexer = chroma.MustNewLexer(&chroma.Config{Name: name, Aliases: []string{"json"}}, jsonRules)
		case name == "YAML":
			lexer = chroma.MustNewLexer(&chroma.Config{Name: name, Aliases: []string{"yaml"}}, yamlRules)
		case name == "Markdown":
			lexer = chroma.MustNewLexer(&chroma.Config{Name: name, Aliases: []string{"markdown", "md"}}, markdownRules)
		default:
			lexer = chroma.MustNewXMLLexer(lexerFiles, "lexers/"+strings.ToLower(name)+".xml")
		}
		registry.Register(lexer)
		m[name] = chroma.Coalesce(lexer)
	}
	return m
})

// markdownRules are those of our dialect: front matter and references besides
// what Markdown has. Words are taken by the stretch, not by the letter.
func markdownRules() chroma.Rules {
	return chroma.Rules{
		"root": {
			{Pattern: `\A---\n[\w\W]*?\n---\n`, Type: chroma.Using("YAML")},
			{Pattern: `^#[ \t].*`, Type: chroma.GenericHeading},
			{Pattern: `^#{2,6}[ \t].*`, Type: chroma.GenericSubheading},
			{Pattern: "^(```|~~~)(\\w+)(\\n)([\\w\\W]*?)(^\\1$)", Type: chroma.UsingByGroup(2, 4, chroma.String, chroma.String, chroma.String, chroma.Text, chroma.String)},
			{Pattern: `^([ \t]*)([-*+]|\d+[.)])(?=[ \t])`, Type: chroma.ByGroups(chroma.Text, chroma.Keyword)},
			{Pattern: `^([ \t]*)(>+)(?=[ \t])`, Type: chroma.ByGroups(chroma.Text, chroma.Keyword)},
			{Pattern: `\\.`, Type: chroma.Text},
			{Pattern: "`[^`\\n]+`", Type: chroma.LiteralStringBacktick},
			{Pattern: `!?\[\[[^\[\]\n]+\]\]`, Type: chroma.NameTag},
			{Pattern: `(!?\[)([^\[\]\n]+)(\]\()([^()\n]+)(\))`, Type: chroma.ByGroups(chroma.Text, chroma.NameTag, chroma.Text, chroma.NameAttribute, chroma.Text)},
			{Pattern: `\*\*[^*\n]+\*\*`, Type: chroma.GenericStrong},
			{Pattern: `<!--[\w\W]*?-->`, Type: chroma.CommentMultiline},
			{Pattern: "[^\\\\`!\\[*<\\n]+", Type: chroma.Text},
			{Pattern: `.|\n`, Type: chroma.Text},
		},
	}
}

// jsonRules take a string in one go, where chroma's go letter by letter.
func jsonRules() chroma.Rules {
	const text = `"[^"\\\n]*(?:\\.[^"\\\n]*)*"`
	return chroma.Rules{
		"root": {
			{Pattern: `\s+`, Type: chroma.TextWhitespace},
			{Pattern: text + `(?=\s*:)`, Type: chroma.NameTag},
			{Pattern: text, Type: chroma.LiteralStringDouble},
			{Pattern: `".*`, Type: chroma.LiteralStringDouble}, // not closed
			{Pattern: `[\[\]{},:]+`, Type: chroma.Punctuation},
			{Pattern: `-?\d+(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)`, Type: chroma.LiteralNumberFloat},
			{Pattern: `-?\d+`, Type: chroma.LiteralNumberInteger},
			{Pattern: `(?:true|false|null)\b`, Type: chroma.KeywordConstant},
			{Pattern: `//.*`, Type: chroma.CommentSingle},
			{Pattern: `.`, Type: chroma.Text},
		},
	}
}

// yamlRules are those of what people write in YAML, most frequent first. chroma's
// search every value for a key, letter by letter.
func yamlRules() chroma.Rules {
	const end = `(?=[ \t]*(?:,\s|[\]}\n]|$| #))` // of a value
	scalars := []chroma.Rule{
		{Pattern: `"(?:\\.|[^"\\])*"`, Type: chroma.LiteralStringDouble},
		{Pattern: `'(?:''|[^'])*'`, Type: chroma.LiteralStringSingle},
		{Pattern: `(?:true|false|null|~)` + end, Type: chroma.KeywordConstant},
		{Pattern: `\d{4}-\d\d(?:-\d\d)?` + end, Type: chroma.LiteralDate},
		{Pattern: `[-+]?\d[\d.]*` + end, Type: chroma.LiteralNumber},
	}
	return chroma.Rules{
		"root": slices.Concat([]chroma.Rule{
			{Pattern: `\s+`, Type: chroma.TextWhitespace},
			{Pattern: `((?:- +)*)([A-Za-z_$][\w$. /-]*|"[^"\n]*"|'[^'\n]*')(:)(?=\s|$)`, Type: chroma.ByGroups(chroma.Text, chroma.NameTag, chroma.Punctuation)},
			{Pattern: `#.*`, Type: chroma.Comment},
			{Pattern: `^(?:---|\.\.\.)(?=\s|$)`, Type: chroma.NameNamespace},
			{Pattern: `-(?=\s)`, Type: chroma.Text},
			{Pattern: `([>|][-+]?)(\n(^ +)(?:(?:.*\n*(?:^\3 *).*)+|.*))`, Type: chroma.ByGroups(chroma.Punctuation, chroma.LiteralStringDoc, chroma.Ignore)},
		}, scalars, []chroma.Rule{
			{Pattern: `[&*!]\S+`, Type: chroma.CommentPreproc},
			{Pattern: `[\[{]`, Type: chroma.Punctuation, Mutator: chroma.Push("flow")},
			{Pattern: `(\S.*?)( +)(#.*)`, Type: chroma.ByGroups(chroma.Literal, chroma.TextWhitespace, chroma.Comment)},
			{Pattern: `.+`, Type: chroma.Literal},
		}),
		"flow": slices.Concat([]chroma.Rule{ // to the end of the line, closed or not
			{Pattern: `\n`, Type: chroma.TextWhitespace, Mutator: chroma.Pop(1)},
			{Pattern: `[ \t]+(?!#)`, Type: chroma.TextWhitespace},
			{Pattern: `[ \t]+#.*`, Type: chroma.Comment},
			{Pattern: `[\[\]{},:]`, Type: chroma.Punctuation},
		}, scalars, []chroma.Rule{
			{Pattern: `[^,:\[\]{}\s](?:(?! #)[^,:\[\]{}\n])*`, Type: chroma.Literal},
		}),
	}
}

func goRules() chroma.Rules {
	return chroma.Rules{
		"root": {
			{Pattern: `\s+`, Type: chroma.TextWhitespace},
			{Pattern: `//.*`, Type: chroma.CommentSingle},
			{Pattern: `/\*[\w\W]*?\*/`, Type: chroma.CommentMultiline},
			{Pattern: `"(?:\\.|[^"\\\n])*"`, Type: chroma.LiteralString},
			{Pattern: "`[^`]*`", Type: chroma.LiteralString},
			{Pattern: `'(?:\\.[^'\n]*|[^'\\\n])'`, Type: chroma.LiteralStringChar},
			{Pattern: `\d[\w.]*`, Type: chroma.LiteralNumber},
			{Pattern: chroma.Words(`\b`, `\b`, "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var"), Type: chroma.Keyword},
			{Pattern: chroma.Words(`\b`, `\b`, "any", "bool", "byte", "error", "false", "float32", "float64", "int", "int64", "iota", "nil", "rune", "string", "true", "uint", "uint64"), Type: chroma.KeywordType},
			{Pattern: `(\w+)(?=\()`, Type: chroma.NameFunction},
			{Pattern: `\w+`, Type: chroma.NameOther},
			{Pattern: `[-+*/%&|^<>=!:~]+`, Type: chroma.Operator},
			{Pattern: `[()\[\]{}.,;]`, Type: chroma.Punctuation},
			{Pattern: `.`, Type: chroma.Text},
		},
	}
}
