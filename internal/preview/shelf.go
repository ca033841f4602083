package preview

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// The texts of sources are no part of the site: when one appears, changes or goes, nothing
// is built, and pages of the desk alone are told.

// isOnShelf reports whether a path is the folder of the texts or one in it.
func isOnShelf(p string) bool {
	top, _, _ := strings.Cut(p, "/")
	return top == sourcesFolder
}

// shelfOf tells two states of the texts apart, without reading them.
func shelfOf(root fs.FS) string {
	var b strings.Builder
	files, _ := fs.ReadDir(root, sourcesFolder) // none if it cannot be read
	for _, f := range files {
		if info, err := fs.Stat(root, sourcesFolder+"/"+f.Name()); err == nil && path.Ext(f.Name()) == ".txt" {
			fmt.Fprintf(&b, "%q %d %d\n", f.Name(), info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}

// lookAtShelf tells the browsers if a text has changed that c may be of. The site is as it
// was.
func (p *preview) lookAtShelf(c change) {
	if !c.all && !slices.ContainsFunc(slices.Collect(maps.Keys(c.paths)), isOnShelf) {
		return
	}
	now := shelfOf(p.Root)
	if now == p.shelf {
		return
	}
	p.shelf = now
	last := p.state.edition()
	p.state.swap(&edition{current: last.current, fault: last.fault, gone: last.gone, took: last.took, untried: last.untried})
}
