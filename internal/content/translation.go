package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"slices"
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

// translatedFrom is the key by which a translation says which words it is of.
const translatedFrom = "translated_from"

// Translate returns p, whose file is original, in the words of a translation. What the
// translation lacks keeps the words of the original, which is told of.
func Translate(p *Page, original, f source.File, lang string) (*Page, diag.List) {
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
	var replaced []Words
	var from Words
	out.Front, replaced, from = fronts[p.Kind].translate(p.Front, f.Path, text[:end], start, &diags)
	if a, ok := out.Front.(*Article); ok {
		a.Source.Ours = lang
	}
	hasBody := len(bytes.TrimSpace(text[body:])) > 0
	if hasBody {
		out.BodyFile = f.Path
		diags = append(diags, out.parseBody(f.Path, text, body)...)
	}
	out.Texts = textsOf(&out)
	if len(diags) == 0 {
		diags = checkTranslation(f, textsIn(p, original), replaced, hasBody, from)
	}
	return &out, diags
}

// texts are the words of a file that a translation has words for.
type texts struct {
	front []Words
	body  []byte
}

// textsIn are those of the file of p.
func textsIn(p *Page, f source.File) (t texts) {
	var ignored diag.List
	start, end, body, ok := yamldoc.SplitFront(f.Path, f.Data, &ignored)
	if ok {
		_, t.front, _ = fronts[p.Kind].translate(p.Front, f.Path, f.Data[:end], start, &ignored)
		t.body = bytes.TrimSpace(f.Data[body:])
	}
	return t
}

// hash is a short hash of all words of t.
func (t texts) hash() string {
	h := sha256.New()
	for _, w := range t.front {
		h.Write([]byte(w.Text + "\x00"))
	}
	h.Write(t.body)
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// checkTranslation reports what a translation lacks of its original, and whether that
// has changed since.
func checkTranslation(f source.File, of texts, replaced []Words, hasBody bool, from Words) (diags diag.List) {
	at := diag.Place{File: f.Path, End: min(3, len(f.Data))}
	done := map[diag.Place]bool{}
	for _, w := range replaced {
		done[w.Place] = true
	}
	left := slices.DeleteFunc(slices.Clone(of.front), func(w Words) bool { return done[w.Place] })
	all := len(of.front)
	if len(of.body) > 0 {
		all++
	}
	switch {
	case len(left) > 0:
		diags = append(diags, diag.Diagnostic{
			Code: diag.Untranslated, Place: at, Message: fmt.Sprintf("%d of %s are not translated", len(left), diag.Plural(all, "text")),
			Hint: "write them here below the same keys", Related: []diag.Related{{Place: left[0].Place, Note: "the first is here"}},
		})
	case len(of.body) > 0 && !hasBody:
		diags.AddHint(diag.Untranslated, at, "the text below the front matter is not translated", "write it below the second line ---")
	}
	if hash := of.hash(); from.Text != hash {
		if from.IsGiven() {
			at = from.Place
		}
		diags.AddHint(diag.OlderTranslation, at, "the original has changed since it was translated, or was never compared", `read both; then "build translated `+f.Path+`" notes that they agree`)
	}
	return diags
}

// TranslateConfig returns c, whose file is original, in the words of a translation; it
// may be empty.
func TranslateConfig(c *Config, original, f source.File) (*Config, diag.List) {
	var diags diag.List
	out := *c
	if f.Path == "" || !yamldoc.CheckBytes(f.Path, f.Data, &diags) {
		return &out, diags
	}
	replaced, from := yamldoc.Translate(f.Path, yamldoc.FirstVersion(f.Path, f.Data, &diags), 0, config, &out, translatedFrom, &diags)
	if len(diags) == 0 {
		diags = checkTranslation(f, textsInConfig(c, original), replaced, true, from)
	}
	return &out, diags
}

func textsInConfig(c *Config, f source.File) (t texts) {
	var ignored diag.List
	itself := *c
	t.front, _ = yamldoc.Translate(f.Path, f.Data, 0, config, &itself, translatedFrom, &ignored)
	return t
}

// noted is the line in which a translation says which words it is of.
var noted = regexp.MustCompile(`(?m)^` + translatedFrom + `:.*$`)

// NoteTranslated returns the file of a translation, with the note that it is of its
// original as that is now. Nothing else in it changes. It is false if either cannot be
// read.
func NoteTranslated(original, f source.File) ([]byte, bool) {
	var diags diag.List
	var of texts
	start, end := 0, len(f.Data)
	if original.Path == ConfigPath {
		c, more := ParseConfig(original)
		diags, of = more, textsInConfig(c, original)
	} else {
		p, more := Parse(original, DefaultLanguage, nil)
		if p == nil || p.Front == nil {
			return nil, false
		}
		of = textsIn(p, original)
		diags = more
		var ok bool
		if start, end, _, ok = yamldoc.SplitFront(f.Path, f.Data, &diags); !ok {
			return nil, false
		}
	}
	if slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return !d.Code.IsWarning() }) {
		return nil, false
	}
	line := translatedFrom + ": " + of.hash()
	if m := noted.FindIndex(f.Data[start:end]); m != nil {
		return slices.Concat(f.Data[:start+m[0]], []byte(line), f.Data[start+m[1]:]), true
	}
	return slices.Concat(f.Data[:start], []byte(line+"\n"), f.Data[start:]), true
}
