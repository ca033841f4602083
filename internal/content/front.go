package content

import (
	"receipts/internal/diag"
	"receipts/internal/region"
	"receipts/internal/yamldoc"
)

// A front is how the front matter of one kind of page is read.
type front struct {
	form *yamldoc.Form
	// read returns a pointer to what is read, or nil.
	read func(file string, src []byte, start int, regions *region.Set, diags *diag.List) any
	// translate returns a copy of what was read, in the words of a translation, with the
	// texts that have been replaced and what the translation says that it is of.
	translate func(original any, file string, src []byte, start int, diags *diag.List) (front any, replaced []Words, from Words)
}

func frontOf[T any](t yamldoc.Type[T]) front {
	read := func(file string, src []byte, start int, regions *region.Set, diags *diag.List) any {
		v := new(T)
		if !yamldoc.Read(file, src, start, t, v, regions, diags) {
			return nil
		}
		return v
	}
	translate := func(original any, file string, src []byte, start int, diags *diag.List) (any, []Words, Words) {
		v := *original.(*T)
		replaced, from := yamldoc.Translate(file, src, start, t, &v, translatedFrom, diags)
		return &v, replaced, from
	}
	return front{t.Form, read, translate}
}

var fronts = map[Kind]front{
	ArticleKind:      frontOf(article),
	FactKind:         frontOf(fact),
	PersonKind:       frontOf(person),
	OrganizationKind: frontOf(organization),
	QuestionKind:     frontOf(question),
	AuthorityKind:    frontOf(authority),
	LaterKind:        frontOf(laterDevelopment),
	TopicKind:        frontOf(topic),
	StateKind:        frontOf(state),
	TermKind:         frontOf(term),
	TextKind:         frontOf(textPage),
	GuideKind:        frontOf(chapter),
}

// Forms gives what may be written in the front matter of each kind, by the name
// of the kind, and in the site file, by its path.
func Forms() map[string]*yamldoc.Form {
	forms := map[string]*yamldoc.Form{ConfigPath: config.Form}
	for kind, f := range fronts {
		forms[string(kind)] = f.form
	}
	return forms
}
