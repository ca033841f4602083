// Command corpus writes the files of an archive of articles, for measuring:
//
//	go run ./bench/corpus -n 1000 -seed 1 -for hugo -out DIR
//
// The same number and seed give the same bytes, and the sites for all programs
// carry the same text, links and taxonomies.
package main

import (
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"receipts/bench/archive"
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	flags.SetOutput(stderr)
	n := flags.Int("n", 1000, "articles")
	seed := flags.Uint64("seed", 1, "another archive of the same size")
	program := flags.String("for", "receipts", "the `program`: receipts, equal (receipts with the peers' pages and no more), hugo or eleventy")
	out := flags.String("out", "", "a `folder` that does not exist yet")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	a := archive.New(*n, *seed)
	files := map[string]func() iter.Seq2[string, string]{"receipts": a.Full, "equal": a.Equal, "hugo": a.Hugo, "eleventy": a.Eleventy}[*program]
	if files == nil || *n < 1 || *out == "" || flags.NArg() > 0 {
		flags.Usage()
		return 2
	}
	if err := write(*out, files()); err != nil {
		fmt.Fprintln(stderr, "corpus:", err)
		return 1
	}
	return 0
}

// write writes the files into a new folder, since older files would become a part
// of the site.
func write(dir string, files iter.Seq2[string, string]) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	made := map[string]bool{}
	for path, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if folder := filepath.Dir(name); !made[folder] {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			made[folder] = true
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
