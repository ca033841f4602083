// Command site measures how long a built binary takes for the real site: it
// builds cmd/build, runs it 20 times on the folder it stands in, each time into
// a new folder, and prints the median and the peak memory.
//
// It never writes into public/, and deletes what it wrote only at the end: a
// file system is slow for a while where a folder has just been deleted.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

func main() {
	runs := flag.Int("runs", 20, "how many times the site is built")
	root := flag.String("root", ".", "the folder with content/")
	flag.Parse()
	if err := measure(*root, max(1, *runs)); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(root string, runs int) error {
	dir, err := os.MkdirTemp("", "receipts-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "build.exe") // the ending that Windows needs
	if out, err := exec.Command("go", "build", "-o", binary, "./cmd/build").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w\n%s", err, out)
	}
	// The first run fills the cache of the disk and counts for nothing.
	if _, _, err := run(binary, root, filepath.Join(dir, "warm")); err != nil {
		return err
	}
	times := make([]time.Duration, runs)
	var peak int64
	for i := range times {
		elapsed, memory, err := run(binary, root, filepath.Join(dir, fmt.Sprint("site", i)))
		if err != nil {
			return err
		}
		times[i], peak = elapsed, max(peak, memory)
	}
	slices.Sort(times)
	fmt.Printf("the real site, %d runs of the built program on %d processors: median %s, fastest %s, slowest %s",
		runs, runtime.NumCPU(), ms(median(times)), ms(times[0]), ms(times[runs-1]))
	if peak > 0 {
		fmt.Printf(", peak memory %.1f MB", float64(peak)/1e6)
	}
	fmt.Println()
	return nil
}

// run builds the site once and returns the time and the peak memory, which is
// 0 where the system does not tell.
func run(binary, root, out string) (time.Duration, int64, error) {
	cmd := exec.Command(binary, "-root", root, "-out", out)
	start := time.Now()
	output, err := cmd.CombinedOutput()
	elapsed := time.Since(start)
	if err != nil {
		return 0, 0, fmt.Errorf("build the site: %w\n%s", err, output)
	}
	return elapsed, peakMemory(cmd.ProcessState), nil
}

func median(sorted []time.Duration) time.Duration {
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }
