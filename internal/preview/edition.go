package preview

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"receipts/internal/build"
	"receipts/internal/render"
)

// An edition is the site after one rebuild: what is served, and what is wrong.
// It never changes once it is swapped in.
type edition struct {
	number  int // from 1
	changed []string
	took    time.Duration
	current *build.Result // the last build; nil with a fault
	fault   error         // of the machine: a file that cannot be read
	gone    string        // signatures that another program has overwritten, see [signed]
	shown   *build.Result // the last build that could be rendered; nil if there never was one
	rules   rules         // of shown

	// page is a version of all pages, apart from their stylesheets: a browser
	// that shows another one has to load its page again. The name of the run is
	// part of it, so that a page of an older run counts as old.
	page string

	untried bool           // no page was made yet with the layouts as they are
	edited  map[string]int // by file: the line that was changed last in this run

	tallying sync.Once
	tally    tally // by mistakes

	next chan struct{} // closed when another edition takes its place
}

// isWhole reports whether what is shown is what the files say now.
func (e *edition) isWhole() bool { return e.shown != nil && e.shown == e.current }

// files names the files that e was made of: those of another edition, or of another run,
// have another name.
func (e *edition) files(p *preview) string { return fmt.Sprintf("%s.%d", p.state.run, e.number) }

// A state knows the edition that is served now.
type state struct {
	run string
	now atomic.Pointer[edition]
}

func newState() *state {
	s := &state{run: rand.Text()} // no other run has that name
	s.now.Store(&edition{next: make(chan struct{})})
	return s
}

func (s *state) edition() *edition { return s.now.Load() }

// swap completes e from the edition before it, takes that one's place with it, and
// then wakes the streams of events.
func (s *state) swap(e *edition) {
	last := s.edition()
	e.number = last.number + 1
	e.next = make(chan struct{})
	e.shown, e.rules = last.shown, last.rules
	e.edited = editedLines(last, e)
	e.page = last.page
	switch {
	case e.current != nil && e.current.Routes != nil:
		e.shown = e.current
		e.rules = rulesOf(e.shown)
		if e.current != last.current && !onlyStyles(last, e) {
			e.page = fmt.Sprintf("%s.%d", s.run, e.number)
		}
	case e.shown == nil: // the page of mistakes shows these and no others
		e.page = fmt.Sprintf("%s.%d", s.run, e.number)
	}
	s.now.Store(e)
	close(last.next)
}

// onlyStyles reports whether two editions differ in stylesheets alone. A browser
// can exchange these without loading its page again.
func onlyStyles(last, e *edition) bool {
	if !last.isWhole() || len(e.changed) == 0 {
		return false
	}
	for _, file := range e.changed {
		if !isStyle(file) {
			return false
		}
	}
	names := func(list []render.Style) []string {
		var out []string
		for _, s := range list {
			out = append(out, s.Name)
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(names(last.shown.Styles()), names(e.shown.Styles()))
}

// editedLines are the lines that were changed last, by file: those known to the
// last edition, and the first that differs of each file that e has changed.
func editedLines(last, e *edition) map[string]int {
	out := maps.Clone(last.edited)
	if out == nil {
		out = map[string]int{}
	}
	if last.current == nil || e.current == nil {
		return out
	}
	for _, file := range e.changed {
		was, is := last.current.Text(file), e.current.Text(file)
		if len(was) == 0 || len(is) == 0 || bytes.Equal(was, is) {
			continue
		}
		same := 0
		for same < len(was) && same < len(is) && was[same] == is[same] {
			same++
		}
		out[file] = 1 + bytes.Count(is[:same], []byte("\n"))
	}
	return out
}
