package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"time"
)

// A run is one process from its start to its end.
type run struct {
	wall, cpu time.Duration
	peak      int64   // bytes of memory; 0 if the system does not tell
	others    float64 // the share of all processors that went to other programs
}

// A clock times processes on a machine that may have other things to do.
type clock struct {
	quiet    float64       // the share of others above which a run does not count
	patience time.Duration // how long to wait for quiet before each run
	retries  int           // how many runs of a table may be repeated
	repeated int
	spoilt   int // runs that counted although the machine was busy
}

// time runs a command that make makes, again if others kept the machine busy.
// A command is made anew each time, since each run has a folder of its own.
func (c *clock) time(ctx context.Context, make func() (*exec.Cmd, error)) (run, error) {
	for {
		c.wait()
		if err := ctx.Err(); err != nil {
			return run{}, err
		}
		cmd, err := make()
		if err != nil {
			return run{}, err
		}
		r, err := once(cmd)
		switch {
		case err != nil:
			return r, err
		case r.others <= c.quiet:
			return r, nil
		case c.repeated >= c.retries:
			c.spoilt++
			return r, nil
		}
		c.repeated++
	}
}

// wait returns when the machine was quiet for a moment, or after patience.
func (c *clock) wait() {
	const moment = 500 * time.Millisecond
	for waited := time.Duration(0); waited < c.patience; waited += moment {
		before, known := busy()
		if !known {
			return
		}
		time.Sleep(moment)
		after, _ := busy()
		if float64(after-before)/float64(moment)/float64(runtime.NumCPU()) <= c.quiet {
			return
		}
	}
}

func once(cmd *exec.Cmd) (run, error) {
	before, known := busy()
	start := time.Now()
	out, err := cmd.CombinedOutput()
	r := run{wall: time.Since(start)}
	if err != nil {
		return r, fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	after, _ := busy()
	r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	r.peak = peakMemory(cmd.ProcessState)
	if known {
		r.others = max(0, float64(after-before-r.cpu)/float64(r.wall)/float64(runtime.NumCPU()))
	}
	return r, nil
}

// median is the middle of a list, or the mean of the two in the middle.
func median[T cmp.Ordered](list []T, mean func(x, y T) T) T {
	list = slices.Clone(list)
	slices.Sort(list)
	n := len(list)
	return mean(list[(n-1)/2], list[n/2])
}

func medianOf[T time.Duration | int64 | float64](runs []run, of func(run) T) T {
	var list []T
	for _, r := range runs {
		list = append(list, of(r))
	}
	return median(list, func(x, y T) T { return (x + y) / 2 })
}

// ratio is the median of x over y, pair by pair, since a slow minute of the machine
// affects both runs of a pair.
func ratio(x, y []run, of func(run) time.Duration) float64 {
	var list []float64
	for i := range min(len(x), len(y)) {
		list = append(list, float64(of(x[i]))/float64(of(y[i])))
	}
	return median(list, func(x, y float64) float64 { return (x + y) / 2 })
}

func wall(r run) time.Duration { return r.wall }
func cpu(r run) time.Duration  { return r.cpu }
func peak(r run) int64         { return r.peak }

// tree counts the files of a folder and their bytes.
func tree(dir string) (files int, bytes int64, err error) {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if err != nil {
			break
		}
		if e.IsDir() {
			var n int
			var b int64
			n, b, err = tree(dir + "/" + e.Name())
			files, bytes = files+n, bytes+b
			continue
		}
		var info os.FileInfo
		if info, err = e.Info(); err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
	}
	return files, bytes, err
}
