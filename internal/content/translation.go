package content

import (
	"bytes"
	"path"
	"strings"

	"golang.org/x/text/language"

	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// A translation of content/facts/a.md into French is content/facts/a.fr.md, of
// content/site.yaml content/site.fr.yaml. It has words alone: what is a value or a quote
// stands once, in the original.

// TranslationOf returns the path of the original of a translation, and the language
// it is in; nothing of any other file.
func TranslationOf(file string) (original, lang string) {
	ext := path.Ext(file)
	stem := strings.TrimSuffix(file, ext)
	code := strings.TrimPrefix(path.Ext(stem), ".")
	if ext != ".md" && ext != ".yaml" || code == "" {
		return "", ""
	}
	tag, err := language.Parse(code)
	if err != nil || tag.String() != code {
		return "", ""
	}
	return strings.TrimSuffix(stem, "."+code) + ext, code
}

// LangOf is the language of the words of a file, of a site in the language ours.
func LangOf(file, ours string) string {
	if _, lang := TranslationOf(file); lang != "" {
		return lang
	}
	return ours
}

// Translate returns p in the words of a translation, whose file is f. What the
// translation lacks keeps the words of the original.
func Translate(p *Page, f source.File, lang string) (*Page, diag.List) {
	var diags diag.List
	out := *p
	out.Translation = lang
	if p.Front == nil || !yamldoc.CheckBytes(f.Path, f.Data, &diags) {
		return &out, diags
	}
	text := yamldoc.FirstVersion(f.Path, f.Data, &diags)
	start, end, body, ok := yamldoc.SplitFront(f.Path, text, &diags)
	if !ok {
		return &out, diags
	}
	out.Front = fronts[p.Kind].translate(p.Front, f.Path, text[:end], start, &diags)
	if a, ok := out.Front.(*Article); ok {
		a.Source.Ours = lang
	}
	if len(bytes.TrimSpace(text[body:])) > 0 {
		out.BodyFile = f.Path
		diags = append(diags, out.parseBody(f.Path, text, body)...)
	}
	out.Texts = textsOf(&out)
	return &out, diags
}

// TranslateConfig returns c in the words of a translation, whose file is f; it may be
// empty.
func TranslateConfig(c *Config, f source.File) (*Config, diag.List) {
	var diags diag.List
	out := *c
	if f.Path != "" && yamldoc.CheckBytes(f.Path, f.Data, &diags) {
		yamldoc.Translate(f.Path, yamldoc.FirstVersion(f.Path, f.Data, &diags), 0, config, &out, &diags)
	}
	return &out, diags
}
