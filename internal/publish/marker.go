package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/disk"
)

// The marker is the file that says that a folder is ours to replace. Under a
// sentence and an empty line it lists the files that the build wrote, one a line;
// names with quotes, backslashes or control characters are quoted as in Go. The lines
// are sorted by their bytes, so that "sort -m" makes one list of those of several
// shards. Builds of older versions wrote the sentence alone.
const markerName = ".receipts"

const markerText = "This folder is written by the build of a Receipts site. It is replaced as a whole; don't keep anything here.\n"

// git is the folder of a working tree's repository, or in one added by "git
// worktree" a file. At the top of a site it is kept.
const git = ".git"

// leftBySystems are files that systems leave in any folder that is looked at.
var leftBySystems = []string{".DS_Store", "Thumbs.db"}

// An inventory is what a build wrote into a folder, by path: true for folders, false
// for files and the marker. That of a folder without our marker is empty. That of a
// folder whose marker has no list is nil: a build may have written anything there
// but a repository.
//
// Names are compared byte by byte. On a file system that ignores case, a file of
// ours may seem to be one that no build wrote, but never the other way.
type inventory map[string]bool

func newInventory(files []string) inventory {
	inv := inventory{markerName: false}
	for _, f := range files {
		inv[f] = false
		for dir := path.Dir(f); dir != "." && !inv[dir]; dir = path.Dir(dir) {
			inv[dir] = true
		}
	}
	return inv
}

// isOurs reports whether the folder has our marker.
func (inv inventory) isOurs() bool {
	_, ok := inv[markerName]
	return ok || inv == nil
}

// wrote reports whether a build wrote what stands at a path.
func (inv inventory) wrote(name string, e fs.DirEntry) bool {
	isFolder, listed := inv[name]
	return inv == nil && path.Base(name) != git || listed && isFolder == e.IsDir() && (isFolder || e.Type().IsRegular())
}

// readMarker returns what the marker of a folder lists.
func readMarker(dir string) (inventory, error) {
	marker := filepath.Join(dir, markerName)
	info, err := disk.Lstat(marker)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return inventory{}, nil
	}
	data, err := disk.ReadFile(marker)
	if err != nil {
		return inventory{}, err
	}
	return parseMarker(data), nil
}

// parseMarker is the inventory that a marker has.
func parseMarker(data []byte) inventory {
	text := strings.ReplaceAll(string(data), "\r\n", "\n") // git may have checked it out so
	text, isOurs := strings.CutPrefix(text, markerText)
	list, isListed := strings.CutPrefix(text, "\n")
	switch {
	case !isOurs:
		return inventory{}
	case !isListed:
		return nil
	}
	var files []string
	for line := range strings.Lines(list) {
		line = strings.TrimSuffix(line, "\n")
		if name, err := strconv.Unquote(line); err == nil && strings.HasPrefix(line, `"`) {
			line = name
		}
		files = append(files, line)
	}
	return newInventory(files)
}

// writeMarker writes the marker of a site that is complete over the one without
// a list that its folder began with. A build that is killed leaves one or the other.
func writeMarker(dir string, files []string) error {
	marker := filepath.Join(dir, markerName)
	if err := disk.Create(marker+".new", markerOf(files)); err != nil {
		return err
	}
	return disk.Rename(marker+".new", marker)
}

// markerOf is the marker of a site with these files.
func markerOf(files []string) []byte {
	var b bytes.Buffer
	b.WriteString(markerText + "\n")
	lines := make([]string, len(files))
	for i, name := range files {
		lines[i] = spell(name) + "\n"
	}
	slices.Sort(lines)
	for _, line := range lines {
		b.WriteString(line)
	}
	return b.Bytes()
}

// spell writes a name so that it takes one line.
func spell(name string) string {
	if q := strconv.Quote(name); q != `"`+name+`"` {
		return q
	}
	return name
}

// foreign lists what no build wrote into the folder dir. Of a folder that no
// build wrote only its own name is given, with a slash.
func (inv inventory) foreign(dir string) ([]string, error) {
	return inv.walk(dir, "", func(string) error { return nil })
}

// walk calls f with everything below folder in dir that a build wrote or a system
// left, a folder after what is in it, and lists the rest. It passes over the
// marker, git at the top, and folders that contain some of the rest.
func (inv inventory) walk(dir, folder string, f func(name string) error) (foreign []string, err error) {
	entries, err := disk.ReadDir(filepath.Join(dir, folder))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		isLeft := e.Type().IsRegular() && slices.Contains(leftBySystems, e.Name())
		switch {
		case name == git, name == markerName && inv.isOurs():
			continue
		case !isLeft && !inv.wrote(name, e):
			if e.IsDir() {
				name += "/"
			}
			foreign = append(foreign, name)
			continue
		case e.IsDir():
			more, err := inv.walk(dir, name, f)
			if err != nil {
				return nil, err
			}
			if foreign = append(foreign, more...); len(more) > 0 {
				continue
			}
		}
		if err := f(filepath.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	return foreign, nil
}
