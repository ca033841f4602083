package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/diag"
)

// devices are names that Windows keeps for devices, whatever ending they have.
var devices = func() map[string]bool {
	all := map[string]bool{"aux": true, "con": true, "nul": true, "prn": true, "conin$": true, "conout$": true}
	for _, n := range "123456789¹²³" {
		all["com"+string(n)], all["lpt"+string(n)] = true, true
	}
	return all
}()

// Misnamed says why a file at path p cannot be checked out on every system, or is not
// named as it seems; "" if neither. What Windows refuses is in Microsoft's "Naming Files,
// Paths, and Namespaces".
func Misnamed(p string) string {
	for name := range strings.SplitSeq(p, "/") {
		stem, _, _ := strings.Cut(name, ".")
		switch i := strings.IndexFunc(name, diag.IsInvisible); {
		case !utf8.ValidString(name):
			return "the name is not UTF-8"
		case i >= 0:
			r, _ := utf8.DecodeRuneInString(name[i:])
			return fmt.Sprintf("the name has the invisible character U+%04X", r)
		case devices[strings.ToLower(strings.TrimRight(stem, " "))]:
			return `Windows has no file named "` + name + `"`
		case strings.ContainsAny(name, `<>:"|?*\`):
			return `Windows has no file with "` + string(name[strings.IndexAny(name, `<>:"|?*\`)]) + `" in its name`
		case strings.TrimRight(name, ". ") != name:
			return "Windows has no file whose name ends with a dot or a space"
		}
	}
	return ""
}

// Folded is the same for two paths that some systems take for one: they differ in capital
// letters, or in how letters with accents are encoded.
func Folded(p string) string { return norm.NFC.String(strings.ToLower(norm.NFC.String(p))) }
