package content

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/citation"
	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// A Law is a reference to an authority: a citation, an authority's id, or the name that
// a law goes by of which no grammar is known here.
type Law struct {
	Citation citation.Citation
	Name     string // as it is written, if it is neither a citation nor an id
	ID       string // the citation's slug, the id, or one made of the name
	Place    diag.Place
}

var lawRef = yamldoc.Scalar("a citation or an id", func(r *yamldoc.Reader, w Words) (Law, bool) {
	switch {
	case w.Text == "":
		return Law{}, false
	case IsID(w.Text):
		return Law{ID: w.Text, Place: w.Place}, true
	case !citation.Resembles(w.Text):
		return Law{Name: w.Text, ID: idOfName(w.Text), Place: w.Place}, true
	}
	c, err := citation.Parse(w.Text)
	r.AddMistake(diag.BadCitation, w, err, `write it as "52 U.S.C. § 10307(c)", or give the id of a file in content/law/`)
	return Law{Citation: c, ID: c.Slug(), Place: w.Place}, err == nil
})

// maxIDOfName is how long an id can be that is made of a name: a file has it as its name.
const maxIDOfName = 100

// idOfName makes the id of a page of the name of a law: "Code électoral, art. L. 52-8"
// is code-electoral-art-l-52-8. If that would be too long, a number or a name that not
// every system has, or would lack letters of the name, it is made of a hash: 公職選挙法 is
// law-aebae03b.
func idOfName(name string) string {
	id := IDOf(name)
	if len(id) > maxIDOfName || source.Misnamed(id) != "" || strings.Trim(id, "0123456789") == "" || strings.ContainsFunc(unaccented(name), func(r rune) bool {
		return r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}) {
		sum := sha256.Sum256([]byte(strings.Join(strings.Fields(unaccented(name)), " ")))
		return fmt.Sprintf("law-%x", sum[:4])
	}
	return id
}
