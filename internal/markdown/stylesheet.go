package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// palette is the site's colours for one kind of light: two greys, two hues.
type palette struct{ ground, ink, soft, green, ochre string }

var (
	lightPalette = palette{ground: "#fdfefb", ink: "#14201a", soft: "#45544b", green: "#0b573a", ochre: "#7a4700"}
	darkPalette  = palette{ground: "#1a241e", ink: "#e6ece4", soft: "#a8b7ac", green: "#8fd0ab", ochre: "#ecc26a"}

	lightStyle = style("receipts-light", lightPalette)
	darkStyle  = style("receipts-dark", darkPalette)
)

// style says which kinds of token have which colour: names and words of the
// language green, what an author fills in ochre, what can be skipped soft.
// Nothing is italic, and what a lexer takes for a mistake has no colour of its own.
func style(name string, p palette) *chroma.Style {
	s, err := chroma.NewStyleBuilder(name).AddAll(chroma.StyleEntries{
		chroma.Background:        p.ink + " bg:" + p.ground,
		chroma.Comment:           p.soft,
		chroma.CommentPreproc:    p.soft,
		chroma.Punctuation:       p.soft,
		chroma.Operator:          p.soft,
		chroma.Keyword:           p.green,
		chroma.NameTag:           p.green,
		chroma.NameBuiltin:       p.green,
		chroma.NameAttribute:     p.green,
		chroma.NameFunction:      p.green,
		chroma.NameEntity:        p.ochre,
		chroma.Literal:           p.ochre,
		chroma.GenericHeading:    "bold " + p.ink,
		chroma.GenericSubheading: "bold " + p.ink,
		chroma.GenericStrong:     "bold",
		chroma.GenericInserted:   p.green,
		chroma.GenericDeleted:    p.ochre,
		chroma.GenericOutput:     p.soft,
		chroma.GenericPrompt:     p.soft,
	}).Build()
	if err != nil {
		panic(err) // the palette is ours
	}
	return s
}

// Stylesheet returns the CSS of code blocks, for light and for dark: as the
// reader's system says, unless the page says otherwise with data-theme.
func Stylesheet() []byte {
	var b bytes.Buffer
	rules(&b, "", lightStyle)
	b.WriteString("@media (prefers-color-scheme: dark) {\n")
	rules(&b, `:root:not([data-theme="light"]) `, darkStyle)
	b.WriteString("}\n")
	rules(&b, `:root[data-theme="dark"] `, darkStyle)
	return b.Bytes()
}

// rules writes a rule for each set of declarations, with all classes that have it.
// Classes without one are left out, in both styles the same ones.
func rules(b *bytes.Buffer, root string, s *chroma.Style) {
	ground := s.Get(chroma.Background)
	fmt.Fprintf(b, "%s.chroma { color: %s; background-color: %s }\n", root, ground.Colour, ground.Background)
	classes := map[string][]string{}
	var decls []string
	for t, class := range chroma.StandardTypes {
		if class == "" || t <= 0 {
			continue
		}
		decl := css(s.Get(t), ground)
		if decl == "" {
			continue
		}
		if classes[decl] == nil {
			decls = append(decls, decl)
		}
		classes[decl] = append(classes[decl], "."+class)
	}
	slices.Sort(decls)
	for _, decl := range decls {
		slices.Sort(classes[decl])
		fmt.Fprintf(b, "%s.chroma :is(%s) { %s }\n", root, strings.Join(classes[decl], ", "), decl)
	}
}

func css(e, ground chroma.StyleEntry) string {
	var decl []string
	if e.Colour != ground.Colour {
		decl = append(decl, "color: "+e.Colour.String())
	}
	if e.Bold == chroma.Yes {
		decl = append(decl, "font-weight: bold")
	}
	return strings.Join(decl, "; ")
}
