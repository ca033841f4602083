// Package rename gives something of a site another id: in the name of its file, in
// each value and each reference that names it, and among its aliases.
//
// What goes in is a Site without mistakes, the bytes of its files and the two ids;
// what comes out are the files as they should be. Every other byte stays as it is.
// The package reads and writes no file.
package rename

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/site"
	"receipts/internal/source"
)

// Input is a site with an id to be renamed.
type Input struct {
	Site     *site.Site                        // with its drafts
	Others   []*site.Site                      // its editions in other languages
	Reviews  *checked.Reviews                  // nil if nothing of it is signed
	Read     func(path string) ([]byte, error) // a file as it is on disk
	Old, New string
}

// An edit puts text in the place of some bytes of a file.
type edit struct {
	start, end int
	text       string
}

// A renaming is what is edited so far.
type renaming struct {
	Input
	node  *site.Node
	edits map[string][]edit // by path
	texts map[string][]byte // the files, with lines that end in LF
	disk  map[string][]byte // as they are
}

// Files returns the files that change, but for the locks. A [diag.Mistake] says why the
// id cannot be renamed.
func (in Input) Files() (Changes, error) {
	n, err := in.check()
	if err != nil {
		return nil, err
	}
	r := &renaming{in, n, map[string][]edit{}, map[string][]byte{}, map[string][]byte{}}
	for _, s := range append([]*site.Site{in.Site}, in.Others...) {
		if err := r.edition(s); err != nil {
			return nil, err
		}
	}
	if err := r.alias(); err != nil {
		return nil, err
	}
	out := Changes{}
	for file, edits := range r.edits {
		out[file] = apply(r.disk[file], edits)
	}
	r.noteTranslated(out)
	if signed := in.Reviews.File().Renamed(in.item).Bytes(); signed != nil {
		out[checked.Path] = signed
	}
	if n.Page != nil {
		for _, from := range r.filesOf(n.Page.Path) {
			rest := strings.TrimPrefix(path.Base(from), in.Old)
			data := out[from]
			if data == nil {
				data = r.disk[from] // which nothing names
			}
			out[path.Join(path.Dir(from), in.New+rest)], out[from] = data, nil
		}
	}
	return out, nil
}

// edition notes what names the id in the files of an edition: of the first one, the
// originals, and of another its translations.
func (r *renaming) edition(s *site.Site) error {
	if err := r.file(r.fileIn(s, content.ConfigPath), "/", s.Config.Docs()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, n := range s.Nodes() {
		if n.Page == nil || !s.IsFirst() && n.Page.Translation == "" {
			continue
		}
		if err := r.file(r.fileIn(s, n.Page.Path), n.Path, n.Page.Texts); err != nil {
			return err
		}
	}
	return nil
}

// fileIn is the file in which an edition has its words for one of content/.
func (r *renaming) fileIn(s *site.Site, file string) string {
	if s.IsFirst() {
		return file
	}
	return content.TranslationPath(file, s.Lang)
}

// filesOf are a file and its translations.
func (r *renaming) filesOf(file string) []string {
	all := []string{file}
	for _, s := range r.Others {
		if t := content.TranslationPath(file, s.Lang); r.disk[t] != nil {
			all = append(all, t)
		}
	}
	return all
}

// noteTranslated lets each translation that was noted to be of its original say that it
// still is: a new id is no new word.
func (r *renaming) noteTranslated(out Changes) {
	now := func(file string) source.File {
		if data := out[file]; data != nil {
			return source.File{Path: file, Data: data}
		}
		return source.File{Path: file, Data: r.disk[file]}
	}
	for _, file := range slices.Sorted(maps.Keys(r.disk)) {
		original, lang := content.TranslationOf(file)
		if lang == "" || out[file] == nil && out[original] == nil {
			continue
		}
		before, ok := content.NoteTranslated(source.File{Path: original, Data: r.disk[original]}, source.File{Path: file, Data: r.disk[file]})
		if !ok || !bytes.Equal(before, r.disk[file]) {
			continue
		}
		if noted, ok := content.NoteTranslated(now(original), now(file)); ok && !bytes.Equal(noted, r.disk[file]) {
			out[file] = noted
		}
	}
}

// check returns what is renamed.
func (in Input) check() (*site.Node, error) {
	refuse := func(message, hint string) (*site.Node, error) { return nil, diag.Wrong(0, 0, message, hint) }
	if !content.IsID(in.New) {
		return refuse(`"`+in.New+`" cannot be an id`, cmp.Or(source.Misnamed(content.IDOf(in.New)), "use lower-case letters, digits and single hyphens, such as daily-award"))
	}
	var ids []string
	for _, n := range in.Site.Nodes() {
		ids = append(ids, n.ID)
	}
	i := slices.Index(ids, in.Old)
	if i < 0 {
		return refuse(`nothing has the id "`+in.Old+`"`, diag.DidYouMean(in.Old, ids))
	}
	n := in.Site.Nodes()[i]
	taken := in.Site.Named(in.New)
	switch {
	case n.Kind == site.StateNode:
		return refuse(`"`+in.Old+`" is a state, whose id the list of regions gives`, "")
	case n.Kind == site.AuthorityNode && in.Site.Authority(in.Old).Citation.Slug() != "":
		return refuse(`the id of "`+in.Old+`" follows from its citation`, "correct the citation, and give its file the name that the message says")
	case n.IsLookedFor():
		return refuse(`"`+in.Old+`" is a page that the site itself looks for under this id`, "")
	case taken != nil:
		return refuse(`"`+in.New+`" is already the id of the `+string(taken.Kind)+" "+taken.Title, "choose another id")
	}
	return n, nil
}

// file notes what names the id in a file, whose page is at an address and has these
// texts.
func (r *renaming) file(file, at string, docs []*markdown.Doc) error {
	data, err := r.Read(file)
	if err != nil {
		return err
	}
	text := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	r.disk[file], r.texts[file] = data, text
	content.EachName(source.File{Path: file, Data: text}, func(id content.Words) { r.id(id.Text, id.Place) })
	for _, d := range docs {
		for _, ref := range d.Refs() {
			if ref.Place.File != file {
				continue // a text without translation
			}
			r.id(ref.ID, ref.Place)
			if n := r.Site.Named(ref.ID); r.isAnchor(n, ref.Fragment) {
				r.put(ref.FragmentPlace, r.New+ref.Fragment[len(r.Old):])
			}
		}
		for _, link := range d.Links() {
			if link.Place.File == file {
				r.link(link, at)
			}
		}
	}
	return nil
}

// id renames an id where it stands.
func (r *renaming) id(id string, at diag.Place) {
	if id == r.Old {
		r.put(at, r.New)
	}
}

func (r *renaming) put(at diag.Place, text string) {
	r.edits[at.File] = append(r.edits[at.File], edit{at.Start, at.End, text})
}

// isAnchor reports whether a part of the page of n is named after the id: the report of
// an article that is renamed.
func (r *renaming) isAnchor(n *site.Node, part string) bool {
	return n != nil && n.Fact() != nil && slices.ContainsFunc(n.Fact().Reports, func(rep *site.Report) bool {
		return rep.Article.ID == r.Old && rep.Anchor == part
	})
}

// link renames the id in the address of an ordinary link, which ends in it.
func (r *renaming) link(link markdown.Link, at string) {
	n, part := r.Site.Linked(link.Dest, at)
	if n == nil {
		return
	}
	written := string(r.texts[link.Place.File][link.Place.Start:link.Place.End])
	address, rest, _ := strings.Cut(written, "#")
	if i := strings.LastIndex(address, r.Old); n.ID == r.Old && i >= 0 {
		start := link.Place.Start + i
		r.put(diag.Place{File: link.Place.File, Start: start, End: start + len(r.Old)}, r.New)
	}
	if r.isAnchor(n, part) && strings.HasPrefix(rest, r.Old) {
		start := link.Place.Start + len(address) + 1
		r.put(diag.Place{File: link.Place.File, Start: start, End: start + len(r.Old)}, r.New)
	}
}

// apply edits a file, the edits of which count a line's end as one byte. Lines that are
// added end as its first one does.
func apply(data []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	edits = slices.Compact(edits)
	end := "\n"
	if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
		end = "\r\n"
	}
	var out bytes.Buffer
	done, plain := 0, 0 // bytes of data, and of it with lines that end in LF
	until := func(offset int) []byte {
		from := done
		for ; plain < offset; plain++ {
			if data[done] == '\r' && done+1 < len(data) && data[done+1] == '\n' {
				done++
			}
			done++
		}
		return data[from:done]
	}
	for _, e := range edits {
		out.Write(until(e.start))
		until(e.end)
		out.WriteString(strings.ReplaceAll(e.text, "\n", end))
	}
	out.Write(data[done:])
	return out.Bytes()
}
