package main

import "runtime/debug"

// What a build holds of a site stays until its files are written; the rest is
// garbage. Collecting it costs in proportion to what is held, and less often the
// further the heap may grow beyond that: [growth] says by how many percent.

// usualGrowth is for previews, which stay, and for commands with little to read.
const usualGrowth = 170

// letGrow sets the growth for a build of so many files of content. A small site is made
// before anything need be collected. The larger a site, the less of the machine's
// memory is for garbage; docs/performance.md has what that costs.
func letGrow(files int) { debug.SetGCPercent(growth(files)) }

func growth(files int) int {
	per := 8000 / float64(max(files, 250))
	return 60 + int(per*per)
}
