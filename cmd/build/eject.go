package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"receipts"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
)

var ejectCommand = command{
	name:  "eject",
	args:  "WHAT [NAME]",
	short: "write built-in files into the folder of the site, to change them",
	long: `Writes files that are built in, where they take the place of those: WHAT is layouts,
static, guide (how to write, for those who do) or messages (all words of pages). NAME
is one file of it; of messages it is a language, and one that is not built in comes in
English, to be translated; of fr-CA, which has the words of fr, only what differs. A later program has newer ones: write out what you change.`,
	example: "eject messages he",
	flags:   []string{"root"},
	words:   func(*invocation) []string { return ejected },
	run:     runEject,
}

// ownStyle is the chapter that is about the words of the first site of the program, and is
// not written out.
const ownStyle = "content/guide/house-style.md"

// ejected is what can be written out.
var ejected = []string{"layouts", "static", "guide", "messages"}

func runEject(_ context.Context, inv *invocation) error {
	what, name := "", ""
	if len(inv.args) > 0 {
		what = inv.args[0]
	}
	if len(inv.args) > 1 {
		name = inv.args[1]
	}
	files, err := inv.builtIn(what, name)
	if err != nil {
		return err
	}
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	if err := writeNew(root, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(inv.stdout, filepath.Join(inv.root, filepath.FromSlash(f.path)))
	}
	return nil
}

// builtIn are the files of one kind, or the one of a name.
func (inv *invocation) builtIn(what, name string) ([]newFile, error) {
	var from fs.FS = receipts.Defaults
	folder := what
	switch what {
	case "layouts", "static":
	case "guide":
		from, folder = receipts.Guide, "content/guide"
	case "messages":
		return inv.messages(name)
	case "":
		return nil, &usageError{"eject takes what to write out", "it can be " + strings.Join(ejected, ", ")}
	default:
		return nil, &usageError{`"` + what + `" is nothing to write out`, cmp.Or(diag.DidYouMean(what, ejected), "it can be "+strings.Join(ejected, ", "))}
	}
	files, err := filesBelow(from, folder, folder)
	files = slices.DeleteFunc(files, func(f newFile) bool { return f.path == ownStyle })
	if err != nil || name == "" {
		return files, err
	}
	var names []string
	for _, f := range files {
		short := strings.TrimPrefix(f.path, folder+"/")
		if name == short || name == strings.TrimSuffix(short, path.Ext(short)) {
			return []newFile{f}, nil
		}
		names = append(names, short)
	}
	return nil, &usageError{`there is no "` + name + `" in ` + folder, cmp.Or(diag.DidYouMean(name, names), `"`+inv.call("eject "+what)+`" writes out all`)}
}

// messages is the file of a language.
func (inv *invocation) messages(code string) ([]newFile, error) {
	if code == "" {
		return nil, &usageError{"eject messages takes the code of a language", inv.call("eject messages he")}
	}
	if as := content.SiteLanguage(code); as != code {
		return nil, &usageError{`"` + code + `" is not the code of a language`, inv.call("eject messages " + cmp.Or(as, "he"))}
	}
	data := locale.Source(cmp.Or(locale.BuiltIn(code), content.DefaultLanguage))
	if from := locale.BuiltIn(code); from != "" && from != code {
		data = fmt.Appendf(nil, "# What pages in %s say otherwise than those in %s: keys as \"eject messages %[2]s\"\n# writes them, with other words. All else is as it is there.\nmessages: {}\n", code, from)
	}
	return []newFile{{"content/messages/" + code + ".yaml", data}}, nil
}
