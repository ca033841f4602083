package checked

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/verbatim"
	"receipts/internal/yamldoc"
)

// A Source is a file of content/ with its translations.
type Source struct {
	File         source.File
	Translations []source.File // sorted by path
}

// Items are what stands in a file: its page, and its reports and notes. Its keys count as
// they are written, whatever the tool makes of them, so that a signature holds in later
// versions of it. There are none in the guide, which is for those who write, and in what
// is not YAML. The lock, which may be nil, knows the text of the article's source.
func Items(s Source, lock *verbatim.Lock) []Item {
	kind, id, ok := pageOf(s.File.Path)
	if !ok {
		return nil
	}
	original, ok := read(s.File)
	if !ok {
		return nil
	}
	items := original.items(kind, id)
	for _, f := range s.Translations {
		if words, ok := read(f); ok {
			_, lang := content.TranslationOf(f.Path)
			translate(items, words.items(kind, id), lang)
		}
	}
	isDraft := original.front.Of("draft").Text == "true"
	for i := range items {
		item := &items[i]
		item.Draft = isDraft
		switch {
		case kind == content.ArticleKind && item.Kind != Note:
			item.addSources([]string{id}, lock)
		case kind == content.FactKind && item.Kind == Page:
			item.addSources(sidesIn(original.front), lock)
		}
		item.seal()
	}
	return items
}

// pageOf is the kind and the id of the page of a file.
func pageOf(file string) (kind content.Kind, id string, ok bool) {
	if file == content.ConfigPath {
		return "", path.Base(file), true
	}
	folder, name, ok := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	kind, id = content.Kind(folder), strings.TrimSuffix(name, ".md")
	if kind == content.StateKind {
		id = folder + "/" + id // states are named beside everything else
	}
	return kind, id, ok && kind != content.GuideKind && slices.Contains(content.Kinds, kind)
}

// A text is a file: its keys, and what stands below them.
type text struct {
	front yamldoc.Value
	body  Field
}

func read(f source.File) (t text, ok bool) {
	if f.Path == content.ConfigPath || strings.HasSuffix(f.Path, ".yaml") {
		t.front, ok = yamldoc.Values(f.Path, f.Data, 0)
		return t, ok
	}
	start, end, body, ok := yamldoc.SplitFront(f.Path, f.Data, new(diag.List))
	if !ok {
		return t, false
	}
	t.front, ok = yamldoc.Values(f.Path, f.Data[:end], start)
	t.body = Field{Name: "body", Place: diag.Place{File: f.Path, Start: body, End: body}, text: lines(string(f.Data[body:]))}
	return t, ok
}

// silent are the keys that state nothing to readers: addresses, and what the tool is told.
var silent = []string{"aliases", "draft", "translated_from", "base_url", "bases", "checked", "languages", "leave_out"}

// lists are the keys of an article below which reports stand, in the order of
// [content.Article.EachReport].
var lists = []string{"amounts", "dates", "claims", "states", "legal"}

// items are those of t, which may be a translation: then what it does not name has no name.
func (t text) items(kind content.Kind, id string) []Item {
	page := Item{ID: id, Kind: Page, Page: id, Place: t.front.Place}
	switch kind {
	case content.QuestionKind:
		page.Kind = Question
	case content.LaterKind:
		page.Kind = Later
	}
	parted := []string{"notes"}
	if kind == content.ArticleKind {
		parted = append(slices.Clone(lists), parted...)
	}
	page.addFields(t.front, parted)
	if t.body.text != "" {
		page.Fields = append(page.Fields, t.body)
	}
	items := []Item{page}
	taken := map[string]int{}
	for _, list := range parted {
		for _, v := range t.front.Of(list).Items {
			item := Item{Kind: Report, Page: id, Place: v.Place, list: list, of: nameIn(list, v)}
			if list == "notes" {
				item.Kind = Note
			}
			item.ID = id + "#" + item.of
			if taken[item.ID]++; taken[item.ID] > 1 {
				item.ID += "." + strconv.Itoa(taken[item.ID])
			}
			item.addFields(v, nil)
			items = append(items, item)
		}
	}
	return items
}

// nameIn is what an item of a list is of: a fact, a question, a state; of a note, the host
// that it leads to.
func nameIn(list string, v yamldoc.Value) string {
	switch {
	case list == "states" && len(v.Keys) > 0:
		return v.Keys[0].Name
	case list == "legal":
		return v.Of("question").Text
	case list == "notes":
		if u, err := url.Parse(v.Of("url").Text); err == nil {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
		return ""
	}
	return v.Of("fact").Text
}

// translate adds the words of a translation to the items that they are of: those of a
// list follow each other in the order of the original, as package yamldoc reads them.
func translate(items, words []Item, lang string) {
	at := 0
	for _, w := range words {
		for at < len(items) && (items[at].list != w.list || w.of != "" && items[at].of != w.of) {
			at++
		}
		if at == len(items) {
			return // a mistake, which is told where the translation is read
		}
		for _, f := range w.Fields {
			f.Name += "." + lang
			items[at].Fields = append(items[at].Fields, f)
		}
		at++
	}
}

// addFields makes a field of each key of v, without some.
func (i *Item) addFields(v yamldoc.Value, without []string) {
	for _, k := range v.Keys {
		if !slices.Contains(silent, k.Name) && !slices.Contains(without, k.Name) && !k.IsZero() {
			i.Fields = append(i.Fields, Field{k.Name, k.Place, canonical(k.Value)})
		}
	}
}

// sourceText names the field of what no key says.
const sourceText = "source-text"

// addSources adds which texts of the sources of articles the quotes of i were found in.
func (i *Item) addSources(articles []string, lock *verbatim.Lock) {
	var hashes []string
	for _, a := range articles {
		if hash := lock.Source(a); hash != "" && !slices.Contains(hashes, hash) {
			hashes = append(hashes, hash)
		}
	}
	if len(hashes) > 0 {
		i.Fields = append(i.Fields, Field{sourceText, i.Place, strings.Join(hashes, " ")})
	}
}

// sidesIn are the articles whose quotes stand in the disagreements of a fact.
func sidesIn(fact yamldoc.Value) (articles []string) {
	for _, d := range fact.Of("disagreements").Items {
		for _, side := range d.Of("sides").Items {
			articles = append(articles, side.Of("article").Text)
		}
	}
	return articles
}

// Signs of the canonical text of a value. They cannot stand in a text.
const (
	opens   = "\x01"
	closes  = "\x02"
	divides = "\x1e"
	sets    = "\x1f"
)

// canonical is v without what does not matter to readers: the order of keys, the form of
// the YAML, how its accents are coded, how its lines break. A list of one is its item.
func canonical(v yamldoc.Value) string {
	switch {
	case v.Keys != nil:
		var all []string
		for _, k := range v.Keys {
			all = append(all, k.Name+sets+canonical(k.Value))
		}
		slices.Sort(all)
		return opens + strings.Join(all, divides) + closes
	case len(v.Items) == 1:
		return canonical(v.Items[0])
	case v.Items != nil:
		var all []string
		for _, item := range v.Items {
			all = append(all, canonical(item))
		}
		return opens + strings.Join(all, divides) + closes
	}
	return norm.NFC.String(strings.Join(strings.FieldsFunc(v.Text, isBlank), " "))
}

// isBlank reports whether YAML may break a line at c. Other spaces are the author's.
func isBlank(c rune) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// lines is Markdown without blanks at the ends of lines and of the text.
func lines(body string) string {
	var all []string
	for line := range strings.Lines(body) {
		all = append(all, strings.TrimRightFunc(line, isBlank))
	}
	return norm.NFC.String(strings.Trim(strings.Join(all, "\n"), "\n"))
}
