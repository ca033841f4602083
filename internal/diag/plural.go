package diag

import "strconv"

// Plural counts things in a message: "1 error", "2 errors".
func Plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
