package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"receipts/internal/locale"
)

// A progress shows on a terminal what a command is doing, once it has taken
// longer than [patience]: a line that is overwritten, and gone at the end. A
// nil progress shows nothing.
type progress struct {
	w     io.Writer
	words *locale.Locale
	timer *time.Timer

	mu      sync.Mutex
	visible bool
	word    string // "reading"
	total   int    // files
	done    int    // of total; 0 shows the total alone
}

// patience is how long a command may take without a line, and step how many files
// are done between two updates of it.
const (
	patience = 500 * time.Millisecond
	step     = 64
)

// newProgress returns nil if w is no terminal.
func newProgress(w io.Writer) *progress {
	if !isTerminal(w) {
		return nil
	}
	return startProgress(w)
}

func startProgress(w io.Writer) *progress {
	p := &progress{w: w, words: locale.English(), word: "reading"}
	p.timer = time.AfterFunc(patience, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.visible = true
		p.draw()
	})
	return p
}

// phase begins a phase, with its word and how many files it has.
func (p *progress) phase(word string, total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.word, p.total, p.done = word, total, 0
	p.draw()
}

// update says how many files of the phase are done; several goroutines call it.
func (p *progress) update(done int) {
	if p == nil || done%step != 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done = max(p.done, done)
	p.draw()
}

// clear takes the line away; nothing is drawn afterwards.
func (p *progress) clear() {
	if p == nil {
		return
	}
	p.timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.visible {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	p.w, p.visible = io.Discard, false
}

// draw is called with mu held.
func (p *progress) draw() {
	if !p.visible {
		return
	}
	line := p.word
	switch {
	case p.done > 0:
		line += fmt.Sprintf(" %s of %s files", p.words.Number(int64(p.done)), p.words.Number(int64(p.total)))
	case p.total > 0:
		line += fmt.Sprintf(" %s files", p.words.Number(int64(p.total)))
	}
	fmt.Fprintf(p.w, "\r%s …\x1b[K", line)
}
