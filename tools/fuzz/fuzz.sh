#!/bin/sh
# Runs each fuzz test for a while, two at a time, and prints how often each was
# executed:  tools/fuzz/fuzz.sh [TIME [PATTERN]]
# TIME is as long as 10s or as often as 1000000x. As often is without counting what is
# reached, which is ten to a hundred times as fast, but learns nothing on the way: it
# changes the inputs that are committed and those that a run by time has left in the cache.
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

cache=$(go env GOCACHE)/fuzz
export time found cache
xargs -P 2 -L 1 sh -c '
	out=$found/$(echo "$0" | tr / -).$1
	case $time in *x) blind="-args -test.fuzzcachedir $cache/$0" ;; *) blind= ;; esac
	go test -v -timeout 0 -run "^$" "$0" $blind -test.fuzz "^$1\$" -test.fuzztime "$time" -test.fuzzminimizetime 20x -test.parallel 1 >"$out" 2>&1 ||
		{ grep -q "^ *context deadline exceeded" "$out" && ! grep -q "Failing input" "$out"; } || touch "$out.failed"
	execs=$(sed -n "s/.*execs: \([0-9]*\).*/\1/p" "$out" | tail -1)
	printf "%12s  %s %s\n" "$execs" "$0" "$1"' <"$found/tests"

for failed in "$found"/*.failed; do
	test -e "$failed" || exit 0
	cat "${failed%.failed}"
done
exit 1
