// Package peers has what other site generators, and the equal profile of this
// one, need to make the same site of an archive: layouts and settings, built in.
// It runs nothing.
package peers

import (
	"embed"
	"io/fs"
)

//go:embed all:hugo all:eleventy all:equal
var files embed.FS

// Hugo are the layouts and settings of a Hugo site.
func Hugo() fs.FS { return below("hugo") }

// Eleventy are the templates and settings of an Eleventy site.
func Eleventy() fs.FS { return below("eleventy") }

// Equal are the layouts with which this program writes the pages that the peers
// write, and no more.
func Equal() fs.FS { return below("equal") }

func below(folder string) fs.FS {
	f, err := fs.Sub(files, folder)
	if err != nil {
		panic(err) // the folder is named above
	}
	return f
}
