//go:build !linux

package main

import (
	"os"
	"time"
)

// peakMemory is not known here: systems count it in different units.
func peakMemory(*os.ProcessState) int64 { return 0 }

func peakMemoryOf(int) int64 { return 0 }

func busy() (time.Duration, bool) { return 0, false }

func memoryFolder() string { return "" }

func processor() string { return "" }
