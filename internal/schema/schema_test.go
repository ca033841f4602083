package schema_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/schema"
	"receipts/internal/source"
)

// TestAgreesWithDecoder holds that schema and decoder accept the same files: those of
// the real site, those of all scripts, and one mistake of each class. Beyond what the
// schema sees it may accept what the decoder refuses, by the codes listed; it never
// refuses what the decoder accepts.
func TestAgreesWithDecoder(t *testing.T) {
	schemas := compile(t)
	accepted, refused := 0, map[diag.Code]int{}
	check := func(t *testing.T, f source.File) {
		value, ok := frontMatter(f)
		if !ok {
			return
		}
		err := schemas[nameOf(f.Path)].Validate(value)
		codes := mistakes(f)
		switch {
		case len(codes) == 0 && err != nil:
			t.Errorf("%s is read, but its schema says %v\n%s", f.Path, err, f.Data)
		case len(codes) == 0:
			accepted++
		case err == nil && slices.ContainsFunc(codes, func(c diag.Code) bool { return !beyond[c] }):
			t.Errorf("%s is refused with %v, but its schema accepts it\n%s", f.Path, codes, f.Data)
		default:
			for _, c := range codes {
				refused[c]++
			}
		}
	}
	t.Run("site", func(t *testing.T) {
		files, _ := filepath.Glob("../../content/*/*.md")
		for _, name := range append(files, "../../content/site.yaml") {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			check(t, source.File{Path: strings.TrimPrefix(filepath.ToSlash(name), "../../"), Data: data})
		}
	})
	t.Run("scripts", func(t *testing.T) {
		scripts, _ := filepath.Glob("../../cmd/build/testdata/script/*.txtar")
		for _, name := range scripts {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(filepath.Base(name), func(t *testing.T) {
				for _, f := range archive.Files {
					if strings.HasPrefix(f.Name, "content/") && nameOf(f.Name) != "" {
						check(t, source.File{Path: f.Name, Data: f.Data})
					}
				}
			})
		}
	})
	if accepted < 300 || len(refused) < 10 {
		t.Errorf("only %d files were accepted by both, and mistakes of only %d codes refused by both", accepted, len(refused))
	}
}

// beyond are the mistakes that a schema does not see: what stands in several keys or in
// the bytes of the file, and what a text means beyond its form.
var beyond = map[diag.Code]bool{
	diag.ControlChar: true, diag.DuplicateKey: true, diag.YAMLFeature: true, diag.CutText: true, // the bytes of the file
	diag.BadFileName: true, diag.BadReference: true, diag.BlockInLine: true, // its name, and Markdown
	diag.BadNumber: true, diag.BadQuantity: true, diag.BadDate: true, diag.BadURL: true, diag.BadLanguage: true, diag.BadCitation: true, // right in form
	diag.MissingKey: true, diag.QuoteTooLong: true, diag.NoFlow: true, diag.NoDate: true, diag.NothingPaid: true, // what other keys say
	diag.UnknownState: true, diag.NoRegions: true, diag.BadRegions: true, // what the site file says
	diag.ForAndAgainst: true, diag.PaidAgainst: true, diag.ViaIsParty: true,
}

// TestRefuses holds mistakes that both must refuse, each made in a file that both
// accept.
func TestRefuses(t *testing.T) {
	const article = `---
title: A story
summary: What it says.
source:
  outlet: paper
  headline: A story
  published: 2024-10-21
  language: en
  read: 2026-11-22
  paragraphs: 18
amounts:
  - fact: award
    amount: more than 1.5 million USD per day
    flow: prize
    in_kind: true
    from: [a payer, ann-lee]
    states: [MI, PA]
    date: 2024-10-01/2024-11-05
    says: The paper writes that a voter receives this.
    quote: a million dollars a day
    at: P1
states:
  - MI: It names Michigan.
    quote: Michigan
    at: P2
---
`
	const fact = `---
title: The award
disagreements:
  - about: How much
    kind: contradiction
    on: [amount]
    sides:
      - article: story
        amount: none
        says: No figure.
      - article: tale
        amount: [1 million USD, 2 million USD]
        says: A figure.
---
`
	const site = `title: A site
base_url: https://example.org
leave_out: [guide]
vocabularies:
  flows:
    wages: wages
    prize: { label: prize promised, kind: promise }
`
	schemas := compile(t)
	both := func(t *testing.T, path, text string) (decoder, schema bool) {
		f := source.File{Path: path, Data: []byte(text)}
		value, ok := frontMatter(f)
		if !ok {
			t.Fatalf("%s is no YAML:\n%s", path, text)
		}
		return len(mistakes(f)) == 0, schemas[nameOf(path)].Validate(value) == nil
	}
	for _, test := range []struct{ path, text, edits string }{
		{"content/articles/story.md", article, `
title: A story => titel: A story
title: A story => title: [A story]
title: A story => title:
summary: What it says. => summary: { a: b }
outlet: paper => outlet: The Paper
published: 2024-10-21 => published: 21 October 2024
published: 2024-10-21 => published: 2024-10
language: en => language: English please
paragraphs: 18 => paragraphs: some
paragraphs: 18 => paragraphs: 0
fact: award => fakt: award
amount: more than 1.5 million USD per day => amount: over 1.5 million USD
amount: more than 1.5 million USD per day => amount: $47
amount: more than 1.5 million USD per day => amount: 1.500.000 USD
in_kind: true => in_kind: yes
from: [a payer, ann-lee] => from: [a payer, a payer]
states: [MI, PA] => states: [MI, zz]
states: [MI, PA] => states: Michigan
date: 2024-10-01/2024-11-05 => date: October 2024
date: 2024-10-01/2024-11-05 => date: 2024-13
at: P1 => at: 1
at: P1 => at: page 1
at: P1 => voice: loud
- MI: It => - xx: It
`},
		{"content/facts/award.md", fact, `
kind: contradiction => kind: clash
on: [amount] => on: [sum]
article: story => artikel: story
amount: none => amount: nothing
`},
		{"content/site.yaml", site, `
base_url: https://example.org => base_url: example.org
leave_out: [guide] => leave_out: [gide]
kind: promise => kind: hope
wages: wages => Wages: wages
wages: wages => wages: { label: wages }
title: A site => order: 3
`},
	} {
		if decoder, schema := both(t, test.path, test.text); !decoder || !schema {
			t.Fatalf("%s: decoder accepts: %v, schema accepts: %v", test.path, decoder, schema)
		}
		for line := range strings.Lines(strings.TrimSpace(test.edits)) {
			from, to, _ := strings.Cut(strings.TrimRight(line, "\n"), " => ")
			edited := strings.Replace(test.text, from, to, 1)
			if edited == test.text {
				t.Fatalf("%q is not in %s", from, test.path)
			}
			if decoder, schema := both(t, test.path, edited); decoder || schema {
				t.Errorf("%s with %q: decoder accepts: %v, schema accepts: %v", test.path, to, decoder, schema)
			}
		}
	}
}

func compile(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	for _, name := range schema.Names() {
		text, _ := schema.Write(name)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(name+".json", doc); err != nil {
			t.Fatal(err)
		}
		out[name], err = c.Compile(name + ".json")
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// nameOf is the schema that a file is held to; "" if there is none.
func nameOf(path string) string {
	if path == content.ConfigPath {
		return "site"
	}
	folder, _, _ := strings.Cut(strings.TrimPrefix(path, "content/"), "/")
	if !slices.Contains(schema.Names(), folder) || filepath.Ext(path) != ".md" {
		return ""
	}
	return folder
}

// mistakes are the codes of what the decoder refuses in the keys of f.
func mistakes(f source.File) (codes []diag.Code) {
	var diags diag.List
	end := len(f.Data) // of the front matter
	if i := bytes.Index(f.Data, []byte("\n---")); i > 0 && f.Path != content.ConfigPath {
		end = i
	}
	if f.Path == content.ConfigPath {
		_, diags = content.ParseConfig(f)
	} else {
		_, diags = content.Parse(f, content.DefaultLanguage, content.DefaultRegions)
	}
	for _, d := range diags {
		if !d.Code.IsWarning() && d.Place.Start < end && !slices.Contains(codes, d.Code) {
			codes = append(codes, d.Code)
		}
	}
	return codes
}

// frontMatter is what programs read that know YAML and not this site. It is false for
// files without any.
func frontMatter(f source.File) (any, bool) {
	text := string(f.Data)
	if f.Path != content.ConfigPath {
		rest, ok := strings.CutPrefix(text, "---\n")
		if !ok {
			return nil, false
		}
		text, _, ok = strings.Cut(rest, "\n---")
		if !ok {
			return nil, false
		}
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil || len(n.Content) == 0 {
		return nil, false
	}
	return valueOf(n.Content[0]), true
}

// valueOf is a value of YAML as the core schema of YAML 1.2 reads it.
func valueOf(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = valueOf(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, item := range n.Content {
			list = append(list, valueOf(item))
		}
		return list
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int":
		if i, err := strconv.ParseInt(n.Value, 10, 64); err == nil {
			return i
		}
	case "!!float":
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return x
		}
	}
	return n.Value
}
