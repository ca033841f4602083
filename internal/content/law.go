package content

import (
	"receipts/internal/citation"
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Law is a reference to an authority: a citation, or an authority's id.
type Law struct {
	Citation citation.Citation
	ID       string // the citation's slug, or the id
	Place    diag.Place
}

var lawRef = yamldoc.Scalar("a citation or an id", func(r *yamldoc.Reader, w Words) (Law, bool) {
	switch {
	case w.Text == "":
		return Law{}, false
	case IsID(w.Text):
		return Law{ID: w.Text, Place: w.Place}, true
	}
	c, err := citation.Parse(w.Text)
	r.AddMistake(diag.BadCitation, w, err, `write it as "52 U.S.C. § 10307(c)", or give the id of a file in content/law/`)
	return Law{Citation: c, ID: c.Slug(), Place: w.Place}, err == nil
})
