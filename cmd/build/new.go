package main

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// templates are the files that "new" writes, by kind. Places to fill in say
// "FILL IN"; the build refuses a file in which one is left.
//
//go:embed templates
var templates embed.FS

var newCommand = command{
	name:  "new",
	args:  "KIND NAME",
	short: "write a file to fill in",
	long: `Writes a file below content/ that builds once the places marked FILL IN are
filled. KIND is article, fact, person, organization, question, term or page;
NAME becomes the id: lower-case letters, digits and hyphens, for ever.`,
	example: "build new article ledger-2024-11-03",
	flags:   []string{"root"},
	run:     runNew,
}

// templateFolders says where a file of each kind belongs.
var templateFolders = []struct {
	kind   string
	folder content.Kind
}{
	{"article", content.ArticleKind},
	{"fact", content.FactKind},
	{"person", content.PersonKind},
	{"organization", content.OrganizationKind},
	{"question", content.QuestionKind},
	{"term", content.TermKind},
	{"page", content.ProseKind},
}

func templateNames() []string {
	var names []string
	for _, t := range templateFolders {
		names = append(names, t.kind)
	}
	return names
}

func runNew(_ context.Context, inv *invocation) error {
	if len(inv.args) < 2 {
		return &usageError{"new takes a kind and a name", "build new article NAME; the kinds are " + strings.Join(templateNames(), ", ")}
	}
	kind, name := inv.args[0], inv.args[1]
	var folder content.Kind
	for _, t := range templateFolders {
		if t.kind == kind {
			folder = t.folder
		}
	}
	if folder == "" {
		return &usageError{`unknown kind "` + kind + `"`, orElse(diag.DidYouMean(kind, templateNames()), "the kinds are "+strings.Join(templateNames(), ", "))}
	}
	if !content.IsID(name) {
		return &usageError{`"` + name + `" cannot be an id`, "use lower-case letters, digits and single hyphens, such as daily-award"}
	}
	text, err := templates.ReadFile("templates/" + kind + ".md")
	if err != nil {
		return err
	}
	// The day is the author's: she reads the source now. It is the one place
	// where the clock is asked, and it only fills in a form.
	today := time.Now().Format(time.DateOnly)
	out := strings.NewReplacer("{{today}}", today, "{{name}}", name).Replace(string(text))
	path := filepath.Join(inv.root, "content", string(folder), name+".md")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &usageError{path + " is already there", "choose another name, or edit that file"}
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(out)
	if err := cmp.Or(err, f.Close()); err != nil {
		return err
	}
	fmt.Fprintf(inv.stdout, "%s: fill in the %d marked places, then run \"build check\"\n", path, strings.Count(out, "FILL IN"))
	return nil
}
