package main

import (
	"context"
	"io"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/checked"
	"receipts/internal/disk"
	"receipts/internal/fixture"
)

// faults are what a disk says that is full, broken, not ours or out of handles. A file
// that cannot be written whole is written by half, whatever the reason.
var faults = []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EMFILE, io.ErrShortWrite}

// kept matches what disk.Put has written beside a file.
var kept = regexp.MustCompile(`(^|/)\.[^/]*\.(was|new)$`)

// A tried is a command on a site, in a folder of its own.
type tried struct {
	args   []string
	folder string
	before map[string]string // its files, and those of a site that is published there
	after  map[string]string // a run without faults
}

// filesOf are the files of a folder, but for what a build keeps beside its output and
// what disk.Put keeps beside files.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || strings.HasPrefix(d.Name(), ".public.new-") {
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return err
		}
		if rel, _ := filepath.Rel(dir, p); d.Type().IsRegular() && !kept.MatchString(rel) {
			data, err := os.ReadFile(p)
			files[filepath.ToSlash(rel)] = string(data)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// leftIn are the files that filesOf leaves out.
func leftIn(t *testing.T, dir string) (left []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, p); kept.MatchString(rel) || err == nil && strings.HasPrefix(d.Name(), ".public.new-") {
			left = append(left, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// restore makes the folder as it was before the command.
func (c *tried) restore(t *testing.T) {
	t.Helper()
	entries, _ := os.ReadDir(c.folder)
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(c.folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	putFiles(t, c.folder, c.before)
}

func putFiles(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		p := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// run runs the command while the n-th call of the disk fails, and all after it if the
// fault stays. It returns the path of that call, "" if there was none.
func (c *tried) run(n int, fault error, stays bool) (status int, said, path string) {
	fails := &fixture.Fault{N: n, Err: fault, Stays: stays}
	disk.Before = fails.Call
	defer func() { disk.Before = nil }()
	var out strings.Builder
	status = run(context.Background(), "build", c.args, &out, &out)
	if len(fails.Failed) > 0 {
		path = fails.Failed[0]
	}
	return status, out.String(), path
}

// What cannot be printed is a fault of any command: a list that a full disk has by half
// is no list.
func TestPrintingFails(t *testing.T) {
	site := fixture.Read(t, "testdata/script/review_sign.txtar")
	folder := t.TempDir()
	t.Chdir(folder)
	putFiles(t, folder, site)
	for _, args := range []string{
		"", "check -format json", "check -format github", "help", "help diff", "version", "explain", "explain E001", "schema articles", "completion bash", "diff .", "diff . -format markdown",
		"review -list", "review -list -format json", "review paper", "review -sign paper -by AB -role reader", "new person someone", "eject messages he", "init new",
	} {
		var said strings.Builder
		if status := run(t.Context(), "build", strings.Fields(args), full{}, &said); status != exitFault || !strings.Contains(said.String(), syscall.ENOSPC.Error()) {
			t.Errorf("%s: status %d, %s", args, status, said.String())
		}
	}
}

// full is where nothing can be written.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// Whichever call of the disk fails in a command, once or from then on: the exit status
// is not 0 and a path is named, or all is done; the published site is the old one or the
// new one; and every file of the author is as it was or as it is to be, unless the disk
// refuses the way back too: then what it was is kept beside it, and the message says so.
func TestFaults(t *testing.T) {
	site := fixture.Read(t, "testdata/script/rename_translated.txtar")
	small := maps.Clone(site)
	small["content/site.yaml"] += "leave_out: [data, search, previews, cards, records, glossary, guide, law, corrections, coverage, disagreements]\n"
	texts := fixture.Read(t, "testdata/script/sources_found.txtar")
	signed := fixture.Read(t, "testdata/script/review_sign.txtar")
	signed[checked.Path] = signed["signed"]
	asked := maps.Clone(signed)
	asked[checked.Path] = strings.Replace(signed[checked.Path], "paper: {", `paper: {queries: [{by: "CD", date: 2024-12-01, says: "Which?"}], `, 1)
	merged := fixture.Read(t, "testdata/script/review_mistakes.txtar")
	merged[checked.Path] = merged["merged"]
	for _, tt := range []struct {
		args  string
		files map[string]string
		few   int // faults that are tried in a short run
	}{
		{"build", small, 40},
		{"build -compress -shard 1/2", small, 20},
		{"addresses", site, 20},
		{"translated", site, 30},
		{"rename gift the-gift", site, 30},
		{"new person someone", site, 20},
		{"eject messages he", site, 20},
		{"check -sources SITE/texts", texts, 20},
		{"init SITE/new", nil, 20},
		{"draft ledger-2024-10-21.txt -outlet ledger", fixture.Read(t, "testdata/script/draft.txtar"), 30},
		{"review -sign paper story -by CD -role reader -on 2024-11-30", signed, 30},
		{"review -query paper Which -by CD -on 2024-12-01", signed, 30},
		{"review -answer paper -by EF", asked, 30},
		{"review -mend", merged, 30},
	} {
		t.Run(tt.args, func(t *testing.T) {
			c := &tried{folder: t.TempDir(), args: strings.Fields(strings.ReplaceAll(tt.args, "SITE", "."))}
			t.Chdir(c.folder)
			putFiles(t, c.folder, tt.files)
			isBuild := tt.args[0] == 'b'
			if isBuild {
				if status, said, _ := (&tried{args: []string{"build"}}).run(0, nil, false); status != 0 {
					t.Fatal(said)
				}
			}
			c.before = filesOf(t, c.folder)
			if page := "content/people/doe.md"; isBuild { // the new site is another one
				c.before[page] = strings.Replace(c.before[page], "title: ", "title: The ", 1)
			}
			c.restore(t)
			calls := 0
			disk.Before = func(_, _ string) error { calls++; return nil } // on one processor
			status := run(t.Context(), "build", append(c.args, jobs(c.args)...), io.Discard, io.Discard)
			disk.Before = nil
			if c.after = filesOf(t, c.folder); status != 0 || cmp.Equal(c.before, c.after) {
				t.Fatalf("without a fault: status %d", status)
			}
			c.args = append(c.args, jobs(c.args)...)
			// A step that shares no divisor with the calls comes to others with each fault.
			step := max(1, calls*len(faults)*2/fixture.Times(tt.few, 700))
			for big.NewInt(0).GCD(nil, nil, big.NewInt(int64(step)), big.NewInt(int64(calls))).Int64() != 1 {
				step++
			}
			i := 0
			for _, fault := range faults {
				for _, stays := range []bool{false, true} {
					for n := 1; n <= calls; n++ {
						if i++; i%step != 0 {
							continue
						}
						c.try(t, n, fault, stays)
						if t.Failed() {
							return
						}
					}
				}
			}
			t.Logf("%d of %d faults", i/step, i)
		})
	}
}

// jobs makes a build write its files in one order.
func jobs(args []string) []string {
	if slices.Contains([]string{"build", "addresses", "rename", "check"}, args[0]) {
		return []string{"-j", "1"}
	}
	return nil
}

func (c *tried) try(t *testing.T, n int, fault error, stays bool) {
	t.Helper()
	c.restore(t)
	status, said, path := c.run(n, fault, stays)
	if path == "" {
		t.Fatalf("there is no call %d", n)
	}
	now := filesOf(t, c.folder)
	fails := func(format string, args ...any) {
		t.Helper()
		t.Errorf("call %d, on %s: %v, stays %v: status %d\n%s\n"+format, append([]any{n, path, fault, stays, status, said}, args...)...)
	}
	isBefore, isAfter := cmp.Equal(c.before, now), cmp.Equal(c.after, now)
	switch {
	case status == 0 && !isAfter:
		fails("all is well, but the files are others (-want +got):\n%s", cmp.Diff(c.after, now))
	case status == 0:
		return
	case !strings.Contains(said, filepath.Base(path)):
		fails("the path is not named")
	case isBefore || isAfter:
	case !stays:
		fails("a mixture (-before +now):\n%s", cmp.Diff(c.before, now))
	default: // the disk refused the way back
		for name, text := range c.before {
			was := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".was")
			copied, _ := os.ReadFile(was)
			if now[name] != text && now[name] != c.after[name] && string(copied) != text {
				fails("%s is lost", name)
			}
			if now[name] != text && (string(copied) != text || !strings.Contains(said, filepath.Base(was))) {
				fails("nothing says where %s is", name)
			}
		}
	}
	if isAfter {
		return
	}
	// Once the disk is in order, the same command does all of it.
	if status, said, _ := c.run(0, nil, false); !stays && status != 0 {
		fails("and again: %s", said)
	} else if now := filesOf(t, c.folder); !stays && !cmp.Equal(c.after, now) {
		fails("again (-want +got):\n%s", cmp.Diff(c.after, now))
	}
	if left := leftIn(t, c.folder); !stays && len(left) > 0 {
		fails("left: %q", left)
	}
}
