package content

import (
	"bytes"
	"regexp"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// Places that are still to be filled in. A file with such a place has no other mistakes,
// since they would follow from it. But an article that is a draft may have them for a
// while: what is filled in takes part, so that an author sees it. A report in which a
// place is left takes no part, nor does an article whose source is not told yet. The desk
// shows them all the same.

// ToFill is what the files of "new" and "draft" say where the author has to write.
const ToFill = "FILL IN"

// checkFilled reports the places of a form that are still to be filled in. It returns
// the text that can be read besides them, nil if there is none. Of an article it reads
// what it says with them, too.
func (p *Page) checkFilled(f source.File, diags *diag.List) []byte {
	places := unfilledPlaces(f)
	if len(places) == 0 || p.Kind == GuideKind { // chapters tell of them
		return f.Data
	}
	start, end, _, ok := yamldoc.SplitFront(f.Path, f.Data, new(diag.List))
	var unread diag.List
	if p.Kind == ArticleKind && ok {
		p.Begun, _ = fronts[p.Kind].read(f.Path, f.Data[:end], start, p.Regions, &unread).(*Article)
	}
	if p.Kind != ArticleKind || !ok || !saysDraft.Match(f.Data[start:end]) {
		for _, p := range places {
			diags.Add(diag.Unfilled, p, "this place is still to be filled in")
		}
		return nil
	}
	diags.AddHint(diag.UnfilledDraft, places[0], "this draft has "+diag.Plural(len(places), "place")+" to fill in; this is the first",
		"reports in which one is left take no part yet")
	rest := withoutUnfilled(f.Data, start, end)
	if rest == nil && p.Begun == nil {
		*diags = append(*diags, unread...)
	}
	return rest
}

// IsBegun reports whether p is a draft whose source is not told yet. It takes no part in a
// site, and Front is nil.
func (p *Page) IsBegun() bool { return p.Front == nil && p.Begun != nil && p.Begun.Draft }

// Told is a text of an article that was begun; "" if it is still to be filled in.
func Told(w Words) string {
	if strings.Contains(w.Text, ToFill) {
		return ""
	}
	return w.Text
}

var saysDraft = regexp.MustCompile(`(?m)^draft:[ \t]+true(?:[ \t]+#.*|[ \t]*)\r?$`)

func unfilledPlaces(f source.File) (places []diag.Place) {
	for pos := 0; ; {
		i := bytes.Index(f.Data[pos:], []byte(ToFill))
		if i < 0 {
			return places
		}
		start := pos + i
		end := start + bytes.IndexAny(append(f.Data[start:len(f.Data):len(f.Data)], '\n'), "\n\"")
		places = append(places, diag.Place{File: f.Path, Start: start, End: end})
		pos = end
	}
}

// withoutUnfilled puts blanks in place of the items of lists in which a place is left,
// and of a list of nothing else, in the front matter from start to end. It is nil if
// another value of the article is left, but for its title and its summary.
func withoutUnfilled(data []byte, start, end int) []byte {
	out := bytes.Clone(data)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	keys := append(topKey.FindAllSubmatchIndex(data[start:end], -1), []int{end - start})
	for i, m := range keys[:len(keys)-1] {
		from, to := start+m[0], start+keys[i+1][0]
		if !bytes.Contains(data[from:to], []byte(ToFill)) {
			continue
		}
		key := string(data[start+m[2] : start+m[3]])
		items := append(listItem.FindAllIndex(data[from:to], -1), []int{to - from})
		switch {
		case key == "title", key == "summary":
			continue
		case len(items) == 1:
			return nil
		}
		left := len(items) - 1
		for k, item := range items[:left] {
			if a, b := from+item[0], from+items[k+1][0]; bytes.Contains(data[a:b], []byte(ToFill)) {
				blank(a, b)
				left--
			}
		}
		if left == 0 {
			blank(from, to)
		}
	}
	return out
}

var (
	topKey   = regexp.MustCompile(`(?m)^([a-z_]+):`)
	listItem = regexp.MustCompile(`(?m)^ {0,2}- `)
)
