package source

import (
	"path"
	"regexp"
)

// OfMerge reports whether a line of a file, without its end, is one by which a merge marks
// two versions of what stands there.
func OfMerge(line []byte) bool { return ofMerge.Match(line) }

var ofMerge = regexp.MustCompile(`^(?:[<|>]{7}(?: .*)?|={7})$`)

// IsOtherVersion reports whether a tool has put the file at path p beside another, of
// which it is a version or a part: git mergetool, patch, Subversion, or what synchronizes
// folders, such as Dropbox, Nextcloud and Syncthing.
func IsOtherVersion(p string) bool { return otherVersion.MatchString(path.Base(p)) }

var otherVersion = regexp.MustCompile(`_(?:BACKUP|BASE|LOCAL|REMOTE)_[0-9]+(?:\.[^.]+)?$|\.(?:rej|mine)$|(?i:\([^)]*(?:conflicted copy|copie en conflit))|\.sync-conflict-`)
