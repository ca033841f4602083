package site

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// References to one kind of thing, and what is said of an id that leads to nothing
// of that kind.

func (l *linker) entity(id string, at diag.Place) *Entity {
	return find(l, l.entities[id], id, at, "a person or an organization", func() ([]string, string) {
		return keys(l.entities), "add content/people/" + id + ".md or content/organizations/" + id + `.md, or write words with a space, such as "a voter"`
	})
}

func (l *linker) question(id string, at diag.Place) *Question {
	return find(l, l.questions[id], id, at, "a legal question", func() ([]string, string) {
		return keys(l.questions), "add content/legal/" + id + ".md"
	})
}

func (l *linker) article(id string, at diag.Place) *Article {
	return find(l, l.articles[id], id, at, "an article", func() ([]string, string) {
		return keys(l.articles), "articles have their ids from the files in content/articles/"
	})
}

func (l *linker) law(ref content.Law) *Authority {
	id, a := ref.ID, l.lawOf(ref)
	switch n := l.nodes[id]; {
	case a == nil && n != nil && ref.Name != "":
		l.diags.AddHint(diag.LawWithoutID, ref.Place, `"`+ref.Name+`" can have no page of its own name: "`+id+`" is `+n.Kind.withArticle(),
			"describe it in a file of content/law/ with a name of your choice, whose cite is this name")
		return nil
	case n == nil && l.mayExist(id):
		return nil
	}
	return find(l, a, id, ref.Place, "an authority", func() ([]string, string) {
		return keys(l.authorities), "add content/law/" + id + `.md, or write the citation itself, such as "Code électoral, art. L. 52-8" or "52 U.S.C. § 10307(c)"`
	})
}

func (l *linker) laterOf(id string, at diag.Place) *Later {
	var x *Later
	if i := slices.IndexFunc(l.Later, func(x *Later) bool { return x.ID == id }); i >= 0 {
		x = l.Later[i]
	}
	return find(l, x, id, at, "a later development", func() ([]string, string) {
		var ids []string
		for _, x := range l.Later {
			ids = append(ids, x.ID)
		}
		return ids, "add content/later/" + id + ".md"
	})
}

func (l *linker) fact(id string, at diag.Place) *Fact {
	if l.nodes[id] == nil && l.mayExist(id) {
		return nil
	}
	return find(l, l.factOf(id), id, at, "a fact", func() ([]string, string) {
		ids := make([]string, 0, len(l.Facts))
		for _, f := range l.Facts {
			ids = append(ids, f.ID)
		}
		slices.Sort(ids)
		return ids, factHint
	})
}

const factHint = `facts have their ids from "fact:" in articles`

// find returns x, the thing of one kind that has the id, or nil. If x is nil it
// reports that nothing has the id, or something of another kind; an empty id was
// reported when it was read. suggest is called only for the message.
func find[T any](l *linker, x *T, id string, at diag.Place, want string, suggest func() (candidates []string, otherwise string)) *T {
	if x != nil || id == "" {
		return x
	}
	if n := l.nodes[id]; n != nil {
		l.wrongKind(n, at, want, "")
	} else {
		candidates, otherwise := suggest()
		l.unknown(id, at, candidates, otherwise)
	}
	return nil
}

// unknown reports an id that leads nowhere; otherwise is the hint if no
// candidate is near.
func (l *linker) unknown(id string, at diag.Place, candidates []string, otherwise string) {
	if draft, ok := l.drafts[id]; ok {
		message := `"` + id + `" is a draft`
		if draft != id {
			message = `"` + id + `" is only reported by a draft, ` + draft
		}
		l.diags.AddHint(diag.UnknownID, at, message, "build with -drafts, or take the draft mark away")
		return
	}
	if a := l.byOldID[id]; a != nil {
		l.diags.AddHint(diag.UnknownID, at, `"`+id+`" is called "`+a.Node.ID+`" now`, `write "`+a.Node.ID+`"`)
		return
	}
	l.diags.AddHint(diag.UnknownID, at, `nothing has the id "`+id+`"`, cmp.Or(diag.DidYouMean(id, candidates), otherwise))
}

// wrongKind reports an id that is not of the kind that is wanted.
func (l *linker) wrongKind(n *Node, at diag.Place, want, hint string) {
	d := diag.Diagnostic{
		Code: diag.WrongKindOfID, Place: at,
		Message: `"` + n.ID + `" is ` + n.Kind.withArticle() + ", not " + want, Hint: hint,
	}
	if n.Page != nil {
		d.Related = []diag.Related{{Place: n.Page.Place, Note: "it is this file"}}
	}
	l.diags = append(l.diags, d)
}

// mayExist reports whether an unknown id may come from what could not be read:
// a fact from an article, an authority, whose id nearly always has a number, from a
// citation in any file.
func (l *linker) mayExist(id string) bool {
	return l.Partial || l.Unread && strings.ContainsAny(id, "0123456789")
}

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
