package main

import (
	"flag"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"receipts"
	"receipts/internal/build"
)

// options are the flags. Each has a default that works in a fresh checkout.
type options struct {
	root    string
	out     string
	baseURL string
	drafts  bool
	strict  bool
	lint    bool
	sources string
	note    bool
	format  string
	jobs    int
}

// flagHelp says what each flag is for, in the order of help.
var flagHelp = []struct{ name, value, help string }{
	{"root", "DIR", "the folder with content/ (and layouts/, static/ if it has its own); default ."},
	{"out", "DIR", "where the site is written; default ROOT/public"},
	{"base-url", "URL", "the address the site is published at; default the one in content/site.yaml"},
	{"drafts", "", "take in articles marked as drafts"},
	{"strict", "", "take warnings for errors"},
	{"lint", "", "say what could be better, too"},
	{"sources", "DIR", "look up every quote in the text of its source, DIR/ID.txt"},
	{"require-note", "", "refuse a changed figure that no correction mentions"},
	{"format", "FORMAT", "how diagnostics are printed: text, json or github; default text"},
	{"j", "N", "pages worked on at once; default one for each processor"},
}

func (o *options) register(fs *flag.FlagSet) {
	fs.StringVar(&o.root, "root", ".", "")
	fs.StringVar(&o.out, "out", "", "")
	fs.StringVar(&o.baseURL, "base-url", "", "")
	fs.BoolVar(&o.drafts, "drafts", false, "")
	fs.BoolVar(&o.strict, "strict", false, "")
	fs.BoolVar(&o.lint, "lint", false, "")
	fs.StringVar(&o.sources, "sources", "", "")
	fs.BoolVar(&o.note, "require-note", false, "")
	fs.StringVar(&o.format, "format", "text", "")
	fs.IntVar(&o.jobs, "j", 0, "")
}

// checkFlags refuses flags that the command does not heed and values that
// cannot be meant.
func (o *options) checkFlags(fs *flag.FlagSet, cmd command) error {
	var err error
	fs.Visit(func(f *flag.Flag) {
		if !slices.Contains(cmd.flags, f.Name) && err == nil {
			err = &usageError{"build " + cmd.name + " has no flag -" + f.Name, `"build help ` + cmd.name + `" lists its flags`}
		}
	})
	if err != nil {
		return err
	}
	if !slices.Contains(formats, o.format) {
		return &usageError{`unknown format "` + o.format + `"`, "the formats are " + strings.Join(formats, ", ")}
	}
	if o.jobs < 0 {
		return &usageError{"-j takes a number of pages, from 1", ""}
	}
	if o.baseURL != "" {
		u, err := url.Parse(o.baseURL)
		if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.Fragment != "" {
			return &usageError{`-base-url "` + o.baseURL + `" is not a web address`, "write it as https://example.org or https://example.org/path"}
		}
		o.baseURL = strings.TrimRight(o.baseURL, "/")
	}
	return nil
}

var formats = []string{"text", "json", "github"}

// outDir is where the site is written.
func (o *options) outDir() string {
	if o.out != "" {
		return o.out
	}
	return filepath.Join(o.root, "public")
}

// open opens the root folder. Nothing outside it can be read through it, not
// even by way of links.
func (o *options) open() (*build.Builder, func(), error) {
	root, err := os.OpenRoot(o.root)
	if err != nil {
		return nil, nil, err
	}
	if _, err := root.Stat("content"); err != nil {
		root.Close()
		return nil, nil, &usageError{`there is no folder "content" in ` + o.root, "name the folder of the site with -root DIR"}
	}
	b := build.New(root.FS(), receipts.Defaults, build.Options{BaseURL: o.baseURL, Drafts: o.drafts, Lint: o.lint, Jobs: o.jobs})
	return b, func() { root.Close() }, nil
}
