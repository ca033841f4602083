package proof

import (
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// A text was read, or it was not: an address that is marked as read in one place is
// not "unverified" in another. What we infer from a text is a mark of its own and goes
// with both.

// checkMarks compares the marks of each address on the whole site. Where they differ,
// the place that says less is reported.
func (p *Proof) checkMarks() (diags diag.List) {
	read := map[string]diag.Place{}
	each := func(f func(url content.Words, mark content.Mark)) {
		for _, n := range p.Site.Nodes() {
			if n.Page != nil {
				content.EachSource(n.Page.Front, func(url content.Words, mark content.Mark) {
					if url.Text != "" {
						f(url, mark)
					}
				})
			}
		}
	}
	each(func(url content.Words, mark content.Mark) {
		if _, ok := read[sameAddress(url.Text)]; !ok && mark == content.Verified {
			read[sameAddress(url.Text)] = url.Place
		}
	})
	each(func(url content.Words, mark content.Mark) {
		if at, ok := read[sameAddress(url.Text)]; ok && mark == content.Unverified {
			diags = append(diags, diag.Diagnostic{
				Code: diag.TwoMarks, Place: url.Place,
				Message: "this address is marked as read elsewhere, and not here",
				Hint:    `add "mark: verified" if the text says this too; otherwise say in words what was not read`,
				Related: []diag.Related{{Place: at, Note: "it is marked as read here"}},
			})
		}
	})
	return diags
}

// sameAddress is an address without what leads to the same text with or without it.
func sameAddress(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
