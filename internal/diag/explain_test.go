package diag

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// declared returns the codes of codes.go by their names.
func declared(t *testing.T) map[string]Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]Code{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			value, err := strconv.Unquote(spec.Values[i].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			codes[name.Name] = Code(value)
		}
		return false
	})
	return codes
}

func TestEveryCodeIsExplainedOnce(t *testing.T) {
	explained := map[Code]int{}
	for _, e := range Explanations() {
		explained[e.Code]++
	}
	byCode := map[Code]string{}
	for name, code := range declared(t) {
		if other, taken := byCode[code]; taken {
			t.Errorf("%s and %s are both %s", name, other, code)
		}
		byCode[code] = name
		if n := explained[code]; n != 1 {
			t.Errorf("%s (%s) has %d explanations, want 1", name, code, n)
		}
	}
	for code := range explained {
		if byCode[code] == "" {
			t.Errorf("%s is explained and not declared", code)
		}
	}
}

func TestExplanations(t *testing.T) {
	list := Explanations()
	if !slices.IsSortedFunc(list, func(a, b Explanation) int { return cmp.Compare(a.Code, b.Code) }) {
		t.Error("the explanations are not sorted by code")
	}
	for _, e := range list {
		switch {
		case e.Title == "" || e.Text == "":
			t.Errorf("%s has no title or no text", e.Code)
		case e.Title != strings.TrimRight(e.Title, ".") || strings.Contains(e.Title, "\n"):
			t.Errorf("%s: the title %q is not one phrase", e.Code, e.Title)
		case !strings.HasSuffix(e.Text, ".") || strings.Contains(e.Text, "\n") || strings.Contains(e.Text, "  "):
			t.Errorf("%s: the text is not one plain paragraph", e.Code)
		case regexp.MustCompile(`Musk|Trump|BFM|404 Media|\b[Pp][Aa][Cc]\b`).MatchString(e.Text + e.Wrong + e.Right):
			t.Errorf("%s has an example from one election; it is read at many", e.Code)
		case e.Wrong != "" && e.Right == "":
			t.Errorf("%s shows what is refused and not what to write", e.Code)
		}
		if got, ok := Explain(e.Code); !ok || got != e {
			t.Errorf("Explain(%s) = %v, %v", e.Code, got, ok)
		}
	}
	if _, ok := Explain("E999"); ok {
		t.Error("Explain(E999) explains what is not there")
	}
}

func TestEveryExplanationHasItsGroup(t *testing.T) {
	grouped := map[Code]int{}
	for _, g := range Groups() {
		for _, e := range g.Explanations {
			grouped[e.Code]++
			if got := GroupOf(e.Code).ID; got != g.ID {
				t.Errorf("%s stands in %s and is said to stand in %q", e.Code, g.ID, got)
			}
		}
	}
	for _, e := range Explanations() {
		if grouped[e.Code] != 1 {
			t.Errorf("%s stands in %d groups", e.Code, grouped[e.Code])
		}
	}
	if g := GroupOf("E999"); g.ID != "" {
		t.Errorf("a code that does not exist stands in %s", g.ID)
	}
}
