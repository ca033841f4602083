package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/publish"
	"receipts/internal/render"
)

// options are the flags. Each has a default that works in a fresh checkout.
type options struct {
	root      string
	out       string
	compress  bool
	shard     publish.Shard
	shardOf   string // as it is written
	baseURL   string
	stamp     string
	drafts    bool
	staging   bool
	strict    bool
	lint      bool
	sources   string
	since     string
	note      bool
	withdraw  []string
	lang      string // "" for the usual one
	outlet    string
	url       string
	published string
	regions   string
	failOn    string
	format    string
	addr      string
	browser   bool
	poll      bool
	bare      bool
	list      bool
	article   string
	kind      string
	changed   bool
	unsigned  bool
	queries   bool
	sign      bool
	hash      string
	query     bool
	answer    bool
	mend      bool
	by        string
	role      string
	on        string
	jobs      int // 0 is one for each processor, -1 an invalid value
}

// A flagInfo says what a flag is for.
type flagInfo struct {
	name  string
	value string   // what its value is, "DIR"; empty if it takes none
	words []string // the values there are; nil for any
	help  string
	to    func(*options) any // where its value goes: a *string, a *bool or a func(string) error
}

// formats are how diagnostics can be printed, and what changed.
var formats = []string{"text", "json", "github", markdownFormat}

// markdownFormat, the last, is for what changed only.
const markdownFormat = "markdown"

// onDisagreement is the only value of -fail-on.
const onDisagreement = "disagreement"

// flags in the order of help.
var flags = []flagInfo{
	{"root", "DIR", nil, "the folder with content/ (and layouts/, static/ if it has its own); default .", func(o *options) any { return &o.root }},
	{"out", "DIR", nil, "where the site is written; default ROOT/public", func(o *options) any { return &o.out }},
	{"compress", "", nil, "write Brotli and gzip copies beside the files, for hosts that serve them", func(o *options) any { return &o.compress }},
	{"shard", "I/N", nil, "write part I of N only, for N machines that each write theirs: see docs/scale.md", func(o *options) any { return &o.shardOf }},
	{"base-url", "URL", nil, "the address the site is published at; default the one in content/site.yaml", func(o *options) any { return &o.baseURL }},
	{"stamp", "REV", nil, "name the revision that the site is built of, at the foot of every page", func(o *options) any { return &o.stamp }},
	{"drafts", "", nil, "take in articles marked as drafts; a preview does so always, for this machine", func(o *options) any { return &o.drafts }},
	{"strict", "", nil, "take warnings for errors; with -format github they are shown as such", func(o *options) any { return &o.strict }},
	{"lint", "", nil, "say what could be better, too", func(o *options) any { return &o.lint }},
	{"since", "OLD", nil, "list on /corrections/ which facts changed since an older edition: a folder, or a revision", func(o *options) any { return &o.since }},
	{"staging", "", nil, "for a look before publishing: no page is to be found by search engines; with -since, /changes/ has all that changed", func(o *options) any { return &o.staging }},
	{"sources", "DIR", nil, "look up every quote in the text of its source, DIR/ID.txt", func(o *options) any { return &o.sources }},
	{"require-note", "", nil, "refuse a published figure that was changed without a correction", func(o *options) any { return &o.note }},
	{"withdraw", "WHAT", nil, "give up an address that leads nowhere, with its parts, or all of a file; may be repeated", func(o *options) any { return o.addWithdrawn }},
	{"lang", "CODE", exampleLanguages(), "the language of a new site, default " + content.DefaultLanguage + "; of a source, any, where its text does not tell", func(o *options) any { return &o.lang }},
	{"outlet", "ID", nil, "who published a source: the id of a file in content/organizations/", func(o *options) any { return &o.outlet }},
	{"url", "URL", nil, "where a source can be read", func(o *options) any { return &o.url }},
	{"published", "DAY", nil, "the day on which a source was published, where its text does not tell", func(o *options) any { return &o.published }},
	{"regions", "WHICH", regionSets, "the regions that a new site can have pages on; default " + regionSets[0], func(o *options) any { return &o.regions }},
	{"fail-on", "WHAT", []string{onDisagreement}, "take for an error: disagreement, where sources contradict each other and nobody explains it", func(o *options) any { return &o.failOn }},
	{"format", "FORMAT", formats, "how diagnostics and changes are printed: text, json or github, changes also as markdown; default text", func(o *options) any { return &o.format }},
	{"addr", "HOST:PORT", nil, "where the preview is served; default 127.0.0.1:8080", func(o *options) any { return &o.addr }},
	{"open", "", nil, "open the preview in the browser", func(o *options) any { return &o.browser }},
	{"poll", "", nil, "look at the files again and again, for network and container mounts", func(o *options) any { return &o.poll }},
	{"bare", "", nil, "preview the pages as they are published, without bar and reload", func(o *options) any { return &o.bare }},
	{"list", "", nil, "list what the site states, with who has read it; the other flags choose of it", func(o *options) any { return &o.list }},
	{"article", "ID", nil, "what stands in one article, or on one page", func(o *options) any { return &o.article }},
	{"kind", "KIND", reviewKinds(), "items of one kind", func(o *options) any { return &o.kind }},
	{"changed", "", nil, "what has changed since it was read", func(o *options) any { return &o.changed }},
	{"unsigned", "", nil, "what so many people as the site asks for have not read", func(o *options) any { return &o.unsigned }},
	{"queries", "", nil, "what somebody asks about", func(o *options) any { return &o.queries }},
	{"sign", "", nil, "note that you have read the items beside their sources", func(o *options) any { return &o.sign }},
	{"hash", "HASH", nil, "sign the item only if this is still its hash, as review ID prints it", func(o *options) any { return &o.hash }},
	{"query", "", nil, "ask something about an item: ID \"What?\"", func(o *options) any { return &o.query }},
	{"answer", "", nil, "take away a query that is answered: ID, and its first words if there are several", func(o *options) any { return &o.answer }},
	{"mend", "", nil, "write the file of signatures anew after a merge, with those of both sides", func(o *options) any { return &o.mend }},
	{"by", "NAME", nil, "who signs, asks or answers: a name or initials, which are never published", func(o *options) any { return &o.by }},
	{"role", "ROLE", nil, "as whom, such as \"first reading\", which is published", func(o *options) any { return &o.role }},
	{"on", "DATE", nil, "the day of it; default today", func(o *options) any { return &o.on }},
	{"j", "N", nil, "pages worked on at once; default one for each processor", func(o *options) any { return o.setJobs }},
}

// register makes o the defaults, and set what replaces them by the flags that are given.
func (o *options) register(set *flag.FlagSet) {
	*o = options{root: ".", regions: regionSets[0], format: "text", addr: "127.0.0.1:8080"}
	for _, f := range flags {
		switch to := f.to(o).(type) {
		case *string:
			set.StringVar(to, f.name, *to, "")
		case *bool:
			set.BoolVar(to, f.name, *to, "")
		case func(string) error:
			set.Func(f.name, "", to)
		}
	}
}

func (o *options) addWithdrawn(s string) error {
	o.withdraw = append(o.withdraw, s)
	return nil
}

func (o *options) setJobs(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		n = -1 // checkFlags reports it, in our words
	}
	o.jobs = n
	return nil
}

// checkFlags refuses flags that the command does not take and invalid values.
func (inv *invocation) checkFlags(set *flag.FlagSet, cmd command) error {
	o := &inv.options
	var err error
	set.Visit(func(f *flag.Flag) {
		if !slices.Contains(cmd.flags, f.Name) && err == nil {
			err = &usageError{inv.call(cmd.name) + " has no flag -" + f.Name, `"` + inv.call("help "+cmd.name) + `" lists its flags`}
		}
	})
	if err != nil {
		return err
	}
	taken := formats
	if cmd.name != diffCommand.name {
		taken = formats[:len(formats)-1]
	}
	if !slices.Contains(taken, o.format) {
		return &usageError{`unknown format "` + o.format + `"`, "the formats are " + strings.Join(taken, ", ")}
	}
	if cmd.name == initCommand.name && o.lang != "" && !slices.Contains(exampleLanguages(), o.lang) {
		return &usageError{`there is no example in "` + o.lang + `"`, "take one in " + strings.Join(exampleLanguages(), " or ") + `, and "` + inv.call("eject messages "+o.lang) + `" for the words of pages`}
	}
	if !slices.Contains(regionSets, o.regions) {
		return &usageError{`unknown regions "` + o.regions + `"`, "the regions are " + strings.Join(regionSets, ", ")}
	}
	if isSet(set, "fail-on") && o.failOn != onDisagreement {
		return &usageError{`-fail-on "` + o.failOn + `" is nothing to fail on`, "write -fail-on " + onDisagreement}
	}
	if kinds := reviewKinds(); o.kind != "" && !slices.Contains(kinds, o.kind) {
		return &usageError{`unknown kind "` + o.kind + `"`, "the kinds of items are " + strings.Join(kinds, ", ")}
	}
	if o.jobs < 0 {
		return &usageError{"-j takes a number of pages, from 1", ""}
	}
	if isSet(set, "shard") {
		if o.shard, err = publish.ParseShard(o.shardOf); err != nil {
			return &usageError{`-shard "` + o.shardOf + `" is no part of a site`, "the parts of four are 1/4, 2/4, 3/4 and 4/4"}
		}
	}
	if strings.ContainsFunc(o.stamp, diag.IsInvisible) || len(o.stamp) > maxStamp {
		return &usageError{fmt.Sprintf("-stamp takes a name of at most %d letters in one line", maxStamp), inv.call("-stamp $(git rev-parse --short HEAD)")}
	}
	if o.baseURL != "" {
		address, err := content.SiteAddress(o.baseURL)
		if bad := new(diag.Mistake); errors.As(err, &bad) {
			return &usageError{"-base-url " + bad.Message, bad.Hint}
		}
		o.baseURL = address
	}
	return nil
}

// maxStamp is as long as the names of revisions are: a hash of SHA-256 in hexadecimal.
const maxStamp = 64

func isSet(set *flag.FlagSet, name string) bool {
	found := false
	set.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// outDir is where the site is written.
func (o *options) outDir() string {
	if o.out != "" {
		return o.out
	}
	return filepath.Join(o.root, "public")
}

// checkOut refuses to write the site among the files that it is made of, where
// the next build would take it for content.
func (o *options) checkOut() error {
	out, err := resolve(o.outDir())
	if err != nil {
		return err
	}
	for _, name := range []string{"content", "layouts", "static"} {
		folder, err := resolve(filepath.Join(o.root, name))
		if err != nil {
			return err
		}
		if isWithin(out, folder) {
			return &usageError{
				o.outDir() + ": the site is made from the files in " + filepath.Join(o.root, name) + ", and cannot be written among them",
				"name a folder of its own with -out",
			}
		}
	}
	return nil
}

// resolve returns the whole path of a folder, behind any links in the part of
// it that exists.
func resolve(folder string) (string, error) {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	missing := ""
	for {
		real, err := filepath.EvalSymlinks(whole)
		if err == nil {
			return filepath.Join(real, missing), nil
		}
		if filepath.Dir(whole) == whole {
			return "", err
		}
		whole, missing = filepath.Dir(whole), filepath.Join(filepath.Base(whole), missing)
	}
}

// isWithin reports whether a resolved path is a folder or lies below it. It ignores
// letter case if the disk does.
func isWithin(path, folder string) bool {
	info, folderErr := os.Stat(folder)
	for {
		if path == folder {
			return true
		}
		if at, err := os.Stat(path); err == nil && folderErr == nil && os.SameFile(at, info) {
			return true
		}
		if filepath.Dir(path) == path {
			return false
		}
		path = filepath.Dir(path)
	}
}

// A work is the site in the root folder, built, with what can go on from there.
type work struct {
	*build.Builder
	res  *build.Result
	bar  *progress
	root *os.Root
}

// work builds the site in the root folder. It is to be closed.
func (inv *invocation) work(ctx context.Context, more ...func(*build.Options)) (*work, error) {
	root, err := inv.openRoot()
	if err != nil {
		return nil, err
	}
	opt, err := inv.buildOptions(ctx)
	if err != nil {
		root.Close()
		return nil, err
	}
	for _, set := range more {
		set(&opt)
	}
	w := &work{bar: newProgress(inv.stderr), root: root}
	opt.Once, opt.History = true, inv.history(ctx)
	letGrow(0)
	opt.Phase = func(name string, files int) {
		letGrow(files)
		w.bar.phase(name, files)
	}
	w.Builder = build.New(root.FS(), receipts.Defaults, opt)
	if w.res, err = w.Build(ctx); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

func (w *work) close() {
	w.bar.clear()
	w.root.Close()
}

// buildOptions are what the flags say of a build.
func (inv *invocation) buildOptions(ctx context.Context) (build.Options, error) {
	o := &inv.options
	opt := build.Options{BaseURL: o.baseURL, Stamp: o.stamp, Drafts: o.drafts, Staging: o.staging, Lint: o.lint, Unlisted: o.lint || o.strict, Jobs: o.jobs}
	if o.since == "" {
		return opt, nil
	}
	old, err := inv.older(ctx, o.since)
	if err != nil {
		return opt, err
	}
	opt.Earlier = render.Earlier{Sites: old.Editions()}
	if _, err := os.Stat(o.since); err != nil {
		opt.Earlier.Name = o.since // a revision; a folder's name would mean nothing to readers
	}
	return opt, nil
}

// openRoot opens the root folder. Nothing outside it can be read or written
// through it, not even by way of links.
func (o *options) openRoot() (*os.Root, error) {
	root, err := os.OpenRoot(o.root)
	if err == nil {
		if _, err = root.Stat("content"); err == nil {
			return root, nil
		}
		root.Close()
	}
	if link, _ := os.Readlink(filepath.Join(o.root, "content")); link != "" {
		return nil, &usageError{`the folder "content" in ` + o.root + " is a link that leads nowhere, or out of it", "put the folder itself in its place, or name with -root the folder that it is in"}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &usageError{`there is no folder "content" in ` + o.root, "name the folder of the site with -root DIR"}
	}
	return nil, err
}
