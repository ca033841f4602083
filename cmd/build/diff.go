package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/changes"
	"receipts/internal/diag"
	"receipts/internal/locale"
)

var diffCommand = command{
	name:  "diff",
	args:  "OLD [NEW]",
	short: "say what changed between two editions",
	long: `One line for each thing that readers are told otherwise: of facts, legal
questions, states and later developments, the totals of the site, the points on
which sources differ, pages that came or went, and our own words; of further
languages the words of translations. OLD and NEW are folders with content/ in them,
or revisions that git knows in the folder of -root; without NEW, that folder is the
newer edition. -format markdown writes a comment for a pull request.

With -require-note a published figure may not change in silence: how much, when,
where, from and to whom, who says so, in what sense, and the status of a legal
question, changed or taken back, need a new entry under "corrections" of the
article. The message says which. Exit status 1 if one is missing, or if NEW has
errors; without the flag, 0 whatever changed.`,
	example: "diff HEAD~1 -require-note",
	flags:   []string{"root", "require-note", "format", "j"},
	run:     runDiff,
}

func runDiff(ctx context.Context, inv *invocation) error {
	if len(inv.args) == 0 {
		return &usageError{"diff takes an older edition", inv.call("diff OLD") + "; a folder, or a revision that git knows"}
	}
	old, err := inv.older(ctx, inv.args[0])
	if err != nil {
		return err
	}
	name := inv.root
	if len(inv.args) > 1 {
		name = inv.args[1]
	}
	now, err := inv.edition(ctx, name)
	if err != nil {
		return err
	}
	if n, _ := now.Diags.Count(); n > 0 {
		inv.warn("%s has %s; what could be read is compared", name, diag.Plural(n, "error"))
	}
	list := changes.All(old.Editions(), now.Editions())
	missing := changes.Unnoted(list, now.Site, time.Now().Format(time.DateOnly))
	if inv.format == markdownFormat {
		errors, _ := now.Diags.Count()
		err = changes.Report{Changes: list, Missing: missing, Errors: errors, Old: old.Text, New: now.Text}.Markdown(inv.stdout)
	} else {
		err = inv.printChanges(list)
	}
	if err != nil || !inv.note {
		return err
	}
	return inv.requireNotes(missing, now)
}

// requireNotes prints what has changed without a correction. An edition that was
// read in part proves nothing.
func (inv *invocation) requireNotes(diags diag.List, now *build.Result) error {
	var err error
	switch inv.format {
	case markdownFormat: // the comment lists them
	case "json": // stdout has one value, in which each change says whether it is noted
	case "github":
		err = diag.GitHub(inv.stdout, diags, now.Text, inv.strict)
	default:
		if len(diags) > 0 {
			fmt.Fprintln(inv.stderr)
		}
		if err = diag.Text(inv.stderr, diags, now.Text, inv.color()); err == nil && len(diags) > 0 {
			fmt.Fprintf(inv.stderr, "\n%s without a correction. \"%s\" says what needs one.\n", diag.Plural(len(diags), "change"), inv.call("explain "+string(diag.Unnoted)))
		}
	}
	if err != nil {
		return err
	}
	if errors, _ := now.Diags.Count(); errors > 0 || len(diags) > 0 {
		return errContent
	}
	return nil
}

// edition assembles the site in a folder, or in a revision of the root folder.
// An edition with errors is compared as far as it could be read.
func (inv *invocation) edition(ctx context.Context, name string) (*build.Result, error) {
	if info, err := os.Stat(filepath.Join(name, "content")); err != nil || !info.IsDir() {
		older, err := committed(ctx, inv.root, name)
		if err != nil {
			return nil, err
		}
		return build.New(older, receipts.Defaults, build.Options{Jobs: inv.jobs}).Build(ctx)
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return build.New(root.FS(), receipts.Defaults, build.Options{Jobs: inv.jobs}).Build(ctx)
}

// older assembles an edition that was published before. Rules that are newer than it
// may speak against it, and it is not to be mended.
func (inv *invocation) older(ctx context.Context, name string) (*build.Result, error) {
	res, err := inv.edition(ctx, name)
	if err != nil {
		return nil, err
	}
	if n, _ := res.Diags.Count(); n > 0 {
		inv.warn("%s is read by today's rules, by which it has %s; what could be read of it is compared", name, diag.Plural(n, "error"))
	}
	return res, nil
}

// committed is content/ as git has it at a revision.
func committed(ctx context.Context, root, name string) (fs.FS, error) {
	if strings.HasPrefix(name, "-") {
		return nil, &usageError{`"` + name + `" is neither a folder with content/ nor a revision`, ""}
	}
	cmd := exec.CommandContext(ctx, "git", "-C", root, "archive", "--format=zip", "-0", name, "content")
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		reason, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		problem := `"` + name + `" is neither a folder with content/ nor a revision that git knows`
		if exec.CommandContext(ctx, "git", "-C", root, "rev-parse", "--verify", "--quiet", name+"^{tree}").Run() == nil {
			problem = `the revision "` + name + `" has no content/ in ` + root
		}
		return nil, &usageError{problem, reason}
	}
	return zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
}

func (inv *invocation) printChanges(list []changes.Change) error {
	if inv.format == "json" {
		e := json.NewEncoder(inv.stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if list == nil {
			list = []changes.Change{}
		}
		return e.Encode(list)
	}
	for _, c := range list {
		where := strings.TrimSpace(c.Article + " " + c.At)
		if c.Lang != "" {
			where = strings.TrimPrefix(where+", in "+locale.English().Language(c.Lang), ", ")
		}
		if where != "" {
			where = " (" + where + ")"
		}
		mark := ""
		if inv.note && c.Figure && !c.Noted {
			mark = "  ! no correction"
		}
		fmt.Fprintf(inv.stdout, "%s%s: %s%s\n", c.ID, where, c, mark)
	}
	if len(list) == 0 && inv.format == "text" {
		fmt.Fprintln(inv.stdout, "nothing changed")
	}
	return nil
}
