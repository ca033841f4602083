package markdown

import (
	"math"
	"slices"
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// The lexers of code blocks, of our own: chroma's go letter by letter, or take minutes for
// a small text that is made for it. chroma's package of lexers would also read all of its
// own at every start.
//
// In each pattern a text has one way to match. What is not closed goes to the end of the
// block, so that no stretch of text is searched again from each of its places.

// lexersByName contains our languages and no other. Those inside others (anything
// in Markdown) are looked up here too, so that no other lexer is ever used. They
// are made when the first block needs one.
var lexersByName = sync.OnceValue(func() map[string]chroma.Lexer {
	registry := chroma.NewLexerRegistry()
	m := map[string]chroma.Lexer{}
	for alias, name := range languages {
		if name == "" {
			continue
		}
		if m[name] == nil {
			m[name] = newLexer(name, lexerRules[name]())
		}
		config := m[name].Config()
		config.Aliases = append(config.Aliases, alias)
	}
	for name, lexer := range m {
		registry.Register(lexer)
		m[name] = chroma.Coalesce(lexer)
	}
	return m
})

var lexerRules = map[string]func() chroma.Rules{
	"Bash": bashRules, "Go": goRules, "JSON": jsonRules, "Markdown": markdownRules, "YAML": yamlRules,
}

func newLexer(name string, rules chroma.Rules) chroma.Lexer {
	rules["root"] = slices.Insert(rules["root"], 0, chroma.Rule{Mutator: untimed{}})
	return chroma.MustNewLexer(&chroma.Config{Name: name}, func() chroma.Rules { return rules })
}

// untimed takes from the patterns of a lexer the limit on time that chroma gives them: a
// pattern that does not end in time is one that does not match, so that the colours would
// depend on how busy the machine is. Its rule is only there until the lexer is compiled.
type untimed struct{}

func (untimed) Mutate(*chroma.LexerState) error { panic("the rule is still there") }

func (untimed) MutateLexer(rules chroma.CompiledRules, state string, i int) error {
	rules[state] = slices.Concat(rules[state][:i], rules[state][i+1:])
	for _, state := range rules {
		for _, r := range state {
			r.Regexp.MatchTimeout = math.MaxInt64
		}
	}
	return nil
}

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
			{Pattern: `<!--[\w\W]*?(?:-->|\z)`, Type: chroma.CommentMultiline},
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
			{Pattern: `/\*[\w\W]*?(?:\*/|\z)`, Type: chroma.CommentMultiline},
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

// bashRules know strings with what is put in place in them, and arithmetic.
func bashRules() chroma.Rules {
	return chroma.Rules{
		"root": {
			{Pattern: chroma.Words(`\b`, `\b`, "break", "case", "continue", "coproc", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if", "return", "select", "then", "until", "while"), Type: chroma.Keyword},
			{Pattern: chroma.Words(`\b`, "(?=[\\s)`])", "alias", "bg", "bind", "builtin", "caller", "cd", "command", "compgen", "complete", "compopt", "declare", "dirs", "disown", "echo", "enable", "eval", "exec", "exit", "export", "false", "fc", "fg", "getopts", "hash", "help", "history", "jobs", "kill", "let", "local", "logout", "mapfile", "popd", "printf", "pushd", "pwd", "read", "readarray", "readonly", "set", "shift", "shopt", "source", "suspend", "test", "time", "times", "trap", "true", "type", "typeset", "ulimit", "umask", "unalias", "unset", "wait"), Type: chroma.NameBuiltin},
			{Pattern: `\A#!.+\n`, Type: chroma.CommentPreproc},
			{Pattern: `#.*`, Type: chroma.CommentSingle},
			{Pattern: `\\[\w\W]`, Type: chroma.LiteralStringEscape},
			{Pattern: `(\b\w+)(\s*)(\+?=)`, Type: chroma.ByGroups(chroma.NameVariable, chroma.Text, chroma.Operator)},
			{Pattern: `[\[\]{}()=]`, Type: chroma.Operator},
			{Pattern: `<<<`, Type: chroma.Operator},
			{Pattern: `<<-?[ \t]*(['"]?)((?>\w+))\1[\w\W]*?(?:^\t*\2$|\z)`, Type: chroma.LiteralString},
			{Pattern: `&&|\|\|`, Type: chroma.Operator},
			{Pattern: "`", Type: chroma.LiteralStringBacktick},
			{Pattern: `\$?"(?>(?:\\[\w\W]|[^"\\$])*)"`, Type: chroma.LiteralStringDouble},
			{Pattern: `"`, Type: chroma.LiteralStringDouble, Mutator: chroma.Push("string")},
			{Pattern: `\$'(?>(?:\\[\w\W]|[^'\\])*)'`, Type: chroma.LiteralStringSingle},
			{Pattern: `'[^']*'`, Type: chroma.LiteralStringSingle},
			{Pattern: `[;&|]`, Type: chroma.Punctuation},
			{Pattern: `\s+`, Type: chroma.Text},
			{Pattern: `\d+(?= |$)`, Type: chroma.LiteralNumber},
			{Pattern: "[^=\\s\\[\\]{}()$\"'`\\\\<&|;]+", Type: chroma.Text},
			{Pattern: `<`, Type: chroma.Text},
			chroma.Include("value"),
		},
		"value": {
			{Pattern: `\$\(\(`, Type: chroma.Keyword, Mutator: chroma.Push("math")},
			{Pattern: `\$\(`, Type: chroma.Keyword, Mutator: chroma.Push("command")},
			{Pattern: `\$\{#?`, Type: chroma.LiteralStringInterpol, Mutator: chroma.Push("parameter")},
			{Pattern: `\$(?:[a-zA-Z_]\w*|\d+|[#$?!_*@-])`, Type: chroma.NameVariable},
			{Pattern: `\$`, Type: chroma.Text},
		},
		"string": {
			{Pattern: `"`, Type: chroma.LiteralStringDouble, Mutator: chroma.Pop(1)},
			{Pattern: `(?:\\[\w\W]|[^"\\$])+`, Type: chroma.LiteralStringDouble},
			chroma.Include("value"),
		},
		"math": {
			{Pattern: `\)\)`, Type: chroma.Keyword, Mutator: chroma.Pop(1)},
			{Pattern: `[-+*/%^|&]`, Type: chroma.Operator},
			{Pattern: `\d+(?:#\d+)?`, Type: chroma.LiteralNumber},
			chroma.Include("root"),
		},
		"command": {
			{Pattern: `\)`, Type: chroma.Keyword, Mutator: chroma.Pop(1)},
			chroma.Include("root"),
		},
		"parameter": {
			{Pattern: `\}`, Type: chroma.LiteralStringInterpol, Mutator: chroma.Pop(1)},
			{Pattern: `:-`, Type: chroma.Keyword},
			{Pattern: `\w+`, Type: chroma.NameVariable},
			{Pattern: "[^}:\"'`$\\\\]+|:", Type: chroma.Punctuation},
			chroma.Include("root"),
		},
	}
}
