package addresses_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/addresses"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

func built(t *testing.T, files map[string]string, opt build.Options) *build.Result {
	t.Helper()
	res, err := build.New(fixture.FS(files), receipts.Defaults, opt).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// noted returns the small site with its lock.
func noted(t *testing.T) map[string]string {
	t.Helper()
	files := fixture.Small()
	empty, _ := addresses.ParseLock(source.File{})
	lock, err := empty.Update(built(t, files, build.Options{}).Site, nil)
	if err != nil {
		t.Fatal(err)
	}
	files[addresses.LockPath] = string(lock.Bytes())
	return files
}

func TestLost(t *testing.T) {
	swap := func(files map[string]string, file, old, new string) {
		if !strings.Contains(files[file], old) {
			t.Fatalf("%s has no %q", file, old)
		}
		files[file] = strings.ReplaceAll(files[file], old, new)
	}
	const question = "content/legal/may-it.md"
	for _, tt := range []struct {
		desc string
		edit func(files map[string]string)
		want []string // lost addresses, and "+" before those that the lock lacks
	}{
		{"nothing", func(map[string]string) {}, nil},
		{"a draft promises nothing", func(files map[string]string) {
			files["content/articles/later.md"] = strings.Replace(files["content/articles/first.md"], "title:", "draft: true\ntitle:", 1)
		}, nil},
		{"a part that is left out", func(files map[string]string) { files["content/site.yaml"] += "leave_out: [search]\n" }, []string{"/search/"}},
		{"a term", func(files map[string]string) { delete(files, "content/glossary/fine-print.md") }, []string{"/glossary/#fine-print"}},
		{"the only later development, and their page with it", func(files map[string]string) { delete(files, "content/later/a-ruling.md") }, []string{"/later/"}},
		{"the file of a fact, which is still reported", func(files map[string]string) { delete(files, "content/facts/a-part.md") }, nil},
		{"an article, with the facts that no other reports", func(files map[string]string) {
			swap(files, "content/articles/first.md", "title: The first", "draft: true\ntitle: The first")
		}, []string{
			"/articles/first/", "/facts/a-part/", "/facts/a-warning/", "/facts/letters/", "/facts/the-ruling/", "/money/",
		}},
		{"an id, with its parts", func(files map[string]string) {
			for file := range files {
				files[file] = strings.ReplaceAll(files[file], "a-fine", "the-fine")
			}
			files["content/facts/the-fine.md"] = strings.Replace(files["content/facts/a-fine.md"], "title:", "aliases: [a-fine]\ntitle:", 1)
			delete(files, "content/facts/a-fine.md")
			files[addresses.LockPath] = noted(t)[addresses.LockPath]
		}, []string{"+/facts/the-fine/"}},
		{"an old address that was never promised", func(files map[string]string) { swap(files, question, "title:", "aliases: [/2024/page/]\ntitle:") }, []string{"+/2024/page/"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := noted(t)
			tt.edit(files)
			var got []string
			for _, d := range built(t, files, build.Options{Unlisted: true}).Diags {
				words := strings.Split(d.Message, `"`)
				switch d.Code {
				case diag.LostAddress:
					got = append(got, words[1])
				case diag.NewAddress:
					got = append(got, "+"+d.Message[strings.LastIndexByte(d.Message, ' ')+1:])
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("lost (-want +got):\n%s", diff)
			}
		})
	}
}

// What was below a list that is lost is told of with it, and given up with it.
func TestLostListWithAllBelow(t *testing.T) {
	files := noted(t)
	config := files["content/site.yaml"]
	files["content/site.yaml"] = config + "regions: us-states\n"
	one := built(t, files, build.Options{}).Site
	lock, _ := addresses.ParseLock(source.File{Path: addresses.LockPath, Data: []byte(files[addresses.LockPath])})
	lock, err := lock.Update(one, nil)
	if err != nil {
		t.Fatal(err)
	}
	files["content/site.yaml"] = config + "regions:\n  one: land\n  many: lands\n  path: lands\n  list: [{code: PA, name: Pennsylvania}]\n"
	files[addresses.LockPath] = string(lock.Bytes())
	res := built(t, files, build.Options{})
	var lost []string
	for _, d := range res.Diags {
		if d.Code == diag.LostAddress {
			lost = append(lost, d.Message+": "+d.Hint)
		}
	}
	want := []string{`the address "/states/" leads nowhere now; the site itself had it: put back what content/site.yaml said of it, such as its regions; ` +
		`or give it up with "addresses -withdraw /states/", and all below it`}
	if diff := cmp.Diff(want, lost); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if lock, err = lock.Update(res.Site, []string{"/states/"}); err != nil || bytes.Contains(lock.Bytes(), []byte("\n/states/")) {
		t.Errorf("%v; the lock is now\n%s", err, lock.Bytes())
	}
}

// A list of the site is no page that an author has renamed.
func TestLostListIsNotRenamed(t *testing.T) {
	files := noted(t)
	files["content/site.yaml"] += "leave_out: [search]\n"
	files["content/pages/terms.md"] = strings.Replace(files["content/pages/about.md"], "title: About", "title: Terms", 1)
	diags := built(t, files, build.Options{}).Diags
	i := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Code == diag.LostAddress })
	if i < 0 || !strings.HasSuffix(diags[i].Hint, "aliases: [/search/]") || strings.Contains(diags[i].Hint, "terms.md") {
		t.Errorf("mistakes: %v", diags)
	}
}

// However much is lost, the messages can be read.
func TestFewLostAreTold(t *testing.T) {
	files := noted(t)
	for i := range 100 {
		files[addresses.LockPath] += fmt.Sprintf("/z/%03d/ content/pages/z.md\n", i)
	}
	diags := built(t, files, build.Options{}).Diags
	if len(diags) != 21 || diags[20].Message != "80 addresses more that the site has published lead nowhere" {
		t.Errorf("%d mistakes, at last %v", len(diags), diags[len(diags)-1])
	}
}

// The parts of a page that is lost go with it; what is given up is forgotten with its
// parts, and nothing else.
func TestWithdrawn(t *testing.T) {
	files := noted(t)
	files[addresses.LockPath] += "/z/ content/pages/z.md\n/z/#a content/pages/z.md\n/z/y/ content/pages/y.md\n"
	res := built(t, files, build.Options{})
	if n := len(res.Diags); n != 2 {
		t.Errorf("%d mistakes: %v", n, res.Diags)
	}
	lock, _ := addresses.ParseLock(source.File{Path: addresses.LockPath, Data: []byte(files[addresses.LockPath])})
	now, err := lock.Update(res.Site, []string{"/z/"})
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(files[addresses.LockPath], "/z/ content/pages/z.md\n/z/#a content/pages/z.md\n", "", 1); string(now.Bytes()) != want {
		t.Errorf("lock (-want +got):\n%s", cmp.Diff(want, string(now.Bytes())))
	}
	now, err = lock.Update(res.Site, []string{"content/pages/z.md", "/z/y/"})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(now.Bytes()); got != noted(t)[addresses.LockPath] {
		t.Errorf("what was in a file is not given up with it:\n%s", got)
	}
	if _, err := lock.Update(res.Site, []string{"/people/ada/"}); err == nil {
		t.Error("an address that leads somewhere is given up")
	}
}

// The same files make the same lock, whatever their order.
func TestLockIsSorted(t *testing.T) {
	files := noted(t)
	for range 3 {
		if got := noted(t); !maps.Equal(got, files) {
			t.Errorf("lock:\n%s", cmp.Diff(files[addresses.LockPath], got[addresses.LockPath]))
		}
	}
}
