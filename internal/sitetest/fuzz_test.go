package sitetest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"hash/maphash"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// hostile are texts that mean something in one of the languages that a site is
// published in.
var hostile = []string{
	`"><script>alert(1)</script>`, `' onmouseover='alert(1)`, `javascript:alert(1)`, `[a](JavaScript&colon;alert(1))`, `<!-- --> <style>`, `</title></script><script>`, `]]>`, `&lt;b&gt; &amp;amp; &#x202E;`,
	`=HYPERLINK("x")`, `a,"b` + "\n" + `c`, "\u2028\u2029\ufeff\u202e", "a\x00b\x7f", "{{.}} {{define `a`}}", `![a](data:text/html,<script>)`, `//attacker.example/`, `[[ada|<img src=x onerror=y>]]`, "\\", `${a}`, "%0d%0aSet-Cookie: a", strings.Repeat("[", 200),
}

// oneRegion lets a small site go without pages of 49 states.
const oneRegion = "regions: { one: state, many: states, list: [{ code: PA, name: { en: Pennsylvania, fr: Pennsylvanie } }] }\n"

// aPage is a page of a site, but for its body.
const aPage = "---\ntitle: A\nsummary: B\n---\n"

// FuzzSite builds a site in which one file has another text: no panic, no hang, no
// mistake without a place, and what is published is whole.
func FuzzSite(f *testing.F) {
	files := fixture.InFrench()
	for _, p := range []string{"content/pages/another.md", "content/quotes.lock", "content/addresses.lock", "content/messages/en.yaml"} {
		files[p] = ""
	}
	names := slices.Sorted(maps.Keys(files))
	for i, p := range names {
		f.Add(uint8(i), files[p])
	}
	for i, s := range hostile {
		f.Add(uint8(slices.Index(names, "content/pages/another.md")), aPage+"\n"+s+"\n\n> a\n")
		f.Add(uint8(i), s)
	}
	b := newAnySite()
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		if len(text) > 1<<13 {
			t.Skip()
		}
		files := fixture.InFrench()
		files[content.ConfigPath] += oneRegion
		files[names[int(which)%len(names)]] = text
		b.check(t, files)
	})
}

// FuzzFile builds a site that has one file more, of any name.
func FuzzFile(f *testing.F) {
	files := fixture.InFrench()
	for _, p := range slices.Sorted(maps.Keys(files)) {
		f.Add(strings.TrimPrefix(p, "content/"), files[p])
	}
	for _, s := range hostile {
		f.Add("pages/"+s+".md", aPage)
	}
	b := newAnySite()
	f.Fuzz(func(t *testing.T, name, text string) {
		if len(text) > 1<<13 {
			t.Skip()
		}
		files := fixture.InFrench()
		files[content.ConfigPath] += oneRegion
		files["content/"+name] = text
		b.check(t, files)
	})
}

// FuzzWords builds a site that has one text wherever it has words of its own, so that
// any text comes to stand in all places of all pages.
func FuzzWords(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("An ordinary title")
	b := newAnySite()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<10 {
			t.Skip()
		}
		b.check(t, worded(text))
	})
}

// worded is a small site with a text in place of most of its words: as it is where it is
// plain, with a backslash before each sign where it is Markdown.
func worded(text string) map[string]string {
	escaped := markdownSigns.ReplaceAllString(strings.Join(strings.Fields(text), " "), `\$0`)
	files := fixture.Small()
	files[content.ConfigPath] += oneRegion
	files["content/organizations/another.md"] = "---\ntitle: A\nkind: outlet\nsummary: B\n---\n"
	for p, data := range files {
		var out strings.Builder
		for line := range strings.Lines(data) {
			words := text
			key, _, _ := strings.Cut(strings.TrimLeft(line, " -"), ":")
			switch key {
			case "summary", "was", "now", "short":
				words = "a " + escaped
			case "title", "tagline", "headline", "publisher":
			default:
				key = ""
			}
			if key == "" || key == "title" && isParty.MatchString(p) { // which sentences and quotes name
				out.WriteString(line)
				continue
			}
			before, _, _ := strings.Cut(line, ": ")
			quoted, err := json.Marshal(words) // which YAML reads as JSON does
			if err != nil {
				panic(err) // any string can be written
			}
			out.WriteString(before + ": " + string(quoted) + "\n")
		}
		files[p] = out.String()
	}
	files["content/pages/about.md"] += "\n## a " + escaped + "\n\na " + escaped + "\n\n- a " + escaped + "\n\n[a " + escaped + "](/amounts/ \"" + escaped + "\") `" + strings.ReplaceAll(escaped, "`", "") + " `\n\n```yaml\n" + escaped + "\n```\n"
	return files
}

// isParty matches the files of those who pay or are paid in the small site.
var isParty = regexp.MustCompile("^content/(people/ada|organizations/a-court)")

// markdownSigns are those that a backslash takes the meaning of.
var markdownSigns = regexp.MustCompile("[!-/:-@[-`{-~]")

// patience is how long a small site may take, on a machine that does much else.
const patience = 20 * time.Second

// An anySite is built of one set of files after the other, as in a preview: what stays the
// same, such as layouts, is read once.
type anySite struct {
	fs.FS
	builder *build.Builder
	seed    maphash.Seed
	well    map[uint64]bool // hashes of published files that are as they must be
}

func newAnySite() *anySite {
	s := &anySite{seed: maphash.MakeSeed(), well: map[uint64]bool{}}
	s.builder = build.New(s, receipts.Defaults, build.Options{Jobs: 1, Drafts: true})
	return s
}

// ofProgram matches files of which a site says no more than its name: they are drawn, come
// with the program, or explain it.
var ofProgram = regexp.MustCompile(`\.png$|^/static/|^/data/schema/|^/guide/errors/`)

// check builds a site of any files and checks what is published, if it is.
func (s *anySite) check(t *testing.T, files map[string]string) {
	t.Helper()
	for p := range files {
		if !source.LeftBehind(p) && strings.HasPrefix(path.Clean(p)+"/", p+"/") {
			continue
		}
		t.Skip() // no system gives such a name
	}
	began := time.Now()
	s.FS = fixture.FS(files)
	res, err := s.builder.Build(t.Context())
	if err != nil {
		t.Skip(err) // a file where a folder must be
	}
	for _, d := range res.Diags {
		text := res.Text(d.Place.File)
		if d.Message == "" || d.Place.Start < 0 || d.Place.Start > d.Place.End || d.Place.End > max(len(text), d.Place.Start) {
			t.Errorf("%s %q is placed at %v of %d bytes", d.Code, d.Message, d.Place, len(text))
		}
		if strings.ContainsFunc(d.Message, func(r rune) bool { return r == 0 }) && !utf8.ValidString(d.Message) {
			t.Errorf("%s echoes %q", d.Code, d.Message)
		}
	}
	for _, r := range res.Routes {
		if ofProgram.MatchString(r.Path) {
			continue
		}
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			t.Errorf("%s: %v", r.Path, err)
			continue
		}
		hash := maphash.String(s.seed, r.Path) ^ maphash.Bytes(s.seed, b.Bytes())
		if s.well[hash] {
			continue
		}
		if checkFile(t, r.Path, r.File(), b.Bytes()); r.IsPage() {
			for _, fault := range checkMarkup(b.Bytes()) {
				t.Errorf("%s:%s", r.Path, fault)
			}
		}
		if len(s.well) == 1<<16 {
			clear(s.well)
		}
		s.well[hash] = !t.Failed()
	}
	if took := time.Since(began); took > patience {
		t.Errorf("the site takes %v", took)
	}
}

// checkFile checks the form of a published file. Pages are checked by [checkMarkup] too,
// which refuses scripts, handlers and javascript: addresses.
func checkFile(t *testing.T, address, file string, data []byte) {
	t.Helper()
	if strings.Contains(address, "..") || strings.ContainsAny(address, "\\\x00\n\"'<>") {
		t.Errorf("a file is published at %q", address)
	}
	switch path.Ext(file) {
	case ".html": // a page, or one that leads from an old address to a new one
		if strings.Count(string(data), "<script") != strings.Count(string(data), "<script type=\"application/ld+json\">")+strings.Count(string(data), "<script src=\"/static/") {
			t.Errorf("%s has a script that is not ours", address)
		}
	case ".xml":
		if err := wellFormed(data); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	case ".json":
		if !json.Valid(data) {
			t.Errorf("%s is not JSON", address)
		}
	case ".csv":
		r := csv.NewReader(bytes.NewReader(data))
		for {
			row, err := r.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", address, err)
				break
			}
			for _, cell := range row {
				if formula.MatchString(cell) && strings.Trim(cell, "-+.0123456789") != "" {
					t.Errorf("%s: %q may be run as a formula", address, cell)
				}
			}
		}
	}
}
