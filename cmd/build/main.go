// Command build makes a Receipts site from a folder of Markdown. "make install" installs
// it as receipts, and it speaks of itself by the name that it is called by.
//
// Run "build help" for its commands. Exit status: 0 fine, 1 the content has
// errors, 2 usage or a fault of the machine.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() {
	// Garbage is collected when the heap has grown by 170 %, not 100 %, which takes
	// a tenth off the processor time and more: see docs/performance.md.
	debug.SetGCPercent(170)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, calledBy(os.Args), os.Args[min(1, len(os.Args)):], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
