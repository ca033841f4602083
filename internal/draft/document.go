package draft

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/verbatim"
)

// A Document is a source as it was saved, with what it says of itself. What it does not
// say is empty.
type Document struct {
	Text      string // plain, as it is kept in sources/
	Headline  string
	By        string
	Published edtf.Date
	Lang      string
}

// How large a source may be, in bytes: as it was saved, with all the markup of a page, and
// its text, which the desk shows as a whole.
const (
	MaxSize = 1 << 20
	MaxText = 256 << 10
)

// ReadDocument reads a saved source, plain text or HTML. An error says in words for an
// author why it is no text.
func ReadDocument(data []byte) (Document, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > MaxSize:
		return Document{}, fmt.Errorf("it has more than %d bytes", MaxSize)
	case !utf8.Valid(data):
		return Document{}, fmt.Errorf("it is not UTF-8")
	case bytes.IndexByte(data, 0) >= 0:
		return Document{}, fmt.Errorf("it is no text: it has a byte of zeros")
	case len(bytes.TrimSpace(data)) == 0:
		return Document{}, fmt.Errorf("it is empty")
	}
	var d Document
	if looksLikeHTML.Match(data) {
		var err error
		if d, err = readHTML(data); err != nil {
			return Document{}, err
		}
	} else {
		d = readText(string(data))
	}
	if len(d.Text) > MaxText {
		return Document{}, fmt.Errorf("its text has more than %d bytes", MaxText)
	}
	return d, nil
}

var looksLikeHTML = regexp.MustCompile(`(?is)^\s*(?:<!--.*?-->\s*|<\?xml.*?\?>\s*)*<(?:!doctype html|html|head|body|article|main|div|p|h1)\b`)

// readHTML finds the article of a page, with what its head says.
func readHTML(data []byte) (Document, error) {
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	page, err := html.Parse(bytes.NewReader(data)) // as UTF-8, whatever it says of itself
	if err != nil {
		return Document{}, fmt.Errorf("its HTML cannot be read: %w", err)
	}
	seen := lookAt(page)
	a, err := parser.ParseDocument(page, &url.URL{})
	if err != nil || a.Node == nil {
		return Document{}, fmt.Errorf("no article is found in its HTML")
	}
	var text strings.Builder
	if err := a.RenderText(&text); err != nil {
		return Document{}, err
	}
	d := Document{
		Headline: seen.headline(oneLine(a.Title())), By: strings.TrimPrefix(strings.TrimPrefix(oneLine(a.Byline()), "By "), "Par "),
		Lang: languageOf(text.String()),
	}
	if tag, err := language.Parse(oneLine(a.Language())); err == nil && tag != language.Und && d.Lang == "" {
		d.Lang = tag.String()
	}
	d.Text = plainText(d.Headline + "\n\n" + text.String())
	if at, err := a.PublishedTime(); err == nil {
		d.Published = onDay(at)
	}
	if d.Published.IsZero() {
		d.Published = seen.day()
	}
	if d.Published.IsZero() {
		d.Published = dayOf(d.Lang, headOf(d.Text, d.Headline))
	}
	return d, nil
}

// maxElements bounds how much of a page is looked at.
const maxElements = 50_000

// readText takes the headline of a plain text for the first of its lines that has a few
// words, and looks for author and day between that and the first long line.
func readText(text string) Document {
	d := Document{Text: plainText(text), Lang: languageOf(text)}
	lines := strings.Split(strings.TrimSpace(d.Text), "\n")
	for _, l := range lines {
		if len(strings.Fields(l)) >= fewWords && len(lines) > 1 {
			d.Headline = l
			break
		}
	}
	head := headOf(d.Text, d.Headline)
	if len(d.Headline) > maxHeadline { // a paragraph
		d.Headline = ""
	}
	for _, l := range head {
		if d.By == "" {
			d.By = authorOf(d.Lang, l)
		}
	}
	d.Published = dayOf(d.Lang, head)
	return d
}

// headOf are the lines of a text without its headline, up to its first long line.
func headOf(text, headline string) (head []string) {
	behind := false
	for l := range strings.Lines(text) {
		l = strings.TrimSpace(l)
		switch {
		case l == "":
			continue
		case l == headline && !behind:
			behind = true
			continue
		case len(head) >= longHead || behind && len(l) > longLine:
			return head
		}
		head = append(head, l)
	}
	return head
}

// What a head looks like.
const (
	fewWords    = 4
	longHead    = 12
	longLine    = 160
	maxHeadline = 250
)

func onDay(at time.Time) edtf.Date {
	d, _ := edtf.On(edtf.Part{Year: at.Year(), Month: int(at.Month()), Day: at.Day()})
	return d
}

// lineEnds are all that Unicode counts as the end of a line (UAX 14), each before the one
// that is used here.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// plainText is text with lines that end in one way, no blanks at their ends, and no two
// blank lines in a row.
func plainText(text string) string {
	text = withoutInvisible(text)
	text = verbatim.Normal(lineEnds.Replace(text))
	var out strings.Builder
	blank := true
	for l := range strings.Lines(text) {
		l = strings.TrimSpace(l)
		if l == "" && blank {
			continue
		}
		blank = l == ""
		out.WriteString(l + "\n")
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// oneLine is s on one line, without characters that no text of a site may contain.
func oneLine(s string) string { return strings.Join(strings.Fields(withoutInvisible(s)), " ") }

func withoutInvisible(s string) string {
	return strings.Map(func(r rune) rune {
		if diag.IsInvisible(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// languageOf is the language that is read whose small words a text has most of; empty if
// it has few of any.
func languageOf(text string) string {
	count := map[string]int{}
	words := strings.Fields(strings.ToLower(text))
	for _, w := range words {
		for lang, small := range smallWords {
			if small[w] {
				count[lang]++
			}
		}
	}
	best := "en"
	if count["fr"] > count["en"] {
		best = "fr"
	}
	if count[best] < 3 || 12*count[best] < len(words) {
		return ""
	}
	return best
}

// smallWords are words that the one language has and the other has not, and few others.
var smallWords = map[string]map[string]bool{
	"en": set("the and of to that is was with for by his her he they from have has been which at"),
	"fr": set("le la les des du et est dans pour par une qui que sur au aux avec il elle ont été"),
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
