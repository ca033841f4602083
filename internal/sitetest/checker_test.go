package sitetest

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// A checker reads a page as it is written, token by token, with a stack of the
// open elements. A browser's parser cannot do this: it repairs what it reads. Our
// pages close every element they open, so no end tag is implied.
type checker struct {
	line   int
	open   []*element
	ids    map[string]bool
	refs   []reference
	level  int // of the last heading
	names  map[string]bool
	faults []string
}

// An element is an open element, with what the checks of its content model need.
type element struct {
	name     string
	attr     attributes
	children []string // names, in order; "#text" for words
	content  bool     // whether there are words or a picture in it
	columns  int      // of a table: cells of its first row; of a row: its cells
}

// attributes are those of an element, as they are written.
type attributes []html.Attribute

func (a attributes) has(key string) bool {
	return slices.ContainsFunc(a, func(at html.Attribute) bool { return at.Key == key })
}

// get returns the value of an attribute, "" if there is none.
func (a attributes) get(key string) string {
	for _, at := range a {
		if at.Key == key {
			return at.Val
		}
	}
	return ""
}

type reference struct {
	line int
	key  string
	id   string
}

// checkMarkup returns what is wrong with a page: "LINE: what".
func checkMarkup(source []byte) []string {
	c := &checker{line: 1, ids: map[string]bool{}, names: map[string]bool{}, open: []*element{{name: "#document"}}}
	z := html.NewTokenizer(bytes.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				c.fault("%v", z.Err())
			}
			break
		}
		raw := slices.Clone(z.Raw())
		switch token := z.Token(); kind {
		case html.DoctypeToken:
			if token.Data != "html" || len(c.open[0].children) > 0 {
				c.fault("the doctype is %q", token.Data)
			}
			c.open[0].children = append(c.open[0].children, "doctype")
		case html.TextToken:
			c.text(raw)
		case html.StartTagToken, html.SelfClosingTagToken:
			c.start(token, kind == html.SelfClosingTagToken, raw)
		case html.EndTagToken:
			c.end(token.Data)
		}
		c.line += bytes.Count(raw, []byte("\n"))
	}
	for _, e := range c.open[1:] {
		c.fault("<%s> is never closed", e.name)
	}
	if !slices.Equal(c.open[0].children, []string{"doctype", "html"}) {
		c.fault("a page is a doctype and one <html>, not %q", c.open[0].children)
	}
	for _, r := range c.refs {
		if !c.ids[r.id] {
			c.line = r.line
			c.fault("%s names %q, which is no id of the page", r.key, r.id)
		}
	}
	return c.faults
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, strconv.Itoa(c.line)+": "+fmt.Sprintf(format, args...))
}

func (c *checker) top() *element { return c.open[len(c.open)-1] }

// within returns the nearest open element of one of the names, or nil.
func (c *checker) within(names map[string]bool) *element {
	for _, e := range slices.Backward(c.open) {
		if names[e.name] {
			return e
		}
	}
	return nil
}

var attribute = regexp.MustCompile(`\s([a-zA-Z_:][\w:.-]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?`)

// twice are the attributes that a tag has twice. Most tags stand on many pages, and are
// read once.
func twice(tag []byte) []string {
	if keys, ok := tags.Load(string(tag)); ok {
		return keys.([]string)
	}
	var written, again []string
	for _, m := range attribute.FindAllSubmatch(tag, -1) {
		key := strings.ToLower(string(m[1]))
		if slices.Contains(written, key) {
			again = append(again, key)
		}
		written = append(written, key)
	}
	if len(tag) < 200 && tagged.Add(1) < 10_000 {
		tags.Store(string(tag), again)
	}
	return again
}

var (
	tags   sync.Map // of strings
	tagged atomic.Int64
)

// hasBareSign reports whether a text has an & that begins no entity.
func hasBareSign(raw []byte) bool {
	return bytes.IndexByte(raw, '&') >= 0 && bytes.IndexByte(entity.ReplaceAll(raw, nil), '&') >= 0
}

var entity = regexp.MustCompile(`&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);`)

func (c *checker) text(raw []byte) {
	top := c.top()
	if top.name == "script" {
		if len(bytes.TrimSpace(raw)) > 0 && !strings.HasSuffix(top.attr.get("type"), "json") {
			c.fault("<script> holds code")
		}
		return
	}
	if hasBareSign(raw) {
		c.fault("a bare & in the text")
	}
	if bytes.ContainsFunc(raw, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == '\uFFFD' || r == 0x7f }) {
		c.fault("a control or replacement character in the text")
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return
	}
	if noText[top.name] || top.name == "#document" {
		c.fault("there is text in <%s>", top.name)
	}
	top.children = append(top.children, "#text")
	c.mark()
}

// mark records in all open elements that they have words or a picture.
func (c *checker) mark() {
	for _, e := range c.open {
		e.content = true
	}
}

func (c *checker) start(token html.Token, slash bool, raw []byte) {
	name := token.Data
	attr := attributes(token.Attr) // the tokenizer keeps the first of two of one name
	for _, key := range twice(raw) {
		c.fault("<%s> has %s twice", name, key)
	}
	if hasBareSign(raw) {
		c.fault("a bare & in <%s>", name)
	}
	foreign := c.within(drawings) != nil
	if !foreign {
		c.placed(name)
		c.attributes(name, attr)
		c.meaning(name, attr)
	}
	c.identity(attr)
	for _, a := range attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			c.fault("<%s> has %s", name, a.Key)
		}
	}
	parent := c.top()
	parent.children = append(parent.children, name)
	e := &element{name: name, attr: attr}
	switch {
	case voidElements[name]:
		if embedded[name] {
			c.mark()
		}
	case slash && (foreign || name == "svg"):
	case slash:
		c.fault("<%s/> is not closed by its slash", name)
	default:
		c.open = append(c.open, e)
		if name == "svg" {
			c.mark()
		}
	}
}

// placed checks the place of an element.
func (c *checker) placed(name string) {
	parent := c.top()
	if !block[name] && !phrasing[name] && !documentElements[name] {
		c.fault("<%s> is not an element that pages use", name)
		return
	}
	allowed, few := children[parent.name]
	switch {
	case few && !allowed[name]:
		c.fault("<%s> stands in <%s>", name, parent.name)
		return
	case parents[name] != nil && !parents[name][parent.name]:
		if name == "dt" || name == "dd" {
			c.fault("<%s> stands in <%s>, which is not in <dl>", name, parent.name)
			return
		}
		c.fault("<%s> stands in <%s>", name, parent.name)
		return
	case (name == "dt" || name == "dd") && parent.name == "div" && c.open[len(c.open)-2].name != "dl":
		c.fault("<%s> stands in <div>, which is not in <dl>", name)
		return
	}
	if block[name] {
		if e := c.within(phrasingOnly); e != nil {
			c.fault("<%s> stands in <%s>", name, e.name)
		}
	}
	switch {
	case headings[name] && c.within(labels) != nil,
		(sectioning[name] || ends[name]) && c.within(noSections) != nil && !(name == "section" || name == "nav"):
		c.fault("<%s> stands in <%s>", name, c.within(noHeadings).name)
	case interactive[name]:
		if e := c.within(actions); e != nil {
			c.fault("<%s> stands in <%s>", name, e.name)
		}
	}
}

// attributes checks that an element has known attributes only.
func (c *checker) attributes(name string, attr attributes) {
	for _, a := range attr {
		key := a.Key
		known := globalAttributes[key] || ownAttributes[name][key] || strings.HasPrefix(key, "data-") || strings.HasPrefix(key, "aria-")
		switch {
		case key == "style" || strings.HasPrefix(key, "on"): // reported for all elements
		case name == "svg":
		case !known:
			c.fault("<%s> has %s", name, key)
		}
	}
	for _, key := range []string{"aria-label", "aria-labelledby"} {
		if attr.has(key) {
			switch {
			case strings.TrimSpace(attr.get(key)) == "":
				c.fault("<%s> has an empty %s", name, key)
			case !named[name] && attr.get("role") == "":
				c.fault("<%s> has %s, and no role that takes a name", name, key)
			}
		}
	}
	if attr.has("href") {
		switch href := attr.get("href"); {
		case href == "":
			c.fault("<%s> has an empty href", name)
		case strings.HasPrefix(strings.ToLower(strings.TrimSpace(href)), "javascript:"):
			c.fault("<%s> has a javascript: address", name)
		}
	}
	if attr.has("lang") {
		lang := attr.get("lang")
		if _, err := language.Parse(lang); err != nil || lang == "" {
			c.fault("%q is no language", lang)
		}
	}
}

// identity records ids and references to them.
func (c *checker) identity(attr attributes) {
	if attr.has("id") {
		id := attr.get("id")
		switch {
		case id == "" || strings.ContainsAny(id, " \t\n\f\r"):
			c.fault("%q cannot be an id", id)
		case c.ids[id]:
			c.fault("the id %q stands twice", id)
		}
		c.ids[id] = true
	}
	for _, a := range attr {
		if idRefs[a.Key] {
			for id := range strings.FieldsSeq(a.Val) {
				c.refs = append(c.refs, reference{c.line, a.Key, id})
			}
		}
	}
}

// The forms of <time datetime> that we use: a year, a month, a day, a moment.
var datetime = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$`)

// meaning checks what an element needs to be useful.
func (c *checker) meaning(name string, attr attributes) {
	switch name {
	case "html":
		if attr.get("lang") == "" {
			c.fault("<html> has no lang")
		}
	case "q", "blockquote":
		if isSource := name == "q" || attr.get("class") == "quote"; isSource && !attr.has("lang") { // one in a text is of the page's language
			c.fault("<%s> has no lang", name)
		}
	case "time":
		switch {
		case !attr.has("datetime"):
			c.fault("<time> has no datetime")
		case !datetime.MatchString(attr.get("datetime")):
			c.fault("%q is no date", attr.get("datetime"))
		}
	case "data":
		if attr.get("value") == "" {
			c.fault("<data> has no value")
		}
	case "img":
		if !attr.has("alt") {
			c.fault("<img> has no alt")
		}
	case "button":
		if attr.get("type") == "" {
			c.fault("<button> has no type")
		}
	case "th":
		if attr.get("scope") == "" {
			c.fault("<th> without scope")
		}
	case "nav":
		key := attr.get("aria-label") + attr.get("aria-labelledby")
		switch {
		case key == "":
			c.fault("<nav> has no name")
		case c.names[key]:
			c.fault("two <nav> are called %q", key)
		}
		c.names[key] = true
	case "h1", "h2", "h3", "h4", "h5", "h6":
		level := int(name[1] - '0')
		switch {
		case level == 1 && c.level > 0:
			c.fault("a second <h1>")
		case level > c.level+1 && c.level == 0:
			c.fault("<%s> is the first heading", name)
		case level > c.level+1:
			c.fault("<%s> follows <h%d>", name, c.level)
		}
		c.level = level
	}
}

func (c *checker) end(name string) {
	if top := c.top(); top.name != name {
		c.fault("</%s> closes <%s>", name, top.name)
		// Go on from the element that was meant, if there is one.
		for i := len(c.open) - 1; i > 0; i-- {
			if c.open[i].name == name {
				c.open = c.open[:i]
				break
			}
		}
		return
	}
	e := c.top()
	c.open = c.open[:len(c.open)-1]
	c.closed(e)
}

// closed checks an element as a whole.
func (c *checker) closed(e *element) {
	if neverEmpty[e.name] && !e.content {
		c.fault("<%s> is empty", e.name)
		return
	}
	parent := c.top()
	switch e.name {
	case "dl":
		if slices.Contains(e.children, "div") && (slices.Contains(e.children, "dt") || slices.Contains(e.children, "dd")) {
			c.fault("<dl> mixes <div> with <dt>")
			return
		}
		c.groups(e)
	case "div":
		if parent.name == "dl" {
			c.groups(e)
		}
	case "figure":
		c.only(e, "figcaption", "is neither first nor last", func(i int) bool { return i == 0 || i == len(e.children)-1 })
	case "details":
		c.only(e, "summary", "is not first", func(i int) bool { return i == 0 })
		if !slices.Contains(e.children, "summary") {
			c.fault("<details> has no <summary>")
		}
	case "td", "th":
		span, err := strconv.Atoi(e.attr.get("colspan"))
		if err != nil {
			span = 1
		}
		parent.columns += span
	case "tr":
		for _, t := range slices.Backward(c.open) {
			if t.name != "table" {
				continue
			}
			if t.columns == 0 {
				t.columns = e.columns
			}
			if t.columns != e.columns {
				c.fault("a row of %d cells in a table of %d", e.columns, t.columns)
			}
			break
		}
	}
}

// groups checks that terms and descriptions come in groups: terms, then
// descriptions.
func (c *checker) groups(e *element) {
	last := ""
	for _, child := range e.children {
		switch {
		case child == "div" && e.name == "dl":
			return
		case child != "dt" && child != "dd":
			c.fault("<%s> stands in a group of <dl>", child)
		case child == "dd" && last == "":
			c.fault("a <dd> without <dt>")
			return
		}
		last = child
	}
	if last == "dt" {
		c.fault("a <dt> without <dd>")
	}
}

// only checks the place of a child that may occur once.
func (c *checker) only(e *element, name, fault string, ok func(int) bool) {
	for i, child := range e.children {
		if child == name && !ok(i) {
			c.fault("<%s> %s", name, fault)
		}
	}
}
