package main

import (
	"os"
	"syscall"
)

// peakMemory is the largest resident set of a program that has ended, in bytes.
// Linux counts it in KiB.
func peakMemory(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return int64(usage.Maxrss) * 1024
}
