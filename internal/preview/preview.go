// Package preview serves a site to its author while she writes: it watches the
// site's folders and the texts of sources, builds again when a file is saved, and tells
// the browsers.
//
// What goes in is a folder; what comes out is a server on the author's own
// machine. There is no second way to build: every rebuild is a build of the same
// [build.Builder], and a page is written by the route that publishes it, when a
// browser asks for it. The package serves no file by its path: it serves the routes of
// the last whole site. At its desk (desk.go) the author has the texts of her sources,
// and signs what she has read; the file of signatures is the only one that it writes.
package preview

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/source"
)

// Options say what is previewed, and how.
type Options struct {
	Folder   string // of the site, a whole path: for watching, and for editors
	Root     fs.FS  // the same folder; nothing outside it can be read
	Defaults fs.FS  // layouts and static files that the folder lacks
	Build    build.Options
	Poll     bool   // scan the files again and again instead of watching them
	Bare     bool   // add nothing to the pages
	Open     string // the address to show in the author's browser, once there is something to see; may be empty
	Editor   string // the command that opens a file, as in EDITOR; may be empty

	// History returns what was signed as it was then, for one look at the desk or the
	// messages of one run. It may be nil.
	History func(context.Context) checked.History

	// Rebuilt is called after each rebuild, and Say with all other messages.
	// Both may be nil; they are called by one goroutine at a time.
	Rebuilt func(Rebuild)
	Say     func(string)

	started func(*preview, *watcher) // for tests; may be nil
}

// A Rebuild is the outcome of one change.
type Rebuild struct {
	First  bool
	Paths  []string // that changed
	Took   time.Duration
	Result *build.Result // nil with a fault
	Fault  error         // of the machine
}

// A preview is one run.
type preview struct {
	Options
	*side        // that this machine sees
	others *side // that other machines see: the same, or one without drafts
	mirror *mirror
	past   *past
	inbox  *inbox
	shelf  string       // the texts of sources as they were seen last, see [shelfOf]
	token  string       // that our own pages know, and no page of another site
	opened atomic.Int64 // when the editor was last opened, in nanoseconds

	streams         atomic.Int64 // of events to this machine, open now
	streamsOfOthers atomic.Int64 // and to other machines

	texts  texts // that the desk has read
	signed signed

	say sync.Mutex
}

// A side is the site as some see it who ask for it.
type side struct {
	builder *build.Builder
	state   *state
}

// side makes one of builds with options.
func (p *preview) newSide(opt build.Options) *side {
	return &side{build.Over(p.mirror, source.FS(p.Defaults), opt), newState()}
}

// sideOf is the side that the sender of a request sees.
func (p *preview) sideOf(r *http.Request) *side {
	if isOnThisMachine(r) {
		return p.side
	}
	return p.others
}

// Serve previews a site on a listener until ctx ends. When it returns, the
// listener is closed and all its goroutines have ended.
//
// Drafts take part for this machine. Other machines see them if opt.Build says so; else
// each rebuild is of two sites.
func Serve(ctx context.Context, l net.Listener, opt Options) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	opt.Build.Drafts = opt.Build.Drafts || isLoopback(l.Addr().String())
	opt.Build.Unwritten = true
	opt.Build.Reviews = true // for the desk
	p := &preview{Options: opt, inbox: newInbox(), mirror: newMirror(opt.Root, time.Now), token: rand.Text()}
	p.past = newPast(ctx, opt.History)
	opt.Build.History = p.past.history
	p.others = p.newSide(opt.Build)
	p.side = p.others
	if !opt.Build.Drafts {
		withDrafts := opt.Build
		withDrafts.Drafts = true
		p.side = p.newSide(withDrafts)
	}

	// The watcher starts before the first scan, so that a change in between is
	// not missed.
	w := p.watch()
	if p.started != nil {
		p.started(p, w)
	}
	p.rebuild(ctx, change{all: true})

	server := newServer(ctx, p, l.Addr())
	var wg sync.WaitGroup
	if p.Open != "" {
		wg.Go(func() { p.showInBrowser(ctx) })
	}
	wg.Go(func() { p.follow(ctx, w) })
	wg.Go(func() {
		<-ctx.Done()
		// Event streams end with ctx; a browser that is loading a page gets a moment.
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if server.Shutdown(end) != nil {
			server.Close()
		}
	})
	err := server.Serve(l)
	stop()
	wg.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve the preview: %w", err)
}

// tell says something to the author.
func (p *preview) tell(format string, args ...any) {
	if p.Say == nil {
		return
	}
	p.say.Lock()
	defer p.say.Unlock()
	p.Say(fmt.Sprintf(format, args...))
}

// report tells the author the outcome of a rebuild.
func (p *preview) report(r Rebuild) {
	if p.Rebuilt == nil {
		return
	}
	p.say.Lock()
	defer p.say.Unlock()
	p.Rebuilt(r)
}
