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
	"receipts/internal/source"
)

// templates are the files that "new" writes, by language and kind. Places to fill in
// say "FILL IN" in all of them; the build refuses a file in which one is left.
//
//go:embed templates
var templates embed.FS

var newCommand = command{
	name:  "new",
	args:  "KIND NAME",
	short: "write a file to fill in",
	long: `Writes a file below content/ that builds once the places marked FILL IN are
filled. KIND is article, fact, topic, person, organization, question, later, authority, term
or page; NAME becomes the id: lower-case letters, digits and hyphens, for ever. An
authority is named by its citation: code-electoral-l-52-8.`,
	example: "new article ledger-2024-11-03",
	flags:   []string{"root"},
	words:   func(*invocation) []string { return templateNames() },
	run:     runNew,
}

// templateFolders says where a file of each kind belongs.
var templateFolders = []struct {
	kind   string
	folder content.Kind
}{
	{"article", content.ArticleKind},
	{"fact", content.FactKind},
	{"topic", content.TopicKind},
	{"person", content.PersonKind},
	{"organization", content.OrganizationKind},
	{"question", content.QuestionKind},
	{"later", content.LaterKind},
	{"authority", content.AuthorityKind},
	{"term", content.TermKind},
	{"page", content.TextKind},
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
		return &usageError{"new takes a kind and a name", inv.call("new article NAME") + "; the kinds are " + strings.Join(templateNames(), ", ")}
	}
	kind, name := inv.args[0], inv.args[1]
	var folder content.Kind
	for _, t := range templateFolders {
		if t.kind == kind {
			folder = t.folder
		}
	}
	if folder == "" {
		return &usageError{`unknown kind "` + kind + `"`, cmp.Or(diag.DidYouMean(kind, templateNames()), "the kinds are "+strings.Join(templateNames(), ", "))}
	}
	if !content.IsID(name) {
		id := content.IDOf(name)
		return &usageError{`"` + name + `" cannot be an id`, cmp.Or(source.Misnamed(id), "use lower-case letters, digits and single hyphens, such as "+cmp.Or(id, "daily-award"))}
	}
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	if err := checkFree(root, name); err != nil {
		return err
	}
	// The day on which the author reads the source. Only the form depends on it:
	// builds ask no clock.
	today := time.Now().Format(time.DateOnly)
	c := siteConfig(root)
	text, err := templates.ReadFile("templates/" + formLanguage(c.Lang()) + "/" + kind + ".md")
	if err != nil {
		return err
	}
	out := strings.NewReplacer(
		"{{today}}", today, "{{name}}", name, "{{language}}", c.Lang(),
		"{{flows}}", strings.Join(c.Flows.IDs(), ", "), "{{organizations}}", strings.Join(c.OrgKinds.IDs(), ", "),
	).Replace(string(text))
	path := filepath.Join("content", string(folder), name+".md")
	if err := writeNew(root, []newFile{{filepath.ToSlash(path), []byte(out)}}); err != nil {
		return err
	}
	check := inv.call("check")
	if inv.root != "." {
		check += " -root " + inv.root
	}
	fmt.Fprintf(inv.stdout, "%s: fill in the %d marked places, then run \"%s\"\n", filepath.Join(inv.root, path), strings.Count(out, "FILL IN"), check)
	return nil
}

// formLanguage is the language of the forms of a site: its own, or English if there are
// none in that.
func formLanguage(lang string) string {
	if _, err := fs.Stat(templates, "templates/"+lang); err != nil {
		return content.DefaultLanguage
	}
	return lang
}

// siteConfig is what the site file says, as far as it can be read: "check" tells of the
// mistakes in it.
func siteConfig(root *os.Root) *content.Config {
	data, err := root.ReadFile(filepath.FromSlash(content.ConfigPath))
	if err != nil {
		data = nil
	}
	c, _ := content.ParseConfig(source.File{Path: content.ConfigPath, Data: data})
	return c
}

// checkFree refuses an id that another page has. It checks the names of files only,
// so it does not find the ids of facts without a file.
func checkFree(root *os.Root, id string) error {
	const hint = "choose another name"
	file, err := source.Read(root.FS(), content.ConfigPath)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	config, _ := content.ParseConfig(file)
	if s, ok := config.Regions.BySlug(id); ok {
		return &usageError{`"` + id + `" is already the id of the state ` + s.Name, hint + ", or say in " + content.ConfigPath + " which regions the site has"}
	}
	for _, k := range content.Kinds {
		path := filepath.Join("content", string(k), id+".md")
		switch _, err := root.Lstat(path); {
		case err == nil:
			return &usageError{`"` + id + `" is already the id of ` + filepath.ToSlash(path), hint + ", or edit that file"}
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
	}
	return nil
}
