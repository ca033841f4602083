package main

import (
	"path/filepath"
	"regexp"
	"strings"
)

// fallback is the name of the program where the one that it is called by is none.
const fallback = "receipts"

// plainName is a name that every shell reads as it is.
var plainName = regexp.MustCompile(`^[\p{L}\p{N}_][\p{L}\p{N}_.+-]*$`)

// calledBy is the name by which a person calls the program, from the words of the
// command line: without its folder and the ending that Windows adds. A name that a shell
// would have to quote is not repeated, since people copy what the help says.
func calledBy(args []string) string {
	if len(args) == 0 {
		return fallback
	}
	name := filepath.Base(args[0])
	if ext := filepath.Ext(name); strings.EqualFold(ext, ".exe") {
		name = strings.TrimSuffix(name, ext)
	}
	if !plainName.MatchString(name) {
		return fallback
	}
	return name
}
