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
	shown   *build.Result // the last build that could be rendered; nil if there never was one
	rules   rules         // how the host publishes
	host    *mistake      // what is wrong with the host's file, whose rules of before hold; nil if nothing is

	// page names what pages are made of, apart from stylesheets: a browser that
	// shows another one has to load its page again. It holds the name of the
	// run, so that a page of yesterday's preview is not taken for today's.
	page string

	untried bool           // the layouts have not shown yet that pages can be made with them
	edited  map[string]int // by file: the line that the author changed last in this run

	tallying sync.Once
	tally    tally // by mistakes

	next chan struct{} // closed when another edition has taken its place
}

// isWhole reports whether what is shown is what the files say now.
func (e *edition) isWhole() bool { return e.shown != nil && e.shown == e.current }

// A state holds the edition that is served now.
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

// swap completes e from the edition before it, puts it in that one's place, and
// then wakes who waits for it.
func (s *state) swap(e *edition) {
	last := s.edition()
	e.number = last.number + 1
	e.next = make(chan struct{})
	e.shown = last.shown
	e.edited = editedLines(last, e)
	e.page = last.page
	switch {
	case e.current != nil && e.current.Routes != nil:
		e.shown = e.current
		if !onlyStyles(last, e) {
			e.page = fmt.Sprintf("%s.%d", s.run, e.number)
		}
	case e.shown == nil: // the page of mistakes shows these and no others
		e.page = fmt.Sprintf("%s.%d", s.run, e.number)
	}
	s.now.Store(e)
	close(last.next)
}

// onlyStyles reports whether two editions differ in the bytes of stylesheets
// alone: pages then differ in their links to them, which a browser can exchange.
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

// editedLines are the lines that were changed last, after e has come of last.
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
