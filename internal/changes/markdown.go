package changes

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/locale"
)

// The report for a pull request is Markdown as a host of repositories shows it. All that
// authors wrote stands in code spans: there, and only there, hosts make neither links
// nor mentions of it, and no character of it means anything. What is an entity is a
// character again when a host looks for mentions.

// A Report is what [Report.Markdown] writes.
type Report struct {
	Changes  []Change
	Missing  diag.List  // as of [Unnoted]
	Errors   int        // of the newer edition
	Old, New diag.Files // of the two editions, for lines
}

// A host refuses a comment of more than 65,536 characters.
const (
	mostBytes = 60_000
	mostLines = 50  // of each part
	mostRunes = 240 // of each value
)

// nouns name a thing of each part, and several.
var nouns = map[Part][2]string{
	Facts: {"fact", "facts"}, Totals: {"total", "totals"}, Questions: {"legal question", "legal questions"}, Disagreements: {"disagreement", "disagreements"},
	LaterOnes: {"later development", "later developments"}, Pages: {"page that came or went", "pages that came or went"}, Texts: {"page with other words", "pages with other words"},
}

var headings = map[Part]string{
	Facts: "Facts", Totals: "Totals", Questions: "Legal questions", Disagreements: "Disagreements",
	LaterOnes: "Later developments", Pages: "Pages", Texts: "Our own words",
}

// Markdown writes r. The error is that of w.
func (r Report) Markdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("## What changes for readers\n\n")
	if r.Errors > 0 {
		fmt.Fprintf(&b, "The newer edition has %s: what could be read of it is compared.\n\n", diag.Plural(r.Errors, "error"))
	}
	lines := map[Part][]string{}
	var counts []string
	for _, part := range Parts {
		things := map[string]bool{}
		for _, c := range r.Changes {
			if c.Part == part {
				things[c.ID] = true
				lines[part] = append(lines[part], r.line(c))
			}
		}
		if n := len(things); n > 0 {
			counts = append(counts, counted(n, nouns[part]))
		}
	}
	if len(counts) == 0 {
		b.WriteString("Nothing: no fact, total, page or sentence is otherwise than it was.\n")
	} else {
		b.WriteString(strings.Join(counts, ", ") + ".")
		if n := len(r.Missing); n > 0 {
			fmt.Fprintf(&b, " **%s.**", counted(n, [2]string{"correction is missing", "corrections are missing"}))
		}
		b.WriteString("\n")
	}
	var missing []string
	for _, d := range r.Missing {
		missing = append(missing, code(d.Message)+r.at(d.Place, r.New))
	}
	section(&b, "Corrections that are missing", missing)
	for _, part := range Parts {
		section(&b, headings[part], lines[part])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func counted(n int, nouns [2]string) string {
	if n == 1 {
		return "1 " + nouns[0]
	}
	return fmt.Sprintf("%d %s", n, nouns[1])
}

// section writes as many lines as there is room for, and says how many are left out.
func section(b *strings.Builder, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### %s\n\n", heading)
	for i, line := range lines {
		if i == mostLines || b.Len()+len(line) > mostBytes {
			fmt.Fprintf(b, "- and %d more\n", len(lines)-i)
			return
		}
		b.WriteString("- " + line + "\n")
	}
}

// line is one change.
func (r Report) line(c Change) string {
	what := code(c.ID)
	if c.Article != "" {
		what += " in " + code(c.Article)
	}
	if c.Lang != "" {
		what += " in " + locale.English().Language(c.Lang)
	}
	was, is := c.Excerpts()
	old, now := value(was.String()), value(is.String())
	switch c.Kind {
	case Changed:
		what += ": " + c.Field + " " + old + " → " + now
	case Renamed:
		what += ": renamed, was " + code(c.Old)
	case PageGone:
		what = code(c.Old) + " is gone"
		switch {
		case c.LeadsOn:
			what += " and leads on to " + code(c.New)
		case c.New != "":
			what += "; now " + code(c.New)
		}
	case PageAdded:
		what = code(c.New) + " is new"
	default:
		what += ": " + strings.ReplaceAll(string(c.Kind), "-", " ") + " " + value(cmp.Or(c.New, c.Old))
		if c.Replaces != "" {
			what += ", replaces that of " + code(c.Replaces)
		}
	}
	files := r.New
	if c.New == "" && c.Kind != Changed || c.Kind == PageGone {
		files = r.Old
	}
	what += r.at(c.place, files)
	if c.Figure && !c.Noted {
		what += " **no correction**"
	}
	return what
}

// at is where a place is, as people and tools write it; of a whole file, its path.
func (r Report) at(p diag.Place, files diag.Files) string {
	if p.Start == 0 {
		if p.File == "" {
			return ""
		}
		return " (" + code(p.File) + ")"
	}
	return fmt.Sprintf(" (%s)", code(fmt.Sprintf("%s:%d", p.File, p.Position(files(p.File)).Line)))
}

func value(s string) string {
	if s == "" {
		return "none"
	}
	return code(s)
}

// code is a text as a code span: on one line, cut where it is very long, between more
// backticks than it has in a row.
func code(s string) string {
	s = strings.Map(func(r rune) rune {
		if diag.IsInvisible(r) && r != '\n' && r != '\t' {
			return '\uFFFD'
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > mostRunes {
		s = string(runes[:mostRunes]) + "…"
	}
	longest, run := 0, 0
	for _, r := range s {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || s == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
