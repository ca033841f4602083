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
	debug.SetGCPercent(usualGrowth)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, calledBy(os.Args), os.Args[min(1, len(os.Args)):], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
