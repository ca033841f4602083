#!/bin/sh
# Runs each fuzz test for a while, two at a time, and prints how often each was
# executed:  tools/fuzz/fuzz.sh [TIME [PATTERN]]
# Of a test that fails the whole output follows, with the input, which Go writes into
# the testdata of the package. What Go finds interesting on the way goes to its cache.
# Go makes each of these smaller first, for up to a minute, with no other input tried
# meanwhile; twenty attempts are enough.
# Before version 1.27 Go may say that a test failed as its time ran out, with no input
# (go.dev/issue/75804): that is no failure.
time=${1:-10s} pattern=${2:-.}
found=$(mktemp -d) || exit
trap 'rm -rf "$found"' EXIT

# "go test -list" prints the tests of a package, then "ok" and the package.
go test -list '^Fuzz' ./... >"$found/list" || { cat "$found/list"; exit 1; }
awk '/^Fuzz/ { tests[++n] = $1 } /^ok/ { for (i = 1; i <= n; i++) print $2, tests[i]; n = 0 }' "$found/list" |
	grep -E "$pattern" >"$found/tests" || { echo "no fuzz test is called $pattern"; exit 1; }

export time found
xargs -P 2 -L 1 sh -c '
	out=$found/$(echo "$0" | tr / -).$1
	go test -run "^$" -fuzz "^$1\$" -fuzztime "$time" -fuzzminimizetime 20x -parallel 1 "$0" >"$out" 2>&1 ||
		{ grep -q "^ *context deadline exceeded" "$out" && ! grep -q "Failing input" "$out"; } || touch "$out.failed"
	execs=$(sed -n "s/.*execs: \([0-9]*\).*/\1/p" "$out" | tail -1)
	printf "%12s  %s %s\n" "$execs" "$0" "$1"' <"$found/tests"

for failed in "$found"/*.failed; do
	test -e "$failed" || exit 0
	cat "${failed%.failed}"
done
exit 1
