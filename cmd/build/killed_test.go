//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/fixture"
)

// A shop is a folder in which one site is built again and again, by processes of their
// own. Each build has a number of its own at the foot of every page.
type shop struct {
	t     *testing.T
	dir   string
	n     int
	whole map[string]string // the files of a whole site, with N for the number
	took  time.Duration     // by a build that is left alone
}

func newShop(t *testing.T) *shop {
	t.Helper()
	s := &shop{t: t, dir: t.TempDir()}
	putFiles(t, s.dir, fixture.InFrench())
	start := time.Now()
	s.build()
	s.took = time.Since(start)
	number := ""
	number, s.whole = s.site()
	if number != "stamp-00001" || len(s.whole) < 100 {
		t.Fatalf("%d files of %q", len(s.whole), number)
	}
	return s
}

// start starts a build, and returns its number and what it prints.
func (s *shop) start() (cmd *exec.Cmd, number string, said *bytes.Buffer) {
	s.t.Helper()
	program, err := os.Executable()
	if err != nil {
		s.t.Fatal(err)
	}
	s.n++
	number, said = fmt.Sprintf("stamp-%05d", s.n), new(bytes.Buffer)
	cmd = &exec.Cmd{Path: program, Args: []string{"build", "-stamp", number}, Dir: s.dir, Stdout: said, Stderr: said}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	return cmd, number, said
}

func (s *shop) build() (number string) {
	s.t.Helper()
	cmd, number, said := s.start()
	if err := cmd.Wait(); err != nil {
		s.t.Fatalf("%v\n%s", err, said)
	}
	return number
}

var stamped = regexp.MustCompile(`stamp-\d{5}`)

// site returns the number of the site in the folder, and its files with N in its place.
// The number is "" if files have different ones.
func (s *shop) site() (number string, files map[string]string) {
	s.t.Helper()
	files = map[string]string{}
	numbers := map[string]bool{}
	out := filepath.Join(s.dir, "public")
	err := filepath.WalkDir(out, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		for _, n := range stamped.FindAllString(string(data), -1) {
			numbers[n], number = true, n
		}
		files[strings.TrimPrefix(p, out)] = stamped.ReplaceAllString(string(data), "N")
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	if len(numbers) != 1 {
		return "", files
	}
	return number, files
}

// check fails the test unless the folder holds one whole site, and returns its number.
func (s *shop) check(desc string) string {
	s.t.Helper()
	number, files := s.site()
	if diff := cmp.Diff(s.whole, files); diff != "" || number == "" {
		s.t.Fatalf("%s: the site is of %q (-whole +got):\n%.2000s", desc, number, diff)
	}
	return number
}

// left lists what builds have left beside the site.
func (s *shop) left() []string {
	s.t.Helper()
	left, err := filepath.Glob(filepath.Join(s.dir, ".public*"))
	if err != nil {
		s.t.Fatal(err)
	}
	return left
}

// A build is killed at some moment, or told to end: the folder holds the site before it
// or its own, whole, and a build that is left alone clears up.
func TestEnded(t *testing.T) {
	s := newShop(t)
	rnd := rand.New(rand.NewPCG(1, 1))
	signals := []syscall.Signal{syscall.SIGKILL, syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP}
	before, old, done := s.check("at first"), 0, 0
	for i := range fixture.Times(20, 1250) {
		signal, leftBefore := signals[i%len(signals)], s.left()
		cmd, number, said := s.start()
		time.Sleep(time.Duration(rnd.Float64() * 1.05 * float64(s.took)))
		_ = cmd.Process.Signal(signal)
		err := cmd.Wait()
		desc := fmt.Sprintf("build %s, ended by %v: %v\n%s", number, signal, err, said)
		switch now := s.check(desc); {
		case now == number:
			before = now
			done++
		case now == before && err != nil:
			old++
		default:
			t.Fatalf("%s\nthe site is %s", desc, now)
		}
		// One that is told to end clears up itself, unless it has not begun to listen.
		isTold := signal == syscall.SIGTERM || signal == syscall.SIGINT
		if left := s.left(); isTold && cmd.ProcessState.Exited() && len(left) > len(leftBefore) {
			t.Errorf("%s\nit leaves %v, after %v", desc, left, leftBefore)
		}
		if isTold && cmd.ProcessState.ExitCode() == exitFault && !strings.Contains(said.String(), "interrupted") {
			t.Errorf("%s\nit does not say why it ends", desc)
		}
		if i%10 == 9 {
			if before = s.build(); s.check("after a build that is left alone") != before || len(s.left()) > 0 {
				t.Fatalf("a build that is left alone leaves %v", s.left())
			}
		}
	}
	t.Logf("%d builds left the old site, %d the new one", old, done)
	if old == 0 {
		t.Error("every build came to its end")
	}
}

// Two builds at once write one after the other.
func TestTwoAtOnce(t *testing.T) {
	s := newShop(t)
	for range fixture.Times(3, 50) {
		one, first, said := s.start()
		other, second, saidOther := s.start()
		if err, otherErr := one.Wait(), other.Wait(); err != nil || otherErr != nil {
			t.Fatalf("%v %v\n%s%s", err, otherErr, said, saidOther)
		}
		if now := s.check("two at once"); now != first && now != second || len(s.left()) > 0 {
			t.Fatalf("the site is %s, of %s and %s; beside it is %v", now, first, second, s.left())
		}
	}
}
