package content

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// Words is a text as the author typed it, and where.
type Words = yamldoc.Words

// A Ref is an id that must exist, which package site checks.
type Ref = Words

// IsID reports whether s can be an id: it has the form of one, and every system can hold
// a file of that name.
func IsID(s string) bool { return isKebab(s) && source.Misnamed(s) == "" }

// isKebab reports whether s is lower-case words of letters and digits, joined by hyphens.
func isKebab(s string) bool {
	between := true // whether a letter or digit must follow
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

var (
	notKebab = regexp.MustCompile(`[^a-z0-9]+`)
	accent   = regexp.MustCompile(`\p{M}+`)
	// apart are letters of names that have no decomposition in Unicode.
	apart = strings.NewReplacer("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i", "þ", "th", "ð", "d")
)

// IDOf makes an id of a name: "José Bové" is "jose-bove". It is empty if the name has
// no letter or digit of ours.
func IDOf(s string) string {
	return strings.Trim(notKebab.ReplaceAllString(unaccented(s), "-"), "-")
}

// unaccented is s in small letters without accents, with letters of ours where it can be.
func unaccented(s string) string {
	return accent.ReplaceAllString(norm.NFKD.String(apart.Replace(strings.ToLower(s))), "")
}

// ref is an id.
var ref = unbracketed("an id", func(r *yamldoc.Reader, w Words) (Ref, bool) {
	if w.Text != "" && !IsID(w.Text) {
		k := IDOf(w.Text)
		hint := source.Misnamed(k)
		if hint == "" && k != "" {
			hint = `write "` + k + `"`
		}
		if isKebab(w.Text) {
			r.AddHint(diag.BadFileName, w.Place, `"`+w.Text+`" cannot be an id, since ids are names of files`, hint)
		} else {
			r.AddHint(diag.UnknownID, w.Place, `"`+w.Text+`" is not an id: ids are lower-case letters, digits and single hyphens`, hint)
		}
		w.Text = ""
	}
	return w, w.Text != ""
}).Matching(IDPattern)

// IDPattern is the form of ids, as a regular expression.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

// factID is the id that a report gives its fact. A text that is no id is made one,
// so that links to the fact are not reported too.
var factID = ref.Then(func(_ *yamldoc.Reader, w *Ref, n yamldoc.Node) {
	if w.Text != "" {
		return
	}
	if id := IDOf(n.Text()); IsID(id) {
		w.Text = id
	}
})

// unbracketed is a type of a text that may be an id. An id in the brackets of a link
// is a mistake.
func unbracketed[V any](what string, read func(*yamldoc.Reader, Words) (V, bool)) yamldoc.Type[V] {
	scalar := yamldoc.Scalar(what, read)
	return yamldoc.Custom(scalar.Form, func(r *yamldoc.Reader, v *V, n yamldoc.Node) bool {
		if id := n.InBrackets(); IsID(id) {
			r.AddHint(diag.UnquotedLink, r.Place(n), "an id stands here without brackets", "write "+id)
			*v, _ = read(r, Words{Place: r.Place(n)})
			return false
		}
		return scalar.Read(r, v, n)
	})
}
