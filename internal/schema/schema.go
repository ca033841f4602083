// Package schema writes what front matter may say as JSON Schema (draft 2020-12),
// for editors and other programs. What goes in is the forms of package content, which
// also decode; what comes out is one schema for each kind of file, always the same
// bytes.
//
// A schema says which keys there are, which are required and what each may be. What
// depends on several keys, or on other files, it does not say: the build does.
package schema

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/yamldoc"
)

// Dialect is the draft of JSON Schema that is written.
const Dialect = "https://json-schema.org/draft/2020-12/schema"

// Names are the schemas that there are: "site" for the site file, "checked" for the file of
// signatures, and the name of each kind of page, sorted.
func Names() []string {
	names := []string{site, signatures}
	for kind := range content.Forms() {
		if kind != content.ConfigPath {
			names = append(names, kind)
		}
	}
	slices.Sort(names)
	return names
}

// site is the name of the schema of content/site.yaml.
const site = "site"

// signatures is the name of the schema of content/checked.yaml.
const signatures = "checked"

// Write returns the schema of one of [Names] as indented JSON with a line end. It is
// false if there is no such schema.
func Write(name string) ([]byte, bool) {
	key := name
	if name == site {
		key = content.ConfigPath
	}
	form, ok := content.Forms()[key]
	if name == signatures {
		form, ok = checked.Form(), true
	}
	if !ok || name == content.ConfigPath {
		return nil, false
	}
	s := of(form)
	s["$schema"] = Dialect
	s["title"] = "Receipts: " + bare(form.What)
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // maps, lists and texts can always be written
	}
	return append(out, '\n'), true
}

type object = map[string]any

// of is the schema of a form.
func of(f *yamldoc.Form) object {
	s := own(f)
	if f.Or != nil {
		s = anyOf(s, of(f.Or))
	}
	return s
}

func own(f *yamldoc.Form) object {
	switch {
	case f.Keys != nil || f.Values != nil:
		return mapping(f)
	case f.Item != nil:
		return list(f.Item, max(1, f.Fewest))
	case f.Words != nil:
		return object{"enum": words(f.Words)}
	case f.Max > 0:
		return anyOf(
			object{"type": "integer", "minimum": 1, "maximum": f.Max},
			object{"type": "string", "pattern": `^[1-9][0-9]{0,` + strconv.Itoa(len(strconv.Itoa(f.Max))-1) + `}$`},
		)
	case f.Pattern != "":
		s := object{"type": "string", "pattern": f.Pattern}
		// YAML reads a year as a number.
		if regexp.MustCompile(f.Pattern).MatchString("2024") {
			s["type"] = []string{"string", "integer"}
		}
		return s
	}
	return object{"type": []string{"string", "number", "boolean"}, "pattern": seen, "maxLength": yamldoc.MaxText}
}

func mapping(f *yamldoc.Form) object {
	s := object{"type": "object", "additionalProperties": false}
	properties, required := object{}, []string{}
	for _, k := range f.Keys {
		p := of(k.Form)
		p["description"] = k.Sentence
		properties[k.Name] = p
		if k.Required {
			required = append(required, k.Name)
		}
	}
	if len(properties) > 0 {
		s["properties"] = properties
	}
	if len(required) > 0 {
		s["required"] = required
	}
	switch {
	case f.Values == nil:
	case f.Names != "":
		s["patternProperties"] = object{f.Names: of(f.Values)}
	default:
		s["additionalProperties"] = of(f.Values)
	}
	return s
}

// list is a list or, since one value stands for a list of one, a value; what has keys
// is always in a list.
func list(item *yamldoc.Form, fewest int) object {
	many := object{"type": "array", "items": of(item), "minItems": fewest}
	if item.Keys != nil {
		return many
	}
	if !item.MayRepeat() {
		many["uniqueItems"] = true
	}
	return anyOf(many, of(item))
}

// words are the words of a choice. YAML reads two of them as truth values.
func words(list []string) []any {
	var out []any
	for _, w := range list {
		out = append(out, w)
		if b, err := strconv.ParseBool(w); err == nil {
			out = append(out, b)
		}
	}
	return out
}

func anyOf(schemas ...object) object {
	var all []object
	for _, s := range schemas {
		if inner, ok := s["anyOf"].([]object); ok && len(slices.Collect(maps.Keys(s))) == 1 {
			all = append(all, inner...)
		} else {
			all = append(all, s)
		}
	}
	return object{"anyOf": all}
}

// bare is what a form is called, without its article.
func bare(what string) string {
	for _, article := range []string{"a ", "an ", "the "} {
		if rest, ok := strings.CutPrefix(what, article); ok {
			return rest
		}
	}
	return what
}

// seen matches a text with a character that shows something. JSON Schema has patterns
// read as Unicode.
const seen = `[^\s\p{Z}\p{Cf}]`
