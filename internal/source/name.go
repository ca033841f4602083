package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// devices are names that Windows keeps for devices, whatever ending they have.
var devices = []string{
	"aux", "con", "nul", "prn",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// Misnamed says why a file at path p cannot be checked out on every system; "" if it
// can. What Windows refuses is in Microsoft's "Naming Files, Paths, and Namespaces".
func Misnamed(p string) string {
	for name := range strings.SplitSeq(p, "/") {
		stem, _, _ := strings.Cut(name, ".")
		switch {
		case !utf8.ValidString(name):
			return "the name is not UTF-8"
		case slices.Contains(devices, strings.ToLower(stem)):
			return `Windows has no file named "` + name + `"`
		case strings.ContainsAny(name, `<>:"|?*\`):
			return `Windows has no file with "` + string(name[strings.IndexAny(name, `<>:"|?*\`)]) + `" in its name`
		case strings.TrimRight(name, ". ") != name:
			return "Windows has no file whose name ends with a dot or a space"
		}
	}
	return ""
}
