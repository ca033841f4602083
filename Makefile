# A Receipts site: "make site" builds it, "make test" tests the program.
# Go, make and git are all that is needed.

# Packages in which several goroutines work. TestWorstCode times lexers, which
# the race detector makes ten times slower.
parallel = ./cmd/... ./internal/build ./internal/markdown ./internal/publish ./internal/sitetest

.PHONY: help site check test mutation update bench fonts map clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1 \2/p' $(MAKEFILE_LIST) | \
		while read -r target what; do printf '  make %-8s %s\n' "$$target" "$$what"; done

site: ## build the site into public/
	go run ./cmd/build

check: ## everything that is checked before a change goes in
	@bad=$$(go tool gofumpt -l .); test -z "$$bad" || { echo "not formatted (go tool gofumpt -w .):"; echo "$$bad"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@dead=$$(go tool deadcode -test ./...); test -z "$$dead" || { echo "never called:"; echo "$$dead"; exit 1; }
	go fix -diff ./...
	go mod tidy -diff
	go run ./cmd/build check -strict
	go test -race -short -skip TestWorstCode $(parallel)

test: ## run all tests
	go test ./...

mutation: ## change one thing in each figure, date and quote of the content, and crop quotes; prints how many changes are refused
	go test -count 1 -v -run '^Test(Mutation|Mutations|WordsPutIn|Crops)$$' ./internal/sitetest ./internal/evidence

update: ## rewrite expected files of tests; read the diff as carefully as code
	go test $$(grep -rl 'flag.Bool("update"' --include='*_test.go' . | xargs -n 1 dirname | sort -u) -update

bench: ## time the parts, the search on large sites, and the built program on the real site
	PAGEFIND=1 go test -run '^$$' -bench . -benchmem ./...
	go run ./bench/site

# The next two make files that are committed, and are run only to change these.
# They alone need npm, node and Python with tools/fonts/requirements.txt.
PYTHON = python3

tools/node_modules: tools/package-lock.json
	npm ci --prefix tools --no-audit --no-fund
	@touch $@

fonts: tools/node_modules ## cut the fonts of static/fonts down to what the site shows
	$(PYTHON) tools/fonts/fonts.py

map: tools/node_modules ## draw the outlines of the states, internal/usstate/shapes.txt
	node tools/map/shapes.mjs

clean: ## delete what a build has written
	rm -rf public bin
