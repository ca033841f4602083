package rename

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// alias makes the old id an alias of what is renamed: in its file or, if it has none,
// in the first report of it. The new id is no alias any more.
func (r *renaming) alias() error {
	for _, a := range r.Site.Aliases() {
		if a.ID == r.New && a.Node == r.node {
			r.put(a.Place, r.Old)
			return nil
		}
	}
	place, file, before := r.list()
	if before != nil {
		r.addTo(*before)
		return nil
	}
	text := r.texts[file]
	added := "aliases: [" + r.Old + "]"
	switch {
	case r.node.Page != nil:
		added += "\n"
	case isInBraces(text[place:]):
		added = ", " + added
	default: // below the id, in line with the first key
		first := r.node.Fact().Reports[0].Place.Start
		added = "\n" + strings.Repeat(" ", first-bytes.LastIndexByte(text[:first], '\n')-1) + added
		place += bytes.IndexByte(text[place:], '\n')
	}
	r.put(diag.Place{File: file, Start: place, End: place}, added)
	return nil
}

// list is where aliases are added: behind the last one that there is in the file, or
// else at a place.
func (r *renaming) list() (place int, file string, last *content.Words) {
	if p := r.node.Page; p != nil {
		text := r.texts[p.Path]
		_, place, _, _ = yamldoc.SplitFront(p.Path, text, new(diag.List))
		if front, ok := p.Front.(interface{ Former() []content.Words }); ok && len(front.Former()) > 0 {
			last = &front.Former()[len(front.Former())-1]
		}
		return place, p.Path, last
	}
	links := r.node.Fact().Reports[0].Links
	if n := len(links.Aliases); n > 0 {
		last = &links.Aliases[n-1]
	}
	at := links.Fact.Place
	place, text := at.End, r.texts[at.File]
	if place < len(text) && (text[place] == '"' || text[place] == '\'') {
		place++
	}
	return place, at.File, last
}

// addTo adds an alias behind another one, as that is written: in brackets, as an item
// of its own line, or alone.
func (r *renaming) addTo(last content.Words) {
	text := r.texts[last.Place.File]
	start, end := last.Place.Start, last.Place.End
	if quote := text[start-1]; quote == '"' || quote == '\'' {
		start, end = start-1, end+1
	}
	line := text[bytes.LastIndexByte(text[:start], '\n')+1 : start]
	put := func(at int, added string) { r.put(diag.Place{File: last.Place.File, Start: at, End: at}, added) }
	switch {
	case len(bytes.Trim(line, " -")) == 0 && bytes.Contains(line, []byte("-")):
		put(end+bytes.IndexByte(text[end:], '\n'), "\n"+string(line)+r.Old)
	case isInBrackets(text[:start]):
		put(end, ", "+r.Old)
	default:
		put(start, "[")
		put(end, ", "+r.Old+"]")
	}
}

// isInBraces reports whether the value before text stands in a mapping in braces: another
// key, or the end of the mapping, follows it.
func isInBraces(text []byte) bool {
	rest := bytes.TrimSpace(text)
	return bytes.HasPrefix(rest, []byte(",")) || bytes.HasPrefix(rest, []byte("}"))
}

// isInBrackets reports whether a list in brackets is open at the end of text.
func isInBrackets(text []byte) bool {
	from := bytes.LastIndex(text, []byte("aliases:"))
	return from >= 0 && bytes.IndexByte(text[from:], '[') >= 0
}

// Changes are files by their paths; nil for one that is taken away.
type Changes map[string][]byte

// Over returns a tree with its files changed.
func (c Changes) Over(t source.Tree) source.Tree { return changed{t, c} }

type changed struct {
	source.Tree
	files Changes
}

func (c changed) List(folder string) ([]string, error) {
	paths, err := c.Tree.List(folder)
	paths = slices.DeleteFunc(paths, func(p string) bool { _, ok := c.files[p]; return ok })
	for p, data := range c.files {
		if data != nil && strings.HasPrefix(p, folder+"/") {
			paths = append(paths, p)
		}
	}
	slices.Sort(paths)
	return paths, err
}

func (c changed) Read(path string) (source.File, error) {
	switch data, ok := c.files[path]; {
	case data != nil:
		return source.File{Path: path, Data: bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))}, nil
	case ok:
		return source.File{}, fmt.Errorf("read %s: %w", path, fs.ErrNotExist)
	}
	return c.Tree.Read(path)
}
