package build_test

import (
	"fmt"
	"io"
	"maps"
	"path"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/fixture"
)

// The tests of this file are for the race detector.

// Each route is written by a goroutine of its own. Those of Each wait for each
// other when they take the next route, which hides most races from the detector.
func TestRoutesAtOnce(t *testing.T) {
	files := maps.Collect(archive.New(24, 1).Full())
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{}).Build(t.Context())
	if err != nil || len(res.Routes) == 0 {
		t.Fatal(err, res.Diags)
	}
	var wg sync.WaitGroup
	for _, r := range res.Routes {
		wg.Go(func() {
			if err := r.Write(io.Discard); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// What a mistaken figure may have been meant to repeat is looked for by all
// goroutines that check prose: each of them takes 256 articles at a time, so this
// is a site on which two have something to do.
func TestMistakesAtOnce(t *testing.T) {
	const articles, mistakes = 280, 8
	files := map[string]string{}
	n := 0
	for path, text := range archive.New(articles, 1).Full() {
		if strings.HasPrefix(path, "content/articles/") {
			for range mistakes {
				noun := "wombats" + strings.Map(func(c rune) rune { return c - '0' + 'a' }, strconv.Itoa(n))
				text += fmt.Sprintf("\nThey counted 7654 %s there.\n", noun)
				n++
			}
		}
		files[path] = text
	}
	res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{Jobs: 4}).Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, d := range res.Diags {
		if d.Code == diag.FigureWithoutFact {
			found++
		}
	}
	if n != articles*mistakes || found != n {
		t.Errorf("%d of %d mistakes are found", found, articles*mistakes)
	}
}

// The mistakes of all scripts of the command, one article or page of each beside many
// that are right, are found by several goroutines as by one: as many, in the same words
// and at the same places. "make torture" has a thousand articles.
func TestEveryMistakeAtOnce(t *testing.T) {
	files := maps.Collect(archive.New(fixture.Times(60, 1000), 1).Full())
	taken := map[string]bool{}
	for name, script := range fixture.Scripts(t) {
		id := strings.NewReplacer("_", "-", ".txtar", "").Replace(path.Base(name))
		for p, text := range script {
			folder, file := path.Split(p)
			if strings.HasPrefix(folder, "content/") && path.Ext(file) == ".md" {
				files[folder+id+"-"+strings.ReplaceAll(file, ".fr.", "-")] = text
				taken[name] = true
			}
		}
	}
	var want diag.List
	for _, jobs := range []int{1, 4, 4} {
		res, err := build.New(fixture.FS(files), receipts.Defaults, build.Options{Jobs: jobs, Lint: true}).Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		codes := map[diag.Code]int{}
		for _, d := range res.Diags {
			codes[d.Code]++
		}
		if want == nil {
			want = res.Diags
			t.Logf("%d files, %d mistakes of %d kinds", len(files), len(want), len(codes))
		}
		if len(codes) < 80 || len(taken) < 200 {
			t.Errorf("only %d kinds of mistakes, of %d scripts", len(codes), len(taken))
		}
		if !reflect.DeepEqual(want, res.Diags) {
			t.Errorf("%d mistakes with %d jobs, and %d with one", len(res.Diags), jobs, len(want))
		}
	}
}
