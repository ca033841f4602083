package view

import (
	"regexp"
	"strings"
)

// A License is what readers may do with the texts.
type License struct {
	Words   string // of the site file; empty if it says nothing
	Name    string // as SPDX has it; empty if the words name none that we know
	Address string // of its text; empty likewise
}

var (
	creativeCommons = regexp.MustCompile(`\bCC[ -](BY(?:-(?:SA|ND|NC|NC-SA|NC-ND))?)[ -](\d\.\d)\b`)
	publicDomain    = regexp.MustCompile(`\bCC0\b`)
)

// licenseOf is a licence in the words of the site file, with the name and the address of
// one of Creative Commons that they name.
func licenseOf(words string) License {
	l := License{Words: words}
	switch m := creativeCommons.FindStringSubmatch(words); {
	case m != nil:
		l.Name, l.Address = "CC-"+m[1]+"-"+m[2], "https://creativecommons.org/licenses/"+strings.ToLower(m[1])+"/"+m[2]+"/"
	case publicDomain.MatchString(words):
		l.Name, l.Address = "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
	}
	return l
}
