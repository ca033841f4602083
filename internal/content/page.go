// Package content turns one file of content/ into one [Page]: typed front
// matter, with the place of every value, and a parsed body. It is the schema of
// the site: which keys a front matter has, and what each may be. Each kind of
// front matter, and each thing in one, is a table of keys in the file of its name;
// package yamldoc reads by it.
//
// What goes in is a file's path and bytes; what comes out is a Page and the
// mistakes in that file. Parse reads no other file: package site checks whether an
// id exists, package proof whether a quote carries its figure. Pages never change
// once made.
package content

import (
	"path"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/region"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
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
	TextKind         Kind = "pages"
	GuideKind        Kind = "guide"
	LaterKind        Kind = "later"
	TopicKind        Kind = "topics"
)

// Kinds lists all kinds in the order of the site's sections.
var Kinds = []Kind{
	ArticleKind, FactKind, TopicKind, PersonKind, OrganizationKind, QuestionKind, LaterKind,
	AuthorityKind, StateKind, TermKind, TextKind, GuideKind,
}

// ConfigPath is the one file of content/ that is no page.
const ConfigPath = "content/site.yaml"

// A Page is one file of content/.
type Page struct {
	Kind  Kind
	ID    string // the file's stem
	Path  string
	Lang  string     // BCP 47, of what it was written in
	Place diag.Place // of the front matter's first line

	Regions *region.Set // of the site

	Body *markdown.Doc

	// Translation is the language of the words that have been put in place of those of
	// the file; empty if none have.
	Translation string

	// PartlyTranslated says that some of its words are still those of the original.
	PartlyTranslated bool

	// BodyFile is the file that the body stands in, the page's own or its translation.
	BodyFile string

	Texts []*markdown.Doc // of the page that refer to anything: the body first

	// Front is what the front matter says: *Article, *Fact, *Entity,
	// *Question, *Later, *Topic, *Authority, *State, *Term or *TextPage. It is nil if the front
	// matter could not be read at all; the page still counts, so that links to it
	// are not reported too.
	Front any

	// Begun is the front matter of an article with the places in it that are still to be
	// filled in, as far as it can be read; nil of all else.
	Begun *Article

	// Halved says that a merge has left two versions of some lines in the file, of
	// which the first is read: what others refer to may stand in the second.
	Halved bool
}

// DefaultRegions are those of a site that names none.
var DefaultRegions = defaultRegions.Set

// Parse reads one file below content/, whose words are in a language, of a site with
// some regions. Without them (nil) any code is one. The page is nil if its kind or its
// id does not follow from the path.
func Parse(f source.File, lang string, regions *region.Set) (*Page, diag.List) {
	var diags diag.List
	whole := diag.Place{File: f.Path}
	rest := strings.TrimPrefix(f.Path, "content/")
	folder, name, ok := strings.Cut(rest, "/")
	if !ok || strings.Contains(name, "/") || path.Ext(name) != ".md" {
		diags.AddHint(diag.UnknownFolder, whole, "nothing is made from this file",
			"pages are Markdown files (NAME.md) in "+folderList())
		return nil, diags
	}
	kind := Kind(folder)
	if !slices.Contains(Kinds, kind) {
		hint := diag.DidYouMean(folder, folderNames())
		if hint == "" {
			hint = "the folders of content/ are " + folderList()
		}
		diags.AddHint(diag.UnknownFolder, whole, `unknown folder "content/`+folder+`"`, hint)
		return nil, diags
	}
	stem := strings.TrimSuffix(name, ".md")
	if !IsID(stem) {
		// The page still counts under the name it should have, so that links
		// to it are not reported too.
		message := `the name "` + name + `" cannot be an id: ids are lower-case letters, digits and single hyphens`
		if stem = IDOf(stem); stem == "" {
			diags.Add(diag.BadFileName, whole, message)
			return nil, diags
		}
		diags.AddHint(diag.BadFileName, whole, message, `rename it to "`+stem+`.md"`)
	}

	p := &Page{Kind: kind, ID: stem, Path: f.Path, Lang: lang, Regions: regions, BodyFile: f.Path, Place: diag.Place{File: f.Path, End: min(3, len(f.Data))}}
	if !yamldoc.CheckBytes(f.Path, f.Data, &diags) {
		return p, diags
	}
	data := p.checkFilled(f, &diags)
	if data == nil {
		return p, diags
	}
	before := len(diags)
	text, start, end, body, ok := splitVersion(f.Path, data, &diags)
	p.Halved = slices.ContainsFunc(diags[before:], func(d diag.Diagnostic) bool { return d.Code == diag.Conflict })
	if !ok {
		return p, diags
	}
	p.Front = fronts[kind].read(f.Path, text[:end], start, regions, &diags)
	if a, ok := p.Front.(*Article); ok {
		a.Source.Ours = lang
	}
	diags = append(diags, p.parseBody(f.Path, text, body, nil)...)
	p.Texts = textsOf(p)
	return p, diags
}

// splitVersion is [yamldoc.SplitFront] of the first of two versions that a merge has left.
// That there is no front matter is not reported then: its lines may be among those of
// the merge.
func splitVersion(file string, data []byte, diags *diag.List) (text []byte, start, end, body int, ok bool) {
	before := len(*diags)
	text = yamldoc.FirstVersion(file, data, diags)
	isHalved := len(*diags) > before
	var unsplit diag.List
	if start, end, body, ok = yamldoc.SplitFront(file, text, &unsplit); !isHalved {
		*diags = append(*diags, unsplit...)
	}
	return text, start, end, body, ok
}

// parseBody parses what stands behind the front matter in a file of p; of a translation
// with the headings of the original.
func (p *Page) parseBody(file string, text []byte, start int, anchors []markdown.Heading) (diags diag.List) {
	opt := markdown.Options{Start: start, Anchors: anchors}
	switch p.Kind {
	case FactKind, TermKind, LaterKind:
		opt.IDPrefix, opt.NoHeadings = p.ID+"-", true
	}
	p.Body, diags = markdown.Parse(file, text[start:], opt)
	return diags
}

func folderNames() []string {
	var names []string
	for _, k := range Kinds {
		names = append(names, string(k))
	}
	return names
}

func folderList() string { return strings.Join(folderNames(), ", ") }
