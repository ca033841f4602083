package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"receipts/internal/diag"
	"receipts/internal/markdown"
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

// TranslationPath is the path of the translation of a file into a language.
func TranslationPath(original, lang string) string {
	ext := path.Ext(original)
	return strings.TrimSuffix(original, ext) + "." + lang + ext
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
	text, start, end, body, ok := splitVersion(f.Path, f.Data, &diags)
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
		diags = append(diags, out.parseBody(f.Path, text, body, p.Body.Headings())...)
		more, fits := checkHeadings(p.Body.Headings(), out.Body.Headings(), diag.Place{File: f.Path, End: min(3, len(f.Data))})
		if diags = append(diags, more...); !fits {
			out.Body, out.BodyFile = p.Body, p.BodyFile
		}
	}
	out.Texts = textsOf(&out)
	if errors, _ := diags.Count(); errors == 0 {
		diags = append(diags, checkTranslation(f, textsIn(p, original), replaced, hasBody, from)...)
	}
	out.PartlyTranslated = slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Code == diag.Untranslated })
	return &out, diags
}

// checkHeadings reports where a translation has other headings than its original, to
// which links lead in all languages, and whether it has as many, of the same levels.
func checkHeadings(of, have []markdown.Heading, whole diag.Place) (diags diag.List, fit bool) {
	const shown = ": readers see the text of the original"
	const hint = "links lead to headings in all languages: keep those of the original, in their order"
	for i, h := range have {
		switch {
		case i >= len(of) || of[i].Level != h.Level:
			diags.AddHint(diag.Untranslated, h.Place, "the original has no such heading here"+shown, hint)
			return diags, false
		case of[i].ID != h.ID:
			diags.AddHint(diag.ValueInTranslation, h.Place, `the heading is not called "#`+h.ID+`" in the original`, `take {#`+h.ID+`} away: it is "#`+of[i].ID+`" in all languages`)
		}
	}
	if len(have) < len(of) {
		diags.AddHint(diag.Untranslated, whole, `the original has one more heading, "`+of[len(have)].Text+`"`+shown, hint)
		return diags, false
	}
	return diags, true
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
		are := "are"
		if len(left) == 1 {
			are = "is"
		}
		diags = append(diags, diag.Diagnostic{
			Code: diag.Untranslated, Place: at, Message: fmt.Sprintf("%d of %s %s not translated", len(left), diag.Plural(all, "text"), are),
			Hint: "write them here below the same keys", Related: []diag.Related{{Place: left[0].Place, Note: "the first is here"}},
		})
	case len(of.body) > 0 && !hasBody:
		diags.AddHint(diag.Untranslated, at, "the text below the front matter is not translated", "write it below the second line ---")
	}
	if hash := of.hash(); from.Text != hash {
		if from.IsGiven() {
			at = from.Place
		}
		diags.AddHint(diag.OlderTranslation, at, "the original has changed since it was translated, or was never compared", `read both; then "translated `+f.Path+`" notes that they agree`)
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
	if errors, _ := diags.Count(); errors == 0 {
		diags = append(diags, checkTranslation(f, textsInConfig(c, original), replaced, true, from)...)
	}
	return &out, diags
}

func textsInConfig(c *Config, f source.File) (t texts) {
	var ignored diag.List
	itself := *c
	t.front, _ = yamldoc.Translate(f.Path, f.Data, 0, config, &itself, translatedFrom, &ignored)
	return t
}

// NoteTranslated returns the file of a translation, as it is on disk, with the note that
// it is of its original as that is now. Nothing else in it changes. It is false if either
// cannot be read.
func NoteTranslated(original, f source.File) ([]byte, bool) {
	of, ok := textsOfFile(original)
	if !ok {
		return nil, false
	}
	isPage := original.Path != ConfigPath
	if _, _, _, ok := yamldoc.SplitFront(f.Path, f.Data, new(diag.List)); isPage && !ok {
		return nil, false
	}
	end := "\n"
	if i := bytes.IndexByte(f.Data, '\n'); i > 0 && f.Data[i-1] == '\r' {
		end = "\r\n"
	}
	note := translatedFrom + ": " + of.hash() + end
	lines := bytes.SplitAfter(f.Data, []byte("\n"))
	first := 0
	if isPage {
		first = 1 // behind the line "---"
	}
	at, old := first, 0
	for i, line := range lines[first:] {
		if isPage && bytes.HasPrefix(line, []byte("---")) {
			break
		}
		if bytes.HasPrefix(line, []byte(translatedFrom+":")) {
			at, old = first+i, 1
			break
		}
	}
	return slices.Concat(bytes.Join(lines[:at], nil), []byte(note), bytes.Join(lines[at+old:], nil)), true
}

// textsOfFile are the texts of an original; it is false if it has mistakes.
func textsOfFile(original source.File) (of texts, ok bool) {
	original.Data = bytes.ReplaceAll(original.Data, []byte("\r\n"), []byte("\n"))
	var diags diag.List
	if original.Path == ConfigPath {
		var c *Config
		c, diags = ParseConfig(original)
		of = textsInConfig(c, original)
	} else {
		var p *Page
		p, diags = Parse(original, DefaultLanguage, nil)
		if p == nil || p.Front == nil {
			return texts{}, false
		}
		of = textsIn(p, original)
	}
	return of, !slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return !d.Code.IsWarning() })
}
