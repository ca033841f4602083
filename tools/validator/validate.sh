#!/bin/sh
# Checks every page of the site with the Nu Html Checker. It needs Java, and npm to
# fetch the checker once; without them it says so and checks nothing.
set -eu
here=$(dirname "$0")
root=$here/../..
jar=$here/node_modules/vnu-jar/build/dist/vnu.jar
for program in java npm; do
	if ! command -v $program >/dev/null; then
		echo "pages not validated: no $program here"
		exit 0
	fi
done
if ! test -f "$jar" && ! npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund >/dev/null 2>&1; then
	echo "pages not validated: npm could not fetch the checker"
	exit 0
fi
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
(cd "$root" && go run ./cmd/build -out "$site/public" >/dev/null)
java -Xss2m -jar "$jar" --skip-non-html --errors-only "$site/public"
echo "pages validated: $(find "$site/public" -name '*.html' | wc -l)"
