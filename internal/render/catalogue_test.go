package render

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"receipts/internal/changes"
	"receipts/internal/checked"
	"receipts/internal/citation"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/site"
	"receipts/internal/view"
)

// families are the messages whose key is made of a value: for each prefix,
// every value that there is. What the code puts together must be listed here.
func families() map[string][]string {
	f := map[string][]string{
		"nature.":        content.Natures,
		"status.":        content.Statuses,
		"asks.":          content.Statuses,
		"authority.":     append([]string{string(citation.Official), string(citation.Unofficial)}, content.AuthorityKinds...),
		"disagreements.": {"contradictions", "contradictions.about", "smaller", "smaller.about"},
		"differ.":        content.Aspects, "differs.": content.DisagreementKinds,
		"where.":        {"T", "ST", "C", "head"},
		"voice.":        {string(content.OwnVoice), string(content.CitedVoice), string(content.UnclearVoice)},
		"join.":         {"colon", "semicolon", "comma"},
		"mark.":         {string(content.Inferred), string(content.Unverified)},
		"kind.":         {"article", "amount", "count", "event", "claim", "person", "organization", "question", "authority", "state", "later", "topic", "term", "page", "guide"},
		"nav.":          {"people", "organizations"},
		"mentioned.":    {"article", "fact", "question", "later", "topic", "state", "person", "organization", "authority", "term", "page", "guide"},
		"coverage.":     {"unexplained", "one-source", "no-number", "flagged", "partly", "unverified", "questions", "states", "unread"},
		"checked.kind.": {string(checked.Report), string(checked.Note), string(checked.Question), string(checked.Later), string(checked.Page)}, "checked.role.": {"first-reading", "second-reading", "by-our-record-of-it"},
		"timeline.": view.TimelineMarks,
		"change.": {
			string(changes.FactAdded), string(changes.FactWithdrawn), string(changes.ReportAdded), string(changes.ReportWithdrawn),
			string(changes.StatusAdded), string(changes.StatusWithdrawn), string(changes.PointAdded), string(changes.PointWithdrawn),
			string(changes.TotalAdded), string(changes.TotalWithdrawn), string(changes.LaterAdded), string(changes.LaterWithdrawn), string(changes.PageAdded),
		},
	}
	for _, way := range []string{"home", "timeline", "legal", "money", "later"} {
		f["way."] = append(f["way."], way, way+".about")
	}
	for _, line := range []string{"both", "one", "contradict", "smaller", "corrected"} {
		f["sure."] = append(f["sure."], line, line+".about")
	}
	for _, g := range diag.Groups() {
		f["errors.group."] = append(f["errors.group."], g.ID)
	}
	for _, mark := range view.EndsMarks {
		f["ends."] = append(f["ends."], string(mark), string(mark)+".means")
	}
	for _, part := range changes.Parts {
		f["changes."] = append(f["changes."], string(part))
	}
	for _, field := range changes.Fields() {
		f["change.field."] = append(f["change.field."], field.Name)
	}
	for _, t := range []site.FactType{site.Money, site.Count, site.Event, site.Claim} {
		f["type."] = append(f["type."], string(t))
		f["facts."] = append(f["facts."], string(t))
	}
	return f
}

// Every message that layouts and code ask for is in the catalogue, and every
// message of the catalogue is asked for.
func TestCatalogue(t *testing.T) {
	words := locale.English()
	used := map[string]bool{"region.one": true, "region.other": true} // by package locale
	want := func(from, key string) {
		used[key] = true
		if !words.Has(key) {
			t.Errorf("%s: there is no message %q", from, key)
		}
	}
	count := func(from, key string) {
		want(from, key+".other")
		want(from, key+".one")
	}

	functions := map[string]any{} // only their names are needed
	for name := range strings.FieldsSeq("t n forms number digits asset eq ne ge gt le lt or and not len index printf print slice html urlquery") {
		functions[name] = true
	}
	for _, f := range builtIn(t, "layouts") {
		trees, err := parse.Parse(f.Path, string(f.Data), "", "", functions)
		if err != nil {
			t.Fatal(err)
		}
		for _, tree := range trees {
			each(tree.Root, func(n parse.Node) {
				c, ok := n.(*parse.CommandNode)
				if !ok {
					return
				}
				fn, isName := c.Args[0].(*parse.IdentifierNode)
				if !isName || len(c.Args) < 2 {
					return
				}
				switch arg := c.Args[1].(type) {
				case *parse.StringNode:
					switch fn.Ident {
					case "t":
						want(f.Path, arg.Text)
					case "n", "forms":
						count(f.Path, arg.Text)
					}
				default:
					if fn.Ident == "t" || fn.Ident == "n" || fn.Ident == "forms" {
						t.Errorf("%s: %s takes its key from %s; give the view the words", f.Path, fn.Ident, arg)
					}
				}
			})
		}
	}

	families := families()
	var files []string
	for _, folder := range []string{".", "../view"} {
		list, err := filepath.Glob(folder + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				fn, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || len(n.Args) == 0 {
					return true
				}
				key, isConstant := literal(n.Args[0])
				switch {
				case fn.Sel.Name == "t" && isConstant:
					want(name, key)
				case fn.Sel.Name == "Count" && isConstant:
					count(name, key)
				}
			case *ast.BinaryExpr: // "status." + s
				if prefix, ok := literal(n.X); ok && n.Op == token.ADD && families[prefix] == nil && hasPrefix(words, prefix) {
					t.Errorf("%s: say in the test which messages begin with %q", name, prefix)
				}
				if suffix, ok := literal(n.Y); ok && n.Op == token.ADD && strings.HasPrefix(suffix, ".") {
					for _, key := range words.Keys() { // key + ".description"
						if strings.HasSuffix(key, suffix) {
							used[key] = true
						}
					}
				}
			case *ast.BasicLit: // in a table of keys
				if key, ok := literal(n); ok && words.Has(key) {
					used[key] = true
				}
			}
			return true
		})
	}
	for _, prefix := range slices.Sorted(maps.Keys(families)) {
		for _, value := range families[prefix] {
			want("made of "+prefix, prefix+value)
		}
	}
	for _, key := range words.Keys() {
		if !used[key] {
			t.Errorf("nothing uses the message %q", key)
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// hasPrefix reports whether messages begin with prefix, a word and a dot.
func hasPrefix(words *locale.Locale, prefix string) bool {
	return strings.HasSuffix(prefix, ".") && slices.ContainsFunc(words.Keys(), func(k string) bool { return strings.HasPrefix(k, prefix) })
}
