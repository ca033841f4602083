package checked

import "strings"

// Outline is what the field says, for people, with a line for each key and for each item
// that has keys.
func (f Field) Outline() string {
	text, _ := outline(f.text, "")
	return text
}

// outline is the value that a canonical text begins with, its further lines indented, and
// what stands behind it.
func outline(s, indent string) (text, rest string) {
	inner, isGroup := strings.CutPrefix(s, opens)
	if !isGroup {
		end := strings.IndexAny(s+divides, closes+divides)
		return s[:end], s[end:]
	}
	var parts []string
	between := "; " // words of a list
	for s = inner; s != ""; {
		var part string
		name, value, isKey := strings.Cut(s, sets)
		switch {
		case isKey && !strings.ContainsAny(name, opens+closes+divides):
			part, s = outline(value, indent+"  ")
			if strings.Contains(part, "\n") {
				part = "\n" + indent + "  " + part
			} else {
				part = " " + part
			}
			part = name + ":" + part
			between = "\n" + indent
		case strings.HasPrefix(s, opens):
			part, s = outline(s, indent+"  ")
			part = "- " + part
			between = "\n" + indent
		default:
			part, s = outline(s, indent)
		}
		parts = append(parts, part)
		var isMore bool
		if s, isMore = strings.CutPrefix(s, divides); !isMore {
			break
		}
	}
	return strings.Join(parts, between), strings.TrimPrefix(s, closes)
}
