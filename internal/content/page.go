// Package content turns one file of content/ into one [Page]: typed front
// matter, with the place of every value, and a parsed body. It is the only
// package that knows YAML.
//
// What goes in is a file's path and bytes; what comes out is a Page and the
// mistakes in that file. Parse looks at no other file: whether an id exists is
// for package site to say. Pages never change once made.
package content

import (
	"path"
	"regexp"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/source"
)

// A Kind says which folder of content/ a page comes from.
type Kind string

// The kinds of pages, named as their folders.
const (
	ArticleKind      Kind = "articles"
	FactKind         Kind = "facts"
	PersonKind       Kind = "people"
	OrganizationKind Kind = "organizations"
	QuestionKind     Kind = "legal"
	AuthorityKind    Kind = "law"
	StateKind        Kind = "states"
	TermKind         Kind = "glossary"
	ProseKind        Kind = "pages"
	GuideKind        Kind = "guide"
)

// Kinds lists all kinds in the order of the site's sections.
var Kinds = []Kind{
	ArticleKind, FactKind, PersonKind, OrganizationKind, QuestionKind,
	AuthorityKind, StateKind, TermKind, ProseKind, GuideKind,
}

// ConfigPath is the one file of content/ that is no page.
const ConfigPath = "content/site.yaml"

// A Page is one file of content/.
type Page struct {
	Kind  Kind
	ID    string // the file's stem
	Path  string
	Place diag.Place // of the front matter's first line
	Body  *markdown.Doc

	Texts []*markdown.Doc // of the page that refer to anything: the body first

	// Front is what the front matter says: *Article, *Fact, *Entity,
	// *Question, *Authority, *State, *Term or *Prose. It is nil if the front
	// matter could not be read at all; the id still counts as taken, so that
	// one mistake is not reported again at every link.
	Front any
}

// IsID reports whether s has the form of an id: lower-case words of letters
// and digits, joined by hyphens.
func IsID(s string) bool {
	between := true // where a hyphen has to wait for a letter
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			between = false
		case c == '-' && !between:
			between = true
		default:
			return false
		}
	}
	return !between
}

// Parse reads one file below content/. The page is nil if the file's name or
// folder says nothing about what it is.
func Parse(f source.File) (*Page, diag.List) {
	var diags diag.List
	start := diag.Place{File: f.Path}
	rest := strings.TrimPrefix(f.Path, "content/")
	folder, name, ok := strings.Cut(rest, "/")
	if !ok || strings.Contains(name, "/") || path.Ext(name) != ".md" {
		diags.AddHint(diag.UnknownFolder, start, "nothing is made from this file",
			"pages are Markdown files (NAME.md) in "+folderList())
		return nil, diags
	}
	kind, ok := kindOf(folder)
	if !ok {
		hint := diag.DidYouMean(folder, folderNames())
		if hint == "" {
			hint = "the folders of content/ are " + folderList()
		}
		diags.AddHint(diag.UnknownFolder, start, `unknown folder "content/`+folder+`"`, hint)
		return nil, diags
	}
	stem := strings.TrimSuffix(name, ".md")
	if base, lang, ok := strings.Cut(stem, "."); ok && IsID(base) && len(lang) <= 3 {
		diags.AddHint(diag.NoTranslations, start, `translations such as "`+name+`" are not built yet`,
			"keep the file outside content/ until then")
		return nil, diags
	}
	if !IsID(stem) {
		// The page still counts under the name it should have, so that links
		// to it are not reported too.
		message := `the name "` + name + `" cannot be an id: ids are lower-case letters, digits and single hyphens`
		if stem = kebab(stem); stem == "" {
			diags.Add(diag.BadFileName, start, message)
			return nil, diags
		}
		diags.AddHint(diag.BadFileName, start, message, `rename it to "`+stem+`.md"`)
	}

	p := &Page{Kind: kind, ID: stem, Path: f.Path, Place: diag.Place{File: f.Path, End: min(3, len(f.Data))}}
	if !checkBytes(f, &diags) || !checkFilled(f, &diags) {
		return p, diags
	}
	front, body, ok := splitFront(f, &diags)
	if !ok {
		return p, diags
	}
	p.Front = parseFront(kind, f, front, &diags)
	opt := markdown.Options{Start: len(f.Data) - len(body)}
	switch kind {
	case FactKind, TermKind:
		opt.IDPrefix, opt.NoHeadings = stem+"-", true
	}
	doc, more := markdown.Parse(f.Path, body, opt)
	p.Body = doc
	diags = append(diags, more...)
	p.Texts = textsOf(p)
	return p, diags
}

func parseFront(kind Kind, f source.File, front matter, diags *diag.List) any {
	r := newReader(f.Path, f.Data, front, diags)
	root, ok := r.root()
	if !ok {
		return nil
	}
	switch kind {
	case ArticleKind:
		return r.article(root)
	case FactKind:
		return r.fact(root)
	case PersonKind:
		return r.entity(root, false)
	case OrganizationKind:
		return r.entity(root, true)
	case QuestionKind:
		return r.question(root)
	case AuthorityKind:
		return r.authority(root)
	case StateKind:
		return r.state(root)
	case TermKind:
		return r.term(root)
	case ProseKind:
		return r.prose(root, false)
	default:
		return r.prose(root, true)
	}
}

func kindOf(folder string) (Kind, bool) {
	for _, k := range Kinds {
		if string(k) == folder {
			return k, true
		}
	}
	return "", false
}

func folderNames() []string {
	var names []string
	for _, k := range Kinds {
		names = append(names, string(k))
	}
	return names
}

func folderList() string { return strings.Join(folderNames(), ", ") }

var notKebab = regexp.MustCompile(`[^a-z0-9]+`)

func kebab(s string) string {
	return strings.Trim(notKebab.ReplaceAllString(strings.ToLower(s), "-"), "-")
}
