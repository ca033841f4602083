package amount

import (
	"maps"
	"slices"
	"strings"
)

// Pattern is a regular expression that all texts match which [Parse] reads, for
// schemas. It matches a few others, whose decimals, scale or unit Parse refuses.
func Pattern() string {
	var qualifiers, vague []string
	for _, words := range qualifierTokens {
		if len(words) > 0 {
			qualifiers = append(qualifiers, strings.Join(words, " +"))
		}
	}
	for _, f := range vagueForms {
		vague = append(vague, strings.Join(f.tokens, " +"))
	}
	oneOf := func(words []string) string { return "(" + strings.Join(words, "|") + ")" }
	const number = `(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]+)?`
	scales := oneOf(slices.Sorted(maps.Keys(scaleWords)))
	return "^(unquantified|(" + oneOf(qualifiers) + " +)?(some +)?" + number + `(\.\.` + number + ")?( +" + scales + ")? +[^ ].*|" +
		oneOf(vague) + " +[^ ].*)$"
}
