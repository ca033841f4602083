package source

import "regexp"

// OfMerge reports whether a line of a file, without its end, is one by which a merge marks
// two versions of what stands there.
func OfMerge(line []byte) bool { return ofMerge.Match(line) }

var ofMerge = regexp.MustCompile(`^(?:[<|>]{7}(?: .*)?|={7})$`)
