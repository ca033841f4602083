// Package edits makes the edits of an author in a hurry, for tests that compare a
// rebuild after an edit with a fresh build.
//
// What goes in are the files of a site as a map; what comes out is the map,
// changed. The same seed makes the same edits. The package touches no disk.
package edits

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
)

// An Editor makes random edits. Its zero value is not usable.
type Editor struct {
	*rand.Rand
	Original map[string]string // the files of the whole site
	builtIn  map[string]string // layouts and static files
}

// New returns an Editor of a site whose layouts and static files are builtIn.
func New(seed uint64, original map[string]string, builtIn fs.FS) (*Editor, error) {
	ed := &Editor{rand.New(rand.NewPCG(seed, seed)), maps.Clone(original), map[string]string{}}
	err := fs.WalkDir(builtIn, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(builtIn, p)
		ed.builtIn[p] = string(data)
		return err
	})
	return ed, err
}

// pick returns one key of m, the same for the same seed.
func pick[V any](ed *Editor, m map[string]V) string {
	keys := slices.Sorted(maps.Keys(m))
	return keys[ed.IntN(len(keys))]
}

// Pick returns the name of one of files.
func (ed *Editor) Pick(files map[string]string) string { return pick(ed, files) }

func (ed *Editor) oneOf(list ...string) string { return list[ed.IntN(len(list))] }

// replacements are changes that many pages show: titles, figures, states, ids.
var replacements = [][2]string{
	{"title: Ada", "title: Ada of the letters"},
	{"title: The fine", "title: A fine of many dollars"},
	{"title: The Gazette", "title: The Evening Gazette"},
	{"350,000", "360,000"},
	{"350 000", "360 000"},
	{"states: [PA]", "states: [PA, MI]"},
	{"- PA:", "- MI:"},
	{"kind: outlet", "kind: court"},
	{"status: question-raised", "status: decided"},
	{"fact: letters", "fact: many-letters"},
	{"[[ada]]", "[[a-court]]"},
	{"base_url: https://small.example", "base_url: https://small.example/below"},
	{"read: 2026-11-22\n", "read: 2026-11-22\ndraft: true\n"},
	{"---\n\n", "draft: true\n---\n\n"},
	{"title: First", "title: [First"},
	{"title: L’amende", "title: Une amende"},
	{"languages: [en, fr]", "languages: [en]"},
	{"languages: [en, fr]", "languages: [fr, en]"},
	{"plus de 350 000", "plus de 370 000"},
	{"says: La Gazette", "says: Le journal"},
}

// Edit changes files and says what it did.
func (ed *Editor) Edit(files map[string]string) string {
	name := pick(ed, files)
	lines := strings.SplitAfter(files[name], "\n")
	at := ed.IntN(len(lines))
	switch ed.IntN(24) {
	case 0:
		lines[at] += "Another line, on [[ada]] and 18 U.S.C. § 597.\n"
		files[name] = strings.Join(lines, "")
		return "add a line to " + name
	case 1:
		other := pick(ed, files)
		from := strings.SplitAfter(files[other], "\n")
		lines[at] = from[ed.IntN(len(from))]
		files[name] = strings.Join(lines, "")
		return "copy a line of " + other + " to " + name
	case 2:
		files[name] = strings.Join(slices.Delete(lines, at, at+1), "")
		return "delete a line of " + name
	case 3:
		delete(files, name)
		if len(files) == 0 {
			maps.Copy(files, ed.Original)
		}
		return "remove " + name
	case 4:
		to := strings.Replace(name, ".md", "-two.md", 1)
		files[to] = files[name]
		return "copy " + name + " to " + to
	case 5:
		layout := pick(ed, ed.builtIn)
		files[layout] = ed.builtIn[layout] + ed.oneOf("<!-- mine -->", "\n", "{{.Nobody}}", "{{if}}", `{{t "no.such"}}`, `{{asset "none.css"}}`, "p { background: url(none.png) }")
		return "change the built-in " + layout
	case 6:
		files["static/picture.png"] = strings.Repeat("x", ed.IntN(9))
		return "draw static/picture.png"
	case 7:
		files["content/pages/extra.md"] = "---\ntitle: Extra\nsummary: More on [[a-fine]].\n---\n\n## A part\n\nText.\n"
		return "add content/pages/extra.md"
	case 8:
		to := path.Join(path.Dir(name), ed.oneOf("renamed", "other", "first", "ada")+path.Ext(name))
		files[to] = files[name]
		if to != name {
			delete(files, name)
		}
		return "rename " + name + " to " + to
	case 9:
		to := "content/" + ed.oneOf("people", "organizations", "pages", "glossary", "nowhere") + "/" + path.Base(name)
		files[to] = files[name]
		if to != name {
			delete(files, name)
		}
		return "move " + name + " to " + to
	case 10, 11:
		r := replacements[ed.IntN(len(replacements))]
		var did strings.Builder
		for _, n := range slices.Sorted(maps.Keys(files)) {
			if strings.Contains(files[n], r[0]) {
				files[n] = strings.ReplaceAll(files[n], r[0], r[1])
				did.WriteString(" " + n)
			}
		}
		return "replace " + r[0] + " in" + did.String()
	case 12:
		files["static/root/"+ed.oneOf("humans.txt", "feed.xml", "keys/a.txt")] = "mine"
		return "add a file at the root"
	case 13:
		return ed.renameFolder(files, path.Dir(name))
	default:
		ed.mend(files)
		return "mend most files"
	}
}

// renameFolder gives a folder another name, with all files in it, or moves it.
func (ed *Editor) renameFolder(files map[string]string, folder string) string {
	if folder == "." {
		return "rename no folder"
	}
	to := ed.oneOf(folder+"-old", "static/moved", "content/people", path.Dir(folder)+"/renamed")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if rest, ok := strings.CutPrefix(name, folder+"/"); ok && to != folder {
			files[path.Join(to, rest)] = files[name]
			delete(files, name)
		}
	}
	return "rename the folder " + folder + " to " + to
}

func (ed *Editor) mend(files map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if _, mine := ed.Original[name]; !mine && ed.IntN(3) > 0 {
			delete(files, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ed.Original)) {
		if ed.IntN(10) > 0 {
			files[name] = ed.Original[name]
		}
	}
}
