package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/source"
)

// held is a tree in memory whose lists are made already, as preview has it.
type held struct {
	files map[string][]byte
	lists map[string][]string
}

func (h held) List(folder string) ([]string, error) { return h.lists[folder], nil }
func (h held) Read(p string) (source.File, error)   { return source.File{Path: p, Data: h.files[p]}, nil }

// BenchmarkRebuild is what one save costs: one file of many is another.
func BenchmarkRebuild(b *testing.B) {
	for _, articles := range []int{1000, 10000} {
		b.Run(fmt.Sprint(articles), func(b *testing.B) {
			h := held{map[string][]byte{}, map[string][]string{}}
			site := archive.New(articles, 1)
			for name, text := range site.Full() {
				h.files[name] = []byte(text)
			}
			h.lists["content"] = slices.Sorted(maps.Keys(h.files))
			builder := Over(h, source.FS(receipts.Defaults), Options{})
			edited := site.File(articles / 2)
			text := string(h.files[edited])
			save := func(n int) {
				title := "title: " + strings.Repeat("A", 1+n%9) + " "
				h.files[edited] = []byte(strings.Replace(text, "title: ", title, 1))
				res, err := builder.Build(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				if errors, _ := res.Diags.Count(); errors > 0 {
					b.Fatal(res.Diags)
				}
			}
			save(0)
			b.ReportAllocs()
			for n := 1; b.Loop(); n++ {
				save(n)
			}
		})
	}
}
