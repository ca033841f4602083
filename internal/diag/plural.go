package diag

import (
	"strconv"
	"strings"
)

// Plural counts things in a message: "1 error", "2 errors", "3 addresses".
func Plural(n int, noun string) string {
	switch {
	case n == 1:
	case strings.HasSuffix(noun, "s"):
		noun += "es"
	default:
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
