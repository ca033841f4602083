# A Receipts site: "make site" builds it, "make test" tests the program.
# Go, make and git are all that is needed.

# Packages in which several goroutines work: a test of internal/repotest keeps the
# list complete. What the race detector makes ten times slower and cannot judge is left
# to make test: timing lexers, counting memory, failing the calls of the disk in one
# order, building the guide's examples one after the other, waiting for a browser.
parallel = ./bench/floor ./cmd/build ./internal/build ./internal/card ./internal/checked ./internal/layout ./internal/locale ./internal/markdown ./internal/preview ./internal/proof ./internal/publish ./internal/site ./internal/sitetest

alone = TestWorstCode|TestFaults$$|TestReportsCostTheSame|TestRename$$|TestSheets$$|TestLinkedWeight|TestGuide|TestAxe|TestNothing|TestFirstView|TestTargets|TestLargeText|TestSearch|TestPreviews|TestLedger|TestPrint|TestKeyboard|TestAppearance|TestEnded|TestTwoAtOnce

.PHONY: help install site preview check test browser fuzz bite validate lighthouse mutation draft torture update bench stages pictures fonts map vocabulary clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1 \2/p' $(MAKEFILE_LIST) | \
		while read -r target what; do printf '  make %-10s %s\n' "$$target" "$$what"; done

# Where PREFIX is not given, the program goes where "go install" puts programs.
install: ## put the program on the path as "receipts"; PREFIX=/usr/local puts it into /usr/local/bin
	@dir="$(if $(PREFIX),$(DESTDIR)$(PREFIX)/bin,$$(go env GOBIN))"; dir="$${dir:-$$(go env GOPATH)/bin}"; \
	mkdir -p "$$dir" && go build -o "$$dir/receipts$$(go env GOEXE)" ./cmd/build || exit; \
	echo "$$dir/receipts"; \
	case ":$$PATH:" in *":$$dir:"*) ;; *) echo "this folder is not on your PATH: $$dir" ;; esac

site: ## build the site into public/
	go run ./cmd/build

preview: ## serve the site while you write, at http://127.0.0.1:8080/
	go run ./cmd/build preview

check: ## everything that is checked before a change goes in
	@bad=$$(go tool gofumpt -l .); test -z "$$bad" || { echo "not formatted (go tool gofumpt -w .):"; echo "$$bad"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@dead=$$(go tool deadcode -test ./...); test -z "$$dead" || { echo "never called:"; echo "$$dead"; exit 1; }
	go fix -diff ./...
	go mod tidy -diff
	go run ./cmd/build check -strict
	go test -timeout 30m -race -short -skip '$(alone)' $(parallel)
	go test -count 1 -run '^TestSameBytesEverywhere$$|^TestStampIsInFooters$$|^TestProgramIsTheSame$$' ./internal/sitetest ./internal/repotest
	@tools/fuzz/fuzz.sh
	@tools/validator/validate.sh

test: browser ## run all tests
	go test -timeout 30m ./...

# Chromium and fonts for the tests in a browser. Where they cannot be installed
# from here, those tests are skipped and say so.
browser: ## install the browser for tests, if there is none (Debian, Ubuntu)
	@for name in chromium-headless-shell headless-shell chromium chromium-browser google-chrome; do \
		if command -v $$name >/dev/null; then exit 0; fi; done; \
	packages="chromium-headless-shell fonts-dejavu-core fonts-liberation2"; \
	if test "$$(id -u)" = 0; then as=; else as="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as true 2>/dev/null; then \
		{ $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$packages; } >/dev/null || \
		echo "the browser could not be installed: install $$packages for the tests that need one"; \
	else \
		echo "no browser: install Chromium for the tests that need one (Debian: $$packages)"; \
	fi

TIME = 10m
ONLY = .

fuzz: ## run each fuzz test for TIME, two at a time, and say how often each ran: TIME=10m or 1000000x, ONLY=markdown
	@tools/fuzz/fuzz.sh $(TIME) "$(ONLY)"

bite: ## take out each guard of the program in turn, and say which test fails then; ONLY=preview for some
	go run ./tools/bite "$(ONLY)"

validate: ## have a full HTML checker read every page, where Java and npm are
	@tools/validator/validate.sh

lighthouse: browser ## measure pages as a throttled phone sees them; needs node and npm
	npm install --prefix tools/lighthouse --no-package-lock --ignore-scripts --no-audit --no-fund >/dev/null
	go run ./cmd/build -out bin/lighthouse
	CHROME_PATH=$$(command -v chromium-headless-shell || command -v chromium) node tools/lighthouse/lighthouse.mjs bin/lighthouse

mutation: ## change one thing in each figure, date and quote of the content, crop quotes, change what else is stated, all that again where it was signed, and read phrases that no table was written for; prints the shares
	go test -count 1 -v -run '^Test(Mutation|Signed|Statements|Mutations|WordsPutIn|HeldOut|Crops)$$' ./internal/sitetest ./internal/evidence

# What make test does a share of, in the same tests.
torture: ## fail the calls of the disk one by one, end 1,250 builds, rebuild 10,000 times under load, edit 2,000 times, and find mistakes of every kind among 1,000 articles with the race detector; takes about an hour
	TORTURE=1 go test -count 1 -v -timeout 3h -run '^Test(Faults|Ended|TwoAtOnce|ReadingFails|NothingGrows|Edits|WatchedEdits)$$' ./cmd/build ./internal/build ./internal/preview ./internal/publish
	TORTURE=1 go test -count 1 -v -timeout 3h -race -run '^Test(EveryMistake|Mistakes|Routes)AtOnce$$' ./internal/build

draft: ## measure what "draft" finds, by kind, on texts that a person has read before; TEXTS=DIR has those that are not kept here
	go test -count 1 -v -run '^Test(Measure|OurArticles|LinesToType)$$' ./internal/draft $(if $(TEXTS),-texts "$(abspath $(TEXTS))")

update: ## rewrite expected files of tests; read the diff as carefully as code
	go test $$(grep -rl 'flag.Bool("update"' --include='*_test.go' . | xargs -n 1 dirname | sort -u) -update

# Hugo is measured where it is on PATH or named by HUGO=, Eleventy where
# ELEVENTY= names its node_modules: see bench/README.md.
SIZES = 1000
RUNS = 5

bench: ## time whole builds beside the floor, Hugo and Eleventy; SIZES="1000 10000" says of how many articles
	go run ./bench/table -sizes "$(SIZES)" -runs $(RUNS)

stages: ## time the parts, and preview and search on large sites
	PAGEFIND=1 go test -run '^$$' -bench . -benchmem $$(go list ./... | grep -v /preview$$)
	go test -run '^$$' -bench . -benchtime 10x -timeout 30m ./internal/preview

pictures: ## take the pictures of the README anew
	go test -count 1 -run '^TestPictures$$' ./internal/sitetest -pictures

# The next two make files that are committed, and are run only to change these.
# They alone need npm, node and Python with tools/fonts/requirements.txt.
PYTHON = python3

tools/node_modules: tools/package-lock.json
	npm ci --prefix tools --no-audit --no-fund
	@touch $@

fonts: tools/node_modules ## cut the fonts of static/fonts down to what the site shows
	$(PYTHON) tools/fonts/fonts.py

map: tools/node_modules ## draw the outlines of the states, internal/region/shapes.txt
	node tools/map/shapes.mjs

RELEASE = 30.0

vocabulary: ## cut the vocabulary of schema.org down for the tests: RELEASE=30.0 VOCABULARY=schemaorg-current-https.jsonld
	node tools/schemaorg/vocabulary.mjs "$(VOCABULARY)" "$(RELEASE)"

clean: ## delete what a build has written
	rm -rf public bin
