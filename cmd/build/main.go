// Command build makes a Receipts site from a folder of Markdown.
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
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
