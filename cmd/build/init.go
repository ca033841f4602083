package main

import (
	"cmp"
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"

	"receipts"
	"receipts/internal/content"
	"receipts/internal/disk"
)

// examples are the sites that "init" writes, by language: an election that is made up,
// and says so.
//
//go:embed examples
var examples embed.FS

var initCommand = command{
	name:  "init",
	args:  "DIR",
	short: "make a small site to begin with",
	long: `Writes a site that builds: two made-up articles that disagree, a question of law,
what they refer to, and what GitHub Pages and Netlify need to build it. The folder
may have .git, a readme and a licence, and nothing else.`,
	example: "init elections -lang fr",
	flags:   []string{"lang", "regions"},
	run:     runInit,
}

// regionSets are the regions that a site can have pages on. The first is the default.
var regionSets = []string{"none", "us-states"}

// exampleLanguages are the languages that there is an example in.
func exampleLanguages() []string {
	entries, err := examples.ReadDir("examples")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var codes []string
	for _, e := range entries {
		codes = append(codes, e.Name())
	}
	return codes
}

func runInit(_ context.Context, inv *invocation) error {
	if len(inv.args) != 1 {
		return &usageError{"init takes the folder of the new site", inv.call("init elections")}
	}
	folder := inv.args[0]
	if err := disk.MkdirAll(folder); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := checkEmpty(root, folder); err != nil {
		return err
	}
	files, err := exampleSite(cmp.Or(inv.lang, content.DefaultLanguage), inv.regions)
	if err != nil {
		return err
	}
	if err := writeNew(root, files); err != nil {
		return err
	}
	fmt.Fprintf(inv.stdout, `%s: a site of %d files, which builds. Next, in that folder:
  %s shows it while you write, and %s begins a summary of an article
  rm content/*/exempl* sources/exempl* takes the examples away; content/site.yaml is yours to rewrite
  `+ownProgram+` in .github/workflows/publish.yml or netlify.toml: name the repository of the program there, to publish
`, folder, len(files), inv.call("preview -open"), inv.call("draft TEXT.txt"))
	return nil
}

// checkEmpty refuses a folder that has anything but what a new repository has.
func checkEmpty(root *os.Root, folder string) error {
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		name, _, _ := strings.Cut(strings.ToLower(e.Name()), ".")
		if e.Name() != ".git" && name != "readme" && name != "license" && name != "licence" {
			return &usageError{folder + ` is not empty: it has "` + e.Name() + `"`, "name a new folder"}
		}
	}
	return nil
}

// A newFile is a file to be written, with its path in the folder of the site.
type newFile struct {
	path string
	data []byte
}

// exampleSite are the files of a new site.
func exampleSite(lang, regions string) ([]newFile, error) {
	files, err := filesBelow(examples, "examples/"+lang, "")
	if err != nil {
		return nil, err
	}
	for i := range files {
		if files[i].path == "content/site.yaml" {
			files[i].data = []byte(strings.ReplaceAll(string(files[i].data), "{{regions}}", regions))
		}
	}
	return append(files,
		newFile{".gitignore", []byte("/public/\n/sources/\n")},
		newFile{".github/workflows/publish.yml", []byte(ownWorkflow())},
		newFile{"netlify.toml", []byte(ownNetlify())},
	), nil
}

// ownProgram is written where the repository of the program has to be named.
const ownProgram = "OWNER/receipts"

// revision is the commit that the program was built of, or its branch if that is not known.
func revision() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				return s.Value
			}
		}
	}
	return "main"
}

// ownWorkflow is the workflow of a site that is in no repository with the program.
func ownWorkflow() string {
	return strings.NewReplacer(
		"PROGRAM: ${{ github.repository }}", "PROGRAM: "+ownProgram,
		"REVISION: ${{ github.sha }}", "REVISION: "+revision(),
	).Replace(receipts.Workflow)
}

// ownNetlify is the same for Netlify. The program is made beside the site.
func ownNetlify() string {
	return strings.NewReplacer(
		"command = '''\n", `command = '''
    git clone --quiet "https://github.com/$PROGRAM" /tmp/program &&
    git -C /tmp/program checkout --quiet "$REVISION" &&
    make -C /tmp/program install PREFIX=/tmp/program &&
    export PATH="/tmp/program/bin:$PATH" &&
`,
		"go run ./cmd/build", "receipts",
		"[build.environment]\n", `# The repository of the program, and a commit of it, so that the rules change when you say so.
[build.environment]
  PROGRAM = "`+ownProgram+`"
  REVISION = "`+revision()+`"
`).Replace(receipts.Netlify)
}

// filesBelow are the files of a folder, to be written below another one.
func filesBelow(from fs.FS, folder, to string) (files []newFile, err error) {
	err = fs.WalkDir(from, folder, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, p)
		files = append(files, newFile{path.Join(to, strings.TrimPrefix(p, folder+"/")), data})
		return err
	})
	return files, err
}

// writeNew writes files, none of which may be there.
func writeNew(root *os.Root, files []newFile) error {
	all := map[string][]byte{}
	for _, f := range files {
		all[f.path] = f.data
	}
	return disk.Put(root, all, func() error {
		for _, f := range files {
			if _, err := root.Lstat(filepath.FromSlash(f.path)); err == nil {
				return &usageError{f.path + " is there already; nothing was written", "name one that is not, or take the file away"}
			}
		}
		return nil
	})
}
