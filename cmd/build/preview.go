package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"receipts"
	"receipts/internal/diag"
	"receipts/internal/preview"
)

var previewCommand = command{
	name:  "preview",
	short: "serve the site while you write",
	long: `Serves the site on this machine, watches content/, layouts/ and static/, and shows
in the browser what you save, mistakes included. Drafts take part, and a link to
what is not written yet is red. Ctrl-C ends it. An address that other machines
can reach, such as -addr 0.0.0.0:8080, is for a phone in your own network: other
machines see drafts with -drafts only.

At /-/desk/ each summary stands beside the text of its source, sources/ID.txt: what
its reports use, what was found and none has, what is wrong, as you save either; and
there a review is signed, item by item. The desk is for this machine alone, whatever
-addr says.`,
	example: "preview -open",
	flags:   []string{"root", "addr", "drafts", "open", "poll", "bare", "base-url", "since", "staging", "lint", "j"},
	run:     runPreview,
}

func runPreview(ctx context.Context, inv *invocation) error {
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	folder, err := filepath.Abs(inv.root)
	if err != nil {
		return err
	}
	opt, err := inv.buildOptions(ctx)
	if err != nil {
		return err
	}
	l, err := inv.listen()
	if err != nil {
		return err
	}
	address := inv.welcome(l.Addr())
	if !inv.browser {
		address = ""
	}
	return preview.Serve(ctx, l, preview.Options{
		Folder: folder, Root: root.FS(), Defaults: receipts.Defaults, Build: opt,
		Poll: inv.poll, Bare: inv.bare, Open: address, Editor: os.Getenv("EDITOR"), History: inv.history,
		Rebuilt: inv.rebuilt,
		Say:     func(s string) { inv.tell("%s", s) },
	})
}

// portsTried is how many ports after the one that is asked for are tried.
const portsTried = 20

// listen takes the port of -addr, or the next one that is free.
func (inv *invocation) listen() (net.Listener, error) {
	host, port, err := net.SplitHostPort(inv.addr)
	number, numberErr := strconv.ParseUint(port, 10, 16)
	if err != nil || numberErr != nil {
		return nil, &usageError{`-addr "` + inv.addr + `" is no address to serve at`, "write it as 127.0.0.1:8080"}
	}
	for i := range portsTried {
		l, err := net.Listen("tcp", net.JoinHostPort(host, fmt.Sprint(int(number)+i)))
		switch {
		case err == nil && i > 0:
			inv.tell("port %d is taken: serving on %d instead", number, int(number)+i)
			return l, nil
		case err == nil:
			return l, nil
		case !isTaken(err) || int(number)+i == 65535:
			return nil, fmt.Errorf("serve the preview: %w", err)
		}
	}
	return nil, &usageError{fmt.Sprintf("the ports from %d to %d are taken", number, int(number)+portsTried-1), "name another with -addr 127.0.0.1:PORT"}
}

// isTaken reports whether err says that another program uses the port. Windows has
// a number of its own for that, WSAEADDRINUSE.
func isTaken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || runtime.GOOS == "windows" && errors.Is(err, syscall.Errno(10048))
}

// welcome says where the preview is, and returns its address on this machine.
func (inv *invocation) welcome(at net.Addr) string {
	where, err := netip.ParseAddrPort(at.String())
	if err != nil {
		return "http://" + at.String() + "/"
	}
	ip := where.Addr().Unmap()
	if ip.IsLoopback() {
		address := "http://" + netip.AddrPortFrom(ip, where.Port()).String() + "/"
		fmt.Fprintf(inv.stdout, "preview at %s (Ctrl-C ends it)\n", address)
		return address
	}
	own := "http://localhost:" + strconv.Itoa(int(where.Port())) + "/"
	if !ip.IsUnspecified() {
		own = "http://" + netip.AddrPortFrom(ip, where.Port()).String() + "/"
	}
	fmt.Fprintf(inv.stdout, "preview at %s (Ctrl-C ends it)\n", own)
	drafts := "without drafts, which -drafts shows to them, too"
	if inv.drafts {
		drafts = "drafts included"
	}
	inv.tell("warning: everybody in this network can read the preview, %s", drafts)
	for _, address := range preview.Reachable(at) {
		fmt.Fprintf(inv.stdout, "on a phone: %s\n", address)
	}
	return own
}

// rebuilt prints one line for a rebuild, and the mistakes that it found.
func (inv *invocation) rebuilt(r preview.Rebuild) {
	what := "the site"
	switch n := len(r.Paths); {
	case r.First:
	case n == 1:
		what = r.Paths[0]
	case n > 1:
		what = fmt.Sprintf("%s and %s", r.Paths[0], diag.Plural(n-1, "other file"))
	}
	if r.Fault != nil {
		inv.tell("%s: %v", what, r.Fault)
		return
	}
	diags := r.Result.Diags
	errors, warnings := diags.Count()
	counts := diag.Plural(warnings, "warning")
	if errors > 0 {
		counts = diag.Plural(errors, "error") + ", " + counts
	}
	fmt.Fprintf(inv.stdout, "%s → %d ms, %s\n", diag.Printable(what), r.Took.Milliseconds(), counts)
	if len(diags) == 0 {
		return
	}
	var b strings.Builder
	_ = diag.Text(&b, diags, r.Result.Text, inv.color()) // a strings.Builder returns no errors
	fmt.Fprintln(inv.stderr, b.String())
}
